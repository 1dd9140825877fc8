"""Put events in order on a line."""

from course.kinds.in_order.question import InOrder

__all__ = ["InOrder"]
