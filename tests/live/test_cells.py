"""Cells that depend on an answer follow the journal, in a real kernel; others are left alone."""

import ast
import time
from queue import Empty

import pytest
from jupyter_core.utils import run_sync
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from course.journal import Journal
from course.live.names import loaded, stored

WEIGHED = {"prior": 0.3, "ratings": {"S01": {"step": 2, "credibility": 0.5}}}
CELLS = {
    "imports": "from course import brief, mine",
    "table": 'table = mine.ratings()[["name", "step"]]\ntable',
    "set": 'table["double"] = 2 * table["step"]',
    "chain": "table",
    "own": "def mean():\n    return round(mine.posterior(), 3)",
    "called": "mean()",
    "lines": "float(0.1); mine.prior()",
    "mapped": "mine.progress()",
    "counted": "n = 1\nn",
    "brief": "brief.claims().shape",
    "hushed": "mine.prior();",
    "slow": "import time; time.sleep(2.2)\nmine.prior()",
    "then": "n + 1",
    "wrong": 'mine.ratings("weigh-all").loc["S16", "name"]',
    "mine-no-more": "other = mine.prior()\nother = 1",
}
LIVE = {"table", "chain", "called", "lines", "mapped", "wrong"}


class Run:
    """A notebook in a kernel, and what the kernel sends about cells after they have run."""

    def __init__(self, client: NotebookClient) -> None:
        self.client, self.cells = client, {cell.id: cell for cell in client.nb.cells}
        for n, cell in enumerate(client.nb.cells):
            client.execute_cell(cell, n)

    def updates(self, seconds: float = 2.5) -> list[dict]:
        found, end, heard = [], time.monotonic() + seconds, run_sync(self.client.kc.get_iopub_msg)
        while time.monotonic() < end:
            try:
                message = heard(timeout=0.3)
            except Empty:
                continue
            if message["msg_type"] == "update_display_data":
                found.append(message["content"])
        return found


@pytest.fixture
def journal(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_JOURNAL", str(tmp_path / "journal.json"))
    return Journal()


def notebook(cells) -> NotebookClient:
    made = new_notebook(cells=[new_code_cell(source, id=name) for name, source in cells.items()])
    return NotebookClient(made, store_widget_state=False)


def test_what_depends_on_an_answer_follows_and_nothing_else(journal):
    client = notebook(CELLS)
    with client.setup_kernel():
        run = Run(client)
        kinds = {name: [o.output_type for o in cell.outputs] for name, cell in run.cells.items()}
        assert {name for name, outputs in kinds.items() if outputs == ["display_data"]} == LIVE | {"slow"}
        assert kinds["counted"] == kinds["brief"] == ["execute_result"]
        assert not kinds["hushed"]
        journal.save("weigh-all", WEIGHED)
        shown = [each["data"]["text/plain"] for each in run.updates()]
        assert len(shown) == len(LIVE), "one for each cell, in their order, and none for what was not followed"
        assert "double" not in shown[0]
        assert "Yongbyon" in shown[0]
        assert "double" in shown[1]
        assert shown[2:4] == ["0.462", "0.3"]
        assert "Go on with" in shown[4]
        assert shown[5] == "KeyError: 'S16'", "what stood there is true no longer"
        journal.save("prior", {"reset": 0.2})
        assert len(run.updates()) == 1, "only the map changes by that, and nothing is sent that says the same"


def test_a_cell_that_loads_a_module_is_followed_until_it_is_slow_without(journal):
    loads = 'sys.modules["{0}"] = types.ModuleType("{0}")\n'
    cells = {
        "imports": "import sys, time, types\nfrom course import mine",
        "quick": "mine.prior()",
        "once": 'if "one" not in sys.modules:\n    time.sleep(2.2)\n    ' + loads.format("one") + "mine.prior()",
        "each-time": "time.sleep(2.2)\n" + loads.format("two") + "mine.prior()",
    }
    client = notebook(cells)
    with client.setup_kernel():
        run = Run(client)
        journal.save("weigh-all", WEIGHED)
        assert [each["data"]["text/plain"] for each in run.updates(6)] == ["0.3"] * 3
        journal.save("weigh-all", {**WEIGHED, "prior": 0.4})
        assert [each["data"]["text/plain"] for each in run.updates(4)] == ["0.4"] * 2


def test_a_damaged_journal_is_told_and_followed_again(journal):
    client = notebook({"imports": "from course import mine", "prior": "mine.prior()", "reset": "%reset -f"})
    with client.setup_kernel():
        run = Run(client)
        journal.save("weigh-all", "no weighing")
        [told] = run.updates()
        assert "NameError" in told["data"]["text/plain"], "the learner took the names away"


def test_names():
    tree = ast.parse("a = b[c].d\ne.f[g] = 1\nimport h.i, j as k\ndef l(m): return n\nfor o in p: del q\n(r := s)")
    assert loaded(tree) == {"b", "c", "e", "g", "n", "p", "s"}
    assert stored(tree) == {"a", "e", "h", "k", "l", "o", "q", "r"}
