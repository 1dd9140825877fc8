"""An error that a learner or a teacher meets in a notebook."""


class PlainError(Exception):
    """An error whose message says everything: a notebook shows the message and no traceback."""

    def _render_traceback_(self) -> list[str]:  # IPython asks for this name
        return [str(self)]
