""" "One shop in three": the turn of phrase against the counts or the share that it sums up."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, percent, quote
from desktop.audit.check import Result, World, check
from desktop.audit.enumerations import DIGITS
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.stated_change import is_change
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text, same

KEY: Final = "one_in"
_NUMBER: Final = r"\d{1,2}|[一二两三四五六七八九十]"
_ONE_IN: Final = re.compile(
    rf"(?:每|平均)(?P<n>{_NUMBER})(?P<unit>[个家人名户辆件条次笔台位座所间只])(?P<who>[\u4e00-\u9fff]{{0,8}}?)(?:里头?|中|当中|之中)?，?(?:大约|大概|差不多|平均|约)?"
    rf"(?:就|便|即)?(?:会)?有(?:近|将近|约|超过)?(?P<k>{_NUMBER})(?:[个家人名户辆件条次笔台位座所间只]|成)(?P<what>[^，。；]{{0,12}})"
)
_LOSES: Final = re.compile(r"[少丢关没减退流失跌降]")
WRONG = Text("文中说{0}，也就是约{1}；{2}却是{3}。", "The text says {0}, that is about {1}; but {2} is {3}.")


@check(KEY, "每几个有一个", "one in so many", "prose", needs={"prose": ("每平",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Compare "one in N" with the part and the whole, or with the share, that stand before it."""
    if "每" not in piece.text and "平均" not in piece.text:
        return
    for before, sentence in itertools.pairwise((None, *piece.sentences)):
        if sentence is None:
            continue
        for match in _ONE_IN.finditer(sentence.text):
            yield from _held(sentence, match, _readings(sentence, before, match))


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else DIGITS[words]


def _held(
    sentence: Sentence, match: re.Match[str], readings: Iterator[tuple[tuple[Figure, ...], Interval, float]]
) -> Iterable[Result]:
    n, k = _number(match["n"]), _number(match["k"])
    found = next(readings, None)
    if found is None or k >= n:
        return
    figures, share, point = found
    told = Interval(100 * k / (n + 0.5), 100 * k / (n - 0.5))
    sign = same("{} ÷ {} = {}" if len(figures) > 1 else "{}").format(
        *(bare(f) for f in figures), percent(point)
    )
    if share.meets(told):
        yield say.passed(KEY, figures, sign, rounded=True)
        return
    start = sentence.start + match.start()
    place = figures[0].anchor
    anchor = Anchor(place.source, start, start + len(match[0]), match[0])
    words = match[0][: match.start("what") - match.start()] + match["what"]
    named = (
        formula("{}÷{}", bare(figures[0]), bare(figures[1])) if len(figures) > 1 else say.title(figures[0])
    )
    said = WRONG.format(quote(words), percent(100 * k / n), named, percent(point))
    yield say.finding(KEY, "inconsistent", figures, sign, said, "one_in", spans=(anchor,))


def _readings(
    sentence: Sentence, before: Sentence | None, match: re.Match[str]
) -> Iterator[tuple[tuple[Figure, ...], Interval, float]]:
    """A share that the phrase names again, else the count before it of the count before that."""
    about = match["what"] + match["who"]
    shares = [f for s in (sentence, before) if s is not None for f in s.amounts
              if f.unit == "%" and f.role in ("level", "ratio") and not is_change(s, f)
              and f.anchor.start < sentence.start + match.start() and _named(s, f, match["what"])]  # fmt: skip
    if len(shares) == 1:
        own, value = as_claim(shares[0]), value_of(shares[0])
        if own is not None and value is not None:
            yield (shares[0],), own, value
        return
    counts = [f for f in sentence.amounts if f.anchor.end <= sentence.start + match.start()
              and f.role == "level" and (f.unit.startswith("count:") or f.unit == "person")]  # fmt: skip
    if len(counts) != 2 or _LOSES.search(about):
        return
    whole, part = counts
    a, b = value_of(part), value_of(whole)
    one, other = as_claim(part), as_claim(whole)
    if (
        not same_dimension(whole.unit, part.unit)
        or a is None
        or not b
        or a >= b
        or one is None
        or other is None
    ):
        return
    quotient = one.scaled(100).over(other)
    gap = sentence.text[part.anchor.end - sentence.start : match.start()]
    if (
        quotient is not None
        and gap.count("，") < 3
        and re.search(r"[里中内]|其中", sentence.between(whole, part))
    ):
        yield (part, whole), quotient, a / b * 100


def _named(sentence: Sentence, share: Figure, what: str) -> bool:
    """Whether the words behind a share name what the phrase counts: 52%转去坐地铁, 有一个进了地铁."""
    tail = re.split(r"[，。；]", sentence.tail(share))[0]
    return any(what[i : i + 2] in tail for i in range(len(what) - 1))
