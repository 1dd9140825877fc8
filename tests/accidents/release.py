"""Before a release: what an instructor wrote wrongly, and what `check_source` says of it."""

import base64
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grading.handout.assignment import AssignmentError
from grading.handout.fit import check_source, read_source
from tests.paths import ROOT

NAME = "goals"
WRITE_IT = "stands for what is still to be written; write it, or take it out."
BEGIN, END = "=== BEGIN MARK SCHEME ===", "=== END MARK SCHEME ==="
REMARK = "The author mentions other contacts and then begins a sentence with “yet”. See what it says."


def _refused(folder: Path, change: Callable[[dict[str, Any]], object], *says: str) -> None:
    source = folder / NAME
    shutil.copytree(ROOT / "grading" / "source" / NAME, source)
    path = source / f"{NAME}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
    change(notebook)
    path.write_text(json.dumps(notebook), encoding="utf-8")
    with pytest.raises(AssignmentError) as refused:
        check_source(NAME, source, ROOT / "grading" / "keys")
    said = str(refused.value)
    assert "\n" not in said
    assert all(part in said for part in (f"{NAME}.ipynb", *says)), said
    assert REMARK not in said


def _cell(notebook: dict[str, Any], name: str) -> Any:
    [found] = [c for c in notebook["cells"] if c["id"] == name]
    return found


def _in_task(old: str, new: str) -> Callable[[dict[str, Any]], None]:
    def change(notebook: dict[str, Any]) -> None:
        cell = _cell(notebook, "goals-essay")
        assert old in cell["source"]
        cell["source"] = cell["source"].replace(old, new)

    return change


def _said(cell: str, text: str) -> Callable[[dict[str, Any]], None]:
    def change(notebook: dict[str, Any]) -> None:
        _cell(notebook, cell)["source"] += f"\n\n{text}"

    return change


def marker_in_one_word(tmp_path: Path) -> None:
    _refused(tmp_path, _in_task(BEGIN, "=== BEGIN MARKSCHEME ==="), "goals-essay", "END MARK SCHEME")


def marker_translated(tmp_path: Path) -> None:
    def change(notebook: dict[str, Any]) -> None:
        _in_task(BEGIN, "=== BEGINN BEWERTUNGSSCHEMA ===")(notebook)
        _in_task(END, "=== ENDE BEWERTUNGSSCHEMA ===")(notebook)

    _refused(tmp_path, change, "goals-essay", "expected a mark scheme")


def marker_in_lower_case(tmp_path: Path) -> None:
    def change(notebook: dict[str, Any]) -> None:
        _in_task(BEGIN, BEGIN.lower())(notebook)
        _in_task(END, END.lower())(notebook)

    _refused(tmp_path, change, "goals-essay", "expected a mark scheme")


def marker_without_end(tmp_path: Path) -> None:
    _refused(tmp_path, _in_task(END, ""), "goals-essay", "END MARK SCHEME")


def scheme_removed(tmp_path: Path) -> None:
    def change(notebook: dict[str, Any]) -> None:
        cell = _cell(notebook, "goals-essay")
        cell["source"] = cell["source"].partition(BEGIN)[0]

    _refused(tmp_path, change, "goals-essay", "expected a mark scheme")


def scheme_in_another_cell(tmp_path: Path) -> None:
    _refused(tmp_path, _said("about", f"{BEGIN}\n\nFull points for two ends.\n\n{END}"), "“about”", "of a task only")


def scheme_pasted_twice(tmp_path: Path) -> None:
    _refused(tmp_path, _said("about", "| 0 | names no aim of the brief | “They want to provoke.” |"), "“about”")


def rubric_outside_the_scheme(tmp_path: Path) -> None:
    table = "| Punkte | Leistung | Beispiel |\n|---|---|---|\n| 2 | nennt alles | – |\n| 0 | nennt nichts | – |"
    _refused(tmp_path, _said("goals-essay", table), "goals-essay", "a level of 0 points")


def remark_in_a_cell(tmp_path: Path) -> None:
    _refused(tmp_path, _said("about", REMARK), "“about”", "text of the key")


def remark_with_a_word_changed(tmp_path: Path) -> None:
    text = "The author mentions other **contacts** and then&nbsp;begins a sentence with “yet”. Look what it says."
    _refused(tmp_path, _said("how-it-works", text), "“how-it-works”", "text of the key")


def remark_in_metadata(tmp_path: Path) -> None:
    _refused(tmp_path, lambda n: n["metadata"].update(note=REMARK), "metadata", "text of the key")


def remark_in_an_output(tmp_path: Path) -> None:
    output = {"output_type": "stream", "name": "stdout", "text": REMARK}
    _refused(tmp_path, lambda n: _cell(n, "q-aims-means")["outputs"].append(output), "“aims-means”", "text of the key")


def remark_in_an_attachment(tmp_path: Path) -> None:
    coded = base64.b64encode(REMARK.encode()).decode()
    attached = {"attachments": {"note.txt": {"text/plain": coded}}}
    _refused(tmp_path, lambda n: _cell(n, "about").update(attached), "“about”", "text of the key")


def key_pasted_as_it_stands(tmp_path: Path) -> None:
    text = '`when = { places = { safety = "end", rank = "end" } }`'
    _refused(tmp_path, _said("about", text), "“about”", "text of the key")


def essay_of_other_points(tmp_path: Path) -> None:
    def change(notebook: dict[str, Any]) -> None:
        _cell(notebook, "goals-essay")["metadata"]["nbgrader"]["points"] = 12

    _refused(tmp_path, change, "essay gives 10 points", "gives 12")


def criterion_of_other_points(tmp_path: Path) -> None:
    _refused(tmp_path, _in_task("author infers | 3 |", "author infers | 4 |"), "goals-essay", "add up to 11")


def rubric_of_other_points(tmp_path: Path) -> None:
    _refused(
        tmp_path,
        _in_task(
            "(0–3)**\n\n| Points | The essay | Anchor |\n|---|---|---|\n| 3 | names two",
            "(0–5)**\n\n| Points | The essay | Anchor |\n|---|---|---|\n| 3 | names two",
        ),
        "goals-essay",
        "criterion 1",
    )


def heading_of_other_points(tmp_path: Path) -> None:
    def change(notebook: dict[str, Any]) -> None:
        _cell(notebook, "about-aims-means")["source"] = "## Question 2 · 5 points"

    _refused(tmp_path, change, "aims-means", "4 points", "Question 2 · 5 points")


def another_number_of_questions(tmp_path: Path) -> None:
    def change(notebook: dict[str, Any]) -> None:
        cell = _cell(notebook, "about")
        cell["source"] = cell["source"].replace("Sixteen", "Fifteen")

    _refused(tmp_path, change, "“about”", "fifteen questions", "16")


def another_sum(tmp_path: Path) -> None:
    def change(notebook: dict[str, Any]) -> None:
        cell = _cell(notebook, "about")
        cell["source"] = cell["source"].replace("give 63", "give 60")

    _refused(tmp_path, change, "“about”", "60 points", "63")


def question_unlocked(tmp_path: Path) -> None:
    def change(notebook: dict[str, Any]) -> None:
        _cell(notebook, "q-aims-means")["metadata"]["nbgrader"]["locked"] = False

    _refused(tmp_path, change, "“aims-means”", "not locked")


def short_texts_with_words_changed(tmp_path: Path) -> None:
    texts = {
        "a remark": "Nothing more is asked. Look for one sentence that says this about Pyongyang. Go on.",
        "an anchor": "| 3 | They want to be accepted as a rocket state (C020). |",
        "a level": "Whoever names aims without ordering them, or takes a way for an end, may think again.",
        "two words": "Pyongyang concedes that its prisoners are chips (C048).",
    }
    for name, text in texts.items():
        folder = tmp_path / name
        folder.mkdir()
        _refused(folder, _said("about", text), "“about”", "text of the key")


def something_still_to_be_written(tmp_path: Path) -> None:
    for place, text in enumerate(("TODO: an example", "YOUR PROMPT HERE", "Lorem ipsum dolor", "[insert the claim]")):
        folder = tmp_path / str(place)
        folder.mkdir()
        _refused(folder, _said("about", text), "“about”", "still to be written")
    source, keys = tmp_path / "source" / NAME, tmp_path / "keys"
    shutil.copytree(ROOT / "grading" / "source" / NAME, source)
    shutil.copytree(ROOT / "grading" / "keys", keys)
    bank, key = source / "questions.toml", keys / f"{NAME}.toml"
    bank.write_text(bank.read_text("utf-8").replace('title = "', 'title = "YOUR TITLE HERE ', 1), "utf-8")
    _, said = read_source(NAME, source, keys)
    line = bank.read_text("utf-8").split("YOUR")[0].count("\n") + 1
    assert said == (f"{bank}, line {line}: “YOUR TITLE HERE” {WRITE_IT}",)
    shutil.copy(ROOT / "grading" / "source" / NAME / bank.name, bank)
    text = key.read_text("utf-8")
    key.write_text(f"# TODO: look at this key again\n{text}", "utf-8")
    check_source(NAME, source, keys)
    key.write_text(text.replace("Look for a sentence", "TBD. Look for a sentence", 1), "utf-8")
    _, said = read_source(NAME, source, keys)
    assert len(said) == 1
    assert f"{key}, line" in said[0]
    assert f"“TBD” {WRITE_IT}" in said[0]


def where_learners_are_to_write(tmp_path: Path) -> None:
    source = tmp_path / NAME
    shutil.copytree(ROOT / "grading" / "source" / NAME, source)
    path = source / f"{NAME}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    _cell(notebook, "goals-essay-answer")["source"] = "YOUR ANSWER HERE"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    check_source(NAME, source, ROOT / "grading" / "keys")


def words_of_the_task_again(tmp_path: Path) -> None:
    text = "Remember: your essay meets the strongest objection to your own judgement, and names a smallest change."
    source = tmp_path / NAME
    shutil.copytree(ROOT / "grading" / "source" / NAME, source)
    path = source / f"{NAME}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    _cell(notebook, "about")["source"].append(f"\n\n{text}")
    path.write_text(json.dumps(notebook), encoding="utf-8")
    check_source(NAME, source, ROOT / "grading" / "keys")


def several_faults_at_once(tmp_path: Path) -> None:
    source, keys = tmp_path / "source" / NAME, tmp_path / "keys"
    shutil.copytree(ROOT / "grading" / "source" / NAME, source)
    shutil.copytree(ROOT / "grading" / "keys", keys)
    bank, key, path = source / "questions.toml", keys / f"{NAME}.toml", source / f"{NAME}.ipynb"
    bank.write_text(bank.read_text("utf-8").replace('type = "rank"', 'type = "ranking"', 1), "utf-8")
    key.write_text(key.read_text("utf-8").replace('missed = "', 'mised = "', 1), "utf-8")
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cell = _cell(notebook, "goals-essay")
    cell["source"] = "".join(cell["source"]).replace("author infers | 3 |", "author infers | 4 |")
    _cell(notebook, "q-aims-means")["metadata"]["nbgrader"]["locked"] = False
    path.write_text(json.dumps(notebook), encoding="utf-8")
    (source / "journal.json").write_text("{}", "utf-8")
    said = read_source(NAME, source, keys)[1]
    found = [next((n for n, line in enumerate(said) if part in line), -1) for part in (
        "type: expected", "mised", "“aims-means” is not locked", "add up to 11", "journal.json",
    )]  # fmt: skip
    assert -1 not in found, said
    assert found == sorted(found), said
    assert len(said) == 6, said  # and the criterion, which has 3 in the mark scheme
    assert said == read_source(NAME, source, keys)[1]
