"""Print every figure that the README and the documents claim, or those of the parts named: `make bench`.

python -m tests.bench [everyday] [opening] [board] [autograde] [score] [scale] [hostile] [site]
"""

from tests.bench import autograde, board, everyday, hostile, opening, scale, score, site
from tests.bench.choose import chosen

PARTS = {
    "everyday": everyday.main, "opening": opening.main, "board": board.main, "autograde": autograde.main,
    "score": score.main, "scale": scale.main, "hostile": hostile.main, "site": site.main,
}  # fmt: skip

for part in chosen("part", PARTS):
    PARTS[part]()
