"""Figures of an entity that the reference series knows: against its values, and as parts of its totals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim
from desktop.audit.keys import folded
from desktop.audit.scope import Whole
from desktop.core.evidence import Observation
from desktop.core.figure import Figure
from desktop.core.finding import Input
from desktop.core.text import Text
from desktop.core.units import unit

KEY: Final = "reference"
_PARTS: Final = {"total_assets": re.compile(r"贷款?余额|贷款总额|消费贷|存款余额|loans?\b|deposits", re.I)}
_ADDS: Final = re.compile(r"投诉量?|贷款|余额|收入|利润|用户数|complaints|loans|revenue", re.I)
_STEM: Final[dict[str, re.Pattern[str]]] = {
    "complaints": re.compile(r"投诉量|投诉数|投诉$|complaints"),
    "revenue": re.compile(r"营业收入|营收|^收入|revenue"),
    "net_profit": re.compile(r"净利润|net (?:profit|income)"),
    "npl_ratio": re.compile(r"不良贷款率|不良率|npl"),
    "total_assets": re.compile(r"资产总额|总资产|total assets"),
    "loans": re.compile(r"^(?:各项)?贷款余额|贷款总额|total loans"),
    "business_loans": re.compile(r"企业贷款|business loans"),
    "personal_consumer_loans": re.compile(r"个人消费贷款|消费贷余额|消费贷款余额|consumer loans"),
}
DIFFERS = Text(
    "文中{0}（{1}）为{2}，参考数据是 {3}（{4}）。",
    "The text gives {2} for {0} ({1}); the reference series has {3} ({4}).",
)
PART = Text(
    "文中{0}（{1}）为{2}，超过参考数据中{5}同期的{4} {3}；部分不可能大于整体，除非口径不同（如含表外）。",
    "The text gives {2} for {0} ({1}), more than the {4} of {5} at that time, {3}; a part cannot exceed the whole "
    "unless it is defined otherwise (off balance sheet, say).",
)


@check(KEY, "参考数据", "reference series", "dossier")
def run(whole: Whole, world: World) -> Iterable[Result]:
    """Check every dated figure of an entity that the series has; assessed figures are left to their assessment."""
    series: dict[tuple[str, str], list[Observation]] = {}
    for point in world.record.series:
        for name in {folded(point.entity.zh), folded(point.entity.en)}:
            series.setdefault((name, point.period.text), []).append(point)
    if not series:
        return
    owners = dict(world.owners)
    assessed = {i for a in whole.dossier.assessments for i in a.items}
    for figure in whole.dossier.figures:
        if (
            figure.is_date
            or figure.role in ("change", "rank")
            or figure.period is None
            or figure.id in assessed
        ):
            continue
        found = series.get((folded(figure.entity.zh), figure.period.text), [])
        if found:
            yield from _same(figure, found)
            yield from _part(figure, found, figure.entity.zh)
        owner = next((w for p, w in owners.items() if p and p in figure.entity.zh), "")
        if owner and not found:
            yield from _of_owner(figure, series.get((folded(owner), figure.period.text), []), owner)


def _value(point: Observation) -> Interval:
    known = unit({"100 million CNY": "100m CNY"}.get(point.unit, point.unit))
    factor = known.factor if known else 1.0
    step = 10.0 ** int(point.value.as_tuple().exponent)
    return Interval((float(point.value) - step / 2) * factor, (float(point.value) + step / 2) * factor)


def _shown(point: Observation) -> Text:
    known = unit({"100 million CNY": "100m CNY"}.get(point.unit, point.unit))
    name = known.name if known else Text(point.unit, point.unit)
    gap = "" if name.zh == "%" else " "
    return Text(f"{point.value}{gap}{name.zh}", f"{point.value}{gap}{name.en}")


def _input(point: Observation) -> Input:
    label = Text("{} · {}（{}）", "{} · {} ({})").format(point.entity, point.name, point.period.shown())
    return Input(label, _shown(point))


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
    formula = f"{say.core(figure)} ~ {_shown(point).zh}"
    if claim.meets(_value(point)):
        yield say.passed(KEY, (figure,), formula)
        return
    said = DIFFERS.format(
        say.title(figure), _when(figure), say.printed(figure), _shown(point), Text(point.source, point.source)
    )
    yield say.finding(KEY, "differs", (figure,), formula, said, "value", [_input(point)])


def _part(figure: Figure, points: list[Observation], owner: str) -> Iterable[Result]:
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
        if claim.low > _value(point).high:
            yield _exceeds(figure, point, owner)


def _of_owner(figure: Figure, points: list[Observation], owner: str) -> Iterable[Result]:
    """A product of an owner: what adds up cannot be more than the owner's own total."""
    claim, indicator = as_claim(figure), _named(figure)
    if claim is None or not _ADDS.search(figure.indicator.zh) or figure.role == "ratio":
        return
    for point in points:
        if point.indicator == indicator and point.unit != "%" and claim.low > _value(point).high:
            yield _exceeds(figure, point, owner)


def _exceeds(figure: Figure, point: Observation, owner: str) -> Result:
    said = PART.format(
        say.title(figure), _when(figure), say.printed(figure), _shown(point), point.name, owner
    )
    formula = f"{say.core(figure)} > {_shown(point).zh}"
    return say.finding(KEY, "differs", (figure,), formula, said, "part", [_input(point)])


def _when(figure: Figure) -> Text:
    return figure.period.shown() if figure.period else Text("", "")
