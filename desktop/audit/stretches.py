"""Amounts of the months, quarters and halves of a year, in a table or in a sentence, and the stretches words name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from desktop.audit.enumerations import DIGITS
from desktop.audit.views import View
from desktop.core.figure import Figure
from desktop.core.value import once

_QUARTER: Final = {c: n for n, group in enumerate(("一首1", "二2", "三3", "四末4"), 1) for c in group}
_PERIOD: Final = (
    r"(?P<first>前|头|后|末)(?P<n>[一二两三四五六七八九十]|1?\d)个?(?P<unit>季度?|月)|(?P<half>[上下])半年|第?(?P<q>[一二三四1-4首末])季度?"
    r"|Q(?P<Q>[1-4])|(?<!\d)(?P<m>1[0-2]|[1-9])月份?(?![日\d]|以[前来后]|[底末初中])|(?P<all>全年)"
)
_WORD: Final = re.compile(_PERIOD)
_LABEL: Final = re.compile(rf"(?:(?P<y>(?:19|20)\d\d)年?)?(?:{_PERIOD})")
_STOCK: Final = ("%", "permille", "pp", "bp", "times", "rank", "year", "")
_STOCKS: Final = re.compile(r"余额|存量|期末|月末|季末|在册|在岗|累计|均|率|价|占比|保有")
YEAR: Final = frozenset(range(1, 13))
_LEAST: Final = 3


class Stretch(NamedTuple):
    """Months of a year, and where the words that name them stand."""

    months: frozenset[int]
    start: int
    end: int


class Run(NamedTuple):
    """Amounts of one year by the months that they cover, each once; ``head`` is what they are called."""

    head: str
    year: str
    cells: dict[frozenset[int], Figure]

    @property
    def whole(self) -> frozenset[int]:
        """All months that it covers."""
        return frozenset[int]().union(*self.cells)

    def of(self, months: frozenset[int]) -> list[Figure]:
        """The amounts that make up some months; none where some month is missing."""
        own = [(m, f) for m, f in self.cells.items() if m <= months]
        return [f for _, f in own] if frozenset[int]().union(*(m for m, _ in own)) == months else []


def stretches_in(words: str) -> Iterator[Stretch]:
    """The stretches of a year that words name, in order."""
    for match in _WORD.finditer(words):
        yield Stretch(_months(match), match.start(), match.end())


def _months(match: re.Match[str]) -> frozenset[int]:
    if match["all"]:
        return YEAR
    if match["half"]:
        return frozenset(range(1, 7) if match["half"] == "上" else range(7, 13))
    if match["m"]:
        return frozenset((int(match["m"]),))
    if match["n"]:
        many = DIGITS.get(match["n"]) or int(match["n"])
        many = min(12, many * (1 if match["unit"] == "月" else 3))
        return frozenset(range(1, many + 1) if match["first"] in "前头" else range(13 - many, 13))
    quarter = int(match["Q"]) if match["Q"] else _QUARTER[match["q"]]
    return frozenset(range(quarter * 3 - 2, quarter * 3 + 1))


@once
def runs_of(view: View) -> list[Run]:
    """The years of which a table has amounts that can be added up, by quarters, months or halves."""
    lines: dict[str, dict[frozenset[int], str]] = {}
    for name in view.lines:
        label = _LABEL.fullmatch(name)
        if label is not None and label["all"] is None:
            lines.setdefault(label["y"] or "", {})[_months(label)] = name
    found = []
    for year, own in lines.items():
        if len(own) < _LEAST or sum(map(len, own)) != len(frozenset[int]().union(*own)):
            continue
        for field, head in view.fields.items():
            column = view.column(field)
            cells = {months: column[name] for months, name in own.items() if name in column}
            if len(cells) < len(own) or _STOCKS.search(head):
                continue
            if not any(cell.unit in _STOCK for cell in cells.values()):
                found.append(Run(head, year, cells))
    return found
