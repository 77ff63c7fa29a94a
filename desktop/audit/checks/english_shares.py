"""English shares that are all of one whole: 71% came through the app and 29% through the website."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, percent
from desktop.audit.check import Result, World, check
from desktop.audit.english_words import HEDGE, VALUE, figure_of, marked
from desktop.audit.interval import as_claim, value_of
from desktop.audit.reading import Reading
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "english_shares"
_CAME: Final = (
    r"(?:comes?|came|coming|arrived?|originated?|(?:is|was|are|were) (?:sold|placed|made|booked|bought|ordered"
    r"|generated|earned|paid|shipped|taken|raised))"
)
_HOW: Final = r"(?:through|via|from|over|online|offline|by)"
# No whole is parted where a thing may come in two ways, or where each share is of a group of its own.
_BOTH: Final = re.compile(
    r"\b(?:also|both|at least|respondents|survey(?:ed)?|poll|said|say|multiple|more than one|each|either|respectively"
    r"|rose|fell|grew|up|down|points?|growth|years?|months?|in (?:19|20)\d\d)\b|[\u4e00-\u9fff]"
)
_PARTED: Final = re.compile(
    rf"(?P<a>{VALUE})(?: of [^,.;%]{{2,50}}?)? {_CAME} (?P<how>{_HOW})"
    rf"[^.;%]{{0,40}}?,? (?:and|while|with|against|but) "
    rf"{HEDGE}(?P<b>{VALUE})(?: {_CAME})? (?P<other>{_HOW}) "
)
OVER: Final = Text(
    "{0}是一个整体的各部分，合计{1}，不是100%。",
    "The shares {0} make up one whole, but add up to {1}, not 100%.",
)


@check(KEY, "英文的互补占比", "complementary shares in English", "prose", needs={"prose": ("latin", "%")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Add up shares that an English sentence gives of all there is: none is more than the whole."""
    for sentence in piece.sentences:
        shares = [f for f in sentence.amounts if f.unit == "%" and f.role == "level"]
        if len(shares) < 2:
            continue
        reading = Reading(sentence)
        text = marked(reading)
        parted = _PARTED.search(text)
        if parted is None or _BOTH.search(text):
            continue
        two = [figure_of(reading, parted[k]) for k in "ab"]
        if set(two) <= set(shares):
            yield from _whole(two, most=len(shares) == 2)


def _whole(two: Sequence[Figure], *, most: bool) -> Iterator[Result]:
    if _meets(two, 100.0):
        yield say.passed(KEY, two, _sum(two))
    elif most and sum(value_of(f) or 0.0 for f in two) > 100 and not _meets(two, 100.0):
        yield _wrong(two)


def _meets(shares: Sequence[Figure], whole: float) -> bool:
    claims = [as_claim(f) for f in shares]
    low = sum(c.low for c in claims if c is not None)
    high = sum(c.high for c in claims if c is not None)
    return any(c is None for c in claims) or low - 1e-9 <= whole <= high + 1e-9


def _sum(shares: Sequence[Figure]) -> Text:
    total = sum(value_of(f) or 0.0 for f in shares)
    return formula("{} = {}", same(" + ").join([bare(f) for f in shares]), percent(total))


def _wrong(shares: Sequence[Figure]) -> Result:
    total = sum(value_of(f) or 0.0 for f in shares)
    said = OVER.format(say.listed([bare(f) for f in shares]), percent(total))
    return say.finding(KEY, "inconsistent", tuple(reversed(shares)), _sum(shares), said)
