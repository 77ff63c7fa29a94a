"""Cells as text for other programs: tab-separated for spreadsheets, Markdown for notes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QItemSelection

from desktop.models.frame import FrameModel

MOST_CELLS = 1_000_000
"""More cells are not put on the clipboard."""


def covered(selection: QItemSelection, visible: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return rows and columns of the smallest grid that holds a selection, columns as they are shown."""
    parts = [selection.at(n) for n in range(selection.count())]
    cols = set(chain.from_iterable(range(p.left(), p.right() + 1) for p in parts))
    rows = set(chain.from_iterable(range(p.top(), p.bottom() + 1) for p in parts))
    return sorted(rows), [c for c in visible if c in cols]


def as_tsv(model: FrameModel, rows: Sequence[int], cols: Sequence[int]) -> str:
    """Return headings and cells separated by tabs; tabs and line ends inside a cell become spaces."""
    return "".join(
        "\t".join(" ".join(cell.split()) for cell in line) + "\n" for line in _lines(model, rows, cols)
    )


def as_markdown(model: FrameModel, rows: Sequence[int], cols: Sequence[int]) -> str:
    """Return a Markdown table; columns of numbers are aligned right."""
    head, *body = (
        "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in line) + " |"
        for line in _lines(model, rows, cols)
    )
    rule = "|" + "|".join(" ---: " if model.columns[c].aligns_right else " --- " for c in cols) + "|"
    return "\n".join((head, rule, *body)) + "\n"


def _lines(model: FrameModel, rows: Sequence[int], cols: Sequence[int]) -> list[list[str]]:
    head = [model.frame.columns[c].heading(model.language) for c in cols]
    return [head, *([model.exported(r, c) for c in cols] for r in rows)]
