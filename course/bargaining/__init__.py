"""The models of bargaining: who accepts which deal, and what would have to give. Pure."""

from course.bargaining.positions import Objection, Positions, Relaxation, objections, relaxed
from course.bargaining.zone import deals, distance, openings, smallest_openings, zone

__all__ = [
    "Objection", "Positions", "Relaxation", "deals", "distance", "objections", "openings", "relaxed",
    "smallest_openings", "zone",
]  # fmt: skip
