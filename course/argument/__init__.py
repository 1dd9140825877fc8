"""The models of arguments: pure functions over statements as data, for any argument, not only the brief's.

A statement is a form and the letters of its propositions, such as ``only_if`` of D and S: “D only if S”. No text is
ever evaluated: each form stands for a truth table, and a truth table is an integer.
"""

from course.argument.bounds import Bounds, bounds
from course.argument.judge import Judged, Support, judge
from course.argument.logic import ArgumentError, World, consistent, counter_worlds, entails, equivalent
from course.argument.roles import Role, role
from course.argument.statement import (
    FORMS,
    RULES,
    Form,
    Proposition,
    Statement,
    letters,
    sentence,
    words,
    world_in_words,
)
from course.argument.use import circular, in_use

__all__ = [
    "FORMS", "RULES", "ArgumentError", "Bounds", "Form", "Judged", "Proposition", "Role", "Statement", "Support",
    "World", "bounds", "circular", "consistent", "counter_worlds", "entails", "equivalent", "in_use", "judge",
    "letters", "role", "sentence", "words", "world_in_words",
]  # fmt: skip
