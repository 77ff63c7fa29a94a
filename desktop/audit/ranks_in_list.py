"""The rank of an entry of the list above: 驰电：13,500把 … 蓝桩：7,800把, and below 在四家里排在第三位."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result
from desktop.audit.enumerations import number_of
from desktop.audit.passages import Told, passages
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause
from desktop.audit.spots import clauses_before
from desktop.audit.table_names import OTHERS
from desktop.core.figure import Figure
from desktop.core.text import Text

_AMONG: Final = re.compile(r"(?P<n>[三四五六七八九十]|\d{1,2})[家个款条座种项类组][^，]{0,2}[里中]")
_LEAST: Final = 3
_NAME: Final = 2  # characters
SAID: Final = Text(
    "文中说{0}（{1}）排第{2}，但上面所列的数从大到小排，它是第{3}。",
    "The text ranks {0} ({1}) no. {2}, but by the numbers listed above it is no. {3} from the top.",
)


def in_list(
    key: str, piece: Section, clause: Clause, span: tuple[int, int], claimed: int, *, back: bool
) -> Iterable[Result]:
    """Hold the rank of the one entry that a sentence names against the list above it."""
    home = next((p for p in passages(piece) if p.items and p.line.start <= clause.start < p.line.start + len(p.text)),
                None)  # fmt: skip
    items = [t for t in home.items if not OTHERS.search(t.name)] if home is not None else []
    if len(items) < _LEAST:
        return
    told = "".join([*(c.text for c in clauses_before(piece, clause)), clause.text])
    named = [t for t in items if len(t.name) >= _NAME and t.name in told]
    among = _AMONG.search(clause.text)
    if len(named) != 1 or among is None or number_of(among["n"]) != len(items):
        return
    own, values = named[0], [t.value for t in items]
    if len(set(values)) != len(values):
        return
    rank = 1 + sum(v < own.value if back else v > own.value for v in values)
    written = formula(
        "{} → {}", bare(own.figure), " > ".join(f"{v:.10g}" for v in sorted(values, reverse=True))
    )
    if rank == claimed:
        yield say.passed(key, (own.figure,), written)
        return
    begin = clause.start - piece.start
    place = piece.anchor(begin + span[0], begin + span[1])
    said = SAID.format(quote(own.name), bare(own.figure), str(claimed), str(rank))
    yield say.finding(key, "changes_conclusion", _figures(own, items), written, said, "list", spans=(place,))


def _figures(own: Told, items: list[Told]) -> tuple[Figure, ...]:
    return (own.figure, *(t.figure for t in items if t is not own))
