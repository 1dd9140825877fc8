"""In a browser tab the page holds a journal's lock; here files stand in for what the page answers."""

import secrets
from pathlib import Path

import pytest

from course.journal import Journal, JournalLocked, JournalUnavailable, in_page

MINE = "0123456789abcdef"


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    monkeypatch.setattr(in_page, "IN_PAGE", True)
    monkeypatch.setattr(secrets, "token_hex", lambda _: MINE)
    return Journal(tmp_path / "journal.json")


def answer(journal: Journal, what: str) -> Path:
    return journal.path.with_name(f".{journal.path.name}.{what}-{MINE}")


def test_a_lock_that_the_page_gives_is_given_back(journal):
    answer(journal, "lock").touch()
    answer(journal, "held").touch()
    assert journal.save("a", 1).revision == 1
    assert not answer(journal, "lock").exists()


def test_a_lock_that_another_tab_keeps_saves_nothing_and_says_so(journal):
    answer(journal, "lock").mkdir()
    with pytest.raises(JournalLocked, match="nothing was saved: another tab of this site"):
        journal.save("a", 1)
    assert not journal.path.exists()


def test_a_lock_that_was_lost_meanwhile_is_not_called_saved(journal):
    answer(journal, "lock").touch()
    with pytest.raises(JournalUnavailable, match="this may not be saved"):
        journal.save("a", 1)


def test_what_the_browser_did_not_store_is_not_called_saved(journal):
    answer(journal, "lock").touch()
    answer(journal, "held").mkdir()
    with pytest.raises(JournalUnavailable, match="this may not be saved: the browser did not store it"):
        journal.save("a", 1)
    assert not answer(journal, "lock").exists()


def test_nor_is_what_could_not_be_read_again_because_nothing_was_stored(journal, monkeypatch):
    answer(journal, "lock").touch()
    answer(journal, "held").mkdir()
    monkeypatch.setattr(Path, "replace", lambda *_: Path("/nowhere/at-all").stat())
    with pytest.raises(JournalUnavailable, match="the browser did not store it"):
        journal.save("a", 1)


def test_another_fault_keeps_its_own_words(journal, monkeypatch):
    answer(journal, "lock").touch()
    answer(journal, "held").touch()
    monkeypatch.setattr(Path, "replace", lambda *_: Path("/nowhere/at-all").stat())
    with pytest.raises(JournalUnavailable, match="nothing was saved: No such file"):
        journal.save("a", 1)


def test_what_another_tab_wrote_after_a_lock_was_lost_is_kept(journal, tmp_path):
    answer(journal, "lock").touch()
    answer(journal, "held").touch()
    (tmp_path / "other").mkdir()
    other = Journal(tmp_path / "other" / "journal.json")
    other.save("b", 2)

    def make(_before):
        if not journal.path.exists():
            journal.path.write_bytes(other.path.read_bytes())
        return 1

    journal.revise("a", make)
    assert {name: each.value for name, each in journal.read().answers.items()} == {"a": 1, "b": 2}


def test_a_page_without_locks_is_written_by_comparing(journal):
    assert journal.save("a", 1).revision == 1
    with in_page.locked(journal.path) as held:
        assert not held
