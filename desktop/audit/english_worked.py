"""What words say that an English number is: the sum of those before it, the rest of a whole, so much for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop.audit.amounts import formula, percent
from desktop.audit.english_number import COUNTED, POINTS, SHARE, TIME, TIMES, Number, Told, like
from desktop.audit.english_told import amount_of
from desktop.audit.english_words import one_of
from desktop.audit.interval import Interval
from desktop.audit.scope import Prose
from desktop.core.text import Text, same


class Worked(NamedTuple):
    """Operands, how it is written, what to say where it is wrong, and the number that comes out."""

    operands: Sequence[Number]
    written: Text
    said: Text
    point: float


SUM: Final = Text("{0}相加是{1}，不是文中的{2}。", "{0} add up to {1}, not {2} as the text says.")
REST: Final = Text("{0} − {1} = {2}，不是文中的{3}。", "{0} − {1} = {2}, not {3} as the text says.")
TIMES_OF: Final = Text("{0} × {1} = {2}，不是文中的{3}。", "{0} × {1} = {2}, not {3} as the text says.")
OVER: Final = Text("{0} ÷ {1} = {2}，不是文中的{3}。", "{0} ÷ {1} = {2}, not {3} as the text says.")
_COMMON: Final = frozenset(
    ("that", "this", "thus", "with", "share", "made", "were", "from", "about", "million", "billion")
)
_NUMBER: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_THAN: Final = re.compile(r" (?:more|less|fewer|higher|lower|above|below)\b")
_A_TIME: Final = re.compile(r"^(?: of [a-z]+)? (?:an?|per|each|every) (day|week|month|quarter|year)\b")


def worked_as(
    piece: Prose, told: Told, claim: Number, back: re.Match[str], before: Sequence[Number]
) -> Worked | None:
    """What the words say that it is: a sum, the rest of a whole, so many at so much, or so much for each."""
    alike = [n for n in before if like(n, claim)]
    if back["sum"]:
        if len(alike) < 2 or (back["many"] and len(alike) != _NUMBER[back["many"]]):
            return None
        total = sum(n.point for n in alike)
        point, words = amount_of(total, claim), Text("、", ", ").join([n.shown for n in alike])
        written = formula("{} = {}", Text(" + ", " + ").join([n.shown for n in alike]), point)
        return Worked(alike, written, SUM.format(words, point, claim.shown), total)
    rest = back["leaving"] or back["other"] or (back["is"] or "").startswith(("leave", "left"))
    if rest and claim.kind == SHARE:
        taken = sum(n.point for n in alike)
        if not alike or len(alike) != len(before) or not 0 < taken < 100:
            return None
        words, point = Text(" − ", " − ").join([p.shown for p in alike]), same(percent(100 - taken))
        whole_ = Text("100%", "100%")
        said = REST.format(whole_, words, point, claim.shown)
        return Worked(alike, formula("100% − {} = {}", words, point), said, 100 - taken)
    if rest and any(_THAN.match(piece.text, n.end) for n in alike):
        return None  # £12m less than the £20m it hoped for
    if rest:
        whole = max(alike, key=lambda n: n.point, default=None)
        parts = [n for n in alike if n is not whole]
        if whole is None or not parts or sum(p.point for p in parts) > whole.point:
            return None
        left = whole.point - sum(p.point for p in parts)
        point = amount_of(left, claim)
        words = Text(" − ", " − ").join([p.shown for p in parts])
        written = formula("{} − {} = {}", whole.shown, words, point)
        return Worked((whole, *parts), written, REST.format(whole.shown, words, point, claim.shown), left)
    if back["part"]:
        pool = [n for n in before if n.kind not in (SHARE, POINTS, TIMES)]
        return (
            _shared(claim, pool[-1], max(pool[:-1], key=lambda n: n.point))
            if len(pool) > 1 and like(pool[0], pool[-1])
            else None
        )
    timed = _A_TIME.match(told.tail(claim))
    if timed is not None and len(before) > 2:  # of 0.40 a day and 146 a year, the one for the same time
        other = [n for n in before if _a_time(piece, n) not in ("", timed[1])]
        before = [n for n in before if n not in other]
    if len(before) == 2:
        return _worked(claim, before[-2], before[-1])
    own = _stems(told.words[: claim.start - told.start])
    chosen = [n for n in before if _stems(_clause(piece, n)) & own]
    amount = [n for n in before if like(n, claim)]
    return (
        _worked(claim, amount[-1], chosen[0])
        if len(chosen) == 1 and amount and chosen[0] is not amount[-1]
        else None
    )


def _a_time(piece: Prose, own: Number) -> str:
    found = _A_TIME.match(piece.text[own.end : own.end + 40])
    return found[1] if found is not None else ""


def _clause(piece: Prose, own: Number) -> str:
    """The words of the clause that a number stands in."""
    lead = re.split(r"[.,;:]", piece.text[max(0, own.start - 60) : own.start])[-1]
    return lead + " " + re.split(r"[.,;:]", piece.text[own.end : own.end + 40])[0]


def _stems(words: str) -> set[str]:
    return {one_of(w.lower()) for w in re.findall(r"[A-Za-z]{4,}", words)} - _COMMON


def added(parts: Sequence[Number]) -> Interval:
    """What a sum allows: roundings even out."""
    most = min(1.0, 1.2 / len(parts) ** 0.5)
    point = sum(p.point for p in parts)
    low, high = (point + most * (sum(ends) - point) for ends in zip(*(p.allows for p in parts), strict=True))
    return Interval(low, high)


def _worked(claim: Number, one: Number, other: Number) -> Worked | None:
    amount, by = (one, other) if like(one, claim) else (other, one)
    if claim.kind in (SHARE, POINTS, TIME) or not like(amount, claim) or (by.kind == amount.kind != COUNTED):
        return _shared(claim, one, other) if claim.kind == SHARE and like(one, other) else None
    if by.kind not in (COUNTED, SHARE) or not by.point:
        return None
    times = amount.point * (by.point / 100 if by.kind == SHARE else by.point)
    over = amount.point / by.point
    if by.kind != SHARE and abs(over - claim.point) < abs(times - claim.point):
        value, said, sign = over, OVER, "{} ÷ {} = {}"
    else:
        value, said, sign = times, TIMES_OF, "{} × {} = {}"
    point = amount_of(value, claim)
    wording = said.format(amount.shown, by.shown, point, claim.shown)
    return Worked((amount, by), formula(sign, amount.shown, by.shown, point), wording, value)


def _shared(claim: Number, one: Number, other: Number) -> Worked | None:
    small, large = sorted((one, other), key=lambda n: n.point)
    if one.kind in (SHARE, POINTS) or not large.point:
        return None
    share = small.point / large.point * 100
    point = percent(share)
    written = formula("{} ÷ {} = {}", small.shown, large.shown, point)
    return Worked((small, large), written, OVER.format(small.shown, large.shown, point, claim.shown), share)
