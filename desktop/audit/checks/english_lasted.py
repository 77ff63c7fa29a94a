"""It closed in June 2024, had opened in October 2019 and lasted 56 months: dates of one English paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.english_words import HEDGE, VALUE, figure_of, marked
from desktop.audit.interval import as_claim
from desktop.audit.reading import Reading
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.text import Text
from desktop.core.units import UNITS

KEY: Final = "english_lasted"
_LASTED: Final = re.compile(
    rf"\b(?:lasted|survived|endured|held out|(?:ran|traded|operated|(?:was|stayed|remained) (?:open|in business"
    rf"|in service|on sale|on air)|lived)(?: for)?)(?: for)? {HEDGE}"
    rf"(?P<span>{VALUE})(?!,? (?:in|of|a|per)\b)"
)
_BEGAN: Final = re.compile(
    r"\b(?:opened?|launched|founded|started|began|begun|gone live|went live|set up|born|debuted)\b",
    re.I,
)
_NEAR: Final = 40
_DAY: Final = 86400.0
_SLACK: Final = {"year": 0.6, "month": 1.0, "week": 1.0}
_UNITS: Final = tuple(_SLACK)
LASTS: Final = Text(
    "从{0}到{1}约{2}{4}，不是文中的{3}。", "From {0} to {1} is about {2} {5}, not {3} as the text says."
)


@check(
    KEY, "英文的存续时间", "how long something lasted in English", "prose", needs={"prose": ("latin", "date")}
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold a length of time against the two dates before it in its paragraph, of which one is a beginning."""
    if not _BEGAN.search(piece.text):
        return
    reading = Reading(Sentence(piece.start, piece.text, piece.figures))
    text = marked(reading)
    for match in _LASTED.finditer(text):
        span = figure_of(reading, match["span"])
        before = [f for f in reading.sentence.dates if f.anchor.end <= span.anchor.start]
        known = sorted((p.start, p.end, f) for f in before if (p := f.period) and p.start and p.end)
        if span.unit not in _UNITS or len(known) != 2 or len(before) != 2:
            continue
        (a, a_end, one), (b, b_end, other) = known
        claim = as_claim(span)
        lead = text[max(0, reading.start(one) - 60) : reading.start(one)]
        told = text[reading.end(one) : match.start()]  # what lasted is what began, right before
        if (
            claim is None
            or a == b
            or one is not before[-1]
            or len(told) > _NEAR
            or ". " in told
            or not _BEGAN.search(re.split(r"[.;]", lead)[-1])
        ):
            continue
        size = UNITS[span.unit].factor / _DAY
        low, high = ((b - a_end).days / size, (b_end - a).days / size)
        point = (low + high) / 2
        names = [say.time(f.period) for f in (one, other) if f.period is not None]
        written = formula("{} − {} ≈ {} {}", names[1], names[0], number(point), UNITS[span.unit].name)
        slack = _SLACK[span.unit]
        if (
            low - slack <= claim.high / UNITS[span.unit].factor
            and claim.low / UNITS[span.unit].factor <= high + slack
        ):
            yield say.passed(KEY, (span, one, other), written, rounded=True)
            continue
        name = UNITS[span.unit].name
        said = LASTS.format(*names, number(point), stated(span), name.zh, name.en)
        yield say.finding(KEY, "inconsistent", (span, one, other), written, said, "length")
