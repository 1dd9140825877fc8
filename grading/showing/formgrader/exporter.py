"""Write the page of a submission, where nbgrader would render the notebook with nbconvert."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grading.collecting.ledger import LedgerError
from grading.handout.assignment import AssignmentError
from grading.handout.cells import read_notebook
from grading.late.untimed import shown, untimed
from grading.reading.seen import visible
from grading.scoring import record
from grading.showing.formgrader.sheet import STEP, Sheet, compose

HERE = Path(__file__).parent


class PageExporter:
    """In the place of nbconvert's exporter: of it, the formgrader uses this one method."""

    def from_filename(self, filename: str, resources: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
        """The page of an autograded notebook.

        Args:
            filename: the notebook, beside its record.
            resources: nbgrader's, about learner and assignment.
        """
        path = Path(filename)
        try:
            scores = record.read(path.parent / record.FILE)
            # The page is of autograded/<learner>/<assignment>/.
            late = scores.student in untimed(path.parents[3], scores.assignment)
            sheet, fault = compose(read_notebook(path).cells, scores, [shown()] if late else []), ""
        except (AssignmentError, LedgerError) as e:
            sheet, fault = Sheet((), (), ()), str(e)
        return _template().render(it=resources, sheet=sheet, fault=fault, step=STEP), resources


@cache
def _template() -> Any:  # noqa: ANN401 - a template of jinja2's
    pages = FileSystemLoader(HERE / "templates")
    environment = Environment(
        loader=pages, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["visible"] = visible
    environment.filters["safe_html"] = Markup
    return environment.get_template("submission.html.j2")
