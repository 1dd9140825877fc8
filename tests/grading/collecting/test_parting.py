"""What is a class archive, what is a learner's, and what can't be told."""

import pytest

from grading.collecting.parting import NotAClassError, parted
from grading.collecting.transfer import choose

A, B = "Ada_1_assignsubmission_file_", "Ben_2_assignsubmission_file_"
CLASS = [(A, "journal.json"), (B, "journal.json")]


@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("submissions.zip", ["ada.zip"]),
        ("submissions (3).zip", ["ada.zip"]),
        ("course-work_submissions.zip", ["ada.zip"]),
        ("COURSE-Work-1234.zip", ["ada.zip"]),
        ("anything.zip", []),
        ("anything.zip", [f"{A}x.zip", "submissions.zip", "marks.csv"]),
    ],
)
def test_a_class_archive_is_parted(name: str, beside: list[str]):
    assert set(parted(name, CLASS, [name, *beside], "work")) == {A, B}


def test_a_folder_around_it_and_what_a_system_leaves_do_not_matter():
    paths = [(), *(("x", "y", *path) for path in CLASS), ("__MACOSX", "x", "._y"), ("x", ".DS_Store")]
    assert set(parted("x.zip", paths, ["x.zip"], "work")) == {A, B}


@pytest.mark.parametrize(
    ("name", "paths", "beside"),
    [
        ("mallory.zip", CLASS, ["ada.zip"]),
        ("mallory_1_2_submissions.zip", CLASS, []),
        (f"{A}mine.zip", CLASS, []),
        ("all.zip", [("ada", "journal.json"), ("ben", "journal.json")], []),
        ("all.zip", [("ada.zip",), ("ben.tar.gz",)], []),
        ("all.zip", [("ada_journal.json",), ("ben_journal.json",)], []),
        ("all.zip", [("gradebook_W_ada_attempt_1_work.ipynb",), ("gradebook_W_ben_attempt_1_work.ipynb",)], []),
    ],
)
def test_what_may_be_several_learners_is_refused(name: str, paths: list[tuple[str, ...]], beside: list[str]):
    with pytest.raises(NotAClassError):
        parted(name, paths, [name, *beside], "work")


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("ada.zip", [("journal.json",), ("x", "journal.json"), ("y", "journal.json")]),
        ("ada.zip", [("work", "journal.json"), ("backup", "journal.json")]),
        ("ada.zip", [("a", "b", "journal.json")]),
        ("ada_1_2_x.zip", [("journal.json",), (A, "journal.json")]),
        ("ada.zip", [("journal.json",), (A, "journal.json")]),
        ("ada.zip", [("journal.json",), ("my_work.ipynb",)]),
        ("ada.zip", [("journal (1).json",), ("work-Copy1.ipynb",)]),
        ("ada.zip", []),
    ],
)
def test_a_learners_archive_is_left_whole(name: str, paths: list[tuple[str, ...]]):
    assert parted(name, paths, [name], "work") == {}


def test_no_file_is_lost_to_another_of_its_name():
    pieces = [("j.json", b"1"), ("j.json", b"2"), ("J.json", b"3"), ("j (2).json", b"4"), ("j.json", b"1")]
    chosen = choose(pieces)
    assert sorted(chosen.files.values()) == [b"1", b"2", b"3", b"4"]
    assert chosen.files["j.json"] == b"1"
    assert chosen.files["j (2).json"] == b"4"
    assert len({name.casefold() for name in chosen.files}) == 4
