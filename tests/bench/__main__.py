"""Print every figure that the README and the documents claim, or those of the parts named: `make bench`.

python -m tests.bench [board] [autograde] [scale] [hostile]
"""

import sys

from tests.bench import autograde, board, hostile, scale

PARTS = {"board": board.main, "autograde": autograde.main, "scale": scale.main, "hostile": hostile.main}

if unknown := set(sys.argv[1:]) - set(PARTS):
    raise SystemExit(f"no part {', '.join(sorted(unknown))}; expected some of {', '.join(PARTS)}")
for part in sys.argv[1:] or PARTS:
    PARTS[part]()
