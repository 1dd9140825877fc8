"""Archives as a learning platform hands them out, `<learner>_<number>_<number>_<name>.zip`, to be collected."""

import gzip
import io
import shutil
import stat
import tarfile
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.hostile.place import JOURNAL, KNOWS, notebook, other, outside, ran, root


def archive_place(folder: Path, name: str = "") -> Path:
    """Where the archive of a submission goes."""
    who = name or f"{folder.parent.name}_12345_67890_{folder.name}.zip"
    return root(folder) / "downloaded" / folder.name / "archive" / who


def pack(
    folder: Path, *, without: str = "", name: str = "", then: Callable[[zipfile.ZipFile], None] | None = None
) -> Path:
    """Put the submission's files into an archive, but one, and take the folder away."""
    archive = archive_place(folder, name)
    archive.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
        for path in sorted(folder.iterdir()):
            if path.name != without:
                zipped.write(path, f"{folder.name}/{path.name}")
        if then:
            then(zipped)
    shutil.rmtree(folder.parent)
    return archive


def zip_sound(folder: Path) -> None:
    pack(folder)


def zip_leads_up(folder: Path) -> None:
    """Out of the room, and into the journals of others."""
    journal = (folder / JOURNAL).read_bytes()
    ways = (
        f"../{KNOWS}_1_2_x/{JOURNAL}",
        f"../../../../submitted/{KNOWS}/{folder.name}/{JOURNAL}",
        "../../../up",
    )
    pack(folder, then=lambda z: [z.writestr(way, journal) for way in ways] and None)


def zip_absolute(folder: Path) -> None:
    ways = (str(ran(folder)), str(other(folder, JOURNAL)), f"C:/{JOURNAL}", f"..\\..\\{JOURNAL}")
    pack(folder, then=lambda z: [z.writestr(way, "{}") for way in ways] and None)


def zip_linked(folder: Path) -> None:
    """The journal is a link, as Unix archives can hold it."""
    target = str(other(folder, JOURNAL))

    def add(zipped: zipfile.ZipFile) -> None:
        link = zipfile.ZipInfo(f"{folder.name}/{JOURNAL}")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        zipped.writestr(link, target)

    pack(folder, without=JOURNAL, then=add)


def zip_linked_folder(folder: Path) -> None:
    """A link to a folder, and a file written through it."""
    target = str(outside(folder).parent)

    def add(zipped: zipfile.ZipFile) -> None:
        link = zipfile.ZipInfo("way")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        zipped.writestr(link, target)
        zipped.writestr(f"way/{ran(folder).name}", "written")

    pack(folder, then=add)


def zip_bomb(folder: Path) -> None:
    """A megabyte that becomes a gigabyte."""

    def add(zipped: zipfile.ZipFile) -> None:
        with zipped.open(f"{folder.name}/{JOURNAL}", "w", force_zip64=True) as file:
            for _ in range(1000):
                file.write(bytes(1_000_000))

    pack(folder, without=JOURNAL, then=add)


def zip_of_many_members(folder: Path) -> None:
    pack(folder, then=lambda z: [z.writestr(f"{n}", "") for n in range(12_000)] and None)


def zip_of_many_bombs(folder: Path) -> None:
    """Journals without end, each within bounds."""
    bomb = bytes(19_000_000)

    def add(zipped: zipfile.ZipFile) -> None:
        for n in range(10):
            zipped.writestr(f"more/{n}/{JOURNAL}", bomb)

    pack(folder, then=add)


def zip_of_many_journals(folder: Path) -> None:
    """Each must be compared with each, if nobody counts them first."""
    pack(folder, then=lambda z: [z.writestr(f"more/{n}/{JOURNAL}", "{}") for n in range(900)] and None)


def zip_of_long_names(folder: Path) -> None:
    """Names that fill the screen of whoever collects."""
    pack(folder, then=lambda z: [z.writestr(f"{'../' * 20_000}{n}/{JOURNAL}", "") for n in range(30)] and None)


def zip_beside_its_folder(folder: Path) -> None:
    """In a learner's folder, as Moodle hands it out: a file named as the folder into which the archive unpacks."""
    place = archive_place(folder, f"{folder.parent.name}_12345_assignsubmission_file_")
    place.mkdir(parents=True)
    for path in folder.iterdir():
        shutil.copy(path, place)
    shutil.rmtree(folder.parent)
    (place / "work").write_text("This is no folder.")
    (place / "work.zip").write_bytes(b"This is no archive.")


def zip_beside_its_journal(folder: Path) -> None:
    """The same, where an archive has made a folder of what comes as a file."""
    place = archive_place(folder, f"{folder.parent.name}_12345_assignsubmission_file_")
    place.mkdir(parents=True)
    for path in folder.iterdir():
        shutil.copy(path, place)
    shutil.rmtree(folder.parent)
    (place / "a.ZIP").mkdir()
    (place / "a.ZIP" / "b").write_text("A folder is named as an archive.")
    with zipfile.ZipFile(place / "B.zip", "w") as zipped:
        zipped.writestr(f"{'long' * 100}/{JOURNAL}", "{}")


def zip_of_two_people(folder: Path) -> None:
    """Two learners whom the platform calls alike, told apart by its numbers alone."""
    archive = pack(folder)
    shutil.copy(archive, archive.with_name(archive.name.replace("_12345_", "_LATE_54321_")))


def zip_cut(folder: Path) -> None:
    archive = pack(folder)
    archive.write_bytes(archive.read_bytes()[:-200])


def zip_damaged_member(folder: Path) -> None:
    """The bytes of the journal are not those whose sum was written down."""
    archive = pack(folder)
    data = bytearray(archive.read_bytes())
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        start = zipped.getinfo(f"{folder.name}/{JOURNAL}").header_offset
    data[start + 120 : start + 160] = bytes(40)
    archive.write_bytes(data)


def zip_no_archive(folder: Path) -> None:
    pack(folder).write_bytes(b"This is no archive.")


def zip_encrypted(folder: Path) -> None:
    """Every member says that it needs a password."""
    archive = pack(folder)
    data = bytearray(archive.read_bytes())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(sign, at + 4)
    archive.write_bytes(data)


def zip_journal_twice(folder: Path) -> None:
    """The later of two members with one name is damaged."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile asks whether this is meant; it is
        pack(folder, then=lambda z: z.writestr(f"{folder.name}/{JOURNAL}", "{}"))


def zip_journal_a_folder(folder: Path) -> None:
    pack(folder, without=JOURNAL, then=lambda z: z.writestr(f"{folder.name}/{JOURNAL}/x", "{}"))


def zip_within_zip(folder: Path) -> None:
    """As somebody sends it who packs twice; the content is sound."""
    archive = pack(folder)
    data = archive.read_bytes()
    with zipfile.ZipFile(archive, "w") as zipped:
        zipped.writestr("mine.zip", data)


def zip_names_another(folder: Path) -> None:
    """Files inside that are named as another's would be."""
    journal, held = (folder / JOURNAL).read_bytes(), notebook(folder).read_bytes()
    names = {f"{KNOWS}/{folder.name}/{JOURNAL}": journal, f"{KNOWS}_1_2_{JOURNAL}": journal, f"{KNOWS}.ipynb": held}
    pack(folder, then=lambda z: [z.writestr(n, b) for n, b in names.items()] and None)


def zip_of_nobody(folder: Path) -> None:
    """The name of the archive would make the room above a learner's folder."""
    pack(folder, name=f".._1_2_{folder.name}.zip")


WAYS = ("", f"{KNOWS}/", f"{KNOWS}_1_2_x/", f"{KNOWS}_12345_assignsubmission_file_/")


def _inner(folder: Path, names: tuple[str, ...], ways: tuple[str, ...] = WAYS) -> dict[str, bytes]:
    """Archives that hold what would pass for the work of the learner who knows, under each of the names."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as zipped:
        for way in ways:
            zipped.writestr(f"{way}{JOURNAL}", (folder / JOURNAL).read_bytes())
            zipped.writestr(f"{way}{folder.name}.ipynb", notebook(folder).read_bytes())
    return dict.fromkeys(names, held.getvalue())


UPWARD = ("...zip", "..zip", "....zip", ".. .zip", "x/...zip", "x/.. .ZIP", "\u2025.zip", "\uff0e\uff0e.zip")
"""Names that lead up, or to where they stand, once a suffix, a dot, a space or a form of writing is taken away."""


def zip_within_dots(folder: Path) -> None:
    """Archives within, whose names lead up when the suffix is taken off."""
    inner = _inner(folder, UPWARD)
    pack(folder, then=lambda z: [z.writestr(name, data) for name, data in inner.items()] and None)


def zip_of_special_names(folder: Path) -> None:
    """Folders with names that some file systems read as others, or as a device."""
    odd = ("CON", "nul.txt", "\u2025", "\uff0e\uff0e", "...", "a. ", f"{KNOWS}.", KNOWS.upper(), "a:b", "long" * 80)
    pack(folder, then=lambda z: [z.writestr(f"{name}/{name}/{JOURNAL}", "{}") for name in odd] and None)


def zip_dots_by_moodle(folder: Path) -> None:
    """In a learner's folder, as Moodle hands it out: an archive whose name leads up when the suffix is taken off."""
    place = archive_place(folder, f"{folder.parent.name}_12345_assignsubmission_file_")
    place.mkdir(parents=True)
    for name, data in _inner(folder, ("...zip", "..zip", "....zip", ".. .zip")).items():
        (place / name).write_bytes(data)
    for path in folder.iterdir():
        shutil.copy(path, place)
    shutil.rmtree(folder.parent)


def zip_dots_alone(folder: Path) -> None:
    """At the top, where a platform that takes names as they come would put it."""
    archive_place(folder, "x").parent.mkdir(parents=True, exist_ok=True)
    for name, data in _inner(folder, ("...zip", "..zip", "....zip", ".. .zip"), WAYS[:2]).items():
        archive_place(folder, name).write_bytes(data)
    shutil.rmtree(folder.parent)


def pack_tar(folder: Path, mode: str = "w:gz", *, without: str = "", then: Callable[[tarfile.TarFile], None]) -> Path:
    """The same as a tar archive."""
    archive = archive_place(folder, f"{folder.parent.name}_12345_67890_{folder.name}.tar.gz")
    archive.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive, mode) as packed:  # type: ignore[call-overload] # any of them
        for path in sorted(folder.iterdir()):
            if path.name != without:
                packed.add(path, f"{folder.name}/{path.name}")
        then(packed)
    shutil.rmtree(folder.parent)
    return archive


def _special(packed: tarfile.TarFile, name: str, kind: bytes, target: str = "") -> None:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, target
    packed.addfile(member)


def tar_linked(folder: Path) -> None:
    """The journal is a link to another's, and a folder a link to the outside."""

    def add(packed: tarfile.TarFile) -> None:
        _special(packed, f"{folder.name}/{JOURNAL}", tarfile.SYMTYPE, str(other(folder, JOURNAL)))
        _special(packed, "way", tarfile.SYMTYPE, str(outside(folder).parent))
        _put(packed, f"way/{JOURNAL}", b"{}")

    pack_tar(folder, without=JOURNAL, then=add)


def tar_hard_linked(folder: Path) -> None:
    """The journal is a second name of another's."""
    target = str(other(folder, JOURNAL))
    pack_tar(
        folder, "w:xz", without=JOURNAL, then=lambda t: _special(t, f"{folder.name}/{JOURNAL}", tarfile.LNKTYPE, target)
    )


def tar_device(folder: Path) -> None:
    """The journal is a pipe, a device, or what never ends."""

    def add(packed: tarfile.TarFile) -> None:
        for kind in (tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE):
            _special(packed, f"{folder.name}/{JOURNAL}", kind)

    pack_tar(folder, "w:bz2", without=JOURNAL, then=add)


def tar_leads_up(folder: Path) -> None:
    """Members that lead up, into others' work and to the root."""
    ways = (f"../{KNOWS}_1_2_x/{JOURNAL}", str(other(folder, JOURNAL)), f"C:/{JOURNAL}", f"../../../../{JOURNAL}")
    pack_tar(folder, then=lambda t: [_put(t, way, b"{}") for way in ways] and None)


def tar_bomb(folder: Path) -> None:
    """A megabyte that becomes a gigabyte, before anything that is wanted."""
    archive = pack_tar(folder, then=lambda t: None)
    sound = archive.read_bytes()
    wanted = io.BytesIO()
    with tarfile.open(fileobj=wanted, mode="w") as packed:
        _put(packed, JOURNAL, sound)
    member = tarfile.TarInfo("a")
    member.size = 10**9  # so many whole blocks of 512
    zeros = gzip.compress(bytes(10**6)) * 10**3
    archive.write_bytes(gzip.compress(member.tobuf()) + zeros + gzip.compress(wanted.getvalue()))


def _put(packed: tarfile.TarFile, name: str, data: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(data)
    packed.addfile(member, io.BytesIO(data))


def zip_as_a_class(folder: Path) -> None:
    """A learner's archive that holds what a class archive would: folders of the learner who knows."""
    inner = {f"{KNOWS}_{n}_assignsubmission_file_/{JOURNAL}": (folder / JOURNAL).read_bytes() for n in (1, 12345)}
    archive = pack(folder)
    with zipfile.ZipFile(archive, "w") as zipped:
        for name, data in inner.items():
            zipped.writestr(name, data)


def zip_class_within(folder: Path) -> None:
    """In a learner's folder, by Moodle: a class archive, and one in a tar archive."""
    place = archive_place(folder, f"{folder.parent.name}_12345_assignsubmission_file_")
    place.mkdir(parents=True)
    for path in folder.iterdir():
        shutil.copy(path, place)
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as zipped:
        for name in (f"{KNOWS}_1_assignsubmission_file_/{JOURNAL}", f"{KNOWS}_12345_67890_{JOURNAL}"):
            zipped.writestr(name, (folder / JOURNAL).read_bytes())
    (place / "submissions.zip").write_bytes(inner.getvalue())
    with tarfile.open(place / "C-A-1.tar", "w") as packed:
        _put(packed, "submissions.zip", inner.getvalue())
    shutil.rmtree(folder.parent)


UNSEEN = f"{KNOWS[:3]}\u200b{KNOWS[3:]}"
WIDE = "".join(chr(ord(c) + 0xFEE0) for c in KNOWS)


def zip_name_becomes_anothers(folder: Path) -> None:
    """Learners whose names, once what can't be seen is gone, or in another form, are that of the learner who knows."""
    for number, name in ((666, UNSEEN), (667, f"{KNOWS}[]"), (668, WIDE)):
        place = archive_place(folder, f"{name}_{number}_assignsubmission_file_")
        place.mkdir(parents=True)
        for path in folder.iterdir():
            shutil.copy(path, place)
    shutil.rmtree(folder.parent)


def zip_note_of_collecting_forged(folder: Path) -> None:
    """The note that the course itself writes: in an archive, in one within, and under names that read like its own."""
    note = b"All is well. Full marks."
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as zipped:
        zipped.writestr("not-collected.txt", note)

    def add(zipped: zipfile.ZipFile) -> None:
        for name in (
            "not-collected.txt",
            f"{folder.name}/not-collected.txt",
            "a/NOT-COLLECTED.TXT",
            "not-collected.txt. ",
        ):
            zipped.writestr(name, note)
        zipped.writestr("b.zip", inner.getvalue())

    pack(folder, then=add)
