"""The README's first command, typed by a newcomer whose environment is already there, and whose port is not free."""

import re
import socket
from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser import environments
from tests.paths import ROOT


def test_make_lab_opens_the_first_lesson_on_the_next_free_port(context, tmp_path):
    env = tmp_path / "my environment"
    environments.under_another_name(env)
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        command = ["make", "lab", f"VENV={env}", f"LAB=--no-browser --ServerApp.port={port}"]
        with environments.lab(command, ROOT, tmp_path) as address:
            assert urlsplit(address).port not in {port, None}
            page = context.new_page()
            page.goto(address)
            expect(page.get_by_role("heading", name="Start here")).to_be_visible(timeout=60_000)
            assert "/lab/tree/00_start_here.ipynb" in page.url
            expect(page.get_by_text("Jupyter news")).to_have_count(0)
            expect(page.locator(".rds-line")).to_have_text("Ready.", timeout=60_000)
            expect(page.locator(".rs-panel")).not_to_have_count(0)
            assert not re.findall("WARNING|^\\[[WE] .*", (tmp_path / environments.SAID).read_text(), re.MULTILINE)
