"""What an amount may come to by the algebra of units: 件 × 元/件 is 元, 元 ÷ 人 is 元/人, a balance × a rate.

Each guess tells how tightly the units bind its parts to the amount: ``LOOSE`` where they only allow it, ``SIZED``
where one of them is told for each of something, ``CLOSED`` where that something is what the other one counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit.for_each import per_one
from desktop.audit.interval import Interval, as_claim
from desktop.audit.operand import Operand, is_of, multiplier
from desktop.audit.per import factor, in_things
from desktop.audit.ways import Way, like

LOOSE, WEAK, SIZED, CLOSED = 0, 1, 2, 3
_YEARLY: Final = re.compile(r"年化|年利率|年息|年费率|年收益")
_APART: Final = re.compile(r"差|倒挂|费率|利率")
_GAINS: Final = re.compile(r"[亏赚赔]|利润|盈利")
_RATES: Final = 5  # of the last amounts, which may be rates of an amount
_SHARES: Final = 2  # of the last rates, which may be of a product
_YEAR: Final = {("day", "year"): 365.0, ("year", "day"): 1 / 365}
_REST: Final = re.compile(r"自己|自付|自掏|剩|余|其他|另外|没")
_PEOPLE: Final = ("person", "count:人次", "count:名", "count:位")
_SHORT: Final = ("second", "minute", "hour")  # multiply only what is told for each of them
_ENERGY: Final = ("kWh", "degree", "MWh", "GWh")
_BODIES: Final = ("mass", "volume", "area", "length")
_ONE: Final = Interval(1.0, 1.0)


class Guess(NamedTuple):
    """``sign`` has a place for each of ``parts``; ``step`` is what their product (or quotient) is scaled by."""

    sign: str
    bind: int
    point: float
    parts: tuple[Operand, ...]
    step: Interval = _ONE
    over: bool = False
    rest: bool = False
    kept: bool = True  # the times of its parts are the claim's own

    def way(self) -> Way | None:
        """The operands and the interval that they give."""
        found = as_claim(self.parts[0].figure)
        for part in self.parts[1:]:
            by = multiplier(part.figure)
            if by is not None and self.rest and part.rate:
                by = by.minus(_ONE) if part.many > 1 else _ONE.minus(by)
            if found is None or by is None:
                return None
            found = found.over(by) if self.over else found.times(by)
        if found is None:
            return None
        return Way(tuple(p.figure for p in self.parts), found.times(self.step), self.point, self.sign)


def guesses(claim: Operand, pool: Sequence[Operand], least: int = LOOSE) -> Iterator[Guess]:
    """All that two or three of a pool may give, with bonds of ``least`` at least."""
    figure = claim.figure
    same = [o for o in pool if not o.rate and like(o.figure, figure)]
    heads = figure.unit in _PEOPLE or figure.unit.startswith("count:")
    if not (same or heads or figure.unit in _ENERGY):
        return  # of nothing around
    rates, many = [], []
    for one in pool:
        if one.rate and (one.figure.unit in ("%", "permille") or _APART.search(one.lead)):
            rates.append(one)
        unit = one.figure.unit
        if one.counted and (not unit or unit in _PEOPLE or not like(one.figure, figure)):
            many.append(one)
    lengths = [o for o in many if o.dimension == "duration"]
    if least:
        last = pool[-_RATES:]
        rates = [o for o in rates if _is_level(o) and any(o is x for x in last)]
    each = claim.each or claim.time
    for one in same:
        for count in many:
            if count is one:
                continue
            yield from _product(claim, one, count, (*lengths, *rates[-_SHARES:]), least)
            if each or not least:
                yield from _quotient(claim, one, count, least)
        for rate in rates if "每股" not in claim.lead or "每股" in one.lead else ():
            yield from _at_rate(claim, one, rate, lengths, least)
        if one.time and claim.time and one.time != claim.time:
            yield _timed(Guess("{}", SIZED, one.value, (one,)), one.time, claim.time)
    if heads:
        for one in many:
            if not like(one.figure, figure) and one.dimension != "duration":
                for rate in rates:
                    yield Guess("{} × {}", WEAK, one.value * rate.many, (one, rate))
        yield from _counts(claim, many, least)
    if figure.unit in _ENERGY:
        for one in pool:
            if one.dimension == "power":
                for length in lengths:
                    if length.figure.unit == "hour":
                        point = one.value * length.many / 1000
                        yield Guess("{} × {}", SIZED, point, (one, length), Interval(0.001, 0.001))


def _timed(guess: Guess, per: str, wanted: str) -> Guess:
    """A guess by the times that its parts and the claim are told for."""
    if not per or not wanted or per == wanted:
        return guess
    step = factor(per, wanted)
    by = _YEAR.get((per, wanted)) or (step.low + step.high) / 2
    sign = f"{guess.sign} × {by:g}" if by > 1 else f"{guess.sign} ÷ {1 / by:g}"
    return guess._replace(sign=sign, point=guess.point * by, step=guess.step.times(step), kept=False)


def _product(
    claim: Operand, one: Operand, count: Operand, lengths: Sequence[Operand], least: int
) -> Iterator[Guess]:
    """So much for each, and how many; so much a day, and for how many days."""
    if one.per is None and one.dimension in _BODIES and count.dimension in _BODIES and not count.multiplies:
        return  # 104毫克 × 300毫升 is nothing
    bind = LOOSE
    if count.multiplies or one.multiplies:
        bind = CLOSED
    elif one.per is not None and claim.per is not None and one.per.code == claim.per.code:
        pass  # both are for each of it
    elif is_of(count, one.per) or (one.time and count.figure.unit == one.time):
        bind = CLOSED
    elif one.each and one.per is None:
        bind = SIZED
    elif (
        one.per is not None
        and not one.time
        and (one.per.code in _PEOPLE or one.per.code.startswith("count:"))
    ):
        bind = WEAK  # of a square metre there are no flats
    if bind < least:
        return
    by = per_one(count.figure, one.per, one.lead) if one.per is not None else 1.0
    plain = Guess("{} × {}" if by == 1 else f"{{}} × {{}} × {by:g}", bind, one.value * count.many * by,
                  (one, count), Interval(by, by))  # fmt: skip
    if count.dimension == "duration":
        yield plain
        return
    per = one.time or count.time
    timed = _timed(plain, per, claim.time)
    yield timed
    if timed is not plain and not least:
        yield plain._replace(bind=LOOSE)
    for length in lengths:
        if length is not count and (
            length.rate or length.figure.unit not in _SHORT or length.figure.unit == one.time
        ):
            yield Guess(
                f"{plain.sign} × {{}}", bind, plain.point * length.many, (one, count, length), plain.step
            )


def _quotient(claim: Operand, total: Operand, count: Operand, least: int) -> Iterator[Guess]:
    """A total over how many, for each of them."""
    bind, size = LOOSE, 1.0
    if total.per is not None:
        pass  # itself for each of something
    elif is_of(count, claim.per) and count.figure.unit == "count:期":
        bind, size = WEAK, 1.0  # instalments bear interest
    elif is_of(count, claim.per):
        bind, size = CLOSED, 1 / in_things(count.figure, claim.per)
    elif claim.time and count.figure.unit == claim.time:
        bind = CLOSED
    elif claim.each:
        bind = SIZED if claim.per is None else WEAK
    if bind < least or not count.many:
        return
    plain = Guess("{} ÷ {}" if size == 1 else f"{{}} ÷ {{}} × {size:g}", bind, total.value / count.many * size,
                  (total, count), Interval(size, size), over=True)  # fmt: skip
    if count.dimension == "duration":
        yield plain
        return
    timed = _timed(plain, total.time, claim.time)
    yield timed
    if timed is not plain and not least:
        yield plain._replace(bind=LOOSE)


def _is_level(rate: Operand) -> bool:
    """Whether a rate is a part of something, and not by how much it changed."""
    return rate.figure.role != "change" or rate.figure.unit in ("pp", "bp")


def _at_rate(
    claim: Operand, base: Operand, rate: Operand, lengths: Sequence[Operand], least: int
) -> Iterator[Guess]:
    """A part of a whole, what is left of it, and what a rate for a time comes to over some of them."""
    bind = SIZED if _is_level(rate) else WEAK
    bind = CLOSED if base.multiplies or rate.multiplies else bind
    plain = Guess("{} × {}", bind, base.value * rate.many, (base, rate))
    yield plain
    per = rate.time or ("year" if _YEARLY.search(rate.lead) else "")
    if per and claim.time and per != claim.time:
        yield _timed(plain, per, claim.time)._replace(bind=WEAK)
    if rate.many > 1:
        own = CLOSED if _GAINS.search(claim.lead) else SIZED
        yield Guess("{} × ({} − 100%)", own, base.value * (rate.many - 1), (base, rate), rest=True)
    else:
        own = SIZED if _REST.search(claim.lead) else WEAK
        if own > least or not least:
            yield Guess("{} × (100% − {})", own, base.value * (1 - rate.many), (base, rate), rest=True)
    if rate.many and not least:
        yield Guess("{} ÷ {}", LOOSE, base.value / rate.many, (base, rate), over=True)
    for length in lengths:
        own = SIZED if length.figure.unit == per else WEAK
        yield Guess("{} × {} × {}", own, plain.point * length.many, (base, rate, length))


def _counts(claim: Operand, many: Sequence[Operand], least: int) -> Iterator[Guess]:
    """Counts times counts: 24台, 每台2.5班; 640个车位, 周转3.2次."""
    for n, one in enumerate(many):
        for other in many[n + 1 :]:
            if (
                one.dimension == other.dimension
                or one.dimension.startswith("money")
                or other.dimension.startswith("money")
            ):
                continue
            if is_of(one, other.per) or is_of(other, one.per):
                each, count = (other, one) if is_of(one, other.per) else (one, other)
                guess = Guess("{} × {}", SIZED, each.value * count.many, (each, count))
                yield _timed(guess, each.time or count.time, claim.time)
            elif least == LOOSE:
                yield Guess("{} × {}", LOOSE, one.value * other.many, (one, other))
