"""Print every figure that the README and the documents claim, or those of the parts named: `make bench`.

python -m tests.bench [everyday] [board] [autograde] [scale] [hostile]
"""

import sys

from tests.bench import autograde, board, everyday, hostile, scale

PARTS = {
    "everyday": everyday.main, "board": board.main, "autograde": autograde.main, "scale": scale.main,
    "hostile": hostile.main,
}  # fmt: skip

if unknown := set(sys.argv[1:]) - set(PARTS):
    raise SystemExit(f"no part {', '.join(sorted(unknown))}; expected some of {', '.join(PARTS)}")
for part in sys.argv[1:] or PARTS:
    PARTS[part]()
