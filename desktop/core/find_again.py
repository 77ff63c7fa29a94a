"""Finding a passage again in a text that has changed: by its quote, then by what stands around it."""

from __future__ import annotations

from dataclasses import replace

from desktop.core.dossier import Item
from desktop.core.factor import Factor
from desktop.core.span import CONTEXT, Anchor
from desktop.core.table import Cell, Table

ENOUGH = 4  # characters of context that tell one of several places of a quote


def find_again(anchor: Anchor, text: str) -> Anchor | None:
    """Return the anchor at its quote's new place in ``text``, with the context there; None when it is lost.

    Of several places the one with the most of the old context is taken, the nearest among equals; none of
    them if the context tells nothing.
    """
    if anchor.quote and anchor.holds(text):
        return anchor_at(anchor.source, text, anchor.start, anchor.end)
    places, at = [], text.find(anchor.quote) if anchor.quote else -1
    while at >= 0:
        places.append(at)
        at = text.find(anchor.quote, at + 1)
    if not places:
        return None
    scored = [(_alike(anchor, text, at), -abs(at - anchor.start), at) for at in places]
    score, _, start = max(scored)
    if len(places) > 1 and score < ENOUGH:
        return None
    return anchor_at(anchor.source, text, start, start + len(anchor.quote))


def anchor_at(source: str, text: str, start: int, end: int) -> Anchor:
    """Return the anchor of a stretch of a text."""
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Anchor(source, start, end, text[start:end], prefix, suffix)


def settled(item: Item, text: str) -> Item:
    """Return an item whose anchor stands in ``text``: as it is, found again, or as it was where it is lost."""
    if item.anchor.holds(text):
        return item
    found = find_again(item.anchor, text)
    if found is None:
        return item
    step = found.start - item.anchor.start
    if isinstance(item, Factor):
        start, end = (min(max(0, at + step), len(text)) for at in item.section)
        return replace(item, anchor=found, section=(start, end))
    if isinstance(item, Table):
        header, *rows = (_moved_line(line, text, step) for line in (item.header, *item.rows))
        return replace(item, anchor=found, header=header, rows=tuple(rows))
    return replace(item, anchor=found)


def _moved_line(cells: tuple[Cell, ...], text: str, step: int) -> tuple[Cell, ...]:
    return tuple(replace(cell, anchor=_moved(cell.anchor, text, step)) for cell in cells)


def _moved(anchor: Anchor, text: str, step: int) -> Anchor:
    start, end = anchor.start + step, anchor.end + step
    if start >= 0 and text[start:end] == anchor.quote:
        return anchor_at(anchor.source, text, start, end)
    return find_again(anchor, text) or anchor


def _alike(anchor: Anchor, text: str, at: int) -> int:
    """Count the characters of the old context that stand around a place too, from the quote outwards."""
    end = at + len(anchor.quote)
    before, after = text[max(0, at - CONTEXT) : at], text[end : end + CONTEXT]
    return _common(anchor.prefix[::-1], before[::-1]) + _common(anchor.suffix, after)


def _common(one: str, other: str) -> int:
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
