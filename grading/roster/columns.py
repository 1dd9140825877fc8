"""What the platforms call the columns of a list of learners, and the learners in it.

Canvas (Grades ▸ Export, `lib/gradebook_exporter.rb` of canvas-lms): Student, or LastName and FirstName; ID, the number
of the user; SIS User ID; SIS Login ID; Section. A second row holds the points possible, and another may say who posts
marks by hand. Moodle (Participants ▸ Download, or Grades ▸ Export): First name, Last name (Surname before 4.0), Email
address, ID number, Username, in the language of the site. Its grading worksheet has “Participant 123” instead, which is
a number within one assignment and so nobody's number in the course. By hand: nbgrader's own names of the fields.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from grading.reading.notcollected import fit_for_id
from grading.roster.text import RosterError, Row, Table

CANVAS, MOODLE, PLAIN = "Canvas", "Moodle", "a table made by hand"
FIELDS = ("id", "number", "first", "last", "full", "email")
LONGEST = 128
"""Characters that a field of the grade book holds."""
_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("sis login id", "username", "user name", "login", "login id", "anmeldename", "nutzername", "benutzername",
           "nom d'utilisateur", "nombre de usuario", "nome utente", "id", "student id", "student_id", "learner",
           "id number", "id-nummer", "numéro d'identification", "número de id", "numero id", "matrikelnummer"),
    "number": ("lms_user_id", "lms user id", "user id", "userid"),
    "first": ("first_name", "first name", "firstname", "given name", "vorname", "prénom", "prenom", "nombre", "nome"),
    "last": ("last_name", "last name", "lastname", "surname", "family name", "nachname", "nom", "nom de famille",
             "apellido", "apellido(s)", "apellidos", "cognome", "apelido", "sobrenome"),
    "full": ("student", "full name", "full_name", "name", "vollständiger name", "nom complet", "nombre completo",
             "first name / last name", "first name / surname", "vorname / nachname"),
    "email": ("email", "e-mail", "email address", "e-mail address", "mail", "e-mail-adresse", "adresse de courriel",
              "dirección de correo", "dirección de correo electrónico", "indirizzo email"),
}  # fmt: skip
# What stands in for an id where the list has none, in this order.
_INSTEAD = ("sis user id", "id number", "email")
_DIGITS = re.compile(r"[0-9]{1,20}")


class Person(msgspec.Struct, frozen=True):
    """A learner of a list; "" stands for what it does not say.

    Attributes:
        id: nbgrader's id, by which the course knows a learner.
        first_name: given names.
        last_name: family name, or the whole name if it comes in one piece.
        email: address.
        number: the learner's number on the platform (nbgrader's `lms_user_id`).
        line: of the file.
    """

    id: str
    first_name: str
    last_name: str
    email: str
    number: str
    line: int

    @property
    def name(self) -> str:
        """“Last, First”, or the id if there is no name."""
        return ", ".join(filter(None, (self.last_name, self.first_name))) or self.id


def plain(name: str) -> str:
    """The name of a column without what spreadsheets and people change: case, spaces, a byte order mark."""
    return " ".join(unicodedata.normalize("NFKC", name).replace("’", "'").strip("\ufeff\"' ").casefold().split())


def known(header: Sequence[str]) -> int:
    """How many columns mean something."""
    names = {name for each in _NAMES.values() for name in each} | {"sis user id", "section", "identifier"}
    return sum(plain(name) in names for name in header)


def platform(header: Sequence[str]) -> str:
    """Whose list it is, by its columns."""
    names = {plain(name) for name in header}
    if names & {"student", "lastname"} and "id" in names and names & {"sis login id", "sis user id", "section"}:
        return CANVAS
    plainly = {"id", "first_name", "last_name", "lms_user_id"}
    return PLAIN if len(names & plainly) >= 2 or "id" in names else MOODLE


def people(table: Table, named: Mapping[str, str]) -> tuple[list[Person], list[str]]:
    """The learners of a list, and what is to be said about rows that are nobody's.

    Args:
        table: the list.
        named: field (one of `FIELDS`) to the name of its column, where the usual names don't hold.

    Raises:
        RosterError: there is no column to know a learner by; a cell can't be what its column says; or two rows have one
            id or one number. The message says the line and the column.
    """
    at = _places(table.header, named)
    found, said = [], []
    for row in table.rows:
        if reason := _nobody(row, at):
            said.append(f"line {row.line}: {reason}")
        else:
            found.append(_person(row, at, table.header))
    for what in ("id", "number"):
        first: dict[str, Person] = {}
        for person in found:
            value = str(getattr(person, what))
            if value and (other := first.setdefault(value, person)) is not person:
                raise RosterError(
                    f"lines {other.line} and {person.line}: two learners with the {what} “{value}”; "
                    "take one of the rows out, or give each an id of its own."
                )
    if not found:
        raise RosterError("no row is a learner's; expected a row for each learner.")
    return found, said


def _places(header: Sequence[str], named: Mapping[str, str]) -> dict[str, int]:
    """Field to its column. Of several columns for one field, that whose name stands first in `_NAMES`."""
    columns = {plain(name): i for i, name in reversed([*enumerate(header)])}
    names = dict(_NAMES)
    if platform(header) == CANVAS:
        names["id"], names["number"] = ("sis login id",), ("id",)
    at = {field: columns[n] for field, each in names.items() if (n := next((x for x in each if x in columns), None))}
    for field, column in named.items():
        if field not in FIELDS or plain(column) not in columns:
            raise RosterError(
                f"--column {field}={column}: expected one of {', '.join(FIELDS)}, and one of the columns "
                f"{', '.join(f'“{name}”' for name in header)}."
            )
        at[field] = columns[plain(column)]
    if "id" not in at:
        instead = [columns[n] for n in _INSTEAD if n in columns] + [at[f] for f in ("number", "email") if f in at]
        if not instead:
            raise RosterError(
                f"the header is {', '.join(f'“{name}”' for name in header)}; expected a column that says who a learner "
                "is, such as id, Username, SIS Login ID or Email address. Name yours with --column id=…"
            )
        at["id"] = instead[0]
    return at


def _nobody(row: Row, at: Mapping[str, int]) -> str:
    """Why a row is no learner's; "" if it is one's."""
    cells = [cell.casefold() for cell in row.cells]
    name = _cell(row, at, "full").casefold() or _cell(row, at, "last").casefold()
    if "points possible" in name:
        return "the points possible, no learner"
    if not any(c and not re.fullmatch(r"muted|manual posting.*|\(?read only\)?", c) for c in cells):
        return "how marks are posted, no learner"
    if name in ("student, test", "test student"):
        return "Canvas's test student was left out"
    return ""


def _person(row: Row, at: Mapping[str, int], header: Sequence[str]) -> Person:
    first, last = _cell(row, at, "first"), _cell(row, at, "last")
    if not (first or last):
        last, _, first = (part.strip() for part in _cell(row, at, "full").partition(","))
    number, who = _cell(row, at, "number"), _cell(row, at, "id")
    if number and not _DIGITS.fullmatch(number):
        raise RosterError(
            f"line {row.line}, column “{header[at['number']]}”: “{number}” is no number of a learner; a spreadsheet "
            "may have changed it. Export the list again, and import it without saving it in between."
        )
    if not who:
        who = number or _cell(row, at, "email")
    if not fit_for_id(who):
        raise RosterError(
            f"line {row.line}, column “{header[at['id']]}”: “{who}” can't be a learner's id; expected a text without "
            "slashes, brackets, quotation marks or a dot at its beginning."
        )
    made = Person(who, first, last, _cell(row, at, "email"), number, row.line)
    for field, value in _texts(made):
        if len(value) > LONGEST:
            raise RosterError(f"line {row.line}: the {field} has {len(value)} characters; expected at most {LONGEST}.")
    return made


def _texts(person: Person) -> Iterator[tuple[str, str]]:
    yield from (("id", person.id), ("first name", person.first_name), ("last name", person.last_name))
    yield from (("e-mail address", person.email),)


def _cell(row: Row, at: Mapping[str, int], field: str) -> str:
    """A cell without the apostrophe or the ="…" by which exports keep a spreadsheet from computing it."""
    if field not in at:
        return ""
    text = unicodedata.normalize("NFC", row.cells[at[field]])
    if formula := re.fullmatch(r'="(.*)"', text):
        text = formula[1]
    return " ".join(re.sub(r"^'(?=\s*[=+\-@＝＋－＠])", "", text).split())
