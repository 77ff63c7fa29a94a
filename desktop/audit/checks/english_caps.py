"""Over or under a limit, in English: at most 15% … Ashby had 18%, so it was three points over the cap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.english_number import COUNTED, POINTS, SHARE, TIMES, Number, Told
from desktop.audit.english_numbers import english
from desktop.audit.english_told import amount_of, passed, wrong
from desktop.audit.scope import Prose
from desktop.core.text import Text, same

KEY: Final = "english_caps"
_SAYS: Final = re.compile(
    r"\b(?P<way>over|above|beyond|past|under|below|within|short of) (?:the|that|its|this) (?:[a-z]+ )?"
    r"(?P<limit>cap|limit|ceiling|maximum|floor|minimum|threshold|quota|line)\b",
    re.I,
)
_MAY: Final = re.compile(
    r"\b(?:at most|at least|no (?:more|less|fewer) than|not? (?:pass|exceed|top|go (?:above|over|below)"
    r"|be (?:more|less) than"
    r"|fall below|hold more than)|up to|(?:cap|limit|ceiling|floor|minimum|maximum|threshold|quota) (?:of|is|was|at)"
    r"|capped at|limited to|a maximum of|a minimum of"
    r"|(?:[Nn]o [a-z]+ (?:may|can)|(?:may|must|can) ?not|(?:may|can) only) [a-z]+(?: (?:more|less"
    r"|fewer) than)?) (?:about )?$"
)
_OVER: Final = ("over", "above", "beyond", "past")
_NEGATED: Final = re.compile(
    r"\b(?:not|never|no longer|nor|without|if|would|could|may|must|should|going|go|push(?:es|ed)?)\b[^,.;]*$"
)
_FAR: Final = 3  # sentences in which a limit may stand before what is held against it
WRONG: Final = Text(
    "上下限是{0}，实际是{1}，相差{2}，与文中的{3}不符。",
    "The limit is {0} and the value {1}, {2} apart, which is not {3} as the text says.",
)


@check(KEY, "英文的上下限之差", "over and under a limit in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold what is said to be over or under a limit against the two numbers that stand before it."""
    if not _SAYS.search(piece.text):
        return
    every = english(piece)
    for n, told in enumerate(every):
        for match in _SAYS.finditer(told.words):
            if not _NEGATED.search(told.words[: match.start()]):
                yield from _held(piece, told, every[max(0, n - _FAR) : n], match)


def _held(piece: Prose, told: Told, earlier: Sequence[Told], match: re.Match[str]) -> Iterator[Result]:
    before = [n for n in told.numbers if n.end - told.start <= match.start()]
    by = next(
        (
            n
            for n in before[-1:]
            if re.fullmatch(r"(?: [a-z]+)? ?", told.words[n.end - told.start : match.start()])
        ),
        None,
    )
    values = [(t, n) for t in earlier[-1:] for n in t.numbers] + [(told, n) for n in before if n is not by]
    limits = [(t, n) for t in earlier for n in t.numbers if _is_limit(t, n)]
    actual = next(
        (n for t, n in reversed(values) if n.kind not in (POINTS, TIMES) and not _is_limit(t, n)), None
    )
    if actual is None or not actual.plain:
        return
    alike = [n for _, n in limits if n.kind == actual.kind and n.end <= actual.start]
    if len({n.point for n in alike}) > 1 and by is not None:
        near = [n for n in alike if abs(abs(actual.point - n.point) - by.point) <= 0.02 * n.point]
        alike = near or alike
    if not alike or (by is not None and not _fits_kind(by, actual)):
        return
    limit = alike[0]
    apart, over = actual.point - limit.point, match["way"].lower() in _OVER
    if not apart:
        return
    turned = (apart > 0) != over
    size = by is not None and abs(abs(apart) - by.point) > (by.high - by.low + actual.high - actual.low) / 2
    if turned and actual.allows.meets(limit.allows):
        return
    gap = amount_of(abs(apart), actual)
    written = formula("{} − {} = {}", actual.shown, limit.shown, amount_of(apart, actual))
    claim = same(told.words[(by.start - told.start if by is not None else match.start()) : match.end()])
    start = by.start if by is not None else told.start + match.start()
    own = by or Number(start, told.start + match.end(), match[0], 0.0, 0.0, 0.0, COUNTED, "", True)
    if not turned and not size:
        yield from passed(KEY, (own, actual, limit), written)
    elif (turned and not size) or len({n.point for n in alike}) == 1:
        said = WRONG.format(limit.shown, actual.shown, gap, quote(claim))
        yield wrong(KEY, piece, (own, actual, limit), written, said, "cap")


def _is_limit(told: Told, own: Number) -> bool:
    return _MAY.search(
        told.words[max(0, own.start - told.start - 40) : own.start - told.start]
    ) is not None or (own.figure is not None and own.figure.comparator in ("<=", ">="))


def _fits_kind(by: Number, actual: Number) -> bool:
    return by.kind == actual.kind or (by.kind == POINTS and actual.kind == SHARE)
