"""Collect from nbgrader's exchange, where every learner can write, without following what stands there.

nbgrader copies through whatever links it finds, with the rights of whoever collects, so that a link to another's
journal would arrive as a journal of one's own. A pipe, a device or a folder with an odd name stops the whole class.
"""

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from nbgrader.apps.collectapp import CollectApp
from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseFeedback
from nbgrader.utils import get_username

from grading.collecting.found import EXCHANGE, IN_PART, NOT_TAKEN, TAKEN, Found
from grading.collecting.inbound import Inbound
from grading.collecting.place import OutsideError, held
from grading.collecting.telling import finish
from grading.collecting.transfer import by_exchange, changes, standing
from grading.reading import notcollected
from grading.reading.inert import one_line
from grading.reading.submission import TIMESTAMP, is_time

if sys.platform != "win32":
    import pwd

_NOBODY = ""


class CourseCollect(ExchangeCollect):  # type: ignore[misc] # nbgrader is untyped
    """Take the plain files of each submission; say what was left, and why."""

    src_records: list[Mapping[str, Any]]
    inbound_path: str

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - nbgrader is untyped
        super().__init__(**settings)
        self.found: list[Found] = []

    def init_src(self) -> None:
        """As nbgrader's, which says only that a folder is missing, and gives up on the class at an odd name."""
        course, name = Path(self.root, self.coursedir.course_id), self.coursedir.assignment_id
        if not (course / "inbound").is_dir():
            self.fail(
                f"{course}: nothing was released through this exchange; run `nbgrader release_assignment {name}`, "
                "or `zip_collect` where learners hand in elsewhere."
            )
        super().init_src()
        self.src_records = [record for record in self.src_records if record["username"] != _NOBODY]
        if self.check_owner:
            self._warn_of_own(str(get_username()))
        # Done in `_path_to_record`. nbgrader only warns, when it has chosen already, and fails at a link to nothing.
        self.set_trait("check_owner", False)

    def start(self) -> None:
        """Collect, tell, and end a command with `telling.LEFT_OUT` if something was left out."""
        self.found = []
        super().start()
        root, assignment = Path(self.coursedir.root), self.coursedir.assignment_id
        # The formgrader's button has no status; it shows what was logged.
        finish(self.log, root, assignment, self.found, exits=isinstance(self.parent, CollectApp))

    def copy_files(self) -> None:
        """Take each submission that is new, or newer than what was collected before; leave and tell the others."""
        if not self.src_records:
            name, course = self.coursedir.assignment_id, self.coursedir.course_id
            self.log.warning("No submissions of '%s' for course '%s' to collect", name, course)
        for record in self.src_records:
            coursedir, learner = self.coursedir, record["username"]
            source = Path(self.inbound_path, record["filename"])
            place = coursedir.format_path(coursedir.submitted_directory, learner, coursedir.assignment_id)
            with tempfile.TemporaryDirectory() as room:
                self._take(record, source, Path(place), Path(room))

    def _take(self, record: Mapping[str, Any], source: Path, place: Path, room: Path) -> None:
        inbound = Inbound(source, room / "room", self.coursedir.assignment_id)
        safe = room / "submission"
        safe.mkdir()
        for name, data in inbound.files.items():
            try:
                held(safe, name).write_bytes(data)
            except (OutsideError, OSError) as e:
                inbound.left.append(f"{name} can't be written ({e}); it was left out.")
        # Both times are a learner's word. At one that is none nbgrader would give up on the class another time.
        (safe / TIMESTAMP).write_text(source.name.rsplit("+", 3)[2], encoding="utf-8")
        before, after = standing(place), standing(safe)
        stays = self._stays(place, record["timestamp"]) if place.is_dir() else None
        told: Sequence[str] = [*inbound.told, *changes(before, after)]
        if stays is None:
            notcollected.write(safe, inbound.left)
            part = place.with_name(f".{place.name}.part")
            shutil.rmtree(part, ignore_errors=True)
            part.parent.mkdir(parents=True, exist_ok=True)
            self.do_copy(str(safe), str(part))
            if place.exists():
                shutil.rmtree(place)
            part.rename(place)
        elif before != after:
            told = [stays] if stays else ["What was collected before stays."]
        left_out = bool(stays) and before != after
        status = NOT_TAKEN if left_out else IN_PART if inbound.left else TAKEN
        why = " ".join([*([] if left_out else inbound.left), *told])
        self.found.append(Found(record["username"], "", "", EXCHANGE, source.name, status, why))

    def _stays(self, place: Path, handed_in: datetime) -> str | None:
        """Why what was collected before stays, "" if it is this or of a later hand-in; None if it is to be replaced."""
        at = f"{handed_in:%Y-%m-%d %H:%M} UTC"
        by_update = f"Other work was collected before, and stays. To take what was handed in at {at}, add --update."
        stamp = by_exchange(place)
        files = [p.lstat().st_mtime for p in place.iterdir()]
        then = datetime.fromtimestamp(max(files, default=0) if stamp is None else stamp, UTC).replace(tzinfo=None)
        if handed_in > then:
            return None if self.update or self.before_duedate else by_update
        if stamp is not None:
            return None if self.before_duedate and handed_in != then else ""
        if not self.update:
            return by_update
        return f"What was collected before, not through the exchange, is newer than this ({at}), and stays."

    def _warn_of_own(self, me: str) -> None:
        for record in self.src_records:
            path = Path(self.inbound_path, record["filename"])
            with contextlib.suppress(OSError):
                if record["username"] != me and owner_of(path) is None:
                    self.log.warning("%s: handed in for %s by whoever collects.", path, record["username"])

    def _path_to_record(self, path: str) -> Mapping[str, Any]:
        says = self._fault(Path(path))
        if not says:
            record: Mapping[str, Any] = super()._path_to_record(path)
            return record
        self.log.warning("%s: %s It was not collected.", one_line(path), says)
        name = Path(path).name
        self.found.append(Found(name, "", "", EXCHANGE, name, NOT_TAKEN, says))
        return {"username": _NOBODY, "filename": "", "timestamp": datetime.now(UTC).replace(tzinfo=None)}

    def _fault(self, path: Path) -> str:
        learner, *rest = path.name.rsplit("+", 3)
        if len(rest) < 2 or not notcollected.fit_for_id(learner) or not is_time(rest[1]):
            return "Expected <learner>+<assignment>+<time>+<code>."
        if rest[0] != self.coursedir.assignment_id:
            return f"Expected the assignment {self.coursedir.assignment_id}."
        try:
            path.stat()
            owner = owner_of(path)
        except OSError as e:
            return f"It can't be opened ({e.strerror})."
        if self.check_owner and owner not in (None, learner):
            return f"It says that it is {learner}'s and belongs to {owner}; ExchangeCollect.check_owner sees to that."
        return ""


def owner_of(path: Path) -> str | None:
    """The user to whom a file belongs, or a link itself; None if it is whoever asks, or where files have no owners."""
    if sys.platform == "win32":
        return None
    uid = path.lstat().st_uid
    if uid == os.geteuid():
        return None
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"


class CourseReleaseFeedback(ExchangeReleaseFeedback):  # type: ignore[misc] # nbgrader is untyped
    """Give feedback out through the exchange."""

    def init_src(self) -> None:
        """As nbgrader's, which says nothing and succeeds where there is nothing to give out."""
        super().init_src()
        source, root = Path(self.src_path), Path(self.coursedir.root)
        if not any(root.glob(f"{source.relative_to(root)}/*.html")):
            self.fail(f"{source}: no feedback; run `nbgrader generate_feedback {self.coursedir.assignment_id}`.")
