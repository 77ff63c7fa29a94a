"""Whether two printed numbers look like one number and its misprint."""

from __future__ import annotations

import re

from desktop.core.figure import Figure


def digits_alike(one: Figure, other: Figure, least: int) -> bool:
    """Whether two printed numbers are one with digits changed about, or, of ``least`` digits, with one other digit."""
    a, b = (re.search(r"\d[\d,]*(?:\.\d+)?", f.as_printed) for f in (one, other))
    if a is None or b is None or _scale(one) != _scale(other):
        return False
    left, right = a[0].replace(",", ""), b[0].replace(",", "")
    if len(left) != len(right) or left.find(".") != right.find(".") or left == right:
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


def _scale(figure: Figure) -> str:
    found = re.search(r"\d\s*(万亿|亿|万|千|million|billion|thousand)", figure.anchor.quote)
    return found[1] if found else ""
