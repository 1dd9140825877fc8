"""Weighings for the tests of this room: a question with reasons, its key, and answers by chance."""

from copy import deepcopy
from typing import Any

import msgspec
from hypothesis import strategies as st

from course.asked import Key
from course.kinds import Weigh
from course.kinds.weigh.condition import WeighWhen
from tests.kinds.weigh.oracle import bayes, judged

SIGNALS = ("S01", "S04", "S07", "S13", "S16")
ABOUT = {
    "S01": ("C031", "C032", "C036", "C038", "C039"), "S04": ("C041", "C042", "C043"), "S07": ("C051", "C052", "C053"),
    "S13": ("C060", "C074", "C079"), "S16": ("C025", "C026", "C091"),
}  # fmt: skip
"""Claims about each signal that are offered, copied from the table by hand."""
ASKED = Weigh(id="q", title="T", prompt="P", signals=SIGNALS, conclude=True, reasons=True, points=8)
GIVEN = {"any": [{"reasoned": 3, "astray": 1}, {"coherent": ["unmoved"]}]}
CHECKS = ("direction", "towards", "posterior", "strongest")
CRITERIA = {
    "three": {"reasoned": 3, "astray": 1},
    "five": {"reasoned": 5, "astray": 0},
    **{check: {"coherent": [check], "given": GIVEN} for check in CHECKS},
    "removal": {"coherent": ["removal"], "given": {"coherent": ["strongest"], **GIVEN}},
}
KEY = msgspec.convert(
    {"criteria": [{"id": name, "when": when, "missed": name} for name, when in CRITERIA.items()]}, Key[WeighWhen]
)
WRONG = {signal: next(c for c in ASKED.offers[signal] if c not in ABOUT[signal]) for signal in SIGNALS}

credibilities = st.integers(0, 20).map(lambda each: each / 20)
percentages = st.integers(1, 99).map(lambda each: each / 100)
counts = st.tuples(st.integers(0, 10), st.integers(0, 10))


@st.composite
def ratings(draw: Any, reasons: bool = True) -> dict[str, Any]:
    """A rating of each signal, with stories and reasons of every sort."""
    found: dict[str, Any] = {}
    for signal in SIGNALS:
        found[signal] = {"step": draw(st.integers(-3, 3)), "credibility": draw(credibilities)}
        if draw(st.integers(0, 3)) == 0:
            found[signal]["same_as"] = draw(st.sampled_from([s for s in SIGNALS if s != signal]))
            found[signal]["news"] = draw(st.sampled_from((0.0, 0.25, 0.5, 1.0)))
        if reasons and (because := draw(st.sampled_from((*ASKED.offers[signal], None)))):
            found[signal]["because"] = because
    return found


@st.composite
def answers(draw: Any) -> dict[str, Any]:
    """Complete but for reasons, coherent or not."""
    return {
        "prior": draw(percentages),
        "ratings": draw(ratings()),
        "conclusion": {
            "direction": draw(st.sampled_from(("raises", "lowers", "neither"))),
            "posterior": draw(st.integers(0, 100)) / 100,
            "strongest": draw(st.sampled_from(SIGNALS)),
            "removal": draw(st.sampled_from(("rises", "falls", "stays"))),
        },
    }


@st.composite
def right_answers(draw: Any) -> dict[str, Any]:
    """Complete answers in which everything follows and every reason is about its signal."""
    said = draw(answers())
    for signal, rating in said["ratings"].items():
        rating["because"] = draw(st.sampled_from([c for c in ASKED.offers[signal] if c in ABOUT[signal]]))
    near = bayes(said)
    for member, values in (
        ("direction", ("raises", "lowers", "neither")),
        ("posterior", [n / 100 for n in range(max(near - 2, 0), min(near + 3, 101))]),
        ("strongest", SIGNALS), ("removal", ("rises", "falls", "stays")),
    ):  # fmt: skip
        fit = [each for each in values if _fits(said, member, each)]
        said["conclusion"][member] = draw(st.sampled_from(fit))
    return said


def _fits(said: dict[str, Any], member: str, value: Any) -> bool:
    tried = deepcopy(said)
    tried["conclusion"][member] = value
    found = judged(tried)
    return all(found[each] for each in (("towards", "posterior") if member == "posterior" else (member,)))
