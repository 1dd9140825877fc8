"""What colours look like to people: contrast as WCAG 2 has it, and three kinds of colour blindness."""

from itertools import combinations

import numpy as np

# Machado, Oliveira and Fernandes (2009), severity 1, for linear RGB.
BLINDNESS = {
    "none": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
# sRGB to CIE XYZ under D65 (IEC 61966-2-1), divided by the white point.
_TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
_TO_XYZ /= _TO_XYZ.sum(axis=1, keepdims=True)


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The contrast ratio of two colours (red, green, blue, 0 to 255), from 1 to 21."""
    low, high = sorted(float(_TO_XYZ[1] @ _linear(c)) for c in (one, other))
    return (high + 0.05) / (low + 0.05)


def closest(colours: dict[str, tuple[int, ...]], kind: str) -> tuple[float, str, str]:
    """The pair of colours that are hardest to tell apart with a kind of colour blindness, and how far apart they are.

    Returns:
        The distance in CIE L*a*b* (2.3 is just noticeable), and the names of the two.
    """
    seen = {name: _lab(np.clip(BLINDNESS[kind] @ _linear(c), 0, 1)) for name, c in colours.items()}
    return min((float(np.linalg.norm(seen[a] - seen[b])), a, b) for a, b in combinations(colours, 2))


def _linear(colour: tuple[int, ...]) -> np.ndarray:
    c = np.array(colour[:3]) / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def _lab(linear: np.ndarray) -> np.ndarray:
    t = _TO_XYZ @ linear
    x, y, z = np.where(t > (6 / 29) ** 3, np.cbrt(t), t * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])
