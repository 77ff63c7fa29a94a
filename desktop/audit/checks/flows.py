"""Opening count + what came in − what went out = closing count."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.flows import NEEDS, flows, in_and_out
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "flows"
_OPENS: Final = re.compile(r"(?:年|月|季|期)初|原有|原来|开始时|起初|上年末|去年底|上年底")
_CLOSES: Final = re.compile(r"(?:年|月|季|期)[末底]|最后|最终|还?剩|余下|现有|如今|目前")
WRONG = Text(
    "{0}加上进来的{1}、减去离开的{2}，应剩{3}，不是文中的{4}。",
    "{0} with {1} coming in and {2} going out leaves {3}, not {4}.",
)


@check(
    KEY,
    "期初与期末",
    "opening and closing counts",
    "prose",
    needs={"prose": NEEDS},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check the closing counts of sentences with exactly four counts of one kind: opening, in, out and closing."""
    for sentence in piece.sentences:
        if in_and_out(sentence):
            yield from _held(sentence)


def _held(sentence: Sentence) -> Iterable[Result]:
    own = [f for f in sentence.amounts if f.role == "level" and f.unit != "%" and value_of(f) is not None]
    if len(own) != 4 or any(not same_dimension(f.unit, own[0].unit) for f in own):
        return
    first, *through, last = own
    ways = [flows(sentence.lead(f)) for f in through]
    if sorted(ways) != [-1, 1] or any(flows(sentence.lead(f)) for f in (first, last)):
        return
    if not _OPENS.search(sentence.lead(first)) or not _CLOSES.search(sentence.lead(last)):
        return
    came, went = (through[ways.index(way)] for way in (1, -1))
    yield from _closing(first, came, went, last)


def _closing(first: Figure, came: Figure, went: Figure, last: Figure) -> Iterable[Result]:
    parts = [as_claim(f) for f in (first, came, went)]
    claim = as_claim(last)
    opening, gained, lost = parts
    if opening is None or gained is None or lost is None or claim is None:
        return
    found = opening.plus(gained).minus(lost)
    a, b, c, d = (value_of(f) or 0.0 for f in (first, came, went, last))
    point = a + b - c
    written = formula(
        "{} + {} − {} = {}", bare(first), bare(came), bare(went), amount(point, last, exact=True)
    )
    figures = (last, first, came, went)
    if found.meets(claim):
        yield say.passed(KEY, figures, written, rounded=abs(point - d) > 1e-9 * max(1.0, abs(d)))
    else:
        said = WRONG.format(
            bare(first), bare(came), bare(went), amount(point, last, exact=True), stated(last)
        )
        yield say.finding(KEY, "inconsistent", figures, written, said)
