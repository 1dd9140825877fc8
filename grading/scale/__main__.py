"""Command line of `grading.scale`."""

import argparse
import sys
from pathlib import Path

from grading.handout.assignment import AssignmentError, load_assignment

HERE = Path(__file__).resolve().parents[1]


def main() -> None:
    """Score, and say how far it has come."""
    options = _options()
    try:
        from grading.scale.run import cluster, score_all  # noqa: PLC0415 - the extra may be missing
    except ModuleNotFoundError as e:
        sys.exit(f"{e.name} is missing; install the extra: pip install 'reading-diplomatic-signals[scale]'.")
    try:
        assignment = load_assignment(
            options.assignment, _bank(options.course, options.assignment), options.course / "keys"
        )
        with cluster(options.scheduler, options.workers, options.timeout) as client:
            total, before = score_all(assignment, options.journals, options.out, client, options.chunk)
    except (AssignmentError, OSError) as e:
        sys.exit(str(e))
    sys.stderr.write(f"{total:,} journals in {options.out}, {before:,} of them from before\n")


def _bank(course: Path, assignment: str) -> Path:
    """What learners received, or the source where nothing was released."""
    release = course / "release" / assignment
    return release if release.is_dir() else course / "source" / assignment


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m grading.scale", description="Score journals with Dask, into Parquet.")
    parser.add_argument("assignment", help="the assignment's id")
    parser.add_argument("journals", type=Path, help="nbgrader's submitted/, a folder of <student>.json, or Parquet")
    parser.add_argument("--out", type=Path, required=True, help="folder of the scores; what is there is gone on with")
    parser.add_argument("--scheduler", help="address of a Dask scheduler; a cluster on this machine by default")
    parser.add_argument("--workers", type=int, help="processes of that cluster; one a core by default")
    parser.add_argument("--timeout", type=float, default=30, help="seconds to wait for the scheduler (%(default)s)")
    parser.add_argument("--chunk", type=int, default=1000, help="journals a part (%(default)s)")
    parser.add_argument("--course", type=Path, default=HERE, help="nbgrader's course root (this one)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
