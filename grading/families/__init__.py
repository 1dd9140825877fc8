"""Families of questions: one question in many variants, of which a learner's seed draws one.

What a family says, as data or computed from a model, stands in `grading/families/<assignment>/`. `python -m
grading.families` writes it into the bank, the key and the synthetic learners of the assignment, between marker lines.
"""

from grading.families.family import Family, FamilyError, Variant
from grading.families.found import families
from grading.families.write import differences, written

__all__ = ["Family", "FamilyError", "Variant", "differences", "families", "written"]
