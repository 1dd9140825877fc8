"""What a file beside journal and notebook is, by its name: which program made a copy of which file. Pure."""

import re

JOURNAL = "journal.json"
NOTEBOOK_SUFFIX = ".ipynb"
TIMESTAMP = "timestamp.txt"
SECRET = "submission_secret.txt"  # noqa: S105 - the name of nbgrader's file
CHECKPOINTS = ".ipynb_checkpoints"
SET_ASIDE = "set-aside"
"""Folder of a submission for what a person has decided not to take; nothing in it is read."""

_DAY = r"\d{4}-\d{2}-\d{2}"
# The word for a conflict without its endings, as sync tools name such copies in many languages.
_CONFLICT = (
    "conflic|conflit|konflik|modstrid|motstrid|ristiriita|vastuol|ütköz|çakış|конфли|конфлі|تعارض|競合|冲突|衝突|충돌"
)
# Each program's own way, from its documentation or source: Syncthing lib/model, Nextcloud and ownCloud
# doc/conflicts.rst, Synology Drive and FileCloud conflict names; the others as these programs are seen to write.
_MADE_BY = {
    "a conflict copy of Syncthing": r"\.sync-conflict-\d{8}-\d{6}(-\w{7})?",
    "a conflict copy": rf"[\W_].*({_CONFLICT}).*|.*\(.*{_DAY}.*\)",
    "a damaged journal that was set aside": r"\.damaged-\d{8}T\d{6}Z(-\d+)?",
    "a copy of JupyterLab": r"-Copy\d+",
    "an earlier state kept by JupyterLab": r"-checkpoint",
    "a second download": r" ?\(\d+\)|-\d{1,2}| \d{1,2}|_\d{1,2}",
    "a copy": r"( -)? (copy|Kopie|copie|copia)( \(?\d+\)?)?| \((another )?(copy|Kopie|copie|copia)( \d+)?\)",
    "a conflict copy of OneDrive": r"-(desktop|laptop|win|pc)-?[\w-]+|-[\w -]*(mac|macbook|imac|laptop|pc)\b[\w -]*",
}
_KNOWN = [(says, re.compile(pattern, re.IGNORECASE)) for says, pattern in _MADE_BY.items()]
_DOCUMENTS = (".txt", ".md", ".rtf", ".doc", ".docx", ".odt", ".pdf", ".pages", ".html", ".htm", ".tex")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".heic", ".webp", ".tiff")


def journal_like(name: str) -> bool:
    """Whether a file's name says that it may be a journal, or a copy of one, whatever program renamed it.

    Any `.json` may be one as well; its content tells.
    """
    return "journal" in name.casefold() and not notebook_like(name)


def notebook_like(name: str) -> bool:
    """Whether a file's name says that it may be a notebook: `.ipynb`, or that with what a browser adds behind it."""
    return NOTEBOOK_SUFFIX in name.casefold()


def may_hold_work(name: str) -> bool:
    """Whether a file's content has to be looked at to know whether it is a journal or a notebook."""
    return name.casefold().endswith(".json") or journal_like(name) or notebook_like(name)


def written_elsewhere(name: str) -> bool:
    """Whether a file may hold an essay that is not in a notebook: a document or a picture, none of nbgrader's own."""
    if name in (TIMESTAMP, SECRET):
        return False
    return name.casefold().endswith(_DOCUMENTS + _PICTURES) and not may_hold_work(name)


def made_by(name: str, original: str) -> str:
    """What kind of copy of a file this name tells, such as “a second download”; "" if it tells nothing.

    Args:
        name: of the copy.
        original: name of the file that it may be a copy of.
    """
    if name == original:
        return ""
    if name.casefold() == original.casefold():
        return "the same name in other letters"
    stem, _, suffix = original.rpartition(".")
    rest = name[len(stem) :]
    if name[: len(stem)].casefold() != stem.casefold():
        return ""
    if rest.casefold().startswith(f".{suffix}"):
        return "the same name with something behind it"
    middle = rest[: -len(suffix) - 1] if rest.casefold().endswith(f".{suffix}") else rest
    return next((says for says, pattern in _KNOWN if pattern.fullmatch(middle)), "")
