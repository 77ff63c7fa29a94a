"""Items in the form of the annotation guideline: plain dictionaries with spans of the decoded text."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from desktop.importers.figures.found import Found
from desktop.importers.fold import Folded

Item = dict[str, Any]


def quantity(original: str, folded: Folded, one: Found, number: int, section: str | None) -> Item:
    """One figure or date."""
    start, end, core_start, core_end = one.start, one.end, one.cs, one.ce
    if core_start < start:
        core_start = start
    if core_end > end:
        core_end = end
    places = folded.places
    if places:
        cut = bisect_right(places, start)
        if cut == len(places) or places[cut] >= end:  # nothing was taken out of it: one gap for all four
            gap = folded.gaps[cut]
            start, end, core_start, core_end = start + gap, end + gap, core_start + gap, core_end + gap
        else:
            core_start, core_end = folded.back(core_start, core_end)
            start, end = folded.back(start, end)
    one.id = f"Q{number}"
    date, words = one.role == "date", original[start:end]
    item: Item = {
        "id": one.id, "kind": "quantity", "start": start, "end": end, "text": words,
        "core_start": core_start, "core_end": core_end,
        "core_text": words if core_end - core_start == end - start else original[core_start:core_end],
        "value_low": None if date else one.low, "value_high": None if date else one.high,
        "comparator": one.cmp, "unit": one.unit, "role": one.role, "direction": one.direction,
        "period": one.period,
        "entity": one.entity, "indicator": one.indicator, "section": section,
    }  # fmt: skip
    if one.hedge:
        item["hedge"] = one.hedge
    if one.vague:
        item["vague"] = True
    if one.negated:
        item["negated"] = True
    if one.change_from is not None:
        item["change_from"] = one.change_from.id
    return item


def span(original: str, folded: Folded, kind: str, ident: str, start: int, end: int) -> Item:
    """The fields that every item begins with."""
    a, b = folded.back(start, end)
    return {"id": ident, "kind": kind, "start": a, "end": b, "text": original[a:b]}
