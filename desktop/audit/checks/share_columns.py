"""A column of counts beside one of their shares, without the total: three rows of four tell what the fourth must be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, digits, value_of
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "share_columns"
_LEAST: Final = 4  # rows: three must agree on the whole
WRONG: Final = Text(
    "其余各行的数量除以占比，总数都约为{0}；{1}行占{2}，应约为{3}，不是{4}。",
    "In the other rows counts and shares agree on a whole of about {0}; of that the row {1}, at {2}, would be about "
    "{3}, not {4}.",
)
Row = tuple[Figure, Figure]


@check(KEY, "数量列与占比列", "counts and their shares", "table", needs={"table": ("%*3",)})
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Find the one row of a table whose count is not its share of the whole that all the others make."""
    columns = [(c, [f for r in sheet.rows if (f := sheet.at(r, c)) is not None]) for c in sheet.cols if c]
    for share_col, shares in columns:
        if (
            len(shares) < _LEAST
            or any(f.unit != "%" or f.role == "change" for f in shares)
            or not _all(shares)
        ):
            continue
        for count_col, counts in columns:
            if count_col == share_col or len(counts) != len(shares) or any(f.unit == "%" for f in counts):
                continue
            rows = [(a, b) for a in counts for b in shares if a.row == b.row]
            if len(rows) == len(shares) and len({f.unit for f in counts}) == 1:
                yield from _odd(sheet, rows)


def _all(shares: list[Figure]) -> bool:
    """Whether shares make up a whole, as they are rounded."""
    claims = [c for f in shares if (c := as_claim(f)) is not None]
    return len(claims) == len(shares) and sum(c.low for c in claims) <= 100 <= sum(c.high for c in claims)


def _whole(rows: list[Row]) -> Interval | None:
    """What whole all rows allow; None where there is none."""
    low, high = 0.0, float("inf")
    for count, share in rows:
        own, part = digits(count), as_claim(share)
        if own is None or part is None or part.low <= 0:
            return None
        low, high = max(low, own.low * 100 / part.high), min(high, own.high * 100 / part.low)
    return Interval(low, high) if low <= high else None


def _odd(sheet: Sheet, rows: list[Row]) -> Iterable[Result]:
    if _whole(rows) is not None:
        return
    odd = [(row, whole) for row in rows if (whole := _whole([r for r in rows if r is not row])) is not None]
    if len(odd) != 1:
        return
    (count, share), whole = odd[0]
    part, all_ = value_of(share) or 0.0, (whole.low + whole.high) / 2
    told, should = amount(all_, count), amount(all_ * part / 100, count)
    label = quote(sheet.label(count.row or 0))
    said = WRONG.format(told, label, stated(share), should, stated(count))
    written = formula("{} × {} ≈ {}", told, bare(share), should)
    yield say.finding(KEY, "inconsistent", (count, share), written, said)
