"""What an English list comes to, of any kind of number: 32%, 28% and 15% of the market, 75% together; W: a, b and c."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.amounts import formula
from desktop.audit.check import Result, World, check
from desktop.audit.english_number import POINTS, TIMES, Number, Told
from desktop.audit.english_numbers import english
from desktop.audit.english_told import amount_of, passed, wrong
from desktop.audit.english_words import HEDGE, VALUE
from desktop.audit.interval import Interval
from desktop.audit.scope import Prose
from desktop.core.text import Text

KEY: Final = "english_sums"
_BEHIND: Final = re.compile(
    r"^(?: of (?:the |its |their )?[a-z]+| [a-z]+)?,? (?:in all|in total|altogether|all told|(?:all"
    r" )?together|combined|between them|overall)\b"
)
_AHEAD: Final = re.compile(
    rf"(?:\b(?:(?:for |making |giving )?an? (?:combined |overall |grand )?total of|a combined"
    rf"|combined,?|totall?ing|totall?ed|totals?|(?:which |together |all )*add(?:s|ed|ing)? up to"
    rf"|sum(?:s|med|ming)? to"
    rf"|together,?(?: they)?(?: now| still| already)? (?:hold|held|make up|made up|account(?:ed)? for"
    rf"|have|had|cost|took|came to|come to|make|made|sold|employ|owned?|bring|brought|carried|carry)"
    rf"|(?:which |together |all )*c[ao]me to|coming to|making)) (?:(?:in all|together|a total of) )?{HEDGE}$"
)
_OTHER: Final = re.compile(
    r"\b(?:up|down|rose|fell|grew|from|than|against|compared|per|each|apiece|of which|including|or|but"
    r"|while|whereas|instead|rather"
    r"|not|by|on top|between|average|half|share|versus|out of|then|after|before|more|less|fewer|a"
    r" (?:year|month|week|day|head))\b|[;–—]"
)
_COLON: Final = re.compile(
    rf"(?P<whole>{VALUE})(?P<what>[^.;:,{VALUE[1:4]}]{{0,60}}): (?P<list>[^.;:]*{VALUE}[^.;:]*,? and"
    rf" [^.;:]*{VALUE}[^.;:]*)"
)
_SOME: Final = re.compile(
    r"\b(?:including|such as|of which|among|largest|biggest|average|first|mostly|mainly|rose|fell|grew"
    r"|up|down|than|per|each|times|more|less|or|half|twice|an? (?:year|month|week|day|head|piece)|for"
    r" example|not|before|after|could)\b|\(|from [\ue000-\uefff]",
    re.I,
)
_SUBJECT: Final = re.compile(
    r",\s*(?!(?:which|together|all|or|and|that|in|an?|for|making|adding|giving|they|these|the (?:two"
    r"|three|four|five))\b)[a-z]"
)
_EVEN: Final = 1.2
SUM: Final = Text("{0}相加是{1}，不是文中的{2}。", "{0} add up to {1}, not {2} as the text says.")


@check(KEY, "英文列举的合计", "what English lists come to", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold a total against the numbers of its list, which stand right before it, or behind its colon."""
    for told in english(piece):
        for n in range(2, len(told.numbers)):
            total = told.numbers[n]
            behind, ahead = _BEHIND.match(told.tail(total, 40)), _AHEAD.search(told.lead(total, 70))
            if behind is not None or ahead is not None:
                cut = ahead.start() if ahead is not None else None
                yield from _total(
                    piece,
                    told,
                    total,
                    told.numbers[:n],
                    len(told.lead(total, 70)) - cut if cut is not None else 0,
                )
        for match in _COLON.finditer(told.marked):
            yield from _behind_colon(piece, told, match)


def _total(piece: Prose, told: Told, total: Number, before: Sequence[Number], ahead: int) -> Iterator[Result]:
    if total.kind in (POINTS, TIMES) or not total.plain:
        return
    parts = [b for b in before if b.kind == total.kind]
    if not 2 <= len(parts) <= 9 or not _is_list(told, parts, total, ahead):
        return
    found, point = _added(parts)
    words = Text("、", ", ").join([p.shown for p in parts])
    shown = amount_of(point, total)
    written = formula("{} = {}", Text(" + ", " + ").join([p.shown for p in parts]), shown)
    runs = [_added(parts[k:])[0] for k in range(len(parts) - 1)] + [_added(parts[:-1])[0]]
    if any(r.meets(total.allows) for r in runs) or _otherwise(told, total, parts, found):
        yield from passed(KEY, (total, *parts), written)
    elif all(p.plain for p in parts):
        yield wrong(KEY, piece, (total, *parts), written, SUM.format(words, shown, total.shown), "total")


def _added(parts: Sequence[Number]) -> tuple[Interval, float]:
    point, most = sum(p.point for p in parts), min(1.0, _EVEN / len(parts) ** 0.5)  # roundings even out
    low, high = (point + most * (sum(ends) - point) for ends in zip(*(p.allows for p in parts), strict=True))
    return Interval(low, high), point


def _is_list(told: Told, parts: Sequence[Number], total: Number, ahead: int) -> bool:
    """Whether commas and an "and" join the parts, and the total follows at once."""
    gaps = [told.between(a, b) for a, b in itertools.pairwise(parts)]
    last = told.between(parts[-1], total)
    last = last[: len(last) - ahead] if ahead else last
    if _SUBJECT.search(last):
        return False  # £5m and £6m, losses came to £90m: a subject of its own
    if (
        any(_OTHER.search(g) or len(g) > 60 for g in gaps)
        or _OTHER.search(last.rstrip(", "))
        or len(last) > 60
    ):
        return False
    if not re.search(r"\b(?:and|plus)\b|&", gaps[-1]) or any(
        "," not in g and " and " not in g for g in gaps[:-1]
    ):
        return False
    if any(told.tail(p, 8).startswith((" a ", " an ", " per ", " each")) for p in parts):
        return False
    lead = re.split(r"[,;:(]", told.lead(parts[0], 40))[-1]
    return not re.search(
        r"\b(?:from|between|by|rose|fell|grew|up|down|than|with|including)\b[^,]{0,12}$", lead
    )


def _otherwise(told: Told, total: Number, parts: Sequence[Number], found: Interval) -> bool:
    """Whether the sum, or a part, with any other number around gives the total: times so many, with so much on top."""
    for other in (*told.before[-6:], *told.numbers):
        if other is total or other in parts:
            continue
        if other.kind == total.kind and (
            found.plus(other.allows).meets(total.allows)
            or found.minus(other.allows).meets(total.allows)
            or other.allows.meets(total.allows)
        ):
            return True
        if other.kind != total.kind and found.times(other.allows).meets(total.allows):
            return True
    one, two = parts[0].allows, parts[-1].allows
    return len(parts) == 2 and one.times(two).meets(total.allows)


def _behind_colon(piece: Prose, told: Told, match: re.Match[str]) -> Iterator[Result]:
    whole = told.number(match["whole"])
    listed = [told.number(m) for m in re.findall(VALUE, match["list"])]
    parts = [p for p in listed if p.kind == whole.kind]
    if (
        len(parts) < 2
        or len(parts) != len(listed)
        or not whole.plain
        or not all(p.plain for p in parts)
        or whole.kind in (POINTS, TIMES)
    ):
        return
    if (
        _SOME.search(match["list"])
        or _SOME.search(match["what"])
        or any(p.point >= whole.point for p in parts)
    ):
        return
    found, point = _added(parts)
    shown = amount_of(point, whole)
    written = formula("{} = {}", Text(" + ", " + ").join([p.shown for p in parts]), shown)
    if found.meets(whole.allows):
        yield from passed(KEY, (whole, *parts), written)
    else:
        words = Text("、", ", ").join([p.shown for p in parts])
        yield wrong(KEY, piece, (whole, *parts), written, SUM.format(words, shown, whole.shown), "colon")
