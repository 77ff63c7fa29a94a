"""English shares that are all of one whole: 71% came through the app and 29% through the website."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.english_words import HEDGE, VALUE, figure_of, marked
from desktop.audit.interval import as_claim, value_of
from desktop.audit.reading import Reading
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
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
_REST: Final = re.compile(
    rf"\b(?:[Tt]he (?:other|rest,?|remaining|remainder,?)|[Tt]he balance of)(?: [a-z]+)? ?{HEDGE}(?P<rest>{VALUE})"
)
_PART: Final = re.compile(r"\b(?:half|thirds?|quarters?|fifths?)\b", re.I)
_OF_OTHER: Final = re.compile(r" of (?!them|it\b|those|these|that|the (?:total|money|whole))")
_RATES: Final = re.compile(
    r"\b(?:rose|fell|grew|up|down|points?|growth|rate|yield|interest|respectively)\b", re.I
)
REST: Final = Text(
    "前面已有{0}，其余应是{1}，不是文中的{2}。", "With {0} told before, {1} is left for the rest, not {2}."
)
OVER: Final = Text(
    "{0}是一个整体的各部分，合计{1}，不是100%。",
    "The shares {0} make up one whole, but add up to {1}, not 100%.",
)


@check(KEY, "英文的互补占比", "complementary shares in English", "prose", needs={"prose": ("latin", "%")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Add up shares that an English sentence gives of all there is: none is more than the whole."""
    earlier: Sequence[Figure] = ()
    for sentence in piece.sentences:
        shares = [f for f in sentence.amounts if f.unit == "%" and f.role in ("level", "ratio")]
        yield from _rest(sentence, shares, earlier)
        told_before = any(f.unit == "%" for f in piece.figures if f.anchor.start < sentence.start)
        told_before = told_before or _PART.search(piece.text[: sentence.start - piece.start]) is not None
        earlier = () if told_before else shares  # else the rest of what is left is not known
        shares = [f for f in shares if f.role == "level"]
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


def _rest(sentence: Sentence, shares: Sequence[Figure], earlier: Sequence[Figure]) -> Iterator[Result]:
    """What is told of the others, after the shares of its sentence, or of the one before where it has none."""
    if not shares or "the " not in sentence.text.lower() or _RATES.search(sentence.text):
        return
    reading = Reading(sentence)
    told = _REST.search(marked(reading))
    rest = figure_of(reading, told["rest"]) if told is not None else None
    if rest is None or rest not in shares or _OF_OTHER.match(sentence.tail(rest)):
        return
    own = list(shares[: shares.index(rest)]) or list(earlier)
    claims = [as_claim(f) for f in (*own, rest)]
    point = sum(value_of(f) or 0.0 for f in own)
    if not own or None in claims or not 0 < point < 100:
        return
    written = formula("100% − {} = {}", percent(point), percent(100 - point))
    if _meets((*own, rest), 100.0):
        yield say.passed(KEY, (rest, *own), written)
    elif not any(_meets((f, rest), 100.0) for f in (*own, *earlier)):
        said = REST.format(percent(point), percent(100 - point), stated(rest))
        yield say.finding(KEY, "inconsistent", (rest, *own), written, said, "rest")


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
