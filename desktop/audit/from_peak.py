"""Changes that are told from a peak: 2024年末降到96.0亿元，较峰值缩水53.6%, of the top told before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.any_reading import change_fits
from desktop.audit.move import Move
from desktop.audit.scope import Prose
from desktop.core.figure import Figure

_AGAINST: Final = re.compile(
    r"[较比][^，。；]{0,6}?(?:峰值|[高顶][峰点位]|巅峰|最高[点时]?|鼎盛)(?:期|时期?)?[^，。；\d]{0,8}$"
)
_PEAK: Final = re.compile(r"峰值|[高顶][峰点位]|巅峰|最[高多大]|[登触见到]顶|鼎盛")
_BACK: Final = 16  # characters before a size in which a peak would be named


def from_peak(piece: Prose, moves: Sequence[Move]) -> Iterator[Move]:
    """The moves, those from a peak with the top as the value before; without those whose top is not certain."""
    for move in moves:
        if move.change is None or not _told_of_peak(piece, move.change):
            yield move
            continue
        tops = [f for f in piece.figures if f.role == "level" and f.unit == move.after.unit
                and f.anchor.end <= move.change.anchor.start and f.id != move.after.id]  # fmt: skip
        fits = [f for f in tops if change_fits(move.change, (f, move.after), strict=True, based=True)]
        named = [f for f in tops if _PEAK.search(_sentence(piece, f))]
        found = fits or (named if len(named) == 1 else [])
        if found:
            yield move._replace(before=found[0])


def _told_of_peak(piece: Prose, size: Figure) -> bool:
    at = size.anchor.start - piece.start
    return _AGAINST.search(piece.text[max(0, at - _BACK) : at]) is not None


def _sentence(piece: Prose, figure: Figure) -> str:
    """The words of its sentence before a figure."""
    at = figure.anchor.start - piece.start
    return piece.text[max(piece.text.rfind(c, 0, at) for c in "。；！？\n") + 1 : at]
