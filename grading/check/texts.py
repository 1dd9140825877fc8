"""Can a question's texts be shown as they are written, and do they keep to themselves what its key asks?"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from course.asked import Asked, Key
from grading.check.keys import right
from grading.check.notebooks import CLAIM
from grading.handout.likeness import Wording, alike, wording, words

HINTS = 2
SHOWN = {
    "a picture": re.compile(r"!\[[^\]]*\]\(|<img\b", re.IGNORECASE),
    "HTML": re.compile(r"</?[a-z][^<>]*>|<!--", re.IGNORECASE),
    "a link": re.compile(r"(?<!!)\[[^\]]+\]\([^)]*\)"),
}


def text_faults(question: Asked, key: Key[Any] | None, claims: Collection[str]) -> Iterator[str]:
    """What is wrong with the texts of a question, a line each, with the member; its key says what may not be told."""
    said = dict(_texts(question))
    for where, text in said.items():
        if not text.strip():
            yield f"{where}: expected a text, found only blanks."
        for what, pattern in SHOWN.items():
            if pattern.search(text):
                yield f"{where}: holds {what}; expected plain words, **bold** or *italic*, as nothing else is shown."
        if text.count("**") % 2:
            yield f"{where}: a ** stands alone; expected one on each side of what is bold."
    yield from _unknown(said.items(), claims)
    yield from _twice("choices or items", (option.text for option in question.options))
    for where, texts in question.own_lists().items():
        yield from _twice(where, texts)
    yield from _twice("hints", question.hints)
    yield from _twice("claims", question.claims)
    if key is not None:
        if len(question.hints) < HINTS:
            yield f"hints: expected two, the gentle one first; found {len(question.hints)}."
        yield from _given_away(question, key)


def key_text_faults(key: Key[Any], claims: Collection[str]) -> Iterator[str]:
    """What is wrong with the texts of a key, a line each, with the criterion or remark."""
    yield from _unknown(((f"criterion “{each.id}”, missed", each.missed) for each in key.criteria), claims)
    yield from _unknown(((f"remark {n}, says", each.says) for n, each in enumerate(key.remarks, 1)), claims)


def _unknown(texts: Iterable[tuple[str, str]], claims: Collection[str]) -> Iterator[str]:
    for where, text in texts:
        unknown = sorted({*CLAIM.findall(text)} - {*claims})
        yield from (f"{where}: “{each}” is not a claim of the brief." for each in unknown)


def _texts(question: Asked) -> Iterator[tuple[str, str]]:
    yield from (("title", question.title), ("prompt", question.prompt))
    yield from ((f"hint {n}", hint) for n, hint in enumerate(question.hints, 1))
    yield from ((f"choice or item “{option.id}”", option.text) for option in question.options)
    yield from question.own_texts()


def _twice(where: str, texts: Iterable[str]) -> Iterator[str]:
    alike = Counter(words(text) for text in texts)
    yield from (f"{where}: “{' '.join(each)}” stands there twice." for each, n in alike.items() if n > 1)


def _given_away(question: Asked, key: Key[Any]) -> Iterator[str]:
    """Right choices that a hint names and nothing wrong beside them, and what else a kind keeps to itself."""
    fits, public = {*right(question, key)}, wording([question.prompt])
    for number, hint in enumerate(question.hints, 1):
        said = wording([hint])

        def names(text: str, said: Wording = said) -> bool:
            return bool(alike(text, said, public, least=1))

        found = [option for option in question.options if names(option.text)]
        if fits and found and all(option.id in fits for option in found) and len(fits) < len(question.options):
            yield f"hint {number}: names the right choice “{found[0].id}”; expected where to look, not the answer."
        yield from (f"hint {number}: {each}" for each in question.given_away(key, names))
