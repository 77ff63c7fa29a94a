"""So much for each in English: 30 million payments of $1.5 billion, $50 each; 60 vans of 400 crates, 24,000 in all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.amounts import formula
from desktop.audit.check import Result, World, check
from desktop.audit.english_number import COUNTED, POINTS, SHARE, TIMES, Number, Told
from desktop.audit.english_numbers import english
from desktop.audit.english_told import amount_of, passed, wrong
from desktop.audit.english_words import HEDGE, one_of
from desktop.audit.scope import Prose
from desktop.core.text import Text

KEY: Final = "english_each"
_MEAN: Final = re.compile(rf"\b(?:an average|a mean|on average|averaging|average|or) (?:of )?{HEDGE}$")
_AVERAGE: Final = re.compile(rf"\b(?:an average of|a mean of|averaging|on average,?) {HEDGE}$")
_EACH: Final = re.compile(
    r"^(?: [a-z]+)? (?:each|apiece|on average|a head|per head|per person)\b|^ (?:a|an|per|for each|for"
    r" every) (?P<of>[a-z]+)"
)
_MEANT: Final = re.compile(r"^ (?:a|per) [a-z]+ on average\b")
_PERIOD: Final = frozenset(("day", "week", "month", "quarter", "year", "hour", "minute", "night", "annum"))
_NO_TOTAL: Final = re.compile(
    r"\b(?:than|from|compared|against|versus|while|but|whereas|rose|fell|grew|up|down|of which"
    r"|including|per|each|every|average)\b|[;:]"
)
_ONE: Final = re.compile(
    r"\b(?:[Ee]ach|[Ee]very|[Oo]ne|[Aa] single|[Aa]n?) (?:of (?:the|its|their|our) )?(?:(?!of"
    r"|the)[a-z-]+ ){0,2}?(?P<of>[a-z]+)\b[^.;,]{0,45}$"
)
_AT: Final = re.compile(r"^ (?:a|an|per|each|apiece)(?: (?P<of>[a-z]+))?\b")
_MEAN_OF: Final = re.compile(rf"\b(?:averages?|averaged|averaging|on average)(?: [a-z]+){{0,4}} ?{HEDGE}$")
_SO: Final = re.compile(r"\b(?:so|thus|hence|which means)\b")
_APART: Final = re.compile(
    r"\b(?:than|from|compared|against|versus|while|but|whereas|rose|fell|grew|up|down|instead|not)\b|;"
)
QUOTIENT: Final = Text("{0} ÷ {1} = {2}，不是文中的{3}。", "{0} ÷ {1} = {2}, not {3} as the text says.")
PRODUCT: Final = Text("{0} × {1} = {2}，不是文中的{3}。", "{0} × {1} = {2}, not {3} as the text says.")
_NO_SIZE: Final = (SHARE, POINTS, TIMES)


@check(KEY, "英文的每份与总数", "so much for each in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold an average against the total and the count before it, and a total against so many at so much each."""
    for told in english(piece):
        if 2 <= len(told.numbers) <= 6:
            for n in range(1, len(told.numbers)):
                yield from _average(piece, told, told.numbers[:n], told.numbers[n])
            for n in range(len(told.numbers) - 2):
                yield from _product(piece, told, told.numbers[n : n + 3], told.numbers[:n])


def _average(piece: Prose, told: Told, before: Sequence[Number], each: Number) -> Iterator[Result]:
    tail, lead = _EACH.match(told.tail(each, 40)), told.lead(each, 40)
    if (tail is None and _AVERAGE.search(lead) is None) or each.kind in _NO_SIZE or not 1 <= len(before) <= 2:
        return
    if len(before) == 1:
        named = {
            n.point: n
            for n in told.before
            if tail is not None and tail["of"] and n.noun == one_of(tail["of"])
        }
        if len(named) != 1:
            return
        before = (*named.values(), before[0])
    thing = one_of(tail["of"]) if tail is not None and tail["of"] else ""
    one, other = before
    pairs = [(t, n) for t, n in ((one, other), (other, one)) if t.kind == each.kind and n.kind == COUNTED]
    if thing:
        pairs = [
            (t, n)
            for t, n in pairs
            if n.noun == thing or (thing not in _PERIOD and (not n.noun or _MEANT.match(told.tail(each))))
        ]
    elif (
        tail is not None
        and not _MEAN.search(lead)
        and "average" not in tail[0]
        and _NO_TOTAL.search(told.between(one, other))
    ):
        return
    if len(pairs) > 1:
        pairs = [(t, n) for t, n in pairs if n.noun and t.noun != n.noun and t.point > n.point][:1]
    if each.kind == COUNTED:
        pairs = [(t, n) for t, n in pairs if t.noun == each.noun]
    pairs = [(t, n) for t, n in pairs if n.point > 1 and n.point == int(n.point)]
    if (
        len(pairs) != 1
        or (one in told.numbers and _NO_TOTAL.search(told.between(one, other)))
        or thing in _PERIOD
    ):
        return
    total, count = pairs[0]
    gap = told.between(other, each)
    if _APART.search(gap) or re.search(r"\b(?:each|every|per|apiece)\b", gap):
        return
    found = total.allows.over(count.allows)
    if found is None:
        return
    shown = amount_of(total.point / count.point, each)
    written = formula("{} ÷ {} = {}", total.shown, count.shown, shown)
    numbers = (each, total, count)
    counts = [
        n.point for n in (*told.before, *told.numbers) if n.kind == COUNTED and n.point and n is not each
    ]
    if found.meets(each.allows) or any(
        abs(total.point / n - each.point) <= 0.02 * each.point for n in counts
    ):
        yield from passed(KEY, numbers, written)
    else:
        yield wrong(
            KEY, piece, numbers, written, QUOTIENT.format(total.shown, count.shown, shown, each.shown), "each"
        )


def _product(piece: Prose, told: Told, three: Sequence[Number], before: Sequence[Number]) -> Iterator[Result]:
    """At £330 a tonne, 2,000 tonnes cost £660,000; each of the 60 vans carries 400 crates, 24,000 in all."""
    one, other, total = three
    if any(b.kind == total.kind for b in before) or total.kind in _NO_SIZE:
        return
    for each, count in ((one, other), (other, one)):
        if (
            each.kind != total.kind
            or count.kind not in (COUNTED, "mass", "area", "volume", "length")
            or not count.noun
        ):
            continue
        at = _AT.match(told.tail(each, 30))
        each_of = at["of"] if at is not None else None
        ahead = _ONE.search(told.lead(each, 60)) if each is one else None
        within = (
            _ONE.search(re.sub(r"[\ue000-\uefff]\uf8ff* ?", "", told.lead(each, 70)))
            if count is one
            else None
        )
        found = ahead or within
        thing = one_of(each_of) if each_of else one_of(found["of"]) if found is not None else ""
        so = _SO.search(told.between(one, other)) is not None
        if so and each is one and not thing and at is None and _MEAN_OF.search(told.lead(each, 50)):
            thing = count.noun
        if thing != count.noun or (at is not None and each_of is None):
            continue
        words = told.between(one, other) + told.between(other, total)
        if _APART.search(words) or (
            total.kind == COUNTED and total.noun and total.noun not in (each.noun, "all", "total")
        ):
            continue
        size = _unit_size(count)
        made = each.allows.times(count.allows.scaled(1 / size))
        point = each.point * count.point / size
        shown = amount_of(point, total)
        written = formula("{} × {} = {}", count.shown, each.shown, shown)
        numbers = (total, count, each)
        if made.meets(total.allows) or abs(point - total.point) <= 0.02 * total.point:
            yield from passed(KEY, numbers, written)
        elif not _by_twelve(point, total):
            yield wrong(
                KEY,
                piece,
                numbers,
                written,
                PRODUCT.format(count.shown, each.shown, shown, total.shown),
                "total",
            )
        return


def _unit_size(count: Number) -> float:
    """What a tonne or an acre is in the base unit: a price is of the unit that is named."""
    from desktop.core.units import unit

    known = unit(count.figure.unit) if count.figure is not None and count.kind != COUNTED else None
    return known.factor if known is not None else 1.0


def _by_twelve(point: float, total: Number) -> bool:
    """Whether the total is that of a year where the parts are of a month, a week or a day."""
    return any(abs(point * n - total.point) <= 0.02 * total.point for n in (2, 4, 7, 12, 52, 365))
