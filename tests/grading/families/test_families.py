"""Families are whole, their variants are built alike, and the committed files hold what they say."""

import tomllib

import msgspec
import pytest

from grading.families import Family, FamilyError, Variant, differences, families, toml, written
from grading.families.regions import replaced, replaced_in_tables

each_family = pytest.mark.parametrize("family", families(), ids=str)


def test_the_committed_files_hold_what_the_families_say():
    assert [*differences()] == []


@each_family
def test_variants_are_as_many_as_their_sort_asks_and_built_alike(family):
    assert family.checked() is family
    assert len({each.question["id"] for each in family.variants}) == len(family.variants)


@each_family
def test_no_variant_is_another_in_the_same_words(family):
    said = [msgspec.json.encode({k: v for k, v in each.question.items() if k != "id"}) for each in family.variants]
    assert len(set(said)) == len(said)


def sample(name="sample", size=12, **other):
    question = {"id": "q", "type": "classify", "points": 2, "items": [1, 2]} | other
    one = Variant(question, {"criteria": [{"id": "c", "points": 2}]}, {"expert": {"a": "x", "b": "y"}})
    return Family(name, "course", "computed", (one,) * size)


def test_a_family_with_too_few_variants_is_refused():
    with pytest.raises(FamilyError, match="at least 12 variants, found 11"):
        sample(size=11).checked()


@pytest.mark.parametrize(
    ("member", "value"), [("points", 3), ("type", "rank"), ("items", [1]), ("expert", {"a": "x", "b": "x"})]
)
def test_a_variant_that_is_built_otherwise_is_refused(member, value):
    family = sample()
    one = family.variants[0]
    odd = msgspec.structs.replace(one, **(
        {"answers": {"expert": value}} if member == "expert" else {"question": one.question | {member: value}}
    ))  # fmt: skip
    with pytest.raises(FamilyError, match="sample: variant “q”: expected"):
        msgspec.structs.replace(family, variants=(*family.variants, odd)).checked()


def test_what_is_written_is_read_back():
    told = {"id": "q", "text": "“a”\nb", "n": 2, "yes": True, "of": [{"a": "1", "b": ["x"]}], "table": {}}
    assert tomllib.loads(toml.table("[[question]]", told)) == {"question": [told]}


def test_a_region_is_replaced_where_it_stands_and_what_is_around_it_stays():
    region = "# family b\nold\n# end of family b\n"
    text = f"# head\n\n{region}\n[[question]]\nid = 'mine'\n"
    new = replaced(text, {"b": "new\n", "c": "more\n"})
    assert new.index("new") < new.index("mine") < new.index("more")
    assert "old" not in new
    assert replaced(new, {"b": "new\n", "c": "more\n"}) == new
    assert "new" not in replaced(new, {"c": "more\n"})


def test_each_learner_has_a_region_for_each_family_and_keeps_its_comment():
    text = "# About.\n\n[expert]\nq = 'x'\n\n# Holds it.\n[holds-m01]\nq = 'y'\n"
    new = replaced_in_tables(text, {"expert": {"f": "f1 = 'a'\n"}, "holds-m02": {"f": "f1 = 'b'\n"}})
    assert tomllib.loads(new) == {
        "expert": {"q": "x", "f1": "a"}, "holds-m01": {"q": "y"}, "holds-m02": {"f1": "b"},
    }  # fmt: skip
    assert new.startswith("# About.\n")
    assert "# Holds it.\n[holds-m01]" in new
    assert replaced_in_tables(new, {"expert": {"f": "f1 = 'a'\n"}, "holds-m02": {"f": "f1 = 'b'\n"}}) == new


def test_a_file_that_differs_is_named(tmp_path):
    for path, text in written():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert [*differences(tmp_path)] == []
    path, text = next(iter(written()))
    (tmp_path / path).write_text(text.replace("probab", "prob"), encoding="utf-8")
    assert [each.partition(":")[0] for each in differences(tmp_path)] == [str(path)]
