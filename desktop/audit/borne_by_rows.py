"""A number that the rows of a table bear out, of which its sentence names one or two.

关得最狠的却是开福，关店比例67.2%: of the two cells of that row. 1号线增长4.0%，2号线下降4.0%，绝对数差了近百万: the gap
of what the two changed by.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.bearing import holds, is_share, share
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.ways import like
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure

_GAP: Final = re.compile(r"差")
_ALL: Final = Interval(100.0, 100.0)
_ROUGH: Final = 0.1  # of a hedged number
_LEAST: Final = 2  # characters of a name
_MANY: Final = 12  # cells of a row that are tried


def of_rows(claim: Figure, words: str, used: Sequence[Figure], dossier: Dossier) -> bool:
    """Whether the row that stands last before a number gives it, or the last two do; ``words`` are those before it."""
    begin = claim.anchor.start - len(words)
    behind = max(
        (f.anchor.end - begin for f in used if not f.table), default=0
    )  # the row is named after them
    rated = is_share(claim)
    if rated and any(f.table for f in used):
        return False
    rows: dict[tuple[str, str], list[Figure]] = {}
    last: dict[tuple[str, str], int] = {}
    for cell in dossier.figures:
        name = cell.entity.zh
        if cell.table and len(name) >= _LEAST and cell.anchor.source == claim.anchor.source:
            at = words.rfind(name, behind if rated and behind > 0 else 0)
            if at >= 0 and value_of(cell) is not None:
                last[cell.table, name] = at
                rows.setdefault((cell.table, name), []).append(cell)
    for table in {t for t, _ in rows}:
        named = sorted((k for k in rows if k[0] == table), key=lambda k: last[k])
        if rated:
            if _gives(claim, rows[named[-1]][:_MANY]):
                return True
        elif (
            len(named) > 1
            and _GAP.search(words[last[named[-1]] :])
            and (_apart(claim, rows[named[-2]], rows[named[-1]]))
        ):
            return True
    return False


def _gives(claim: Figure, cells: Sequence[Figure]) -> bool:
    for one, other in itertools.permutations(cells, 2):
        found = share(one, other) if like(one, other) and value_of(other) else None
        if found is not None and (holds(claim, found) or holds(claim, _ALL.minus(found))):
            return True
    return False


def _apart(claim: Figure, one: Sequence[Figure], other: Sequence[Figure]) -> bool:
    """Whether a number is by how much two rows changed unlike, or by how much two cells of a column differ."""
    mine, theirs = (
        {f.col: value_of(f) or 0.0 for f in cells if like(claim, f) or not claim.unit}
        for cells in (one, other)
    )
    columns = [c for c in mine if c in theirs]
    gaps = [abs(mine[c] - theirs[c]) for c in columns]
    for a, b in itertools.combinations(columns, 2):
        mine_by, theirs_by = mine[b] - mine[a], theirs[b] - theirs[a]
        gaps += [abs(mine_by - theirs_by), abs(abs(mine_by) - abs(theirs_by))]
    own, told = as_claim(claim), value_of(claim) or 0.0
    return own is not None and any(
        own.holds(gap) or (claim.hedge and abs(gap - told) <= _ROUGH * told) for gap in gaps
    )
