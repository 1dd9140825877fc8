"""Would an invented report on the detained Americans fit the brief, clash with it, or find it silent?"""

from grading.families.goals.slots import slotted

FAMILY = slotted("prisoner-cases")
