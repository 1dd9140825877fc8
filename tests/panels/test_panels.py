"""Panels without a browser: what they write, what they send, and what they never send."""

import json
import re
import threading

import ipywidgets
import pytest

from course.asked.form import static_html, static_text
from course.asked.prose import as_html, as_text, runs
from course.journal import Journal
from course.kinds import KINDS
from course.panels import NotAnsweredError, NotGradedHereError, Panel, ask
from course.panels.assets import parts, script, style
from course.panels.said import in_words
from course.questions import BankError, load_bank
from tests.paths import EVERY_TYPE, LESSON_BANKS, ROOT

BANK = load_bank(EVERY_TYPE)
LESSONS = [q for path in LESSON_BANKS for q in load_bank(path).questions]


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / "journal.json")


def tell(panel: Panel, kind: str, value, seq: int = 1) -> None:
    """A message from the page, by the way that ipywidgets brings it."""
    panel._handle_custom_msg({"kind": kind, "value": value, "seq": seq, "view": "v"}, [])


def test_an_answer_is_on_disk_before_it_is_called_saved(journal):
    panel = Panel(BANK["one"], journal)
    seen = []
    panel.observe(lambda change: seen.append((change.new["saved_at"], Journal(journal.path).answer("one"))), "status")
    tell(panel, "save", "b", seq=7)
    (saved_at, answer) = seen[-1]
    assert answer.value == "b"
    assert answer.saved_at == saved_at
    assert (panel.status["seq"], panel.status["view"], panel.status["state"]) == (7, "v", "answered")


def test_a_new_panel_finds_the_answer(journal):
    tell(Panel(BANK["classes"], journal), "save", {"a": "fact"})
    again = Panel(BANK["classes"], Journal(journal.path))
    assert again.value == {"a": "fact"}
    assert again.status["words"] == "Incomplete: 1 of 2 still to place."


def test_a_failed_save_is_told_and_not_called_saved(tmp_path):
    (tmp_path / "journal.json").mkdir()
    panel = Panel(BANK["one"], Journal(tmp_path / "journal.json"))
    tell(panel, "save", "a")
    assert panel.status["error"]
    assert panel.status["saved_at"] is None


def test_a_message_waits_until_the_one_before_is_done_with(journal, monkeypatch):
    # JupyterLab brings the first messages to the kernel's main thread, and later ones to another.
    panel, written, on = Panel(BANK["order"], journal), threading.Event(), threading.Event()
    revise = Journal.revise

    def slowly(*args):
        made = revise(*args)
        if not written.is_set():
            written.set()
            on.wait(10)
        return made

    monkeypatch.setattr(Journal, "revise", slowly)
    stands = {"kind": "save", "view": "v", "base": None, "began": None, "heard": 0}
    first = threading.Thread(target=panel._handle_custom_msg, args=({**stands, "value": {"a": 1}, "seq": 1}, []))
    second = threading.Thread(
        target=panel._handle_custom_msg, args=({**stands, "value": {"a": 1, "b": 2}, "seq": 2}, [])
    )
    first.start()
    written.wait(10)
    second.start()
    second.join(0.3)
    on.set()
    first.join(10)
    second.join(10)
    assert journal.answer("order").value == {"a": 1, "b": 2}
    assert "conflict" not in panel.status
    assert panel.status["seq"] == 2


def test_of_messages_that_come_in_another_order_the_last_counts(journal):
    panel = Panel(BANK["one"], journal)
    tell(panel, "save", "b", seq=3)
    tell(panel, "save", "a", seq=2)
    assert journal.answer("one").value == "b"
    assert (panel.status["seq"], panel.value) == (3, "b")
    tell(panel, "commit", "a", seq=1)
    assert journal.answer("one").value == "b"
    assert [each.value for each in journal.history("one", "commit")] == ["a"]
    tell(panel, "commit", None, seq=2)
    assert journal.answer("one").value == "b"
    tell(panel, "save", "c", seq=4)
    assert journal.answer("one").value == "c"


def test_an_unknown_message_saves_and_never_crashes(journal):
    panel = Panel(BANK["one"], journal)
    panel._handle_custom_msg({}, [])
    tell(panel, "dance", {"x": [1, None]})
    assert panel.status["state"] == "incoherent"


@pytest.mark.parametrize("question", LESSONS, ids=lambda q: q.id)
def test_a_key_never_reaches_the_page(question, journal):
    state = json.dumps(Panel(question, journal).get_state(), default=str)
    assert "criteria" not in state
    for remark in question.key.remarks if question.key else ():
        assert as_text(remark.says) not in state
    for hint in question.hints:
        assert as_text(hint) not in state


def test_checking_commits_and_says_what_was_missed(journal):
    question = next(q for q in LESSONS if q.id == "title-mark")
    panel = Panel(question, journal)
    tell(panel, "commit", "finds")
    assert panel.feedback["verdict"].startswith("✗")
    assert [c["id"] for c in panel.feedback["remarks"][0]["reread"]] == ["C001"]
    assert journal.answer("title-mark").committed_at
    tell(panel, "save", "asks", seq=2)
    assert panel.feedback == {"checked": False}, "feedback on an answer that is no longer there"
    tell(panel, "commit", "asks", seq=3)
    assert panel.feedback["verdict"].startswith("✓")


def test_an_incomplete_answer_is_not_committed(journal):
    question = next(q for q in LESSONS if q.id == "how-firmly")
    panel = Panel(question, journal)
    tell(panel, "commit", {"tokyo": "fact"})
    assert journal.answer("how-firmly").committed_at is None
    assert not panel.feedback["checked"]


def test_the_order_is_the_learners_own_and_stays(journal, tmp_path):
    question = next(q for q in LESSONS if q.id == "how-firmly")

    def order(where: Journal) -> list[str]:
        return [o["id"] for o in Panel(question, where).question["options"]]

    assert order(journal) == order(Journal(journal.path))
    assert len({tuple(order(Journal(tmp_path / f"{n}.json"))) for n in range(12)}) > 1


def test_panels_are_widgets_and_compose(journal):
    box = ipywidgets.VBox([Panel(BANK["one"], journal), Panel(BANK["many"], journal)])
    assert len(box.children) == 2


@pytest.mark.parametrize("question", BANK.questions, ids=lambda q: q.id)
def test_the_static_form_is_complete_and_the_same_on_every_run(question, journal):
    data, _ = Panel(question, journal)._repr_mimebundle_()
    tell(Panel(question, journal), "save", "a")
    later, _ = Panel(question, journal)._repr_mimebundle_()
    for kind in ("text/html", "text/plain"):
        assert data[kind] == later[kind]
        for option in question.options:
            assert option.text in data[kind]
    assert data["text/html"] == static_html(question)
    assert data["text/plain"] == static_text(question) == repr(Panel(question, journal))


def test_prose():
    assert runs("a **b** c *d*") == [("", "a "), ("strong", "b"), ("", " c "), ("em", "d")]
    assert as_html("<script> **&**") == "&lt;script&gt; <strong>&amp;</strong>"
    assert as_text("2 * 3 * 4") == "2 * 3 * 4"


JS = ROOT / "course" / "panels" / "js"
FILES = {path.relative_to(JS).with_suffix("").as_posix(): path.read_text("utf-8") for path in JS.rglob("*.js")}
CODE = {name: re.sub(r"(?<!:)//[^\n]*", "", text) for name, text in FILES.items()}


def page_of(kind: str) -> tuple[str, ...]:
    return parts("js", "base", next(n for n in (f"kinds/{kind}", f"kinds/{kind}/{kind}") if n in FILES), "frame")


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_builds_no_markup_from_text(kind):
    assert not re.findall(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(", script(kind))
    assert f"CONTROLS.{kind} = " in script(kind)
    assert ".rs-panel" in style(kind)


def test_every_file_of_the_page_is_needed_by_a_kind():
    assert {name for kind in KINDS for name in page_of(kind)} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_what_a_file_of_the_page_uses_it_names(name):
    made = {each: re.findall(r"^(?:function|const|let|class) (\w+)", text, re.MULTILINE) for each, text in CODE.items()}
    beneath = {*parts("js", "base", name)}
    kind = name.split("/")[1] if "/" in name else ""
    others = {
        each for each in FILES if each not in beneath and (each.count("/") == 0 or each.startswith(f"kinds/{kind}/"))
    }
    known = {*made[name], *(each for other in beneath for each in made[other])}
    for other in others:
        used = {
            each
            for each in made[other]
            if each not in known and re.search(rf"(?<![\w.$]){each}\(|CONTROLS\.\w+ = {each};", CODE[name])
        }
        assert not used, f"{name} uses {used} of {other}: add it to the line “// Needs:”"


def test_a_kind_without_controls_is_told():
    with pytest.raises(FileNotFoundError, match=r"Questions of type sing have no controls.*js/kinds/sing\.js"):
        script("sing")


def test_two_kinds_on_a_page_keep_their_own_styles(journal):
    states = [Panel(BANK[name], journal).get_state() for name in ("one", "classes")]
    assert len({state["_anywidget_id"] for state in states}) == 2
    assert ".rs-across" in states[1]["_css"]
    assert states[0]["_esm"] == script("choose_one")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COURSE_JOURNAL", raising=False)
    (tmp_path / "questions.toml").write_bytes(EVERY_TYPE.read_bytes())
    return tmp_path


def test_ask_finds_the_assignments_bank_and_writes_beside_it(folder):
    tell(ask("one"), "save", "a")
    assert json.loads((folder / "journal.json").read_text("utf-8"))["answers"]["one"]["value"] == "a"


def test_ask_finds_a_lessons_question_anywhere(folder):
    assert ask("title-mark").question["title"] == "A title with a question mark"


def test_ask_names_close_ids(folder):
    with pytest.raises(BankError, match="Did you mean title-mark"):
        ask("title-marc")


def test_an_error_shows_its_message_and_no_traceback(folder):
    bank = (folder / "questions.toml").read_text("utf-8")
    (folder / "questions.toml").write_text(bank.replace('id = "many"', 'id = "one"'), "utf-8")
    with pytest.raises(BankError) as error:
        ask("one")
    assert error.value._render_traceback_() == [str(error.value)]
    assert "“one” stands there twice" in str(error.value)


def test_a_changed_bank_is_read_again(folder):
    ask("one")
    bank = folder / "questions.toml"
    bank.write_text(bank.read_text("utf-8").replace("The first", "The very first"), "utf-8")
    assert "The very first" in repr(ask("one"))


def test_validating_names_what_is_missing_and_writes_nothing(folder, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    with pytest.raises(NotAnsweredError, match="“Choose one” is not attempted"):
        ask("one")
    assert not (folder / "journal.json").exists()
    Journal().save("chance", {"talks": 0.1, "reset": 0.9})
    with pytest.raises(NotAnsweredError, match=r"is incoherent.*can't be more probable"):
        ask("chance")
    Journal().save("classes", {"a": "fact"})
    with pytest.raises(NotAnsweredError, match=r"is incomplete\. 1 of 2"):
        ask("classes")
    Journal().save("one", "a")
    assert ask("one").value == "a"


def test_executing_for_grades_always_fails_and_says_what_to_do(folder, monkeypatch):
    Journal().save("one", "a")
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    with pytest.raises(NotGradedHereError, match="Run nbgrader in the folder grading/"):
        ask("one")


# Two notebooks on one journal


def say(panel: Panel, kind: str, value, base, seq: int = 1, view: str = "v") -> None:
    """A message as the page sends it, with the time of the answer that it shows."""
    panel._handle_custom_msg({"kind": kind, "value": value, "seq": seq, "view": view, "base": base}, [])


@pytest.mark.parametrize("kind", ["save", "commit"])
def test_an_answer_that_the_page_has_not_shown_is_never_replaced(journal, kind):
    mine, theirs = (Panel(BANK["one"], Journal(journal.path)) for _ in range(2))
    say(mine, "save", "a", None)
    base = mine.status["saved_at"]
    say(theirs, "save", "b", None, view="w")
    assert theirs.status["conflict"]["words"] == "“The first”", "the first answer of all counts, too"
    say(theirs, "save", "b", base, view="w")
    say(mine, kind, "c", base, seq=2)
    assert journal.answer("one").value == "b"
    assert mine.status["conflict"] == {"saved_at": theirs.status["saved_at"], "words": "“The second”"}
    assert mine.status["seq"] == 2
    assert not journal.history("one", "commit")
    say(mine, kind, "c", mine.status["conflict"]["saved_at"], seq=3)
    assert journal.answer("one").value == "c"
    assert "conflict" not in mine.status


def test_quick_answers_of_one_page_do_not_wait_for_one_another(journal):
    panel = Panel(BANK["one"], journal)
    for seq, value in enumerate("abc", 1):
        say(panel, "save", value, None, seq)
    assert [e.value for e in journal.history("one")] == ["a", "b", "c"]


def test_the_same_answer_twice_is_no_conflict(journal):
    mine, theirs = (Panel(BANK["one"], Journal(journal.path)) for _ in range(2))
    say(theirs, "save", "b", None)
    say(mine, "commit", "b", None)
    assert journal.answer("one").committed_at


def test_value_and_status_change_in_one_message(journal, monkeypatch):
    panel, sent = Panel(BANK["one"], journal), []
    monkeypatch.setattr(Panel, "send_state", lambda self, key=None: sent.append(set(key or ())))
    say(panel, "save", "a", None)
    assert {"value", "status"} in sent


def test_a_panel_shows_what_another_notebook_made_of_the_journal_and_never_blanks_itself(journal):
    panel = Panel(BANK["one"], journal)
    say(panel, "save", "a", None)
    assert not panel.status["elsewhere"]
    Journal(journal.path).save("one", "b")
    panel.found(journal.answer("one"))
    assert (panel.value, panel.status["elsewhere"]) == ("b", True)
    panel.found(None)
    assert panel.value == "b"
    assert "no longer holds this answer" in panel.status["error"]


@pytest.mark.parametrize("question", [*BANK.questions, *LESSONS], ids=lambda q: q.id)
def test_any_answer_at_all_is_put_in_words(question):
    for value in (None, "a", ["a"], {"a": 0.999}, {"a": "b"}, {"talks": 0.999}, 7, [[]], {"a": {"b": []}}):
        assert len(in_words(question, value)) < 250
    assert in_words(BANK["chance"], {"talks": 0.999}) == "“Official talks on denuclearization: 99.9%”"
