"""A learner who recalls every item of the lessons with its key, and guesses what no lesson resembles."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from typing import Any

import msgspec
import numpy as np

from course.asked import Asked
from course.tables import read
from tests.validity.carried import argued, rated
from tests.validity.likeness import Likeness
from tests.validity.memory import NO, YES, Memory, remembered
from tests.validity.models import Chance, guess

KNOWN = 0.25
"""From this likeness on, a line is taken for one of a lesson. Where graded items resembled the lessons’, so low a bound
gave about the points that an expert found by hand for whoever recalls the lessons (65 where the expert found 69 %)."""
SURE = 0.35
"""From this likeness on, a line is one of a lesson in other words, and so it is known where it belongs. What is less
like is so mostly by accident; yet where items were those of lessons, only `KNOWN` gave what an expert found."""
SAME = 0.3
"""From this likeness on, a category is taken for one of a lesson."""
SIDES = {
    YES: "supports stands fits follows true holds right",
    NO: "against clash contradicts unsaid opposite wrong false",
}
"""What categories are called in which a right choice belongs, and a wrong one."""
ABOUT = 0.25
"""How much of a likeness is that of the prompts."""


class Recalled(msgspec.Struct, frozen=True):
    """The fact that a line is most like: its text, its labels, and how like they are."""

    fact: str
    labels: tuple[str, ...]
    likeness: float


class Vote(msgspec.Struct, frozen=True):
    """A line that recalls a fact with labels, and the category in which it belongs."""

    fact: str
    labels: tuple[str, ...]
    category: str
    likeness: float
    question: str


class Recaller:
    """Answers by likeness of prompts and items to the lessons’ banks."""

    def __init__(self, memory: Memory) -> None:
        self.memory, self.sure = memory, SURE
        texts = [*(each.text for each in memory.facts), *(each.prompt for each in memory.facts)]
        labels = [label for each in memory.facts for label in each.labels]
        claims = [str(row["paraphrase"]) for row in read("claims")]
        self.votes: dict[str, list[Vote]] = defaultdict(list)
        self._seen: dict[tuple[str, bool], dict[str, Recalled]] = {}
        self._sides: dict[str, dict[str, float]] = {}
        self._places: dict[tuple[str, float], dict[str, str]] = {}
        self.like = Likeness([*dict.fromkeys([*texts, *labels]), *claims])

    def taking(self, sure: float) -> "Recaller":
        """The same memory in somebody who is sure from another likeness on."""
        other = copy(self)
        other.sure = sure
        return other

    def answer(self, question: Asked, chance: Chance) -> Any:
        """An answer: what is recalled, laid over a guess."""
        guessed = guess(question, chance)
        match question.__struct_config__.tag:
            case "classify":
                return guessed | self.placed(question)
            case "choose_one":
                scores = self.polarity(question)
                best = max(scores, key=lambda each: scores[each])
                return best if scores[best] > 0 else guessed
            case "choose_many":
                scores = self.polarity(question)
                told = [each for each, score in scores.items() if score > 0 or (score == 0 and each in guessed)]
                return told or guessed
            case "rank":
                return self.ranked(question, guessed)
            case "argue":
                return argued(self.memory, self.like, question, guessed)
            case "deal":
                return next((b.answer for b in self.memory.built if type(b.question) is type(question)), guessed)
            case "weigh":
                return rated(guessed)
            case _:
                return guessed

    def recalled(self, question: Asked, *, labelled: bool) -> dict[str, Recalled]:
        """As `_recalled`, kept for each question."""
        if (question.id, labelled) not in self._seen:
            self._seen[question.id, labelled] = self._recalled(question, labelled=labelled)
        return self._seen[question.id, labelled]

    def _recalled(self, question: Asked, *, labelled: bool) -> dict[str, Recalled]:
        """Line to the fact that it is most like, as likeness and labels, where it is like one."""
        facts = [each for each in self.memory.facts if (each.labels[0] not in (YES, NO)) is labelled]
        lines = {option.id: option.text for option in question.options}
        near = (1 - ABOUT) * self.like.between([*lines.values()], [each.text for each in facts])
        near += ABOUT * self.like.between([question.prompt], [each.prompt for each in facts])
        best = np.argmax(near, axis=1)
        found = {
            line: Recalled(facts[best[n]].text, facts[best[n]].labels, float(near[n, best[n]]))
            for n, line in enumerate(lines)
        }
        return {line: told for line, told in found.items() if told.likeness >= KNOWN}

    def placed(self, question: Any) -> dict[str, str]:
        """As `_placed`, kept for each question and sureness."""
        if (question.id, self.sure) not in self._places:
            self._places[question.id, self.sure] = self._placed(question)
        return self._places[question.id, self.sure]

    def _placed(self, question: Any) -> dict[str, str]:
        """Line to the category that stands for the one in which a lesson has the line that it is most like."""
        known, found = {each.id: each.text for each in question.categories}, {}
        for line, recalled in self.both(question).items():
            count = self.told(recalled.labels, known)
            for vote in self.votes[question.pool or question.id]:
                known_fact = recalled.likeness >= self.sure or vote.fact != recalled.fact
                if vote.question != question.id and {*vote.labels} & {*recalled.labels} and known_fact:
                    count.update({vote.category: vote.likeness})
            if count and (best := count.most_common(1)[0][0]) in known:
                found[line] = best
        return found

    def told(self, labels: tuple[str, ...], categories: Mapping[str, str]) -> Counter[str]:
        """Category to how like it is to one of the labels, where it is."""
        near = self.like.between([SIDES.get(each, each) for each in labels], [*categories.values()]).max(axis=0)
        return Counter({each: float(share) for each, share in zip(categories, near, strict=True) if share >= SAME})

    def both(self, question: Asked) -> dict[str, Recalled]:
        """Line to the fact that it is most like, rather to one with a category than to a choice."""
        return self.recalled(question, labelled=False) | self.recalled(question, labelled=True)

    def learn(self, questions: Iterable[Asked], keys: Mapping[str, Any]) -> None:
        """See which category stands for which of a lesson: the one in which most lines belong that recall the latter.

        That is more than a memory holds; so the recaller is the best that there could be. What the categories of a
        family mean is learned from its other variants, and from lines that recall other facts: a likeness by accident,
        which all variants of a line share, counts for nothing. Who takes slight likeness for enough counts it, too.
        """
        self._places.clear()
        for question in questions:
            if wanted := question.placed(keys[question.id]):
                self.votes[question.pool or question.id] += [
                    Vote(each.fact, each.labels, category, each.likeness, question.id)
                    for line, each in self.both(question).items()
                    for category in wanted.get(line, ())
                ]

    def polarity(self, question: Asked) -> dict[str, float]:
        """As `_polarity`, kept for each question."""
        if question.id not in self._sides:
            self._sides[question.id] = self._polarity(question)
        return self._sides[question.id]

    def _polarity(self, question: Asked) -> dict[str, float]:
        """Choice to how like it is to what a lesson calls right; below 0 if it is liker to what one calls wrong."""
        found = {}
        near = {label: self._nearest(question, label) for label in (YES, NO)}
        for n, option in enumerate(question.options):
            yes, no = near[YES][n], near[NO][n]
            found[option.id] = (yes if yes > no else -no) if max(yes, no) >= KNOWN else 0.0
        return found

    def _nearest(self, question: Asked, label: str) -> list[float]:
        facts = [each for each in self.memory.facts if label == NO or each.labels[0] != NO]
        facts = [each for each in facts if each.labels[0] == label or (label == YES and each.labels[0] != NO)]
        near = (1 - ABOUT) * self.like.between([o.text for o in question.options], [each.text for each in facts])
        near += ABOUT * self.like.between([question.prompt], [each.prompt for each in facts])
        return [float(row.max()) for row in near]

    def ranked(self, question: Asked, guessed: dict[str, int]) -> dict[str, int]:
        """The guess, put right wherever a lesson tells which of two lines comes first."""
        lines = {option.id: option.text for option in question.options}
        known = [*dict.fromkeys(t for each in self.memory.orders for t in (each.first, each.second))]
        near = self.like.between([*lines.values()], known)
        is_like = {
            line: known[int(np.argmax(row))] for line, row in zip(lines, near, strict=True) if row.max() >= KNOWN
        }
        before = {(each.first, each.second) for each in self.memory.orders}
        order = sorted(guessed, key=lambda line: guessed[line])
        for _ in order:
            for a in range(len(order)):
                for b in range(a + 1, len(order)):
                    if (is_like.get(order[b]), is_like.get(order[a])) in before:
                        order[a], order[b] = order[b], order[a]
        return {line: place for place, line in enumerate(order, 1)}


def recaller(questions: Iterable[Asked], keys: Mapping[str, Any]) -> Recaller:
    """The one who recalls this course’s lessons before these questions."""
    found = Recaller(remembered())
    found.learn(questions, keys)
    return found
