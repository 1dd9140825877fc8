"""Nobody's archive puts anything into another's folder, whatever the archives in it are called."""

from pathlib import Path

import pytest

from grading.collecting.place import OutsideError, Rooms, held
from grading.collecting.telling import LEFT_OUT
from tests.accidents.platforms import packed
from tests.grading.classroom import ASSIGNMENT, Classroom
from tests.hostile.archives import UPWARD

VICTIM, ABSENT, ATTACKER = "victim_1_assignsubmission_file_", "absent_2_assignsubmission_file_", "attacker"
OWN, OTHER = b'{"own": true}', b'{"forged": true}'


def test_an_archive_within_stays_with_its_maker(tmp_path: Path):
    """By a platform that makes a folder for each learner, and by one that makes an archive."""
    room = Classroom(tmp_path)
    room.generate()
    archives = room.root / "downloaded" / ASSIGNMENT / "archive"
    for folder in (VICTIM, f"{ATTACKER}_3_assignsubmission_file_"):
        (archives / folder).mkdir(parents=True)
    _write(archives / VICTIM / "deep.zip", {"a/b/journal.json": OWN})
    forged = packed({f"{to}journal.json": OTHER for to in ("", f"{VICTIM}/", f"{ABSENT}/", "victim_9_9_x/", "absent/")})
    for name in ("...zip", "..zip", ".. .zip"):
        (archives / f"{ATTACKER}_3_assignsubmission_file_" / name).write_bytes(forged)
        (archives / name).write_bytes(forged)
    _write(archives / f"{ATTACKER}_3_4_x.zip", dict.fromkeys(UPWARD, forged) | {"journal.json": OWN})
    said = room.run("zip_collect", ASSIGNMENT, status=LEFT_OUT)
    assert (room.root / "submitted" / "victim" / ASSIGNMENT / "journal.json").read_bytes() == OWN
    assert {p.name for p in (room.root / "submitted").iterdir()} == {"victim", ATTACKER}
    folders = {VICTIM, f"{ATTACKER}_3_assignsubmission_file_", f"{ATTACKER}_3_4_x"}
    assert {p.name for p in (archives.parent / "extracted").iterdir()} == folders
    assert {p.name for p in archives.parent.iterdir()} == {"archive", "extracted"}
    assert "...zip" in said


@pytest.mark.parametrize("name", ["", ".", "..", "...", ". .", ".. ", "\u2025", "\uff0e\uff0e", "a/b", "/", "a\0"])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str):
    with pytest.raises(OutsideError):
        held(tmp_path, name)
    with pytest.raises(OutsideError):
        held(tmp_path, "folder", name)


def test_a_link_on_the_way_is_refused(tmp_path: Path):
    (tmp_path / "other").mkdir()
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "link").symlink_to(tmp_path / "other")
    with pytest.raises(OutsideError):
        held(tmp_path / "home", "link", "journal.json")
    assert held(tmp_path / "home", "plain", "journal.json") == tmp_path / "home" / "plain" / "journal.json"


def test_folders_of_an_archive_are_numbered_and_keep_their_depth(tmp_path: Path):
    rooms = Rooms(tmp_path)
    assert rooms.room(("..", "CON")) == tmp_path / "1" / "2"
    assert rooms.room(("..", "a")) == tmp_path / "1" / "3"
    assert rooms.room(("..", "CON")) == tmp_path / "1" / "2"
    assert rooms.room(()) == tmp_path


def _write(path: Path, members: dict[str, bytes]) -> None:
    path.write_bytes(packed(members))
