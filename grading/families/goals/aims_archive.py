"""Would an invented note speak for the author’s reading of both sides’ aims, against it, or neither?"""

from grading.families.goals.slots import slotted

FAMILY = slotted("aims-archive")
