"""Write the published schemas anew."""

from pathlib import Path

from course.schemas import KINDS, text

for kind in KINDS:
    Path(__file__).with_name(f"{kind}.schema.json").write_text(text(kind), "utf-8")
