"""Tables with ranges in their cells, as they are where a sentence speaks of one end of them: 押金上限, 最低利率."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from desktop.audit.sheet import Sheet
from desktop.audit.views import View, views
from desktop.core.figure import Figure
from desktop.core.value import once

_UPPER: Final = re.compile(r"上限|最高|封顶|顶格|上端")
_LOWER: Final = re.compile(r"下限|最低|起步|下端")


def ends_told(known: Sequence[View], words: str) -> list[View]:
    """The tables with ranges, once more with the end that words name."""
    if _UPPER.search(words):
        made = [_upper(v.sheet) for v in known]
    elif _LOWER.search(words):
        made = [_lower(v.sheet) for v in known]
    else:
        return []
    sheets = {sheet.key: sheet for sheet in made if sheet is not None}
    return [v for sheet in sheets.values() for v in views(sheet)]


@once
def _upper(sheet: Sheet) -> Sheet | None:
    return _with(sheet, upper=True)


@once
def _lower(sheet: Sheet) -> Sheet | None:
    return _with(sheet, upper=False)


def _with(sheet: Sheet, *, upper: bool) -> Sheet | None:
    if not any(_is_range(f) for f in sheet.figures):
        return None
    cells = tuple(_end(f, upper=upper) if _is_range(f) else f for f in sheet.figures)
    return replace(sheet, key=f"{sheet.key}:{'high' if upper else 'low'}", figures=cells)


def _is_range(figure: Figure) -> bool:
    return figure.low is not None and figure.high is not None and figure.low != figure.high


def _end(figure: Figure, *, upper: bool) -> Figure:
    end = figure.high if upper else figure.low
    return replace(figure, low=end, high=end)
