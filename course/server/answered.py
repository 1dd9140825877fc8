"""Puts what the learner has said below the questions of a notebook that is saved: file, export and print show it.

A panel in the page stores the question alone. The answers come from the journal beside the notebook, each time that it
is saved; so they are those of that moment, and say when they were given.
"""

import ast
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from course.asked import Asked, BankError, State
from course.asked.form import Said, question_html, static_html, static_text
from course.journal import Answer, Journal, JournalError, Record, parse
from course.journal.files import read_bytes
from course.questions.find import find_question
from course.server.drawn import drawn

HEADS = {
    State.ANSWERED: "Your answer",
    State.INCOMPLETE: "Your answer, not complete yet",
    State.INCOHERENT: "Your answer, which does not hold together yet",
}


def answer(notebook: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Put the answers of the journal into the stored forms of questions, and take out those that it no longer holds.

    Only an output that shows a question which its cell asks is changed. Where the journal or a bank can't be read, the
    outputs stay as they are.

    Args:
        notebook: a notebook of format 4. It is changed in place.
        folder: where its kernel runs, and so where journal and bank are looked for.

    Returns:
        The same notebook.
    """
    asking = {n: calls for n, cell in enumerate(notebook["cells"]) if (calls := asked(cell))}
    drawing = [cell for cell in notebook["cells"] if cell["cell_type"] == "code" and _draws("".join(cell["source"]))]
    if not asking and not drawing:
        return notebook
    try:
        record = _record(Journal.of(folder).path)
    except (JournalError, OSError):
        return notebook
    for n, calls in asking.items():
        for name, item in calls:
            try:
                question = find_question(name, folder, lambda: record.seed if record else 0)
                if item:
                    question = question.in_part(item)
            except (BankError, OSError):
                continue
            _show(question, record.answers.get(name) if record else None, notebook["cells"][n].get("outputs", []))
    if record is None:
        return notebook
    for cell in drawing:
        with suppress(BankError, OSError):
            _show_drawn(*drawn("".join(cell["source"]), record), record, cell.get("outputs", []))
    return notebook


def asked(cell: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The ids of the questions that a cell asks, as they stand in its code, and of each the item, "" for the whole."""
    source = "".join(cell["source"])
    if cell["cell_type"] != "code" or "ask(" not in source:
        return ()
    try:
        return tuple(_calls(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):  # no Python, or none that Python would read
        return ()


def said(question: Asked, given: Answer | None) -> Said | None:
    """An answer in words; None if nothing is said."""
    state = question.stand(given.value).state if given else State.NOT_ATTEMPTED
    if given is None or state is State.NOT_ATTEMPTED:
        return None
    day, time = given.saved_at[:10], given.saved_at[11:16]
    committed = ", committed" if given.committed_at == given.saved_at else ""
    return Said(f"{HEADS[state]} ({day}, {time} UTC{committed}):", question.in_words(given.value))


def _record(path: Path) -> Record | None:
    """What a journal holds. It is left as it is, also where it is damaged: who answers next is told of it."""
    data = read_bytes(path)
    return None if data is None else parse(data, str(path))


def _calls(tree: ast.AST) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        words = [word.value for word in node.args if isinstance(word, ast.Constant) and isinstance(word.value, str)]
        if name == "ask" and len(words) == len(node.args) <= 2:
            yield words[0], words[1] if len(words) > 1 else ""


def _draws(source: str) -> bool:
    return source.strip().startswith(("retrieve(", "check_in(", "check_out("))


def _show_drawn(questions: list[Asked], begins: tuple[str, ...], record: Record, outputs: list[dict[str, Any]]) -> None:
    words = [(question, said(question, record.answers.get(question.id))) for question in questions]
    if not any(each for _, each in words):
        return
    for output in outputs:
        data = output.get("data", {})
        if "".join(data.get("text/html", "")).startswith(begins):
            data["text/html"] = "".join(static_html(*each) for each in words)
            data["text/plain"] = "\n\n".join(static_text(*each) for each in words)


def _show(question: Asked, given: Answer | None, outputs: list[dict[str, Any]]) -> None:
    words, begins = said(question, given), question_html(question)
    for output in outputs:
        data = output.get("data", {})
        if "".join(data.get("text/html", "")).startswith(begins):
            data["text/html"], data["text/plain"] = static_html(question, words), static_text(question, words)
