"""Halves, quarters and the year against the amounts of its parts: 上半年合计, 下半年占63.5%, 单季平均."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.adding import added
from desktop.audit.amounts import amount, bare, formula, percent, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.slips import of_scale
from desktop.audit.spoken import Clause, spoken
from desktop.audit.stretches import YEAR, Run, Stretch, runs_of, stretches_in
from desktop.audit.told_near import told_near
from desktop.audit.views import both_ways, sheets_at
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "stretches"
_ELSE: Final = re.compile(
    r"同比|环比|同期|[去上前]年|目标|计划|预计|预期|若|如果|其中|行业|全国|同行|余额|末|底|以[来前后]|除|约定|日均|增速|率"
)
_LIGHT: Final = re.compile(
    r"^其中|全年|合计|总计|共计|一共|累计|加起来|加总|总共|总额|总数|总量|全部|单[季月]|平均|每个?[季月]度?|[季月]均|实现|完成|录得|营业?收入?|收入|达到?|当年|这一年|为|是|有|约|近|只|仅|的|共|总|"
    r"就|已|也|则|而|又|还|了|占|比重|比例|份额|[“”‘’\s]"
)
_SPEAKS: Final = frozenset("季月半全Q均")  # of which every word for a stretch or a mean has one
_YEAR_TOLD: Final = re.compile(r"(?<!\d)(?:19|20)\d\d年?")
_MEAN: Final = re.compile(r"平均|均")
_EACH: Final = (
    (re.compile(r"单月|每个?月|月均|月平均|平均每?个?月"), 1),
    (re.compile(r"单季|每个?季|季均|(?<![一二三四首末1-4])季度平均|平均每?个?季"), 3),
)
_THAN: Final = re.compile(r"比|较")
_MORE: Final = re.compile(r"[多高增涨升][了出长加]?$")
_LESS: Final = re.compile(r"[少低减降跌][了少]?$")
_NOT_FIRST: Final = frozenset(range(4, 13))
_FAR: Final = 3  # times
WRONG: Final = Text("{0}是{1}，不是文中的{2}。", "{0} come to {1}, not {2} as the text says.")
SHARE: Final = Text("{0}占{1}的{2}，不是文中的{3}。", "{0} are {2} of {1}, not {3} as the text says.")
MEAN: Final = Text(
    "{0}共{1}，平均每{2}是{3}，不是文中的{4}。",
    "{0} come to {1}, {3} a {2} on average, not {4} as the text says.",
)
MORE: Final = Text(
    "{0}（{1}）比{2}（{3}）{4}，不是文中的{5}。", "{0} ({1}) is {4} than {2} ({3}), not {5} as the text says."
)
UP, DOWN = Text("多{}", "{} more"), Text("少{}", "{} less")
MONTH, QUARTER = Text("月", "month"), Text("季", "quarter")


@check(
    KEY,
    "年内各段",
    "stretches of a year",
    "section",
    needs={"section": ("table 季月半", "季半月年", "合共总累占比较均半季全")},
)
def run(piece: Section, _world: World) -> Iterator[Result]:
    """Hold what a clause tells of a stretch of a year against the amounts of its quarters or months."""
    if not (piece.has_tables or piece.told):
        return
    for clause in spoken(piece):
        if not clause.figures or _SPEAKS.isdisjoint(clause.text):
            continue
        figures = [f for f in clause.figures if value_of(f) is not None]
        if len(figures) != 1 or _ELSE.search(clause.text.removeprefix("其中")):
            continue
        told = list(stretches_in(clause.text[: figures[0].anchor.start - clause.start]))
        lead = clause.text[: figures[0].anchor.start - clause.start]
        mean = _MEAN.search(clause.text) is not None or any(p.search(lead) for p, _ in _EACH)
        if not told and not mean:
            continue
        runs = list(_meant(piece, clause))
        if mean and not told and _has_stretch(piece, clause):
            continue  # 四季度放款额不到一季度的一半，月均只有7.7亿元
        if len(runs) == 1:
            yield from _judged(clause, figures[0], told, runs[0], mean=mean)


def _has_stretch(piece: Section, clause: Clause) -> bool:
    """Whether its sentence named a stretch before a clause, which a mean may be of."""
    begin = clause.start - piece.start
    return any(True for _ in stretches_in(piece.text[piece.sentence_start(begin) : begin]))


def _meant(piece: Section, clause: Clause) -> Iterator[Run]:
    """The amounts that a clause may speak of: of the year that it names, and by the name that it gives them."""
    year = _YEAR_TOLD.search(clause.text)
    every = [
        r
        for sheet in (*told_near(piece, clause.start), *sheets_at(piece, clause.start))
        for v in both_ways(sheet)  # most have no quarters, and need not be read any further
        for r in runs_of(v)
        if all(f.anchor.end <= clause.start or f.table for f in r.cells.values())
    ]
    if year is not None:
        every = [r for r in every if r.year in ("", year[0][:4])]
    figure = next(f for f in clause.figures if value_of(f) is not None)
    alike = [r for r in every if all(same_dimension(f.unit, figure.unit) for f in r.cells.values())]
    every = alike or ([] if figure.unit not in ("%", "times") else every)
    named = [
        r
        for r in every
        if len(r.head) > 1 and any(r.head[i : i + 2] in clause.text for i in range(len(r.head) - 1))
    ]
    yield from named or every


def _judged(clause: Clause, figure: Figure, told: list[Stretch], own: Run, *, mean: bool) -> Iterator[Result]:
    claim = as_claim(figure)
    if claim is None:
        return
    lead = clause.before(figure)
    if len(told) == 2 and _THAN.search(lead, told[0].end, told[1].start) and not mean:
        yield from _apart(figure, claim, lead, told, own)
        return
    share = figure.unit == "%" and "占" in lead
    if share and len(told) == 2 and told[1].months == own.whole:
        told = told[:1]
    if len(told) > 1 or _left(lead, told, own):
        return
    months = told[0].months if told else own.whole
    if mean and not told and months == _NOT_FIRST:
        return  # the first quarter is told in other words than the rest
    if share:
        yield from _share(figure, claim, lead, told, own)
    elif figure.unit != "%" and figure.role == "level":
        yield from _mean(figure, claim, lead, months, own) if mean else _sum(figure, claim, lead, told, own)


def _left(lead: str, told: list[Stretch], own: Run) -> str:
    """The words of a clause beyond the stretch, the noun of the amounts and what says no more than that they are."""
    for one in reversed(told):
        lead = lead[: one.start] + lead[one.end :]
    lead = _LIGHT.sub("", _YEAR_TOLD.sub("", lead))
    return "".join(c for c in lead if c not in own.head)


def _name(lead: str, one: Stretch) -> Text:
    return quote(lead[one.start : one.end])


def _sum(figure: Figure, claim: Interval, lead: str, told: list[Stretch], own: Run) -> Iterator[Result]:
    parts = own.of(told[0].months) if told else []
    made = added(parts) if parts else None
    if made is None or (len(parts) == 1 and parts[0].anchor == figure.anchor):
        return
    found, point = made
    shown = amount(point, figure, exact=True)
    written = formula("{} = {}", same(" + ").join([bare(f) for f in parts]), shown)
    value = value_of(figure) or 0.0
    if found.meets(claim):
        yield say.passed(KEY, (figure, *parts), written)
    elif (point / _FAR < value < point * _FAR or of_scale(figure, found)) and not _is_cell(figure, own):
        said = WRONG.format(_name(lead, told[0]), shown, stated(figure))
        yield say.finding(KEY, "inconsistent", (figure, *parts), written, said, "sum")


def _is_cell(figure: Figure, own: Run) -> bool:
    """Whether an amount is told once more of another part by a clause that its list begins with."""
    return figure.comparator != "=" and any(value_of(f) == value_of(figure) for f in own.cells.values())


def _mean(figure: Figure, claim: Interval, lead: str, months: frozenset[int], own: Run) -> Iterator[Result]:
    # Of 一季度平均每月 the last word tells what each is.
    told = [(match.end(), n) for pattern, n in _EACH for match in pattern.finditer(lead)]
    length = max(told, default=(0, 0))[1]
    made = added(own.of(months)) if own.of(months) else None
    if made is None or not length or len(months) % length:
        return
    many = len(months) // length
    found, point = made[0].scaled(1 / many), made[1] / many
    parts = own.of(months)
    total, each = amount(made[1], parts[0], exact=True), amount(point, figure)
    written = formula("{} ÷ {} = {}", total, many, each)
    if found.meets(claim):
        yield say.passed(KEY, (figure, *parts), written)
        return
    name = quote("全年") if months == YEAR else Text("各项", "they")
    said = MEAN.format(name, total, QUARTER if length > 1 else MONTH, each, stated(figure))
    yield say.finding(KEY, "inconsistent", (figure, *parts), written, said, "mean")


def _share(figure: Figure, claim: Interval, lead: str, told: list[Stretch], own: Run) -> Iterator[Result]:
    if not told or told[0].months == own.whole:
        return
    parts, every = own.of(told[0].months), list(own.cells.values())
    one, whole = added(parts) if parts else None, added(every)
    found = one[0].scaled(100).over(whole[0]) if one is not None and whole is not None else None
    if one is None or whole is None or found is None:
        return
    share = percent(one[1] / whole[1] * 100)
    shown, total = (amount(x, every[0], exact=True) for x in (one[1], whole[1]))
    written = formula("{} ÷ {} = {}", shown, total, share)
    if found.meets(claim):
        yield say.passed(KEY, (figure, *every), written)
    elif own.whole == YEAR:
        said = SHARE.format(_name(lead, told[0]), total, share, stated(figure))
        yield say.finding(KEY, "inconsistent", (figure, *every), written, said, "share")


def _apart(figure: Figure, claim: Interval, lead: str, told: list[Stretch], own: Run) -> Iterator[Result]:
    """A stretch beside another: 下半年比上半年多74.0%, 四季度比一季度少120件."""
    first, second = own.of(told[0].months), own.of(told[1].months)
    one, other = (added(parts) if parts else None for parts in (first, second))
    tail = lead[told[1].end :]
    up, down = _MORE.search(tail), _LESS.search(tail)
    if one is None or other is None or not other[1] or not (up or down):
        return
    sign = 1.0 if up else -1.0
    if figure.unit == "%":
        quotient = one[0].over(other[0])
        if quotient is None:
            return
        found = Interval(quotient.low - 1, quotient.high - 1).scaled(100 * sign)
        point = (one[1] / other[1] - 1) * 100
        size = same(percent(abs(point)))
    else:
        found, point = one[0].minus(other[0]).scaled(sign), one[1] - other[1]
        size = amount(abs(point), figure, exact=True)
    a, b = amount(one[1], first[0], exact=True), amount(other[1], second[0], exact=True)
    written = formula("{} → {}: {}", b, a, (UP if point > 0 else DOWN).format(size))
    parts = (figure, *first, *second)
    if found.meets(claim):
        yield say.passed(KEY, parts, written)
        return
    apart = (UP if point > 0 else DOWN).format(size)
    said = MORE.format(_name(lead, told[0]), a, _name(lead, told[1]), b, apart, stated(figure))
    yield say.finding(KEY, "inconsistent", parts, written, said, "apart")
