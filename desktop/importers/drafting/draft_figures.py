"""Quantities of an extraction become figures; what cannot be one is handed back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text, same
from desktop.importers.drafting.page import Page, period_of

LARGEST_POWER = 300  # what a chart can still place


class Read(NamedTuple):
    """A figure and the item of the extraction that it was made from."""

    figure: Figure
    item: dict[str, Any]


def figures(
    page: Page, items: list[dict[str, Any]], tables: dict[str, str]
) -> tuple[list[Read], list[dict[str, Any]]]:
    """Return the figures in order, and the items whose numbers are too large; ``tables`` gives the ids of tables."""
    made: list[Read] = []
    dropped: list[dict[str, Any]] = []
    idents: dict[str, str] = {}
    for item in items:
        if item["kind"] != "quantity":
            continue
        date = item["role"] == "date"
        low, high = _exact(item["value_low"]), _exact(item["value_high"])
        if not date and ((low is None and high is None) or _huge(low) or _huge(high)):
            dropped.append(item)
            continue
        if low is not None and high is not None and low > high:
            low, high = high, low
        start, end = item["start"], item["end"]
        anchor = page.anchor(start, end)
        ident = idents[item["id"]] = page.mint("fig", anchor)
        period = item["period"] or (item["core_text"] if date else None)
        made.append(
            Read(
                Figure(
                    ident,
                    page.section_at(start),
                    _words(item["entity"]),
                    _words(item["indicator"]),
                    item["role"],
                    period_of(period) if period else None,
                    _comparator(item["comparator"], low, high) if not date else item["comparator"],
                    None if date else low,
                    None if date else high,
                    item["unit"] or "",
                    item["direction"] or "",
                    item.get("hedge") or "",
                    item["core_text"],
                    anchor,
                    tables.get(item.get("table", ""), ""),
                    item.get("row"),
                    item.get("col"),
                    idents.get(item.get("change_from", ""), ""),
                    bool(item.get("negated")),
                ),
                item,
            )
        )
    return made, dropped


def _words(words: str | None) -> Text:
    return same(" ".join(words.split())) if words else NOTHING


def _exact(value: float | None) -> Decimal | None:
    """Digits as printed: the shortest form of a float is what it was read from."""
    return None if value is None else Decimal(value) if isinstance(value, int) else Decimal(repr(value))


def _huge(value: Decimal | None) -> bool:
    return value is not None and (not value.is_finite() or abs(value.adjusted()) > LARGEST_POWER)


def _comparator(sign: str, low: Decimal | None, high: Decimal | None) -> str:
    """A sign that fits the ends: a closed range ("3-5万元以内") is no open one."""
    if low is not None and high is not None:
        return sign if sign in ("=", "~") else "="
    if low is None:
        return sign if sign in ("<", "<=") else "<="
    return sign if sign in (">", ">=") else ">="
