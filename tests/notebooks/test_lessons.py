"""Every lesson keeps the pattern that makes lessons readable, and every question of a lesson teaches."""

import itertools
import random
import re
import tomllib

import nbformat
import pytest

from course.asked.prose import as_text
from course.kinds import Argue, ChooseMany, ChooseOne, Classify, Deal, Rank
from course.questions import load_bank
from course.scoring import score
from course.tables import read
from grading.check.lengths import length
from tests.paths import LESSON_BANKS, LESSON_NOTEBOOKS, NOTEBOOKS, ROOT
from tests.validity.models import guess

KNOWN = tomllib.loads((ROOT / "tests" / "data" / "lesson_answers.toml").read_text(encoding="utf-8"))
DRAWN = 400
UP_TO_TWELVE = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
BANKS = {path.stem: load_bank(path) for path in LESSON_BANKS}
KEYED = [q for bank in BANKS.values() for q in bank.questions if q.key]
LESSONS = {path.stem: nbformat.read(path, 4) for path in LESSON_NOTEBOOKS}
MAP = "00_start_here.ipynb#cell-id=map-head"
FRAME = ["title", "objectives", "summary", "words", "next"]
CHARTS = ("application/vnd.vegalite.v5+json",)

lessons = pytest.mark.parametrize("name", LESSONS)


def code(name):
    return [c for c in LESSONS[name].cells if c.cell_type == "code"]


def prose(name):
    return "\n".join(c.source for c in LESSONS[name].cells if c.cell_type == "markdown")


@lessons
def test_a_lesson_opens_and_closes_as_they_all_do(name):
    title, objectives, *rest, leading = LESSONS[name].cells
    (summary, words), *_ = ((one, two) for one, two in itertools.pairwise(rest) if one.id == "summary")
    assert re.match(r"# [^\n]+\n\n\*\*Reading diplomatic signals\*\* · Lesson \d · about ", title.source)
    aims = r"\*\*After this lesson you can\*\*\n\n(- [^\n]+[;.]\n)+"
    assert re.match(aims + r"\n\*\*Start:\*\* the lesson runs by itself", objectives.source)
    assert "**Run All Cells**" in objectives.source, "for where JupyterLab's extension is not"
    assert re.match(r"## Summary\n\n(- [^\n]+\n)+\n### Words from this lesson$", summary.source)
    assert words.source == f'brief.glossary("{name[:2]}")'
    assert [cell.id for cell in (title, objectives, summary, words, leading)] == FRAME


LOOK_BACK = "First, look back"
"""Over the questions of earlier lessons, before the first section."""


@lessons
def test_sections_are_numbered_through(name):
    *sections, last = (head for head in re.findall(r"^## (.*)$", prose(name), re.MULTILINE) if head != LOOK_BACK)
    assert [head.partition(" · ")[0] for head in sections] == [str(n + 1) for n in range(len(sections))]
    assert last == "Summary"


@lessons
def test_the_minutes_of_a_lesson_fit(name):
    """Within what `grading.check.lengths` allows; `python -m grading.check --lengths` prints what is needed."""
    assert list(length(name, LESSONS[name].cells, BANKS[name].questions).faults()) == []


@lessons
def test_code_cells_are_short(name):
    assert all(len(c.source.splitlines()) <= 5 for c in code(name))


@lessons
def test_a_question_stands_before_every_chart(name):
    cells = LESSONS[name].cells
    for before, cell in itertools.pairwise(cells):
        if any(kind in o.get("data", {}) for o in cell.get("outputs", []) for kind in CHARTS):
            assert "**Question:" in before.source, cell.id


@lessons
def test_what_we_say_of_the_authors_reading_is_folded_until_the_learner_opens_it(name):
    """Commit, then reveal: prose can't wait for a journal as the table above it does, but it can wait for a click."""
    shown = re.compile(r"beside_author\(|^beside\[", re.MULTILINE)
    told = [after for cell, after in itertools.pairwise(LESSONS[name].cells) if shown.search(cell.source)]
    assert all(after.source.startswith("<details>\n<summary>After you have committed") for after in told)


@lessons
def test_every_figure_has_an_alt_text_and_a_picture(name):
    for cell in code(name):
        for output in cell.outputs:
            for kind in set(CHARTS) & set(output.get("data", {})):
                assert len(output.data[kind]["description"]) > 40, cell.id
                assert output.data["text/plain"] == output.data[kind]["description"]
                assert "image/png" in output.data


@lessons
def test_cell_ids_are_words_and_outputs_are_stored(name):
    for cell in LESSONS[name].cells:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", cell.id)
        assert not re.fullmatch(r"[0-9a-f]{8}", cell.id)
    shown = [c for c in code(name) if not c.source.startswith(("from ", "import "))]
    assert all(c.outputs for c in shown)
    assert all("widget-view" not in k for c in shown for o in c.outputs for k in o.get("data", {}))


@lessons
def test_every_question_of_the_bank_is_asked_once(name):
    asked = re.findall(r'ask\("([^"]+)"\)', "\n".join(c.source for c in code(name)))
    assert sorted(asked) == sorted(BANKS[name].ids)


@lessons
def test_every_id_in_the_prose_exists(name):
    known = {str(r["id"]) for table in ("claims", "events", "signals", "discrepancies") for r in read(table)}
    said = set(re.findall(r"\b[CESD]\d{2,3}\b", prose(name)))
    assert said <= known, said - known


@lessons
def test_nothing_later_is_told(name):
    for year, month in re.findall(r"\b(20(?:1[4-9]|2\d))-(\d\d)", str(LESSONS[name])):
        assert (int(year), int(month)) <= (2014, 10)


def test_the_lessons_say_how_many_signals_there_are():
    there_are = TEENS[len(read("signals")) - 13]
    for name in LESSONS:
        paragraphs = [*prose(name).split("\n"), *(q.prompt for q in BANKS[name].questions)]
        about = " ".join(each.lower() for each in paragraphs if "signal" in each)
        said = re.findall(r"\w+teen\b", about)
        assert set(said) <= {there_are}, f"lesson {name} says {set(said)}; there are {there_are} signals"


def test_the_first_lesson_says_how_many_lessons_and_claims_there_are():
    text = prose(min(LESSONS))
    assert f"{UP_TO_TWELVE[len(LESSONS) - 1].capitalize()} lessons" in text
    claims = read("claims")
    assert f"{len(claims)} **claims**, {claims[0]['id']} to {claims[-1]['id']}" in text


@pytest.mark.parametrize("name", BANKS)
def test_a_bank_belongs_to_a_lesson(name):
    assert name in LESSONS


def ids():
    return [q.id for bank in BANKS.values() for q in bank.questions]


def test_ids_are_unique_over_all_lessons():
    assert len(set(ids())) == len(ids())


def right(question):
    """The answers that meet every criterion; found by trying all, or the one that is known where there are too many."""
    return [a for a in attempts(question) if all(c.met for c in score(question, a, question.key).criteria)]


def attempts(question):
    names = [o.id for o in question.options]
    match question:
        case ChooseOne():
            return names
        case ChooseMany():
            return [list(s) for n in range(1, len(names) + 1) for s in itertools.combinations(names, n)]
        case Classify():
            places = itertools.product([c.id for c in question.categories], repeat=len(names))
            return [dict(zip(names, p, strict=True)) for p in places]
        case Rank():
            return [dict(zip(p, range(1, len(p) + 1), strict=True)) for p in itertools.permutations(names)]
        case Argue() | Deal():
            chance = random.Random(question.id)
            return [KNOWN[question.id], *(guess(question, chance) for _ in range(DRAWN))]
    raise AssertionError(question)


@pytest.mark.parametrize("question", KEYED, ids=lambda q: q.id)
def test_every_wrong_answer_gets_a_message_and_every_right_one_praise(question):
    good = right(question)
    assert len(good) >= 1
    for attempt in attempts(question):
        said = score(question, attempt, question.key).remarks
        assert said, attempt
        if attempt not in good:
            fit = {r.says for a in good for r in score(question, a, question.key).remarks}
            assert {r.says for r in said} - fit, f"only praise for {attempt}"


@pytest.mark.parametrize("question", [q for q in KEYED if isinstance(q, Classify)], ids=lambda q: q.id)
def test_every_wrong_place_gets_a_message_of_its_own(question):
    rights = right(question)
    good = rights[0]
    for item, other in itertools.product(good, [c.id for c in question.categories]):
        if other not in {each[item] for each in rights}:
            said = {r.says for r in score(question, good | {item: other}, question.key).remarks}
            assert said, (item, other)


@pytest.mark.parametrize("question", KEYED, ids=lambda q: q.id)
def test_hints_come_by_degree_and_a_miss_says_where_to_look(question):
    assert len(question.hints) >= 2
    assert all(c.missed for c in question.key.criteria)
    texts = [as_text(o.text) for o in question.options]
    assert not [t for t in texts for c in question.key.criteria if len(t) > 12 and t in c.missed]


def test_every_claim_of_the_brief_from_c006_to_c097_is_cited_in_some_lesson():
    cited = set(re.findall(r"\bC\d{3}\b", "\n".join(map(prose, LESSONS))))
    wanted = {f"C{number:03}" for number in range(6, 98)}
    assert wanted - cited == set()


@lessons
def test_links_lead_to_notebooks_and_cells_that_exist(name):
    for file, _, cell in re.findall(r"\]\(([\w.]+\.ipynb)(#cell-id=([\w-]+))?\)", prose(name)):
        assert file in {path.name for path in NOTEBOOKS}, file
        assert not cell or cell in [c.id for c in LESSONS[file.removesuffix(".ipynb")].cells], cell


def leads(name):
    """The line that leads from a lesson to the one before, to the map of all lessons and to the next."""

    def link(row):
        return f"[Lesson {int(row['id'][:2])} · {row['title']}]({row['id']}.ipynb)"

    rows = read("lessons")
    here = [row["id"] for row in rows].index(name)
    before = [f"**Before:** {link(row)}" for row in rows[:here][-1:]]
    after = [f"**Next:** {link(row)}" for row in rows[here + 1 :][:1]]
    return " · ".join([*before, f"**Map:** [all lessons]({MAP})", *after])


@lessons
def test_a_lesson_leads_on_and_back_at_its_top_and_its_end(name):
    first, *_, last = LESSONS[name].cells
    assert first.source.split("\n\n")[2] == leads(name)
    assert last.source == leads(name)


def test_the_table_of_lessons_is_that_of_the_notebooks():
    rows = read("lessons")
    assert [row["id"] for row in rows] == sorted(LESSONS)
    for row in rows:
        first = LESSONS[row["id"]].cells[0].source
        assert first.startswith(f"# {row['title']}\n")
        assert f"about {row['minutes']} minutes" in first


@lessons
def test_a_lesson_ends_with_its_words_and_uses_them(name):
    assert f'brief.glossary("{name[:2]}")' in [c.source for c in code(name)]
    text = prose(name).lower().replace("-", " ") + " ".join(str(q) for q in BANKS[name].questions).lower()
    for row in read("glossary"):
        if row["lesson_id"] == name:
            word = str(row["term"]).lower().replace("-", " ")
            assert word.split()[-1][:5] in text, word
