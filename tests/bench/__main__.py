"""Print every figure that the README and the documents claim: `make bench`."""

from tests.bench import autograde, board

board.main()
autograde.main()
