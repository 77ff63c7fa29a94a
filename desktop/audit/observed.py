"""A point of the reference series, as checks hold it against a text: its times, its bounds, how it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result
from desktop.audit.interval import Interval, as_claim
from desktop.core.evidence import Observation
from desktop.core.figure import Figure, readable
from desktop.core.finding import Input
from desktop.core.record import Record
from desktop.core.text import Text, same
from desktop.core.units import unit
from desktop.core.value import once

STOCKS: Final = ("total_assets", "loans", "business_loans", "personal_consumer_loans", "npl_ratio")
DIFFERS: Final = Text(
    "文中{0}{1}的{2}为{3}，参考数据是{4}。",
    "The text gives {3} for the {2} of {0}, {1}; the reference series has {4}.",
)
SOURCE: Final = Text("参考数据的来源", "source of the reference series")
_SHORT: Final = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:银行|集团)$")
# A bank by its short name, where nothing makes it another's: 微众2022年营收, 微众的不良率; but not 微众信科.
_ITSELF: Final = (
    r"(?=[\s\d的在，,、（(则又也已于自为]|全年|[去当同]年|年|营|净|总|贷|不良|资产|消费|投诉|披露|公布|实现"
    r"|[一二三四]季)"
)


def spoken_of(text: str, record: Record) -> list[tuple[str, re.Pattern[str]]]:
    """The entities of the reference series that a text names, in full or in short, each with how it may be called."""
    return [(name, called) for name, called in _names(record) if called.search(text)]


@once
def _names(record: Record) -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = {n: _SHORT.sub("", n) for e in record.entities for n in (e.zh, e.en)}
    return tuple(
        (
            name,
            re.compile(
                re.escape(name) if short == name else f"{re.escape(name)}|{re.escape(short)}{_ITSELF}"
            ),
        )
        for name, short in found.items()
    )


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
    if point.unit == "%":
        return same(f"{point.value}%")  # its digits tell how precise it is
    return Text(zh, readable(scaled if base == "CNY" else point.value, base).en)


def inputs(point: Observation) -> tuple[Input, Input]:
    """The point and its source, as operands of a finding."""
    label = Text("{} · {}（{}）", "{} · {} ({})").format(point.entity, point.name, point.period.shown())
    return Input(label, shown(point)), Input(SOURCE, same(point.source))


def held_to(key: str, figure: Figure, when: Figure, point: Observation) -> Iterator[Result]:
    """Hold what a text gives for a time against the point of that time; for the check ``key``."""
    claim = as_claim(figure)
    if claim is None or (point.unit == "%") != (figure.unit == "%"):
        return
    meets = claim.meets(bounds(point))
    written = formula("{} {} {}", bare(figure), "≈" if meets else "≠", shown(point))
    if meets:
        yield say.passed(key, (figure,), written)
        return
    said = DIFFERS.format(point.entity, bare(when), in_sentence(point), stated(figure), shown(point))
    yield say.finding(key, "differs", (figure,), written, said, "value", inputs(point))


def in_sentence(point: Observation) -> Text:
    """The name of what it measures, as it stands within a sentence; a short form (NPL) keeps its capitals."""
    name = point.name.en
    return Text(point.name.zh, name if name[1:2].isupper() else name[:1].lower() + name[1:])
