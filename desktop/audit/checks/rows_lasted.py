"""How long something lasted, told of the one row of a table that dates its beginning and its end, or its length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.lengths import Length, lengths, shown
from desktop.audit.scope import Prose, Section
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "rows_lasted"
_LATEST: Final = 31  # days of a date that is told to the month
_NAME: Final = 3  # characters of a row's name that may stand for it
_REACH: Final = 40  # characters from the name to the length
_STOP: Final = re.compile(r"[。！？；;]")
_LASTED: Final = re.compile(
    r"[做活用花走撑卖开跑][了满]|存续|前后|历时|运营|持续|从[^，]{2,6}到|下线|下架|结束|最[长久短快慢]"
)
_END: Final = re.compile(
    r"(?:之久|时间|光景)?(?:[，,。；;）\n](?!才|仍|还|又|再)|$|就?(?:下线|下架|结束|关停|完工|判决|结案))"
)
_OTHER: Final = re.compile(
    r"平均|各|每|其中|连续|近|过去|最[近后]|再|还有|剩|内|期限为|以上|以下|提前|推迟|[早晚]了|比|差|多了|少了"
)
SAID: Final = Text(
    "文中说{0}{1}，表中这一行从{2}到{3}是{4}。",
    "The text gives {1} for {0}; its row runs from {2} to {3}, {4}.",
)


@check(KEY, "各行起止与所说时长", "lengths told of rows with dates", "section",
       needs={"section": ("table", "date", "年月周期天")})  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold a length against the dates of the last row that its sentence names."""
    rows = {}
    for sheet in (*piece.sheets, *piece.earlier):
        for row in sheet.rows:
            ends = _ends(sheet, row)
            if len(ends) == 2:
                rows[sheet, row] = ends
    names = dict(_names(rows)) if rows else {}
    for line in piece.lines if names else ():
        for length in lengths(line.text):
            yield from _held(line, length, names)


def _ends(sheet: Sheet, row: int) -> list[Figure]:
    """The dates of a row, to the month or the day."""
    found = []
    for col in sheet.cols:
        for figure in sheet.grid.get((row, col), ()):
            period = figure.period
            if (
                figure.is_date
                and period is not None
                and period.start
                and period.end
                and "→" not in period.text
                and (period.end - period.start).days <= _LATEST
            ):
                found.append(figure)
    return found


def _names(rows: dict[tuple[Sheet, int], list[Figure]]) -> Iterator[tuple[str, list[Figure]]]:
    """What each row may be called: its name, and the beginning of it where no other name has that."""
    labels = [sheet.label(row).strip() for sheet, row in rows]
    for (sheet, row), ends in rows.items():
        label = sheet.label(row).strip()
        short = label[:_NAME]
        if len(label) < 2 or labels.count(label) > 1:
            continue
        yield label, ends
        if len(label) > _NAME and sum(short in other for other in labels) == 1:
            yield short, ends


def _held(line: Prose, length: Length, names: dict[str, list[Figure]]) -> Iterator[Result]:
    begin = max((m.end() for m in _STOP.finditer(line.text, 0, length.start)), default=0)
    begin = max(begin, length.start - _REACH)
    ahead = line.text[begin : length.start]
    found = [(ahead.rfind(name), name) for name in names if name in ahead]
    if not found or _OTHER.search(ahead) or not _END.match(line.text, length.end):
        return
    if not _LASTED.search(ahead + line.text[length.end : length.end + 4]):
        return
    own = [f for f in line.figures if f.is_date and begin <= f.anchor.start - line.start < length.start]
    _, name = max(found)
    one, other = names[name]
    if own or len({id(names[n]) for _, n in found}) > 1 or one.period is None or other.period is None:
        return
    far = shown(one.period, other.period)
    place = [f for f in line.figures if f.anchor.start - line.start < length.end
             and length.start < f.anchor.end - line.start]  # fmt: skip
    figures = (*place[:1], one, other)
    written = formula("{} − {} ≈ {}", say.time(other.period), say.time(one.period), far)
    if length.fits(one.period, other.period):
        yield say.passed(KEY, figures, written, rounded=True)
    else:
        names_ = (quote(name), quote(length.words), say.time(one.period), say.time(other.period), far)
        yield say.finding(KEY, "inconsistent", figures, written, SAID.format(*names_), "row")
