"""The kinds of question, each in a room of its own; nothing else names them all.

A kind is a record that adds to `course.asked.Asked` what it asks, and says what an answer to it means: where it stands,
what a key may ask of it and whether that holds, what its page gets, how it reads in words. Whoever has a question asks
the question, and never what kind it is.
"""

from course.asked.condition import Condition
from course.asked.question import Asked
from course.kinds.argue import Argue
from course.kinds.choose_many import ChooseMany
from course.kinds.choose_one import ChooseOne
from course.kinds.classify import Classify
from course.kinds.deal import Deal
from course.kinds.draft import Draft
from course.kinds.estimate import Estimate
from course.kinds.forecast import Forecast
from course.kinds.probability import Probability
from course.kinds.rank import Rank
from course.kinds.weigh import Weigh

Question = ChooseOne | ChooseMany | Classify | Rank | Probability | Estimate | Forecast | Weigh | Argue | Deal | Draft
KINDS: dict[str, type[Asked]] = {str(kind.__struct_config__.tag): kind for kind in Question.__args__}
"""The type that a bank gives to its record."""
CONDITIONS: tuple[type[Condition], ...] = tuple(dict.fromkeys(kind.condition for kind in KINDS.values()))
MEMBERS: frozenset[str] = frozenset(member for each in CONDITIONS for member in each.members())
"""Everything that a key may ask of any kind."""

__all__ = [
    "CONDITIONS", "KINDS", "MEMBERS", "Argue", "ChooseMany", "ChooseOne", "Classify", "Deal", "Draft", "Estimate",
    "Forecast", "Probability", "Question", "Rank", "Weigh",
]  # fmt: skip
