"""A learner's words as they are read: any script as written, and what hides or turns text told where it stands. Pure.

Shown as it is: whatever does honest work (`grading.reading.joiners`, and balanced marks of direction beside letters
that run from right to left). Told: control characters, default-ignorable ones of DerivedCoreProperties.txt, private
use, bidirectional overrides and what UTR #36 calls visual spoofing by them, and marks piled on one letter.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

from grading.reading.joiners import flag_at, joins, parts_words, varies

MOST_MARKS = 10
"""Marks shown on one letter. Hebrew with all accents and Tibetan stacks have fewer; 100,000 stop a browser."""
MOST_ALIKE = 3
"""Unseen characters of one kind that are told one by one where they follow one another."""
MOST_NESTED = 9
"""Marks of direction within one another."""
_CONTROL = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
# Default_Ignorable_Code_Point, less the joiners and selectors; the interlinear marks; and private use.
_HIDDEN = (
    r"\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    r"\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
)
_SELECTORS = r"\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS = r"\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
_SPECIAL = re.compile(f"[{_CONTROL}{_HIDDEN}{_SELECTORS}{_TAGS}\u200c\u200d]")
_SELECTOR = re.compile(f"[{_SELECTORS}]")
_TAG = re.compile(f"[{_TAGS}]")
_CLOSES = "\u202c\u2069"
_OPENS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_RIGHT_TO_LEFT = ("R", "AL")
_MAY_COMBINE = re.compile("[^\x00-\u02ff]{11}")


def plain(says: str) -> str:
    """How an unseen character is told in plain text, as [U+202E]."""
    return f"[{says}]"


def visible(text: str, told: Callable[[str], str] = plain) -> str:
    """The text with what can't be seen told where it stands.

    Args:
        text: any.
        told: makes what is put in the place of something unseen, from "U+202E", or "… 199,990 marks more".

    Returns:
        The text in which nothing else is changed.
    """
    if not _SPECIAL.search(text) and not _MAY_COMBINE.search(text):
        return text
    return "".join("".join(_line(line, told)) for line in re.split("(\n)", text))


def one_line(text: str) -> str:
    """The same on one line, for a log or a terminal, which a learner's words must not write to."""
    return visible(" ".join(text.split()))


def _line(line: str, told: Callable[[str], str]) -> Iterator[str]:
    at, kept, leftward = 0, frozenset[int](), False
    if _SPECIAL.search(line):
        leftward = any(map(_runs_left, line))
        kept = _directions(line) if leftward else kept
    while at < len(line):
        char = line[at]
        if _TAG.match(char) and (flag := flag_at(line, at)):
            yield line[at : at + flag]
            at += flag
        elif _SPECIAL.match(char) and at not in kept and not _works(line, at, leftward):
            alike = at + 1
            while line[alike : alike + 1] == char and alike not in kept:
                alike += 1
            says = f"U+{ord(char):04X}"
            yield told(says) * (alike - at) if alike - at <= MOST_ALIKE else told(f"{says} × {alike - at:,}")
            at = alike
        elif char > "\u02ff" and unicodedata.category(char)[0] == "M":
            end = at
            while end < len(line) and unicodedata.category(line[end])[0] == "M" and not _SELECTOR.match(line[end]):
                end += 1
            end = max(end, at + 1)
            yield line[at : min(end, at + MOST_MARKS)]
            if end - at > MOST_MARKS:
                yield told(f"… {end - at - MOST_MARKS:,} marks more")
            at = end
        else:
            yield char
            at += 1


def _works(line: str, at: int, leftward: bool) -> bool:
    char = line[at]
    if char in "\u200c\u200d":
        return joins(line, at)
    if char == "\u200b":
        return parts_words(line, at)
    if _SELECTOR.match(char):
        return varies(line, at)
    # Beside letters that run to the left, a mark of direction puts a comma where it belongs; elsewhere it misleads.
    return char in "\u200e\u200f\u061c" and leftward and line[at - 1 : at] != char


def _directions(line: str) -> frozenset[int]:
    """Places of the embeddings and isolates that are closed within the line and turn what runs to the left."""
    open_, kept, leftward = list[tuple[int, int]](), set[int](), 0
    for at, char in enumerate(line):
        leftward += _runs_left(char)
        if char in _OPENS:
            open_.append((at, leftward))
        elif char in _CLOSES:
            # What is closed twice or crossed is of no use to anybody who writes; all of it is told.
            if not open_ or _OPENS[line[open_[-1][0]]] != char or len(open_) > MOST_NESTED:
                return frozenset()
            began, before = open_.pop()
            if line[began] not in "\u202b\u2067" or leftward > before:
                kept |= {began, at}
    return frozenset(kept) if not open_ else frozenset()


def _runs_left(char: str) -> bool:
    return char > "\u0590" and char not in "\u200f\u061c" and unicodedata.bidirectional(char) in _RIGHT_TO_LEFT
