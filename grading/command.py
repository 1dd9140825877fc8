"""What the course's own commands for instructors are told, beside nbgrader's."""

import argparse
from pathlib import Path

HERE = Path(__file__).parent


def arguments(name: str, says: str) -> argparse.ArgumentParser:
    """A parser that knows which assignment, where nbgrader's course root is, and where the grade book."""
    asked = argparse.ArgumentParser(prog=f"python -m {name}", description=says)
    asked.add_argument("assignment", help="the assignment's id, such as precondition")
    asked.add_argument("--root", type=Path, default=HERE, help="nbgrader's course root (default: %(default)s)")
    asked.add_argument("--db", default="", help="address of the grade book, if it is not gradebook.db in the root")
    return asked
