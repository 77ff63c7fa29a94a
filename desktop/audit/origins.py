"""Whether two dossiers go back to one text: a copy, a retelling or a reprint is no second origin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.source import Source
from desktop.core.text import Text
from desktop.core.units import unit
from desktop.core.value import value

COPIED: Final = "copy"  # why a figure that only a copy repeats is not checked
_MARKS: Final = re.compile(r"[\W_]+")
_ENDS: Final = re.compile(r"[。！？!?\n；;]|\.(?=\s)")
_LONG: Final = 10  # letters from which on two equal sentences are no accident
_SENTENCES: Final = 0.3  # of the shorter text that a copy shares
_FIGURES: Final = 0.6  # of the shorter list of numbers that a retelling shares
_ENOUGH: Final = 5  # numbers, below which a common share says nothing


@value
class Other:
    """A figure of another dossier; ``origin`` is "" where that goes back to the same text as the dossier itself."""

    title: Text
    origin: str
    figure: Figure


def origins(dossier: Dossier, library: Sequence[Dossier]) -> dict[str, str]:
    """The origin of every dossier of a library, by its id: that of the first with this text, "" for our own."""
    known: list[tuple[str, Dossier]] = [("", dossier)]
    found: dict[str, str] = {}
    for other in library:
        origin = next((o for o, one in known if one_origin(one, other)), other.id)
        known.append((origin, other))
        found[other.id] = origin
    return found


def one_origin(one: Dossier, other: Dossier) -> bool:
    """Whether two dossiers share a source, most sentences, or most of their numbers."""
    return (
        bool(_named(one.sources) & _named(other.sources))
        or _share(_said(one), _said(other)) >= _SENTENCES
        or _alike(_numbers(one), _numbers(other))
    )


def _named(sources: tuple[Source, ...]) -> set[str]:
    """The hashes of the texts themselves and of the originals that they retell."""
    originals = {s.original.sha256 for s in sources if s.original is not None}
    return {h for h in {s.sha256 for s in sources} | originals if h}


def _said(dossier: Dossier) -> frozenset[str]:
    return frozenset().union(*(_sentences(s.text) for s in dossier.sources))


@lru_cache(maxsize=32)
def _sentences(text: str) -> frozenset[str]:
    words = (_MARKS.sub("", s) for s in _ENDS.split(text))
    return frozenset(w for w in words if len(w) >= _LONG)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def _alike(one: frozenset[tuple[object, ...]], other: frozenset[tuple[object, ...]]) -> bool:
    common = one & other
    return len(common) >= _ENOUGH and len(common) >= _FIGURES * min(len(one), len(other))


def _numbers(dossier: Dossier) -> frozenset[tuple[object, ...]]:
    return frozenset((f.low, f.high, _dimension(f.unit)) for f in dossier.figures if not f.is_date)


def _dimension(code: str) -> str:
    known = unit(code)
    return known.dimension if known is not None else code
