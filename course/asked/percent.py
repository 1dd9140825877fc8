"""A learner's probability in words. Pure."""


def in_percent(probability: float) -> str:
    """A probability in per cent, to two places where it has them. What is uncertain never reads 0 or 100."""
    text = f"{100 * probability:.2f}".rstrip("0").rstrip(".")
    return f"{100 * probability:.14g}" if text in ("0", "100") and probability not in (0, 1) else text
