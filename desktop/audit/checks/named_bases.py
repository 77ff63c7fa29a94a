"""环比 of what the amounts give against the year before, and 同比 of what they give against the term before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, signed_percent
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, as_operand, relative, value_of
from desktop.audit.parts_of_year import BY_TERM, YEARLY, Part, parts_of_year, relation
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "named_bases"
_WORD: Final = re.compile(r"同比|环比")
_STOP: Final = re.compile(r"[。！？；;\n]")
_CLAUSE: Final = re.compile(r"[，,：:（(]")
_REACH: Final = 16  # characters from the word to the change
_FAR: Final = 30  # characters from the words of a time to its amount
_MOST: Final = 9  # amounts of a paragraph
_NO_AMOUNT: Final = frozenset(
    ("%", "pp", "bp", "times", "rank", "year", "month", "quarter", "week", "day", "hour")
)
MEANT: Final = {"同比": YEARLY, "环比": BY_TERM}
NAMES: Final = {
    "同比": Text("同比（与上年同期比）", "on the same term of the year before"),
    "环比": Text("环比（与上一期比）", "on the term right before"),
}
SAID: Final = Text(
    "{0}比{1}变化{2}，这是{3}，文中却写作{4}。",
    "{0} against {1} is {2}: a change {3}, which the text calls one {4}.",
)


class _Dated(NamedTuple):
    figure: Figure
    part: Part | None
    sentence: int


@check(KEY, "同比与环比", "what a change is named against", "prose",
       needs={"prose": ("%", "同环", "比", "same*2", "季月半期")})  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Find the two amounts that a change by 同比 or 环比 comes from, and hold their times against the word."""
    if _WORD.search(piece.text) is None:
        return
    known = list(_amounts(piece))
    if not 1 < len(known) <= _MOST:
        return
    seen: set[str] = set()
    for figure in piece.figures:
        if figure.unit == "%" and value_of(figure) is not None and not figure.is_date:
            at = figure.anchor.start - piece.start
            lead = _STOP.split(piece.text[max(0, at - _REACH) : at])[-1]
            words = list(_WORD.finditer(lead))
            if words and not any(c.isdecimal() for c in _CLAUSE.sub("", lead[words[-1].end() :])):
                begin = at - len(lead) + words[-1].start()
                if figure.as_printed in seen:
                    continue  # 环比增长20%，同比也增长20%: one of them is of amounts that are told
                seen.add(figure.as_printed)
                yield from _held(piece, figure, words[-1][0], begin, known)


def _amounts(piece: Prose) -> Iterator[_Dated]:
    """The amounts of a paragraph with the part of a year that their words name last before them."""
    parts = list(parts_of_year(piece.text))
    for figure in piece.figures:
        if figure.is_date or figure.role != "level" or figure.unit in _NO_AMOUNT or not value_of(figure):
            continue
        at = figure.anchor.start - piece.start
        own = [
            p for p in parts if p.end <= at and at - p.end <= _FAR and not _STOP.search(piece.text, p.end, at)
        ]
        yield _Dated(figure, own[-1] if own else None, len(_STOP.findall(piece.text, 0, at)))


def _held(piece: Prose, change: Figure, word: str, begin: int, known: Sequence[_Dated]) -> Iterator[Result]:
    claim = as_claim(change)
    if claim is None:
        return
    here = len(_STOP.findall(piece.text, 0, begin))
    fits: dict[str, tuple[Figure, Figure]] = {}
    for one, then in combinations(known, 2):
        base, own = (then, one) if relation(then.part, one.part) else (one, then)
        gives = _gives(base.figure, own.figure, claim)
        if not gives and not relation(base.part, own.part):
            gives = _gives(own.figure, base.figure, claim)
        if gives:
            near = max(abs(here - base.sentence), abs(here - own.sentence)) <= 1 and here in (
                base.sentence,
                own.sentence,
            )
            kind = relation(base.part, own.part)
            fits.setdefault(kind if near or kind == MEANT[word] else "", (base.figure, own.figure))
    other = next(w for w in MEANT if w != word)
    if MEANT[word] in fits:
        base_, own_ = fits[MEANT[word]]
        yield say.passed(KEY, (change, own_, base_), _written(base_, own_))
    elif MEANT[other] in fits and "" not in fits:
        base_, own_ = fits[MEANT[other]]
        if not _bound(change, base_, own_, known, MEANT[word]):
            return
        change_ = signed_percent(((value_of(own_) or 0.0) / (value_of(base_) or 1.0) - 1) * 100)
        said = SAID.format(bare(own_), bare(base_), change_, NAMES[other], NAMES[word])
        start = piece.start + begin
        place = Anchor(piece.source, start, start + len(word), word)
        yield say.finding(
            KEY, "inconsistent", (change, own_, base_), _written(base_, own_), said, "basis", spans=(place,)
        )


def _bound(change: Figure, base: Figure, own: Figure, known: Sequence[_Dated], meant: str) -> bool:
    """Whether it is no chance that two amounts give the change: it stands right behind them, and to the decimal.

    Or the base that the word means is told too, and gives another change.
    """
    before = [d.figure for d in known if d.figure.anchor.end <= change.anchor.start]
    if base not in before or own not in before:
        return False
    part = next(d.part for d in known if d.figure is own)
    right = any(relation(d.part, part) == meant for d in known if d.figure.unit == own.unit)
    return right or before[-1] is base or "." in change.as_printed


def _gives(base: Figure, own: Figure, claim: Interval) -> bool:
    if base.unit != own.unit:
        return False
    one, other = as_operand(base), as_operand(own)
    found = relative(one, other) if one is not None and other is not None else None
    if found is None:
        return False
    return found.meets(claim) if found.low > 0 else found.scaled(-1).meets(claim) or found.meets(claim)


def _written(base: Figure, own: Figure) -> Text:
    change = signed_percent(((value_of(own) or 0.0) / (value_of(base) or 1.0) - 1) * 100)
    return formula("{0} ÷ {1} − 1 = {2}", bare(own), bare(base), change)
