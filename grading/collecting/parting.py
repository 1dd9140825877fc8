"""Whether an archive or a folder holds the work of one learner or of the class, and how it is parted.

A class archive is one in which all names at the top are a platform's, and which has no such name itself. A learner can
pack something that looks the same. So one with a name of a person's choosing is not opened as a class archive where
others stand beside it that a person named after learners, unless its name is of the kind that platforms choose.
"""

import re
from collections.abc import Sequence

from grading.collecting import names, wanted
from grading.collecting.names import AmbiguousError, Named

# Canvas: <course>-<assignment>_submissions.zip, or submissions.zip. Moodle: <course>-<assignment>-<number>.zip.
_CLASS = re.compile(r"(?:.*[-_ ])?submissions(?:[ -]*\(?\d+\)?)*|.+-.+-\d+(?: ?\(\d+\))?", re.IGNORECASE | re.DOTALL)
Tops = dict[str, list[tuple[int, tuple[str, ...]]]]


class NotAClassError(Exception):
    """What can't be parted by learner, or can't be read at all. The message says what to do."""


def of_platform(name: str) -> bool:
    """Whether a platform names a learner's work so."""
    try:
        return names.by_platform(name) is not None
    except AmbiguousError:
        return True


def _named(name: str) -> Named | None:
    try:
        return names.by_platform(name)
    except AmbiguousError:
        return None


def named_as_class(name: str) -> bool:
    """Whether an archive has a name that platforms give to class archives, and none that they give to a learner's."""
    return bool(_CLASS.fullmatch(names.stem(name))) and not of_platform(name)


def parted(name: str, paths: Sequence[tuple[str, ...]], among: Sequence[str], assignment: str) -> Tops:
    """What is in a class archive: name at the top to the places of its files and their paths below it.

    Args:
        name: of the archive or folder.
        paths: of all files in it; an empty one stands for what is no file.
        among: the names beside it, its own among them.
        assignment: its id.

    Returns:
        Nothing if it is the work of one learner.

    Raises:
        NotAClassError: it is or may be the work of several, and can't be parted, or not safely.
    """
    tops = _tops([(place, path) for place, path in enumerate(paths) if path and not wanted.noise(path)])
    of_class = [top for top in tops if of_platform(top)]
    whole = names.stem(name)
    if of_class and len(of_class) == len(tops):
        if of_platform(name):
            raise NotAClassError(
                "is named as one learner's work, and holds files named as several learners' are. If it is the archive "
                "of the class, call it submissions.zip; if it is one learner's, pack it anew."
            )
        beside = [o for o in among if o != name and _of_learner(o)]
        if beside and not _CLASS.fullmatch(whole):
            raise NotAClassError(
                f"holds files named as in an archive of the class, and stands beside {beside[0]}, which is one "
                "learner's. If it is the archive of the class, call it submissions.zip; if it is one learner's, pack "
                "it anew."
            )
        return tops
    if of_platform(name):
        return {}
    if of_class and named_as_class(name):
        return tops
    if len({named.person for top in of_class if (named := _named(top))}) > 1:
        others = ", ".join([top for top in tops if top not in of_class][:3])
        raise NotAClassError(
            f"holds files named as several learners' are, and others ({others}). If it is the archive of the class, "
            "call it submissions.zip; if it is one learner's, pack it anew."
        )
    if not of_class and _several(tops, assignment):
        raise NotAClassError(
            f"holds the work of several ({', '.join(list(tops)[:3])}), and can't be parted. Put an archive or a folder "
            "for each learner there, named after the learner."
        )
    return {}


def _tops(paths: list[tuple[int, tuple[str, ...]]]) -> Tops:
    """Names at the top; a folder that holds everything else, as packing by hand makes one, is not counted."""
    while paths and len({p[0] for _, p in paths}) == 1 and min(len(p) for _, p in paths) > 1:
        if of_platform(paths[0][1][0]):
            break
        paths = [(place, p[1:]) for place, p in paths]
    tops: Tops = {}
    for place, (top, *rest) in paths:
        tops.setdefault(top, []).append((place, tuple(rest)))
    return tops


def _of_learner(name: str) -> bool:
    """Whether a name beside an archive may be a learner's, given by a person."""
    kinds = "." not in name or names.stem(name) != name or wanted.wanted(name)
    return kinds and not of_platform(name) and not _CLASS.fullmatch(names.stem(name))


def _several(tops: Tops, assignment: str) -> bool:
    """Whether there are folders, archives or files for several, and nothing but these."""
    files = [names.by_hand(top, assignment, file=True) for top in tops if wanted.wanted(top)]
    if files:
        return len({f.learner for f in files}) > 1 and all(f.learner for f in files)
    each = [
        top
        for top, found in tops.items()
        if wanted.named_archive(top) or any(rest and wanted.named_for(rest[-1], assignment) for _, rest in found)
    ]
    # Copies of the assignment's own folder are one learner's.
    return len(each) > 1 and not any(names.copy_of(assignment, names.stem(top)) for top in tops)
