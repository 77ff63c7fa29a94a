"""The value that a size is of, and what stood before 翻两番, which has one reading where only its result is told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number
from desktop.audit.check import Result
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import alike
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "multiples"
_NO_BASE: Final = ("times", "second", "minute", "hour", "day", "week", "month", "quarter", "year")
BEFORE = Text("{}（此前的值）", "{} (value before)")


def before_doublings(figure: Figure, often: float, level: Figure | None) -> Iterable[Result]:
    """Offer the value before so many doublings that ended at a level."""
    value = value_of(level) if level is not None else None
    if level is None or value is None or figure.direction == "down":
        return
    factor = 2.0**often
    before = amount(value / factor, level)
    written = formula("{} ÷ {} = {}", bare(level), number(factor, 2), before)
    name = BEFORE.format(Text(say.named(level).zh, say.title(level).en))
    bounds = (as_claim(level) or Interval(value, value)).scaled(1 / factor)
    yield say.derived(KEY, name, before, bounds, level.unit, written, (level, figure))


def level_of(figure: Figure, sentence: Sentence | None) -> Figure | None:
    """The value that grew, in the same sentence."""
    if sentence is None:
        return None
    before = [
        f
        for f in sentence.amounts
        if f.anchor.end <= figure.anchor.start and f.role == "level" and f.unit not in _NO_BASE
    ]
    good = [f for f in before if alike(f.indicator.zh, figure.indicator.zh)]
    if not good and figure.unit == "count:番" and not figure.indicator.zh:
        good = before[-1:] if len(before) == 1 else []
    return good[-1] if good else None
