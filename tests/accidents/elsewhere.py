"""Somebody whose Jupyter, IPython and Python are set up for other work, and the course's server started by them."""

import json
import os
import re
import subprocess
import time
import urllib.request
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import websocket
from jupyter_server.auth import passwd

PASSWORD = "correct horse"
SERVER = """
c.ServerApp.root_dir = c.ServerApp.preferred_dir = {elsewhere!r}
c.ServerApp.default_url = "/tree"
c.ServerApp.contents_manager_class = "a_package.that_the_course.Lacks"
c.ServerApp.kernel_manager_class = "a_package.that_the_course.Lacks"
c.ServerApp.open_browser = False
c.ServerApp.allow_origin = "https://example.org"
c.KernelSpecManager.allowed_kernelspecs = {{"ir"}}
c.MultiKernelManager.default_kernel_name = "ir"
"""
LAB = """
c.ServerApp.notebook_dir = c.NotebookApp.notebook_dir = c.LabApp.notebook_dir = {elsewhere!r}
c.LabApp.default_url = "/lab/tree/thesis.ipynb"
c.LabApp.core_mode = True
c.FileContentsManager.pre_save_hook = lambda model, **_: model["content"]["cells"].clear()
"""
KERNEL = {"argv": ["/bin/false"], "display_name": "Mine", "language": "python"}
EXTENSION = {
    "name": "old", "version": "1",
    "jupyterlab": {"_build": {"load": "x.js", "extension": "./e"}, "disabledExtensions": ["anywidget"]},
}  # fmt: skip


def settle_in(home: Path) -> dict[str, str]:
    """Put everything into a home; gives the variables of the user's shell."""
    elsewhere = home / "thesis"
    elsewhere.mkdir(parents=True)
    config, share, old = home / ".jupyter", home / ".local" / "share" / "jupyter", home / "old"
    files = {
        config / "jupyter_server_config.py": SERVER.format(elsewhere=str(elsewhere)),
        config / "jupyter_lab_config.py": LAB.format(elsewhere=str(elsewhere)),
        old / "config" / "jupyter_lab_config.py": "import a_package_that_the_course_lacks",
        config / "jupyter_server_config.json": {
            "ServerApp": {"jpserver_extensions": {"course.server": False, "nbgrader": False, "absent": True}},
            "IdentityProvider": {"hashed_password": passwd(PASSWORD, "sha1")},
        },
        config / "jupyter_server_config.d" / "own.json": {
            "ServerApp": {"jpserver_extensions": {"course.server": False, "absent": True}}
        },
        config / "labconfig" / "page_config.json": {
            "disabledExtensions": {"anywidget": True}, "lockedExtensions": {"anywidget": True},
        },
        config / "lab" / "workspaces" / "default-37a8.jupyterlab-workspace": {
            "data": {"layout-restorer:data": {"main": {"dock": {
                "type": "tab-area", "currentIndex": 0, "widgets": ["notebook:thesis.ipynb"]}}},
                "notebook:thesis.ipynb": {"data": {"path": "thesis.ipynb", "factory": "Notebook"}}},
            "metadata": {"id": "default"},
        },
        share / "kernels" / "python3" / "kernel.json": KERNEL,
        share / "kernels" / "mine" / "kernel.json": KERNEL,
        share / "labextensions" / "old" / "package.json": EXTENSION,
        old / "share" / "kernels" / "python3" / "kernel.json": KERNEL,
        old / "config" / "jupyter_server_config.py": f"c.ServerApp.root_dir = {str(elsewhere)!r}",
        old / "packages" / "msgspec.py": "raise ImportError('an old one')",
        old / "start.py": "raise SystemExit('for the terminal')",
        home / ".ipython" / "profile_default" / "startup" / "mine.py":
            "import os, pandas; os.chdir('/'); pandas.options.display.max_rows = 2",
        home / ".ipython" / "profile_default" / "ipython_config.py":
            "c.InteractiveShell.ast_node_interactivity = 'all'",
    }  # fmt: skip
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return {
        "JUPYTER_CONFIG_PATH": str(old / "config"),
        "JUPYTER_PATH": str(old / "share"),
        "JUPYTER_PREFER_ENV_PATH": "0",
        "JUPYTERLAB_DIR": str(old),
        "PYTHONPATH": str(old / "packages"),
        "PYTHONSTARTUP": str(old / "start.py"),
        "PYTHONWARNINGS": "error",
    }


@dataclass
class Server:
    """The course's JupyterLab, running: its address as it was printed, and all that it said until then."""

    address: str
    said: str
    token: str

    @property
    def base(self) -> str:
        return re.match(r"http://[^/]+/", self.address)[0]

    def get(self, path: str, method: str = "GET", body: dict | None = None) -> Any:
        """What the server answers: JSON as data, and any other text as it is."""
        request = urllib.request.Request(
            self.base + path, json.dumps(body or {}).encode() if method != "GET" else None,
            {"Authorization": f"token {self.token}"}, method=method,
        )  # fmt: skip
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read().decode()
        return json.loads(text) if "json" in answer.headers.get("Content-Type", "") else text

    def page_config(self) -> dict[str, Any]:
        """What JupyterLab's page is told."""
        return json.loads(
            re.search(r'<script id="jupyter-config-data"[^>]*>(.*?)</script>', self.get("lab"), re.DOTALL)[1]
        )

    def run(self, code: str) -> str:
        """All that a fresh kernel of the default kind prints and shows for some code."""
        kernel = self.get("api/kernels", "POST", {})["id"]
        header = {"msg_id": uuid.uuid4().hex, "username": "", "session": "s", "version": "5.3"}
        header["msg_type"] = "execute_request"
        content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False}
        line = websocket.create_connection(
            f"{self.base.replace('http', 'ws')}api/kernels/{kernel}/channels?token={self.token}", timeout=60
        )
        try:
            line.send(json.dumps(
                {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
            ))  # fmt: skip
            said = ""
            while True:
                message = json.loads(line.recv())
                if message["parent_header"].get("msg_id") != header["msg_id"]:
                    continue
                said += message["content"].get("text", "") or message["content"].get("data", {}).get("text/plain", "")
                said += "\n".join(message["content"].get("traceback", []))
                if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                    return said
        finally:
            line.close()


def _wait(running: Server) -> None:
    end = time.monotonic() + 30
    while True:
        try:
            running.get("api")
        except OSError:  # the address is printed a moment before anybody listens
            assert time.monotonic() < end
            time.sleep(0.1)
        else:
            return


def start(command: list[str], cwd: Path, env: dict[str, str]) -> tuple[subprocess.Popen[str], Server]:
    """Run a command that ends up as the course's JupyterLab, with a token of the test's own."""
    token = uuid.uuid4().hex
    clean = {n: v for n, v in os.environ.items() if not n.startswith(("JUPYTER", "COURSE", "PYTHON"))}
    server = subprocess.Popen(
        command, cwd=cwd, env={**clean, "JUPYTER_TOKEN": token, **env}, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    said = ""
    for line in server.stderr or ():
        said += line
        if found := re.search(r"http://127\.0\.0\.1:\d+/\S*", line):
            running = Server(found[0], said, token)
            _wait(running)
            return server, running
    raise AssertionError(said)
