"""Shares: how sure a share is that was counted on few."""

from __future__ import annotations

from math import sqrt

NINETY_FIVE = 1.959964
"""How many standard errors hold 95 % of a normal distribution."""


def interval(yes: int, of: int) -> tuple[float, float]:
    """Between which shares the true one lies, 95 times in a hundred.

    This is the score interval of Wilson ("Probable inference", Journal of the American Statistical
    Association 22, 1927), which stays between 0 and 1 and holds for few, too.

    Args:
        yes: How often it was so.
        of: How often it could have been; 0 says nothing, so that the share is anything from 0 to 1.
    """
    if not of:
        return 0.0, 1.0
    squared = NINETY_FIVE**2
    middle = (yes + squared / 2) / (of + squared)
    width = NINETY_FIVE / (of + squared) * sqrt(yes * (of - yes) / of + squared / 4)
    return round(max(0.0, middle - width), 12), round(min(1.0, middle + width), 12)
