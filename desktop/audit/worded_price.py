"""A price times all that it is for: counts of its thing, lengths of its time, and what a rate makes of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.for_each import per_one
from desktop.audit.operand import Operand, is_of
from desktop.audit.passage_names import grams
from desktop.audit.passages import Told
from desktop.audit.per import EXACT, Thing, factor, longer
from desktop.audit.ways import Way
from desktop.audit.worded import product

Known = tuple[Told, Operand]
_SIZED: Final = frozenset(
    ("kg", "ton", "g", "jin", "mL", "L", "m2", "mu", "ha", "km2", "km", "hour", "minute", "kWh", "degree")
)  # fmt: skip


def products(price: Known, claim: Operand, many: Sequence[Known]) -> Iterator[Way]:
    """The price times all that it is for, and for as long as the line tells."""
    told, own = price
    if own.per is None:
        if not claim.time or longer(claim.time, own.time or claim.time):
            yield from _over(told, [k for k in many if k[0].figure.unit == own.time])
        single = product(told)
        if single is not None and (claim.time, own.time) in EXACT:
            yield _timed(single, own.time, claim.time)
        if own.each and not own.time:
            yield from _beside(told, claim, many)
        return
    for count, counted in reversed(many):
        if not is_of(counted, own.per) and not _shares(told, count, own.per):
            continue
        by = per_one(count.figure, own.per, own.lead)
        rows = [t for t, o in many if is_of(o, counted.per) and t is not count] if counted.per else []
        time = own.time or counted.time
        lengths = [t for t, o in many if t.figure.unit == time and t is not count] if time else []
        plains: list[tuple[Told, ...]] = [(count, more) for more in rows]
        for plain in plains or [(count,)]:
            for length in lengths:
                found = product(told, *printed(*plain, length), by=by)
                if found is not None:
                    yield found
            found = product(told, *printed(*plain), by=by)
            per = time
            if found is not None and not (lengths and not claim.time):
                yield _timed(found, per, claim.time)


def _shares(price: Told, count: Told, thing: Thing) -> bool:
    """Whether a count is of what a price names: 一个新客户要花费180元, 新增客户5.5万人; 平均票价120元, 座位800个."""
    if not count.figure.unit.startswith("count:") and count.figure.unit != "person":
        return False
    if thing.code in _SIZED:
        return False
    return bool(grams(price.lead) & grams(count.lead)) or "票价" in price.lead


def _over(told: Told, lengths: Sequence[Known]) -> Iterator[Way]:
    for length, _ in reversed(lengths):
        found = product(told, *printed(length))
        if found is not None:
            yield found


def _beside(told: Told, claim: Operand, many: Sequence[Known]) -> Iterator[Way]:
    """A price that does not say of what it is, by the count right before it: 卖出300杯，均价15元."""
    counts = [k for k in many if k[0].start < told.start and k[0].figure.unit.startswith("count:")]
    if len(counts) == 1 and counts[0][0].sentence == told.sentence:
        found = product(told, *printed(counts[0][0]))
        if found is not None:
            yield _timed(found, counts[0][1].time, claim.time)


def printed(*told: Told) -> tuple[Told, ...]:
    """Counts and lengths by the numbers that they are printed with."""
    return tuple(t._replace(value=float(t.figure.low or 0)) for t in told)


def _timed(way: Way, per: str, wanted: str) -> Way:
    """A way for the time that an amount is told for."""
    if not per or not wanted or per == wanted:
        return way
    step = factor(per, wanted)
    by = (step.low + step.high) / 2
    sign = f"{way.sign} × {by:g}" if by > 1 else f"{way.sign} ÷ {1 / by:g}"
    return way._replace(found=way.found.times(step), point=way.point * by, sign=sign)


def at_rate(way: Way, rate: Told) -> Iterator[Way]:
    """A way with a rate that stands behind its price: 上座率七成, 版税10%."""
    part = rate.value / 100
    yield Way((*way.inputs, rate.figure), way.found.scaled(part), way.point * part, f"{way.sign} × {{}}")
    if part < 1:
        rest = 1 - part
        sign = f"{way.sign} × (100% − {{}})"
        yield Way((*way.inputs, rate.figure), way.found.scaled(rest), way.point * rest, sign)
