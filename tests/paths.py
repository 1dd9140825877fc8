"""Where things stand that tests read."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LESSON_NOTEBOOKS = [path for path in NOTEBOOKS if path.stem[:2].isdigit()]
REFERENCE = ROOT / "notebooks" / "reference.ipynb"
LESSON_BANKS = sorted((ROOT / "data" / "questions").glob("*.toml"))
EVERY_TYPE = ROOT / "tests" / "browser" / "every_type.toml"
WEIGH = ROOT / "tests" / "browser" / "weigh.toml"
CASES = ROOT / "tests" / "weighing" / "cases.json"
ARGUE = ROOT / "tests" / "browser" / "argue.toml"
FORETELL = ROOT / "tests" / "browser" / "foretell.toml"
