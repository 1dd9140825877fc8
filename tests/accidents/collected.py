"""A room in which something is collected by the real commands, and what came of it."""

import unicodedata
from collections.abc import Mapping
from pathlib import Path

from grading.collecting import ledger
from grading.collecting.found import Found
from tests.grading.classroom import ASSIGNMENT, Classroom

NOTEBOOK = f"{ASSIGNMENT}.ipynb"
RAR, SEVEN = b"Rar!\x1a\x07\x01\x00" + bytes(40), b"7z\xbc\xaf\x27\x1c" + bytes(40)
NFD = unicodedata.normalize("NFD", "José Peña")
NFC = unicodedata.normalize("NFC", NFD)


def own(who: str) -> bytes:
    """A journal that is nobody else's."""
    return b'{"answers": {}, "of": "%s"}' % who.encode()


def book(who: str) -> bytes:
    return b'{"cells": [], "of": "%s"}' % who.encode()


class Collected:
    """A room in which something was collected by the real commands.

    Attributes:
        said: what the last command printed.
    """

    def __init__(self, folder: Path) -> None:
        self.room = Classroom(folder)
        self.archive = self.room.root / "downloaded" / ASSIGNMENT / "archive"
        self.archive.mkdir(parents=True)
        self.inbound = self.room.exchange / "reading-diplomatic-signals" / "inbound"
        self.inbound.mkdir(parents=True)
        self.said = ""

    def put(self, name: str, data: bytes) -> None:
        (self.archive / name).parent.mkdir(parents=True, exist_ok=True)
        (self.archive / name).write_bytes(data)

    def hand_in(self, who: str, files: Mapping[str, bytes], at: str = "2026-03-02 12:00:00.000000 UTC") -> None:
        """Through the exchange."""
        for name, data in files.items():
            path = self.inbound / f"{who}+{ASSIGNMENT}+{at}+abc" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def run(self, *command: str, status: int) -> None:
        self.said = self.room.run(command[0], ASSIGNMENT, *command[1:], status=status)

    def names(self) -> set[str]:
        return {p.name for p in (self.room.root / "submitted").iterdir()}

    def files(self, who: str) -> dict[str, bytes]:
        folder = self.room.root / "submitted" / who / ASSIGNMENT
        return {p.name: p.read_bytes() for p in folder.iterdir()}

    def rows(self, who: str) -> list[Found]:
        return [f for f in ledger.read(self.room.root, ASSIGNMENT) if f.learner == who]

    def row(self, who: str) -> Found:
        [found] = self.rows(who)
        return found
