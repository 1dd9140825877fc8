"""Who stands behind a statement of the brief?"""

from grading.families.goals.slots import slotted

FAMILY = slotted("aims-voices")
