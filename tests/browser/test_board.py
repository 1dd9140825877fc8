"""The board in a real JupyterLab: sixteen signals by keyboard, over a night, without a kernel, in every theme."""

import json
import math
import os
import re
import signal
import time

import pytest
from playwright.sync_api import Page, expect

from course.kinds.weigh.answer import parse
from course.questions import load_bank
from course.tables import read
from course.weighing import probability, weigh
from tests.browser.pages import panel, press, write_asking
from tests.paths import WEIGH

SMALL, WHOLE = load_bank(WEIGH)["small-board"].signals, load_bank(WEIGH)["whole-board"].signals


@pytest.fixture
def board(notebook, tmp_path):
    """board("whole-board", …): a notebook with these boards, all run."""

    def open_board(*ids: str):
        write_asking(tmp_path / "board.ipynb", ids)
        (tmp_path / "questions.toml").write_bytes(WEIGH.read_bytes())
        opened = notebook(tmp_path / "board.ipynb", tmp_path / "questions.toml")
        opened.run_all()
        expect(opened.page.locator(".bd-board")).to_have_count(len(ids))
        return opened

    return open_board


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.textContent.trim()")


def weigh_by_keyboard(page: Page, count: int, prior: bool = True) -> dict:
    """To the whole, with nothing but keys; returns what was said of each signal. `prior`: the board asks for one."""
    if prior:
        page.locator(".bd-board input[type=range]").first.focus()
        press(page, *["ArrowLeft"] * 10, "Tab", "Enter")
    else:
        page.locator(".bd-card h4").focus()
    said = {}
    for n in range(count):
        expect(page.locator(".bd-progress")).to_contain_text(f"{n} of {count} weighed")
        title = focused(page)
        assert re.match(r"S\d\d ", title), "after Next, focus stands on the next signal's name"
        assert page.locator(".bd-card input:checked").count() == 0, "nothing is preselected"
        page.keyboard.press("Tab")
        while not page.evaluate("document.activeElement.type === 'radio'"):
            page.keyboard.press("Tab")
        down = n % 7
        press(page, "Space", *["ArrowDown"] * down, "Tab", "Tab", *["ArrowRight"] * 4, "Tab")
        said[title[:3]] = {"step": 3 - down, "credibility": 0.7}
        assert page.evaluate("document.activeElement.tagName") == "SELECT"
        press(page, "Tab", "Enter")
    expect(page.locator(".bd-whole")).to_be_visible()
    return said


def stored(opened, question: str) -> dict:
    value = opened.journal["answers"][question]["value"]
    rated = value.get("ratings", {})  # the first save may hold the prior alone
    return {s: {k: v for k, v in r.items() if v is not None} for s, r in rated.items()}


def soon(opened, question: str, signal: str, said: dict) -> None:
    """Wait until the journal says this of a signal: the page waits a moment before it sends an answer."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if question in opened.journal.get("answers", {}) and stored(opened, question).get(signal) == said:
            return
        time.sleep(0.1)
    assert stored(opened, question)[signal] == said


def posterior(page: Page) -> str:
    return page.locator(".bd-result").inner_text().split("→")[1].strip()


def as_shown(probability: float) -> str:
    if 0.1 <= probability <= 0.9:
        return f"{probability:.0%}".replace("%", " %")
    return f"{100 * probability:.1f} %"


def test_sixteen_signals_by_keyboard_committed_revealed_and_found_the_next_day(board):
    opened = board("whole-board")
    page, sources = opened.page, opened.cell_sources()
    said = weigh_by_keyboard(page, len(WHOLE))
    expect(page.locator(".rs-status")).to_contain_text("Complete")
    assert stored(opened, "whole-board") == said
    assert opened.cell_sources() == sources, "a key typed on the board reached JupyterLab"

    exact = weigh(parse(opened.journal["answers"]["whole-board"]["value"]).judgement).probability
    assert posterior(page) == as_shown(exact)
    assert page.locator(".bd-reading").filter(has_text="The author").count() == 0, "revealed before commitment"
    page.get_by_role("button", name="Commit my answer").press("Enter")
    expect(page.locator(".rs-status")).to_contain_text("Committed")
    expect(page.locator(".bd-reading").filter(has_text="The author")).to_have_count(len(WHOLE))

    page.locator(".bd-against input").nth(1).focus()
    press(page, "Space")
    expect(page.locator(".rs-status")).to_contain_text("Changed since you committed it")
    expect(page.locator(".bd-number").first).to_have_text("0.0")  # against
    expect(page.locator(".bd-number").nth(1)).to_have_text("0.7")  # in favour: one step × credibility

    page.evaluate("async () => { await window.jupyterapp.serviceManager.sessions.shutdownAll(); }")
    opened.open()  # a new page and a new kernel
    opened.run_all()
    expect(page.locator(".bd-whole")).to_be_visible()
    assert stored(opened, "whole-board") == said
    assert posterior(page) == as_shown(exact)
    expect(page.locator(".bd-reading").filter(has_text="The author")).to_have_count(len(WHOLE))
    expect(page.locator(".bd-matrix [data-step]").first).to_have_attribute("data-step", "1")
    for name, rating in said.items():
        assert page.locator(f"[id$='-{name}-effect']").input_value() == str(rating["step"])


def test_one_at_a_time_hides_earlier_ratings_and_skipping_comes_back(board):
    page = board("small-board").page
    page.locator(".bd-board input[type=range]").first.focus()
    press(page, "ArrowLeft")
    page.get_by_role("button", name="Go on").click()
    first = page.locator(".bd-card h4").inner_text()
    page.get_by_role("button", name="Next signal").click()
    expect(page.locator(".bd-card .bd-note")).to_contain_text("Choose one of the seven")
    page.get_by_role("button", name="Skip").click()
    assert page.locator(".bd-card h4").inner_text() != first
    for _ in SMALL:
        page.locator(".bd-radios input").nth(1).check()
        page.locator(".bd-card [id$='-card-trust']").focus()
        press(page, "ArrowRight")
        assert page.locator(".bd-weight, .bd-rating").count() == 0
        last = page.locator(".bd-card h4").inner_text()
        page.locator(".bd-card .rs-buttons button").first.click()
    assert last == first
    expect(page.locator(".bd-whole")).to_be_visible()


def finish(page: Page, effect: int = 1) -> None:
    page.locator(".bd-board input[type=range]").first.focus()
    press(page, *["ArrowLeft"] * 20, "Tab", "Enter")
    while page.locator(".bd-card").count():
        page.locator(".bd-radios input").nth(effect).check()
        page.locator(".bd-card [id$='-card-trust']").focus()
        press(page, "End")
        page.locator(".bd-card .rs-buttons button").first.click()
    expect(page.locator(".bd-whole")).to_be_visible()


def test_one_story_told_three_times_is_named_and_counted_once(board):
    opened = board("small-board")
    page = opened.page
    finish(page)
    before = posterior(page)
    double = page.locator(".bd-double")
    expect(double).to_contain_text("S04, S05, S06")
    expect(page.locator(".rs-status")).to_contain_text("Complete")
    prior = weigh(parse(opened.journal["answers"]["small-board"]["value"]).judgement).prior
    for weight in (3 * math.log(4), math.log(4)):  # counted three times, and once
        expect(double).to_contain_text(f"at {as_shown(probability(prior + weight))}")
    double.get_by_role("button").click()
    expect(double).to_have_count(0)
    assert posterior(page) != before
    expect(page.locator(".bd-svg")).to_contain_text("S04 S05 S06 (one story)")
    expect(page.locator(".rs-status")).to_contain_text("Saved")
    assert {r.get("same_as") for r in stored(opened, "small-board").values()} == {None, "S04"}


def test_of_a_story_counts_what_is_new(board):
    opened = board("small-board")
    page = opened.page
    finish(page)
    apart = posterior(page)
    row = page.get_by_role("group", name=re.compile("^S05 "))
    share = row.get_by_label("How much of it is new, given that one?")
    expect(share).to_be_hidden()
    row.get_by_label("Same story as").select_option("S04")
    echo = posterior(page)
    assert echo != apart
    share.select_option("0.5")
    half = posterior(page)
    assert half not in (echo, apart)
    said = {"step": 2, "credibility": 1}
    soon(opened, "small-board", "S05", {**said, "same_as": "S04", "news": 0.5})
    share.select_option("1")
    assert posterior(page) == apart
    row.get_by_label("Same story as").select_option("")
    expect(share).to_be_hidden()
    assert posterior(page) == apart
    soon(opened, "small-board", "S05", said)


def test_the_probability_moves_with_the_signal_and_one_hundred_worlds_show_it(board):
    opened = board("small-board")
    page = opened.page
    page.locator(".bd-board input[type=range]").first.focus()
    press(page, "Home", *["ArrowRight"] * 19, "Tab", "Enter")  # from 1 to 20 %
    moved, words = page.locator(".bd-moved"), page.locator(".bd-worlds-words")
    expect(moved).to_have_text("Before this signal: 20 %.")
    expect(words).to_contain_text("20 worlds of 100")
    page.locator(".bd-radios input").nth(1).check()  # a ratio of 4
    expect(moved).to_have_text("Before this signal 20 %, with it 50 %, if you take it at its word.")
    expect(words).to_contain_text("seen in about 16 of the 20 and 16 of the 80. Of the 32 that are left, 16 hold one.")
    assert page.locator(".bd-worlds .bd-holds:not(.bd-gone)").count() == 16
    assert page.locator(".bd-worlds .bd-lacks:not(.bd-gone)").count() == 16
    page.get_by_text("Or say it in worlds").click()
    for count, name in ((8, "with a reset would you see"), (1, "without?")):
        page.locator(".bd-tens").get_by_label(re.compile(re.escape(name))).fill(str(count))
    expect(page.locator(".bd-radios input").first).to_be_checked()  # the nearest step
    page.locator("[id$='-card-trust']").focus()
    press(page, "End")
    signal = page.locator(".bd-card h4").inner_text()[:3]
    expect(moved).to_have_text("Before this signal 20 %, with it 67 %.")
    soon(opened, "small-board", signal, {"step": 3, "credibility": 1, "counts": [8, 1]})
    page.get_by_role("button", name="Next signal").click()
    expect(moved).to_have_text("Before this signal: 67 %.")


def test_what_if_never_touches_the_answer(board):
    opened = board("small-board")
    page = opened.page
    finish(page)
    page.get_by_role("button", name="Commit my answer").click()
    expect(page.locator(".rs-status")).to_contain_text("Committed")
    answer, shown = opened.journal["answers"]["small-board"], posterior(page)
    page.get_by_role("button", name="What if").click()
    slider = page.locator("[id$='-S01-effect']")
    slider.focus()
    press(page, "Home")
    assert posterior(page) != shown
    expect(page.locator(".bd-mode")).to_contain_text("nothing here is saved")
    page.wait_for_timeout(600)  # longer than a slider rests before it is sent
    assert opened.journal["answers"]["small-board"] == answer
    page.get_by_role("button", name="Back to my answer").click()
    assert posterior(page) == shown
    page.get_by_role("button", name="What if").click()
    slider.focus()
    press(page, "Home")
    page.get_by_role("button", name="Take this as my answer").click()
    expect(page.locator(".rs-status")).to_contain_text("Changed since you committed it")
    assert stored(opened, "small-board")["S01"]["step"] == -3
    log = [e for e in opened.journal["log"] if e["event"] == "commit"]
    assert [e["value"] for e in log] == [answer["value"]], "the first commitment stays in the log"


KERNEL = "jupyterapp.shell.currentWidget.sessionContext.session.kernel"
FREEZE = (
    "import os, signal, pathlib; pathlib.Path('pid').write_text(str(os.getpid())); os.kill(os.getpid(), signal.SIGSTOP)"
)

WATCH = """() => {
  const status = document.querySelector(".rs-status");
  window.said = [];
  new MutationObserver(() => window.said.push(status.textContent))
    .observe(status, { childList: true, characterData: true, subtree: true });
}"""


def move(page: Page) -> None:
    before = posterior(page)
    page.locator("[id$='-S01-effect']").focus()
    press(page, "ArrowLeft", "ArrowLeft")
    assert posterior(page) != before


def test_while_the_kernel_computes_the_board_moves_and_tells_the_truth(board):
    opened = board("small-board")
    page = opened.page
    finish(page)
    expect(page.locator(".rs-status")).to_contain_text("Complete")
    page.evaluate(f"() => {{ {KERNEL}.requestExecute({{code: 'import time; time.sleep(4)'}}); }}")
    page.evaluate(WATCH)
    move(page)
    # JupyterLab may hand the message over beside the computation, or after it. “Saved” is true either way, and
    # “Saving…” may stand for a moment only.
    page.wait_for_function("() => window.said.some(text => text.includes('Saving…'))")
    expect(page.locator(".rs-status")).to_contain_text("Saved", timeout=15_000)
    assert stored(opened, "small-board")["S01"]["step"] == 0


def test_with_a_kernel_that_hangs_the_board_moves_and_says_that_it_cannot_save(board):
    opened = board("small-board")
    page = opened.page
    finish(page)
    expect(page.locator(".rs-status")).to_contain_text("Complete")
    page.evaluate("code => { " + KERNEL + ".requestExecute({code}); }", FREEZE)
    pid = (opened.lab.root / opened.path).with_name("pid")
    while not pid.exists() or not pid.read_text():
        page.wait_for_timeout(50)
    move(page)
    expect(page.locator(".rs-status")).to_contain_text("Not saved", timeout=10_000)
    os.kill(int(pid.read_text()), signal.SIGCONT)
    expect(page.locator(".rs-status")).to_contain_text("Saved", timeout=15_000)
    assert stored(opened, "small-board")["S01"]["step"] == 0


def test_without_a_kernel_the_board_moves_and_says_that_it_cannot_save(board):
    page = board("small-board").page
    finish(page)
    expect(page.locator(".rs-status")).to_contain_text("Complete")
    page.evaluate(f"() => {KERNEL}.shutdown()")
    move(page)
    expect(page.locator(".rs-status")).to_contain_text("Not saved", timeout=10_000)


def test_to_clear_can_be_undone(board):
    opened = board("small-board")
    page = opened.page
    finish(page)
    expect(page.locator(".rs-status")).to_contain_text("Complete")
    answer = opened.journal["answers"]["small-board"]["value"]
    page.get_by_role("button", name="Clear my answer").click()
    expect(page.locator(".rs-status")).to_contain_text("Cleared")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".bd-whole")).to_be_visible()
    expect(page.locator(".rs-status")).to_contain_text("Complete")
    assert opened.journal["answers"]["small-board"]["value"] == answer


def test_the_weighing_can_be_taken_along(board, context):
    opened = board("small-board")
    page = opened.page
    finish(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as CSV").click()
    lines = saved.value.path().read_text("utf-8").splitlines()
    assert [line.split(",")[1] for line in lines] == ["signal", *SMALL]
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as JSON").click()
    taken = json.loads(saved.value.path().read_text("utf-8"))
    assert taken["answer"]["ratings"]["S01"]["step"] == 2
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator(".bd-note").filter(has_text="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("holds\tsignal\tname\tstep")


def test_a_graded_board_asks_what_follows_and_does_not_tell(board):
    opened = board("concluding-board")
    page = opened.page
    finish(page, effect=5)
    assert page.locator(".bd-svg, .bd-result").count() == 0
    assert not page.locator(".bd-weight").filter(has_text="carry").count()
    page.get_by_label("less probable").check()
    page.get_by_label("So, after all signals").focus()
    press(page, "Home", *["ArrowRight"] * 5)
    page.get_by_label("Leaving out which signal").select_option("S16")
    page.get_by_label("rise", exact=True).check()
    expect(page.locator(".rs-status")).to_contain_text("Complete")
    said = opened.journal["answers"]["concluding-board"]["value"]["conclusion"]
    assert said == {"direction": "lowers", "posterior": 0.05, "strongest": "S16", "removal": "rises"}
    assert page.get_by_role("button", name="Commit").count() == 0


def test_a_later_board_begins_with_earlier_ratings(board):
    opened = board("small-board", "whole-board")
    page = opened.page
    finish(panel(page, "Small board").page)
    expect(page.locator(".rs-status").first).to_contain_text("Complete")
    opened.run_all()
    whole = panel(page, "Whole board")
    whole.get_by_label("Before any signal").focus()
    press(page, "ArrowLeft", "Tab", "Enter")
    expect(whole.locator(".bd-progress")).to_contain_text(f"{len(SMALL)} of {len(WHOLE)} weighed")


def test_a_narrow_window_needs_no_sideways_scrolling(board):
    opened = board("whole-board")
    page = opened.page
    opened.narrow()
    finish(page, effect=4)
    over = "() => { const p = document.querySelector('.rs-panel'); return p.scrollWidth - p.clientWidth; }"
    assert page.evaluate(over) <= 1
    out = """(svg) => {
      const edge = svg.getBoundingClientRect();
      const places = [...svg.querySelectorAll("text")].map((t) => t.getBoundingClientRect());
      return places.filter(({ left, right }) => left < edge.left - 1 || right > edge.right + 1);
    }"""
    assert not page.locator(".bd-svg").evaluate(out), "a label runs out of the chart"


def test_the_chart_has_an_equal_in_text(board):
    page = board("small-board").page
    finish(page)
    page.locator(".bd-figure summary").click()
    rows = page.locator(".bd-figure tbody tr")
    expect(rows).to_have_count(len(SMALL) + 2)
    expect(rows.last).to_contain_text(posterior(page))
    described = page.locator(".bd-svg desc").text_content()
    for row in read("signals"):
        if row["id"] in SMALL:
            assert str(row["short"]) in described
