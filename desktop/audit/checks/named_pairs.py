"""Two things of a paragraph compared in words: "甲店卖出300杯，乙店卖出200杯，甲店比乙店多120杯"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.compare import FAILS, against
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.move import BY, Move
from desktop.audit.reading import CLAUSE
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "named_pairs"
_NAME: Final = r"[\u4e00-\u9fffA-Za-z0-9]{2,10}?"
_PAIR: Final = re.compile(
    rf"^(?:其中|而|但|因此|可见|也就是说)?(?P<one>{_NAME})比(?P<other>{_NAME})(?P<way>(?:还|又|要|整整|足足)*"
    r"(?:[多少高低]|便宜|贵|长|短|重|轻)[出了]?\D{0,4})$"
)
_TIME: Final = re.compile(r"\d|年|月|季|上期|同期|此前|之前|往|均|平时")
APART: Final = Text(
    "{0}是{1}，{2}是{3}，相差{4}，与文中的{5}不符。",
    "{0} is {1} and {2} is {3}: they differ by {4}, and the text says {5}.",
)


@check(KEY, "两者对比", "two named amounts compared", "prose", needs={"prose": ("比",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Recompute a difference between two names, each of which a paragraph gives exactly one amount before."""
    if "比" not in piece.text:
        return
    for at, sentence in enumerate(piece.sentences):
        for claim in sentence.amounts:
            clause = CLAUSE.split(sentence.text[: claim.anchor.start - sentence.start])[-1]
            found = _PAIR.match(clause + claim.anchor.quote.partition(claim.as_printed)[0])
            if found is None or _TIME.search(found["one"] + found["other"]):
                continue
            said = told(found["way"])
            before = [
                (s, f)
                for s in piece.sentences[: at + 1]
                for f in s.amounts
                if f.anchor.end < claim.anchor.start
            ]
            one, other = _of(found["one"], before), _of(found["other"], before)
            if said.way and not said.others and one is not None and other is not None:
                yield from _held(one, other, claim, found["one"], found["other"], down=said.way == "down")


def _of(name: str, before: list[tuple[Sentence, Figure]]) -> Figure | None:
    """The one amount whose clause begins with a name; None where there are several, or a date beside it."""
    found = []
    for sentence, figure in before:
        clause = CLAUSE.split(sentence.text[: figure.anchor.start - sentence.start])[-1]
        if clause.startswith(name) and "比" not in clause:
            found.append((clause.removeprefix(name), figure))
    if len(found) != 1 or _TIME.search(found[0][0]) or found[0][1].role not in ("level", "ratio"):
        return None
    return found[0][1]


def _held(
    one: Figure, other: Figure, claim: Figure, left: str, right: str, *, down: bool
) -> Iterable[Result]:
    a, b, own = value_of(one), value_of(other), as_claim(claim)
    first, second = as_claim(one), as_claim(other)
    if a is None or b is None or own is None or first is None or second is None:
        return
    if not same_dimension(one.unit, other.unit):
        return
    if claim.unit in ("%", "times") and one.unit != "%":
        quotient = first.over(second)
        if quotient is None or b <= 0:
            return
        many = claim.unit == "times" and (value_of(claim) or 0) >= 2
        held = against(quotient, a / b, Move(other, one, claim, "", down, way="" if many else BY))
        fits = held is None or held.result != FAILS
        percent = f"{number(abs(a / b - 1) * 100)}%"
        shown = Text(percent, percent)
        written = formula("{} ÷ {} = {}", bare(one), bare(other), number(a / b, 2))
    elif same_dimension(claim.unit, one.unit) and claim.unit != "%":
        fits = (second.minus(first) if down else first.minus(second)).meets(own)
        shown = amount(abs(a - b), one, exact=True)
        written = formula("{} − {} = {}", bare(one), bare(other), shown if a >= b else formula("−{}", shown))
    else:
        return
    figures = (claim, one, other)
    if fits:
        yield say.passed(KEY, figures, written)
    else:
        said = APART.format(quote(left), bare(one), quote(right), bare(other), shown, stated(claim))
        yield say.finding(KEY, "inconsistent", figures, written, said)
