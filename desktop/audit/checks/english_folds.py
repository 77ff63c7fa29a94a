"""Doubled, halved, three times the old rate, in English: the word against the two values of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit.amounts import formula, number, quote
from desktop.audit.check import Result, World, check
from desktop.audit.english_number import POINTS, SHARE, TIMES, Number, Told, sized
from desktop.audit.english_numbers import english
from desktop.audit.english_told import passed, wrong
from desktop.audit.english_words import HEDGE, TIMED, VALUE
from desktop.audit.interval import Interval
from desktop.audit.scope import Prose
from desktop.core.text import Text, same

KEY: Final = "english_folds"
_FOLD: Final = re.compile(
    r"\b(?P<near>nearly |almost |more than |over |about |roughly )?(?:(?P<half>halved|halving|cut in"
    r" half|fell by half|fallen by half|dropped by half)"
    r"|(?P<two>doubled|doubling|twice|(?:(?<=is )|(?<=was )|(?<=or ))double|(?:twofold|two-fold))"
    r"|(?P<three>tripled|tripling|trebled|trebling|(?:(?<=is )|(?<=was )|(?<=or ))(?:triple|treble)|three-?fold)"
    r"|(?P<four>quadrupled|quadrupling|(?:(?<=is )|(?<=was )|(?<=or ))quadruple|four-?fold)"
    r"|(?P<five>quintupled|quintupling|five-?fold)"
    rf"|(?P<times>{VALUE}|two|three|four|five|six|seven|eight|nine|ten) ?(?:times)?(?= (?:the|its"
    rf"|their) (?:original|old|earlier|previous|initial|former|starting|first|opening|prior)\b| what it"
    rf" (?:was|had been)| as (?:much|many|high|large)\b)"
    r")\b",
    re.I,
)
_PAIR: Final = re.compile(
    rf"\b(?:from {HEDGE}(?P<a>{VALUE})(?:(?! to | and | while )[^.;{VALUE[1:4]}]){{0,40}}? to"
    rf" {HEDGE}(?P<b>{VALUE})|{HEDGE}(?P<e>{VALUE})(?: [a-z]+){{0,6}} in {TIMED},? (?:and|but)(?:"
    rf" [a-z]+){{0,3}} {HEDGE}(?P<f>{VALUE})(?: [a-z]+){{0,4}} in {TIMED},|to"
    rf" {HEDGE}(?P<d>{VALUE})(?:(?! from | and | while )[^.;{VALUE[1:4]}]){{0,40}}? from"
    rf" {HEDGE}(?P<c>{VALUE}))",
    re.I,
)
_ELSE: Final = re.compile(
    r"\b(?:while|but|whereas|although|though|because|since|which|who|as|and (?:[a-z]+ ){1,4}(?:rose"
    r"|fell|grew|doubled|halved|dropped|climbed))\b"
)
_AS_MUCH: Final = re.compile(
    rf"(?P<a>{VALUE})(?: [a-z]+){{0,4}},? (?P<n>twice|{VALUE}|(?:two|three|four|five|six|seven|eight"
    rf"|nine|ten) times) (?:times )?"
    rf"as (?:much|many|large|high|long|big) as (?:the |its |their )?{HEDGE}(?P<b>{VALUE})",
    re.I,
)
_SIZES: Final = {"half": 0.5, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0}
_WORDS: Final = {
    w: float(n)
    for n, w in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 2)
}
_BAND: Final = 0.08  # of the multiple: what "doubled" may be off
_NEAR: Final = 0.15
FOLD: Final = Text("{1} ÷ {0} = {2}，与文中的{3}不符。", "{1} ÷ {0} = {2}, which is not {3}.")


@check(KEY, "英文的翻倍与减半", "doubling and halving in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold a word of multiplication against the one pair of values that its sentence gives."""
    for told in english(piece):
        pairs, folds = list(_PAIR.finditer(told.marked)), list(_FOLD.finditer(told.marked))
        for match in _AS_MUCH.finditer(told.marked):
            yield from _as_much(piece, told, match)
        if len(pairs) == 1 and len(folds) == 1 and not _told(piece, told, folds[0]):
            yield from _held(piece, told, pairs[0], folds[0])


def _told(piece: Prose, told: Told, fold: re.Match[str]) -> bool:
    """Whether a change that another check tests holds the word already."""
    start, end = piece.start + told.start + fold.start(), piece.start + told.start + fold.end()
    return any(
        m.change is not None and m.change.anchor.start < end and start < m.change.anchor.end
        for m in piece.moves
    )


def _held(piece: Prose, told: Told, pair: re.Match[str], fold: re.Match[str]) -> Iterator[Result]:
    a, b = (told.number(pair[k] or pair[o] or pair[p]) for k, o, p in ("ace", "bdf"))
    b = sized(b, a)
    if a.kind != b.kind or a.kind in (POINTS, TIMES) or a.low <= 0 or fold.start() in range(*pair.span()):
        return
    between = told.marked[min(fold.end(), pair.end()) : max(fold.start(), pair.start())]
    words = re.sub(rf"between {TIMED} and {TIMED}|,? which (?:is|was) (?:an? )?$", "", between)
    if (
        _ELSE.search(words)
        or len(words) > 90
        or any(told.number(m).kind not in (POINTS, SHARE) for m in re.findall(VALUE, words))
    ):
        return
    size, plain = _size(told, fold)
    if size is None:
        return
    found = b.allows.over(a.allows)
    if found is None or (a.kind == SHARE and size == 0.5 and "half" in (a.words + b.words).lower()):
        return
    ratio = b.point / a.point
    wide = Interval(size * (1 - (_BAND if plain else _NEAR)), size * (1 + (_BAND if plain else _NEAR)))
    written = formula("{} ÷ {} = {}", b.shown, a.shown, number(ratio, 2))
    others = [n for n in told.numbers if n not in (a, b) and n.kind == a.kind]
    if found.meets(wide) or any(_fits(x, y, wide) for x in (*others, a, b) for y in others if x is not y):
        yield from passed(KEY, (a, b), written)
        return
    said = FOLD.format(
        a.shown, b.shown, number(ratio, 2), quote(same(told.words[fold.start() : fold.end()].strip()))
    )
    yield wrong(KEY, piece, (b, a), written, said, "fold")


def _as_much(piece: Prose, told: Told, match: re.Match[str]) -> Iterator[Result]:
    """60 million cubic metres, three times as much as the 20 million of the old one."""
    a, b = told.number(match["a"]), told.number(match["b"])
    b, mark = sized(b, a), match["n"].lower()
    n = told.number(mark) if ord(mark[0]) >= 0xE000 else None
    size = (
        n.point
        if n is not None and n.kind == TIMES
        else 2.0
        if mark == "twice"
        else _WORDS.get(mark.split()[0])
    )
    found = a.allows.over(b.allows) if a.kind == b.kind and b.low > 0 else None
    if size is None or found is None:
        return
    ratio = number(a.point / b.point, 2)
    written = formula("{} ÷ {} = {}", a.shown, b.shown, ratio)
    if found.meets(Interval(size * (1 - _NEAR), size * (1 + _NEAR))):
        yield from passed(KEY, (a, b), written)
    elif a.plain and b.plain:
        words = quote(same(told.words[match.start("n") : match.start("b")].strip()))
        yield wrong(KEY, piece, (a, b), written, FOLD.format(b.shown, a.shown, ratio, words), "as")


def _size(told: Told, fold: re.Match[str]) -> tuple[float | None, bool]:
    """The multiple that a word names, and whether it is named without a hedge."""
    plain = not fold["near"]
    if fold["times"]:
        mark = fold["times"]
        if mark.lower() in _WORDS:
            return (_WORDS[mark.lower()], plain) if " times" in fold[0].lower() else (None, plain)
        own = told.number(mark)
        return (own.point, plain) if own.kind == TIMES else (None, plain)
    return next(size for name, size in _SIZES.items() if fold[name]), plain


def _fits(one: Number, other: Number, wide: Interval) -> bool:
    return any(
        q is not None and q.meets(wide)
        for q in (one.allows.over(other.allows), other.allows.over(one.allows))
    )
