"""What a learner wrote is words in the pages that an instructor and a learner open: nothing runs, nothing loads."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.grading.formgrader import TOKEN, Formgrader, formgrader
from tests.hostile import markup
from tests.hostile.registry import kinds
from tests.hostile.room import HONEST, HostileClass
from tests.hostile.watch import Watched

ASSIGNMENT = "precondition"
ELSEWHERE = ("name-script", "name-terminal", "question-script", "question-terminal", "note-of-collecting-forged")
SHOWN = [k for k in kinds().values() if k.part == "markup" or k.id in ELSEWHERE]


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> HostileClass:
    return HostileClass(tmp_path_factory.mktemp("hostile"), ASSIGNMENT, SHOWN)


@pytest.fixture(scope="module")
def client(graded: HostileClass) -> Iterator[Formgrader]:
    with formgrader(graded.room) as running:
        yield running


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context()
    yield Watched(context.new_page())
    context.close()


def test_the_watch_sees_script_that_runs(watched: Watched):
    """Or nothing below would mean anything: each of these runs, or asks for something, where it is not made inert."""
    for text in (
        f"<script>{markup.RAN}</script>",
        f"<img src=x onerror='{markup.RAN}'>",
        f"<svg onload='{markup.RAN}'></svg>",
        f"<img src={markup.OTHER}a.png>",
        "<script>alert(1)</script>",
    ):
        fresh = Watched(watched.page.context.new_page())
        fresh.page.set_content(text)
        fresh.page.wait_for_timeout(50)
        assert fresh.harm(), text


def test_the_formgraders_pages_run_nothing_of_a_learners(graded: HostileClass, client: Formgrader, watched: Watched):
    page = watched.page
    page.goto(f"{client.address}/formgrader/?token={TOKEN}")
    found = json.loads(client.get(f"/formgrader/api/submitted_notebooks/{ASSIGNMENT}/{ASSIGNMENT}"))
    assert {s["student"] for s in found} == {k.id for k in SHOWN} | set(HONEST)
    usual = set()
    for submission in sorted(found, key=lambda s: s["student"] not in HONEST):
        who = submission["student"]
        watched.asked.clear()
        page.goto(f"{client.address}/formgrader/submissions/{submission['id']}/", wait_until="load")
        here = page.url.partition("?")[0]
        page.evaluate("document.querySelectorAll('#notebook-container a, summary').forEach(a => a.click())")
        page.wait_for_timeout(50)
        assert not watched.harm(), who
        assert page.url.partition("?")[0] == here, who
        usual |= watched.outside() if who in HONEST else set()
        assert watched.outside() <= usual, who
        assert page.locator(".container .panel").count() > 0, f"{who}: the page is hidden"
        for flag in graded.scores(who).flags:
            assert page.get_by_text("For whoever grades:").is_visible(), (who, flag.code)
    for path in ("", "gradebook", f"gradebook/{ASSIGNMENT}", f"gradebook/{ASSIGNMENT}/{ASSIGNMENT}", "manage_students"):
        page.goto(f"{client.address}/formgrader/{path}")
        page.wait_for_timeout(100)
        assert not watched.harm(), path


@pytest.mark.parametrize("who", [k.id for k in SHOWN])
def test_feedback_runs_nothing_and_loads_nothing(graded: HostileClass, watched: Watched, who: str):
    path = graded.made("feedback", who) / f"{ASSIGNMENT}.html"
    watched.page.goto(path.as_uri())
    watched.page.evaluate("document.querySelectorAll('a, summary, button').forEach(a => a.click())")
    assert not watched.harm()
    assert not watched.outside()
    assert watched.page.get_by_role("heading", level=1).is_visible()
    assert watched.page.locator("script, img, iframe, svg, object, embed, form, base, link, input").count() == 0
