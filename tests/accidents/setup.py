"""Before the first lesson is open: the user's own Jupyter, Python and pip, and where the course lies."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import BrowserContext, expect
from sqlalchemy.exc import OperationalError

from course.questions import BankError, load_bank
from course.scoring.keys import load_keys
from course.server import own
from course.tables import TableError, read
from grading import book, errors
from tests.accidents import indexes
from tests.accidents.elsewhere import PASSWORD, Server
from tests.accidents.platforms import moodle, moodle_name
from tests.grading.classroom import ASSIGNMENT, Classroom, work
from tests.grading.formgrader import formgrader
from tests.grading.learners import Learner, load_learners
from tests.paths import ROOT
from tests.project.test_start import Newcomer


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
    off = {"@jupyter/nbgrader:create-assignment", "@jupyterlite/pyodide-kernel-extension"}
    assert {*page["disabledExtensions"]} == off
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
    (notebooks,) = home.glob("*/notebooks")
    said = server.run("import os, pandas; print(os.getcwd(), pandas.options.display.max_rows)\n1\n2")
    assert said == f"{notebooks} 60\n2"


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


NO_INDEX = {"PIP_NO_INDEX": "", "PIP_FIND_LINKS": "", "PIP_RETRIES": "0", "NO_PROXY": "", "no_proxy": ""}
NO_INDEX |= {"PIP_CERT": "", "REQUESTS_CA_BUNDLE": "", "CURL_CA_BUNDLE": ""}


def _told(newcomer: Newcomer, **env: str) -> str:
    """The one line in which a start ends that needs a package more."""
    newcomer.needs("first", "absent")
    return newcomer.fails(**{**NO_INDEX, **env})


def pip_settings(newcomer: Newcomer, tmp_path: Path) -> None:
    newcomer.needs("first", "byfile")
    other = tmp_path / "other"
    file = tmp_path / "pip.conf"
    file.write_text(f"""[global]
user = true
quiet = 2
no-index = true
find-links = {newcomer.shelf}
break-system-packages = true
require-virtualenv = true
require-hashes = true
[install]
target = {other}
prefix = {other}
root = {other}
no-binary = :all:
no-deps = true
dry-run = true
ignore-installed = true
constraint = {other}/absent.txt
""")
    newcomer.starts(PIP_CONFIG_FILE=str(file), PIP_NO_INDEX="", PIP_FIND_LINKS="")
    assert newcomer.holds("byfile")
    assert not other.exists()


def pip_variables(newcomer: Newcomer, tmp_path: Path) -> None:
    newcomer.needs("first", "byvariable")
    other = tmp_path / "other"
    env = {"USER": "1", "TARGET": str(other), "NO_DEPS": "1", "REQUIRE_VIRTUALENV": "1", "DRY_RUN": "1", "QUIET": "3"}
    newcomer.starts(**{f"PIP_{n}": v for n, v in env.items()}, PIP_CONSTRAINT=str(other), UV_SYSTEM_PYTHON="1")
    assert newcomer.holds("byvariable")
    assert not other.exists()


def pip_broken_file(newcomer: Newcomer, tmp_path: Path) -> None:
    file = tmp_path / "pip.conf"
    file.write_text("index-url = https://example.org\n")
    said = _told(newcomer, PIP_CONFIG_FILE=str(file))
    assert said.startswith("pip's configuration can't be read")
    assert str(file) in said


def own_index(newcomer: Newcomer, tmp_path: Path) -> None:
    with indexes.answers(404) as index:
        file = tmp_path / "pip.conf"
        file.write_text(f"[global]\nindex-url = {index}\n")
        said = _told(newcomer, PIP_CONFIG_FILE=str(file))
    assert said.startswith(
        "There is no ready-made absent==1.0 for this Python and system where pip is told to look, by"
    )
    assert "its settings index-url (pip config list)" in said


def untrusted_certificate(newcomer: Newcomer) -> None:
    with indexes.answers(200, own_certificate=True) as index:
        said = _told(newcomer, PIP_INDEX_URL=index)
    assert said.startswith("The place that packages come from shows a certificate that this computer does not trust")
    assert "PIP_CERT" in said


def absent_certificate(newcomer: Newcomer, tmp_path: Path) -> None:
    for name in ("PIP_CERT", "PIP_CLIENT_CERT"):
        said = _told(newcomer, PIP_INDEX_URL="https://127.0.0.1:1", **{name: str(tmp_path / "company.pem")})
        assert said.startswith("pip is told to use a certificate that is not there"), name
        assert str(tmp_path / "company.pem") in said


def proxy(newcomer: Newcomer) -> None:
    with indexes.closed() as nobody, indexes.answers(407) as asks:
        for address in (nobody, asks, "proxy.example:port"):
            said = _told(newcomer, PIP_INDEX_URL="https://example.org", HTTPS_PROXY=address)
            assert said.startswith("The proxy to the network can't be reached, or refuses."), address


def locked_index(newcomer: Newcomer) -> None:
    for status, start in (
        (401, "The place that packages come from asks for a name and password"),
        (503, "The place that packages come from is out of order."),
    ):
        with indexes.answers(status) as index:
            assert _told(newcomer, PIP_INDEX_URL=index).startswith(start), status
    with indexes.answers(404) as index:
        said = _told(newcomer, PIP_INDEX_URL=index.replace("127.0.0.1", "0.0.0.0"))
    assert "PIP_TRUSTED_HOST" in said


BANK = ROOT / "grading" / "source" / "signals" / "questions.toml"
KEYS = ROOT / "grading" / "keys" / "signals.toml"


def _saved(tmp_path: Path, save: Callable[[str], bytes]) -> tuple[Path, Path]:
    """The bank and the keys of an assignment as an editor saves them."""
    bank, keys = tmp_path / "questions.toml", tmp_path / "keys.toml"
    for path, source in ((bank, BANK), (keys, KEYS)):
        path.write_bytes(save(source.read_text("utf-8")))
    return bank, keys


def _reads(tmp_path: Path, save: Callable[[str], bytes]) -> None:
    bank, keys = _saved(tmp_path, save)
    assert load_bank(bank).questions == load_bank(BANK).questions
    assert load_keys(keys, load_bank(bank)) == load_keys(KEYS, load_bank(BANK))


def bank_with_mark(tmp_path: Path) -> None:
    _reads(tmp_path, lambda text: text.encode("utf-8-sig"))


def bank_of_other_lines(tmp_path: Path) -> None:
    for end in ("\r\n", "\r"):
        _reads(tmp_path, lambda text, end=end: text.replace("\n", end).encode())


def bank_in_utf_16(tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"):
        bank, keys = _saved(tmp_path, lambda text, e=encoding: text.encode(e, "ignore"))
        for path, load in ((bank, load_bank), (keys, lambda path: load_keys(path, load_bank(BANK)))):
            with pytest.raises(BankError) as error:
                load(path)
            assert str(error.value).startswith(f"{path}, line "), encoding
            named = encoding.upper()[:6] if encoding.startswith("utf") else "the byte 0x"
            assert f"expected text in UTF-8, found {named}" in str(error.value), encoding
            assert "save the file as UTF-8." in str(error.value)


def table_in_utf_16(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    described = tmp_path / "data" / "datapackage.json"
    described.write_text(described.read_text("utf-8"), "utf-8-sig")
    table = tmp_path / "data" / "claims.csv"
    text = table.read_text("utf-8")
    table.write_bytes(text.replace("\n", "\r").encode())
    read("claims", tmp_path / "data")
    for encoding in ("utf-16", "utf-16-le", "utf-8-sig"):
        table.write_bytes(text.encode(encoding))
        with pytest.raises(TableError, match=r"claims.csv, line \d: expected .*; save the file as (plain )?UTF-8"):
            read("claims", tmp_path / "data")


def journal_beside_lessons(tmp_path: Path) -> None:
    for path in ("pyproject.toml", "tests/__init__.py", "tests/own_journal.py", "notebooks/00_start_here.ipynb"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    journal = tmp_path / "notebooks" / "journal.json"
    journal.write_text("{}")
    command = re.search(r"`python( -m pytest --nbval [^`]+)`", (ROOT / "CONTRIBUTING.md").read_text("utf-8"))[1]
    env = {n: v for n, v in os.environ.items() if n != "COURSE_JOURNAL"}
    run = [sys.executable, *command.split(), "-p", "no:cacheprovider"]
    done = subprocess.run(run, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "passed" in done.stdout
    assert journal.read_text() == "{}"
    assert {p.name for p in journal.parent.iterdir()} == {journal.name, "00_start_here.ipynb"}


def grade_book_in_odd_folder(tmp_path: Path) -> None:
    room = Classroom(tmp_path / "a%20b #1 & c'd {Ümit 😀}.")
    room.generate()
    assert (room.root / "gradebook.db").is_file()
    assert len(list(tmp_path.rglob("gradebook.db"))) == 1
    with Gradebook(book.address(room.root)) as gradebook:
        assert [a.name for a in gradebook.assignments] == [ASSIGNMENT]


def whole_round_in_odd_folder(tmp_path: Path) -> None:
    odd = 'a b%20c %s 100% #1 & c\'d "e" {Ümit} 😀 $5 `x`; ~ -x +'
    long = [f"{'sehr langer Ordnername ' * 4}{n}" for n in range(3)]
    _whole_round(Classroom(_made(tmp_path.joinpath(odd, *long))))


def whole_round_through_a_link(tmp_path: Path) -> None:
    room = Classroom(_made(tmp_path / "real"))
    (tmp_path / "a way in").symlink_to(room.folder, target_is_directory=True)
    linked = Classroom(tmp_path / "a way in", new=False)
    # A second link, of the course root alone, and an exchange behind a third.
    (tmp_path / "root").symlink_to(room.root, target_is_directory=True)
    linked.root = tmp_path / "root"
    (tmp_path / "exchange").symlink_to(room.exchange, target_is_directory=True)
    linked.exchange = tmp_path / "exchange"
    _whole_round(linked)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _whole_round(room: Classroom) -> None:
    """Release, collect by both doors, grade, mark, give back, export, and all that an instructor runs besides."""
    expert = next(each for each in load_learners() if each.id == "expert")
    room.generate()
    room.run("release_assignment", ASSIGNMENT)
    desk = room.desk("ada")
    room.run("fetch_assignment", ASSIGNMENT, cwd=desk)
    work(desk / ASSIGNMENT, Learner(id="ada", answers=expert.answers, essay="An essay."))
    room.run("submit", ASSIGNMENT, "--student", "ada", cwd=desk)
    room.run("collect", ASSIGNMENT)
    files = {each.name: each.read_bytes() for each in (desk / ASSIGNMENT).iterdir() if each.is_file()}
    archive = room.root / "downloaded" / ASSIGNMENT / "archive" / "submissions.zip"
    moodle(archive, {moodle_name("bea", 7, name): data for name, data in files.items()})
    room.run("zip_collect", ASSIGNMENT)
    _command(room, "roster", file=room.folder / "list.csv")
    room.run("autograde", ASSIGNMENT)
    with formgrader(room) as client:
        for who in ("ada", "bea"):
            with Gradebook(book.address(room.root)) as gradebook:
                grade = gradebook.find_grade(f"{ASSIGNMENT}-essay", ASSIGNMENT, ASSIGNMENT, who)
                page = f"/formgrader/submissions/{grade.notebook_id}/"
                name = grade.id
            assert "An essay." in client.get(page)
            client.put(f"/formgrader/api/grade/{name}", {"manual_score": 7})
        assert client.press(f"/formgrader/api/course/autograde/{ASSIGNMENT}")["success"]
        assert client.press(f"/formgrader/api/assignment/{ASSIGNMENT}/assign")["success"]
    room.run("generate_feedback", ASSIGNMENT)
    room.run("release_feedback", ASSIGNMENT)
    room.run("fetch_feedback", ASSIGNMENT, cwd=desk)
    [page] = desk.rglob(f"{ASSIGNMENT}.html")
    assert "61 of 64 points" in page.read_text("utf-8")
    for name in ("canvas.Canvas", "worksheet.Worksheet", "moodle.Moodle"):
        room.run("export", f"--exporter=grading.export.{name}Exporter")
    room.run("export")
    assert {"canvas.csv", "grades.csv", "moodle.csv", "worksheet.csv"} <= {each.name for each in room.root.iterdir()}
    assert "61" in (room.root / "canvas.csv").read_text("utf-8")
    for part in ("export", "regrade", "report"):
        _command(room, part)
    made = {each.name for each in (room.root / "reports" / ASSIGNMENT).iterdir()}
    assert {"collected.csv", "feedback-moodle.zip", "regrade.csv", "report.html"} <= made
    assert not [each for each in room.run("autograde", ASSIGNMENT).splitlines() if "graded anew" in each]
    top = room.root.resolve().parents[0]
    assert len([*room.folder.resolve().rglob("gradebook.db")]) == 1
    assert (top / "grading" / "gradebook.db").is_file()


def _command(room: Classroom, part: str, *, file: Path | None = None) -> None:
    """A command of the course's own, as `make` runs it."""
    if file is not None:
        file.write_text("id,first_name,last_name\nada,Ada,A\nbea,Bea,B\n", "utf-8")
    done = room.python(f"grading.{part}", str(file or ASSIGNMENT), "--root", str(room.root))
    assert done.returncode == 0, done.stdout + done.stderr


def folder_as_variable(tmp_path: Path) -> None:
    for name in ("course $HOME", "course-${HOME}"):
        folder = tmp_path / name
        for path in ("course/start.py", "requirements.lock", "pyproject.toml"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, folder / path)
        run = [sys.executable, "course/start.py", "--all", "--setup-only"]
        done = subprocess.run(run, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert done.stderr.strip() == (
            f"{folder}: Jupyter takes “$HOME” in a folder's name for a variable, and nbgrader would run without the "
            "course's settings. Rename that folder."
        ).replace("$HOME", "${HOME}" if "{" in name else "$HOME")
        assert not (folder / ".venv").exists()


def folder_as_pattern(tmp_path: Path) -> None:
    for name, sign in (("course [2]", "["), ("course?", "?")):
        room = Classroom(tmp_path / name)
        said = room.run("generate_assignment", ASSIGNMENT, succeed=False).strip().splitlines()[-1]
        assert said == f"{room.root}: nbgrader takes “{sign}” in a folder's name for a pattern; rename that folder."
        assert not list(tmp_path.rglob("gradebook.db"))


def environment_in_odd_folder(newcomer: Newcomer, tmp_path: Path) -> None:
    for name, why in (("a:b", "divides lists of folders"), ("a [1]", "Jupyter takes for a pattern")):
        env = tmp_path / name
        run = [sys.executable, "course/start.py", "--env", str(env)]
        done = subprocess.run(run, **newcomer.command(), capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert done.stderr.startswith(
            f"{env} holds “{name[1:].strip()[0]}”, which {why}. Rename that folder, or put the"
        )
        assert not env.exists()


def grade_book_on_network(tmp_path: Path) -> None:
    # What SQLite says, word for word, where a network drive does not lock or the disk has no room.
    for said, told in {
        "database is locked": "If none is running: its folder is on a network drive that can't lock files.",
        "disk I/O error": "its folder is on a network drive that can't lock files.",
        "locking protocol": "its folder is on a network drive that can't lock files.",
        "database or disk is full": "the disk with the grade book is full. Make room",
        "attempt to write a readonly database": "it or its folder is read-only",
    }.items():
        assert told in errors.explain(OperationalError("", {}, sqlite3.OperationalError(said)))
    file = tmp_path / "gradebook.db"
    sqlite3.connect(file).execute("create table a (b)").connection.close()
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as closed, pytest.raises(sqlite3.OperationalError) as error:
        closed.execute("drop table a")
    assert "it or its folder is read-only" in errors.explain(OperationalError("", {}, error.value))
