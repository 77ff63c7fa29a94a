"""Totals worked out in the text: A轮1.2亿、B轮2.8亿，一共4.0亿元; 四笔支出54.0万元, below four bullets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.adding import TIMES, counted
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, value_of
from desktop.audit.scope import Section
from desktop.audit.ways import Way, like, signed
from desktop.audit.worked import Worked, worked
from desktop.audit.worked_told import held, slipped
from desktop.core.figure import Figure

KEY: Final = "worked_totals"
_TOTAL: Final = re.compile(
    r"合计|总计|共计|总共|一共|合共|累计|加起来|加在一起|加总|合起来|相加|总和|总[数额价量]|共(?!同|享|有制|识|和)|"
    r"in total|altogether|in all|a total of|adds? up to|come to|together",
    re.I,
)
_MARKS: Final = frozenset("合总共累加相oO")  # of which each has one
_OPENS: Final = re.compile(
    r"^(?:这|那|以上|上述|上面|前述|光是?|仅|全部|几|各|[一二两三四五六七八九十\d]+[\u4e00-\u9fff]{1,2}|[者项笔类种样个])*$"
)
_NO_TOTAL: Final = re.compile(
    r"每|各[自家占得]|均|其中|其余|余|剩|另|单价|率|[多少]出|比|降|涨|[增减]|最|第|累计(?:投|用户)"
)
_STOCK: Final = re.compile(r"(?:估值|市值|净资产|总资产|注册资本)[^，,。；、]{0,3}$")  # is added to nothing
_FIRST: Final = re.compile(r"(?:前|头)面?$")
_LAST: Final = re.compile(r"(?:后|末|最后)面?$")
_NUMBER: Final = re.compile(r"\d")
_MOST: Final = 12
_SHORT: Final = 4  # characters between a count of entries and what they come to


@check(KEY, "算出的合计", "totals worked out", "section")
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold totals against the amounts right before them, by the number of them where it is told."""
    for told in worked(piece):
        if told.figure.role == "level" and (told.before or told.items):
            many, cue = _many(told), _cue(told)
            if (many is not None or cue) and not _NO_TOTAL.search(told.clause):
                yield from _total(told, many, cue=cue)


def _cue(told: Worked) -> bool:
    """Whether the words since the amount before it say that it is a total."""
    words = told.lead + told.figure.anchor.quote
    word = _TOTAL.search(words) if not _MARKS.isdisjoint(words) else None
    return word is not None and not _NUMBER.search(told.lead[word.end() :])


def _total(told: Worked, many: Figure | None, *, cue: bool) -> Iterator[Result]:
    alike = [f for f in told.before if like(f, told.figure) and f is not many]
    items = [f for f in told.items if like(f, told.figure)]
    if len(items) != len(told.items):
        items = []
    if many is not None:
        yield from _counted(told, int(value_of(many) or 0), many, alike, items, cue=cue)
    elif cue:
        run = _run(told.before, told.figure)
        plain = _OPENS.match(_TOTAL.split(told.clause)[0].strip("，, ")) is not None
        if len(run) > 1 and plain:
            yield from held(KEY, told, _sum(run))
        elif len(run) > 1 or not plain:
            yield from slipped(KEY, told, [_sum(run[at:]) for at in range(len(run) - 1)])
        elif items and not alike and not any(like(f, told.figure) for f in told.earlier):
            yield from held(KEY, told, _sum(items))


def _counted(
    told: Worked, many: int, count: Figure, alike: Sequence[Figure], items: Sequence[Figure], *, cue: bool
) -> Iterator[Result]:
    """三档一共, 前两项合计: the number of parts, right before what they come to."""
    ahead = told.words_before(count)
    if len(alike) >= many and not _FIRST.search(ahead):
        parts = alike[-many:]
        if cue and len(alike) == many:
            yield from held(KEY, told, _sum(parts))
        elif cue or _OPENS.match(ahead):
            yield from slipped(KEY, told, [_sum(parts)])
    elif len(items) >= many and not alike:
        parts = items[:many] if _FIRST.search(ahead) else items[-many:]
        sure = len(items) == many or _FIRST.search(ahead) or _LAST.search(ahead)
        if sure and (cue or len(told.lead) <= _SHORT):
            yield from held(KEY, told, _sum(parts))


def _many(told: Worked) -> Figure | None:
    """The number of parts, told in the clause of the total."""
    if not told.before:
        return None
    last = told.before[-1]
    value = value_of(last) or 0.0
    own = last.unit.startswith(("count:", "person")) and not like(last, told.figure)
    near = told.between(last, told.figure) == told.lead
    return last if own and near and 2 <= value <= _MOST and value == int(value) else None


def _run(before: Sequence[Figure], claim: Figure) -> list[Figure]:
    """The amounts right before a total; shares beside them are passed over."""
    found: list[Figure] = []
    for figure in reversed(before):
        if _STOCK.search(figure.anchor.prefix[-6:]):
            continue
        if like(figure, claim) and figure.role == "level":
            found.insert(0, figure)
        elif figure.unit != "%":
            break
    return found


def _sum(parts: Sequence[Figure]) -> Way | None:
    made = signed(parts, (1,) * len(parts))
    if made is not None and parts[0].unit in TIMES and counted(parts):
        return made._replace(found=Interval(made.point, made.point))  # whole days are counted, not rounded
    return made
