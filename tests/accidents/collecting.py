"""On the way from a platform or the exchange into `submitted/`."""

import unicodedata

import pytest

from grading.collecting.telling import LEFT_OUT
from tests.accidents.collected import NFC, NFD, NOTEBOOK, RAR, SEVEN, Collected, book, own
from tests.accidents.platforms import canvas, canvas_name, moodle, moodle_name, packed, tarred
from tests.grading.classroom import ASSIGNMENT


@pytest.fixture(scope="module")
def of_canvas(tmp_path_factory: pytest.TempPathFactory) -> Collected:
    """Canvas's submissions.zip."""
    made, n = Collected(tmp_path_factory.mktemp("canvas")), canvas_name
    of_mac = {"journal.json": own("mac"), "__MACOSX/._journal.json": b"\0", ".DS_Store": b"\0", "._journal.json": b"\0"}
    handed_in = {
        n("Maier, Anna", 101, 900, "journal.json"): own("anna"),
        n("Maier, Anna", 101, 901, NOTEBOOK): book("anna"),
        n("Late, Luca", 102, 902, "work.zip", late=True): packed({"a/journal.json": own("luca")}),
        n("o_brien", 103, 903, "journal.json"): own("brien"),
        n("o_malley", 104, 904, "journal.json"): own("malley"),
        n("Again, Ada", 105, 905, "journal-1.json"): own("ada"),
        n("Again, Ada", 105, 906, f"{ASSIGNMENT}-2.ipynb"): book("ada"),
        n("Łukasz, Zoë", 106, 907, "journal.json"): own("zoe"),
        n("Schmidt, Kim", 107, 908, "journal.json"): own("kim107"),
        n("Schmidt, Kim", 108, 909, "journal.json"): own("kim108"),
        n("typed", 109, 0, "").removesuffix("0_") + "text.html": b"<p>My essay</p>",
        "anon_aB3dE_911_journal.json": own("anon"),
        n("class_77", 110, 9120, "journal.json"): own("ends in a number"),
        n("class", 77, 913, "journal.json"): own("seventy-seven"),
        n("rar", 111, 914, "work.rar"): RAR,
        n("seven", 112, 915, f"{ASSIGNMENT}.zip"): SEVEN,
        n("doc", 113, 916, "journal.json"): own("doc"),
        n("doc", 113, 917, "essay.docx"): packed({"word/document.xml": b"x"}),
        n("mac", 114, 918, "work.zip"): packed(of_mac),
        n("empty", 115, 919, "photo.jpg"): b"\xff\xd8",
    }
    canvas(made.archive / "submissions.zip", handed_in)
    made.run("zip_collect", status=LEFT_OUT)
    return made


def canvas_class_archive(of_canvas: Collected) -> None:
    assert of_canvas.files("maieranna") == {"journal.json": own("anna"), NOTEBOOK: book("anna")}
    row = of_canvas.row("maieranna")
    assert (row.number, row.name, row.platform, row.status, row.why) == ("101", "maieranna", "canvas", "taken", "")
    assert row.found.startswith("submissions.zip: maieranna_101_90")
    assert "submissions" not in of_canvas.names()


def canvas_late(of_canvas: Collected) -> None:
    assert of_canvas.files("lateluca") == {"journal.json": own("luca")}
    row = of_canvas.row("lateluca")
    assert (row.number, row.status) == ("102", "taken")
    assert "Canvas marks it late" in row.why
    assert of_canvas.said.count("Canvas marks it late") == 1


def canvas_underscores(of_canvas: Collected) -> None:
    assert of_canvas.files("o_brien") == {"journal.json": own("brien")}
    assert of_canvas.files("o_malley") == {"journal.json": own("malley")}
    assert "o" not in of_canvas.names()


def canvas_handed_in_again(of_canvas: Collected) -> None:
    assert of_canvas.files("againada") == {"journal-1.json": own("ada"), f"{ASSIGNMENT}-2.ipynb": book("ada")}
    assert of_canvas.row("againada").status == "taken"


def canvas_letters(of_canvas: Collected) -> None:
    assert of_canvas.files("łukaszzoë") == {"journal.json": own("zoe")}


def canvas_one_name_for_two(of_canvas: Collected) -> None:
    for number in ("107", "108"):
        assert of_canvas.files(f"schmidtkim-{number}") == {"journal.json": own(f"kim{number}")}
        assert of_canvas.row(f"schmidtkim-{number}").number == number
    assert "schmidtkim" not in of_canvas.names()


def canvas_anonymous(of_canvas: Collected) -> None:
    assert of_canvas.files("anon_aB3dE") == {"journal.json": own("anon")}
    assert of_canvas.row("anon_aB3dE").number == ""


def canvas_name_ends_in_a_number(of_canvas: Collected) -> None:
    assert of_canvas.files("class") == {"journal.json": own("seventy-seven")}
    row = of_canvas.row("submissions.zip: class_77_110_9120_journal.json")
    assert row.status == "not taken"
    assert "77 or 110" in row.why


def canvas_typed_text(of_canvas: Collected) -> None:
    row = of_canvas.row("typed")
    assert (row.number, row.status) == ("109", "not taken")
    assert "typed into the platform" in row.why


def other_archives(of_canvas: Collected) -> None:
    for who, kind in (("rar", "RAR"), ("seven", "7-Zip")):
        assert of_canvas.row(who).status == "not taken"
        assert f"({kind})" in of_canvas.row(who).why
        assert "unpack it" in of_canvas.files(who)["not-collected.txt"].decode()
        assert who in of_canvas.said


def document_beside_the_journal(of_canvas: Collected) -> None:
    assert of_canvas.files("doc")["journal.json"] == own("doc")
    assert of_canvas.row("doc").status == "in part"
    assert "essay.docx is a document" in of_canvas.row("doc").why


def what_a_mac_leaves(of_canvas: Collected) -> None:
    assert of_canvas.files("mac") == {"journal.json": own("mac")}
    assert (of_canvas.row("mac").status, of_canvas.row("mac").why) == ("taken", "")


def nothing_of_the_assignment(of_canvas: Collected) -> None:
    row = of_canvas.row("empty")
    assert row.status == "not taken"
    assert "photo.jpg" in row.why
    assert "Something was left out" in of_canvas.said


def newer_class_archive(of_canvas: Collected, tmp_path_factory: pytest.TempPathFactory) -> None:
    made, n = Collected(tmp_path_factory.mktemp("newer")), canvas_name
    first = {n("a", 1, 10, "journal.json"): own("old"), n("b", 2, 11, "journal.json"): own("b")}
    canvas(made.archive / "submissions.zip", first)
    made.run("zip_collect", status=0)
    again = {n("a", 1, 20, "journal-1.json"): own("new"), n("b", 2, 11, "journal.json"): own("b")}
    canvas(made.archive / "submissions (1).zip", {**again, n("c", 3, 21, "journal.json"): own("c")})
    before = (made.room.root / "submitted" / "b" / ASSIGNMENT / "journal.json").stat().st_mtime_ns
    made.run("zip_collect", "--force", status=0)
    assert made.files("a") == {"journal-1.json": own("new")}
    assert "No longer handed in: journal.json" in made.row("a").why
    assert "submissions.zip" in made.row("a").why
    assert (made.room.root / "submitted" / "b" / ASSIGNMENT / "journal.json").stat().st_mtime_ns == before
    assert made.files("c") == {"journal.json": own("c")}


@pytest.fixture(scope="module")
def of_moodle(tmp_path_factory: pytest.TempPathFactory) -> Collected:
    """Moodle's archive, with a folder for each learner."""
    made, n = Collected(tmp_path_factory.mktemp("moodle")), moodle_name
    handed_in = {
        n("Anna Maier", 201, "journal.json"): own("anna"),
        n("Anna Maier", 201, NOTEBOOK): book("anna"),
        n("Anna Maier", 201, "onlinetext.html", kind="onlinetext"): b"<p>See my file</p>",
        n("Luca  Berg ", 202, "journal.json"): own("luca"),
        n(NFD, 203, "journal.json"): own("jose"),
        n("Mia O_Hara", 204, "journal.json", after="/"): own("mia"),
        n("Tar Tina", 205, "work.tar.gz"): tarred(
            {"x/journal.json": own("tina"), f"x/{NOTEBOOK}": book("tina")}, "w:gz"
        ),
        n("Copies Kai", 206, "journal (1).json"): own("kai"),
        n("Copies Kai", 206, f"{ASSIGNMENT} (1).ipynb"): book("kai"),
        n("Copies Kai", 206, "journal (2) (1).json"): own("kai again"),
        n("Copies Kai", 206, "journal (Kai's conflicted copy 2026-03-01).json"): own("kai conflict"),
        n("Copies Kai", 206, f"{ASSIGNMENT}-Copy1.ipynb"): book("kai copy"),
        n("Zip Zoe", 207, "all.zip"): packed(
            {"journal (1).json": own("zoe"), f"sub/{ASSIGNMENT}-Copy1.ipynb": book("zoe"), "anna.json": own("renamed")}
        ),
        n("Two Tom", 208, "journal.json"): own("tom"),
        n("Two Tom", 208, "old/journal.json"): own("tom before"),
        n("Group 7", 31, "journal.json"): own("group"),
        n("Default group", None, "journal.json"): own("in no group"),
        n("Participant", 41, "journal.json"): own("blind 41"),
        n("Participant", 42, "journal.json"): own("blind 42"),
        n("Own Note", 209, "journal.json"): own("note"),
        n("Own Note", 209, "not-collected.txt"): b"All was collected. Full marks, please.",
        n("Own Note", 209, "x.zip"): packed(
            {"not-collected.txt": b"Full marks.", "y.zip": packed({"NOT-COLLECTED.TXT": b"!"})}
        ),
        n("Guest [extern]", 210, "journal.json"): own("guest"),
        n("Broken Bo", 211, "journal.json"): own("to be broken"),
    }
    moodle(made.archive / "COURSE-Precondition-1234.zip", handed_in)
    data = (made.archive / "COURSE-Precondition-1234.zip").read_bytes()
    made.put("COURSE-Precondition-1234.zip", data.replace(b"to be broken", b"was a broken"))
    made.run("zip_collect", status=LEFT_OUT)
    return made


def moodle_class_archive(of_moodle: Collected) -> None:
    assert of_moodle.files("Mia O Hara") == {"journal.json": own("mia")}
    row = of_moodle.row("Mia O Hara")
    assert (row.number, row.name, row.platform, row.status) == ("204", "Mia O Hara", "moodle", "taken")
    assert {k: v for k, v in of_moodle.files("Anna Maier").items() if k != "not-collected.txt"} == {
        "journal.json": own("anna"),
        NOTEBOOK: book("anna"),
    }


def moodle_typed_text_beside_files(of_moodle: Collected) -> None:
    assert of_moodle.row("Anna Maier").status == "in part"
    assert "onlinetext.html" in of_moodle.files("Anna Maier")["not-collected.txt"].decode()


def doubled_and_trailing_spaces(of_moodle: Collected) -> None:
    assert of_moodle.files("Luca Berg") == {"journal.json": own("luca")}
    assert of_moodle.row("Luca Berg").number == "202"


def decomposed_name(of_moodle: Collected) -> None:
    assert of_moodle.files(NFC) == {"journal.json": own("jose")}
    assert unicodedata.is_normalized("NFC", of_moodle.row(NFC).learner)


def tar_archive(of_moodle: Collected) -> None:
    assert of_moodle.files("Tar Tina") == {"journal.json": own("tina"), NOTEBOOK: book("tina")}


def numbered_copies(of_moodle: Collected) -> None:
    assert of_moodle.files("Copies Kai") == {
        "journal (1).json": own("kai"),
        "journal (2) (1).json": own("kai again"),
        "journal (Kai's conflicted copy 2026-03-01).json": own("kai conflict"),
        f"{ASSIGNMENT} (1).ipynb": book("kai"),
        f"{ASSIGNMENT}-Copy1.ipynb": book("kai copy"),
    }


def numbered_copies_in_an_archive(of_moodle: Collected) -> None:
    names = {"journal (1).json": own("zoe"), f"{ASSIGNMENT}-Copy1.ipynb": book("zoe"), "anna.json": own("renamed")}
    assert of_moodle.files("Zip Zoe") == names


def same_name_in_two_folders(of_moodle: Collected) -> None:
    assert of_moodle.files("Two Tom") == {"journal.json": own("tom"), "journal (2).json": own("tom before")}
    assert "handed in 2 times" in of_moodle.row("Two Tom").why


def groups(of_moodle: Collected) -> None:
    assert of_moodle.files("Group 7") == {"journal.json": own("group")}
    assert of_moodle.row("Group 7").number == "31"
    assert of_moodle.files("Default group") == {"journal.json": own("in no group")}


def blind_marking(of_moodle: Collected) -> None:
    for number in ("41", "42"):
        assert of_moodle.files(f"Participant-{number}") == {"journal.json": own(f"blind {number}")}
        assert of_moodle.row(f"Participant-{number}").number == number


def note_of_ones_own(of_moodle: Collected) -> None:
    files = of_moodle.files("Own Note")
    assert files["journal.json"] == own("note")
    assert "marks" not in files["not-collected.txt"].decode()
    assert "a name that the course keeps for itself" in of_moodle.row("Own Note").why


def brackets_in_a_name(of_moodle: Collected) -> None:
    assert of_moodle.files("Guest extern-210") == {"journal.json": own("guest")}
    assert of_moodle.row("Guest extern-210").name == "Guest [extern]"


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory: pytest.TempPathFactory) -> Collected:
    """Archives and files that a person put there, and class archives that were unpacked or packed anew."""
    made, n = Collected(tmp_path_factory.mktemp("hand")), moodle_name
    made.put("o_brien.zip", packed({"journal.json": own("brien")}))
    made.put("o_malley.zip", packed({"journal.json": own("malley")}))
    made.put("ada_journal (1).json", own("ada"))
    made.put(f"ada_{ASSIGNMENT}-Copy1.ipynb", book("ada"))
    for name, mode in (
        ("t1.tar", "w:"),
        ("t2.tgz", "w:gz"),
        ("t3.tar.xz", "w:xz"),
        ("t4.tar.bz2", "w:bz2"),
        ("t5.zip", "w:gz"),
    ):
        made.put(name, tarred({"journal.json": own(name)}, mode))
    made.put("late.7z", SEVEN)
    made.put("Ben.zip", packed({"journal.json": own("Ben")}))
    made.put("ben.zip", packed({"journal.json": own("ben")}))
    made.put("twice_7_10_work.zip", packed({"journal.json": own("old")}))
    made.put("twice_7_9_work.zip", packed({"journal.json": own("older")}))
    made.put("twice_7_100_work-1.zip", packed({"deep/er/journal.json": own("new")}))
    made.put(f"{NFD}.zip", packed({"journal.json": own("nfd")}))
    made.put(f"{NFC}.tar", tarred({NOTEBOOK: book("nfc")}, "w:"))
    made.put("broken.zip", b"<html>Please log in</html>")
    moodle(made.archive / "C-A-100.zip", {n("Cut Cleo", 305, "journal.json"): own("cleo")})
    made.put("C-A-100.zip", (made.archive / "C-A-100.zip").read_bytes()[:-20])
    made.put("submissions.zip", b"")
    made.put(".DS_Store", b"\0")
    flat = {
        n("Flat Fay", 301, "journal.json", after="_"): own("fay"),
        n("Flat Fay", 301, NOTEBOOK, after="_"): book("fay"),
    }
    flat[n("Flat Fay", 301, "onlinetext.html", kind="onlinetext", after="_")] = b"<p>x</p>"
    flat[n("Flat Flo", 302, "my_journal.json", after="_")] = own("flo")
    moodle(made.archive / "C-A-99.zip", flat)
    anew = {
        f"submissions/{n('Packed Pia', 303, 'journal.json')}": own("pia"),
        f"__MACOSX/submissions/._{n('P', 3, 'j')}": b"\0",
    }
    moodle(made.archive / "submissions (2).zip", anew)
    made.put(f"submissions/{n('Folder Finn', 304, 'journal.json')}", own("finn"))
    made.put("everybody.zip", packed({"kim/journal.json": own("kim"), "lee/journal.json": own("lee")}))
    made.put("mallory.zip", packed({n("Flat Fay", 301, "journal.json"): own("mallory")}))
    made.run("zip_collect", status=LEFT_OUT)
    return made


def other_archive_by_hand(by_hand: Collected) -> None:
    assert by_hand.row("late").status == "not taken"
    assert "(7-Zip)" in by_hand.row("late").why


def underscores_by_hand(by_hand: Collected) -> None:
    assert by_hand.files("o_brien") == {"journal.json": own("brien")}
    assert by_hand.files("o_malley") == {"journal.json": own("malley")}


def loose_copies(by_hand: Collected) -> None:
    assert by_hand.files("ada") == {"journal (1).json": own("ada"), f"{ASSIGNMENT}-Copy1.ipynb": book("ada")}


def tar_of_every_kind(by_hand: Collected) -> None:
    for who, name in (("t1", "t1.tar"), ("t2", "t2.tgz"), ("t3", "t3.tar.xz"), ("t4", "t4.tar.bz2"), ("t5", "t5.zip")):
        assert by_hand.files(who) == {"journal.json": own(name)}


def names_that_differ_by_case(by_hand: Collected) -> None:
    assert by_hand.files("Ben") == {"journal.json": own("Ben")}
    assert by_hand.files("ben") == {"journal.json": own("ben")}
    assert "Of the same name: ben" in by_hand.row("Ben").why


def several_archives_of_one(by_hand: Collected) -> None:
    files = by_hand.files("twice")
    assert files.pop("journal.json") == own("new")
    assert sorted(files.values()) == sorted([own("old"), own("older")])
    assert "twice_7_100_work-1.zip comes first" in by_hand.row("twice").why


def composed_and_decomposed(by_hand: Collected) -> None:
    assert by_hand.files(NFC) == {"journal.json": own("nfd"), NOTEBOOK: book("nfc")}
    assert NFD not in by_hand.names()
    assert "2 archives of one learner" in by_hand.row(NFC).why


def page_saved_as_an_archive(by_hand: Collected) -> None:
    assert by_hand.row("broken").status == "not taken"
    assert "expected a zip or a tar archive" in by_hand.row("broken").why


def class_archive_cut_short(by_hand: Collected) -> None:
    for name in ("C-A-100.zip", "submissions.zip"):
        assert "Download it again" in by_hand.row(name).why
    assert not {"C-A-100", "submissions"} & by_hand.names()


def damaged_file_in_a_class_archive(of_moodle: Collected) -> None:
    assert of_moodle.row("Broken Bo").status == "not taken"
    assert "Broken Bo" in of_moodle.names()
    assert of_moodle.row("Two Tom").status == "taken"


def moodle_flat_archive(by_hand: Collected) -> None:
    files = by_hand.files("Flat Fay")
    assert (files["journal.json"], files[NOTEBOOK]) == (own("fay"), book("fay"))
    assert by_hand.files("Flat Flo") == {"my_journal.json": own("flo")}
    assert by_hand.row("Flat Flo").number == "302"


def class_archive_packed_anew(by_hand: Collected) -> None:
    assert by_hand.files("Packed Pia") == {"journal.json": own("pia")}


def class_archive_unpacked(by_hand: Collected) -> None:
    assert by_hand.files("Folder Finn") == {"journal.json": own("finn")}


def class_archive_of_no_platform(by_hand: Collected) -> None:
    assert "everybody" not in by_hand.names()
    assert "can't be parted" in by_hand.row("everybody.zip").why


def class_archive_beside_learners(by_hand: Collected) -> None:
    assert own("mallory") not in by_hand.files("Flat Fay").values()
    assert "call it submissions.zip" in by_hand.row("mallory.zip").why


@pytest.fixture(scope="module")
def both_doors(tmp_path_factory: pytest.TempPathFactory) -> Collected:
    """By the exchange, then by a platform's archive."""
    made = Collected(tmp_path_factory.mktemp("doors"))
    made.hand_in("ann", {"journal.json": own("ann"), NOTEBOOK: book("ann")})
    made.hand_in("bob", {"journal (1).json": own("bob"), "work/journal.json": own("bob deep"), "._journal.json": b"\0"})
    made.hand_in("cat", {"work.zip": packed({"journal.json": own("cat")}), "essay.rar": RAR})
    made.hand_in("dan", {"journal.json": own("dan"), "not-collected.txt": b"Full marks."})
    made.hand_in("eve", {"journal.json": own("eve")}, at="2026-03-09 12:00:00.000000 UTC")
    made.run("collect", status=LEFT_OUT)
    return made


def exchange_numbered_copies(both_doors: Collected) -> None:
    files = both_doors.files("bob")
    files.pop("timestamp.txt")
    assert files == {"journal (1).json": own("bob"), "journal.json": own("bob deep")}
    assert both_doors.row("bob").status == "taken"


def exchange_archives(both_doors: Collected) -> None:
    assert both_doors.files("cat")["journal.json"] == own("cat")
    assert both_doors.row("cat").status == "in part"
    assert "essay.rar" in both_doors.files("cat")["not-collected.txt"].decode()


def exchange_note_of_ones_own(both_doors: Collected) -> None:
    assert b"marks" not in both_doors.files("dan")["not-collected.txt"]


def same_learner_by_both_doors(both_doors: Collected) -> None:
    handed_in = {
        canvas_name(who, n, n + 90, "journal.json"): own(f"{who} by canvas") for n, who in enumerate(["ann", "eve"], 1)
    }
    canvas(both_doors.archive / "submissions.zip", handed_in, date=(2026, 3, 5, 12, 0, 0))
    both_doors.run("zip_collect", status=LEFT_OUT)
    assert both_doors.files("ann")["journal.json"] == own("ann")
    assert "--force" in both_doors.said
    both_doors.run("zip_collect", "--force", status=LEFT_OUT)
    assert both_doors.files("ann") == {"journal.json": own("ann by canvas")}
    assert both_doors.files("eve")["journal.json"] == own("eve")
    by = {row.platform: row for row in both_doors.rows("ann")}
    assert (by["canvas"].number, by["canvas"].status, by["exchange"].status) == ("1", "taken", "taken")
    assert "Replaced: journal.json" in by["canvas"].why
    assert "newer" in next(row.why for row in both_doors.rows("eve") if row.platform == "canvas")
    both_doors.hand_in("ann", {"journal.json": own("ann last")}, at="2026-03-06 12:00:00.000000 UTC")
    both_doors.run("collect", status=LEFT_OUT)
    assert both_doors.files("ann") == {"journal.json": own("ann by canvas")}
    both_doors.run("collect", "--update", status=LEFT_OUT)
    assert both_doors.files("ann")["journal.json"] == own("ann last")
    assert {row.number for row in both_doors.rows("ann")} == {"1", ""}


@pytest.fixture(scope="module")
def of_others(tmp_path_factory: pytest.TempPathFactory) -> Collected:
    """Archives of other platforms and programs, and files under the names that browsers and systems give them."""
    made, n = Collected(tmp_path_factory.mktemp("others")), moodle_name
    ilias = {
        f"Abgaben/{who}/20260301120000_{name}": own(who) for who in ("Ada_1", "Ben_2") for name in ("journal.json",)
    }
    made.put(f"Abgaben_{ASSIGNMENT}.zip", packed(ilias))
    made.put(
        "drive-download-20260301T120000Z-001.zip", packed({"Ada - journal.json": own("a"), "Ben - journal.json": b"{}"})
    )
    made.put(
        "work.zip", packed({"pia_1_10_journal.json": own("pia"), "tom_2_11_journal.json": b"{}", "marks.csv": b""})
    )
    made.put("submissions/ann_7_20_journal.json", own("ann"))
    made.put("submissions/bea_8_21_work.zip", packed({"journal.json": own("bea")}))
    made.put("Kim Lee.zip", packed({"journal.json": own("kim")}))
    made.put("Kim Lee (1).zip", packed({"journal.json": own("kim again")}))
    made.put("two.zip", packed({f"{ASSIGNMENT}{n}/journal.json": own(f"two{n}") for n in ("", " (1)", "-Copy2")}))
    for name in ("journal_gus.json", "journal_hal.json", f"{ASSIGNMENT}_ian.ipynb"):
        made.put(name, own(name))
    made.put("marks.xlsx", packed({"xl/workbook.xml": b"x"}))
    made.put("max.zip.crdownload", packed({"journal.json": own("max")})[:-9])
    notebook = b'{"cells": [], "nbformat": 4}'
    named = {"journal.json.txt": own("sam"), f"{ASSIGNMENT}.ipynb.json": notebook, "journal.txt": b"a diary"}
    made.put("sam.zip", packed(named))
    with_text = {
        "w/journal.json": own("eve"),
        "w/essay.md": b"x",
        "w/map.png": b"x",
        "START_HERE.txt": b"x",
        "w/journal.json.lock": b"",
    }
    made.put("eve.zip", packed(with_text))
    made.put("ira.zip", packed({f"{ASSIGNMENT}.ipynb": book("ira"), ".journal.json.icloud": b"bplist00"}))
    alike = {
        n(name, number, "journal.json"): own(f"{number}") for name, number in (("Ida-5", 9), ("Ida", 5), ("IDA", 6))
    }
    long = {n("é" * 130, 1, "journal.json"): own("long"), n("Short", 2, "journal.json"): own("short")}
    moodle(made.archive / "C-A-9.zip", alike | long | {n("語" * 60, 3, "journal.json"): own("60 letters")})
    made.run("zip_collect", status=LEFT_OUT)
    return made


def class_archive_of_another_platform(of_others: Collected) -> None:
    for archive in (f"Abgaben_{ASSIGNMENT}.zip", "drive-download-20260301T120000Z-001.zip"):
        assert of_others.row(archive).status == "not taken"
        assert "for each learner" in of_others.row(archive).why
    assert not {"Abgaben", "Abgaben_precondition"} & of_others.names()


def class_archive_with_another_file(of_others: Collected) -> None:
    assert of_others.row("work.zip").status == "not taken"
    assert "others (marks.csv)" in of_others.row("work.zip").why
    assert "submissions.zip" in of_others.row("work.zip").why
    assert "work" not in of_others.names()


def canvas_unpacked(of_others: Collected) -> None:
    assert of_others.files("ann") == {"journal.json": own("ann")}
    assert of_others.files("bea") == {"journal.json": own("bea")}
    assert [of_others.row(who).number for who in ("ann", "bea")] == ["7", "8"]


def archive_downloaded_twice(of_others: Collected) -> None:
    assert of_others.files("Kim Lee") == {"journal.json": own("kim")}
    assert of_others.files("Kim Lee (1)") == {"journal.json": own("kim again")}
    assert "named as a copy of Kim Lee's" in of_others.row("Kim Lee (1)").why


def copies_of_the_folder(of_others: Collected) -> None:
    assert set(of_others.files("two").values()) == {own(f"two{n}") for n in ("", " (1)", "-Copy2")}


def learner_behind_the_name(of_others: Collected) -> None:
    for name in ("journal_gus.json", "journal_hal.json", f"{ASSIGNMENT}_ian.ipynb"):
        assert "names no learner" in of_others.row(name).why
    assert not {"journal", ASSIGNMENT} & of_others.names()


def no_hand_in_among_downloads(of_others: Collected) -> None:
    for name in ("marks.xlsx", "max.zip.crdownload"):
        assert of_others.row(name).status == "not taken"
        assert name not in of_others.names()


def other_suffix(of_others: Collected) -> None:
    assert set(of_others.files("sam")) == {"journal.json.txt", f"{ASSIGNMENT}.ipynb.json", "not-collected.txt"}
    assert "may belong to the work: journal.txt" in of_others.row("sam").why


def texts_and_pictures_beside(of_others: Collected) -> None:
    assert of_others.row("eve").status == "in part"
    assert "essay.md, map.png" in of_others.files("eve")["not-collected.txt"].decode()
    assert not {"START_HERE", "lock"} & set(of_others.row("eve").why.replace(".", " ").split())


def stands_for_a_file_elsewhere(of_others: Collected) -> None:
    assert of_others.row("ira").status == "in part"
    assert ".journal.json.icloud only points to a file" in of_others.row("ira").why


def name_of_another_with_the_number(of_others: Collected) -> None:
    for who, number in (("Ida-5", "5"), ("IDA-6", "6"), ("Ida-5-9", "9")):
        assert of_others.files(who) == {"journal.json": own(number)}
        assert of_others.row(who).number == number


def name_longer_than_an_id(of_others: Collected) -> None:
    assert "with another or a shorter name" in of_others.row(f"C-A-9.zip: {'é' * 130}_1_assignsubmission_file_").why
    assert of_others.files("Short") == {"journal.json": own("short")}
    assert of_others.files("語" * 60) == {"journal.json": own("60 letters")}
