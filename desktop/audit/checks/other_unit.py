"""A number of a table that a sentence tells in another unit or scale: 余额1.60亿元, and 1.60亿份, or 16.0亿元."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.scope import Whole
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.units import unit

KEY: Final = "other_unit"
_DIGITS: Final = 3  # printed, as many as are no accident beside a noun that comes back
_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CLAUSE: Final = re.compile(r"[，、,。；;：:！？\n|（(）)]")
_GENERIC: Final = re.compile(
    r"单位|合计|总额|总量|数量|全年|年末|累计|平均|金额|规模|余额|收入|支出|成本|[万亿千百]?[元人家件台套个吨]"
)
_KINDS: Final = ("share", "share difference", "multiple", "rank", "grade", "date", "age", "")
SAID: Final = Text(
    "{0}在文中另一处是{1}，这里写作{2}：数字相同而单位不是同一种量，至少一处写错。",
    "{0} is {1} elsewhere in the text and {2} here: the same number of two kinds of quantity, so one unit is wrong.",
)

SCALE: Final = Text(
    "{0}在文中另一处是{1}，这里写作{2}：数字相同而差了数量级，至少一处的小数点或单位有误。",
    "{0} is {1} elsewhere in the text and {2} here: the same digits, powers of ten apart, so one of them is wrong.",
)


@check(KEY, "同数异单位", "one number with two units", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Find a number of a sentence that a table has for the same noun and the same year, in another kind of unit."""
    known: defaultdict[str, list[Figure]] = defaultdict(list)
    figures = [f for f in whole.dossier.figures if len(f.as_printed) >= _DIGITS and not f.is_date]
    for figure in sorted(figures, key=lambda f: not f.table):  # of a number that no table has nothing is said
        if _dimension(figure) in _KINDS or not (value := value_of(figure)):
            continue
        key = f"{value:.9e}".partition("e")[0]
        if (figure.table or key in known) and _printed(figure) >= _DIGITS:
            known[key].append(figure)
    texts = {s.id: s.text for s in whole.dossier.sources}
    for alike in known.values():
        if len({(_dimension(f), value_of(f)) for f in alike}) == 1:
            continue
        for told in (f for f in alike if not f.table and f.role == "level"):
            if any(f is not told and _same(f, told) for f in alike):
                continue
            text = texts.get(told.anchor.source, "")
            other = next((f for f in alike if f.table and _is_wrong(f, told) and _is_of(f, told, text)), None)
            if other is not None:
                scale = _dimension(told) == _dimension(other)
                written = formula("{} ≠ {}", bare(other), bare(told))
                said = (SCALE if scale else SAID).format(say.title(other), stated(other), stated(told))
                kind = "scale" if scale else "unit"
                yield say.finding(KEY, "inconsistent", (told, other), written, said, kind)


def _same(one: Figure, other: Figure) -> bool:
    return _dimension(one) == _dimension(other) and value_of(one) == value_of(other)


def _is_wrong(cell: Figure, told: Figure) -> bool:
    """Whether an amount has the value of a cell in another unit, or its digits in the same one."""
    return (_dimension(cell) == _dimension(told)) != (value_of(cell) == value_of(told))


def _printed(figure: Figure) -> int:
    found = _NUMBER.search(figure.as_printed)
    return len(found[0].replace(",", "").replace(".", "").lstrip("0")) if found else 0


def _dimension(figure: Figure) -> str:
    return _dimension_of(figure.unit)


@lru_cache(maxsize=1000)
def _dimension_of(code: str) -> str:
    known = unit(code)
    return known.dimension.split(" per ")[0] if known is not None else ""


def _is_of(cell: Figure, told: Figure, text: str) -> bool:
    """Whether the words right around a number have the noun of a cell, and none but its year."""
    at = told.anchor
    before = _CLAUSE.split(text[max(0, at.start - 20) : at.start])[-1]
    behind = _CLAUSE.split(text[at.end : at.end + 12])[0]
    name = _GENERIC.sub("|", cell.indicator.zh)
    own, other = (f.period.start.year if f.period and f.period.start else None for f in (told, cell))
    if own is not None and other is not None and own != other:
        return False
    sure = _dimension(told) != _dimension(cell) and (
        (own is not None and own == other) or _printed(told) > _DIGITS
    )
    size = 2 if sure else 3  # characters of a noun
    runs = (name[i : i + size] for i in range(len(name) - size + 1))
    return any("|" not in run and run in before + "|" + behind for run in runs)
