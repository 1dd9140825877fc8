"""Which aim would an invented offer reach? Ends, ways, and what is neither, on offers that no lesson has."""

from grading.families.goals.slots import slotted

FAMILY = slotted("aims-offers")
