"""What a sentence says of a rival's standing, against the row of a table whose columns are the rivals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote, stated
from desktop.audit.check import Result
from desktop.audit.interval import value_of
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import NOTHING, SEMICOLON, Text

EDGES: Final = re.compile(
    r"在(?P<what>[^，,。；]{2,30}?)(?:方面|上)?(?:都|均|已|也|逐渐|渐渐|渐|逐步|日渐|日益|越来越|不断|明显|略)*(?P<way>失去优势|渐失优势|不占优|处于劣势|处于下风|落后|逊色|领先|占优|具有优势|更胜一筹)"
)
_SMALL_IS_GOOD: Final = re.compile(r"时效|用时|时长|耗时|速度|利率|费率|成本|价格|延迟|故障|投诉|不良|逾期")
_INSTANT: Final = re.compile(r"^(?:实时|即时|秒级|秒批|秒到|立即)$")
_SAME_AXIS: Final = (
    re.compile(r"时效|用时|时长|速度|响应|效率|审批"),
    re.compile(r"利率|费率|价格|费用|成本"),
    re.compile(r"额度|限额"),
)
EDGE = Text(
    "文中说{0}在{1}上{3}，但表中{4}一行它是{5}，{6}{2}。",
    "The text says {3} of {0} in {1}, but in the row {4} it has {5}: {6}{2}.",
)
OTHERS = Text("；{0}是否如此，这一行看不出", "; of {0} the row says nothing")
BEST, WORST = Text("为各家之最优", "the best of all"), Text("为各家之最差", "the worst of all")


def advantage(
    key: str, piece: Section, sheet: Sheet, line: str, start: int, matches: list[re.Match[str]]
) -> Iterable[Result]:
    """ "loses its edge in A and B" against a table whose columns are the rivals."""
    if not matches:
        return
    heads = {sheet.head(c).strip(): c for c in sheet.cols if c and len(sheet.head(c).strip()) >= 2}
    names = [h for h in heads if h in line or h in piece.text[max(0, start - 80) : start]]
    for match in matches:
        subject = next((h for h in heads if h in line[: match.start()] or h in names[:1]), None)
        if subject is None or len(heads) < 2:
            continue
        good = match["way"] in ("领先", "占优", "具有优势", "更胜一筹")
        for row in sheet.rows:
            axis = next(
                (p for p in _SAME_AXIS if p.search(sheet.label(row)) and p.search(match["what"])), None
            )
            if axis is None:
                continue
            place = _place(sheet, row, heads[subject])
            if place is None or place == good:
                continue
            anchor = Anchor(
                piece.source, piece.start + start + match.start(), piece.start + start + match.end(), match[0]
            )
            cells = [f for c in heads.values() for f in sheet.grid.get((row, c), ())]
            if not cells:
                continue
            said = EDGE.format(
                quote(subject),
                *_parts(match["what"], axis),
                quote(match["way"]),
                quote(sheet.label(row)),
                _cell_words(sheet, row, heads[subject]),
                BEST if place else WORST,
            )
            each = [formula("{} {}", quote(h), _cell_words(sheet, row, c)) for h, c in heads.items()]
            yield _told(key, sheet, (row, heads[subject]), cells, SEMICOLON.join(each), said, anchor)


def _told(
    key: str,
    sheet: Sheet,
    place: tuple[int, int],
    figures: list[Figure],
    written: Text,
    said: Text,
    anchor: Anchor,
) -> Result:
    """Raised on the cell of the one that is spoken of, which may hold words (实时) and no number."""
    own, cell = sheet.at(*place), sheet.table.cell(*place)
    if own is None and cell is not None:
        items = (cell.id, *(f.id for f in figures))
        spans = (cell.anchor, *(f.anchor for f in figures), anchor)
        return say.told(
            key, "partly", items, say.inputs(*figures), written, said, spans, "advantage", tag="advantage"
        )
    ordered = sorted(figures, key=lambda f: f is not own)
    return say.finding(key, "partly", ordered, written, said, "advantage", spans=(anchor,))


def _parts(what: str, axis: re.Pattern[str]) -> tuple[Text, Text]:
    """Of "A and B", the one that a row is about, and what to say of the other."""
    parts = [p for p in re.split(r"与|和|及|、", what) if p.strip()]
    own = next((p for p in parts if axis.search(p)), what)
    others = [p for p in parts if p is not own]
    return quote(own), OTHERS.format(say.listed([quote(p) for p in others])) if others else NOTHING


def _cell_words(sheet: Sheet, row: int, col: int) -> Text:
    """A cell as a number with its unit, or its words."""
    own = sheet.at(row, col)
    return stated(own) if own is not None else quote(sheet.words(row, col))


def _place(sheet: Sheet, row: int, col: int) -> bool | None:
    """True where the cell is the best of its row, False where it is the worst, None in between or unknown."""
    small = bool(_SMALL_IS_GOOD.search(sheet.label(row)))
    values = {}
    for c in sheet.cols:
        if not c:
            continue
        found = sheet.at(row, c)
        value = 0.0 if _INSTANT.match(sheet.words(row, c).strip()) else value_of(found) if found else None
        if value is None:
            return None
        values[c] = value
    mine = values.pop(col, None)
    if mine is None or not values:
        return None
    if all(mine < v for v in values.values()):
        return small
    if all(mine > v for v in values.values()):
        return not small
    return None
