"""The fields that questions, answers and keys are made of, with what their schema says."""

from typing import Annotated

from msgspec import Meta

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60, description="lower-case-with-hyphens")]
Text = Annotated[str, Meta(min_length=1, max_length=2000)]
ClaimId = Annotated[str, Meta(pattern=r"^C\d{3}$", description="a claim of the brief, such as C025")]
MisconceptionId = Annotated[str, Meta(pattern=r"^M\d{2}$", description="a misconception of the mark scheme")]
Points = Annotated[float, Meta(gt=0, le=100)]
Pair = tuple[Slug, Slug]
