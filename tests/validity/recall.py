"""A learner who recalls every item of the lessons with its key, and guesses what no lesson resembles."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from course.asked import Asked
from course.tables import read
from tests.validity.likeness import Likeness
from tests.validity.memory import NO, YES, Memory, places, remembered
from tests.validity.models import Chance, guess

KNOWN = 0.25
"""From this likeness on, a line is taken for one of a lesson. Where graded items resembled the lessons’, so low a bound
gave about the points that an expert found by hand for whoever recalls the lessons (65 where the expert found 69 %)."""
LETTER = 0.4
"""From this likeness on, a proposition is taken for one of a lesson."""
ABOUT = 0.25
"""How much of a likeness is that of the prompts."""


class Recaller:
    """Answers by likeness of prompts and items to the lessons' banks."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        texts = [*(each.text for each in memory.facts), *(each.prompt for each in memory.facts)]
        texts += [label for each in memory.facts for label in each.labels]
        claims = [str(row["paraphrase"]) for row in read("claims")]
        self.votes: dict[str, dict[str, dict[str, dict[str, float]]]] = {}
        self._seen: dict[tuple[str, bool], dict[str, tuple[float, tuple[str, ...]]]] = {}
        self._sides: dict[str, dict[str, float]] = {}
        self.like = Likeness([*dict.fromkeys(texts), *claims])

    def answer(self, question: Asked, chance: Chance) -> Any:
        """An answer: what is recalled, laid over a guess."""
        guessed = guess(question, chance)
        match question.__struct_config__.tag:
            case "classify":
                return guessed | self.placed(question, chance)
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
                return self.argued(question, guessed)
            case "deal":
                return next((b.answer for b in self.memory.built if type(b.question) is type(question)), guessed)
            case "weigh":
                return _rated(guessed)
            case _:
                return guessed

    def recalled(self, question: Asked, *, labelled: bool) -> dict[str, tuple[float, tuple[str, ...]]]:
        """As `_recalled`, kept for each question."""
        if (question.id, labelled) not in self._seen:
            self._seen[question.id, labelled] = self._recalled(question, labelled=labelled)
        return self._seen[question.id, labelled]

    def _recalled(self, question: Asked, *, labelled: bool) -> dict[str, tuple[float, tuple[str, ...]]]:
        """Line to the fact that it is most like, as likeness and labels, where it is like one."""
        facts = [each for each in self.memory.facts if (each.labels[0] not in (YES, NO)) is labelled]
        lines = {option.id: option.text for option in question.options}
        near = (1 - ABOUT) * self.like.between([*lines.values()], [each.text for each in facts])
        near += ABOUT * self.like.between([question.prompt], [each.prompt for each in facts])
        best = np.argmax(near, axis=1)
        found = {line: (float(near[n, best[n]]), facts[best[n]].labels) for n, line in enumerate(lines)}
        return {line: told for line, told in found.items() if told[0] >= KNOWN}

    def placed(self, question: Any, chance: Chance) -> dict[str, str]:
        """Line to the category that stands for the one in which a lesson has the line that it is most like."""
        votes, texts = self.votes.get(question.pool or question.id, {}), {o.id: o.text for o in question.options}
        both = self.recalled(question, labelled=False) | self.recalled(question, labelled=True)
        found = {line: sorted(_meant(votes, labels, texts[line])) for line, (_, labels) in both.items()}
        return {line: chance.choice(places) for line, places in found.items() if places}

    def learn(self, questions: Iterable[Asked], keys: Mapping[str, Any]) -> None:
        """See which category stands for which of a lesson: the one in which most other lines belong that recall it.

        That is more than a memory holds. A line has no voice for itself, else the key would be recalled.
        """
        for question in questions:
            if question.__struct_config__.tag != "classify":
                continue
            wanted, place = places(keys[question.id]), question.pool or question.id
            texts = {o.id: o.text for o in question.options}
            both = self.recalled(question, labelled=False) | self.recalled(question, labelled=True)
            for line, (near, labels) in both.items():
                for label in labels:
                    own = self.votes.setdefault(place, {}).setdefault(label, {})
                    own[texts[line]] = dict.fromkeys(wanted.get(line, ()), near)

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

    def argued(self, question: Any, guessed: dict[str, Any]) -> dict[str, Any]:
        """The argument that a lesson accepts, in the letters of this question; what has no letter here is left out."""
        best: tuple[int, dict[str, Any]] = (0, guessed)
        for each in self.memory.built:
            if type(each.question) is not type(question):
                continue
            theirs = each.question.propositions  # type: ignore[attr-defined]
            near = self.like.between([p.text for p in theirs], [p.text for p in question.propositions])
            letters = {
                p.id: question.propositions[int(np.argmax(row))].id
                for p, row in zip(theirs, near, strict=True)
                if row.max() >= LETTER
            }
            made = self._carried(question, each.answer, letters, guessed)
            if len(made["premises"]) > best[0]:
                best = (len(made["premises"]), made)
        return best[1]

    @staticmethod
    def _carried(question: Any, told: Any, letters: dict[str, str], guessed: dict[str, Any]) -> dict[str, Any]:
        premises = []
        for each in told["premises"]:
            of = [letters.get(letter) for letter in each["of"]]
            if None not in of and len({*of}) == len(of) and each["form"] in question.forms:
                cited = [claim for claim in each["claims"] if claim in question.citable]
                premises.append({"form": each["form"], "of": of, "claims": cited})
        end = told["conclusion"]
        of = [letters.get(letter) for letter in end["of"]]
        offered = any(each.form == end["form"] and list(each.of) == of for each in question.conclusions)
        end = {"form": end["form"], "of": of} if offered else guessed["conclusion"]
        return {"premises": premises[: question.max], "conclusion": end}


def _meant(votes: dict[str, dict[str, dict[str, float]]], labels: Iterable[str], line: str) -> set[str]:
    """For each label of a lesson the category for which other lines speak most."""
    found = set()
    for label in labels:
        count: Counter[str] = Counter()
        for told in (told for text, told in votes.get(label, {}).items() if text != line):
            count.update(told)
        found |= {name for name, _ in count.most_common(1)}
    return found


def _rated(guessed: dict[str, Any]) -> dict[str, Any]:
    """The ratings of the lessons' example; what follows of them is guessed."""
    example = {str(row["signal_id"]): row for row in read("example_ratings")}
    ratings = {
        signal: rating | {name: example[signal][name] for name in ("step", "credibility")}
        if signal in example
        else rating
        for signal, rating in guessed["ratings"].items()
    }
    return guessed | {"ratings": ratings}


def recaller(questions: Iterable[Asked], keys: Mapping[str, Any]) -> Recaller:
    """The one who recalls this course's lessons before these questions."""
    found = Recaller(remembered())
    found.learn(questions, keys)
    return found
