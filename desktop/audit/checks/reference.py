"""Figures of an entity that the reference series knows: against its values, and as parts of its totals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import folded
from desktop.audit.scope import Whole
from desktop.core.evidence import Observation
from desktop.core.figure import Figure, readable
from desktop.core.finding import Input
from desktop.core.text import Text, same
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
_STOCKS: Final = ("total_assets", "loans", "business_loans", "personal_consumer_loans", "npl_ratio")
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
SOURCE: Final = Text("参考数据的来源", "source of the reference series")


@check(KEY, "参考数据", "reference series", "dossier")
def run(whole: Whole, world: World) -> Iterable[Result]:
    """Check every dated figure of an entity that the series has."""
    series: dict[tuple[str, str], list[Observation]] = {}
    for point in world.record.series:
        for name in {folded(point.entity.zh), folded(point.entity.en)}:
            for when in _times(point):
                series.setdefault((name, when), []).append(point)
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


def _times(point: Observation) -> tuple[str, ...]:
    """The period of an observation; what is counted at its end (a balance) is that of the last month, too."""
    end = point.period.end
    if point.indicator not in _STOCKS or end is None:
        return (point.period.text,)
    return point.period.text, f"{end:%Y-%m}"


def _value(point: Observation) -> Interval:
    known = unit({"100 million CNY": "100m CNY"}.get(point.unit, point.unit))
    factor = known.factor if known else 1.0
    step = 10.0 ** int(point.value.as_tuple().exponent)
    return Interval((float(point.value) - step / 2) * factor, (float(point.value) + step / 2) * factor)


def _middle(point: Observation) -> float:
    ends = _value(point)
    return (ends.low + ends.high) / 2


def _shown(point: Observation) -> Text:
    known = unit({"100 million CNY": "100m CNY"}.get(point.unit, point.unit))
    if known is None:
        return same(f"{point.value} {point.unit}")
    scaled = point.value * Decimal(str(known.factor))
    base = "CNY" if known.dimension == "money CNY" else known.code
    zh = f"{point.value}{known.name.zh}"
    return Text(zh, readable(scaled if base == "CNY" else point.value, base).en)


def _inputs(point: Observation) -> tuple[Input, Input]:
    label = Text("{} · {}（{}）", "{} · {} ({})").format(point.entity, point.name, point.period.shown())
    return Input(label, _shown(point)), Input(SOURCE, same(point.source))


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
    meets = claim.meets(_value(point))
    written = formula("{} {} {}", bare(figure), "≈" if meets else "≠", _shown(point))
    if meets:
        yield say.passed(KEY, (figure,), written)
        return
    said = DIFFERS.format(say.title(figure), say.when(figure.period), stated(figure), _shown(point))
    yield say.finding(KEY, "differs", (figure,), written, said, "value", _inputs(point))


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
        if claim.low > _value(point).high:
            yield _exceeds(figure, point, PART, "differs")


def _of_owner(figure: Figure, points: list[Observation]) -> Iterable[Result]:
    """A product of an owner: what adds up cannot be more than the owner's own total."""
    claim, indicator = as_claim(figure), _named(figure)
    if claim is None or not _ADDS.search(figure.indicator.zh) or figure.role == "ratio":
        return
    for point in points:
        if point.indicator == indicator and point.unit != "%" and claim.low > _value(point).high:
            yield _exceeds(figure, point, LARGER, "ambiguous")


def _exceeds(figure: Figure, point: Observation, pattern: Text, verdict: str) -> Result:
    value = value_of(figure)
    times = number(value / _middle(point)) if value is not None else ""
    said = pattern.format(
        say.title(figure),
        say.when(figure.period),
        stated(figure),
        _shown(point),
        point.name,
        point.entity,
        times,
    )
    written = formula("{} > {}", bare(figure), _shown(point))
    return say.finding(KEY, verdict, (figure,), written, said, "part", _inputs(point))
