"""The README's first command, typed by a newcomer whose environment is already there."""

import os
import re
import signal
import subprocess
import sys

from playwright.sync_api import expect

from tests.paths import ROOT


def test_make_lab_opens_the_first_lesson(context, tmp_path):
    ready = f"{sys.prefix}/.ready"
    command = ["make", "-o", ready, "lab", f"VENV={sys.prefix}", "LAB=--no-browser --ServerApp.port=0"]
    env = {**os.environ, "HOME": str(tmp_path), "JUPYTER_RUNTIME_DIR": str(tmp_path / "runtime")}
    server = subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        said = ""
        for line in server.stderr:
            said += line
            if found := re.search(r"http://127\.0\.0\.1:\d+/\S+", line):
                break
        else:
            raise AssertionError(said)
        page = context.new_page()
        page.goto(found[0])
        expect(page.get_by_role("heading", name="Start here")).to_be_visible(timeout=60_000)
        assert "/lab/tree/00_start_here.ipynb" in page.url
        expect(page.get_by_text("Jupyter news")).to_have_count(0)
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.stderr.close()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:  # a kernel that is only just starting can hold the server up
            os.killpg(server.pid, signal.SIGKILL)
            server.wait(20)
