"""In a browser tab a package is fetched when something in it is first used, and only if it is what the lock says."""

import hashlib
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from course.when_needed import Packages, WhenNeeded
from grading.static_site.wheel import zipped

FILES = {
    "sea_level": {
        "sea_level/__init__.py": b"from sea_level import part\nvalue = part.value",
        "sea_level/part.py": b"value = 1",
    },
    "tide": {"tide/__init__.py": b"import sea_level\nheight = sea_level.value + 1"},
}
NEEDS = {"sea_level": [], "tide": ["sea_level"]}


class Site:
    """Two packages, of which one needs the other, and what was asked for."""

    def __init__(self, folder: Path) -> None:
        self.wheels = {f"{name}.whl": zipped(files) for name, files in FILES.items()}
        told = {
            name: {
                "file_name": f"{name}.whl",
                "imports": [name],
                "depends": NEEDS[name],
                "sha256": hashlib.sha256(self.wheels[f"{name}.whl"]).hexdigest(),
            }
            for name in FILES
        }
        self.asked: list[str] = []
        self.finder = WhenNeeded(Packages(told, set(), self._read, folder), ["harbour_room"])

    def _read(self, file: str) -> bytes:
        self.asked.append(file)
        return self.wheels[file]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    made = Site(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "meta_path", [made.finder, *sys.meta_path])
    for name in ("sea_level", "sea_level.part", "tide", "harbour_room"):
        monkeypatch.setitem(sys.modules, name, None)  # so that they are taken out again afterwards
        del sys.modules[name]
    return made


def test_an_import_fetches_nothing_and_the_first_use_fetches_what_is_needed_once(site: Site):
    tide = importlib.import_module("tide")
    assert importlib.import_module("tide") is tide
    assert site.asked == []
    assert tide.height == 2
    assert site.asked == ["sea_level.whl", "tide.whl"]
    assert importlib.import_module("sea_level").value == 1
    assert site.asked == ["sea_level.whl", "tide.whl"]


def test_a_part_of_a_package_can_be_imported_first(site: Site):
    assert importlib.import_module("sea_level.part").value == 1
    assert importlib.import_module("sea_level").value == 1


def test_another_file_than_the_lock_says_is_not_unpacked_and_the_right_one_is_taken_later(site: Site, tmp_path: Path):
    tide, right = importlib.import_module("tide"), site.wheels["tide.whl"]
    site.wheels["tide.whl"] = zipped({"tide/__init__.py": b"height = 0"})
    with pytest.raises(ImportError, match=r"^tide\.whl: is not the file that this site was built with"):
        _ = tide.height
    assert not (tmp_path / "tide").exists()
    site.wheels["tide.whl"] = right
    assert tide.height == 2


def test_a_room_is_loaded_when_something_in_it_is_first_used(site: Site, tmp_path: Path):
    (tmp_path / "harbour_room.py").write_text("import sys\nsys.harbour_room_ran = depth = 3")
    room = importlib.import_module("harbour_room")
    assert not hasattr(sys, "harbour_room_ran")
    assert room.depth == 3
    del sys.harbour_room_ran
    with pytest.raises(AttributeError):
        _ = room.width


def test_what_asks_questions_needs_no_tables_and_no_charts():
    code = "import sys; from course import ask, check_in, retrieve\nprint({*sys.modules} & {'pandas', 'altair'})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_to_look_whether_a_module_has_a_file_is_no_use_of_it(site: Site):
    tide = importlib.import_module("tide")
    assert not hasattr(tide, "__file__")
    assert site.asked == []
