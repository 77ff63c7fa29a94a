"""Every amount, rank and date: one expression finds the numerals, what stands beside one says which it is."""

from __future__ import annotations

from typing import Final

from desktop.importers.figures import moments
from desktop.importers.figures.amount import arabic_at, chinese_at
from desktop.importers.figures.compound import MAY_GO_ON, joined
from desktop.importers.figures.found import Found
from desktop.importers.figures.measured import measured
from desktop.importers.figures.numerals import LONGEST, NUMERAL
from desktop.importers.figures.ranks import rank_at
from desktop.importers.figures.refuse import YEAR_NUMBER, not_a_quantity

_DATED: Final = frozenset("年季月-~～至到—QH ")  # what may follow the first number of a date
_ORDINAL: Final = ("st", "nd", "rd", "th")  # May 12th 2023
_RANKED: Final = frozenset("第前Pp -")


def find(text: str, start: int, end: int, cell: bool = False) -> list[Found]:
    """Return the quantities of ``text[start:end]`` (one block or one cell) in order."""
    everything: list[Found] = []
    done = start
    for match in NUMERAL.finditer(text, start, end):
        pos, stop = match.span()
        if pos < done:
            continue
        kind = match.lastgroup
        if kind == "ar":
            found = _number(text, pos, stop, start, end, done, cell, False)
        elif kind == "cn":
            found = _number(text, pos, stop, start, end, done, cell, True)
        elif kind == "book":
            found = stop
        elif kind == "window":
            found = moments.window(text, pos)
        else:
            found = moments.fiscal(text, pos, match[0])
        if found is None:
            continue
        if isinstance(found, int):
            done = found
        else:
            if found.unit in MAY_GO_ON and joined(text, everything[-1] if everything else None, found, start):
                everything.pop()
            done = found.end
            everything.append(found)
    return everything


def _number(
    text: str, pos: int, stop: int, start: int, end: int, done: int, cell: bool, cjk: bool
) -> Found | int | None:
    if stop - pos > LONGEST:
        return stop
    before = text[pos - 1] if pos > start else ""
    if before == "近":
        found = moments.window(text, pos - 1)
        if found:
            return found
    after = text[stop : stop + 1]
    if (
        after in _DATED
        or before == "前"
        or (before == " " and after == ",")
        or (after == "、" and "月" in text[stop + 2 : stop + 4])
        or (not cjk and (text.startswith(("19", "20"), pos) or text.startswith(_ORDINAL, stop)))
    ) and (not cjk or stop - pos >= 2 or text.startswith(("季度", "年", "个月"), stop)):
        if text.startswith("年第", stop) and (number := YEAR_NUMBER.match(text, pos)):
            return number.end()
        found = moments.date(text, pos, stop, start, cjk)
        if found:
            if found.partial:
                moments.relative(text, found, start)
            return found if found.end <= end else None
    refused = not_a_quantity(text, pos, stop, start, cjk)
    if refused is not None:
        return refused or None
    if before in _RANKED:
        ranked = rank_at(text, pos, stop, start)
        if ranked is not None:
            return ranked if isinstance(ranked, Found) else ranked or None
    one = chinese_at(text, pos, stop) if cjk else arabic_at(text, pos, stop)
    if one is None:
        return None
    return measured(text, one, start, end, done, cell, cjk)
