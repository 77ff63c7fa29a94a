"""How long lay between two dates of an English sentence: launched in 2016, closed in 2023, after seven years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.checks.english_lengths import told_elsewhere
from desktop.audit.english_lengths_of import Span, about, spans
from desktop.audit.english_number import Told
from desktop.audit.english_numbers import english
from desktop.audit.english_words import TIMED
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "english_spans"
_LEAD: Final = re.compile(
    r"(?:^|[,;(]|\b(?:after|lasting|lasted|took|spanning|a span of|a run of|after a run of|a gap of"
    r"|after some|full|opened|approved|closed|shut|delivered)) ?$",
    re.I,
)
_AFTER: Final = re.compile(r"^ (?:later|afterwards|apart|after|before|earlier)\b(?! (?:the age|tax))")
_ENDS: Final = re.compile(
    r"^(?: (?:in all|in total|altogether|(?:of|in|on) (?:service|operation|trading|business"
    r"|publication|print|office|production|use|sale|air|stage|work|works|construction|building|preparation)))?\s*(?:[.,;)]|$)"
)
_NOT: Final = re.compile(
    r"\b(?:contract|deal|warrant[yi]|guarantee|sentence|notice|grace|every|each|previous|within|ago|old|expected|planned"
    r"|scheduled|due|would|will|should|(?-i:may)|estimated|supposed|originally|delay(?:ed)?|late|extension|extended)\b",
    re.I,
)
_SOME: Final = re.compile(r"\b(?:next|past|last|first|final)(?: (?:full|or so|few))? $", re.I)
_OVER: Final = re.compile(r"\b(?:ran out|expired|ended|lapsed|came to an end|ran until)\b")
_FOR: Final = re.compile(r"\b(?:signed|taken out|leased|agreed|rented|granted|issued)\b[^.;]*\bfor $")
_SINCE: Final = re.compile(
    r"^ (?:later|afterwards|after (?:it |the |its )?(?:launch|opening|start|foundation|that|then|being|was))"
)
_CLOSE: Final = re.compile(
    r"[ ,;:(–—-]*(?:(?:some|after|lasting|which|is|was|or|a|period|run|span|stretch|life|lifetime|total"
    r"|of|exactly|just|that) ?)*"
)
_RANGE: Final = re.compile(rf"\b(?:from|between) {TIMED} (?:to|until|till|through|and) {TIMED}", re.I)
_TO_RANGE: Final = re.compile(r"(?: (?:to|of|in) [a-z]+)?,? \(?")
_THEN: Final = re.compile(
    r" (?:later|afterwards|before|after(?: (?:the|its|her|his|their|it)(?: [a-z]+){1,3})?),? ?(?:in|on)? ?"
)
LASTS: Final = Text("从{0}到{1}是{2}，不是文中的{3}。", "From {0} to {1} is {2}, not {3} as the text says.")


@check(
    KEY, "英文两个日期之间", "the time between two English dates", "prose", needs={"prose": ("latin", "date")}
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold a length of time against the two dates of its sentence, or its date and the one before."""
    earlier: list[Figure] = []
    for told in english(piece):
        dates = [d for d in told.dates if _whole(d)]
        lengths = [s for s in spans(told.words) if not any(_covers(piece, told, d, s) for d in told.dates)]
        if len(lengths) == 1 and len(dates) == len(told.dates) and not _other(told, lengths[0]):
            pair = _pair(told, lengths[0], dates, earlier)
            if pair is not None and not told_elsewhere(told):
                yield from _held(piece, told, lengths[0], pair, [*earlier, *dates])
        earlier += dates


def _whole(figure: Figure) -> bool:
    period = figure.period
    dated = (
        period is not None and period.start is not None and period.end is not None and "→" not in period.text
    )
    return dated and re.search(r"\d{4}", figure.as_printed) is not None


def _other(told: Told, span: Span) -> bool:
    """Whether a length is of something else than the time between: of a contract, the first two years."""
    return _NOT.search(_around(told, span)) is not None or _SOME.search(told.words[: span.start]) is not None


def _around(told: Told, span: Span) -> str:
    return told.words[max(0, span.start - 30) : span.start] + "|" + told.words[span.end : span.end + 24]


def _covers(piece: Prose, told: Told, date: Figure, span: Span) -> bool:
    at = date.anchor.start - piece.start - told.start
    return at < span.end and span.start < at + len(date.anchor.quote)


def _pair(told: Told, span: Span, dates: list[Figure], earlier: list[Figure]) -> tuple[Figure, Figure] | None:
    lead, tail = told.words[: span.start], told.words[span.end :]
    if len(dates) == 2:
        if _at_range(told, span):
            return dates[0], dates[1]
        if _FOR.search(lead):
            return (dates[0], dates[1]) if _OVER.search(tail) else None
        if _beside(told, span, dates) and (_AFTER.match(tail) or (_LEAD.search(lead) and _ENDS.match(tail))):
            return dates[0], dates[1]
    if len(dates) > 2 and _SINCE.match(tail) and _beside(told, span, dates):
        return dates[0], dates[-1]
    if len(dates) == 1 and len(earlier) == 1 and _SINCE.match(tail) and _beside(told, span, dates):
        return earlier[0], dates[0]
    return None


def _at_range(told: Told, span: Span) -> bool:
    """Whether a length stands right beside both its ends: five years to build, from March 2009 to March 2012."""
    ranged = _RANGE.search(told.marked)
    if ranged is None:
        return False
    if span.end <= ranged.start():
        return _TO_RANGE.fullmatch(told.marked[span.end : ranged.start()]) is not None
    return _CLOSE.fullmatch(told.marked[ranged.end() : span.start]) is not None


def _beside(told: Told, span: Span, dates: list[Figure]) -> bool:
    """Whether one of the dates stands right before a length of time, or right behind it."""
    places = [m.span() for m in re.finditer(TIMED, told.marked)]
    before = [told.marked[end : span.start] for _, end in places if end <= span.start]
    after = [told.marked[span.end : start] for start, _ in places if start >= span.end]
    return any(_CLOSE.fullmatch(w) for w in before[-1:]) or any(_THEN.fullmatch(w) for w in after[:1])


def _held(
    piece: Prose, told: Told, span: Span, pair: tuple[Figure, Figure], dates: list[Figure]
) -> Iterator[Result]:
    one, other = sorted(pair, key=lambda f: f.period.start)  # type: ignore[union-attr, arg-type, return-value]
    if one.period is None or other.period is None or one.period == other.period:
        return
    start = piece.start + told.start + span.start
    own = next(
        (
            n.figure
            for n in told.numbers
            if n.figure is not None and start <= n.figure.anchor.start < start + len(span.words)
        ),
        None,
    )
    figures = tuple(f for f in (own, other, one) if f is not None)
    far = about(one.period, other.period)
    written = formula("{} − {} ≈ {}", say.time(other.period), say.time(one.period), far)
    known = [f.period for f in dates if f.period is not None]
    if any(span.fits(a, b) for n, a in enumerate(known) for b in known[n + 1 :]):
        yield say.passed(KEY, figures, written, rounded=True)
        return
    said = LASTS.format(bare(one), bare(other), far, quote(span.words))
    place = Anchor(one.anchor.source, start, start + len(span.words), span.words)
    yield say.finding(KEY, "inconsistent", figures, written, said, "length", spans=(place,))
