"""Years that are told to rise or fall one after the other (连续三年增长), year by year of a table."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result
from desktop.audit.interval import value_of
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.table_moves import year_of
from desktop.core.text import Text, same

Column = Callable[[str], int | None]
RUN: Final = re.compile(
    r"连续(?P<n>[二两三四五六七八九\d])年(?P<way>增长|上升|增加|提高|走高|下降|减少|下滑|走低|下跌)(?!放缓|减[缓速慢弱]|趋缓|收窄|加[快速]|提速)"
)
_DIGIT: Final = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
RUNNING = Text(
    "文中说{0}，但表中{5}{1}年到{2}年由{3}变为{4}。",
    "The text says {0}, but from {1} to {2} the table has {5} go from {3} to {4}.",
)


def _begin(line: str, at: int) -> int:
    return max(line.rfind(c, 0, at) for c in "。；，,：:") + 1


def running(
    key: str,
    piece: Section,
    sheet: Sheet,
    line: str,
    start: int,
    matches: list[re.Match[str]],
    column: Column,
) -> Iterable[Result]:
    """Hold each stretch against the column that its clause speaks of, which ``column`` tells of its words."""
    for match in matches:
        years = sorted((y, r) for r in sheet.rows if (y := year_of(sheet, r)))
        stretch = re.search(
            r"((?:19|20)\d\d)年?(?:到|至|-|—|–)((?:19|20)\d\d)年?[^，,。；]{0,10}$", line[: match.start()]
        )
        if stretch:
            years = [(y, r) for y, r in years if int(stretch[1]) <= y <= int(stretch[2])]
        count = int(match["n"]) if match["n"].isdigit() else _DIGIT[match["n"]]
        col = column(line[_begin(line, match.start()) : match.end()])
        if col is None or len(years) < 2:
            continue
        up = match["way"] in ("增长", "上升", "增加", "提高", "走高")
        recent = years[-(count + 1) :]
        cells = [
            (y, f, v)
            for y, r in recent
            if (f := sheet.at(r, col)) is not None and (v := value_of(f)) is not None
        ]
        for (y0, f0, v0), (y1, f1, v1) in itertools.pairwise(cells):
            if (v1 <= v0) if up else (v1 >= v0):
                anchor = piece.anchor(start + match.start(), start + match.end())
                head = quote(sheet.head(col))
                said = RUNNING.format(quote(match[0]), y0, y1, bare(f0), bare(f1), head)
                written = formula("{} → {}", bare(f0), bare(f1))
                yield say.finding(
                    key, "changes_conclusion", (f1, f0), written, said, "running", spans=(anchor,)
                )
                break
        else:
            if len(cells) >= 2:
                written = same(" → ").join([bare(f) for _, f, _ in cells])
                yield say.passed(key, tuple(f for _, f, _ in cells), written)
