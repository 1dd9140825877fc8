"""Before the first lesson is open: the user's own Jupyter, Python and pip, and where the course lies."""

import json
import sys
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from course.server import own
from tests.accidents.elsewhere import PASSWORD, Server


def root_dir(server: Server) -> None:
    assert [each["name"] for each in server.get("api/contents")["content"]] == ["00_start_here.ipynb"]
    assert server.page_config()["preferredPath"] in {"", "/"}


def default_url(server: Server, context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(server.address.split("?")[0])
    page.get_by_role("textbox", name="Password or token:").fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.get_by_role("heading", name="Start here")).to_be_visible(timeout=60_000)
    assert "/lab/tree/00_start_here.ipynb" in page.url
    expect(page.get_by_role("tab", name="thesis.ipynb")).to_have_count(0)
    expect(page.locator(".jp-Dialog")).to_have_count(0)


def absent_class(server: Server) -> None:
    lines = [line for line in server.said.splitlines() if "jupyter_lab_config.py" in line]
    assert len(lines) == 1, server.said
    assert "is left out, as it can't be read: ModuleNotFoundError: No module named" in lines[0]
    assert "Traceback" not in server.said


def disabled_extension(server: Server) -> None:
    page = server.page_config()
    names = {each["name"] for each in page["federated_extensions"]}
    assert "anywidget" in names
    assert "old" not in names
    assert page["disabledExtensions"] == ["@jupyter/nbgrader:create-assignment"]
    assert not page.get("lockedExtensions")
    view = {"text/html": "<p>a panel</p>", "application/vnd.jupyter.widget-view+json": {"model_id": "a"}}
    notebook = {
        "nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [{
            "cell_type": "code", "id": "a", "metadata": {}, "source": "", "execution_count": 1,
            "outputs": [{"output_type": "display_data", "metadata": {}, "data": view}],
        }],
    }  # fmt: skip
    server.get("api/contents/saved.ipynb", "PUT", {"type": "notebook", "format": "json", "content": notebook})
    (cell,) = server.get("api/contents/saved.ipynb")["content"]["cells"]
    assert set(cell["outputs"][0]["data"]) == {"text/html"}
    server.get("api/contents/saved.ipynb", "DELETE")


def other_kernel(server: Server) -> None:
    kernels = server.get("api/kernelspecs")
    assert kernels["default"] == "python3"
    assert set(kernels["kernelspecs"]) >= {"python3", "mine"}
    prefix = server.run("import sys; print(sys.prefix)").strip()
    assert Path(prefix, ".ready").is_file()
    assert Path(sys.prefix, "lib").samefile(Path(prefix, "lib"))


def start_up_files(server: Server, home: Path) -> None:
    said = server.run("import os, pandas; print(os.getcwd(), pandas.options.display.max_rows)\n1\n2")
    assert said == f"{home / 'the course' / 'notebooks'} 60\n2"


def python_path(server: Server) -> None:
    said = server.run("import msgspec, sys; print(msgspec.json.encode([1]), sys.warnoptions)")
    assert said == "b'[1]' []\n"


def own_choices(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    files = {
        second / "jupyter_server_config.py": "c.NotebookApp.port = 1\nc.ServerApp.ip = '::'\nc.LabApp.root_dir = '/'",
        second / "jupyter_config.json": json.dumps({"LabApp": {"open_browser": False, "core_mode": True}}),
        first / "jupyter_lab_config.py": "c.ServerApp.port = 2\nc.NotebookApp.browser = 'firefox'",
        first / "jupyter_server_config.json": json.dumps({"PasswordIdentityProvider": {"hashed_password": "argon2:a"}}),
        first / "jupyter_notebook_config.py": "c.NotebookApp.certfile = '/not/of/this/program'",
    }  # fmt: skip
    for path, text in files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    assert own.users([str(first), str(second)]) == {
        "ServerApp": {"port": 2, "ip": "::", "open_browser": False, "browser": "firefox"},
        "PasswordIdentityProvider": {"hashed_password": "argon2:a"},
    }
    assert capfd.readouterr().err == ""
