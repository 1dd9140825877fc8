"""The bank of the check-in and the check-out: what is wrong with it is said."""

import pytest

from course.gain import read
from course.questions import load_bank
from grading.check import gain
from tests.paths import ROOT

TEXT = (ROOT / "data" / "gain" / "questions.toml").read_text(encoding="utf-8")


def changed(text, old, new, times=1):
    assert old in text
    return text.replace(old, new, times)


WRONG = {
    "no key": (lambda t: t[: t.rindex("[question.key]")], "expected a key beside it"),
    "too few": (lambda t: t[: t.rindex("[[question]]")], "pool “gain-hindsight”: expected at least 4 questions"),
    "no remark": (
        lambda t: changed(t, '  { when = { chose = ["without"] }, says = "“None without” rules this out." },\n', ""),
        "choice “without” is wrong and has no remark",
    ),
    "easier": (
        lambda t: changed(t, '  { id = "without", text = "Ships without a certificate may unload, too." },\n', "")
        .replace('  { when = { chose = ["without"] }, says = "“None without” rules this out." },\n', "", 1),
        "pool “gain-condition”: expected questions of one type with as many choices",
    ),
    "unlisted": (lambda t: t.replace("gain-base", "gain-bases"), "expected a row “gain-bases”"),
    "a lesson's id": (lambda t: changed(t, 'id = "gain-base-stop"', 'id = "prior"'), "a lesson has a question"),
    "a picture": (lambda t: changed(t, "A harbour’s rule", "![x](y) A harbour’s rule"), "holds a picture"),
    "no TOML": (lambda t: t + "[", "not TOML"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_named(name, tmp_path, monkeypatch):
    change, says = WRONG[name]
    path = tmp_path / "questions.toml"
    path.write_text(change(TEXT), encoding="utf-8")
    monkeypatch.setattr(gain, "PATH", path)
    monkeypatch.setattr(read, "gain_bank", lambda: load_bank(path))
    assert says in "\n".join(gain.gain_faults((), {"prior"}))


def test_nothing_is_wrong_with_ours():
    assert list(gain.gain_faults((), {"prior"})) == []
