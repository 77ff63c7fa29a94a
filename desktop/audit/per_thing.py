"""Amounts per thing at two sizes of it: so much per pound and per ton."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.audit.amounts import amount, bare, number
from desktop.audit.computed import Reading, clause_of, name_of, same_thing
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.per import Thing, size_of, thing_in, time_in
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

PER = Text("{0}折合{1}约{2}，不是文中的{3}。", "{0} comes to about {2} {1}, not {3}.")


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
