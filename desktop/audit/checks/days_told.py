"""Days beside dates: 3月31日停售…11月18日公告，留出113天; 12月20日承诺30天内退清，也就是最晚2025年1月19日."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from operator import ne
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.lines import clause_start
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "days_told"
_OTHER: Final = re.compile(
    r"平均|每|人均|账期|合同|质保|保修|有效|免息|期限|试[用营运]|最[长短多少]|至[少多]|周转|库存|计划|原定|预[计期]|约定|规定|累计|其中|不同"
)
_LEAST: Final = 21  # days that nobody tells in weeks
_DAY: Final = 86400
_MOST: Final = 12  # days of a section: a text with more is a list of dates
_LAST_DAY: Final = re.compile(
    r"(?:之|以)?[内后](?![再又])[^，。；、\d]{0,8}[，,（(](?:也就是说?|即|也即|就是|换言之)[，,]?(?:最晚|最迟|截止到?|不晚于|不迟于|[在到至])*"
)
UNTIL: Final = Text("从{0}起{1}是到{2}，文中却说{3}。", "{1} from {0} is {2}; the text says {3}.")
SAID: Final = Text("从{0}到{1}是{2}天，文中却说{3}。", "From {0} to {1} is {2} days; the text says {3}.")


@check(KEY, "天数与日期", "days told beside a date", "section", needs={"section": ("date", "day")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each exact number of days against the one date of its sentence and those before it."""
    told = [f for f in piece.figures if f.unit == "day" and value_of(f) is not None]
    days = [f for f in piece.figures if f.is_date and _day(f) is not None] if told else []
    if len(days) < 2:
        return
    for figure in told:
        yield from _until(piece, figure, days)
    for figure in filter(_exact, told) if len(days) <= _MOST else ():
        at = figure.anchor.start - piece.start
        begin = piece.start + piece.sentence_start(at)
        own = [f for f in days if begin <= f.anchor.start < figure.anchor.start]
        others = [f for f in days if f.anchor.start < begin]
        if len(own) != 1 or _OTHER.search(piece.text, clause_start(piece.text, at), at):
            continue
        yield from _held(figure, own[0], others)


def _until(piece: Section, figure: Figure, days: list[Figure]) -> Iterable[Result]:
    """The last day of a stretch of days that begins on the date before it."""
    at, end = figure.anchor.start - piece.start, figure.anchor.end - piece.start
    begin = piece.start + piece.sentence_start(at)
    before = [f for f in days if begin <= f.anchor.start < figure.anchor.start][-1:]
    behind = [f for f in days if f.anchor.start > figure.anchor.end][:1]
    if not before or not behind or "工作" in figure.anchor.quote or "交易" in figure.anchor.quote:
        return
    if figure.anchor.quote.endswith("内"):
        end -= 1
    if not _LAST_DAY.fullmatch(piece.text, end, behind[0].anchor.start - piece.start):
        return
    length, first, until = round((value_of(figure) or 0) / _DAY), _day(before[0]), _day(behind[0])
    if first is None or until is None:
        return
    gap, last = (until - first).days, first + timedelta(days=length)
    figures = (behind[0], before[0], figure)
    written = formula("{} + {} = {}", bare(before[0]), stated(figure), say.day(last))
    if abs(gap - length) <= 1:
        yield say.passed(KEY, figures, written)
        return
    stretch = Text(f"{length}天", f"{length} days")
    said = UNTIL.format(bare(before[0]), stretch, say.day(last), bare(behind[0]))
    yield say.finding(KEY, "inconsistent", figures, written, said, "until")


def _exact(figure: Figure) -> bool:
    days = (value_of(figure) or 0) / _DAY
    return (
        days >= _LEAST and days % 10 != 0 and figure.comparator == "=" and figure.as_printed[:1].isdecimal()
    )


def _day(figure: Figure) -> date | None:
    period = figure.period
    return (
        period.start
        if period is not None and period.start is not None and period.start == period.end
        else None
    )


def _slip(one: int, other: int) -> bool:
    """Whether two numbers are alike but for one digit, or for the order of their digits."""
    a, b = str(one), str(other)
    return len(a) == len(b) and (sum(map(ne, a, b)) == 1 or sorted(a) == sorted(b))


def _held(figure: Figure, own: Figure, others: list[Figure]) -> Iterable[Result]:
    days, here = round((value_of(figure) or 0) / _DAY), _day(own)
    gaps = [(abs((here - day).days), f) for f in others if here is not None and (day := _day(f)) is not None]
    near = [found for found in gaps if abs(found[0] - days) <= 1]
    slips = [found for found in gaps if any(_slip(found[0] + n, days) for n in (0, 1, -1))]
    if not near and len({gap for gap, _ in slips}) != 1:
        return
    gap, other = (near or slips)[0]
    first, last = sorted((own, other), key=lambda f: _day(f) or date.min)
    written = formula("{} − {} = {}", bare(last), bare(first), str(gap))
    if near:
        yield say.passed(KEY, (figure, last, first), written)
        return
    said = SAID.format(bare(first), bare(last), str(gap), stated(figure))
    yield say.finding(KEY, "inconsistent", (figure, last, first), written, said)
