"""What hand-ins have in common: found where there is something, not found by chance, and quickly."""

import json
import random
import time

import msgspec
import pytest

from course import tables
from course.journal import Journal, parse
from course.journal.record import encode
from grading.similarity import essays, traces
from grading.similarity.essays import compare, words
from grading.similarity.traces import Traces
from tests.paths import ROOT


def lessons() -> dict[str, str]:
    """Texts on one subject, each written for itself."""
    found = {}
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        found[path.stem] = "\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    return found


def test_independent_texts_on_one_subject_stay_far_below():
    found = compare(lessons())
    assert found.alike == ()
    assert found.pairs >= 45
    assert found.highest < essays.ALIKE / 2


@pytest.mark.parametrize("every", [1000, 10, 5])
def test_a_changed_copy_is_found_also_in_a_class_of_two(every):
    text = lessons()["07_calibration"] if "07_calibration" in lessons() else max(lessons().values(), key=len)
    changed = " ".join("river" if i % every == every - 1 else w for i, w in enumerate(text.split()))
    for others in ({}, {k: v for k, v in lessons().items() if v != text}):
        [pair] = compare({"a": text, "b": changed, **others}).alike
        assert pair.learners == ("a", "b")
        assert pair.longest >= min(every, 20) - 1


def test_what_everybody_had_counts_for_nothing():
    brief = "\n".join(str(row["paraphrase"]) for row in tables.read("claims"))
    own = list(lessons().values())[:2]
    told = {"a": f"{brief}\n{own[0]}", "b": f"{brief}\n{own[1]}"}
    assert compare(told).alike
    assert not compare(told, [brief]).alike
    assert compare({"a": brief, "b": brief}, [brief]).essays == 0


def test_words_are_found_in_any_script():
    assert words("Don’t STOP, “he said”.") == ["dont", "stop", "he", "said"]
    assert words("हिन्दी में लिखा") == ["हिन्दी", "में", "लिखा"]
    assert words("外交信号") == list("外交信号")


def test_three_hundred_essays_take_seconds():
    chance, vocabulary = random.Random(7), words(" ".join(lessons().values()))
    made = {f"learner-{n:03}": " ".join(chance.choices(vocabulary, k=600)) for n in range(300)}
    begin = time.process_time()
    assert compare(made | {"copy": made["learner-007"]}).alike[0].learners == ("copy", "learner-007")
    assert time.process_time() - begin < 20


@pytest.fixture
def begun(tmp_path):
    journal = Journal(tmp_path / "journal.json")
    journal.save("one", "a")
    return tmp_path / "journal.json"


def gone_on(path, value):
    Journal(path).save("two", value)
    return path.read_bytes()


def test_a_seed_and_a_history_are_found_when_later_answers_differ(begun, tmp_path):
    first = begun.read_bytes()
    a = gone_on(begun, "b")
    begun.write_bytes(first)
    b = gone_on(begun, "c")
    record = parse(b, "journal.json")
    other = encode(msgspec.structs.replace(record, seed=record.seed ^ 1))
    alone = tmp_path / "alone.json"
    Journal(alone).save("one", "a")
    handed_in = {"a": a, "b": b, "o": other, "x": alone.read_bytes(), "none": None, "bad": b"{"}
    found = traces.compare({who: Traces(data, None) for who, data in handed_in.items()})
    assert [(each.what, each.learners) for each in found] == [("seed", ("a", "b")), ("history", ("a", "b", "o"))]


def test_equal_bytes_are_found_and_empty_files_are_not(begun):
    data = begun.read_bytes()
    handed_in = {"a": (data, b"nb"), "b": (data, b"nb"), "c": (b"", None), "d": (b"", None)}
    same = traces.compare({who: Traces(*each) for who, each in handed_in.items()})
    assert [(each.what, each.learners) for each in same][:2] == [("journal", ("a", "b")), ("notebook", ("a", "b"))]
    broken = b"{" * 300
    assert [e.what for e in traces.compare({"a": Traces(broken, None), "b": Traces(broken, None)})] == ["journal"]
