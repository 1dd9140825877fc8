"""Runs of eight words, and their hashes: `python -m tests.brief.runs BRIEF` writes those of the brief into `runs.txt`.

The brief itself is not in the project and can't be got back from the hashes. So the promise to paraphrase can be tested
wherever the course is. Title, author and what follows the conclusion are left out, as they may be cited.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

LENGTH = 8
DIGITS = 12
"""Hexadecimal digits kept of a hash: among millions of runs, none is met by chance."""
KNOWN = Path(__file__).with_name("runs.txt")


def words(text: str) -> list[str]:
    """The words of a text in lower case, without marks: “U.S.” is one, and so is “Korea’s”."""
    plain = unicodedata.normalize("NFKD", text).casefold().replace("u.s.", "us")
    # A paraphrase is none the less a copy for its Markdown, its typographer's marks or a line that ends in a hyphen.
    plain = re.sub(r"(?<=\w)-\s*\n\s*(?=\w)", "", plain)
    return re.findall(r"[^\W_]+", re.sub(r"['’*_`\u0300-\u036f]", "", plain))


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Every run of eight words with its hash."""
    said = words(text)
    for start in range(len(said) - LENGTH + 1):
        run = " ".join(said[start : start + LENGTH])
        yield sha256(run.encode()).hexdigest()[:DIGITS], run


def body(brief: str) -> str:
    """The brief from its first full paragraph to the end of its conclusion."""
    paragraphs = [each for each in re.split(r"\n\s*\n", brief) if each.strip()]
    first = next(at for at, each in enumerate(paragraphs) if len(each.split()) > LENGTH * 3)
    last = max(at for at, each in enumerate(paragraphs[: len(paragraphs)]) if each.startswith("In sum"))
    return "\n".join(paragraphs[first : last + 1])


if __name__ == "__main__":
    found = sorted({known for known, _ in runs(body(Path(sys.argv[1]).read_text(encoding="utf-8")))})
    KNOWN.write_text("\n".join(found) + "\n", encoding="ascii")
