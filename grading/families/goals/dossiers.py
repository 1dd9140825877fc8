"""Twelve invented dossiers on a card and its price. Pure.

Each is built as the brief's case of the prisoners is: a price (P) that needs a visit (V), a visit that needs two
matters to be tied (L), a line that keeps them apart, a hope for what a visit would bring (T), and a fact that
changes nothing (Q).
"""

from typing import Any

import msgspec

from course.argument import Proposition, Statement, sentence

CHAIN = (("only_if", "PV"), ("only_if", "VL"), ("not", "L"))
"""What the argument needs, as forms and letters."""
IDLE = (("if", "VT"), ("is", "Q"))
"""What else the dossier says."""


def stated(form: Any, of: str) -> Statement:  # noqa: ANN401 - a form of statements
    """A statement about letters of a dossier."""
    return Statement(form, tuple(of))


class Dossier(msgspec.Struct, frozen=True):
    """One case.

    Attributes:
        about: what it is on, after “an invented dossier on”.
        clauses: of P, V, L, T and Q, each with its negation.
    """

    about: str
    clauses: tuple[tuple[str, str], ...]

    @property
    def propositions(self) -> dict[str, Proposition]:
        """Letter to proposition."""
        return {letter: Proposition(letter, *pair) for letter, pair in zip("PVLTQ", self.clauses, strict=True)}

    def line(self, form: Any, of: str) -> str:  # noqa: ANN401 - a form of statements
        """A statement as a plain sentence."""
        return sentence(stated(form, of), self.propositions)


def _dossier(about: str, five: str) -> Dossier:
    rows = (line.split("/") for line in five.strip().splitlines())
    return Dossier(about, tuple((one.strip(), other.strip()) for one, other in rows))


DOSSIERS = (
    _dossier(
        "a ship that Tarmund holds",
        """
        the ship brings Tarmund its loan / the ship brings Tarmund no loan
        the bank’s director comes / the bank’s director stays at home
        Ostavia ties the ship to money matters / Ostavia keeps the ship apart from money matters
        the harbours are opened / the harbours stay closed
        Tarmund feeds the crew well / Tarmund feeds the crew badly""",
    ),
    _dossier(
        "the miners whom Quellin holds",
        """
        the miners buy Quellin a summit / the miners buy Quellin no summit
        the chancellor of Hadern travels / the chancellor of Hadern does not travel
        Hadern mixes the miners with the border question / Hadern does not mix the miners with the border question
        the border is redrawn / the border is not redrawn
        Quellin lets the miners write home / Quellin does not let the miners write home""",
    ),
    _dossier(
        "two pilots whom Mirrow holds",
        """
        the pilots earn Mirrow its recognition / the pilots earn Mirrow no recognition
        the queen of Stellen receives an envoy / the queen of Stellen receives no envoy
        Stellen makes the pilots part of its treaty talks / Stellen leaves the pilots out of its treaty talks
        an embassy is opened / no embassy is opened
        Mirrow shows the pilots on television / Mirrow does not show the pilots on television""",
    ),
    _dossier(
        "the crown that Osk has taken",
        """
        the crown gets Osk its port / the crown gets Osk no port
        the admiral of Vardia sails in / the admiral of Vardia does not sail in
        Vardia joins the crown to the port question / Vardia separates the crown from the port question
        a sea treaty is signed / no sea treaty is signed
        Osk keeps the crown in a museum / Osk does not keep the crown in a museum""",
    ),
    _dossier(
        "a herd that the valley keeps",
        """
        the herd wins the valley its water / the herd wins the valley no water
        the mayor of the city comes up / the mayor of the city does not come up
        the city treats herd and water as one matter / the city treats herd and water as two matters
        the old canal is reopened / the old canal is not reopened
        the valley gives the herd hay / the valley gives the herd no hay""",
    ),
    _dossier(
        "the maps that the guild hides",
        """
        the maps bring the guild its charter / the maps bring the guild no charter
        the queen herself comes to the guild hall / the queen herself does not come to the guild hall
        the court links the maps with trade rights / the court does not link the maps with trade rights
        a fair is set up / no fair is set up
        the guild copies the maps / the guild does not copy the maps""",
    ),
    _dossier(
        "a train that Sorrel has stopped",
        """
        the train buys Sorrel its gas / the train buys Sorrel no gas
        the premier of Brackmar comes to the station / the premier of Brackmar keeps away from the station
        Brackmar deals with train and gas together / Brackmar deals with train and gas separately
        a pipeline is built / no pipeline is built
        Sorrel heats the train / Sorrel does not heat the train""",
    ),
    _dossier(
        "the divers whom Terrin has arrested",
        """
        the divers gain Terrin its airspace / the divers gain Terrin no airspace
        a general of Gault flies in / no general of Gault flies in
        Gault puts the divers on the list for the air talks / Gault keeps the divers off the list for the air talks
        the air talks are reopened / the air talks are not reopened
        Terrin allows the divers a lawyer / Terrin allows the divers no lawyer""",
    ),
    _dossier(
        "a chest that the crew has hidden",
        """
        the chest earns the crew its pardon / the chest earns the crew no pardon
        the governor steps on board / the governor does not step on board
        the governor bargains over chest and law together / the governor never bargains over chest and law together
        the ship may land / the ship may not land
        the crew paints the ship / the crew does not paint the ship""",
    ),
    _dossier(
        "the statue that Palden has bought",
        """
        the statue gets Palden its seat in the league / the statue gets Palden no seat in the league
        the president of Ruhm visits the museum / the president of Ruhm does not visit the museum
        Ruhm connects the statue with the league / Ruhm does not connect the statue with the league
        a festival is held / no festival is held
        Palden cleans the statue / Palden does not clean the statue""",
    ),
    _dossier(
        "the files that the clinic keeps",
        """
        the files bring the clinic its licence / the files bring the clinic no licence
        the minister comes in person / the minister does not come in person
        the ministry weighs files and licence together / the ministry weighs files and licence separately
        a new ward is opened / no new ward is opened
        the clinic locks the files up / the clinic does not lock the files up""",
    ),
    _dossier(
        "a bridge that the port has closed",
        """
        the bridge wins the port its branch line / the bridge wins the port no branch line
        the head of the railway comes to the quay / the head of the railway does not come to the quay
        the railway ties bridge and branch line together / the railway does not tie bridge and branch line together
        the ferry runs again / the ferry does not run again
        the port repairs the bridge / the port does not repair the bridge""",
    ),
)
