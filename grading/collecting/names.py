"""Names that platforms and people give to archives, folders and files: whose is it, and under which number. Pure.

Canvas writes every file of a class as `<name>_<user id>_<file id>_<file>`, with `LATE_` before the first number where
it was late, `<name>_<user id>_text.html` for a text typed there, and `anon_<code>_<file id>_<file>` where grading is
anonymous; of the name only letters, digits and underscores are left, in lower case (instructure/canvas-lms,
lib/content_zipper.rb). Moodle writes `<full name>_<participant id>_assignsubmission_<type>`, with a space for each
underscore of the name, as a folder or before each file's name; until Moodle 4 with one more underscore at the end. A
group has its own number, and the learners who are in none have none (moodle/moodle, mod/assign/classes/downloader.php).
"""

import re
import unicodedata

import msgspec

from grading.collecting.found import CANVAS, MOODLE

_MOODLE = re.compile(
    r"(?P<name>[^_]*)(?:_(?P<number>\d+))?_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<rest>.*))?", re.DOTALL
)
_CANVAS_TEXT = re.compile(r"(?P<name>.*)_(?P<number>\d+)_(?P<rest>(?:text|link)\.html)", re.DOTALL)
_CANVAS_ANON = re.compile(r"(?P<late>LATE_)?(?P<name>anon_[0-9A-Za-z]+)_(?P<file>\d+)_(?P<rest>.+)", re.DOTALL)
_CANVAS = re.compile(r"(?P<name>.*?)_(?P<late>LATE_|late_)?(?P<number>\d+)_(?P<file>\d+)_(?P<rest>.+)", re.DOTALL)
_LATE = re.compile(r"_(?:LATE|late)\Z")
# A name may end in a number, and a file's name begin with one. Numbers of files are long; what people number is not.
_NUMBER_FIRST = re.compile(r"(?!0)\d{3,}_")
# What no id may have, and a platform may write.
_DROPPED = frozenset('\\*?[]{}<>"')
_SUFFIX = re.compile(r"(?:\.tar)?\.(?:zip|tar|tgz|txz|tbz2?|gz|xz|bz2|rar|7z|zst|lzh|cab|iso|dmg)\Z", re.IGNORECASE)
_COPIED = re.compile(
    r"(?P<name>.+?)(?:[ _-]*\(\d+\)|-Copy\d+| -? ?(?:Copy|Kopie|Copie|Copia|Cópia)(?: ?\(?\d+\)?)?)",
    re.IGNORECASE | re.DOTALL,
)
_COPY_OF = re.compile(r"(?:Copy of|Kopie von|Copie de|Copia de|Cópia de) (?P<name>.+)", re.IGNORECASE | re.DOTALL)
_COPY = re.compile(r"(?:[ _-]*\(\d+\)|-\d+|-Copy\d+)*", re.IGNORECASE)


class AmbiguousError(Exception):
    """A name that can be read in two ways. The message says which, and what to do."""


class Named(msgspec.Struct, frozen=True):
    """What a name says.

    Attributes:
        learner: the id that the name gives a learner, if nobody else has the same.
        number: the learner's, or the group's, on the platform; "" if there is none.
        name: the learner as the platform writes it; "" if a person named it.
        platform: "canvas", "moodle", or "" if a person named it.
        rest: the name that the file had before the platform or a person put something in front of it; "" if none.
        file: Canvas's number of the file; what is handed in later has a greater one.
        typed: whether it holds what was typed into the platform.
        late: whether Canvas says that it came late; it does not say by how much.
    """

    learner: str
    number: str = ""
    name: str = ""
    platform: str = ""
    rest: str = ""
    file: int = 0
    typed: bool = False
    late: bool = False

    @property
    def person(self) -> tuple[str, str]:
        """What tells one learner from another: number and name; without a number the name exactly as it is written."""
        return (self.number, fold(self.learner)) if self.number else (self.platform, f"“{self.learner}”")


def tidy(name: str) -> str:
    """A name in one form: composed, without what can't be seen, with single spaces, and none at its ends."""
    return _spaced("".join(c for c in name if unicodedata.category(c) != "Cf"))


def _spaced(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def fold(name: str) -> str:
    """What two names have in common that a file system or a reader takes for the same."""
    return unicodedata.normalize("NFKC", tidy(name)).casefold()


def stem(name: str) -> str:
    """A file's name without the suffix of an archive."""
    return _SUFFIX.sub("", name)


def by_platform(name: str) -> Named | None:
    """What a name of a platform's says; None if no platform names anything so.

    Raises:
        AmbiguousError: two learners could have it.
    """
    if m := _MOODLE.fullmatch(name):
        number, typed = m["number"] or "", m["kind"] == "onlinetext"
        return Named(plain_id(m["name"], number), number, m["name"], MOODLE, m["rest"] or "", typed=typed)
    if m := _CANVAS_TEXT.fullmatch(name):
        name = _LATE.sub("", m["name"])
        late = name != m["name"]
        return Named(plain_id(name, m["number"]), m["number"], name, CANVAS, m["rest"], typed=True, late=late)
    if m := _CANVAS_ANON.fullmatch(name):
        return Named(m["name"], "", m["name"], CANVAS, m["rest"], int(m["file"]), late=bool(m["late"]))
    if m := _CANVAS.fullmatch(name):
        if _NUMBER_FIRST.match(m["rest"]):
            raise AmbiguousError(
                f"the learner's number in it may be {m['number']} or {m['file']}; look it up, and put the file there "
                "by itself, as <learner>.zip"
            )
        who, late = plain_id(m["name"], m["number"]), bool(m["late"])
        return Named(who, m["number"], m["name"], CANVAS, m["rest"], int(m["file"]), late=late)
    return None


def by_hand(name: str, assignment: str, *, file: bool) -> Named:
    """What the name of an archive, a folder or a file says that a person named: `<learner>`, `<learner>_<assignment>`.

    A file that is no archive is `<learner>_<name of the file>`, where the learner's id may have underscores.
    """
    if file:
        # “journal_ada.json”: whose it is stands behind, where anything may stand.
        ours = ("", "journal", fold(assignment))
        for place in (i for i, c in enumerate(name) if c == "_"):
            rest = name[place + 1 :]
            if rest.casefold().startswith((assignment.casefold(), "journal")):
                return Named(_spaced(name[:place]), rest=rest)
        learner, _, rest = name.rpartition("_")
        return Named("" if fold(learner) in ours else _spaced(learner), rest=rest)
    whole = stem(name)
    learner, _, last = whole.rpartition("_")
    return Named(_spaced(learner if learner and copy_of(assignment, last) else whole))


def copy_of(name: str, other: str) -> bool:
    """Whether another name is this one, or that of a numbered copy of it."""
    return other.casefold().startswith(name.casefold()) and bool(_COPY.fullmatch(other[len(name) :]))


def original(name: str) -> str:
    """The name of which this is that of a copy, as browsers and file managers make it; "" if it is none."""
    m = _COPIED.fullmatch(name) or _COPY_OF.fullmatch(name)
    return m["name"] if m else ""


def plain_id(name: str, number: str) -> str:
    """The id that a platform's name gives.

    What no id may have, and what can't be seen, is left out. Then the number follows, because the name may now be
    another learner's.
    """
    written = _spaced(name)
    kept = tidy("".join(c for c in written if c not in _DROPPED))
    return kept if kept == written and kept else f"{kept}-{number}".strip("-")
