"""Questions of earlier lessons, asked again: which ones, from the journal, and their panels (`retrieve.py`)."""

from course.retrieval.seen import again

__all__ = ["again"]
