"""What a share of items right earns. Pure.

Up to one half it earns nothing, because who answers at random has so many right. From three quarters on it earns as
much as is right: four fifths of the items, four fifths of the points. Between the two it rises in a straight line.

    right     50 %   60 %   70 %   75 %   80 %   90 %   100 %
    earned     0     30     60     75     80     90     100
"""

from course.asked.counted import Counted

CHANCE = 0.5
"""Up to this share of items right nothing is earned."""
STEEP = 3
"""Points a share, between that and three quarters."""
PLACES = 2
"""Points are given to hundredths."""


def earned(counted: Counted, points: float) -> float:
    """Points for items right. It never falls as more are right; all of them earn all, and fewer do not."""
    if counted.right >= counted.of:
        return points
    share = counted.share
    return round(points * max(0.0, min(share, STEEP * (share - CHANCE))), PLACES)
