"""Amounts per thing: a total over a count, so much per pound and per ton, a price times a count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.amounts import amount, bare, number
from desktop.audit.computed import EXTREME, MORE, Reading, clause_of, name_of, priced, same_thing, usable
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.per import Thing, counts, size_of, thing_in, time_in
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

_INSTALMENTS: Final = ("count:期",)
PER = Text("{0}折合{1}约{2}，不是文中的{3}。", "{0} comes to about {2} {1}, not {3}.")
SHARED = Text("{0}按{1}平摊，{2}约{3}，不是文中的{4}。", "{0} over {1} is about {3} {2}, not {4}.")
PRODUCT = Text("{0}乘以{1}约为{2}，不是文中的{3}。", "{0} times {1} is about {2}, not {3}.")


def divided(
    sentence: Sentence,
    claim: Figure,
    thing: Thing,
    earlier: Sequence[Figure],
    before: Sentence | None,
    *,
    spread: bool,
) -> Iterator[Reading]:
    """A total over a count of things against the amount of each."""
    pool = list(earlier)
    if spread and before is not None and not any(same_dimension(f.unit, claim.unit) for f in earlier):
        pool = [*before.amounts, *earlier]
    known = {f.id for f in sentence.amounts}
    things = [f for f in pool if f.role == "level" and counts(f, thing) and _named(f, thing)]
    totals = [f for f in pool if usable(f) and same_dimension(f.unit, claim.unit) and f not in things]
    plain = [f for f in totals if f.id not in known or thing_in(clause_of(sentence, f)) is None]
    alone = len({value_of(f) for f in things}) == 1 and (len(plain) == 1 or spread)
    for many in reversed(things):
        for total in plain:
            one, other = as_claim(total), as_claim(many)
            a, b = value_of(total), value_of(many)
            quotient = one.over(other.scaled(1 / size_of(thing))) if one and other else None
            if quotient is None or a is None or not b or _of_other_year(claim, total, many):
                continue
            point = a / b * size_of(thing)
            said = SHARED.format(bare(total), bare(many), thing.shown, amount(point, claim), "{0}")
            near = total.id not in known or same_thing(sentence, claim, total) or spread
            sure = alone and near and thing.code not in _INSTALMENTS  # they bear interest
            yield Reading((total, many), quotient, point, "{} ÷ {}", said, sure)


def resized(sentence: Sentence, claim: Figure, thing: Thing, earlier: Sequence[Figure]) -> Iterator[Reading]:
    """So much per pound against so much per ton."""
    for base in reversed(earlier):
        other = thing_in(clause_of(sentence, base)) if same_dimension(base.unit, claim.unit) else None
        own, point = as_claim(base), value_of(base)
        if other is None or other.code == thing.code or own is None or point is None:
            continue
        if not same_dimension(other.code, thing.code) or time_in(clause_of(sentence, base)):
            continue
        step = size_of(thing) / size_of(other)
        sign = f"{{}} × {number(step)}" if step >= 1 else f"{{}} ÷ {number(1 / step)}"
        said = PER.format(bare(base), thing.shown, amount(point * step, claim), "{0}")
        sure = same_thing(sentence, claim, base) or len(name_of(sentence, claim)) < 3
        yield Reading((base,), own.scaled(step), point * step, sign, said, sure)


def totals(sentence: Sentence, claim: Figure, earlier: Sequence[Figure]) -> Iterator[Reading]:
    """A rate per thing or per month times the count of them against a stated total."""
    alike = [f for f in earlier if same_dimension(f.unit, claim.unit)]
    if len(alike) != 1 or len(earlier) > 3:
        return
    rate = alike[0]
    clause = clause_of(sentence, rate)
    thing, time = thing_in(clause), time_in(clause)
    if (thing is None) == (not time) or EXTREME.search(clause) or MORE.search(sentence.between(rate, claim)):
        return
    rest = [f for f in earlier if f is not rate and f.role == "level"]
    many = [f for f in rest if (counts(f, thing) if thing is not None else f.unit == time)]
    if len(many) != 1 or (thing is not None and not _named(many[0], thing)):
        return
    one, other, a, b = as_claim(rate), as_claim(many[0]), value_of(rate), value_of(many[0])
    if one is None or other is None or not a or not b:
        return
    size = size_of(thing) if thing is not None else b / float(many[0].low or many[0].high or 1)
    point = a * b / size
    said = PRODUCT.format(bare(rate), bare(many[0]), amount(point, claim), "{0}")
    sure = same_thing(sentence, claim, rate) or len(priced(sentence, rate)) < 2
    yield Reading((rate, many[0]), one.times(other).scaled(1 / size), point, "{} × {}", said, sure)


def _named(figure: Figure, thing: Thing) -> bool:
    """Whether a count may be of the thing by name: 每名教师 wants teachers, not pupils."""
    about = figure.indicator.zh + figure.anchor.suffix[:4] + figure.anchor.prefix[-4:]
    return len(thing.noun) < 2 or thing.noun[:2] in about


def _of_other_year(claim: Figure, *figures: Figure) -> bool:
    """Whether a claim is of a year and one of the figures of another: 2017年…由18家分担，2019年每家…"""
    year = _year(claim)
    return year is not None and any(_year(f) not in (None, year) for f in figures)


def _year(figure: Figure) -> int | None:
    return figure.period.start.year if figure.period and figure.period.start else None
