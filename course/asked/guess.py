"""How a question is answered by who does not reason, as synthetic learners do to show what a key is worth. Pure."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

import msgspec


class Guessed(msgspec.Struct, frozen=True):
    """Answers of guessers. They leave a kind that overrides nothing blank, and careless readers slip as a whole."""

    def guess(self, chance: Random) -> Any:  # noqa: ANN401, ARG002 - any JSON value
        """An answer by chance, perhaps incoherent; all have about equal chance. None: there is no guessing."""
        return None

    def agree(self) -> Any:  # noqa: ANN401 - any JSON value
        """The answer of who agrees with everything and takes what comes first; None: as good as a guess."""
        return None

    def match(self, heard: Mapping[str, float], nearest: Callable[[str, Sequence[str]], int]) -> Any:  # noqa: ANN401, ARG002
        """The answer of who goes by the sound of words; None: as good as a guess.

        Args:
            heard: option to the share of its words that the claims to reread have too.
            nearest: which of some texts sounds most like one.
        """
        return None

    def slip(self, right: Any, wrong: Any, slips: Callable[[], bool]) -> Any:  # noqa: ANN401 - any JSON values
        """The right answer, or the wrong one where its author slips, asked anew for each part that stands by itself."""
        return wrong if slips() else right
