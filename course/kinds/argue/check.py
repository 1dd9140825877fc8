"""What the check of banks and keys asks of an argument. Pure."""

from collections.abc import Sequence

from course.argument import Statement, consistent, entails, equivalent
from course.kinds.argue.condition import ArgueWhen
from course.kinds.argue.said import grants as granted
from course.kinds.argue.said import keeps


def possible(conclusions: Sequence[Statement], joined: Sequence[ArgueWhen]) -> bool:
    """Whether what is to be granted is consistent and keeps to the text, and a conclusion on offer is left."""
    grants = [each for condition in joined for each in condition.grants]
    texts = [text for condition in joined for text in (condition.within, condition.among) if text]
    ends = [condition.concludes for condition in joined if condition.concludes]
    left = [end for end in conclusions if all(any(equivalent(end, e) for e in each) for each in ends)]
    if not consistent(grants) or not left:
        return False
    if any(not granted(text, each) for text in texts for each in grants):
        return False
    wanted = [condition.uses for condition in joined if condition.uses]
    if any(not any(keeps(text, each) for each in some) for text in texts for some in wanted):
        return False
    shown = {each for condition in joined for each in condition.shows}
    if not ends or "valid" not in shown:
        return True
    return all(any(entails(text, end) for end in left) for text in texts)
