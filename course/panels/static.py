"""The form of a question that needs no kernel, as a panel stores it: the question only, never an answer. Pure."""

from course.asked.form import points, static_html, static_text

__all__ = ["points", "static_html", "static_text"]
