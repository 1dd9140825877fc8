"""What is an invented move for, if it is read as the brief reads a like one?"""

from grading.families.goals.slots import slotted

FAMILY = slotted("card-serves")
