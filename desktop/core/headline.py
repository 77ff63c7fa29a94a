"""The one or two figures that stand for a section, as one text."""

from __future__ import annotations

import re

from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text

_AMOUNT = re.compile(r"(.*\d)( \D+)")


def headline(dossier: Dossier, factor: Factor) -> tuple[Text, Text]:
    """Return the headline of a section ("38% → 19%") and what it measures; empty without one."""
    figures = [f for i in factor.headline if isinstance(f := dossier.item(i), Figure)]
    if not figures:
        return NOTHING, NOTHING
    last = figures[-1]
    return from_to(figures), last.indicator if last.indicator.zh else last.entity


def from_to(figures: list[Figure]) -> Text:
    """Figures with arrows between; a unit that all share is said once ("12 → 38 people")."""
    shown = [f.shown() for f in figures]
    return Text(_once([t.zh for t in shown]), _once([t.en for t in shown]))


def _once(texts: list[str]) -> str:
    parts = [_AMOUNT.fullmatch(t) for t in texts]
    tails = {match[2] if match else "" for match in parts}
    if len(tails) == 1:
        bare = [match[1] if match else t for match, t in zip(parts, texts, strict=True)]
        texts = [*bare[:-1], texts[-1]]
    return " → ".join(texts)
