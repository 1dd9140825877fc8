"""What is typed, what “Saved” is said of, and the journal's file."""

import errno
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from course.journal import Journal, JournalLocked, files, on_disk, parse
from course.panels.panel import Panel
from course.questions import load_bank
from tests.browser.conftest import Lab, Notebook
from tests.browser.pages import panel, press, write_asking
from tests.paths import EVERY_TYPE, FORETELL

CHANCE, ONE = "How probable?", "Choose one"


@contextmanager
def asked(browser: Browser, lab: Lab, folder: str, ids: tuple[str, ...], locale: str = "en-US") -> Iterator[Notebook]:
    """A notebook of its own kernel that asks these questions, in a folder of the server, in a browser of a language."""
    context = browser.new_context(locale=locale, viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(20_000)
    place = lab.root / folder
    place.mkdir(exist_ok=True)
    bank = "\n".join(each.read_text("utf-8") for each in (EVERY_TYPE, FORETELL))
    (place / "questions.toml").write_text(bank, "utf-8")
    name = f"asks-{len([*place.glob('*.ipynb')])}.ipynb"
    write_asking(place / name, ids)
    opened = Notebook(context.new_page(), lab, f"{folder}/{name}")
    opened.open()
    opened.run_all()
    expect(opened.page.locator(".rs-panel")).to_have_count(len(ids))
    yield opened
    opened.page.evaluate("async () => { await window.jupyterapp?.serviceManager.sessions.shutdownAll(); }")
    context.close()


class Box:
    """The box for a percentage in an open notebook."""

    def __init__(self, opened: Notebook, folder: Path) -> None:
        self.page, self.folder, self.opened = opened.page, folder, opened
        self.shown = panel(opened.page, CHANCE)
        self.input = self.shown.get_by_role("spinbutton").first

    def type(self, text: str, then: str = "Tab") -> None:
        self.input.focus()
        press(self.page, "ControlOrMeta+a")
        self.page.keyboard.insert_text(text)
        press(self.page, then)

    def saves(self, text: str, value: float) -> None:
        self.type("44")
        self.type(text)
        self.wait(value)

    def wait(self, value: float) -> None:
        expect(self.shown.get_by_role("status")).to_contain_text("Saved")
        assert self.kept() == value

    def kept(self) -> Any:
        answer = Journal(self.folder / "journal.json").answer("chance")
        return answer.value.get("talks") if answer else None  # type: ignore[union-attr]

    def refuses(self, text: str, why: str) -> None:
        self.type("30")
        self.wait(0.3)
        self.type(text)
        expect(self.input).to_have_attribute("aria-invalid", "true")
        expect(self.input).to_have_accessible_description(re.compile(f"{why}.*Your answer stays 30 %", re.DOTALL))
        expect(self.shown.get_by_role("alert")).to_contain_text(f"Not saved: “{text}”")
        expect(self.input).to_have_value(text)
        assert self.kept() == 0.3


def comma_for_a_point(german: Box) -> None:
    german.saves("12,5", 0.125)
    expect(german.input).to_have_value("12.5")
    german.saves("12,5 %", 0.125)


def persian_digits(persian: Box) -> None:
    persian.saves("۱۲٫۵", 0.125)


def devanagari_digits(hindi: Box) -> None:
    hindi.saves("३०\u00a0%", 0.3)


def full_width_digits(german: Box) -> None:
    german.saves("９９．９％", 0.999)


def share_of_one(german: Box) -> None:
    german.refuses("0.7", "may mean 0.7 % or 70 %")
    german.shown.get_by_role("button", name="70 %").click()
    german.wait(0.7)
    german.refuses(",5", "may mean 0.5 % or 50 %")
    german.shown.get_by_role("button", name="0.5 %").click()
    german.wait(0.005)


def nearly_certain(german: Box) -> None:
    german.saves("99.9", 0.999)
    expect(german.shown.get_by_role("slider").first).to_have_attribute("aria-valuetext", "99.9 %")
    german.refuses("99.99999999999999999999", "too near to certainty")
    german.saves("100", 1)


def out_of_range(german: Box) -> None:
    german.refuses("150", "more than 100 %")
    german.refuses("-5", "less than 0 %")
    german.refuses("\u22125", "less than 0 %")


def no_number(german: Box) -> None:
    for typed in ("70e", "1e2", "12-15", "½%%"):
        german.refuses(typed, "can’t be read as a number")


def checked_with_an_unread_box(english: Box) -> None:
    forecasts = english.page.locator(".rs-panel").last
    boxes = forecasts.get_by_role("spinbutton")
    for box in boxes.all():
        box.fill("20")
    boxes.first.fill("2o")
    commit = forecasts.get_by_role("button", name=re.compile("Commit"))
    commit.click()
    expect(boxes.first).to_be_focused()
    expect(forecasts.get_by_role("alert")).to_contain_text("“2o” can’t be read")
    assert not Journal(english.folder / "journal.json").history("foretell", "commit")
    boxes.first.fill("20")
    commit.click()
    expect(forecasts.get_by_role("status")).to_contain_text("Committed.")


def turned_wheel(english: Box) -> None:
    english.saves("30", 0.3)
    english.input.focus()
    english.input.hover()
    english.page.mouse.wheel(0, 300)
    expect(english.input).to_have_value("30")
    assert english.kept() == 0.3


def choose(page: Page, text: str) -> Locator:
    one = panel(page, ONE)
    one.get_by_label(text).check()
    return one


def two_notebooks_one_question(english: Box, german: Box) -> None:
    one = choose(english.page, "The first")
    expect(one.get_by_role("status")).to_contain_text("Saved")
    other = panel(german.page, ONE)
    expect(other.get_by_label("The first")).to_be_checked()
    expect(other.get_by_role("status")).to_contain_text("elsewhere")
    choose(german.page, "The second")
    expect(one.get_by_label("The second")).to_be_checked()
    expect(one.get_by_role("status")).to_contain_text("elsewhere")


def checked_over_another_answer(english: Box, german: Box) -> None:
    """The other notebook's answer comes just before this page's next change, so that it can't have shown it."""
    one, journal = choose(english.page, "The first"), Journal(english.folder / "journal.json")
    expect(one.get_by_role("status")).to_contain_text("Saved")
    expect(panel(german.page, ONE).get_by_label("The first")).to_be_checked()
    choose(german.page, "The second")
    expect(panel(german.page, ONE).get_by_role("status")).to_contain_text("Saved")
    one.get_by_label("The third").check()
    said = one.get_by_role("alert")
    expect(said).to_contain_text("Not saved: another answer was saved elsewhere")
    expect(said).to_contain_text("It is: “The second”")
    expect(one.get_by_label("The third")).to_be_checked()
    assert journal.answer("one").value == "b"  # type: ignore[union-attr]
    one.get_by_role("button", name="Show the saved answer").click()
    expect(one.get_by_label("The second")).to_be_checked()
    expect(one.get_by_role("status")).to_contain_text("Saved")

    stale = Panel(load_bank(EVERY_TYPE)["one"], Journal(journal.path))
    base = stale.status["saved_at"]
    journal.save("one", "a")
    stale._handle_custom_msg({"kind": "commit", "value": "b", "seq": 1, "view": "v", "base": base}, [])
    assert stale.status["conflict"]["saved_at"] == journal.answer("one").saved_at  # type: ignore[union-attr]
    assert [e.value for e in journal.history("one")][-1] == "a"
    expect(one.get_by_label("The first")).to_be_checked()
    one.get_by_label("The third").check()
    expect(one.get_by_role("status")).to_contain_text("Saved")
    assert journal.answer("one").value == "c"  # type: ignore[union-attr]


def hint_after_a_change(english: Box) -> None:
    one = panel(english.page, ONE)
    one.evaluate(
        """panel => { panel.querySelectorAll('input')[1].click();
             [...panel.querySelectorAll('button')].find(b => b.textContent.startsWith('Hint')).click(); }"""
    )
    expect(one).to_contain_text("Read the sentence again.")
    expect(one.get_by_label("The second")).to_be_checked()
    assert Journal(english.folder / "journal.json").answer("one").value == "b"  # type: ignore[union-attr]


def run_again_while_typing(english: Box) -> None:
    english.saves("30", 0.3)
    english.type("62,5", then="Shift")
    english.opened.run_all()
    expect(english.shown.get_by_role("spinbutton").first).to_have_value("62.5")
    assert english.kept() == 0.625


def left_while_typing(english: Box) -> None:
    english.saves("30", 0.3)
    english.type("41", then="Shift")
    english.page.goto("about:blank")
    english.opened.open()
    english.opened.run_all()
    expect(english.shown.get_by_role("spinbutton").first).to_have_value("41")
    assert english.kept() == 0.41


def journal_moved_away(english: Box) -> None:
    english.saves("30", 0.3)
    (english.folder / "journal.json").rename(english.folder / "elsewhere")
    expect(english.shown.get_by_role("alert")).to_contain_text("the journal no longer holds this answer")
    expect(english.input).to_have_value("30")
    english.shown.get_by_role("button", name="Save again").click()
    english.wait(0.3)


def read_only_folder(english: Box) -> None:
    english.saves("30", 0.3)
    journal = english.folder / "journal.json"
    kept = journal.read_bytes()
    journal.unlink()
    journal.mkdir()  # as nobody, not even root, can write it
    english.type("40")
    expect(english.shown.get_by_role("alert")).to_contain_text("Not saved: ")
    expect(english.input).to_have_value("40")
    journal.rmdir()
    journal.write_bytes(kept)
    english.shown.get_by_role("button", name="Save again").click()
    english.wait(0.4)


def _each_joins(tmp_path: Path, *names: str) -> None:
    """A journal, and a copy that went on from it on another computer: named, joined, and kept."""
    for name in names:
        folder = tmp_path / str(names.index(name))
        folder.mkdir()
        mine, copy = Journal(folder / "journal.json"), folder / name
        mine.save("both", 1)
        shutil.copy(mine.path, copy)
        Journal(copy).commit("theirs", {"a": 0.2})
        mine.save("mine", 2)
        kept = copy.read_bytes()
        [said] = mine.notices
        assert name in said
        assert "theirs" in said
        mine.join()
        assert {q: a.value for q, a in mine.read().answers.items()} == {"both": 1, "mine": 2, "theirs": {"a": 0.2}}
        assert mine.answer("theirs").committed_at  # type: ignore[union-attr]
        assert copy.read_bytes() == kept
        assert mine.notices == []
        assert parse(mine.path.read_bytes(), "journal") == mine.read()


def onedrive_copy(tmp_path: Path) -> None:
    _each_joins(tmp_path, "journal-LAPTOP-7.json")


def dropbox_copy(tmp_path: Path) -> None:
    english, german = "journal (Ada's conflicted copy 2026-10-01).json", "journal (In Konflikt stehende Kopie 1).json"
    _each_joins(tmp_path, english, german)


def syncthing_copy(tmp_path: Path) -> None:
    _each_joins(tmp_path, "journal.sync-conflict-20261001-115252-ABCDEFG.json")


def nextcloud_copy(tmp_path: Path) -> None:
    _each_joins(tmp_path, "journal (conflicted copy 2026-10-01 115252).json", "journal_conflict-20261001-115252.json")


def numbered_copy(tmp_path: Path) -> None:
    _each_joins(tmp_path, "journal (1).json", "journal 2.json", "journal-Copy1.json")


def copies_that_differ(tmp_path: Path) -> None:
    mine, copy = Journal(tmp_path / "journal.json"), tmp_path / "journal (1).json"
    mine.save("q", 0)
    shutil.copy(mine.path, copy)
    Journal(copy).save("q", 1)
    mine.save("q", 2)
    before = mine.path.read_bytes()
    assert "another answer (q)" in mine.notices[0]
    mine.join()
    assert (mine.path.read_bytes(), len(mine.notices)) == (before, 1)
    other = Journal(shutil.copy(mine.path, tmp_path / "kept.json"))
    shutil.copy(copy, tmp_path / "kept (1).json")
    other.join(keep=["q"])
    assert (other.answer("q").value, other.notices) == (2, [])  # type: ignore[union-attr]
    mine.join(take={"q": copy.name})
    assert (mine.answer("q").value, mine.notices) == (1, [])  # type: ignore[union-attr]
    for each in (mine, other):
        assert {0, 1, 2} == {e.value for e in each.history("q")}


def old_backup(tmp_path: Path) -> None:
    mine = Journal(tmp_path / "journal.json")
    mine.save("q", 0)
    shutil.copy(mine.path, tmp_path / "journal-Copy1.json")
    (tmp_path / "journal-notes.json").write_text("{}")
    mine.save("q", 1)
    assert mine.notices == []


def copy_joined_in_the_panel(english: Box) -> None:
    copy = english.folder / "journal-LAPTOP-7.json"
    english.saves("30", 0.3)
    shutil.copy(english.folder / "journal.json", copy)
    Journal(copy).save("order", {"a": 2})
    english.type("35")
    expect(english.shown.get_by_role("status")).to_contain_text("journal-LAPTOP-7.json, a copy of your journal")
    english.shown.get_by_role("button", name="Bring in an answer that only a copy holds").click()
    expect(english.shown.locator(".rs-status")).to_have_text(re.compile("^Saved(?!.*LAPTOP)"))
    assert Journal(english.folder / "journal.json").answer("order").value == {"a": 2}  # type: ignore[union-attr]
    assert copy.exists()
    copy.unlink()


REFUSING = """
import errno, fcntl, sys
from course.journal import Journal
def flock(*_):
    raise OSError(getattr(errno, sys.argv[1]), "refused")
fcntl.flock = flock
journal = Journal(sys.argv[2])
for n in range(8):
    journal.save(f"{sys.argv[3]}-{n}", n)
"""


def no_locks(tmp_path: Path) -> None:
    for code in ("ENOLCK", "EOPNOTSUPP", "ENOSYS"):
        path = tmp_path / f"{code}.json"
        started = [
            subprocess.Popen([sys.executable, "-W", "error", "-c", REFUSING, code, str(path), f"p{n}"])
            for n in range(3)
        ]
        assert [each.wait(60) for each in started] == [0, 0, 0]
        assert len(Journal(path).read().answers) == 24


def foreign_lock_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal(tmp_path / "journal.json")
    journal.save("a", 1)
    opened = os.open

    def refuse(path: Any, *arguments: Any, **options: Any) -> int:
        if str(path).endswith(".lock"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, *arguments, **options)

    monkeypatch.setattr(os, "open", refuse)  # root, as which tests may run, can open any file
    assert journal.save("a", 2).revision == 2
    assert stat.S_ISREG(journal.path.with_name(".journal.json.lock").stat().st_mode)


def lock_that_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal(tmp_path / "journal.json")
    journal.save("a", 1)
    monkeypatch.setattr(on_disk, "LOCK_SECONDS", 0.05)
    with files.locked(journal.path):
        with pytest.raises(JournalLocked, match=r"on another computer either, delete \.journal\.json\.lock"):
            journal.save("a", 2)
        journal.path.with_name(".journal.json.lock").unlink()
        assert journal.save("a", 2).revision == 2


def journal_kept_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bank = load_bank(EVERY_TYPE)
    (tmp_path / "handed-in").mkdir()
    monkeypatch.chdir(tmp_path / "handed-in")
    graded = next(q for q in bank.questions if q.points)
    kept, beside = Journal(tmp_path / "mine.json"), Journal(tmp_path / "handed-in" / "journal.json")
    assert f"kept in {kept.path}. Before you hand in, copy it" in Panel(graded, kept).status["notice"]
    assert Panel(graded, beside).status["notice"] == ""


def byte_order_mark(tmp_path: Path) -> None:
    for n, (mark, end) in enumerate([(b"\xef\xbb\xbf", b"\n"), (b"", b"\r\n"), (b"\xef\xbb\xbf", b"\r\n")]):
        journal = Journal(tmp_path / f"{n}.json")
        journal.save("essay", "one\ntwo")
        journal.path.write_bytes(mark + journal.path.read_bytes().replace(b"\n", end))
        again = Journal(journal.path)
        assert again.answer("essay").value == "one\ntwo"  # type: ignore[union-attr]
        again.save("b", 2)
        assert set(again.read().answers) == {"essay", "b"}
        assert again.notices == []
