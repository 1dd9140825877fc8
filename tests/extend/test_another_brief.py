"""The invented brief takes the place of this one in a copy, as CONTRIBUTING.md tells, and is taught and graded."""

import json
import shutil

import pytest
from frictionless import Package

from course.journal import Journal
from tests.extend.copies import Copy
from tests.extend.cycle import Cycle
from tests.paths import ROOT

LESSON = "00_the_strait"
GONE = (
    "notebooks/*.ipynb",
    "data/questions/*.toml",
    "grading/source/*",
    "grading/families/*/",
    "grading/keys/*.toml",
    "tests/data/*_learners.toml",
)
RULE = {"form": "only_if_either", "of": ["T", "B", "C"], "claims": ["C002"]}
ANSWERS = {
    "prior": {"talks": 0.3, "opening": 0.2},
    "strait-condition": "all-boats",
    "strait-argument": {
        "premises": [
            RULE,
            {"form": "not", "of": ["B"], "claims": ["C010"]},
            {"form": "not", "of": ["C"], "claims": ["C011"]},
            {"form": "only_if", "of": ["O", "T"]},
        ],
        "conclusion": {"form": "not", "of": ["O"]},
    },
    "strait-deal": {
        "terms": {"order": "boats-first", "harbour": "north-harbour"},
        "relaxed": [["Ornia", "order", "boats-first"]],
    },
}
STEPS = {"S01": 1, "S02": 0, "S03": 0}
WEIGHED = {"prior": 0.2, "ratings": {s: {"step": step, "credibility": 1} for s, step in STEPS.items()}}


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    """The copy, in which the files of this brief are deleted and those of the invented one laid over the rest."""
    copy = Copy(tmp_path_factory.mktemp("other"))
    for path in (path for pattern in GONE for path in copy.root.glob(pattern)):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(copy.root / "grading" / "examples" / "brief", copy.root, dirs_exist_ok=True)
    assert "fit together" in copy.check()
    return copy


def test_the_guide_tells_what_to_delete_and_what_to_copy():
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8").replace(" \\\n     ", " ")
    assert f"   rm -r {' '.join(GONE)}\n   cp -R grading/examples/brief/. .\n" in guide


def test_every_table_is_as_the_same_description_says(other):
    assert (other.root / "data" / "datapackage.json").read_bytes() == (ROOT / "data" / "datapackage.json").read_bytes()
    report = Package(str(other.root / "data" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])


def test_the_lesson_runs_with_the_very_outputs_it_is_kept_with(other, tmp_path):
    command = ("-m", "pytest", "--nbval", "--nbval-current-env", "-q", "-p", "no:cacheprovider")
    said = other.python(*command, f"notebooks/{LESSON}.ipynb", journal=tmp_path / "journal.json")
    cells = json.loads((other.root / "notebooks" / f"{LESSON}.ipynb").read_text("utf-8"))["cells"]
    assert f"{sum(cell['cell_type'] == 'code' for cell in cells)} passed" in said


def test_what_a_learner_answers_is_weighed_judged_and_held_against_what_came(other, tmp_path):
    path = tmp_path / "journal.json"
    journal = Journal(path)
    for question, answer in ANSWERS.items():
        journal.save(question, answer)
    board = other.value(
        """
from course import ask, mine
board = ask("weigh-all").question
found = [board["event"], board["by"], board["start"]["prior"], board["steps"][0]["meaning"]]
assert len(mine.outcomes()) == len(mine.author()) == 0, "nothing is committed yet"
""",
        path,
    )
    assert board == [
        "an opening",
        "by 31 December 1931",
        0.2,
        "eight times as likely if no opening is coming as if one is",
    ]
    journal.commit("weigh-all", WEIGHED)
    journal.commit("hindsight-forecasts", {"q01": 0.4, "opening": 0.1})
    found = other.value(
        """
from pathlib import Path
from course import ask, mine, portfolio
argument = ask("strait-argument")
portfolio.write(Path.cwd() / "portfolio")
found = {
    "posterior": mine.posterior(), "outcomes": mine.outcomes()["brier"].to_dict(), "author": list(mine.author()["to"]),
    "progress": repr(mine.progress()), "argument": argument.feedback, "deal": ask("strait-deal").feedback,
    "readings": ask("weigh-all").feedback["readings"]["S02"]["word"],
    "page": Path("portfolio/portfolio.html").read_text("utf-8"),
}""",
        path,
    )
    assert found["posterior"] == pytest.approx(1 / 3)
    assert found["outcomes"] == {"q01": 0.36}
    assert found["author"] == [0.2]
    assert found["progress"].startswith("All 6 questions answered ✓")
    assert found["argument"]["analysis"]["state"] == "valid"
    assert found["readings"] == "ambiguous"
    for said in ("the strait between Velmark and Ornia", "How probable an opening by 31 December 1931", "33 %"):
        assert said in found["page"]
    assert "Korea" not in found["page"]


def test_an_assignment_is_graded(other, tmp_path):
    right = {"narrows-boats": "short", "narrows-voices": {"letter": "fact", "boats": "report", "table": "inference"}}
    wrong = {"narrows-boats": "met", "narrows-voices": {"letter": "fact", "boats": "fact", "table": "inference"}}
    done = Cycle(other.root, tmp_path / "class", "narrows", {"right": right, "wrong": wrong})
    assert done.points("right") == {"narrows-boats": 2, "narrows-voices": 2}
    assert done.points("wrong") == {"narrows-boats": 0, "narrows-voices": 1}
    assert "You may have read it as: Part of a condition meets the condition." in done.feedback("wrong")
    assert "Velmark demands that the patrol boats of Ornia leave the strait" in done.feedback("wrong")
