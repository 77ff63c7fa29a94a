"""An account told as a list: its first entry less those between is the last; 售价320元, eight costs, 净剩34元.

The last entry must be called a rest; any subset of the entries between that leaves it acquits.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.scope import Section
from desktop.audit.ways import allowed, signed
from desktop.audit.worked_told import written, wrong_of
from desktop.core.figure import Figure

KEY: Final = "listed_accounts"
_ITEM: Final = re.compile(
    r"[ \t]*(?:[-*•·]|\d{1,2}[.、)）]|[（(]\d{1,2}[）)])[ \t]*\**(?P<label>[^：:，,。；\d|]{1,16})\**[：:]"
)
_REST: Final = re.compile(r"剩|净[利余赚得亏]|结余|盈余|利润|毛利|亏损|余额|到手|落袋|赚")
_INNER: Final = re.compile(r"合计|总|小计|毛利|利润|税前|其中|累计|平均|每(?![杯单件份间张台本次人])")
_RATES: Final = ("%", "permille", "pp", "bp", "times", "rank", "year", "age", "month", "day")
_LEAST, _MOST = 4, 9  # entries of an account
_FAR: Final = 0.35  # of the first entry: a rest that is further off is of something else


class _Entry(NamedTuple):
    label: str
    figure: Figure


@check(
    KEY,
    "列表账目",
    "accounts told as lists",
    "section",
    needs={"section": ("-*•·1", "：:", "same*3", "剩净余利亏到落赚")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold the last entry of a list against its first less all between."""
    block: list[_Entry | None] = []
    for start, words in (*piece.prose_lines, (len(piece.text), "")):
        if words and not words.strip():
            continue
        item = _ITEM.match(words)
        if item is not None:
            own = piece.between(piece.start + start, piece.start + start + len(words))
            amounts = [f for f in own if not f.is_date and f.unit not in _RATES]
            block.append(_Entry(item["label"].strip(), amounts[0]) if len(amounts) == 1 else None)
            continue
        yield from _account(block)
        block = []


def _account(block: Sequence[_Entry | None]) -> Iterator[Result]:
    entries = [e for e in block if e is not None]
    if not _LEAST <= len(entries) == len(block) <= _MOST:
        return
    first, *costs, last = entries
    if _REST.search(last.label) is None or any(_INNER.search(e.label) for e in (first, *costs)):
        return
    if len({e.figure.unit for e in entries}) > 1 or any(e.figure.comparator != "=" for e in entries):
        return
    whole, left, own = value_of(first.figure), value_of(last.figure), allowed(last.figure)
    made = signed([e.figure for e in (first, *costs)], (1, *(-1 for _ in costs)))
    if not whole or left is None or own is None or made is None:
        return
    if own.meets(made.found) or own.meets(made.found.scaled(-1)):
        exact = abs(abs(made.point) - abs(left)) <= 1e-9 * whole
        yield say.passed(KEY, (last.figure, *made.inputs), written(made, last.figure), rounded=not exact)
        return
    values = [value_of(e.figure) or 0.0 for e in costs]
    some = (s for many in range(1, len(values)) for s in itertools.combinations(values, many))
    if abs(made.point - left) < _FAR * whole and not any(own.holds(abs(whole - sum(s))) for s in some):
        yield wrong_of(KEY, last.figure, made)
