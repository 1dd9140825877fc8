"""Without JupyterLab's extension: what a learner saves by hand shows the answers, also when it is opened again."""

import json

from playwright.sync_api import expect

from tests.browser.pages import panel
from tests.paths import NOTEBOOKS


def test_a_notebook_saved_by_hand_shows_the_answers_without_a_kernel(notebook):
    opened = notebook(NOTEBOOKS[1])
    opened.run_all()
    title = panel(opened.page, "A title with a question mark")
    title.get_by_role("radio", name="The author has found").check()
    expect(title.get_by_role("status")).to_contain_text("Saved")
    opened.run("docmanager:save")
    saved = json.loads((opened.lab.root / opened.path).read_text("utf-8"))
    assert json.dumps(saved).count("Your answer (") == 2  # as HTML, and as text
    opened.open()
    said = opened.page.locator(".jp-RenderedHTML", has_text="Your answer (")
    expect(said).to_have_count(1)
    expect(said.locator("li").last).to_have_text("The author has found that a reset has begun.")
