"""Who is not, or not wholly, among the marks; and what hand-ins have in common beyond chance."""

from collections.abc import Mapping

from grading.report.gather import Class
from grading.report.rows import AccountRow, SimilarityRow
from grading.similarity import essays, traces
from grading.similarity.essays import Compared

NOT_NAMED = "(not named)"
_SAYS = {
    traces.JOURNAL: "the same journal, byte for byte",
    traces.NOTEBOOK: "the same notebook with an essay, byte for byte",
    traces.SEED: "one seed",
    traces.PACE: f"the same pace: {traces.INTERVALS} times between answers or more, to the microsecond",
    traces.EDITS: f"the same edits: {traces.TURNS} answers or more, one after another, changed in the same way",
}


def unaccounted(of: Class, names: Mapping[str, str], *, causes: bool) -> tuple[AccountRow, ...]:
    """Everybody who handed in nothing, or something that was not taken. Causes name files, which name learners."""
    return tuple(
        AccountRow(names.get(each.learner, NOT_NAMED), each.what, each.why if causes else "") for each in of.accounts
    )


def compared(of: Class) -> Compared:
    """The essays of a class, held against each other."""
    texts = {each.name: "\n\n".join(f"{e.text}\n\n{e.beside}" for e in each.record.essays) for each in of.learners}
    return essays.compare(texts, of.given)


def similar(of: Class, found: Compared, names: Mapping[str, str]) -> tuple[SimilarityRow, ...]:
    """Groups that share a journal, a seed or a history, then pairs of essays, the most alike first."""
    rows = []
    for each in traces.compare({learner.name: learner.traces for learner in of.learners}):
        says = _SAYS.get(each.what) or f"a history: {each.amount} moments, to the microsecond"
        rows.append(SimilarityRow(_called(each.learners, names), each.what, says, None))
    for pair in found.alike:
        says = f"essays: {pair.likeness:.0%} of the wording, the longest passage {pair.longest} words"
        rows.append(SimilarityRow(_called(pair.learners, names), "essay", says, pair.likeness))
    return tuple(rows)


def _called(learners: tuple[str, ...], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted(names.get(each, NOT_NAMED) for each in learners))
