"""Competing hypotheses, one signal at a time: by keys in a window of 400 px, from a journal written before."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from course.journal import Journal
from course.questions import load_bank
from tests.browser.pages import press, write_asking
from tests.paths import WEIGH

BOARD = load_bank(WEIGH)["whole-board"]
RATED = {signal: {"step": 1, "credibility": 1.0, "same_as": None} for signal in BOARD.signals}
# As the table of lists wrote it: an emptied cell, one that says null, signals in no order.
BEFORE = {"new-start": {"S04": 1, "S01": -2}, "own-terms": {"S01": None}, "nuclear-status": {}}
STEPS = (2, 1, 0, -1, -2)
MARKS = {"2": "+ +", "1": "+", "0": "0", "-1": "−", "-2": "− −", "": ""}


@pytest.fixture
def board(notebook, tmp_path):
    write_asking(tmp_path / "board.ipynb", ["whole-board"])
    (tmp_path / "questions.toml").write_bytes(WEIGH.read_bytes())
    Journal(tmp_path / "journal.json").save("whole-board", {"prior": 0.3, "ratings": RATED, "cells": BEFORE})
    opened = notebook(tmp_path / "board.ipynb", tmp_path / "questions.toml", tmp_path / "journal.json")
    opened.narrow()
    opened.run_all()
    expect(opened.page.locator(".bd-matrix")).to_be_visible()
    return opened


def matrix(page: Page) -> dict[str, list[str]]:
    """Signal to its steps as the matrix shows them, one for each hypothesis; each cell's sign agrees with its step."""
    rows = page.locator(".bd-matrix tbody tr").evaluate_all(
        """rows => rows.map(row => [...row.querySelectorAll('td[data-step]')]
           .map(td => [td.dataset.of, td.dataset.step, td.firstChild.textContent]))"""
    )
    assert all(MARKS[step] == sign for row in rows for _, step, sign in row), rows
    return {signal: [row[n][1] for row in rows] for n, signal in enumerate(BOARD.signals) if rows[0][n][0] == signal}


def cells(opened) -> dict:
    return opened.journal["answers"]["whole-board"]["value"]["cells"]


def test_sixteen_signals_against_four_hypotheses_by_keys_in_a_window_of_400_px(board):
    page, sources, keys = board.page, board.cell_sources(), 0
    assert matrix(page)["S01"] == ["-2", "", "", ""], "a journal written before reads as it did"
    assert matrix(page)["S04"] == ["1", "", "", ""]
    heading = page.locator(".bd-against h5")
    expect(heading).to_contain_text("S01")
    heading.focus()
    for n, signal in enumerate(BOARD.signals):
        expect(heading).to_contain_text(signal)
        assert page.evaluate("document.activeElement.tagName") == "H5", "the name of the next signal has the focus"
        before = page.locator(".bd-against input:checked").count()
        assert before == (1 if signal in ("S01", "S04") else 0), "nothing is preselected"
        for place in range(4):
            # Of a group in which one is chosen already, Tab goes to that one.
            press(page, "Tab")
            up = int(page.evaluate("document.activeElement.id").rpartition("-")[2])
            press(page, *["ArrowUp"] * up, "Space", *["ArrowDown"] * ((n + place) % 5))
            keys += 2 + up + (n + place) % 5
        press(page, "Tab", "Enter")
        keys += 2
    assert page.evaluate("document.activeElement.getAttribute('role')") == "region", "then the matrix has it"
    # Five minutes are 300 seconds: less than one key a second leaves time to think.
    assert keys < 300, keys
    wanted = {signal: [str(STEPS[(n + place) % 5]) for place in range(4)] for n, signal in enumerate(BOARD.signals)}
    assert matrix(page) == wanted
    end = time.monotonic() + 20
    told = {h: {s: int(steps[i]) for s, steps in wanted.items()} for i, h in enumerate(BOARD.hypotheses)}
    while cells(board) != told and time.monotonic() < end:
        time.sleep(0.1)
    assert cells(board) == told
    assert BOARD.stand(board.journal["answers"]["whole-board"]["value"]).state.value == "answered"
    assert board.cell_sources() == sources, "a key typed here reached JupyterLab"
    expect(page.locator(".bd-number").nth(2)).to_have_text("100 %")  # covered


def test_a_signal_is_found_again_in_the_matrix_changed_and_cleared(board):
    page = board.page
    page.locator(".bd-matrix button").filter(has_text="S04").click()
    expect(page.locator(".bd-against h5")).to_have_text("S04 Detained American: Kenneth Bae")
    expect(page.locator(".bd-matrix button[aria-current='true']")).to_have_text(re.compile("S04"))
    page.get_by_role("button", name="Clear this signal").click()
    assert matrix(page)["S04"] == [""] * 4
    assert matrix(page)["S01"] == ["-2", "", "", ""]
    expect(page.locator(".bd-against input:checked")).to_have_count(0)
    page.get_by_role("button", name="Back", exact=True).click()
    expect(page.locator(".bd-against h5")).to_contain_text("S03")


def test_the_matrix_fits_a_window_of_400_px(board):
    wide = "e => [e.scrollWidth, e.clientWidth]"
    for selector in (".bd-against", ".bd-scroll:has(> .bd-matrix)"):
        needed, there = board.page.locator(selector).evaluate(wide)
        assert needed <= there + 1, selector
