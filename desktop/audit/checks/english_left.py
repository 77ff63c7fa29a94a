"""What is left of an amount, in English, also over two sentences: £9m, of which £6m has been repaid, leaving £3m."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.amounts import formula
from desktop.audit.check import Result, World, check
from desktop.audit.english_number import POINTS, SHARE, TIMES, Number, Told
from desktop.audit.english_numbers import english
from desktop.audit.english_told import amount_of, passed, wrong
from desktop.audit.english_words import HEDGE
from desktop.audit.interval import Interval
from desktop.audit.scope import Prose
from desktop.core.text import Text, same

KEY: Final = "english_left"
_LEAVES: Final = re.compile(
    rf"\b(?:leaving|leaves|(?:which|that|this|it) (?:has )?left|(?:That|This|It) left)(?: (?:them|it|us"
    rf"|him|her|a|the|just|only|behind|[a-z]+ with))* ?{HEDGE}$"
)
_SO_LEFT: Final = re.compile(
    r"^(?: [a-z]+){0,2} (?:is|are|was|were|remains?|remained) (?:still )?(?:left|unspent|outstanding"
    r"|remaining)\b|^(?: [a-z]+){0,2} (?:remains?|remained|left)\b"
)
_SO: Final = re.compile(rf"(?:,? (?:so|meaning|which means)(?: that)?(?: just| only)?|[.;,]) ?{HEDGE}$")
_BROUGHT: Final = re.compile(
    rf"\b(?:bring(?:s|ing)?|brought|tak(?:es?|ing)|took|cut(?:s|ting)?|reduc(?:es|ing|ed)|push(?:es|ed"
    rf"|ing)|rais(?:es|ed|ing)) (?:it|them|(?:the|its|their) [a-z]+(?: [a-z]+)?)?(?: back)?(?: down|"
    rf" up)? ?to {HEDGE}$"
)
_BY: Final = re.compile(
    rf"^\s*(?:It|They|This|That|The (?:number|figure|total|price))\b.*\b(?P<verb>fell|dropped|shrank"
    rf"|declined|rose|grew|climbed|increased)(?: again| then| back| further)? by \S+ to {HEDGE}$"
)
_BRINGS: Final = re.compile(r"\b(?:bring(?:s|ing)?|brought|takes|taking|took)\b")
_UP: Final = ("rose", "grew", "climbed", "increased")
_NO: Final = re.compile(
    r"\b(?:per|a (?:year|month|week|day)|each|apiece|average|than|compared|against|versus|half of it|a share)\b"
)
_AGO: Final = re.compile(r"^ (?:a|an|per|each|apiece|every)\b(?! (?:year|month))")
LEFT: Final = Text("{0} = {1}，不是文中的{2}。", "{0} = {1}, not {2} as the text says.")
_MOST: Final = 6


@check(KEY, "英文里剩下的数", "what is left, in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold what is left, and what a change brings an amount to, against the amounts before it in its paragraph."""
    for told in english(piece):
        for n, rest in enumerate(told.numbers):
            if rest.kind in (POINTS, TIMES) or not rest.plain:
                continue
            before = (*told.before, *told.numbers[:n])
            lead = told.lead(rest, 90)
            if _LEAVES.search(lead) or (_SO.search(lead) and _SO_LEFT.match(told.tail(rest, 40))):
                yield from _left(piece, told, rest, before, told.numbers[:n])
            elif _BROUGHT.search(lead):
                yield from _brought(piece, told, rest, before)
            elif (by := _BY.search(told.marked[: rest.start - told.start])) is not None:
                yield from _by(piece, rest, before, up=by["verb"] in _UP)


def _left(
    piece: Prose, told: Told, rest: Number, before: Sequence[Number], own: Sequence[Number]
) -> Iterator[Result]:
    near = [b for b in own if b.kind == rest.kind]
    far = [b for b in before if b.kind == rest.kind]
    if len(near) < 2 and (len(near) != len(far) or len(near) < 1):
        near = (
            far[-4:]
            if len(far) <= 4 and re.match(r"\s*(?:That|This|It|Which|So)\b|.*\bleaving\b", told.marked)
            else []
        )
    if (
        not 2 <= len(near) <= _MOST
        or _NO.search(told.marked[: rest.start - told.start])
        or _AGO.match(told.tail(rest, 12))
    ):
        return
    whole = max(near, key=lambda b: b.point)
    parts = [b for b in near if b is not whole]
    point = whole.point - sum(p.point for p in parts)
    if any(p.point == whole.point for p in parts) or (point <= 0 and len(parts) > 1):
        return
    if near[0] is not whole and len(near) > 2 and near[-1] is not whole:
        pass_only = True
    else:
        pass_only = len({b.point for b in near}) != len(near)
    words = Text(" − ", " − ").join([whole.shown, *(p.shown for p in parts)])
    shown = amount_of(point, rest)
    written = formula("{} = {}", words, shown)
    numbers = (rest, whole, *parts)
    sure = all(b in own for b in near)
    if _made(rest, near if sure else far[-_MOST:]) or _by_share(rest, own if sure else before):
        yield from passed(KEY, numbers, written)
    elif not pass_only and point > 0:
        yield wrong(KEY, piece, numbers, written, LEFT.format(words, shown, rest.shown), "left")


def _made(rest: Number, pool: Sequence[Number]) -> bool:
    """Whether adding and taking off some numbers gives the rest."""
    for size in range(2, len(pool) + 1):
        for some in itertools.combinations(pool, size):
            for signs in itertools.product((1, -1), repeat=size - 1):
                found = some[0].allows
                for sign, one in zip(signs, some[1:], strict=True):
                    found = found.plus(one.allows.scaled(sign))
                if found.meets(rest.allows) or found.scaled(-1).meets(rest.allows):
                    return True
    return False


def _by_share(rest: Number, before: Sequence[Number]) -> bool:
    """Whether a share of an amount before, or all but a share, gives it."""
    shares = [b.allows.scaled(0.01) for b in before if b.kind == SHARE][-4:]
    like = [b.allows for b in before if b.kind == rest.kind][-4:]
    one = Interval(1.0, 1.0)
    return any(
        a.times(f).meets(rest.allows) for a in like for s in shares for f in (s, one.minus(s), one.plus(s))
    )


def _brought(piece: Prose, told: Told, now: Number, before: Sequence[Number]) -> Iterator[Result]:
    """20% off $50 brings it to $40; 90 of 450 laid off bring the number to 360."""
    recent = [b for b in before if b.start >= told.start] or list(before[-4:])
    if len([b for b in recent if b.kind != TIMES]) < 2:
        recent = list(before[-4:])
    like, shares = (
        [b for b in recent if b.kind == now.kind],
        [b for b in recent if b.kind == SHARE and now.kind != SHARE],
    )
    pool = [b for b in before if b.kind == now.kind][-_MOST:]
    if _made(now, pool) or _by_share(now, recent):
        yield from passed(KEY, (now, *like), same(""))
        return
    if len(like) == 1 and len(shares) == 1 and like[0].plain and shares[0].plain:
        whole, share = like[0], shares[0]
        words = Text("{} × (100% − {})", "{} × (100% − {})").format(whole.shown, share.shown)
        point = whole.point * (1 - share.point / 100)
    elif len(like) == 2 and len(pool) == 2 and _BRINGS.search(told.lead(now, 60)):
        whole, share = sorted(like, key=lambda b: -b.point)
        words = Text("{} − {}", "{} − {}").format(whole.shown, share.shown)
        point = whole.point - share.point
    else:
        return
    shown = amount_of(point, now)
    said = LEFT.format(words, shown, now.shown)
    yield wrong(KEY, piece, (now, whole, share), formula("{} = {}", words, shown), said, "brought")


def _by(piece: Prose, now: Number, before: Sequence[Number], *, up: bool) -> Iterator[Result]:
    """They fell by half to 3 million: of the last number of that kind before."""
    by = before[-1] if before else None
    known = [b for b in before[:-1] if b.kind == now.kind]
    if by is None or not known or (by.kind == now.kind and by.kind == SHARE):
        return
    was = known[-1]
    if by.kind == SHARE:
        change = by.allows.scaled(0.01 if up else -0.01)
        found, point = (
            was.allows.times(Interval(1 + change.low, 1 + change.high)),
            was.point * (1 + (by.point if up else -by.point) / 100),
        )
        words = Text("{} × (100% {} {})", "{} × (100% {} {})").format(
            was.shown, same("+" if up else "−"), by.shown
        )
    elif by.kind == now.kind:
        found = was.allows.plus(by.allows.scaled(1 if up else -1))
        point = was.point + (by.point if up else -by.point)
        words = Text("{} {} {}", "{} {} {}").format(was.shown, same("+" if up else "−"), by.shown)
    else:
        return
    shown = amount_of(point, now)
    written = formula("{} = {}", words, shown)
    if found.meets(now.allows) or _by_share(now, before) or _made(now, known[-_MOST:]):
        yield from passed(KEY, (now, was, by), written)
    else:
        yield wrong(KEY, piece, (now, was, by), written, LEFT.format(words, shown, now.shown), "by")
