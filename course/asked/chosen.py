"""Questions that are answered by choices. Pure."""

from typing import Any

from course.asked.prose import as_text
from course.asked.question import Asked, Lines, Option, Options, fitting


class OfChoices(Asked, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question with choices, of which one or several are the answer."""

    choices: Options

    @property
    def options(self) -> tuple[Option, ...]:
        """Its choices."""
        return self.choices

    def page(self) -> dict[str, Any]:
        """What to do stands over the choices."""
        return {"ask": self.instruction}

    def in_words(self, answer: Any) -> Lines:  # noqa: ANN401 - any JSON value
        """What was chosen, whether one choice or a list."""
        texts = {o.id: as_text(o.text) for o in self.choices}
        chosen = answer if isinstance(answer, list) else [answer] if answer is not None else []
        return fitting(texts.get(c) if isinstance(c, str) else None for c in chosen)
