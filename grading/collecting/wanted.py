"""Which files belong to a submission, by their names and their first bytes."""

import unicodedata
from collections.abc import Sequence
from pathlib import PurePosixPath

from grading.reading import notcollected
from grading.reading.copies import may_hold_work
from grading.reading.encoding import in_utf8
from grading.reading.submission import JOURNAL

_NOISE = frozenset({"__macosx", ".ds_store", "thumbs.db", "desktop.ini", ".ipynb_checkpoints", "__pycache__", ".git"})
_NOISE_STARTS = ("._", "~$", ".~")
_DOCUMENTS = frozenset({".doc", ".docx", ".odt", ".rtf", ".pages", ".pdf", ".tex"})
# Zip archives within, and no hand-ins.
_OFFICE = frozenset({".xlsx", ".xlsm", ".ods", ".pptx", ".odp", ".numbers", ".key", ".epub", ".jar", ".whl"})
_UNFINISHED = frozenset({".crdownload", ".part", ".partial", ".download", ".opdownload", ".!ut", ".aria2"})
_POINTERS = frozenset({".icloud", ".lnk", ".url", ".webloc", ".desktop", ".gdoc", ".alias", ".cloudf", ".cloud"})
_ARCHIVES = (".zip", ".tar", ".tgz", ".txz", ".tbz", ".tbz2", ".tar.gz", ".tar.xz", ".tar.bz2")
_OTHER_ARCHIVES = {".rar": "RAR", ".7z": "7-Zip", ".gz": "gzip", ".xz": "xz", ".bz2": "bzip2", ".zst": "Zstandard",
                   ".lzh": "LHA", ".cab": "CAB", ".iso": "ISO", ".dmg": "DMG", ".arj": "ARJ", ".ace": "ACE",
                   ".lz": "lzip", ".z": "compress"}  # fmt: skip
_SIGNS = {b"Rar!\x1a\x07": "RAR", b"7z\xbc\xaf\x27\x1c": "7-Zip", b"\x28\xb5\x2f\xfd": "Zstandard", b"MSCF": "CAB"}
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
HEAD = 512
"""Bytes that tell what a file is."""


def noise(parts: Sequence[str]) -> bool:
    """Whether a path is what a system leaves behind, and nobody handed in."""
    return any(p.casefold() in _NOISE or p.startswith(_NOISE_STARTS) for p in parts)


def wanted(name: str) -> bool:
    """Whether a file's name is that of a notebook, or of a journal, however copies of it are numbered."""
    low = name.casefold()
    return low.endswith(".ipynb") or (low.endswith(".json") and "journal" in low)


def named_for(name: str, assignment: str) -> bool:
    """Whether a file is named as the assignment's notebook or as a journal, with something before or behind it."""
    low = name.casefold()
    return wanted(name) and ("journal" in low or assignment.casefold() in low)


def maybe(name: str) -> bool:
    """Whether a file may be a journal or a notebook under another name, so that its content has to be looked at."""
    return may_hold_work(name)


def like_work(data: bytes) -> bool:
    """Whether the content of a file is a journal's, or a notebook's."""
    data = in_utf8(data)
    marks = (b'"answers"', b'"nbformat"')
    return data.lstrip(b" \t\r\n").startswith(b"{") and any(mark in data for mark in marks)


def reserved(name: str) -> bool:
    """Whether a name is that under which the course itself speaks of a submission, as any file system reads it."""
    return unicodedata.normalize("NFKC", name).rstrip(". ").casefold() == notcollected.FILE


def rank(name: str, assignment: str) -> int:
    """What is taken first where not everything can be."""
    return 0 if name in (f"{assignment}.ipynb", JOURNAL) else 1 if wanted(name) else 2


def named_archive(name: str) -> bool:
    """Whether a name is that of an archive which can be opened."""
    return name.casefold().endswith(_ARCHIVES)


def is_archive(head: bytes) -> bool:
    """Whether a file that begins so is an archive which can be opened, whatever it is called."""
    return head.startswith((*_ZIP, *_PACKED)) or head[257:262] == b"ustar"


def other_archive(name: str, head: bytes = b"") -> str:
    """The format of an archive that can't be opened; "" if it is none."""
    signs = (kind for sign, kind in _SIGNS.items() if head.startswith(sign))
    named = "" if named_archive(name) else _OTHER_ARCHIVES.get(PurePosixPath(name.casefold()).suffix, "")
    return next(signs, named)


def document(name: str) -> bool:
    """Whether a file may be an essay that was written elsewhere."""
    return _suffix(name) in _DOCUMENTS


def packed(name: str, head: bytes) -> bool:
    """Whether a file is an archive that may hold work: by its content, and neither an office's nor half of one."""
    return is_archive(head) and not document(name) and _suffix(name) not in _OFFICE | _UNFINISHED


def left(name: str, head: bytes = b"") -> str:
    """Why a file was left out that somebody may miss; "" if nobody will."""
    if reserved(name):
        return f"{name} is a name that the course keeps for itself; it was left out."
    if document(name):
        return f"{name} is a document, which is not read; the essay belongs into the notebook."
    if _suffix(name) in _UNFINISHED:
        return f"{name} is what an interrupted download leaves; download the whole file again."
    if _suffix(name) in _POINTERS:
        return f"{name} only points to a file that is elsewhere; the file itself was not handed in."
    if kind := other_archive(name, head):
        return (
            f"{name} is an archive ({kind}) that can't be opened here; unpack it, and put what is in it there as a "
            "zip archive of the same name."
        )
    return ""


def _suffix(name: str) -> str:
    return PurePosixPath(name.casefold()).suffix
