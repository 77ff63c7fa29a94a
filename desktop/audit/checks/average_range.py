"""An average in the text that is no more than the end of the range in the table: only if all cases were alike."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import alike, same_dimension, stem
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text

KEY: Final = "average_range"
_MEAN: Final = re.compile(r"平均|均值|人均|户均|单均|件均|日均|average|mean", re.I)
_MADE: Final = re.compile(r"处理|审批|响应|配送|等待|等候|交付|到账|排队|加工|运输|维修|就诊|候诊")
_OTHERS: Final = re.compile(r"行业|同行|同业|同城|全国|全市|平均水平|均值|industry|national", re.I)
END = Text(
    "文中{0}是{1}，表中{2}是{3}：平均数正好是区间的{4}，只有每一例都在这一端才会如此。",
    "In the text {0} is {1}, in the table {2} is {3}: the average is the {4} of the range, which holds only if every "
    "case lies there.",
)
OUTSIDE = Text(
    "文中{0}是{1}，却在表中{2}的区间（{3}）之外。",
    "In the text {0} is {1}, outside the range that the table gives for {2} ({3}).",
)
UPPER, LOWER = Text("上端", "upper end"), Text("下端", "lower end")


@check(KEY, "平均与区间", "averages and ranges", "section", needs={"section": ("table",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each average of the sentences against the ranges that the tables beside them give for the same thing."""
    if not piece.tables:
        return
    for figure in piece.figures:
        if figure.table or figure.role != "level" or not _MEAN.search(figure.indicator.zh):
            continue
        for sheet in piece.near(figure.anchor.start):
            cells = [c for c in sheet.figures if _is_range(c) and _of_one_thing(figure, c)]
            if len(cells) == 1:
                yield from _held(figure, cells[0])


def _is_range(cell: Figure) -> bool:
    return cell.role == "level" and cell.low is not None and cell.high is not None and cell.low < cell.high


def _of_one_thing(figure: Figure, cell: Figure) -> bool:
    entity, name = figure.entity.zh, f"{cell.entity.zh}·{cell.indicator.zh}"
    if not entity or not same_dimension(figure.unit, cell.unit):
        return False
    if entity not in name and not (cell.entity.zh and cell.entity.zh in entity):
        return False
    if _OTHERS.search(name) and not _OTHERS.search(entity):
        return False
    rest = name.replace(entity, "") if entity in name else cell.indicator.zh
    one, other = (stem(_MEAN.sub("", words)) for words in (figure.indicator.zh, rest))
    same_work = set(_MADE.findall(one)) == set(_MADE.findall(other))
    return bool(one and other) and alike(one, other) and same_work


def _held(figure: Figure, cell: Figure) -> Iterable[Result]:
    value, claim, own = value_of(figure), as_claim(figure), as_claim(cell)
    if value is None or claim is None or own is None:
        return
    figures = (figure, cell)
    names = (say.title(figure), stated(figure), say.title(cell), bare(cell))
    if not claim.meets(own):
        verdict = "inconsistent" if _is_far(claim, own) else "partly"
        yield say.finding(KEY, verdict, figures, formula("{} ∉ {}", bare(figure), bare(cell)),
                          OUTSIDE.format(*names), "outside")  # fmt: skip
    elif value in own and figure.comparator == "=" and not figure.hedge:  # 5分钟级别 is no end
        end = UPPER if value == own.high else LOWER
        yield say.finding(KEY, "ambiguous", figures, NOTHING, END.format(*names, end), "end")
    else:
        yield say.passed(KEY, figures, formula("{} ∈ {}", bare(figure), bare(cell)))


def _is_far(claim: Interval, own: Interval) -> bool:
    """Whether a value is less than half or more than the double of all that a range has."""
    return claim.high < own.low / 2 or claim.low > own.high * 2
