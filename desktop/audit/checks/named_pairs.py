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
from desktop.audit.lines import behind_last
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
    rf"^(?:其中|而|但|却|则|因此|可见|也就是说)?(?P<one>{_NAME})?比(?P<other>{_NAME})"
    r"(?P<way>(?:还|又|要|更|整整|足足)*(?:[多少高低大小快慢长短重轻贵]|便宜)[出了]?\D{0,4})$"
)
_TIME: Final = re.compile(r"\d|年(?![利化费薪租息产])|月(?![费租薪供])|季|上期|同期|此前|之前|往|均|平时")
_PACE: Final = re.compile(r"[快慢]")  # more of a speed, less of a time
_LESS, _MORE, _APART = Text("少", " less"), Text("多", " more"), Text("差", "")
APART: Final = Text(
    "{0}是{1}，{2}是{3}，前者{6}{4}，与文中的{7}{5}不符。",
    "{0} is {1} and {2} is {3}: the first is {4}{6}, and the text says {5}{7}.",
)


@check(KEY, "两者对比", "two named amounts compared", "prose", needs={"prose": ("比",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Recompute a difference between two names, each of which a paragraph gives exactly one amount before."""
    if "比" not in piece.text:
        return
    for at, sentence in enumerate(piece.sentences):
        for claim in sentence.amounts:
            clause = behind_last(CLAUSE, sentence.text[: claim.anchor.start - sentence.start])
            found = _PAIR.match(clause + claim.anchor.quote.partition(claim.as_printed)[0])
            if found is None or _TIME.search((found["one"] or "") + found["other"]):
                continue
            said = told(found["way"])
            down = said.way == "down" if said.way and not _PACE.search(found["way"]) else None
            before = [
                (s, f)
                for s in piece.sentences[: at + 1]
                for f in s.amounts
                if f.anchor.end < claim.anchor.start
            ]
            other = _of(found["other"], before)
            if other is None:
                continue
            one = _of(found["one"], before) if found["one"] else _just_told(before, other, sentence)
            if one is not None and (not said.others or down is None):
                yield from _held(one, other, claim, found["one"], found["other"], down=down)


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


def _just_told(before: list[tuple[Sentence, Figure]], other: Figure, own: Sentence) -> Figure | None:
    """The amount that a comparison without a subject is of: the one told right before it in its sentence."""
    for sentence, figure in reversed(before):
        clause = CLAUSE.split(sentence.text[: figure.anchor.start - sentence.start])[-1]
        if "比" in clause:
            continue
        alike = sentence is own and figure.role in ("level", "ratio") and not _TIME.search(clause)
        return figure if alike and figure is not other else None
    return None


def _held(
    one: Figure, other: Figure, claim: Figure, left: str | None, right: str, *, down: bool | None
) -> Iterable[Result]:
    """``down`` is None where the word tells of no direction: then either is meant."""
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
        ways = (True, False) if down is None else (down,)
        held = [
            against(quotient, a / b, Move(other, one, claim, "", w, way="" if many else BY)) for w in ways
        ]
        fits = any(h is None or h.result != FAILS for h in held)
        percent = f"{number(abs(a / b - 1) * 100)}%"
        shown = Text(percent, percent)
        written = formula("{} ÷ {} = {}", bare(one), bare(other), number(a / b, 2))
    elif _told_in(claim, one):
        fits = (down is not True and first.minus(second).meets(own)) or (
            down is not False and second.minus(first).meets(own)
        )
        shown = amount(abs(a - b), claim, exact=True)
        written = formula("{} − {} = {}", bare(one), bare(other), shown if a >= b else formula("−{}", shown))
    else:
        return
    figures = (claim, one, other)
    if fits:
        yield say.passed(KEY, figures, written)
    else:
        mine = quote(left) if left else Text("这里", "What this is said of")
        way = _APART if down is None else _LESS if down else _MORE
        real = _LESS if a < b else _MORE
        said = APART.format(mine, bare(one), quote(right), bare(other), shown, stated(claim), real, way)
        yield say.finding(KEY, "inconsistent", figures, written, said)


def _told_in(claim: Figure, one: Figure) -> bool:
    """Whether a difference is in the unit of the amounts: 个百分点 of %, and 元 also of prices in 元/小时."""
    if one.unit == "%":
        return claim.unit == "pp"
    return claim.unit != "%" and same_dimension(claim.unit, one.unit.partition("/")[0])
