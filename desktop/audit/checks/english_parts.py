"""Of 48 aircraft, 30 are owned and 18 leased: the parts of an English count, their shares, and "one in eight"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, percent, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.english_words import COUNT, VALUE, count_of, figure_of, marked, one_of
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.reading import Reading
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text, same

KEY: Final = "english_parts"
_SPEAKS: Final = re.compile(r"\b[Oo]f (?:the|its|all|\d|[a-z]+ of)|\bone in ")
_PARTS: Final = re.compile(
    rf"\b[Oo]f (?:the |its |all |their )?(?:[a-z]+ of )?(?P<whole>{VALUE})(?: [a-z]+)?,?"
    rf" (?P<a>{COUNT}|{VALUE})(?: (?!are |were |is |was |have |had )[a-z]+)?"
    rf" (?P<verb>(?:are|were|is|was|have|had) )?(?P<x>[a-z-]+),? (?:and|while) (?P<rest>the (?:other|remaining) )?"
    rf"(?P<b>{COUNT}|{VALUE}) (?P<again>(?:are|were|is|was) )?(?P<y>[a-z-]+)"
)
_OPPOSITES: Final = frozenset(frozenset(p.split()) for p in (
    "owned leased", "owned rented", "men women", "boys girls", "male female", "full-time part-time", "open closed",
    "domestic foreign", "new used", "public private", "urban rural", "passed failed", "won lost", "online offline",
    "married single", "employed unemployed", "domestic international", "occupied vacant", "occupied empty",
    "approved rejected", "accepted rejected", "manned unmanned", "paid unpaid", "listed unlisted",
))  # fmt: skip
_ONE_IN: Final = re.compile(
    rf"(?<![\w-])(?P<part>{COUNT}|{VALUE})(?: (?P<noun>[a-z]+))?, (?:or |about |roughly |that is,?"
    rf" )?one in (?P<n>{COUNT}|{VALUE})\b"
)
SUM = Text(
    "总数是{0}，分开写的却是{1}和{2}，合计{3}。",
    "The whole is {0}, but its parts, {1} and {2}, come to {3}.",
)
SHARE = Text("{0} ÷ {1} = {2}，不是文中的{3}。", "{0} ÷ {1} = {2}, not {3} as the text says.")
ONE = Text("文中说{0}，但{1} ÷ {2} = {3}。", "The text says {0}, but {1} ÷ {2} = {3}.")


@check(KEY, "英文的整体与部分", "counts and their parts in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Check counts that an English sentence splits in two, and the fractions that it calls them."""
    if not _SPEAKS.search(piece.text):
        return
    for sentence in piece.sentences:
        reading = Reading(sentence)
        text = marked(reading)
        match = _PARTS.search(text)
        if match is not None:
            yield from _split(reading, text, match)
    if "one in " not in piece.text:
        return
    reading = Reading(
        Sentence(piece.start, piece.text, piece.figures)
    )  # of what it is one in may stand before
    text = marked(reading)
    for match in _ONE_IN.finditer(text):
        ahead = [f for f in reading.sentence.amounts if reading.end(f) <= match.start()]
        yield from _one_in(reading, match, [(_noun(f, text, reading), f) for f in ahead])


def _noun(figure: Figure, text: str, reading: Reading) -> str:
    """What a figure counts: the last word of its unit, else the word behind it."""
    words = re.findall(r"[a-z]+", figure.as_printed)
    behind = re.match(r" ([a-z]+)", text[reading.end(figure) :])
    return one_of(words[-1] if words else behind[1] if behind else "")


def _number(reading: Reading, words: str) -> float | None:
    return value_of(figure_of(reading, words)) if ord(words[0]) >= 0xE000 else float(count_of(words))


def _split(reading: Reading, text: str, match: re.Match[str]) -> Iterable[Result]:
    whole = figure_of(reading, match["whole"])
    n, a, b = value_of(whole), _number(reading, match["a"]), _number(reading, match["b"])
    if not n or a is None or b is None or whole.comparator != "=" or not (match["verb"] or match["rest"]):
        return
    figures = (whole, *(figure_of(reading, match[k]) for k in "ab" if ord(match[k][0]) >= 0xE000))
    if any(f.unit == "%" for f in figures):
        return
    shown = [same(f"{v:,.0f}") for v in (a, b)]
    written = formula("{} + {} = {}", *shown, same(f"{a + b:,.0f}"))
    exact = bool(match["rest"]) or frozenset((match["x"], match["y"])) in _OPPOSITES
    if a + b == n:
        yield say.passed(KEY, figures, written)
        yield from _of_parts(reading, text, match, (whole, a, b))
    elif exact or (a + b > n and match["verb"] and not match["again"]):
        said = SUM.format(stated(whole), *shown, same(f"{a + b:,.0f}"))
        yield say.finding(KEY, "inconsistent", figures, written, said, "sum", spans=(_span(reading, match),))


def _of_parts(
    reading: Reading, text: str, match: re.Match[str], told: tuple[Figure, float, float]
) -> Iterable[Result]:
    """62.5% are owned and the other 37.5% are leased, behind the counts of the same."""
    whole, *parts = told
    for word, part in zip((match["x"], match["y"]), parts, strict=True):
        again = re.compile(
            rf"({VALUE}) (?:of (?:them|it|these) )?(?:are |were |is |was )?{re.escape(word)}\b"
        )
        for found in again.finditer(text, match.end()):
            share, n = figure_of(reading, found[1]), value_of(whole)
            claim = as_claim(share)
            if share.unit != "%" or claim is None or not n:
                continue
            point = part / n * 100
            count = same(f"{part:,.0f}")
            written = formula("{} ÷ {} = {}", count, bare(whole), percent(point))
            if claim.holds(point):
                yield say.passed(KEY, (share, whole), written)
            else:
                said = SHARE.format(count, bare(whole), percent(point), stated(share))
                yield say.finding(KEY, "inconsistent", (share, whole), written, said, "share")


def _one_in(reading: Reading, match: re.Match[str], wholes: list[tuple[str, Figure]]) -> Iterable[Result]:
    """Six aircraft, one in eight: of the one count of such things that stands before."""
    part, n = _number(reading, match["part"]), _number(reading, match["n"])
    mark = match["part"]
    noun = match["noun"] or (_noun(figure_of(reading, mark), "", reading) if ord(mark[0]) >= 0xE000 else "")
    like = [f for w, f in wholes if noun and w == one_of(noun)]
    sizes = {value_of(f) for f in like}
    whole = value_of(like[0]) if len(sizes) == 1 else None
    if not part or not n or not whole or n < 2 or part >= whole:
        return
    share = part / whole
    written = formula("{} ÷ {} = {}", same(f"{part:,.0f}"), bare(like[0]), percent(share * 100))
    if Interval(1 / (n + 0.5), 1 / (n - 0.5)).holds(share):
        yield say.passed(KEY, like[:1], written, rounded=share * n != 1)
        return
    told = reading.text[match.start() : match.end()]
    said = ONE.format(quote(told), same(f"{part:,.0f}"), bare(like[0]), percent(share * 100))
    yield say.finding(KEY, "inconsistent", like[:1], written, said, "one_in", spans=(_span(reading, match),))


def _span(reading: Reading, match: re.Match[str]) -> Anchor:
    sentence: Sentence = reading.sentence
    start = sentence.start + match.start()
    source = sentence.figures[0].anchor.source
    return Anchor(source, start, start + len(match[0]), sentence.text[match.start() : match.end()])
