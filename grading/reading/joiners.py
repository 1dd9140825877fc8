"""Which marks that have no form of their own do honest work where they stand. Pure.

After the Unicode data of Python's `unicodedata` (names, categories, combining classes) and: UAX #31, section 2.3, for
joiners in scripts (A1 cursive scripts, A2 and B after a virama) and chapters 9 and 12 of the Core Specification, which
allow more outside of names (a cut-off Persian letter, the Bengali ya-phalaa); UTS #51 for sequences of emoji and of
tags; emoji-variation-sequences.txt and UTS #37 for variation selectors; UAX #14 for U+200B in scripts that are written
without spaces. The script of a character is the first word of its name, since `unicodedata` has no scripts.
"""

import unicodedata
from functools import cache

ZWNJ, ZWJ = "\u200c", "\u200d"
_CURSIVE = frozenset(
    [
        "ARABIC",
        "SYRIAC",
        "MANDAIC",
        "NKO",
        "MONGOLIAN",
        "ADLAM",
        "HANIFI",
        "MANICHAEAN",
        "PSALTER",
        "PHAGS-PA",
        "SOGDIAN",
        "CHORASMIAN",
    ]
)
_BRAHMIC = frozenset(
    [
        "DEVANAGARI",
        "BENGALI",
        "GURMUKHI",
        "GUJARATI",
        "ORIYA",
        "TAMIL",
        "TELUGU",
        "KANNADA",
        "MALAYALAM",
        "SINHALA",
        "KHMER",
        "MYANMAR",
        "TIBETAN",
        "BALINESE",
        "JAVANESE",
        "SUNDANESE",
        "CHAKMA",
        "GRANTHA",
        "NEWA",
        "TIRHUTA",
        "SHARADA",
        "KAITHI",
        "MODI",
        "TULU-TIGALARI",
        "SAURASHTRA",
        "LIMBU",
        "MEETEI",
    ]
)
_UNSPACED = frozenset(["THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "JAVANESE", "BALINESE", "TAI", "NEW"])
_EMOJI_LIKE_TEXT = frozenset("#*0123456789\u203c\u2049\u3030\u303d\u2122\u2139\u3297\u3299\u24c2")
_FLAG, _END = "\U0001f3f4", "\U000e007f"
# UTS #51, annex B: no other subdivision is recommended for interchange, so no other has a picture; it would hide text.
_FLAGS = tuple("".join(chr(0xE0000 + ord(c)) for c in name) + _END for name in ("gbeng", "gbsct", "gbwls"))
MOST_JOINED = 9
"""Joiners in one chain of emoji. The longest sequences that are in use have three."""


@cache
def script(char: str) -> str:
    """The script of a letter, digit or mark, such as ARABIC; "" of anything else."""
    return unicodedata.name(char, "").split(" ")[0] if char and unicodedata.category(char)[0] in "LMN" else ""


def is_picture(char: str) -> bool:
    """Whether a character is or may be an emoji, also one that is newer than Python's data."""
    return bool(char) and (unicodedata.category(char) == "So" or "\U0001f000" <= char <= "\U0001faff")


def flag_at(text: str, at: int) -> int:
    """How many tag characters from `at` on belong to a flag that stands there whole; 0 if they hide something."""
    flagged = at > 0 and text[at - 1] == _FLAG
    return next((len(tags) for tags in _FLAGS if flagged and text.startswith(tags, at)), 0)


def joins(text: str, at: int) -> bool:
    """Whether the ZWJ or ZWNJ at a place changes how its neighbours are written."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if {before, after} & {ZWNJ, ZWJ}:
        return False
    left, right = script(before), script(after)
    if left in _CURSIVE:
        # A joiner shows a letter in its form within a word, which may be the last of what is written.
        return right in _CURSIVE or text[at] == ZWJ or not after.isalnum()
    if left in _BRAHMIC:
        return right == left or unicodedata.combining(before) == 9
    if text[at] == ZWJ and right in _CURSIVE:
        return True
    return text[at] == ZWJ and is_picture(after) and _joined_before(text, at) <= MOST_JOINED


def _joined_before(text: str, at: int) -> int:
    """Joiners in the chain of emoji that goes on at `at`, this one included; too many if no emoji stands before it."""
    count, place = 1, at
    while count <= MOST_JOINED:
        place -= 1
        # An emoji may have a colour of skin or a selector behind it.
        if place >= 0 and (text[place] == "\ufe0f" or "\U0001f3fb" <= text[place] <= "\U0001f3ff"):
            place -= 1
        if place < 0 or not is_picture(text[place]):
            break
        if place == 0 or text[place - 1] != ZWJ:
            return count
        place -= 1
        count += 1
    return MOST_JOINED + 1


def parts_words(text: str, at: int) -> bool:
    """Whether the U+200B at a place stands between words of a script that is written without spaces."""
    left, right = script(text[at - 1 : at]), script(text[at + 1 : at + 2])
    return left in _UNSPACED and right in _UNSPACED


def varies(text: str, at: int) -> bool:
    """Whether the variation selector at a place belongs to a character that has variants."""
    base, selector = text[at - 1 : at], text[at]
    if not base:
        return False
    if selector in "\ufe0e\ufe0f":
        return is_picture(base) or base in _EMOJI_LIKE_TEXT or unicodedata.category(base)[0] == "S"
    if "\ufe00" <= selector <= "\ufe0d":
        return unicodedata.category(base) == "Sm" or base == "0" or script(base) in ("CJK", "MYANMAR", "PHAGS-PA")
    return script(base) == ("MONGOLIAN" if selector < "\ufe00" else "CJK")
