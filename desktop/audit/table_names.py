"""A table read by its names: what the words of a sentence name of its rows (or columns) and of its fields."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import Final

from desktop.audit.keys import same_dimension
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.value import kept, value

TOTAL: Final = re.compile(
    r"^(?:合计|总计|共计|小计|总和|总体|整体|全部|全国|全市|全省|全年|全公司|全[组班队厂店行校家县区院镇村部司员体](?![\u4e00-\u9fff])|总(?![馆店行部院校厂站台库])|平均(?!(?!水平|数值)[\u4e00-\u9fff]{2})|均值|行业|total|sum|all|overall|average)"
    r"|合计$|总计$|平均$|均值$", re.I
)  # fmt: skip
OTHERS: Final = re.compile(r"其余|其他|其它|别的|另外|剩下")
_NOTE: Final = re.compile(r"[（(][^）)]*[）)]|\s|[“”\"']")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_TIME: Final = re.compile(
    r"(?:(?:19|20)\d\d|[去今上本当](?=财?年))财?年?度?[末底初]?|\d{1,2}月[末底初]?|[一二三四]季度|[上下]半年|[年月期][末底初]|如今|现今|现在|目前|眼下|当前"
)
MERE_TIME: Final = frozenset(("", "同期"))
_PER: Final = re.compile(r"^(?:单(?!位|价|证)|人均|户均|店均|平均|每|日均|月均|年均)|均")
CHANGE: Final = re.compile(
    r"增幅|降幅|涨幅|跌幅|升幅|减幅|增速|增长|变化|变动|同比|环比|涨跌|增减|升降|幅度|change|growth|yoy", re.I
)


@value
class Names:
    """A table whose rows, or whose columns where ``across`` is true, are the things that it compares."""

    sheet: Sheet
    across: bool = False

    @kept
    def lines(self) -> dict[str, int]:
        """Row (or column) of each name; names shorter than two characters, years and totals are none."""
        if self.across:
            told = [(self.sheet.head(c), c) for c in self.sheet.cols if c]
        else:
            told = [(self.sheet.label(r), r) for r in self.sheet.rows]
        found: dict[str, int] = {}
        for words, at in told:
            name = _name(words)
            if not name:
                continue
            if name in found:
                return {}  # two lines of one name: neither can be meant for certain
            found[name] = at
        return found

    @kept
    def pattern(self) -> re.Pattern[str] | None:
        """Any of the names, the longest first; None where a table has fewer than two."""
        if len(self.lines) < 2:
            return None
        names = sorted(self.lines, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, names)))

    @kept
    def fields(self) -> dict[int, str]:
        """The columns (or rows) that hold amounts of two names at least, and what they are called."""
        if self.across:
            places = {r: self.sheet.label(r) for r in self.sheet.rows}
        else:
            places = {c: self.sheet.head(c) for c in self.sheet.cols if c}
        return {at: words for at, words in places.items() if len(self.column(at)) >= 2}

    @kept
    def heads(self) -> str:
        """The nouns of all fields."""
        return "|".join(self.nouns.values())

    @kept
    def nouns(self) -> dict[int, str]:
        """The noun of each field."""
        return {field: noun(words) for field, words in self.fields.items()}

    @kept
    def _parts(self) -> tuple[str, ...]:
        """Runs of two to four characters of the nouns, the longer ones of each first."""
        return tuple(dict.fromkeys(
            head[i : i + size]
            for head in self.nouns.values() for size in (4, 3, 2) for i in range(len(head) - size + 1)
        ))  # fmt: skip

    @kept
    def times(self) -> tuple[tuple[int, int], ...]:
        """Pairs of fields of one noun and unit at two times, the earlier first."""
        fields = [f for f in self.fields if not self.is_change(f)]
        nouns = self.nouns
        units = {f: next(iter(self.column(f).values())).unit for f in fields}
        found = []
        for one, other in itertools.combinations(fields, 2):
            a, b = self.fields[one], self.fields[other]
            if a == b or not same_dimension(units[one], units[other]):
                continue
            if nouns[one] == nouns[other]:
                found.append((one, other) if a < b else (other, one))
            elif MERE_TIME & {nouns[one], nouns[other]}:  # 收购量, 去年同期
                found.append((one, other) if nouns[one] in MERE_TIME else (other, one))
        return tuple(found)

    def cell(self, line: int, field: int) -> Figure | None:
        """The amount of a name in a field."""
        return self.sheet.at(field, line) if self.across else self.sheet.at(line, field)

    @kept
    def _columns(self) -> dict[int, dict[str, Figure]]:
        return {}

    def column(self, field: int) -> dict[str, Figure]:
        """The amounts of a field by name."""
        known = self._columns.get(field)
        if known is None:
            cells = ((name, self.cell(line, field)) for name, line in self.lines.items())
            known = self._columns[field] = {name: cell for name, cell in cells if cell is not None}
        return known

    @kept
    def _changes(self) -> frozenset[int]:
        return frozenset(
            field
            for field, head in self.fields.items()
            if CHANGE.search(head) or any(f.role == "change" for f in self.column(field).values())
        )

    def is_change(self, field: int) -> bool:
        """Whether a field holds changes rather than values."""
        return field in self._changes

    def meant(self, fields: list[int], words: str, claim: Figure | None = None) -> list[int]:
        """Those of some fields that words name, by their nouns and their years; all where they name none.

        A field of something per thing (人均收入) is meant only where the words name that, and no field is where the
        words, or what a claim was read as, are of another year than the fields.
        """
        nouns = self.nouns
        said = _TIME.sub("|", words)
        whole = [f for f in fields if len(nouns[f]) >= 2 and nouns[f] in said]
        shared = [f for f in fields if any(nouns[f][i : i + 2] in said for i in range(len(nouns[f]) - 1))]
        kept = whole or shared or [f for f in fields if not _PER.search(nouns[f])] or fields
        known = {y for f in kept for y in _YEAR.findall(self.fields[f])}
        years = set(_YEAR.findall(words))
        if not years and known and claim is not None and claim.period is not None:
            start, end = claim.period.start, claim.period.end
            if start and end and start.year == end.year and str(start.year) not in known:
                return []
        return [f for f in kept if years & set(_YEAR.findall(self.fields[f]))] if years and known else kept

    def rest(self, words: str) -> str:
        """Words without names, times and the nouns of the table's own fields."""
        left = _TIME.sub("|", self.pattern.sub("|", words) if self.pattern is not None else words)
        for part in self._parts:
            left = left.replace(part, "|")
        return left


@lru_cache(maxsize=5000)
def _name(words: str) -> str:
    """What a line is called; "" for years, totals, numbers and the rest of something."""
    name = plain(words)
    if len(name) < 2 or name.isdigit() or _YEAR.match(name):
        return ""
    return "" if TOTAL.search(name) or OTHERS.search(name) else name


def readings(sheet: Sheet) -> tuple[Names, ...]:
    """The ways to read a table by names: by its rows and by its columns."""
    both = (Names(sheet), Names(sheet, across=True))
    return tuple(own for own in both if own.pattern is not None and own.fields)


def plain(words: str) -> str:
    """A header or label without notes in brackets, blanks and quotation marks."""
    return words if words.isalnum() else _NOTE.sub("", words)


def noun(words: str) -> str:
    """What a field is called, without the time it is of."""
    return _TIME.sub("", plain(words))
