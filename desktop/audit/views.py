"""A table as sentences speak of it: lines with names, years among them, and fields of one unit, either way round."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.short_names import short_names
from desktop.audit.table_names import CHANGE, OTHERS, TOTAL, noun, plain
from desktop.audit.told_near import told_near
from desktop.core.figure import Figure
from desktop.core.value import kept, once, value

_YEAR: Final = re.compile(r"(?:FY)?((?:19|20)\d\d)(?:年?[度末底]?|学年|财年)")
_RATIO: Final = re.compile(r"[\u4e00-\u9fff]{2}(密度|强度|频率|浓度|占比|比重)")  # 投诉密度 is no 投诉
_COUNTED: Final = ("person", "count:")
_TOLD: Final = (
    "CNY",
    "%",
    "year",
    "times",
    "pp",
)  # units that no table leaves out, or words that count no cell
_KINDS: Final = frozenset("线店班组行厂区村县市省楼栋队机车仓站校院号馆厅")
_MOST_SHEETS: Final = 6


@value
class View:
    """The lines are rows, or columns where ``across`` is true; totals are none of them."""

    sheet: Sheet
    across: bool

    @kept
    def lines(self) -> dict[str, int]:
        """Where each named line is; a year is named by its digits. Nothing where two have one name."""
        told = (
            [(self.sheet.head(c), c) for c in self.sheet.cols if c]
            if self.across
            else [(self.sheet.label(r), r) for r in self.sheet.rows]
        )
        found: dict[str, int] = {}
        for words, at in told:
            name = _name(words + self._kind if len(words) == 1 else words)
            if not name:
                continue
            if name in found:
                return {}
            found[name] = at
        return found

    @property
    def _kind(self) -> str:
        """What rows of one letter are called by: 线, of a table of 产线 with the rows A, B and C."""
        head = "" if self.across else plain(self.sheet.head(0))
        return head[-1:] if head[-1:] in _KINDS and head[-2:-1] not in _KINDS else ""

    @kept
    def of_years(self) -> bool:
        """Whether every line is a year."""
        return bool(self.lines) and all(map(str.isdigit, self.lines))

    @kept
    def pattern(self) -> re.Pattern[str] | None:
        """Any name of a line, the longest first."""
        names = sorted((*self.lines, *self.other_names), key=len, reverse=True)
        parts = [rf"(?<!\d){n}(?!\d)" if n.isdigit() else re.escape(n) for n in names]
        return re.compile("|".join(parts)) if len(parts) > 1 else None

    @kept
    def fields(self) -> dict[int, str]:
        """The fields in which at least two lines have a value, all of one dimension, and what they are called."""
        places = self.sheet.rows if self.across else self.sheet.cols
        found = {}
        for at in places:
            head = self.sheet.label(at) if self.across else self.sheet.head(at)
            own = self.column(at)
            if len(own) < 2 or CHANGE.search(head):
                continue
            unit, *others = {f.unit for f in own.values()}
            if all(same_dimension(other, unit) for other in others):
                found[at] = head
        return found

    @kept
    def _columns(self) -> dict[int, dict[str, Figure]]:
        return {}

    def column(self, field: int) -> dict[str, Figure]:
        """The values of a field by line."""
        known = self._columns.get(field)
        if known is None:
            cells = self.sheet.levels
            places = ((name, (field, at) if self.across else (at, field)) for name, at in self.lines.items())
            known = self._columns[field] = {n: cells[place] for n, place in places if place in cells}
        return known

    def cell(self, line: str, field: int) -> Figure | None:
        """The amount of a line in a field."""
        at = self.lines[line]
        return self.sheet.at(field, at) if self.across else self.sheet.at(at, field)

    @kept
    def _holders(self) -> dict[str, list[tuple[str, int]]]:
        found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for field in self.fields:
            for name, cell in self.column(field).items():
                found[_key(cell)].append((name, field))
        return found

    def holders(self, figure: Figure) -> list[tuple[str, int]]:
        """The cells, as (line, field), that have the number of a figure."""
        if value_of(figure) is None:
            return []
        keys = {_key(figure), f"{figure.low if figure.low is not None else figure.high:.10g}"}
        found = [
            (line, field, self.column(field)[line])
            for key in keys
            for line, field in self._holders.get(key, ())
        ]
        return [
            (line, field) for line, field, cell in found
            if like_units(cell.unit, figure.unit) and (not cell.unit or _key(cell) == _key(figure))
        ]  # fmt: skip

    def named(self, words: str) -> list[str]:
        """The lines that words name, in order."""
        found = self.pattern.findall(words) if self.pattern is not None else ()
        return list(dict.fromkeys(map(self.line_of, found)))

    @kept
    def other_names(self) -> dict[str, str]:
        """By what else the lines are called: short names, and letters with the whole head (甲产线)."""
        if self.across:
            return {}
        kind, head = self._kind, plain(self.sheet.head(0))
        longer = {n[0] + head: n for n in self.lines if kind and len(n) > 1 and n[1:] == kind}
        return {**longer, **{s: n for s, n in short_names(self.sheet).items() if n in self.lines}}

    def line_of(self, name: str) -> str:
        """The line that a name stands for, which may be a short one."""
        return self.other_names.get(name, name)

    def fields_named(self, words: str) -> list[int]:
        """The fields that words name: by the whole noun, else by two characters of it that no other field has."""
        nouns = {f: noun(head) for f, head in self.fields.items()}
        for ratio in _RATIO.finditer(words):  # 投诉密度, of 每万笔投诉
            per = [f for f, n in nouns.items() if n.startswith("每") and ratio[0][:2] in n]
            if len(per) == 1:
                return per
        words = _RATIO.sub(lambda m: m[0] if any(m[1] in n for n in nouns.values()) else "|", words)
        whole = [f for f, name in nouns.items() if len(name) > 1 and name in words]
        if whole:
            return whole
        shared = {
            f: {n[i : i + 2] for i in range(len(n) - 1) if n[i : i + 2] in words} for f, n in nouns.items()
        }
        return [f for f, own in shared.items() if own]


@lru_cache(maxsize=5000)
def _name(words: str) -> str:
    """What a line is called, a year by its digits; "" for totals, numbers and the rest of something."""
    name = plain(words)
    year = _YEAR.fullmatch(name)
    if year is not None:
        return year[1]
    return "" if len(name) < 2 or name.isdigit() or TOTAL.search(name) or OTHERS.search(name) else name


def like_units(one: str, other: str) -> bool:
    """Whether two units may be of one quantity: of one dimension, or of things counted, or one is not told."""
    one, other = one.partition("/")[0], other.partition("/")[0]
    if same_dimension(one, other):
        return True
    if "" in (one, other):
        return not (one + other).startswith(_TOLD)
    return one.startswith(_COUNTED) and other.startswith(_COUNTED)


def _key(figure: Figure) -> str:
    return f"{value_of(figure):.10g}"


@once
def both_ways(sheet: Sheet) -> tuple[View, View]:
    """A table by its rows, and by its columns."""
    return View(sheet, across=False), View(sheet, across=True)


@once
def views(sheet: Sheet) -> tuple[View, ...]:
    """The ways to read a table; across only where the columns are things of one kind."""
    return tuple(v for v in both_ways(sheet) if v.pattern is not None and v.fields)


def views_at(piece: Section, offset: int) -> list[View]:
    """The views of the tables that a sentence at ``offset`` may speak of."""
    known, place = _by_place(piece), piece.tables_before(offset)
    if place not in known:
        known[place] = [v for sheet in sheets_at(piece, offset) for v in views(sheet)]
    return known[place]


def sheets_at(piece: Section, offset: int) -> list[Sheet]:
    """The tables that a sentence at ``offset`` may speak of."""
    return list({sheet.key: sheet for sheet in piece.around(offset)[:_MOST_SHEETS]}.values())


def views_told(piece: Section, offset: int) -> list[View]:
    """Those of the enumeration that a sentence at ``offset`` may speak of, and those of the tables."""
    return [v for sheet in told_near(piece, offset) for v in views(sheet)] + views_at(piece, offset)


@once
def _by_place(_piece: Section) -> dict[int, list[View]]:
    return {}
