"""A choice or an item of a question. Pure."""

from typing import Annotated

import msgspec
from msgspec import Meta

from course.asked.fields import Slug, Text


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A choice, or an item to place, rank or judge."""

    id: Slug
    text: Text
    was: tuple[Slug, ...] = ()
    """Ids it had before; an answer that names one of them means this."""


Options = Annotated[tuple[Option, ...], Meta(min_length=2, max_length=20)]
