"""What is left, worked out in the text: 收了6,000元，队服5,280元，还余720元; a stock less what was sold."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.scope import Section
from desktop.audit.ways import Way, like, signed
from desktop.audit.worked import Worked, worked
from desktop.audit.worked_told import held, slipped
from desktop.core.figure import Figure

KEY: Final = "worked_rests"
_PLAIN: Final = re.compile(  # nothing but that something is left
    r"^\s*(?:最后|于是|这样|那么|所以|因此|结果|到头来|收支|两者|还|只|仅|仍|就|净|约|应|相抵|之?后|一个?月|全年|一年|便)*"
    r"(?:剩余?|结余|盈余|余|短缺?|差|缺)(?:下来?|了|有|出)?(?:大?约|近|不到)?$|"
    r"^\s*(?:which )?(?:leaving|leaves|left)\b[^,]*$",
    re.I,
)
_NET: Final = re.compile(
    r"剩|余|[净倒短差缺]|到手|落下|落袋|[亏赚挣]|[还仍尚]欠|应[有剩为]|[多少][得付花交收]|利息|实际|[只还]有|"
    r"leav|left|remain|net|short|surplus",
    re.I,
)
_MARKS: Final = frozenset("剩余净倒短差缺落到亏赚挣欠应付花交收得利实有lLrRnNsS")  # of which each has one
_NO_REST: Final = re.compile(r"每(?![百千万]元)|均|率|累计|合计|[总共]|最|第|同比|增长|上年")
_THAT_IS: Final = re.compile(r"^\s*(?:等于|也?就是|即|相当于|意味着)(?!.*[均率增降涨跌])")
_HUNDRED: Final = re.compile(r"每(?P<n>[百千万])元")
_SIZES: Final = {"百": 100.0, "千": 1000.0, "万": 10000.0}
_EACH: Final = re.compile(r"每(?![月年天日周])|均|单价")
_MOST: Final = 5  # amounts that a chain of subtractions may have


@check(KEY, "算出的余数", "rests worked out", "section")
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold what is left against the amounts before it; a slip of digits or scale is told of any difference."""
    for told in worked(piece):
        words = told.clause + told.figure.anchor.quote[:4]
        if (
            _MARKS.isdisjoint(words)
            or "、" in told.lead
            or " than " in told.sentence
            or (
                _HUNDRED.search(told.sentence) and not _HUNDRED.search(told.clause)
            )  # of which all before is taken
            or not _NET.search(words)
            or (_NO_REST.search(words) and not _THAT_IS.match(words))
        ):
            continue
        hundred = _HUNDRED.search(told.clause)
        if hundred is not None:
            yield from _of_a_hundred(told, _SIZES[hundred["n"]])
            continue
        alike = _whole_amounts(told, told.before)
        sure = len(alike) > 1 and tuple(alike[-2:]) == told.before[-2:]
        sure = sure and (_PLAIN.match(told.lead) is not None or _THAT_IS.match(told.clause) is not None)
        if sure:
            yield from _plainly(told, alike)
        else:
            found = list(slipped(KEY, told, _rests(told, alike)))
            yield from found or slipped(KEY, told, _any_rests(told, alike), replaced=False)


def _whole_amounts(told: Worked, pool: Sequence[Figure]) -> list[Figure]:
    """The amounts of its kind that are not for each of something."""
    return [
        f for f in pool if like(f, told.figure) and not _EACH.search(f.anchor.prefix[-8:].rpartition("，")[2])
    ]


def _plainly(told: Worked, alike: Sequence[Figure]) -> Iterator[Result]:
    """What the words call nothing but the rest: of the two amounts before it, or of all of its sentence."""
    above = _whole_amounts(told, told.earlier)[-1:]
    known = [_rest(alike[-size:]) for size in range(2, min(len(alike), _MOST) + 1)]
    found = [w for w in (*known, _rest((*above, *alike)) if above else None) if w is not None]
    slips = list(slipped(KEY, told, found))
    if slips:
        yield from slips
    elif found:
        whole = len(alike) == len(told.before)
        yield from held(KEY, told, (known[-1] or found[-1]) if whole else found[0])


def _of_a_hundred(told: Worked, whole: float) -> Iterator[Result]:
    """四项共107元，也就是每百元倒亏7元."""
    for total in reversed(told.before):
        own, value = as_claim(total), value_of(total)
        if (
            like(total, told.figure)
            and own is not None
            and value is not None
            and whole / 2 < value < 2 * whole
        ):
            low, high = sorted((own.low - whole, own.high - whole), key=abs)
            sign, ends = (
                (f"{{}} − {whole:g}", (low, high)) if value > whole else (f"{whole:g} − {{}}", (-low, -high))
            )
            yield from held(
                KEY, told, Way((total,), Interval(min(ends), max(ends)), abs(value - whole), sign)
            )
            return


def _rest(alike: Sequence[Figure]) -> Way | None:
    """The first less the others, or the largest less the others; None where less than nothing is left."""
    if len(alike) < 2:
        return None
    top = max(range(len(alike)), key=lambda at: value_of(alike[at]) or 0.0)
    for at in dict.fromkeys((0, top)):
        made = signed((alike[at], *alike[:at], *alike[at + 1 :]), (1, *(-1 for _ in alike[1:])))
        if made is not None and made.point > 0:
            return made
    return None


def _rests(told: Worked, alike: Sequence[Figure]) -> Iterator[Way | None]:
    """The differences that may be meant, the likeliest first."""
    earlier = _whole_amounts(told, told.earlier)
    items = [f for f in told.items if like(f, told.figure)]
    if len(items) == len(told.items) > 1:
        for one in (*alike[-2:], *earlier[-2:]):
            yield signed((one, *items), (1, *(-1 for _ in items)))
    near = (*earlier[-3:], *alike)[-_MOST:]
    for size in range(2, len(near) + 1):
        yield _rest(near[-size:])
    for one in earlier:
        if len(alike) > 1 and one.anchor.prefix[-2:] in told.sentence:  # 出库13,250箱。出库的货里…
            yield _rest((one, *alike))


def _any_rests(told: Worked, alike: Sequence[Figure]) -> Iterator[Way | None]:
    """What any of the amounts of its sentence and before it leave, added and taken off."""
    earlier = _whole_amounts(told, told.earlier)
    near = (*earlier[-3:], *alike)[-_MOST:]
    for part in (alike[-4:], near[-3:]):
        for signs in itertools.product((1, -1), repeat=max(0, len(part) - 1)):
            yield signed(part, (1, *signs)) if len(part) > 2 else None
    for one, other in (*itertools.product(earlier[-_MOST:], alike[-2:]), *itertools.combinations(near, 2)):
        yield _rest((one, other))
