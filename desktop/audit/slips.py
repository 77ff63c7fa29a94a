"""Whether an amount is a computed one with a slip: another power of ten, digits changed about, one other digit."""

from __future__ import annotations

import math
import re
from typing import Final

from desktop.audit.interval import Interval, step_of, value_of
from desktop.core.figure import Figure

_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_PARTS: Final = re.compile(r"([二两三四五六七八九十])分之([一二两三四五六七八九])")
_WORDED: Final = re.compile(r"分之|[成半折]")
_DIGITS: Final = "零一二三四五六七八九十"
_POWERS: Final = (1, -1, 2, -2, 3, -3, 4, -4, 8, -8)
_CLEAR: Final = 3  # digits that one other digit may stand among by mistake, rather than by chance
_BY_CHANCE: Final = 2  # digits that may well stand the other way round in a number of something else
_NARROW: Final = 0.06  # of its middle: a wider interval meets too much
_ROOM: Final = 0.03  # either way, of a number that is hedged or has one digit


def of_scale(claim: Figure, found: Interval) -> int:
    """The power of ten by which a stated amount misses a computed one; 0 where it is no such slip."""
    value = value_of(claim)
    if value is None or value <= 0 or not math.isfinite(found.high):
        return 0
    if _same_digits(claim, (found.low + found.high) / 2):
        return round(math.log10((found.low + found.high) / 2 / value))
    if found.low <= 0 or found.high - found.low > _NARROW * (found.low + found.high):
        return 0
    room = min(_ROOM, step_of(claim) / 2 / value) if claim.comparator == "=" else _ROOM
    own = Interval(value * (1 - room), value * (1 + room))
    return next((k for k in _POWERS if own.scaled(10.0**k).meets(found)), 0)


def _same_digits(claim: Figure, point: float) -> bool:
    """Whether a computed value has the printed digits, three or more of them, at another place."""
    found, value = _NUMBER.search(claim.as_printed), value_of(claim)
    digits = found[0].replace(",", "").replace(".", "").strip("0") if found else ""
    if len(digits) < _CLEAR or not value or point <= 0 or 0.5 < point / value < 2:
        return False
    return f"{point:.{len(digits) - 1}e}".partition("e")[0].replace(".", "") == digits


def number_of(claim: Figure) -> str:
    """The number of a figure in digits, as it is printed or as its words say it: 五千六百四十, 一角四分."""
    found = _NUMBER.search(claim.as_printed)
    if found is not None:
        return found[0].replace(",", "")
    if claim.low is None or _WORDED.search(claim.as_printed):
        return ""
    plain = f"{float(claim.low):.4f}"
    return plain.rstrip("0").rstrip(".")


def of_digits(claim: Figure, point: float, *, replaced: bool = True) -> bool:
    """Whether the printed digits are those of a computed value changed about, or one of three is ``replaced``."""
    own, value = number_of(claim), value_of(claim)
    printed = float(own or 0)
    if not value or not printed or not 0 < point < math.inf:
        return False
    decimals = len(own.partition(".")[2])
    other = f"{point / (value / printed):.{decimals}f}"
    if len(own) != len(other) or own == other:
        return False
    if sorted(own) == sorted(other):
        return len(set(own) - {".", "0"}) > 1 and len(own) > _BY_CHANCE
    if not replaced:
        return False
    clear = max(len(own.replace(".", "").rstrip("0")), len(other.replace(".", "").rstrip("0")))
    return clear >= _CLEAR and sum(a != b for a, b in zip(own, other, strict=True)) == 1


def one_slip(claim: Figure, point: float) -> bool:
    """Whether a number differs from a computed one by one digit or by two that changed places; 两成 is 20."""
    found, value = _NUMBER.search(claim.as_printed), value_of(claim) or 0.0
    parts = _PARTS.search(claim.as_printed)
    if parts is not None:
        n, k = (_DIGITS.index(c.replace("两", "二")) for c in parts.groups())
        near = [(m, k) for m in range(2, 11)] + [(n, m) for m in range(1, n)]
        return any(abs(100 * b / a - point) < 1 for a, b in near if (a, b) != (n, k) and a > b)
    places = len(found[1] or "") if found else 0
    own, other = f"{value:.{places}f}", f"{point:.{places}f}"
    if own == other or abs(len(own) - len(other)) > 1:
        return False
    wide = max(len(own), len(other))
    own, other = own.rjust(wide, "0"), other.rjust(wide, "0")  # 18.5 for 8.5
    return sorted(own) == sorted(other) or sum(a != b for a, b in zip(own, other, strict=True)) == 1


def turned_about(claim: Figure, point: float) -> bool:
    """Whether two neighbouring digits of a computed value are the other way round, or one of four is another."""
    found, value = _NUMBER.search(claim.as_printed), value_of(claim)
    printed = float(found[0].replace(",", "")) if found else 0.0
    if found is None or not value or not printed:
        return False
    own = found[0].replace(",", "").replace(".", "")
    other = f"{point / (value / printed):.{len(found[1] or '')}f}".replace(".", "")
    if len(own) != len(other):
        return False
    apart = [n for n, (a, b) in enumerate(zip(own, other, strict=True)) if a != b]
    if len(apart) == 2:
        one, two = apart
        return two - one == 1 and own[one] == other[two] and own[two] == other[one]
    return len(apart) == 1 and len(own.rstrip("0")) > _CLEAR
