"""Which point of the conclusion does an invented development take away?"""

from grading.families.goals.slots import slotted

FAMILY = slotted("silence-if")
