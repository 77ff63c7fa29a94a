"""How far two rates of a column are apart, in open words: 与驰芯拉开10.0个百分点, 两地毛利率相距10.5个百分点.

The column is the one that the sentence names, or that has the rate told before the size; any two of its rates may
excuse the size.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.any_reading import POINTS
from desktop.audit.lines import behind_last
from desktop.audit.move import is_share
from desktop.audit.scope import Section
from desktop.audit.size_fits import of_two
from desktop.audit.size_words import APART, BREAK, plain_size
from desktop.audit.slips_of_size import slip_of_points
from desktop.audit.table_names import noun
from desktop.audit.telling import told
from desktop.audit.views import View, views_at
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.value import value

_BOTH: Final = re.compile(
    r"两[者地家边款种类项处个]|二者|[首头]尾|之间|彼此|最[高低大小][^，,。]{0,6}最[高低大小]"
)
_GAP: Final = re.compile(r"[^相还只仅]差(?![到出])|差距|距离|利差")
_ELSE: Final = re.compile(
    r"同比|环比|去年|上年|行业|同行|平均|目标|红线|上限|下限|监管|标准|[较比与]?(?:19|20)\d\d"
)


@value
class SizeColumn:
    """``pairs`` are the two rates that are meant, or any two of the column; ``slip`` is how the size came about."""

    size: Figure
    name: str
    pairs: tuple[tuple[Figure, Figure], ...]
    fits: bool
    slip: Text | None


def size_columns(piece: Section, taken: frozenset[str]) -> Iterator[SizeColumn]:
    """The gaps that the prose of a section tells of two rates of a column."""
    if not piece.has_tables:
        return
    amounts = piece.amounts
    for n, size in enumerate(amounts):
        if size.unit in ("%", *POINTS) and size.id not in taken and size.comparator in ("=", "~"):
            found = _column(piece, amounts, n)
            if found is not None:
                yield found


def _column(piece: Section, amounts: Sequence[Figure], n: int) -> SizeColumn | None:
    size = amounts[n]
    at = size.anchor.start - piece.start
    begin = piece.sentence_start(at)
    words = piece.text[begin:at] + size.anchor.quote.partition(size.as_printed)[0]
    clause = behind_last(BREAK, words)
    if not APART.search(clause) or _ELSE.search(clause) or (told(clause).sure and _GAP.search(clause)):
        return None
    before = [f for f in amounts[max(0, n - 4) : n] if f.anchor.start >= piece.start + begin and is_share(f)]
    for view in views_at(piece, size.anchor.start):
        field = _field(view, words, before)
        if field is None:
            continue
        cells = view.column(field)
        own = [c for name, c in cells.items() if name[:2] in clause]
        own += [c for name, c in cells.items() if name[:2] in words and c not in own]
        if not _BOTH.search(clause) and (not own or (len(own) < 2 < len(cells))):
            continue
        if before and not _BOTH.search(clause) and not _is_of(before[-1], cells.values()):
            continue  # 65岁以上的治愈率为72%，比全组低8个百分点
        if view.of_years or any(c.id == size.id for c in cells.values()):
            continue
        every = list(itertools.combinations(cells.values(), 2))
        likely = [p for p in every if p[0] in own[:2] and p[1] in own[:2]]
        claim = plain_size(size)
        fits = any(of_two(claim, a, b, "") for a, b in every)
        slip = next((s for a, b in [*likely, *every] if (s := slip_of_points(claim, a, b))), None)
        if size.unit == "%" and slip is None and not fits:
            return None  # of what it is a share or a change nobody says
        return SizeColumn(size, noun(view.fields[field]), (*likely, *every), fits, slip)
    return None


def _is_of(rate: Figure, cells: Iterable[Figure]) -> bool:
    """Whether a rate told before a gap is one of a column."""
    return any(c.value == rate.value for c in cells)


def _field(view: View, words: str, before: Sequence[Figure]) -> int | None:
    """The column of rates that words name, or that has the rate told last."""
    rates = [f for f in view.fields if all(is_share(c) for c in view.column(f).values())]
    named = [f for f in rates if (head := noun(view.fields[f])) and len(head) > 1 and head in words]
    if not named:
        named = [f for f in rates if (head := noun(view.fields[f])) and len(head) > 2 and head[-2:] in words]
    if len(named) != 1 and before:
        held = [
            f for f in named or rates if any(c.value == before[-1].value for c in view.column(f).values())
        ]
        named = held or named
    return named[0] if len(named) == 1 else None
