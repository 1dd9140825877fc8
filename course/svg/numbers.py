"""How numbers are written in charts and on pages."""


def signed(number: float) -> str:
    """A number with its sign and two places, a true minus, and no sign for zero."""
    text = f"{number:+.2f}"
    return "0.00" if text in ("+0.00", "-0.00") else text.replace("-", "−")


def percent(share: float) -> str:
    """A share of 1 as a percentage without decimals; one that is not all or nothing does not read so."""
    text = f"{100 * share:.0f}"
    return f"{f'{100 * share:.14g}' if text in ('0', '100') and share not in (0, 1) else text} %"
