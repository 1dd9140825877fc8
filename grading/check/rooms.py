"""Where the parts of this course stand."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA, NOTEBOOKS, BANKS = ROOT / "data", ROOT / "notebooks", ROOT / "data" / "questions"
SOURCE, KEYS = ROOT / "grading" / "source", ROOT / "grading" / "keys"
LEARNERS = ROOT / "tests" / "data"
GAIN = DATA / "gain" / "questions.toml"
"""The bank of the check-in and the check-out; a course can do without."""
