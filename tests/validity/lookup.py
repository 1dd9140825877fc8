"""A learner who looks every line up in the tables that are shipped, and guesses what no row resembles.

For each question the column is read that tells most about its other lines: that is the best that looking up could do.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import numpy as np

from course import tables
from course.argument import Statement
from course.asked import Asked
from tests.validity.likeness import Likeness
from tests.validity.models import Chance, guess

LIKE = 0.4
"""From this likeness on, a line is taken for a row, and a category for a value."""
MOST_VALUES = 10
"""A column of more values than this sorts nothing."""
LEAST_WORDS = 3


@cache
def rows() -> dict[str, tuple[tuple[str, dict[str, str]], ...]]:
    """Table to its texts, each with the cells of its row in columns that sort."""
    found = {}
    for name in tables.names():
        after = name.startswith(tables.AFTER)
        read = tables.read_after(name.removeprefix(tables.AFTER)) if after else tables.read(name)
        cells = [{column: str(value) for column, value in row.items() if value is not None} for row in read]
        values: dict[str, set[str]] = defaultdict(set)
        for row in cells:
            for column, value in row.items():
                values[column].add(value)
        sorts = {column for column, each in values.items() if 2 <= len(each) <= MOST_VALUES}
        found[name] = tuple(
            (text, {c: v for c, v in row.items() if c in sorts})
            for row in cells
            for column, text in row.items()
            if column not in sorts and len(text.split()) >= LEAST_WORDS
        )
    return {name: each for name, each in found.items() if each}


class LookUp:
    """Answers from the tables of the course.

    Args:
        questions: that will be asked.
        keys: of those, from which it is seen which value of a column stands for which category. A line's own place is
            left out when it is looked up, and of a family the places of its own variant.
    """

    def __init__(self, questions: Iterable[Asked], keys: Mapping[str, Any]) -> None:
        self.like = Likeness(text for each in rows().values() for text, _ in each)
        self.claims = [str(row["paraphrase"]) for row in tables.read("claims")]
        self._kept: dict[tuple[str, str], Any] = {}
        self.votes: dict[str, list[tuple[str, str, str, str, str]]] = defaultdict(list)
        for question in questions:
            if wanted := question.placed(keys[question.id]):
                for line, cells in self._once(question, self.cells, "cells").items():
                    for column, value in cells.items():
                        for category in [c for c in question.sorts() if c in wanted.get(line, ())][:1]:
                            self.votes[question.pool or question.id].append(
                                (question.id, line, column, value, category)
                            )

    def cells(self, question: Asked) -> dict[str, dict[str, str]]:
        """Line to the cells of the row that it resembles, by table and column."""
        lines = {option.id: option.text for option in question.options}
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for table, each in rows().items():
            near = self.like.between([*lines.values()], [text for text, _ in each])
            for line, row in zip(lines, near, strict=True):
                if row.max() >= LIKE:
                    found[line] |= {f"{table}.{c}": v for c, v in each[int(np.argmax(row))][1].items()}
        return found

    def answer(self, question: Asked, chance: Chance) -> Any:
        """An answer: what is found, laid over a guess."""
        guessed = guess(question, chance)
        match question.__struct_config__.tag:
            case "classify":
                return guessed | self._once(question, self._placed)
            case "choose_one" | "choose_many":
                near = self._once(question, self._claimed)
                if question.__struct_config__.tag == "choose_one":
                    best = max(near, key=lambda each: near[each])
                    return best if near[best] >= LIKE else guessed
                return [each for each in near if near[each] >= LIKE] or guessed
            case "argue":
                return _read_off(question) or guessed
            case _:
                return guessed

    def _once(self, question: Asked, find: Callable[[Any], dict[str, Any]], what: str = "answer") -> dict[str, Any]:
        if (question.id, what) not in self._kept:
            self._kept[question.id, what] = find(question)
        return self._kept[question.id, what]

    def _claimed(self, question: Asked) -> dict[str, float]:
        """Choice to its likeness to the claim that it is most like."""
        texts = {option.id: option.text for option in question.options}
        return dict(zip(texts, self.like.between([*texts.values()], self.claims).max(axis=1), strict=True))

    def _placed(self, question: Any) -> dict[str, str]:
        cells, votes = self._once(question, self.cells, "cells"), self.votes[question.pool or question.id]
        found = {}
        for line, own in cells.items():
            best: tuple[float, str] = (0.0, "")
            for column, value in own.items():
                told = [
                    (v, category)
                    for asked, other, c, v, category in votes
                    if c == column and (asked != question.id or (question.pool is None and other != line))
                ]
                here = Counter(category for v, category in told if v == value)
                if here:
                    category, count = here.most_common(1)[0]
                    tells = count / here.total() * min(1.0, here.total() / 2)
                    best = max(best, (tells, category))
            if best[1]:
                found[line] = best[1]
        return found


def _read_off(question: Any) -> dict[str, Any] | None:
    """The argument as the table has it, if the question has its letters."""
    cited = tables.links("argument")
    said = [(str(row["id"]), str(row["role"]), _formula(str(row["formula"] or ""))) for row in tables.read("argument")]
    letters = {each.id for each in question.propositions}
    told = [(i, role, s) for i, role, s in said if s is not None and {*s.of} <= letters and s.form in question.forms]
    premises = [
        {"form": s.form, "of": list(s.of), "claims": [c for c in cited.get(i, ()) if c in question.citable]}
        for i, role, s in told
        if role == "premise"
    ]
    end = next((s for _, role, s in told if role == "conclusion" and s in question.conclusions), None)
    return {"premises": premises, "conclusion": {"form": end.form, "of": list(end.of)}} if premises and end else None


def _formula(text: str) -> Statement | None:
    letters = tuple(word for word in text.replace("(", " ").replace(")", " ").split() if word.isupper())
    match text.count("->"), text.count(" or "), text.startswith("not "), len(letters):
        case 1, 1, False, 3:
            return Statement("only_if_either", letters)
        case 1, 0, False, 2:
            return Statement("only_if", letters)
        case 0, 0, True, 1:
            return Statement("not", letters)
        case _:
            return None
