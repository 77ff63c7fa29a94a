"""A point of the reference series, as checks hold it against a text: its times, its bounds, how it is shown."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from desktop.audit.interval import Interval
from desktop.core.evidence import Observation
from desktop.core.figure import readable
from desktop.core.finding import Input
from desktop.core.text import Text, same
from desktop.core.units import unit

STOCKS: Final = ("total_assets", "loans", "business_loans", "personal_consumer_loans", "npl_ratio")
SOURCE: Final = Text("参考数据的来源", "source of the reference series")


def times(point: Observation) -> tuple[str, ...]:
    """The period of an observation; what is counted at its end (a balance) is that of the last month, too."""
    end = point.period.end
    if point.indicator not in STOCKS or end is None:
        return (point.period.text,)
    return point.period.text, f"{end:%Y-%m}"


def bounds(point: Observation) -> Interval:
    """What its printed digits allow, in base units."""
    known = unit({"100 million CNY": "100m CNY"}.get(point.unit, point.unit))
    factor = known.factor if known else 1.0
    step = 10.0 ** int(point.value.as_tuple().exponent)
    return Interval((float(point.value) - step / 2) * factor, (float(point.value) + step / 2) * factor)


def middle(point: Observation) -> float:
    """The middle of its bounds."""
    ends = bounds(point)
    return (ends.low + ends.high) / 2


def shown(point: Observation) -> Text:
    """Its value with its unit, for a sentence."""
    known = unit({"100 million CNY": "100m CNY"}.get(point.unit, point.unit))
    if known is None:
        return same(f"{point.value} {point.unit}")
    scaled = point.value * Decimal(str(known.factor))
    base = "CNY" if known.dimension == "money CNY" else known.code
    zh = f"{point.value}{known.name.zh}"
    return Text(zh, readable(scaled if base == "CNY" else point.value, base).en)


def inputs(point: Observation) -> tuple[Input, Input]:
    """The point and its source, as operands of a finding."""
    label = Text("{} · {}（{}）", "{} · {} ({})").format(point.entity, point.name, point.period.shown())
    return Input(label, shown(point)), Input(SOURCE, same(point.source))
