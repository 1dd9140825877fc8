"""The journal's content: damaged, or sound JSON that says what no panel writes."""

import json
import os
from pathlib import Path
from typing import Any

from tests.hostile.place import HOST, JOURNAL, first_answer, first_question, read_journal, root, write_journal


def journal_missing(folder: Path) -> None:
    (folder / JOURNAL).unlink()


def journal_empty(folder: Path) -> None:
    (folder / JOURNAL).write_bytes(b"")


def journal_cut(folder: Path) -> None:
    """Cut short, as a full disk does."""
    (folder / JOURNAL).write_bytes((folder / JOURNAL).read_bytes()[:-40])


def journal_newer(folder: Path) -> None:
    write_journal(folder, read_journal(folder) | {"version": 99})


def journal_huge(folder: Path) -> None:
    os.truncate(folder / JOURNAL, 10**12)


def journal_other_format(folder: Path) -> None:
    write_journal(folder, read_journal(folder) | {"format": "marks"})


def journal_list(folder: Path) -> None:
    write_journal(folder, [read_journal(folder)])


def journal_nested(folder: Path) -> None:
    (folder / JOURNAL).write_text('{"format": "course-journal", "version": 1, "answers": ' + '{"a":' * 200_000)


def journal_of_many_lists(folder: Path) -> None:
    """A few megabytes that would take hundreds in memory, where several are read at once."""
    first_answer(folder, "many")
    text = (folder / JOURNAL).read_text(encoding="utf-8")
    (folder / JOURNAL).write_text(text.replace('"many"', "[" + "[]," * 2_000_000 + "0]", 1))


def journal_with_marks(folder: Path) -> None:
    write_journal(folder, read_journal(folder) | {"points": 100})


def journal_for_another(folder: Path) -> None:
    write_journal(folder, read_journal(folder) | {"student": "expert", "student_id": "expert"})


def journal_doubled_key(folder: Path) -> None:
    """A reader that keeps the last key sees other answers than one that keeps the first."""
    text = (folder / JOURNAL).read_text(encoding="utf-8").rstrip().removesuffix("}")
    (folder / JOURNAL).write_text(text + ', "answers": {}}')


def journal_doubled_answer(folder: Path) -> None:
    first = json.dumps(first_question(folder))
    text = json.dumps(read_journal(folder)).replace(f"{first}: {{", f"{first}: null, {first}: {{", 1)
    (folder / JOURNAL).write_text(text)


def journal_byte_order_mark(folder: Path) -> None:
    (folder / JOURNAL).write_bytes(b"\xef\xbb\xbf" + (folder / JOURNAL).read_bytes())


def journal_utf16(folder: Path) -> None:
    (folder / JOURNAL).write_bytes((folder / JOURNAL).read_text(encoding="utf-8").encode("utf-16"))


def journal_pickle(folder: Path) -> None:
    (folder / JOURNAL).write_bytes(b"\x80\x04\x95\x1c\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x8c\x06system\x93.")


def journal_member_without_end(folder: Path) -> None:
    """The reader names the member that it does not know; nobody may repeat a name of a million characters."""
    write_journal(folder, read_journal(folder) | {"x" * 1_000_000: 1})


def answers_a_list(folder: Path) -> None:
    held = read_journal(folder)
    write_journal(folder, held | {"answers": list(held["answers"])})


def answers_without_form(folder: Path) -> None:
    held = read_journal(folder)
    write_journal(folder, held | {"answers": {q: a["value"] for q, a in held["answers"].items()}})


def answer_revision_negative(folder: Path) -> None:
    held = read_journal(folder)
    held["answers"][first_question(folder)]["revision"] = -1
    write_journal(folder, held)


def answer_time_impossible(folder: Path) -> None:
    held = read_journal(folder)
    held["answers"][first_question(folder)]["saved_at"] = "2014-02-30T25:00:00.000000Z"
    write_journal(folder, held)


def seed_no_number(folder: Path) -> None:
    write_journal(folder, read_journal(folder) | {"seed": "7"})


def answer_nan(folder: Path) -> None:
    first_answer(folder, float("nan"))


def answer_infinity(folder: Path) -> None:
    first_answer(folder, float("-inf"))


def answer_number_without_bound(folder: Path) -> None:
    first_answer(folder, 2**70)


def answer_number_overflowing(folder: Path) -> None:
    first_answer(folder, "overflow")
    text = (folder / JOURNAL).read_text(encoding="utf-8")
    (folder / JOURNAL).write_text(text.replace('"overflow"', "1e999", 1))


def answer_nested(folder: Path) -> None:
    value: Any = []
    for _ in range(100):
        value = [value]
    first_answer(folder, value)


def answer_of_many_members(folder: Path) -> None:
    first_answer(folder, ["a"] * 20_000)


def answer_half_a_character(folder: Path) -> None:
    first_answer(folder, "\ud800")


def answer_of_wrong_type(folder: Path) -> None:
    first_answer(folder, {"points": 100, "correct": True, "__class__": "expert"})


def answer_true(folder: Path) -> None:
    first_answer(folder, True)


def answer_text_without_end(folder: Path) -> None:
    first_answer(folder, "a" * 5_000_000)


def answer_null_characters(folder: Path) -> None:
    first_answer(folder, {"\0": "\0", "": "", "constructor": "x"})


def answer_invisible_characters(folder: Path) -> None:
    """Ids that look right to the eye, with a space of no width in each text."""
    first_answer(folder, _each(read_journal(folder)["answers"][first_question(folder)]["value"], "\u200b"))


def answer_lookalike_letters(folder: Path) -> None:
    value = json.dumps(read_journal(folder)["answers"][first_question(folder)]["value"])
    first_answer(folder, json.loads(value.translate(str.maketrans("aeo", "\u0430\u0435\u043e"))))


def question_lookalike_letters(folder: Path) -> None:
    held = read_journal(folder)
    first = first_question(folder)
    held["answers"][first.replace("i", "\u0456")] = held["answers"][first]
    write_journal(folder, held)


def question_script(folder: Path) -> None:
    held = read_journal(folder)
    held["answers"][f"<img src=http://{HOST}/q onerror=document.ran=1>"] = held["answers"][first_question(folder)]
    write_journal(folder, held)


def question_terminal(folder: Path) -> None:
    held = read_journal(folder)
    held["answers"]["\x1b[2J\x1b]0;owned\x07\r\n"] = held["answers"][first_question(folder)]
    write_journal(folder, held)


def numbers_as_text(folder: Path) -> None:
    held = read_journal(folder)
    for answer in held["answers"].values():
        answer["value"] = _numbers(answer["value"])
    write_journal(folder, held)


def questions_unknown(folder: Path) -> None:
    held = read_journal(folder)
    some = held["answers"][first_question(folder)]
    write_journal(folder, held | {"answers": held["answers"] | {f"mine-{n}": some for n in range(5000)}})


def answers_of_other_assignments(folder: Path) -> None:
    held = read_journal(folder)
    some = held["answers"][first_question(folder)]
    banks = (root(folder) / "source").glob("*/questions.toml")
    ids = [
        line.split('"')[1] for b in banks for line in b.read_text(encoding="utf-8").splitlines() if line[:4] == "id ="
    ]
    write_journal(folder, held | {"answers": dict.fromkeys(ids, some) | held["answers"]})


def ratings_without_end(folder: Path) -> None:
    """Thousands of signals, each the same story as the next, wherever an answer is a weighing."""
    held = read_journal(folder)
    chain = {"ratings": {f"S{n}": {"same_as": f"S{n + 1}"} for n in range(4_900)}}
    for answer in held["answers"].values():
        if isinstance(answer["value"], dict) and "ratings" in answer["value"]:
            answer["value"] = chain
    write_journal(folder, held)


def premises_without_end(folder: Path) -> None:
    """Thousands of premises, each with faults of its own, wherever an answer is an argument."""
    held = read_journal(folder)
    for answer in held["answers"].values():
        if isinstance(answer["value"], dict) and "premises" in answer["value"]:
            answer["value"] = {"premises": [{"form": "is", "of": ["X", "Y"]}] * 1_900}
    write_journal(folder, held)


def answers_on_many_days(folder: Path) -> None:
    """Thousands of answers, each on a day of its own, for a chart of days."""
    held = read_journal(folder)
    some = held["answers"][first_question(folder)]
    days = [f"{year:04}-{month:02}-15T12:00:00.000000Z" for year in range(1000, 1400) for month in range(1, 13)]
    more = {f"mine-{n}": some | {"saved_at": day} for n, day in enumerate(days)}
    write_journal(folder, held | {"answers": held["answers"] | more})


def log_forged(folder: Path) -> None:
    """A log that says something else than the answers."""
    held = read_journal(folder)
    more = [held["log"][0] | {"event": "score", "value": 100} for _ in range(2000)]
    write_journal(folder, held | {"log": [*held["log"], *more]})


def _each(value: Any, added: str) -> Any:
    if isinstance(value, dict):
        return {k + added: _each(v, added) for k, v in value.items()}
    return [_each(v, added) for v in value] if isinstance(value, list) else f"{value}{added}"


def _numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _numbers(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_numbers(v) for v in value]
    return str(value) if type(value) in (int, float) else value
