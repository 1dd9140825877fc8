"""Look-ups and displays that a learner sees."""

import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest

from course import brief, tables
from course.brief import later
from course.brief.claim_card import Claim, Wording, all_claims
from course.brief.frames import WIDTH, Table, build
from course.brief.known import UnknownName
from course.tables.descriptor import Constraints, Field

FRAMES = (
    "claims", "wordings", "actors", "signals", "goals", "positions", "moves", "propositions", "argument", "events",
    "discrepancies", "datasets",
)  # fmt: skip
LATER = ("transfer_cases", "transfer_signals")
FILES = {"wordings": "claim_wordings", "positions": "bargaining_positions", "moves": "bargaining_moves"}
AFTER = ("events", "outcomes", "discrepancies", "later_records")


@pytest.mark.parametrize("name", [*FRAMES, *LATER])
def test_each_table_has_its_rows(name: str) -> None:
    table = getattr(later if name in LATER else brief, name)()
    assert isinstance(table, Table)
    assert len(table) == len(tables.read(FILES.get(name, name))) > 0
    assert table.index.is_unique


@pytest.mark.parametrize("name", AFTER)
def test_what_came_after_has_its_own_call(name: str) -> None:
    assert len(later.after(name)) == len(tables.read_after(name)) > 0
    assert name in str(later.after.__doc__)


def test_types_are_honest() -> None:
    events = brief.events()
    assert events["event"].dtype == "string"
    assert events["date"].dtype == "string"  # month and year precision would be false as time stamps
    assert events["start"].dtype == "datetime64[s]"
    assert events["end"].isna().sum() == sum(row["end"] is None for row in tables.read("events"))
    assert events["date_precision"].cat.ordered
    assert events["confidence"].max() == "verified"
    signals = brief.signals()
    assert not signals["reading_for_reset"].cat.ordered  # ambiguous stands nowhere between lowers and raises
    assert list(signals["reading_for_reset"].cat.categories) == ["lowers", "neutral", "ambiguous", "raises"]
    outcomes = later.after("outcomes")
    assert outcomes["outcome"].dtype == "boolean"
    assert outcomes["crowd_percent"].dtype == "Int64"
    assert outcomes["outcome"].sum() == 9


def test_links_come_as_tuples() -> None:
    assert brief.signals().loc["S01", "claims"] == ("C031", "C032", "C036", "C038", "C039")
    assert brief.events().loc["E091", "actors"] == ("US", "DPRK", "ROK", "Japan")
    assert brief.events().loc["E001", "claims"] == ()
    assert len(brief.claims().explode("actors")) == len(tables.read("claim_actors"))


def test_a_changed_table_changes_nothing_else() -> None:
    table = brief.claims()
    table.loc["C001", "paraphrase"] = "changed"
    assert brief.claims().loc["C001", "paraphrase"] != "changed"
    assert brief.claim("C001").paraphrase != "changed"


def test_claims_by_place_kind_and_actor() -> None:
    assert len(brief.claims("Introduction")) == 29
    assert len(brief.claims(subsection="secret visits")) == 6
    assert list(brief.claims(kind="precondition").index) == ["C025", "C092"]
    assert list(brief.claims(actor="Sung Kim").index) == ["C066", "C067"]
    assert list(brief.claims("Introduction", kind="precondition").index) == ["C025"]
    assert brief.claims("Conclusion", kind="norm").empty


def test_claims_by_source() -> None:
    assert list(brief.reported_by("IAEA").index) == ["C031", "C032", "C033"]
    assert list(brief.reported_by("kyodo news").index) == ["C074"]


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda: brief.claim("C1O5"), r"no claim “C1O5”\. Did you mean .*C015"),
        (lambda: brief.claim("C101"), r"no claim “C101”\. Did you mean .*C100"),
        (lambda: brief.claim("banana"), r"Known: C001 … C100\."),
        (lambda: brief.reported_by("Kyodo"), r"no source in the brief “Kyodo”\. Did you mean Kyodo News\?"),
        (lambda: brief.claims("Intro"), r"no section “Intro”\. Did you mean Introduction\?"),
        (lambda: brief.claims(actor="Sung Kin"), r"Did you mean Sung Kim"),
        (lambda: brief.claims(kind="judgment"), r"Did you mean judgement"),
        (lambda: later.after("claims"), r"Known: events, outcomes, discrepancies, later_records\."),
    ],
)
def test_unknown_names_are_answered_with_near_ones(ask: Callable[[], object], says: str) -> None:
    with pytest.raises(UnknownName, match=says):
        ask()


@pytest.mark.parametrize(
    ("claim_id", "stance"),
    [
        ("C012", "the author infers, hedged: ‘may be’"),
        ("C009", "the author reports as fact, without a hedge"),
        ("C029", "the author judges, with a word of probability: ‘highly improbable’, in time: ‘near future’"),
        ("C022", "the author ascribes this aim to the US, without a hedge"),
        (
            "C025",
            "the author gives it as the condition set by the US, without a hedge, within a condition: ‘before’",
        ),
        ("C060", "attributed to some sources (unnamed), without a further hedge"),
        ("C033", "attributed to IAEA, hedged: ‘might have’"),
        ("C027", "the author reports as fact, stressed: ‘steadfastly’"),
        ("C082", "attributed to Washington (a stated position), without a further hedge"),
    ],
)
def test_stance_says_who_and_how_firmly(claim_id: str, stance: str) -> None:
    assert brief.claim(claim_id).stance == stance


def test_every_claim_has_a_stance() -> None:
    for claim in all_claims().values():
        assert "{" not in claim.stance
        assert claim.firmness in {"hedged", "plain", "emphatic"}
        assert claim.firmness == brief.claims().loc[claim.id, "firmness"]


def test_a_claim_shows_paraphrase_place_and_stance() -> None:
    assert repr(brief.claim(" c012 ")) == (
        "C012 · Intro ¶1 s2 · Introduction\n"
        "  Pyongyang may calculate that it now has to widen its set of foreign relations.\n"
        "  Stance: the author infers, hedged: ‘may be’."
    )
    assert "\n  Note: Stated here as plain fact" in repr(brief.claim("C024"))


class Checker(HTMLParser):
    """Collects text and open tags; JupyterLab closes nothing for us."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def checked(html: str) -> str:
    checker = Checker()
    checker.feed(html)
    assert checker.open == []
    assert not re.search(r"color|background|#[0-9a-f]{3,6}\b|id=|<script|<style", html)
    return checker.text


def test_html_is_well_formed_and_brings_no_colours() -> None:
    for claim in all_claims().values():
        text = checked(claim._repr_html_())
        assert claim.paraphrase in text
        assert claim.stance in text
    for name in FRAMES:
        checked(getattr(brief, name)()._repr_html_())


def test_html_is_escaped() -> None:
    nasty = "<script>alert('x')</script> & “co”"
    claim = Claim(
        "C001",
        "s",
        nasty,
        nasty,
        1,
        "norm",
        nasty,
        nasty,
        nasty,
        None,
        None,
        nasty,
        ("US",),
        (Wording(nasty, "hedge"),),
    )
    assert "<script" not in claim._repr_html_()
    assert nasty in checked(claim._repr_html_())
    table = build([{"a": nasty, "b": nasty}], [Field(name="a", type="string"), Field(name="b", type="string")], "a")
    assert "<script" not in table._repr_html_()
    assert checked(table._repr_html_()).count(nasty) == 2
    assert "<script" not in table.rename(columns={"b": nasty})._repr_html_()


def test_tables_show_text_in_full() -> None:
    table = brief.claims("Introduction")
    html, plain = table._repr_html_(), " ".join(repr(table).split())
    for claim in table["paraphrase"]:
        assert claim.split()[0] in plain
    assert "..." not in plain
    assert brief.claim("C029").paraphrase in checked(html)
    assert max(map(len, repr(brief.signals()).splitlines()[:-1])) <= WIDTH
    assert html.count('scope="col"') == 6
    assert html.count('scope="row"') == 29


def test_hidden_columns_are_named_and_chosen_ones_shown() -> None:
    table = brief.claims()
    assert "more columns: section, subsection" in repr(table)
    assert "note" in repr(table[["note"]]).splitlines()[0]
    assert "doubled" in repr(table.assign(doubled=1)).splitlines()[0]
    assert "\n[60 of 100 rows; " in repr(table)
    assert repr(brief.claims("Conclusion", kind="norm")).splitlines()[-1].startswith("[0 rows")


def test_a_reader_is_told_below_a_table_only_what_it_leaves_out() -> None:
    assert "<small>60 of 100 rows.</small>" in brief.claims()._repr_html_()
    assert "<small>" not in brief.claims("Introduction")._repr_html_()
    assert "<small>No rows.</small>" in brief.claims("Conclusion", kind="norm")._repr_html_()
    noted = brief.claims()
    noted.attrs["note"] = "As of 2014."
    assert "<small>60 of 100 rows. As of 2014.</small>" in noted._repr_html_()


def test_true_and_false_are_words_and_empty_cells_are_empty() -> None:
    cells = repr(later.after("outcomes")[["outcome", "crowd_percent"]].head(5)).splitlines()[2:]
    assert [line.split()[1] for line in cells[:5]] == ["no", "yes", "yes", "no", "no"]
    assert cells[4].split() == ["Q05", "no", "25"]
    assert cells[0].split() == ["Q01", "no"]


def test_a_column_of_numbers_and_dates() -> None:
    fields = [Field(name="n", type="number"), Field(name="k", type="string", constraints=Constraints(enum=("a", "b")))]
    table = build([{"n": 1.5, "k": "b"}, {"n": None, "k": None}], fields, None)
    assert table["n"].dtype == "Float64"
    assert table["k"].isna().tolist() == [False, True]
    assert repr(table).splitlines()[2].split() == ["1.5", "b"]


def test_displays_are_the_same_in_every_run() -> None:
    code = "from course import brief as b; print(b.signals()._repr_html_(), b.claims(), repr(b.claim('C024')))"
    root = Path(brief.__file__).parents[1]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_a_table_stays_a_table_through_pandas() -> None:
    table = brief.events().query("category == 'detainee'").sort_values("start")
    assert isinstance(table, Table)
    assert isinstance(table["event"], pd.Series)
    assert "event" in repr(table)


def test_positions_name_issue_and_option():
    table = brief.positions()
    assert list(table.loc["B01", ["issue", "side", "option"]]) == ["Order", "US", "Steps first, then talks"]
    assert table.loc["B01", "claims"] == ("C025", "C092")
    assert table["accepts"].sum() == sum(bool(row["accepts"]) for row in tables.read("bargaining_positions"))


def test_numbers_stand_to_the_right_with_equally_many_decimals() -> None:
    table = brief.signals().head(3)[["actor"]].assign(share=[0.25, -0.397, 12.0], n=[1, 2, 30], so=[True, False, True])
    lines = repr(table).splitlines()[2:5]
    told = ["0.250", "−0.397", "12.000"]
    assert [line.split()[-3:] for line in lines] == [
        [share, n, so] for share, n, so in zip(told, ("1", "2", "30"), ("yes", "no", "yes"), strict=True)
    ]
    assert len({line.index(share) + len(share) for line, share in zip(lines, told, strict=True)}) == 1
    html = table._repr_html_()
    assert html.count("text-align: right") == 2 * 4, "two columns of numbers, with their heads"
    assert "[1 row]" in repr(table.head(1))
