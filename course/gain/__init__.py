"""The check-in and the check-out: drawn for each learner, read from the journal, and what was gained between them."""

from course.gain.draw import IN, OUT
from course.gain.measure import Gain, measure
from course.gain.read import Given, given, points

__all__ = ["IN", "OUT", "Gain", "Given", "given", "measure", "points"]
