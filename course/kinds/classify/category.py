"""A place for items. Pure."""

from typing import Annotated

import msgspec
from msgspec import Meta

from course.asked.fields import Slug, Text


class Category(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place for items. `max` bounds how many items it can hold; more is incoherent."""

    id: Slug
    text: Text
    max: Annotated[int, Meta(ge=1)] | None = None
    was: tuple[Slug, ...] = ()
    """Ids it had before; an answer that names one of them means this."""
