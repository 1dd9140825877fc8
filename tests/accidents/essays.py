"""In essays, and in marking them: one class, handed in once, and the formgrader in a browser."""

import base64
import json
import re
import shutil
import struct
import time
import urllib.error
import zlib
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from course.journal import Journal
from tests.grading.classroom import ANSWER_CELL, ASSIGNMENT, Classroom
from tests.grading.formgrader import TOKEN, Formgrader

ESSAY = "precondition-essay"
QUICK = 10
"""Seconds, on a busy machine; a quiet one needs one. Before, 200,000 marks took minutes."""


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes((20, 90, 160)) * width for _ in range(height))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def attached(name: str, data: bytes, mime: str = "image/png") -> dict[str, Any]:
    return {name: {mime: base64.b64encode(data).decode()}}


MARKDOWN = """# My *answer*

**Washington** wants steps.

1. first
2. second
   - inner

> quoted

| Claim | Who says so |
|---|---|
| C025 | the author |

`code` and [the brief](https://example.org/x), <b>not bold</b>"""
WORDS = " ".join(f"word{n}" for n in range(1, 421))
BESIDE = {"cell_type": "markdown", "id": "mine", "metadata": {}, "source": "![image.png](attachment:image.png)"}
WRITTEN: dict[str, str] = {
    "markdown-essay": MARKDOWN,
    "attached-picture": "See ![image.png](attachment:image.png)",
    "two-pictures-of-one-name": "See ![image.png](attachment:image.png)",
    "picture-with-a-space": "![a](attachment:my%20photo%20(1).png) ![b](attachment:plain name.png)",
    "no-picture": "![a](attachment:a.svg) ![b](attachment:b.png) ![c](attachment:c.png)",
    "picture-elsewhere": "![far](http://hostile.example/a.png) ![near](near.png) ![own](data:image/png;base64,AAAA)",
    "persian": "می‌خواهم بگویم که گام‌های نخست را می‌شناسیم.\n\n- نکته‌ی نخست\n- نکته‌ی دوم",
    "hindi-and-emoji": "क्‍ष और हिन्दी 👨‍👩‍👧‍👦 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 한국어",
    "mixed-directions": "שלום עולם\n\nHello\n\n- مرحبا\n- hello\n\n| אחת | two |\n|---|---|\n| 한국 | عربي |",
    "hidden-characters": "a\u202eb so\u00adft x\U000e0041 \u3164 \u2066open re\u200bset \ue000",
    "marks-piled": "a" + "\u0301" * 199_999,
    "quotes-within-quotes": "> " * 50_000 + "end\n\n" + "- " * 49_000 + "last",
    "brackets-without-end": "[" * 60_000 + "*a " * 20_000 + "`" * 40_001 + "](" * 10_000,
    "one-endless-line": "x" * 1_000_000,
    "table-of-ten-thousand-cells": "|" + "h|" * 100 + "\n|" + "-|" * 100 + ("\n|" + "c|" * 100) * 99,
    "limit-passed": WORDS,
    "points-by-criterion": "To be marked by criterion.",
    "marked-behind-a-hub": "To be marked behind a hub.",
    "points-beyond-the-criterion": "To be marked wrongly.",
    "comment-again": "To be told the same.",
    "comment-in-markdown": "To be told in Markdown.",
    "mark-as-it-is": "To be confirmed.",
    "whole-journal-waits": "An essay beside the journal of something else.",
    "next-that-waits": "To be marked later.",
    "graded-again-meanwhile": "The first essay.",
    "scored-again-meanwhile": "The only essay.",
}
ATTACHED: dict[str, dict[str, Any]] = {
    "attached-picture": attached("image.png", png(30, 20)),
    "two-pictures-of-one-name": attached("image.png", png(30, 20)),
    "picture-with-a-space": attached("my photo (1).png", png(9, 9)) | attached("plain name.png", png(8, 8)),
    "no-picture": attached("a.svg", b"<svg onload='document.ran=1'/>", "image/svg+xml")
    | attached("b.png", b"no picture")
    | attached("c.png", png(9, 9)[:20]),
}


class Room:
    """The class, graded once, and later the formgrader's page of any of its learners."""

    def __init__(self, folder: Path) -> None:
        self.room = Classroom(folder)
        self.room.generate()
        for who in WRITTEN:
            self.hand_in(who)
        self.said = self.room.run("autograde", ASSIGNMENT)
        self.room.run("generate_feedback", ASSIGNMENT)

    def hand_in(self, who: str) -> None:
        folder = self.room.root / "submitted" / who / ASSIGNMENT
        shutil.copytree(self.room.root / "release" / ASSIGNMENT, folder)
        assert Journal(folder / "journal.json").seed >= 0
        path = folder / f"{ASSIGNMENT}.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        [cell] = [c for c in notebook["cells"] if c["id"] == ANSWER_CELL]
        cell |= {"source": WRITTEN.get(who, cell["source"]), "attachments": ATTACHED.get(who, {})}
        if who == "two-pictures-of-one-name":
            notebook["cells"].append(BESIDE | {"attachments": attached("image.png", png(11, 7))})
        path.write_text(json.dumps(notebook), encoding="utf-8")

    def open(self, client: Formgrader, page: Page) -> None:
        self.client, self.page, self.asked = client, page, set[str]()
        page.on("request", lambda request: self.asked.add(request.url))
        page.goto(f"{client.address}/formgrader/?token={TOKEN}")
        found = json.loads(client.get(f"/formgrader/api/submitted_notebooks/{ASSIGNMENT}/{ASSIGNMENT}"))
        self.ids = {each["student"]: each["id"] for each in found}

    def mark(self, who: str) -> Page:
        """The formgrader's page of a learner, when it is ready."""
        self.page.goto(f"{self.client.address}/formgrader/submissions/{self.ids[who]}/")
        self.page.wait_for_selector("html[data-ready]", state="attached")
        return self.page

    def read(self, who: str, *, anew: bool = False) -> Page:
        """The learner's feedback."""
        if anew:
            self.room.run("generate_feedback", ASSIGNMENT, f"--student={who}", "--force")
        self.page.goto((self.room.root / "feedback" / who / ASSIGNMENT / f"{ASSIGNMENT}.html").as_uri())
        return self.page

    def grade(self, who: str) -> dict[str, Any]:
        found = json.loads(self.client.get(f"/formgrader/api/grades?submission_id={self.ids[who]}"))
        return next(g for g in found if g["name"] == ESSAY)

    def both(self, who: str) -> list[Page]:
        """Each page where the essay stands, opened as it is taken."""
        return (open_(who) for open_ in (self.mark, self.read))  # type: ignore[return-value]


def text_of(page: Page) -> str:
    return page.locator(".course-written, .written").first.inner_text()


def saved(page: Page, essays: Room, who: str, points: float | None) -> None:
    """Wait until the grade book has a mark."""
    for _ in range(50):
        if essays.grade(who)["manual_score"] == points:
            return
        page.wait_for_timeout(100)
    assert essays.grade(who)["manual_score"] == points


def markdown_essay(essays: Room) -> None:
    for page in essays.both("markdown-essay"):
        shown = page.locator(".course-written, .written").first
        for tag in ("strong", "em", "ol > li", "ol ul > li", "blockquote", "table td", "code"):
            assert shown.locator(tag).count(), tag
        assert re.search("<h[34]", shown.inner_html())
        assert shown.locator("a, b").count() == 0
        assert "the brief (https://example.org/x), <b>not bold</b>" in shown.inner_text()
        page.get_by_text(re.compile("^As (you )?typed")).first.click()
        assert page.locator("pre.typed").first.inner_text() == MARKDOWN


def attached_picture(essays: Room) -> None:
    for page in essays.both("attached-picture"):
        sizes = page.locator("img").evaluate_all("each => each.map(i => [i.naturalWidth, i.naturalHeight, i.alt])")
        assert sizes == [[30, 20, "image.png"]]


def two_pictures_of_one_name(essays: Room) -> None:
    for page in essays.both("two-pictures-of-one-name"):
        sizes = page.locator("img").evaluate_all("each => each.map(i => i.naturalWidth)")
        assert set(sizes) == {30, 11}


def picture_with_a_space(essays: Room) -> None:
    for page in essays.both("picture-with-a-space"):
        assert page.locator("img").evaluate_all("each => each.map(i => i.naturalWidth)") == [9, 8]


def no_picture(essays: Room) -> None:
    for page in essays.both("no-picture"):
        said = page.locator("body").inner_text()
        for name in ("a.svg", "b.png"):
            assert f"The attached file “{name}” is not shown: it is no PNG, JPEG, GIF or WebP." in said
        assert "The attached file “c.png” is not shown: it is broken off." in said
        assert "(picture: attachment:a.svg)" in text_of(page)
        assert page.locator("img").count() == 0
        assert page.evaluate("document.ran") is None


def picture_elsewhere(essays: Room) -> None:
    for page in essays.both("picture-elsewhere"):
        assert "far (picture: http://hostile.example/a.png) near (picture: near.png)" in text_of(page)
        assert page.locator("img").count() == 0
    assert not [url for url in essays.asked if "hostile" in url or "near.png" in url]


def persian(essays: Room) -> None:
    for page in essays.both("persian"):
        first, *rest = WRITTEN["persian"].replace("- ", "").split("\n")
        assert text_of(page).startswith(first)
        assert all(line in text_of(page) for line in rest)
        for tag in ("p", "ul", "li"):
            found = page.locator(f".course-written {tag}, .written {tag}").first
            assert found.evaluate("e => getComputedStyle(e).direction") == "rtl", tag


def hindi_and_emoji(essays: Room) -> None:
    for page in essays.both("hindi-and-emoji"):
        assert text_of(page).strip().startswith(WRITTEN["hindi-and-emoji"])


def mixed_directions(essays: Room) -> None:
    for page in essays.both("mixed-directions"):
        shown = page.locator(".course-written, .written").first
        found = shown.locator("p, li, th, td").evaluate_all("all => all.map(e => getComputedStyle(e).direction)")
        assert found == ["rtl", "ltr", "rtl", "ltr", "rtl", "ltr", "ltr", "rtl"]


def hidden_characters(essays: Room) -> None:
    told = "a[U+202E]b so[U+00AD]ft x[U+E0041] [U+3164] [U+2066]open re[U+200B]set [U+E000]"
    for page in essays.both("hidden-characters"):
        assert text_of(page).strip().startswith(told)
        assert page.locator("p .unseen").count() == 7


def marks_piled(essays: Room) -> None:
    for page in quick(essays, "marks-piled"):
        assert text_of(page).strip().startswith("a" + "\u0301" * 10 + "[… 199,989 marks more]")


def quotes_within_quotes(essays: Room) -> None:
    for page in quick(essays, "quotes-within-quotes"):
        assert "end" in text_of(page)
        assert "last" in text_of(page)
        assert page.locator("blockquote").count()


def brackets_without_end(essays: Room) -> None:
    for page in quick(essays, "brackets-without-end"):
        shown = text_of(page)
        assert (shown.count("["), shown.count("*"), shown.count("`")) == (60_000, 20_000, 40_001)


def one_endless_line(essays: Room) -> None:
    for page in quick(essays, "one-endless-line"):
        assert text_of(page).count("x") >= 199_000
        assert "Only the first 200,000 characters are shown" in page.locator("body").inner_text()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def table_of_ten_thousand_cells(essays: Room) -> None:
    for page in quick(essays, "table-of-ten-thousand-cells"):
        assert page.locator(".course-written td, .written td").count() == 9_900
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def quick(essays: Room, who: str) -> Any:
    """Both pages of an essay, each laid out and shown in time."""
    for open_ in (essays.mark, essays.read):
        begun = time.perf_counter()
        page = open_(who)
        page.evaluate("document.body.offsetHeight")
        assert time.perf_counter() - begun < QUICK, open_.__name__
        yield page


def limit_passed(essays: Room) -> None:
    page = essays.mark("limit-passed")
    assert "420 words; asked for 250 to 350, read to 400. 70 more." in page.locator(".course-words").inner_text()
    shown = page.locator(".course-written")
    assert "word350 350 words: no more were asked for word351 " in shown.inner_text()
    assert "word400 400 words: the reader stops here word401 " in shown.inner_text()
    assert shown.locator("mark.limit").count() == 2
    assert "420 words; 250 to 350 were asked for." in essays.read("limit-passed").locator("body").inner_text()


def points_by_criterion(essays: Room) -> None:
    who, page = "points-by-criterion", essays.mark("points-by-criterion")
    boxes = page.locator(".course-criterion")
    assert [box.get_attribute("data-most") for box in boxes.all()] == ["3", "3", "2", "2"]
    for points in ("3", "2", "1.5"):
        page.keyboard.type(points)
        page.keyboard.press("Tab")
    expect(page.locator(".course-sum")).to_have_text("3 of 4 criteria, 6.5 so far.")
    assert essays.grade(who)["manual_score"] is None
    page.keyboard.type("0")
    page.keyboard.press("Tab")
    saved(page, essays, who, 6.5)
    expect(page.locator(f"#{ESSAY}")).to_have_value("6.5")
    page = essays.mark(who)
    assert [box.input_value() for box in page.locator(".course-criterion").all()] == ["3", "2", "1.5", "0"]
    said = essays.read(who, anew=True).locator(f"#{ESSAY}").inner_text()
    assert re.search(r"1\. states the condition exactly\s+3 of 3\s+2\. uses claims of the brief\s+2 of 3", said)
    assert "6.5 of 10 points" in said
    assert "nothing is added or lost" not in said  # what the mark scheme says of 3 points
    heads = essays.page.locator("thead th").evaluate_all(
        "all => all.map(e => e.getClientRects().length && e.offsetHeight)"
    )
    assert max(heads) < 40  # no heading of a column is broken


def marked_behind_a_hub(essays: Room) -> None:
    """A real hub was tried by hand; here whatever comes without the token is refused, as JupyterHub refuses it."""
    who, page = "marked-behind-a-hub", essays.page

    def as_a_hub(route: Route) -> None:
        if {"x-xsrftoken", "x-csrftoken"} & route.request.headers.keys():
            route.continue_()
        else:
            route.fulfill(status=403)

    page.route("**/formgrader/api/**", as_a_hub)
    try:
        boxes = essays.mark(who).locator(".course-criterion")
        for box, points in zip(boxes.all(), ("3", "3", "2", "2"), strict=True):
            box.fill(points)
            page.keyboard.press("Tab")
        saved(page, essays, who, 10)
        boxes = essays.mark(who).locator(".course-criterion")
        assert [box.input_value() for box in boxes.all()] == ["3", "3", "2", "2"]
    finally:
        page.unroute("**/formgrader/api/**")


def marks_not_loaded(essays: Room) -> None:
    page = essays.page
    page.route("**/api/course/marking*", lambda route: route.abort())
    try:
        page = essays.mark("points-by-criterion")
        expect(page.locator("#course-not-loaded")).to_contain_text("Load the page again")
        assert page.locator(".course-criterion:enabled").count() == 0
    finally:
        page.unroute("**/api/course/marking*")
    assert essays.mark("points-by-criterion").locator(".course-criterion:enabled").count() == 4


def learner_without_a_name(essays: Room) -> None:
    half, whole = "persian", "markdown-essay"
    for who, name in (
        (half, {"first_name": None, "last_name": "Half"}),
        (whole, {"first_name": "A", "last_name": "B"}),
    ):
        essays.client.put(f"/formgrader/api/student/{who}", {**name, "email": None})
    for path, table in ((f"manage_submissions/{ASSIGNMENT}", "student-name"), ("manage_students", "name")):
        page = essays.page
        page.goto(f"{essays.client.address}/formgrader/{path}")
        names = page.locator(f"tbody td.{table}")
        expect(names.first).to_be_visible()
        shown = {each.inner_text().strip() for each in names.all()}
        assert {"Half", "B, A", "hindi-and-emoji"} <= shown
        assert not any("None" in each for each in shown)


def points_beyond_the_criterion(essays: Room) -> None:
    who = "points-beyond-the-criterion"
    page = essays.mark(who)
    page.locator(".course-criterion").first.fill("4")
    page.keyboard.press("Tab")
    expect(page.locator("#statusmessage")).to_contain_text("Criterion 1: expected 0 to 3 points. Not saved.")
    grade = essays.grade(who)
    assert (grade["manual_score"], grade["needs_manual_grade"]) == (None, True)
    for wrong in ({"1": 4}, {"9": 1}, {"1": "3"}, {"1": True}, [3]):
        with pytest.raises(urllib.error.HTTPError, match="400"):
            essays.client.put(f"/formgrader/api/course/criteria/{grade['id']}", {"points": wrong})
    assert [box.input_value() for box in essays.mark(who).locator(".course-criterion").all()] == [""] * 4


def points_with_a_comma(essays: Room) -> None:
    who = "points-beyond-the-criterion"
    page = essays.mark(who)
    for box, typed in zip(page.locator(".course-criterion").all(), ("0,5", "٢٫٥", "1½", ""), strict=True):
        box.press_sequentially(typed)
        page.keyboard.press("Tab")
    expect(page.locator(".course-sum")).to_have_text("3 of 4 criteria, 4.5 so far.")
    page.locator(".course-criterion").nth(2).press("ArrowUp")
    expect(page.locator(".course-sum")).to_have_text("3 of 4 criteria, 5 so far.")
    mark = page.locator(f"#{ESSAY}")
    for typed in ("1e1", "12", "4 5", "-1"):
        mark.fill(typed)
        page.keyboard.press("Tab")
        expect(page.locator("#statusmessage")).to_contain_text(f"“{typed}”: expected 0 to 10 points. Not saved.")
        assert (mark.input_value(), essays.grade(who)["manual_score"]) == (typed, None)
    mark.fill("")
    mark.press_sequentially("0,5")
    page.keyboard.press("Tab")
    saved(page, essays, who, 0.5)


def comment_again(essays: Room) -> None:
    page = essays.mark("markdown-essay")
    page.locator(f"#{ESSAY}-comment").fill("Say who asserts it.\n\nنقل‌قول خوب")
    page.keyboard.press("Escape")
    expect(page.locator(".comment-saved")).to_be_visible()
    page = essays.mark("comment-again")
    offered = page.locator(".course-reuse button")
    assert {"Say who asserts it.", "نقل‌قول خوب"} <= {each.inner_text() for each in offered.all()}
    offered.filter(has_text="Say who").focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#{ESSAY}-comment")).to_have_value("Say who asserts it.")
    expect(page.locator(".comment-saved")).to_be_visible()
    expect(essays.mark("comment-again").locator(f"#{ESSAY}-comment")).to_have_value("Say who asserts it.")


def comment_in_markdown(essays: Room) -> None:
    who = "comment-in-markdown"
    found = json.loads(essays.client.get(f"/formgrader/api/comments?submission_id={essays.ids[who]}"))
    comment = next(c for c in found if c["name"] == ESSAY)
    text = "**Well** argued <script>document.ran=1</script>\n\n- می‌نویسید"
    essays.client.put(f"/formgrader/api/comment/{comment['id']}", {"manual_comment": text})
    assert "MathJax" not in (essays.mark(who).locator(f"#{ESSAY}-comment").get_attribute("placeholder") or "")
    page = essays.read(who, anew=True)
    shown = page.locator(f"#{ESSAY} .written").last
    assert shown.locator("strong").inner_text() == "Well"
    assert "<script>document.ran=1</script>" in shown.inner_text()
    assert shown.locator("li").evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert page.evaluate("document.ran") is None


def mark_as_it_is(essays: Room) -> None:
    who = "mark-as-it-is"
    grade = essays.grade(who)
    essays.client.put(f"/formgrader/api/grade/{grade['id']}", {"manual_score": 7.5})
    shutil.rmtree(essays.room.submission(who))
    essays.room.run("autograde", ASSIGNMENT, f"--student={who}", "--force")
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{essays.room.root / 'gradebook.db'}") as book:
        book.find_grade_by_id(grade["id"]).needs_manual_grade = True
        book.db.commit()
    page = essays.mark(who)
    expect(page.locator(".course-waits").first).to_be_visible()
    confirm = page.get_by_role("button", name="Confirm 7.5")
    confirm.focus()
    page.keyboard.press("Enter")
    expect(confirm).to_be_hidden()
    after = essays.grade(who)
    assert (after["manual_score"], after["needs_manual_grade"]) == (7.5, False)


def whole_journal_waits(essays: Room) -> None:
    who = "whole-journal-waits"
    journal = essays.room.root / "submitted" / who / ASSIGNMENT / "journal.json"
    journal.unlink()
    essays.room.run("autograde", ASSIGNMENT, f"--student={who}")

    def waiting() -> set[str]:
        found = json.loads(essays.client.get(f"/formgrader/api/grades?submission_id={essays.ids[who]}"))
        return {each["name"] for each in found if each["needs_manual_grade"]}

    before = waiting()
    assert len(before) == 16
    page = essays.mark(who)
    # The essay has no mark yet, so there is nothing of it to confirm.
    page.get_by_role("button", name="Confirm all 15 marks as they stand").click()
    expect(page.locator("#course-confirm-all")).to_be_hidden()
    expect(page.locator(".course-waits:visible")).to_have_count(1)
    assert waiting() == {ESSAY}
    page = essays.mark(who)
    assert not page.locator("#course-confirm-all").is_visible()


def write_again(essays: Room, who: str, text: str) -> None:
    """Another essay is handed in and graded."""
    path = essays.room.root / "submitted" / who / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    [cell] = [c for c in notebook["cells"] if c["id"] == ANSWER_CELL]
    cell["source"] = text
    path.write_text(json.dumps(notebook), encoding="utf-8")
    essays.room.run("autograde", ASSIGNMENT, f"--student={who}")


def graded_again_meanwhile(essays: Room) -> None:
    who, alert = "graded-again-meanwhile", ".course-unsaved"
    page = essays.mark(who)
    write_again(essays, who, "Another essay.")
    for box, points in zip(page.locator(".course-criterion").all(), ("3", "2", "1.5", "0"), strict=True):
        box.fill(points)
        page.keyboard.press("Tab")
    page.locator(f"#{ESSAY}-comment").fill("Say *who* asserts it.")
    page.keyboard.press("Escape")
    expect(page.locator(alert)).to_contain_text("Nothing was saved. Other work was handed in")
    expect(page.locator(alert)).to_contain_text("Load the page again")
    page.wait_for_timeout(500)
    assert essays.grade(who)["manual_score"] is None
    assert "3" not in json.loads(essays.client.get(f"/formgrader/api/course/marking?submission_id={essays.ids[who]}"))[
        "criteria"
    ].get(ESSAY, {}), "no criterion either"
    assert page.locator(".course-criterion").first.input_value() == "3"
    assert page.locator(f"#{ESSAY}-comment").input_value() == "Say *who* asserts it."
    page = essays.mark(who)
    assert "Another essay." in text_of(page)
    said = page.locator(alert).inner_text()
    assert all(each in said for each in ("Criterion 1: 3", "Criterion 3: 1.5", "Comment: Say *who* asserts it."))
    assert [box.input_value() for box in page.locator(".course-criterion").all()] == [""] * 4
    page.locator(f"#{ESSAY}").fill("7")
    page.keyboard.press("Tab")
    saved(page, essays, who, 7)
    page.get_by_role("button", name="Forget it").click()
    assert essays.mark(who).locator(alert).count() == 0
    # A mark that waits, to be confirmed for an essay that is another by then.
    write_again(essays, who, "A third essay.")
    page = essays.mark(who)
    write_again(essays, who, "A fourth essay.")
    page.get_by_role("button", name="Confirm 7").click()
    expect(page.locator(alert)).to_contain_text("Nothing was saved.")
    assert essays.grade(who)["needs_manual_grade"]
    page = essays.mark(who)
    page.get_by_role("button", name="Confirm 7").click()
    expect(page.locator(".course-waits").first).to_be_hidden()
    assert not essays.grade(who)["needs_manual_grade"]
    # Why it waited is for whoever grades.
    assert "Confirm the mark" not in essays.read(who, anew=True).locator("body").inner_text()
    essays.room.run("export", "--exporter=grading.export.moodle.MoodleExporter")
    told = (essays.room.root / "moodle.csv").read_text(encoding="utf-8")
    assert who in told
    assert "Confirm the mark" not in told


def scored_again_meanwhile(essays: Room) -> None:
    who, question = "scored-again-meanwhile", "condition-line"
    page = essays.mark(who)
    root = essays.room.root
    key = root / "keys" / f"{ASSIGNMENT}.toml"
    before = key.read_text(encoding="utf-8")
    dropped, variants = re.subn(rf'(question = "{question}-.*")', r"\1\ndropped = true", before)
    assert variants == 12
    try:
        key.write_text(dropped, encoding="utf-8")
        done = essays.room.python("grading.regrade", ASSIGNMENT, "--root", str(root), "--apply")
        assert done.returncode == 0, done.stderr
        page.locator(f"#{question}").fill("1")
        page.keyboard.press("Tab")
        alert = page.locator(".course-question .course-unsaved")
        expect(alert).to_contain_text("Nothing was saved. The automatic points changed")
        grades = json.loads(essays.client.get(f"/formgrader/api/grades?submission_id={essays.ids[who]}"))
        assert next(g for g in grades if g["name"] == question)["manual_score"] is None
    finally:
        key.write_text(before, encoding="utf-8")
        essays.room.python("grading.regrade", ASSIGNMENT, "--root", str(root), "--apply")


def next_that_waits(essays: Room) -> None:
    wanted = {"next-that-waits", "limit-passed"}
    for who in essays.ids:
        if who not in wanted:
            essays.client.put(f"/formgrader/api/grade/{essays.grade(who)['id']}", {"manual_score": 1})
    seen = []
    page = essays.mark("markdown-essay")
    for _ in range(3):
        page.locator("#course-waiting").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, here=page.url: url != here)
        page.wait_for_selector("html[data-ready]", state="attached")
        seen.append(next(who for who, each in essays.ids.items() if each in page.url))
    assert set(seen) == wanted
    assert seen[0] == seen[2]


def essay_at_the_end(essays: Room) -> None:
    page = essays.mark("markdown-essay")
    heading = page.get_by_role("heading", name="Essay · 10 points")
    expect(heading).to_be_in_viewport()
    assert page.evaluate("document.activeElement.matches('.course-criterion')")
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    assert not [url for url in essays.asked if not url.startswith(("http://127.0.0.1", "file:", "data:"))]


def grade_all(essays: Room) -> None:
    who = "handed-in-later"
    essays.hand_in(who)
    page = essays.page
    page.goto(f"{essays.client.address}/formgrader/manage_submissions/{ASSIGNMENT}")
    page.get_by_role("button", name="Grade all that are new or changed").click()
    expect(page.locator("#course-log")).to_contain_text("Graded", timeout=60_000)
    expect(page.locator("#course-log")).to_contain_text(f"Graded before, and unchanged: {len(essays.ids)} of")
    assert essays.room.submission(who).is_dir()
    with pytest.raises(urllib.error.HTTPError, match="404"):
        essays.client.press("/formgrader/api/course/autograde/--help")


def button_that_refuses(essays: Room) -> None:
    key = essays.room.root / "keys" / f"{ASSIGNMENT}.toml"
    before = key.read_text(encoding="utf-8")
    key.write_text(before.replace("points = 2", "points = 200", 1), encoding="utf-8")
    try:
        page = essays.page
        page.goto(f"{essays.client.address}/formgrader/manage_assignments")
        page.locator("tr", has=page.locator(".name", has_text=ASSIGNMENT)).locator(".assign a").click()
        said = page.locator(".modal.in")
        expect(said).to_contain_text(f"keys/{ASSIGNMENT}.toml", timeout=60_000)
        assert "Traceback" not in said.inner_text()
        assert "[DEBUG]" not in said.inner_text()
    finally:
        key.write_text(before, encoding="utf-8")
