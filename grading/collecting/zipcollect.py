"""The command `zip_collect`: extract, part by learner, put into `submitted/`, tell, and end with a status that tells.

nbgrader's own names each file by a rule that knows no platform, stops the whole class at the first learner who was
collected before, and succeeds whatever was left out.
"""

from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from nbgrader.apps.baseapp import NbGrader
from nbgrader.apps.zipcollectapp import ZipCollectApp

from grading.collecting import ledger, names
from grading.collecting.collect import CourseCollector
from grading.collecting.extract import CourseExtractor
from grading.collecting.found import CANVAS, IN_PART, LATE, NOT_TAKEN, Found
from grading.collecting.ledger import LedgerError
from grading.collecting.names import Named, plain_id
from grading.collecting.people import Person, people
from grading.collecting.telling import finish
from grading.collecting.transfer import transfer
from grading.reading import notcollected


def install() -> None:
    """Let nbgrader's command `zip_collect` work as the course's does."""
    ZipCollectApp.start = start
    ZipCollectApp._format_collect_path = _place  # noqa: SLF001 - no other way


def _place(app: Any, step: str) -> str:  # noqa: ANN401 - nbgrader is untyped
    """A folder of collecting. nbgrader's own takes braces in the course's own path for what is to be filled in."""
    within = app.collect_directory_structure.format(
        downloaded=app.downloaded_directory, assignment_id=app.coursedir.assignment_id, collect_step=step
    )
    return str(Path(app.coursedir.root) / within)


def start(app: Any) -> None:  # noqa: ANN401 - nbgrader is untyped
    """Collect, and exit with `telling.LEFT_OUT` if somebody or something was left out."""
    NbGrader.start(app)
    app.init_plugins()
    extractor, collector = app.extractor_plugin_inst, app.collector_plugin_inst
    archive = Path(app._format_collect_path(app.archive_directory))  # noqa: SLF001 - no other way
    if not archive.is_dir():
        app.fail(f"{archive}: there is no such folder. Make it, and put there what the platform hands out.")
    if not any(archive.iterdir()):
        app.fail(f"{archive}: it is empty. Put there what the platform hands out.")
    app.extract_archive_files()
    if not (isinstance(extractor, CourseExtractor) and isinstance(collector, CourseCollector)):
        app.process_extracted_files()
        return
    found = _by_rule(app) if collector.named_regexp else _by_names(app)
    finish(app.log, Path(app.coursedir.root), app.coursedir.assignment_id, [*found, *extractor.lost], exits=True)


def _by_names(app: Any) -> list[Found]:  # noqa: ANN401 - as above
    root, assignment = Path(app.coursedir.root), app.coursedir.assignment_id
    submitted = root / app.coursedir.submitted_directory
    before = {names.tidy(p.name): p.name for p in submitted.iterdir()} if submitted.is_dir() else {}
    found, written = [], set[Path]()
    for person in people(app.extractor_plugin_inst.entries, _known(root, assignment)):
        # A folder may have the same name in another form, decomposed, from before.
        folder = _folder(app, before.get(person.learner, person.learner))
        if folder.exists() and folder.resolve() in written:
            found.append(_same_place(person))
            continue
        found.append(transfer(person, folder, force=app.force))
        written.add(folder.resolve())
    return found


def _by_rule(app: Any) -> list[Found]:  # noqa: ANN401 - as above
    """As nbgrader does it, by the rule of `named_regexp`; what was left out is told to whoever grades all the same."""
    collector, entries = app.collector_plugin_inst, app.extractor_plugin_inst.entries
    collector.found = []
    app.process_extracted_files()
    extracted = Path(app._format_collect_path(app.extracted_directory))  # noqa: SLF001 - as above
    owner = {extracted / each.found: each.learner for each in collector.found}
    late = {p.path for entry in entries if entry.named.late for p in entry.taken.pieces}
    found = [replace(row, late=LATE) if extracted / row.found in late else row for row in collector.found]
    lost = []
    for entry in (e for e in entries if e.taken.left):
        whose = {owner[p.path] for p in entry.taken.pieces if p.path in owner}
        for learner in whose:
            notcollected.write(_folder(app, learner), entry.taken.left)
        who = whose or {entry.named.learner}
        status = IN_PART if whose else NOT_TAKEN
        lost += [Found(w, "", "", "", entry.found, status, " ".join(entry.taken.left)) for w in sorted(who)]
    return [*found, *lost]


def _folder(app: Any, learner: str) -> Path:  # noqa: ANN401 - as above
    coursedir = app.coursedir
    return Path(coursedir.format_path(coursedir.submitted_directory, learner, coursedir.assignment_id))


def _same_place(person: Person) -> Found:
    named, where = person.named, ", ".join(e.found for e in person.entries)
    why = "This computer takes the id for another learner's, who was collected; give one of them another name."
    return Found(person.learner, named.number, named.name, named.platform, where, NOT_TAKEN, why, person.late)


def _known(root: Path, assignment: str) -> dict[tuple[str, str], str]:
    """Ids that were given before. Canvas's numbers are a learner's in every assignment, Moodle's in one only."""
    known = {}
    for file in sorted((root / ledger.FOLDER).glob(f"*/{ledger.FILE}")):
        own = file.parent.name == assignment
        with suppress(LedgerError):  # said when this assignment's is written
            for each in ledger.read(root, file.parent.name):
                if each.number and (own or each.platform == CANVAS):
                    person = Named(plain_id(each.name, each.number), each.number).person
                    known[person] = each.learner
    return known
