"""A yearly change of an entity of the record against its reference series: 微众银行2022年净利润同比增长29.8%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, signed_percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.checks.reference_told import named_in
from desktop.audit.interval import Interval, as_claim
from desktop.audit.keys import folded
from desktop.audit.observed import bounds, in_sentence, inputs, middle, shown, spoken_of
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.evidence import Observation
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "reference_changes"
_AGAINST: Final = re.compile(
    r"同比|[较比](?:上年|去年|上一年|前一年|(?P<year>\d{4})年)|year on year|year-on-year|from a year earlier"
)
_BREAK: Final = re.compile(r"[。；;]")
_NEXT: Final = re.compile(r"旗下|子公司|行业|同业|平均|其中")
DIFFERS: Final = Text(
    "按参考数据，{0}{1}的{2}由上年的{3}变为{4}，变化{5}，不是文中的{6}。",
    "By the reference series, the {2} of {0} went from {3} the year before to {4} in {1}: {5}, not {6}.",
)
TOLD: Final = {"up": Text("增长{}", "a rise of {}"), "down": Text("下降{}", "a fall of {}")}


@check(
    KEY,
    "参考数据的变化",
    "changes of reference data",
    "prose",
    needs={"prose": ("同较比year",)},
)
def run(piece: Prose, world: World) -> Iterable[Result]:
    """Hold growth on the year before against the two values of the series."""
    if not _AGAINST.search(piece.text):
        return
    entities = spoken_of(piece.text, world.record)
    for sentence in piece.sentences:
        for entity, called in entities:
            match = called.search(sentence.text)
            if match is not None:
                yield from _of(sentence, entity, match.end(), world)


def _of(sentence: Sentence, entity: str, start: int, world: World) -> Iterator[Result]:
    products = [product for product, _ in world.owners if product and not named_in(product)]
    for figure in sentence.amounts:
        at = figure.anchor.start - sentence.start
        words = _BREAK.split(sentence.text[start:at])[-1] if at > start else ""
        against = _AGAINST.search(words)
        if (
            figure.role != "change"
            or figure.unit != "%"
            or against is None
            or figure.direction not in ("up", "down")
        ):
            continue
        if _NEXT.search(words) or any(p in words for p in products):
            continue
        when = _year(sentence, figure, against["year"])
        kind = named_in(words)
        if when and kind and (not against["year"] or int(against["year"]) == when - 1):
            yield from _held(figure, when, _points(world, entity, kind))


def _year(sentence: Sentence, figure: Figure, base: str | None) -> int:
    """The year that a change is told of: the last whole year before it that is not its base; 0 for none."""
    for date in reversed(sentence.dates):
        period = date.period
        if date.anchor.start > figure.anchor.start or period is None or period.text == base:
            continue
        if re.fullmatch(r"\d{4}", period.text):
            return int(period.text)
    return 0


def _points(world: World, entity: str, kind: str) -> dict[str, Observation]:
    name = folded(entity)
    return {
        p.period.text: p
        for p in world.record.series
        if p.indicator == kind and p.unit != "%" and name in (folded(p.entity.zh), folded(p.entity.en))
    }


def _held(figure: Figure, year: int, points: dict[str, Observation]) -> Iterator[Result]:
    now, before, claim = points.get(str(year)), points.get(str(year - 1)), as_claim(figure)
    if now is None or before is None or claim is None:
        return
    sign = -1.0 if figure.direction == "down" else 1.0
    least = (bounds(now).low / bounds(before).high - 1) * 100 * sign
    most = (bounds(now).high / bounds(before).low - 1) * 100 * sign
    change = (middle(now) / middle(before) - 1) * 100
    written = formula("{} ÷ {} − 1 = {}", shown(now), shown(before), signed_percent(change))
    if Interval(min(least, most), max(least, most)).meets(claim):
        yield say.passed(KEY, (figure,), written, rounded=True)
        return
    said = DIFFERS.format(
        now.entity,
        now.period.shown(),
        in_sentence(now),
        shown(before),
        shown(now),
        signed_percent(change),
        TOLD[figure.direction].format(stated(figure)),
    )
    yield say.finding(KEY, "differs", (figure,), written, said, "value", (*inputs(before), *inputs(now)))
