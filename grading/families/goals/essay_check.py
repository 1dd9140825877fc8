"""Does a student’s sentence stand, say more than the brief, or have it the other way round?"""

from grading.families.goals.slots import slotted

FAMILY = slotted("essay-check")
