"""Whether two printed numbers look like one number and its misprint."""

from __future__ import annotations

import re
from typing import Final

from desktop.core.figure import Figure
from desktop.core.value import once

_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALE: Final = re.compile(r"\d\s*(万亿|亿|万|千|million|billion|thousand)")


def digits_alike(one: Figure, other: Figure, least: int) -> bool:
    """Whether two printed numbers are one with digits changed about, or, of ``least`` digits, with one other digit."""
    left, right = _digits(one), _digits(other)
    if not left or len(left) != len(right) or left.find(".") != right.find(".") or left == right:
        return False
    if _scale(one) != _scale(other):
        return False
    figures = left.replace(".", "").rstrip("0"), right.replace(".", "").rstrip("0")
    if min(len(f) for f in figures) < 2:
        return False
    if sorted(left) == sorted(right):
        return True
    return (
        len(figures[0]) == len(figures[1]) >= least
        and sum(x != y for x, y in zip(left, right, strict=True)) == 1
    )


@once
def _digits(figure: Figure) -> str:
    """The first number that it is printed with, without commas; "" where it is in words."""
    found = _NUMBER.search(figure.as_printed)
    return found[0].replace(",", "") if found else ""


def _scale(figure: Figure) -> str:
    found = _SCALE.search(figure.anchor.quote)
    return found[1] if found else ""
