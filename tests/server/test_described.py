"""Pictures of charts have their descriptions in what is exported, by the command and the server."""

import base64
import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from types import SimpleNamespace

import nbformat
import pytest
from nbconvert.exporters import get_exporter
from traitlets.config import Config

import course.server as extension
from course import brief, charts
from course.charts.look import picture
from course.server.described import CHART
from tests.paths import ROOT

NOT_DESCRIBED = "No description has been provided for this image"


class Images(HTMLParser):
    """The descriptions of the pictures of a page."""

    def __init__(self, text):
        super().__init__()
        self.alts = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "img":
            self.alts.append(dict(attrs).get("alt"))


@pytest.fixture(scope="module")
def chart():
    return charts.timeline(brief.events(), 'Events: "1993" <to> 2014')


def notebook(*outputs):
    cells = [nbformat.v4.new_code_cell("chart", outputs=[each]) for each in outputs]
    return nbformat.v4.new_notebook(cells=cells)


def shown(chart, png=None, *, metadata=True):
    """The output of a chart as a kernel gives it, with a picture that the kernel or JupyterLab adds."""
    data, told = chart._repr_mimebundle_()
    data = {**data, "image/png": png or base64.b64encode(picture(data[CHART])).decode("ascii")}
    return nbformat.v4.new_output("display_data", data, metadata=told if metadata else {})


def test_the_command_describes_every_chart(chart, tmp_path):
    # In the folder where the wheel puts it, the command finds the setting by itself.
    (tmp_path / "etc").mkdir()
    setting = (ROOT / "course/server/nbconvert.json").read_bytes()
    (tmp_path / "etc/jupyter_nbconvert_config.json").write_bytes(setting)
    before = notebook(shown(chart), shown(chart, metadata=False))
    nbformat.write(before, tmp_path / "lesson.ipynb")
    environment = {
        **os.environ,
        "JUPYTER_CONFIG_PATH": str(tmp_path / "etc"),
        "JUPYTER_CONFIG_DIR": str(tmp_path / "none"),
    }
    command = [sys.executable, "-m", "nbconvert", "--to", "html", "lesson.ipynb"]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    page = (tmp_path / "lesson.html").read_text("utf-8")
    assert Images(page).alts == [chart.description] * 2, "also in a notebook that was saved before charts told it"
    assert NOT_DESCRIBED not in page
    assert nbformat.read(tmp_path / "lesson.ipynb", 4) == before


def test_the_menu_of_jupyterlab_describes_every_chart(chart):
    config = Config()
    server = SimpleNamespace(contents_manager=SimpleNamespace(register_pre_save_hook=lambda _: None), config=config)
    for _ in range(2):
        extension._load_jupyter_server_extension(server)
    assert len(config.HTMLExporter.preprocessors) == 1
    for kind in ("html", "slides"):
        page, _ = get_exporter(kind)(config=config).from_notebook_node(notebook(shown(chart)))
        assert Images(page).alts == [chart.description]


def test_a_setting_of_the_users_own_stays():
    config = Config({"HTMLExporter": {"preprocessors": ["mine"]}})
    server = SimpleNamespace(contents_manager=SimpleNamespace(register_pre_save_hook=lambda _: None), config=config)
    extension._load_jupyter_server_extension(server)
    assert config.HTMLExporter.preprocessors == ["mine", extension.DESCRIBED]


def test_other_pictures_and_pages_stay_as_they_are(chart):
    exporter = get_exporter("html")(preprocessors=[extension.DESCRIBED])
    png = base64.b64encode(b"\x89PNG").decode("ascii")
    plain = nbformat.v4.new_output("display_data", {"image/png": png, "text/plain": "<Figure>"})
    with_html = shown(chart, png)
    with_html["data"]["text/html"] = "<b>a page of its own</b>"
    page, _ = exporter.from_notebook_node(notebook(plain, with_html))
    assert Images(page).alts == [NOT_DESCRIBED]
    assert "<b>a page of its own</b>" in page


def test_the_wheel_carries_the_setting():
    setting = json.loads((ROOT / "course/server/nbconvert.json").read_text("utf-8"))
    assert setting["HTMLExporter"]["preprocessors"] == [extension.DESCRIBED]
    carried = (ROOT / "pyproject.toml").read_text("utf-8")
    assert '"course/server/nbconvert.json" = "etc/jupyter/jupyter_nbconvert_config.json"' in carried
