"""Which position does an invented report move? The course’s positions say what a side accepted before."""

from grading.families.goals.slots import slotted

FAMILY = slotted("what-moves")
