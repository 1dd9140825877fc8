"""Pages of feedback in the archive that a learning platform takes back. Nobody's page goes to a number in doubt.

Moodle (View all submissions ▸ Upload multiple feedback files in a zip; `mod/assign/feedback/file/importziplib.php`)
finds a learner by the number in a folder's name, “Full Name_123_assignsubmission_file_”; an underscore parts the name,
so a name has none. Canvas (assignment ▸ Re-Upload Submissions; `generate_comments_from_files` of
`app/models/assignment.rb`) finds the user and the file handed in by the first two parts of a name that are digits, as
in “ada_123_456_work.zip”, and shows the learner what comes back under the name of that file
(instructure/canvas-lms#2406). So a page goes back in an archive where an archive was handed in.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from grading.collecting.found import CANVAS, MOODLE, Found
from grading.export.numbers import numbers
from grading.reading.files import NotPlainError, read_plain
from grading.reading.inert import one_line

LARGEST = 100_000_000
_BEGINNING = (1980, 1, 1, 0, 0, 0)


class Packed(msgspec.Struct, frozen=True):
    """The archives, and who is in none.

    Attributes:
        archives: platform to the bytes of its archive; one without anybody is not there.
        learners: platform to those in its archive.
        left: learner to why the page has to be sent by hand.
    """

    archives: dict[str, bytes]
    learners: dict[str, tuple[str, ...]]
    left: dict[str, str]


def pages(root: Path, assignment: str) -> dict[str, dict[str, bytes]]:
    """Learner to the pages of feedback in `feedback/<learner>/<assignment>/`, by name.

    Raises:
        NotPlainError: a page is a link, or can't be read.
    """
    found = {}
    for folder in sorted((root / "feedback").glob(f"*/{assignment}")):
        if folder.is_symlink() or folder.parent.is_symlink():
            raise NotPlainError(f"{folder} is a link, and links are not followed.")
        own = {path.name: read_plain(path, LARGEST) or b"" for path in sorted(folder.glob("*.html"))}
        if own:
            found[folder.parent.name] = own
    return found


def pack(feedback: Mapping[str, Mapping[str, bytes]], rows: Iterable[Found], names: Mapping[str, str]) -> Packed:
    """Pack every page for the platform from which its learner's hand-in came.

    Args:
        feedback: learner to pages.
        rows: the ledger of the assignment.
        names: learner to “First Last”, for Moodle's folders.
    """
    rows = list(rows)
    files: dict[str, dict[str, bytes]] = {MOODLE: {}, CANVAS: {}}
    learners: dict[str, list[str]] = {MOODLE: [], CANVAS: []}
    left = dict.fromkeys(feedback, "no archive of Canvas or Moodle gave a number")
    for platform in (MOODLE, CANVAS):
        known = numbers(rows, platform)
        left |= {who: why for who, why in known.unclear.items() if who in feedback}
        for who in sorted(feedback.keys() & known.found.keys()):
            mine = [row for row in rows if row.learner == who and row.platform == platform]
            if platform == MOODLE:
                name = next((row.name for row in mine if row.name), names.get(who, who))
                files[platform] |= _for_moodle(name, known.found[who], feedback[who])
            elif file := _file_of_canvas(known.found[who], mine):
                files[platform][file] = _zipped(feedback[who])
            else:
                left[who] = "no zip archive was handed in, and Canvas would give the page the name of another file"
                continue
            learners[platform].append(who)
    packed = {who for each in learners.values() for who in each}
    return Packed(
        {platform: _zipped(each) for platform, each in files.items() if each},
        {platform: tuple(each) for platform, each in learners.items() if each},
        {who: why for who, why in left.items() if who not in packed},
    )


def _for_moodle(name: str, number: str, own: Mapping[str, bytes]) -> dict[str, bytes]:
    clean = re.sub(r"[^\w .-]|_", " ", one_line(name)).strip(" .") or "learner"
    return {f"{clean}_{number}_assignsubmission_file_/{page}": data for page, data in own.items()}


def _file_of_canvas(number: str, rows: Iterable[Found]) -> str:
    """The name of the last archive that a learner handed in, if Canvas finds the learner by it; else ""."""
    names = [re.split(r": |/", row.found)[-1] for row in rows]
    digits = {name: [part for part in name.split("_") if re.fullmatch(r"[0-9]+", part)] for name in names}
    fits = [n for n in names if n.lower().endswith(".zip") and len(digits[n]) > 1 and digits[n][0] == number]
    return max(fits, key=lambda name: int(digits[name][1]), default="")


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """An archive with the same bytes for the same files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, data)
    return made.getvalue()
