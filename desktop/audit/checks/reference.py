"""Figures of an entity that the reference series knows: against its values, and as parts of its totals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import folded
from desktop.audit.observed import bounds, in_sentence, inputs, middle, shown, times
from desktop.audit.scope import Whole
from desktop.core.evidence import Observation
from desktop.core.figure import Figure
from desktop.core.record import Record
from desktop.core.text import Text
from desktop.core.value import once

KEY: Final = "reference"
_PARTS: Final = {"total_assets": re.compile(r"贷款?余额|贷款总额|消费贷|存款余额|loans?\b|deposits", re.I)}
_ADDS: Final = re.compile(r"投诉量?|贷款|余额|收入|利润|用户数|complaints|loans|revenue", re.I)
_STEM: Final[dict[str, re.Pattern[str]]] = {
    "complaints": re.compile(r"投诉量|投诉数|投诉$|complaints"),
    "revenue": re.compile(r"营业收入|营收|^收入|revenue"),
    "net_profit": re.compile(r"净利|net (?:profit|income)"),
    "npl_ratio": re.compile(r"不良贷款率|不良率|npl"),
    "total_assets": re.compile(r"资产总额|总资产|资产规模|total assets"),
    "loans": re.compile(r"^(?:各项)?贷款余额|贷款总额|total loans"),
    "business_loans": re.compile(r"企业贷款|business loans"),
    "personal_consumer_loans": re.compile(r"个人消费贷款|消费贷余额|消费贷款余额|consumer loans"),
}
DIFFERS = Text(
    "文中{0}{1}为{2}，参考数据是{3}。",
    "The text gives {2} for {0}{1}; the reference series has {3}.",
)
PART = Text(
    "文中{0}{1}为{2}，高于参考数据中{5}同期的{4}{3}；除非含表外，否则不可能。",
    "The text gives {2} for {0}{1}, more than the {4} of {5} at that time ({3}): impossible unless it includes what is "
    "off the balance sheet.",
)
LARGER = Text(
    "文中{0}{1}为{2}，是参考数据中{5}同期{4}{3}的{6}倍；产品不应超过整体，统计渠道或口径可能不同，须先核对。",
    "The text gives {2} for {0}{1}, {6} times the {4} of {5} as a whole at that time ({3}); a product should not "
    "exceed the whole, so channel and definition need to be compared first.",
)


@check(KEY, "参考数据", "reference series", "dossier")
def run(whole: Whole, world: World) -> Iterable[Result]:
    """Check every dated figure of an entity that the series has."""
    series = _by_time(world.record)
    if not series:
        return
    owners = dict(world.owners)
    for figure in whole.dossier.figures:
        if figure.is_date or figure.role in ("change", "rank") or figure.period is None:
            continue
        found = series.get((folded(figure.entity.zh), figure.period.text), [])
        if found:
            yield from _same(figure, found)
            yield from _part(figure, found)
        owner = next((w for p, w in owners.items() if p and p in figure.entity.zh), "")
        if owner and not found:
            yield from _of_owner(figure, series.get((folded(owner), figure.period.text), []))


@once
def _by_time(record: Record) -> dict[tuple[str, str], list[Observation]]:
    """The points of the series by entity and time."""
    found: dict[tuple[str, str], list[Observation]] = {}
    for point in record.series:
        for name in {folded(point.entity.zh), folded(point.entity.en)}:
            for when in times(point):
                found.setdefault((name, when), []).append(point)
    return found


def _named(figure: Figure) -> str:
    name = figure.indicator.zh
    return next((key for key, pattern in _STEM.items() if pattern.search(name)), "")


def _same(figure: Figure, points: list[Observation]) -> Iterable[Result]:
    indicator, claim = _named(figure), as_claim(figure)
    point = next((p for p in points if p.indicator == indicator), None)
    if point is None or claim is None or (figure.role == "ratio" and point.unit != "%"):
        return
    if (point.unit == "%") != (figure.unit == "%"):
        return
    meets = claim.meets(bounds(point))
    written = formula("{} {} {}", bare(figure), "≈" if meets else "≠", shown(point))
    if meets:
        yield say.passed(KEY, (figure,), written)
        return
    said = DIFFERS.format(say.title(figure), say.when(figure.period), stated(figure), shown(point))
    yield say.finding(KEY, "differs", (figure,), written, said, "value", inputs(point))


def _part(figure: Figure, points: list[Observation]) -> Iterable[Result]:
    claim = as_claim(figure)
    for point in points:
        pattern = _PARTS.get(point.indicator)
        if (
            pattern is None
            or claim is None
            or not pattern.search(figure.indicator.zh)
            or figure.unit not in ("CNY", "100m CNY", "10k CNY")
        ):
            continue
        if claim.low > bounds(point).high:
            yield _exceeds(figure, point, PART, "differs")


def _of_owner(figure: Figure, points: list[Observation]) -> Iterable[Result]:
    """A product of an owner: what adds up cannot be more than the owner's own total."""
    claim, indicator = as_claim(figure), _named(figure)
    if claim is None or not _ADDS.search(figure.indicator.zh) or figure.role == "ratio":
        return
    for point in points:
        if point.indicator == indicator and point.unit != "%" and claim.low > bounds(point).high:
            yield _exceeds(figure, point, LARGER, "ambiguous")


def _exceeds(figure: Figure, point: Observation, pattern: Text, verdict: str) -> Result:
    value = value_of(figure)
    many = number(value / middle(point)) if value is not None else ""
    said = pattern.format(
        say.title(figure),
        say.when(figure.period),
        stated(figure),
        shown(point),
        in_sentence(point),
        point.entity,
        many,
    )
    written = formula("{} > {}", bare(figure), shown(point))
    return say.finding(KEY, verdict, (figure,), written, said, "part", inputs(point))
