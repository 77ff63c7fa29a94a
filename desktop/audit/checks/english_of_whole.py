"""A share told right beside its part, in English: of 200 users, 124, or 62%; $24m of the $48m, half of the total.

The part stands right before the share (or right behind: one in five of the 600 riders, or 120), and its whole is the
one larger number of that kind before it. Any other whole around it acquits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit.amounts import formula, percent
from desktop.audit.check import Result, World, check
from desktop.audit.english_number import SHARE, Number, Told, like
from desktop.audit.english_numbers import english
from desktop.audit.english_told import amount_of, passed, wrong
from desktop.audit.english_wholes import (
    by_name,
    inner_whole,
    is_total,
    parted,
    pointed_to,
    spoken_of,
    whole_of,
)
from desktop.audit.english_words import HEDGE, VALUE
from desktop.audit.interval import Interval
from desktop.audit.scope import Prose
from desktop.core.text import Text

KEY: Final = "english_of_whole"
_OR: Final = (
    r"(?:,? or|,? that is,?|,? i\.e\.,?|,? equal to|,? equivalent to|,? which is|,? representing|,|;|"
    r" [–—-]|\s?[(\[])"
)
_BESIDE: Final = re.compile(
    rf"^{_OR},? (?:just |only |or |i\.e\.,? |that is,? )*{HEDGE}$|^ ?\((?:that is,? |or |i\.e\.,? )?{HEDGE}$"
)
_NOUNS: Final = r"(?: (?!rose|fell|grew|up|down|to|from|and|but|while|than|by)[a-z][a-z'’-]*){0,6}"
_NAMED: Final = re.compile(
    rf"^(?: of (?:them|these|those))?{_NOUNS}(?:,? or|,|\s?\(|,? which (?:is|was)|,? (?:was|is|were|are"
    rf"|made up|makes up|accounted for|accounts for|represented"
    rf"|represents|equals|equalled|came to|comes to)) ?(?:thus |just |only |or )*{HEDGE}$"
)
_AHEAD: Final = re.compile(
    rf"(?::| \(|,| –| —) {HEDGE}(?P<part>{VALUE})(?: [a-z]+)? (?:out )?of (?:(?:the|its|their|all|a"
    rf" total of) )*(?P<of>{VALUE})"
)
_OF: Final = re.compile(
    rf"^(?: of| in) (?:(?:the|that(?! ?[.,;)])|its|their|all|our|this|those|these|his|her|total|annual"
    rf"|overall) ){{0,3}}"
    rf"(?:(?:[a-z]+['’]s )?(?P<whole>{VALUE})|(?:[a-z]+ ){{0,3}}of (?P<later>{VALUE})|(?P<back>that|it|them"
    rf"|those|these)(?=[,.;)]|$)|(?P<noun>total|whole|sum|amount"
    rf"|budget|cost|costs|spending|expenditure|outlay|bill|sales|revenue"
    rf"|turnover|staff|workforce|members|order|money|price|loan|proceeds|number|market|expenses|output"
    rf"|capacity|income)\b)"
)
_CHANGED: Final = re.compile(
    r"\b(?:rose|risen|rise|fell|fallen|fall|grew|grown|growth|increase[ds]?|decrease[ds]?|dropp?e?d?"
    r"|cut|climbed|jumped"
    r"|gained|lost|gain|loss|up|down|by|higher|lower|more|less|fewer|than|from|discount|interest|tax"
    r"|off|added|adds?|raised"
    r"|saving|margin|profit|plus|minus|yield|return|fee|commission|tip|deposit|at|dividend|reduction)\b",
    re.I,
)
_MADE_UP: Final = re.compile(r"\bma(?:de|kes?|king) up\b")
_BOUND: Final = re.compile(r"^ (?:a |an |per |each |every |points?\b)")
_TIMED: Final = re.compile(r"^ ?(?:an?|per|each|every) (?:month|week|day|hour|night)\b")
WRONG: Final = Text("{0} ÷ {1} = {2}，不是文中的{3}。", "{0} ÷ {1} = {2}, not {3} as the text says.")
PART: Final = Text("{1} × {3} = {2}，不是文中的{0}。", "{3} of {1} is {2}, not {0} as the text says.")


@check(KEY, "英文里部分占整体", "a part of its whole in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold shares against the part that stands beside them and the whole before it."""
    for told in english(piece):
        for n, share in enumerate(told.numbers):
            if share.kind == SHARE and not _BOUND.match(told.tail(share)):
                yield from _held(piece, told, n, share)


def _held(piece: Prose, told: Told, n: int, share: Number) -> Iterator[Result]:
    before, after = told.numbers[:n], told.numbers[n + 1 :]
    of = _OF.match(told.tail(share))
    part = before[-1] if before and before[-1].kind != SHARE else None
    after_it = _AHEAD.search(told.marked, share.end - told.start, share.end - told.start + 60)
    if after_it is not None:
        one, whole = told.number(after_it["part"]), told.number(after_it["of"])
        if (
            (n + 1 < len(told.numbers) and told.numbers[n + 1] is one)
            and like(one, whole)
            and one.point < whole.point
        ):
            yield from _judged(piece, told, share, one, whole, sure=True)
            return
    if part is not None and part.plain:
        gap = told.between(part, share)
        beside = _BESIDE.match(gap) is not None
        own = inner_whole(told, before)
        if own is not None and (beside or _NAMED.match(gap)):
            yield from _judged(piece, told, share, own[0], own[1], sure=True)
            return
        named = of is not None and _NAMED.match(gap) is not None
        named = named or (share.words.endswith(("p", "cents", "c", "pence")) and beside)
        beside = beside or (
            re.fullmatch(rf"(?: [a-z]+){{1,6}} ?\({HEDGE}", gap) is not None and parted(told, None, part)
        )
        if (beside or named) and not _changed(told, part, gap):
            mark = (of["whole"] or of["later"]) if of is not None else ""
            noun = of["noun"] if of is not None and of["noun"] else ""
            back = of is not None and of["back"] is not None
            found = (
                pointed_to(told, part)
                if back
                else told.number(mark)
                if mark
                else whole_of(piece, told, part, before, after, noun, loose=named)
            )
            if found is not None and found is not part and like(found, part) and found.point >= part.point:
                yield from _judged(
                    piece,
                    told,
                    share,
                    part,
                    found,
                    sure=bool(mark)
                    or (bool(noun) and is_total(piece, found))
                    or by_name(piece, found, noun)
                    or (bool(noun) and found in before),
                )
            return
    if after and after[0].kind != SHARE and before and _BESIDE.match(told.between(share, after[0])):
        base = whole_of(piece, told, after[0], before, after[1:], "", loose=False)
        if base is not None and not share.plain:
            yield from _judged(piece, told, share, after[0], base, of_part=True)
            return
    if of is not None and not before and (of["whole"] or of["later"] or of["noun"]):
        mark = of["whole"] or of["later"]
        spoken = spoken_of(piece, told, share, told.number(mark) if mark else None)
        if spoken is not None and (len(after) < 2 or not mark):
            yield from _judged(piece, told, share, *spoken, sure=True)
            return
    if of is not None and of["whole"] and after and after[0] is told.number(of["whole"]) and len(after) > 1:
        whole, other = after[0], after[1]
        if _BESIDE.match(re.sub(r"^ [a-z]+", "", told.between(whole, other))) and like(whole, other):
            yield from _judged(piece, told, share, other, whole, of_part=True, sure=True)


def _changed(told: Told, part: Number, gap: str) -> bool:
    lead = re.split(r"[,;:(]", told.lead(part, 40))[-1]
    return _CHANGED.search(lead[-28:]) is not None or _CHANGED.search(_MADE_UP.sub("", gap)) is not None


def _judged(
    piece: Prose,
    told: Told,
    share: Number,
    part: Number,
    whole: Number,
    *,
    of_part: bool = False,
    sure: bool = False,
) -> Iterator[Result]:
    if not whole.point or (_TIMED.match(told.tail(part)) and not _TIMED.match(told.tail(whole))):
        return  # $1,450 a month, 29% of the income of $60,000
    found = part.allows.scaled(100).over(whole.allows)
    if found is None:
        return
    point = part.point / whole.point * 100
    written = formula("{} ÷ {} = {}", part.shown, whole.shown, percent(point))
    figures = (share, part, whole)
    if found.meets(share.allows):
        yield from passed(KEY, figures, written)
        return
    if (share.plain is False and abs(point - share.point) <= share.point * 0.15) or _otherwise(
        told, share, part, sure=sure
    ):
        return
    if of_part:
        shown = amount_of(whole.point * share.point / 100, part)
        said = PART.format(part.shown, whole.shown, shown, share.shown)
        yield wrong(
            KEY, piece, (part, whole, share), formula("{} × {} = {}", whole.shown, share.shown, shown), said
        )
        return
    said = WRONG.format(part.shown, whole.shown, percent(point), share.shown)
    yield wrong(KEY, piece, figures, written, said)


def _otherwise(told: Told, share: Number, part: Number, *, sure: bool) -> bool:
    """Whether the part, or another number around, makes that share of anything else there is around."""
    if sure:  # the whole is named
        return False
    pool = [w for w in (*told.before[-6:], *told.numbers) if like(w, part) and w is not share]
    wholes = [w.allows for w in pool]
    wholes += [a.allows.plus(b.allows) for a in pool for b in pool if a is not b]
    wholes += [a.allows.minus(b.allows) for a in pool for b in pool if a is not b and a.point > b.point]
    for whole in wholes:
        found: Interval | None = part.allows.scaled(100).over(whole) if whole.low > 0 else None
        if found is not None and found.high <= 100.5 and found.meets(share.allows):
            return True
    return False
