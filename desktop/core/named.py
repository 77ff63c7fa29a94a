"""What to call an item in a few words."""

from __future__ import annotations

from desktop.core.dossier import Item
from desktop.core.evidence import Point
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.policy import PolicyMention
from desktop.core.table import Cell
from desktop.core.text import Text, same


def named(item: Item) -> Text:
    """Return an item in a few words, as lists of related things show it."""
    match item:
        case Figure():
            whose = item.indicator if item.indicator.zh else item.entity
            return Text(" ", " ").join([whose, item.shown()])
        case PolicyMention():
            if item.title.zh:
                return item.cited
            if item.number:
                return same(item.number)
            return item.requirement if item.requirement.zh else item.impact
        case Cell():
            return item.shown()
        case Point():
            return item.label if item.label.zh else item.shown()
        case Factor():
            return item.label
        case _:
            return item.title
