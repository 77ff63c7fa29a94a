"""What an English sentence says of an entity of the reference series: WeBank made a net profit of so much in 2023."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.check import Result, World, check
from desktop.audit.english_number import Number, Told
from desktop.audit.english_numbers import english
from desktop.audit.english_words import TIMED
from desktop.audit.keys import folded
from desktop.audit.observed import held_to, times
from desktop.audit.scope import Prose
from desktop.core.evidence import Observation
from desktop.core.figure import Figure

KEY: Final = "english_reference"
_NAMES: Final = {
    "npl_ratio": r"(?:bad|non-?performing|problem|sour)[- ](?:loan|debt)s? (?:ratio|rate)|npl ratio",
    "revenue": r"(?:operating )?(?:revenue|income)|turnover",
    "net_profit": r"(?:net )?profits?(?! margin)|net income|earnings",
    "total_assets": r"total assets|balance sheet",
    "loans": r"(?:total )?(?:outstanding )?loans|loan (?:book|balance)",
}
_NAME: Final = re.compile("|".join(rf"(?P<{key}>\b(?:{words})\b)" for key, words in _NAMES.items()), re.I)
_OTHER: Final = re.compile(
    r"\b(?:rose|fell|grew|up|down|by|more|less|higher|lower|per|each|quarter|half|first|month|average|consumer|micro"
    r"|joint|of which|share)\b",
    re.I,
)
_IN: Final = re.compile(rf"^[^.;,]{{0,40}}? (?:in|at the end of|for|by the end of) (?P<when>{TIMED})")
_BEFORE: Final = re.compile(
    rf"(?:[Ii]n|[Aa]t the end of|[Ff]or|[Bb]y the end of) (?P<when>{TIMED})[^.;]{{0,80}}$"
)
_GOES_ON: Final = re.compile(r"(?:Its|The (?:bank|lender|company|group)(?:['’]s)?)\b")


@check(KEY, "英文里的参考数据", "reference data in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, world: World) -> Iterable[Result]:
    """Hold what a sentence gives of an entity, a quantity and a year against the series."""
    every = english(piece) if _NAME.search(piece.text) else ()
    if not every:
        return
    for name in dict.fromkeys(
        p.entity.en for p in world.record.series if p.entity.en and p.entity.en in piece.text
    ):
        points = [p for p in world.record.series if p.entity.en == name]
        last: Told | None = None
        for told in every:
            at = told.words.find(name)
            if at >= 0:
                yield from _held(told, name, at + len(name), points)
            elif last is not None and _GOES_ON.match(told.words):
                yield from _held(told, name, 0, points, last.dates[-1:])
            last = told if at >= 0 else None


def _held(
    told: Told, name: str, begin: int, points: Sequence[Observation], dates: Sequence[Figure] = ()
) -> Iterator[Result]:
    for n, own in enumerate(told.numbers):
        figure, start = own.figure, own.start - told.start
        if figure is None or start < begin or figure.role in ("change", "rank"):
            continue
        kind, when = (
            _kind(told, n, own, begin),
            _when(told, n, own) or next((d for d in dates if not told.dates), None),
        )
        if not kind or when is None or when.period is None or _known(figure, name, kind):
            continue
        point = next((p for p in points if p.indicator == kind and when.period.text in times(p)), None)
        if point is not None:
            yield from held_to(KEY, figure, when, point)


def _kind(told: Told, n: int, own: Number, begin: int) -> str:
    """The quantity of a number: "of net profit" right behind it, else the last one named before it in its clause."""
    behind = re.match(rf"^ (?:of|in) (?:an? |its )?(?:{_NAME.pattern})", told.tail(own), re.I)
    if behind is not None:
        return behind.lastgroup or ""
    last = told.numbers[n - 1].end - told.start if n else begin
    words = told.marked[max(begin, last) : own.start - told.start]
    named = list(_NAME.finditer(words))
    rest = words[named[-1].end() :] if named else ""
    if len(named) > 1 and not re.search(r",|\band\b", words[named[-2].end() : named[-1].start()]):
        return ""
    words = words[named[-2].end() :] if len(named) > 1 else words
    if not named or _OTHER.search(words) or re.search(r"[;:]", rest) or len(rest) > 40:
        return ""
    return named[-1].lastgroup or ""


def _when(told: Told, n: int, own: Number) -> Figure | None:
    nearest = told.numbers[n + 1].start if n + 1 < len(told.numbers) else None
    tail = told.marked[own.end - told.start : nearest - told.start if nearest is not None else None]
    found = _IN.match(tail) or _BEFORE.search(told.marked[: own.start - told.start])
    return told.date(found["when"]) if found is not None else None


def _known(figure: Figure, name: str, kind: str) -> bool:
    """Whether the check of the series knows the figure by its own name."""
    return (
        folded(figure.entity.zh) == folded(name)
        and re.search(_NAMES[kind], figure.indicator.zh, re.I) is not None
    )
