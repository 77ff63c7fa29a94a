"""Change many parts of a panel as one: laid out and painted once, at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout, QWidget


@contextmanager
def still(panel: QWidget) -> Iterator[None]:
    """Hold paints and layouts of a panel; else every part that is shown lays all of it out."""
    own = panel.layout()
    found = [*([own] if own is not None else []), *panel.findChildren(QLayout)]
    layouts = [layout for layout in found if layout.isEnabled()]
    panel.setUpdatesEnabled(False)
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
        for layout in reversed(layouts):  # from the inside out, or the outer ones would go by old sizes first
            holder = layout.parentWidget()
            if holder is not None:
                holder.updateGeometry()
        panel.setUpdatesEnabled(True)
