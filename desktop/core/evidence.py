"""Dated happenings, qualitative statements, and points of a reference series."""

from __future__ import annotations

from decimal import Decimal

from desktop.core.period import Period
from desktop.core.span import Anchor, OriginalRef
from desktop.core.text import Text
from desktop.core.value import value


@value
class Event:
    """Something dated; ``items`` are the figures and policies that it follows from."""

    id: str
    factor: str
    kind: str
    title: Text
    period: Period
    items: tuple[str, ...]
    anchor: Anchor
    original: OriginalRef | None = None


@value
class Point:
    """A statement without a number: a bullet or a sentence."""

    id: str
    factor: str
    order: int
    style: str
    label: Text
    text_en: str
    anchor: Anchor
    original: OriginalRef | None = None

    def shown(self) -> Text:
        """The statement in both languages."""
        return Text(self.anchor.quote, self.text_en)


@value
class Observation:
    """One value of a reference series; a half-year is never drawn as a year."""

    id: str
    entity: Text
    indicator: str
    name: Text
    period: Period
    frequency: str
    value: Decimal
    unit: str
    status: str
    derivation: str
    source: str
    confidence: str
    note: Text
