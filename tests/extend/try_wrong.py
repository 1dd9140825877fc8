"""In an extended copy: do each step of `wrong.toml`, print what the check says of it, and undo it.

One process for all of them, because starting Python takes longer than checking. The steps leave the course's own
assignments as they are, and these are large: so they are read and judged once, before the first step.
"""

import json
from pathlib import Path
from typing import Any

import grading.check as whole
from grading.check import assignments, faults
from tests.extend.steps import load

ROOT = Path.cwd()
STEPS = load("wrong.toml")["wrong"]
OWN = [name for name in assignments._names() if name != "harbour"]
assert not {
    Path(step.file).parts[2].split("_")[0].split(".")[0] for step in STEPS if step.file.startswith("grading/")
} & {*OWN}

read, inside = assignments.read_source, assignments._inside
READ = {name: read(name, assignments.SOURCE / name, assignments.KEYS) for name in OWN}
CLAIMS = {str(row["id"]) for row in assignments.tables.read("claims")}
INSIDE = {name: list(inside(READ[name][0], CLAIMS)) for name in OWN}
FAMILIES = list(whole.differences(ROOT))


def new(told: Any) -> Any:
    """A check that compares the assignments with the lessons, of the new assignment only."""
    return lambda found, *others: told([each for each in found if each.name not in OWN], *others)


assignments.read_source = lambda name, *where: READ[name] if name in OWN else read(name, *where)
assignments._inside = lambda found, claims: INSIDE[found.name] if found.name in OWN else inside(found, claims)
assignments.agreement_faults = new(assignments.agreement_faults)
assignments.apart_faults = new(assignments.apart_faults)
whole.differences = lambda _: FAMILIES

said = {}
for step in STEPS:
    path = ROOT / step.file
    before = path.read_bytes()
    step.apply(ROOT)
    said[step.does] = list(faults())
    path.write_bytes(before)
print(json.dumps(said))
