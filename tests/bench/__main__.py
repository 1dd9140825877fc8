"""Print every figure that the README and the documents claim: `make bench`."""

from tests.bench import autograde, board, scale

board.main()
autograde.main()
scale.main()
