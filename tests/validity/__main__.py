"""Print the report of every assignment, or of those named: `python -m tests.validity [assignment …]`."""

import sys

from tests.validity.show import show

if __name__ == "__main__":
    try:
        show(sys.argv[1:])
    except ValueError as e:
        sys.exit(str(e))
