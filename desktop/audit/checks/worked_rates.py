"""A rate of an amount, worked out in the text: 票房568万元，剧团拿走55%，也就是312.4万元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.scope import Section
from desktop.audit.ways import Way, like, plain, product
from desktop.audit.worked import Worked, worked
from desktop.audit.worked_told import held, slipped
from desktop.core.figure import Figure

KEY: Final = "worked_rates"
_MARKS: Final = re.compile(
    r"^[^，,。；;、\d]{0,4}[，,：:（(]?(?:大约|那?就是|也就是|即|即为|折合|合计|合|约合|相当于|等于|=|＝|为|共|到手|约)+$"
)
_THAT_IS: Final = re.compile(r"(?:就是|即|相当于|等于|折?合)为?约?$")
_TIMES: Final = re.compile(r"乘(?:上|以)?了?[^，,。；\d]{0,8}$")
_FAR: Final = 10  # times its base: an amount that is more is none at a rate
_APART: Final = re.compile(r"[少多高低差][付出了过]|相差")
_RATED: Final = re.compile(r"按|率|抽|提|拿|分走|分到|扣|收取|税|占|佣|费")
_RECKONED: Final = re.compile(r"[匡估推测计折核]算|换算|来算|反推")


@check(KEY, "按比率算出的数", "amounts worked out at a rate", "section", needs={"section": ("%",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold a part against the share right before it and its whole; a slip is told of any rate of the paragraph."""
    for told in worked(piece):
        bases = [f for f in (*told.earlier, *told.before) if like(f, told.figure) and f.role == "level"][-4:]
        if len(told.before) > 1 and _TIMES.search(told.between(*told.before[-2:])):
            yield from _times(told, *told.before[-2:])
            continue
        rate = told.before[-1] if told.before and _rate(told.before[-1]) else None
        if not bases or "、" in told.lead or _APART.search(told.clause):
            continue
        if rate is not None:
            yield from _at(told, rate, bases)
        elif _RECKONED.search(told.sentence[: told.figure.anchor.start - told.start]):
            yield from slipped(KEY, told, _reckoned(told, bases[-1]))


def _times(told: Worked, one: Figure, other: Figure) -> Iterator[Result]:
    """2.6%乘上378亿元，一年就有9.8亿元: what the text says it multiplies."""
    rate, base = (one, other) if _rate(one) else (other, one)
    if _rate(rate) and like(base, told.figure) and not _TIMES.search(told.clause):
        yield from held(KEY, told._replace(after=()), product(base, rate))


def _rate(figure: Figure) -> bool:
    return figure.unit == "%" and figure.role != "change" and value_of(figure) is not None


def _at(told: Worked, rate: Figure, bases: list[Figure]) -> Iterator[Result]:
    gap = told.between(rate, told.figure)
    own = [b for b in bases if b in told.before]
    if own and _MARKS.match(gap):
        told = told._replace(after=()) if _THAT_IS.search(gap) else told  # bound to what stands before it
        slips = list(slipped(KEY, told, [product(b, rate) for b in own]))
        yield from slips or (held(KEY, told, product(own[0], rate)) if len(own) == 1 else ())
    elif (
        (value_of(told.figure) or 0.0) < _FAR * (value_of(bases[-1]) or 0.0)
        and _RATED.search(told.words_before(rate) + gap)
        and "其中" not in gap
    ):
        yield from slipped(KEY, told, [product(b, rate) for b in bases])


def _reckoned(told: Worked, base: Figure) -> Iterator[Way | None]:
    """An amount by the rates of the sentences before: 7% itself, and what 107% is above 100."""
    for rate in filter(_rate, (*told.earlier, *told.before)):
        made, share = product(base, rate), plain(rate)
        yield made
        if made is not None and share is not None and share.low > 1:
            above = (share.low + share.high) / 2 - 1
            by = above / (above + 1)
            yield Way(made.inputs, made.found.scaled(by), made.point * by, "{} × ({} − 100%)")
