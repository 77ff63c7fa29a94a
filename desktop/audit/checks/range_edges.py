"""Rivals compared by ranges: the narrowest may be the cheapest at one end and the dearest at the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, number, quote
from desktop.audit.check import Result, World, check
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "range_edges"
_WAY: Final = re.compile(
    r"失去优势|渐失优势|丧失优势|不占优|处于[下上]风|处于劣势|落后|逊色|不及|不敌|领先|占优|具有优势|更胜一筹|更?有竞争力|缺乏竞争力|"
    r"(?:更|不够)(?:灵活|优惠|便宜)(?![性程度])|更贵"
)
_CLAUSE: Final = re.compile(r"[^，。；,;\n]{2,30}$")  # what a clause says before it comes to its verdict
_AXES: Final = (
    re.compile(r"利率|费率|资费|收费|租金|价(?!值)"),
    re.compile(r"额度|限额|贷款金额"),
    re.compile(r"时效|时长|用时|时间|期限|周期"),
    re.compile(r"续航|里程|温度|速度|工资|薪资|薪酬"),
)
SAID = Text(
    "文中说{0}，而{1}一项都是区间：{2}的下端{3}、上端{4}，区间宽度{5}；说它占优还是不占优，要看比的是哪一端。",
    "The text says {0}, but every value of {1} is a range: {2} has the {3} lower end, the {4} upper end and the {5} "
    "width, so which is better depends on the end that is compared.",
)
HIGHEST, LOWEST, MIDDLE = Text("最高", "highest"), Text("最低", "lowest"), Text("居中", "middle")
WIDEST, NARROWEST, BETWEEN = Text("最宽", "greatest"), Text("最窄", "smallest"), Text("居中", "middle")


@check(
    KEY, "区间两端", "ends of ranges", "section", needs={"section": ("table", "势优风劣落逊及敌领筹争灵宜贵")}
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold what sentences say of a rival's standing against both ends of the ranges in the table beside them."""
    if not piece.tables or not _WAY.search(piece.text):
        return
    for start, line in piece.prose_lines:
        for match in _WAY.finditer(line):
            what = _CLAUSE.search(line, 0, match.start())
            if what is None:
                continue
            place = piece.anchor(start + what.start(), start + match.end())
            for sheet in piece.near(piece.start + start):
                yield from _in(sheet, line[: match.start()], what[0], place)


def _in(sheet: Sheet, before: str, what: str, place: Anchor) -> Iterable[Result]:
    for label, own in _rows(sheet):
        if not _speaks_of(what, label) or len(own) < 2 or not all(_is_range(f) for f in own.values()):
            continue
        first = next(iter(own.values()))
        subject = _subject([n for n in own if n in before], before, own)
        if subject is None or any(not same_dimension(f.unit, first.unit) for f in own.values()):
            continue
        mine = own[subject]
        others = [f for n, f in own.items() if n != subject]
        low, high = (
            _rank(_low(mine), [_low(f) for f in others]),
            _rank(_high(mine), [_high(f) for f in others]),
        )
        if {low, high} != {HIGHEST, LOWEST}:
            continue  # both ends tell the same
        width = _rank(_high(mine) - _low(mine), [_high(f) - _low(f) for f in others])
        wide = {HIGHEST: WIDEST, LOWEST: NARROWEST, MIDDLE: BETWEEN}[width]
        said = SAID.format(quote(place.quote), quote(label), quote(subject), low, high, wide)
        widths = [formula("{} {} − {} = {}", quote(n), number(_high(f)), number(_low(f)), number(_high(f) - _low(f)))
                  for n, f in own.items()]  # fmt: skip
        figures = (mine, *others)
        yield say.finding(KEY, "ambiguous", figures, Text("；", "; ").join(widths), said, spans=(place,))


def _speaks_of(what: str, label: str) -> bool:
    """Whether a clause is about a row: by a word of its name, or by another word for the same."""
    name = re.sub(r"[（(][^）)]*[）)]|范围|区间|水平|数量|\s", "", label)
    return any(a.search(what) and a.search(name) for a in _AXES) or any(
        name[i : i + 2] in what for i in range(len(name) - 1)
    )


def _subject(named: list[str], before: str, own: dict[str, Figure]) -> str | None:
    """Of whom a clause speaks: the one rival it names, else the first one that the line names."""
    if len(named) == 1:
        return named[0]
    if named:
        return None
    return next((n for n in own if n in before), None)


def _rows(sheet: Sheet) -> Iterable[tuple[str, dict[str, Figure]]]:
    """Every row, and every column, as its name and the one figure that each rival has in it."""
    for row in sheet.rows:
        own = {sheet.head(c).strip(): f for c in sheet.cols if c and (f := sheet.at(row, c)) is not None}
        yield sheet.label(row).strip(), own
    for col in sheet.cols:
        if col:
            own = {sheet.label(r).strip(): f for r in sheet.rows if (f := sheet.at(r, col)) is not None}
            yield sheet.head(col).strip(), own


def _is_range(figure: Figure) -> bool:
    return (
        figure.role == "level"
        and figure.low is not None
        and figure.high is not None
        and figure.low < figure.high
    )


def _low(figure: Figure) -> float:
    return float(figure.low or 0)


def _high(figure: Figure) -> float:
    return float(figure.high or 0)


def _rank(mine: float, others: list[float]) -> Text:
    return HIGHEST if mine > max(others) else LOWEST if mine < min(others) else MIDDLE
