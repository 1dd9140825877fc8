"""Any script reads as written; what hides or turns text is told where it stands; nothing is lost."""

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.reading.seen import MOST_MARKS, visible

AS_WRITTEN = {
    "persian": "می‌خواهم کتاب‌های خوب را بخوانم؛ ه‍.",
    "persian after a letter that does not join": "کار‌ها و خانه‌ای",
    "arabic with vowels": "كِتَابٌ جَدِيدٌ",
    "urdu": "پاکستان میں اردو",
    "hindi": "क्‍ष क्‌ष हिन्दी में निबंध",
    "marathi eyelash": "दर्‍या",
    "bengali ya-phalaa": "র‍্যাব",
    "sinhala": "ශ්‍රී ලංකා",
    "malayalam": "അവന്‍ ന്‌",
    "hebrew with accents": "בְּרֵאשִׁ֖ית בָּרָ֣א",
    "hebrew with a mark of direction": "שלום, \u200fabc!",
    "hebrew isolated in english": "He said \u2067שלום עולם\u2069, and left.",
    "english embedded in arabic": "قال \u202aReset 2014\u202c أمس",
    "korean": "한국어 문장. 각",
    "thai with breaks": "ภาษา\u200bไทย น้ำ",
    "khmer": "ខ្មែរ\u200bភាសា",
    "vietnamese decomposed": unicodedata.normalize("NFD", "Việt Nam đã trả lời"),
    "mongolian": "ᠮᠣᠩᠭᠣᠯ\u180b",
    "japanese variant": "葛\U000e0100城",
    "family": "👨‍👩‍👧‍👦 👩🏽‍💻 👨‍❤️‍💋‍👨 🏳️‍🌈 ❤️ ☎︎",
    "flags": "🇰🇷🇺🇸 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "keycap": "1️⃣ #️⃣ ©️ ™️",
    "newer than the data": "\U0001fae8 \U0001fadf",
    "tibetan": "བོད་སྐད་ཧཱུྂ",
    "mathematics": "x ≤︀ y, a\u0338",
}
TOLD = {
    "override": ("a\u202eb", "a[U+202E]b"),
    "override in hebrew": ("שלום\u202eabc\u202c", "שלום[U+202E]abc[U+202C]"),
    "isolate not closed": ("שלום\u2067abc", "שלום[U+2067]abc"),
    "isolate closed twice": ("שלום\u2067א\u2069\u2069", "שלום[U+2067]א[U+2069][U+2069]"),
    "isolate closed on another line": ("\u2067שלום\nab\u2069", "[U+2067]שלום\nab[U+2069]"),
    "isolate that turns latin": ("10 \u2067of 1\u2069", "10 [U+2067]of 1[U+2069]"),
    "mark of direction in latin": ("10\u200f!", "10[U+200F]!"),
    "tags alone": ("x\U000e0041\U000e0042", "x[U+E0041][U+E0042]"),
    "tags behind a flag that hide words": ("🏴\U000e0068\U000e0069\U000e007f", "🏴[U+E0068][U+E0069][U+E007F]"),
    "a flag that is not ended": ("🏴\U000e0067\U000e0062", "🏴[U+E0067][U+E0062]"),
    "soft hyphen": ("re\u00adset", "re[U+00AD]set"),
    "zero width space in latin": ("re\u200bset", "re[U+200B]set"),
    "joiner in latin": ("a\u200db\u200cc", "a[U+200D]b[U+200C]c"),
    "joiner twice": ("می\u200c\u200cخ", "می[U+200C][U+200C]خ"),
    "joiner after an emoji, before a letter": ("👩\u200da", "👩[U+200D]a"),
    "word joiner and byte order mark": ("a\u2060b\ufeff", "a[U+2060]b[U+FEFF]"),
    "private use": ("\ue000\U000f0001", "[U+E000][U+F0001]"),
    "hangul fillers": ("a\u3164\uffa0\u115f", "a[U+3164][U+FFA0][U+115F]"),
    "selectors in excess": ("❤\ufe0f\ufe0f x\ufe0f", "❤\ufe0f[U+FE0F] x[U+FE0F]"),
    "ideographic selector on a letter": ("a\U000e0100", "a[U+E0100]"),
    "line separators": ("a\u2028b\u2029c", "a[U+2028]b[U+2029]c"),
    "controls": ("a\x00\x1b[2J\x7f\x9b", "a[U+0000][U+001B][2J[U+007F][U+009B]"),
    "a half": ("a\ud800", "a[U+D800]"),
    "many": ("\u200b" * 5000, "[U+200B × 5,000]"),
    "piled up": ("e" + "\u0301" * 200_000, "e" + "\u0301" * 10 + "[… 199,990 marks more]"),
}


@pytest.mark.parametrize("text", AS_WRITTEN.values(), ids=AS_WRITTEN)
def test_any_script_reads_as_it_is_written(text: str):
    assert visible(text) == text


@pytest.mark.parametrize(("text", "shown"), TOLD.values(), ids=TOLD)
def test_what_deceives_is_told_where_it_stands(text: str, shown: str):
    assert visible(text) == shown


MIXED = st.text(
    st.sampled_from(
        "ab1 \nיאمیक्ষ👩🏴한\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202e\u2066\u2067\u2068\u2069"
        "\ufe0f\ufe00\u00ad\u3164\ue000\U000e0067\U000e0062\U000e007f\u0301\u0308\x00"
    )
)


@given(st.text() | MIXED)
def test_what_is_shown_less_what_is_told_is_what_was_typed(text: str):
    """A pile of marks apart, of which the number is told."""
    told: list[str] = []

    def tell(says: str) -> str:
        told.append(says)
        return f"\ue000{says}\ue001"

    def typed(says: str) -> str:
        code, _, times = says.removeprefix("U+").partition(" × ")
        return chr(int(code, 16)) * int((times or "1").replace(",", ""))

    shown = visible(text, tell)
    back = re.sub("\ue000(U\\+.*?)\ue001", lambda m: typed(m[1]), shown)
    if not any(says.startswith("…") for says in told):
        assert back == text


@given(st.text() | MIXED)
def test_nothing_unseen_is_left_and_marks_are_bounded(text: str):
    shown = visible(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\u2060\ufeff\u3164\u00ad\ue000-\uf8ff]", shown)
    most = max((len(m) for m in re.findall("[\u0300-\u036f]+", shown)), default=0)
    assert most <= MOST_MARKS


@pytest.mark.parametrize(
    "text",
    ["a\u200f" * 100_000 + "א", "\u2067א\u2069" * 60_000, "\u2067" * 100_000, "👩\u200d" * 100_000, "क्\u200d" * 60_000,
     "a\u0301" * 100_000, "\U000e0067" * 200_000, "\u200d\u200c" * 100_000, "x\ufe0f" * 100_000],
)  # fmt: skip
def test_no_text_takes_long(text: str):
    begun = time.perf_counter()
    visible(text)
    assert time.perf_counter() - begun < 5
