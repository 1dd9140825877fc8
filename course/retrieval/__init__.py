"""Questions of earlier lessons, asked again: which ones, from the journal, and their panels."""

from course.retrieval.again import retrieve

__all__ = ["retrieve"]
