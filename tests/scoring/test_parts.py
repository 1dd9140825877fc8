"""What is built: one more right part never lowers a score, and one more wrong part never raises it.

Over the real banks and keys, from any state in which an answer may be: some parts right, some wrong, some missing. One
case is left out, because it can't hold: a circle earns nothing. “Neither A nor N” is a wrong premise, “not N” the right
conclusion; each alone is harmless, and together they are a circle, so whichever comes second takes what there was.
"""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.asked import State
from tests.scoring.generated import Keyed, keyed
from tests.scoring.parts import Part, full, made, points, stands, wrong

BUILT = [of for of in keyed() if of.question.points and of.question.kind in ("argue", "deal", "weigh", "forecast")]
MOST_WRONG = 3

built = pytest.mark.parametrize("of", BUILT, ids=lambda of: of.id)
often = settings(max_examples=12, deadline=None, suppress_health_check=[*HealthCheck])


def some(data: Any, of: Keyed) -> tuple[list[Part], list[Part]]:
    """Some parts of an answer that earns all, with some that are wrong; and all parts of that answer."""
    right = data.draw(st.sampled_from(full(of)))
    parts = data.draw(st.lists(st.sampled_from(right), unique=True))
    spoilt = data.draw(st.lists(st.sampled_from(wrong(of)), unique_by=lambda part: part[0], max_size=MOST_WRONG))
    has = {place for place, _ in parts}
    parts += [part for part in spoilt if part[0] not in has]
    # A wrong claim or reason without that for which it is given would come with that, as two parts at once.
    return [part for part in parts if part in right or stands(part, parts)], right


def fits(of: Keyed, parts: list[Part]) -> bool:
    return of.question.stand(made(of, parts)).state is not State.INCOHERENT


@built
@often
@given(st.data())
def test_a_right_part_more_never_costs(of: Keyed, data: Any):
    parts, right = some(data, of)
    more = [part for part in right if part[0] not in dict(parts)]
    if not (more and fits(of, parts)):
        return
    added = [*parts, data.draw(st.sampled_from(more))]
    answer = of.question.taken(made(of, added))[1]
    if answer is not None and not of.question.forfeits(answer):
        assert points(of, added) >= points(of, parts), (parts, added)


@built
@often
@given(st.data())
def test_a_wrong_part_more_never_pays(of: Keyed, data: Any):
    parts, _ = some(data, of)
    more = [part for part in wrong(of) if part[0] not in dict(parts)]
    if not (more and fits(of, parts)):
        return
    added = [*parts, data.draw(st.sampled_from(more))]
    if fits(of, added):
        assert points(of, added) <= points(of, parts), (parts, added)


@built
def test_there_are_right_and_wrong_parts_to_add(of: Keyed):
    assert full(of)
    assert wrong(of)
