"""How numbers are written in charts and on pages."""


def signed(number: float) -> str:
    """A number with its sign and two places, a true minus, and no sign for zero."""
    text = f"{number:+.2f}"
    return "0.00" if text in ("+0.00", "-0.00") else text.replace("-", "−")


def percent(share: float) -> str:
    """A share of 1 as a percentage without decimals."""
    return f"{100 * share:.0f} %"
