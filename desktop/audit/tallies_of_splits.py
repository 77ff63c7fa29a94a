"""What is left beside a part that is told with its share: 260万户，外省占78%，约202.8万户，本省57.2万户.

A part, its share and a whole that fit each other leave no doubt of which whole the next amount is the rest of,
whatever else is told between; where no whole is told, the part and its share make one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.interval import Interval, as_claim, digits
from desktop.audit.opposed import opposed
from desktop.audit.passages import RATES, Passage, Told, alike
from desktop.audit.tally import Tally, largest_less, tally_of
from desktop.audit.ways import Way, allowed, plain

SPLIT: Final = "split"
_LEFT: Final = re.compile(r"其余|剩|余下|其他|其它|[只仅]有|还有|[仍尚][有余]|未|没|不(?![到足过])|[余欠]")
_APART: Final = re.compile(
    r"其中|[比较](?![重例])|同比|环比|(?<!新)增|减|[升降涨跌]|均|每|率|最|目标|计划|预计|[去上]年|同期|[多少]于|累计|合计|共|"
    r"平均|[超差]|里[，,]?|(?<!其)中[，,]"
)
_SAID_OF: Final = re.compile(r"占|比[重例]|率|份额|成")
_OF_IT: Final = re.compile(r"[，,（(]?(?:大?约|也|就|便|正好)*占")
_REST: Final = re.compile(r"其余|剩余|剩下|余下")
_MOST: Final = 5  # a whole and its parts
_BESIDE: Final = 14  # characters between a part and its share
_FAR: Final = 24  # characters from these to the rest


def of_splits(passage: Passage) -> Iterator[Tally]:
    """Every amount behind a part and its share that may be what they leave."""
    own = passage.own
    for at, share in enumerate(own):
        if not share.share or share.figure.role == "change" or not 0 < share.value < 100:
            continue
        for n in (at - 1, at + 1):
            if not 0 <= n < len(own) or not _is_pair(passage, own[n], share):
                continue
            part, last = own[n], own[max(n, at)]
            told = own[max(n, at) + 1] if max(n, at) + 1 < len(own) else None
            if told is not None and _is_next(passage, part, last, told):
                found = _left(passage, part, share, told)
                if found is not None:
                    yield found


def of_insides(passage: Passage) -> Iterator[Tally]:
    """Every amount that is the rest of the last whole that 其中 opens: 老茶园1440亩，其中900亩改造，剩余540亩."""
    sizes = passage.sizes
    for at, told in enumerate(sizes):
        if not _REST.search(told.lead) or _APART.search(told.lead):
            continue
        begin = next(
            (n for n in range(at - 1, 0, -1) if "其中" in passage.between(sizes[n - 1], sizes[n])), 0
        )
        parts = sizes[max(0, begin - 1) : at]
        if not begin or len(parts) > _MOST or "其中" in passage.between(parts[-1], told):
            continue
        one_kind = all(
            alike(t, told) and t.sentence == told.sentence and t.figure.role != "change" for t in parts
        )
        plain = not any(_APART.search(t.lead.replace("其中", "")) for t in parts[1:])
        if one_kind and plain and parts[0].value > sum(t.value for t in parts[1:]):
            found = tally_of(told, SPLIT, [largest_less(parts)], sure=True)
            if found is not None:
                yield found


def _is_pair(passage: Passage, part: Told, share: Told) -> bool:
    one, other = (part, share) if part.start < share.start else (share, part)
    if (
        part.share
        or part.figure.unit in RATES
        or part.figure.role == "change"
        or part.sentence != share.sentence
    ):
        return False
    gap = passage.between(one, other)
    return (
        len(gap) <= _BESIDE
        and "；" not in gap
        and _SAID_OF.search(share.lead + share.figure.anchor.quote) is not None
    )


def _is_next(passage: Passage, part: Told, last: Told, told: Told) -> bool:
    """Whether an amount is told right behind a part and its share, of the same kind and of nothing else."""
    gap = passage.between(last, told)
    return (
        alike(part, told)
        and told.sentence == part.sentence
        and told.figure.role != "change"
        and len(gap) <= _FAR
        and _APART.search(gap) is None
    )


def _left(passage: Passage, part: Told, share: Told, told: Told) -> Tally | None:
    claim, own = as_claim(share.figure), allowed(part.figure)
    if claim is None or own is None or share.figure.comparator not in ("=", "~"):
        return None
    after = [t for t in passage.own if t.start > told.start and t.sentence == told.sentence]
    behind = passage.text[told.end : told.end + 1]
    again = len(after) > 1 and after[0].share and _SAID_OF.search(after[0].lead) is not None
    if behind == "、" or again:
        return None  # one of a list
    left = _LEFT.search(told.lead) is not None
    begin = min(part.start, share.start)
    before = [t for t in passage.own if t.end <= begin and part.sentence - t.sentence <= 1 and alike(t, part)]
    wholes = [t for t in before if _is_whole(t, own, claim)]
    if wholes:
        more = any(alike(t, told) and "；" not in passage.between(told, t) for t in after[:1])
        over = part.value + told.value > wholes[-1].value  # else a third may be left untold
        sure = not more and (left or _is_other(part, share, told, over=over))
        return tally_of(told, SPLIT, [_less(wholes[-1], part)], sure=sure)
    # A fee has a rate, and is no part of what is left; 1,500户里，还清的占54% is of all of them.
    words = share.lead + share.figure.anchor.quote
    taken = "占" in words and (part.start > share.start or _OF_IT.match(words) is not None)
    taken = taken and not _LEFT.search(part.lead)
    if not left or not taken or told.figure.comparator != "=":
        return None
    return tally_of(told, SPLIT, [_made_whole(part, share)], sure=True)


def _is_whole(whole: Told, part: Interval, claim: Interval) -> bool:
    own = allowed(whole.figure)
    quotient = part.scaled(100).over(own) if own is not None and whole.figure.role != "change" else None
    return quotient is not None and quotient.meets(claim)


def _less(whole: Told, part: Told) -> Way | None:
    """What a part leaves: one that its share bears out is as fine as it is printed, 约202.8万户 or not."""
    made, own, other = largest_less((whole, part)), digits(whole.figure), digits(part.figure)
    if made is None or own is None or other is None:
        return made
    return made._replace(found=own.minus(other))


def _is_other(part: Told, share: Told, told: Told, *, over: bool) -> bool:
    """Whether two parts are named as two sides of one thing: 全职 and 兼职; of one make, where they are ``over``."""
    one, other = part.name or share.name, told.name
    if not other or one == other:
        return False
    make = len(one) == len(other) > 1 and (one[-1] == other[-1]) != (one[0] == other[0])
    return opposed(one, other) == "binary" or (over and make)


def _made_whole(part: Told, share: Told) -> Way | None:
    own, rate = allowed(part.figure), plain(share.figure)
    if own is None or rate is None or rate.low <= 0 or rate.high - rate.low > 0.02:
        return None
    found = own.times(Interval(1 / rate.high - 1, 1 / rate.low - 1))
    point = part.value * (100 / share.value - 1)
    return Way((part.figure, share.figure, part.figure), found, point, "{} ÷ {} − {}")
