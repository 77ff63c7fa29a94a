"""An "industry average" that numbers are held against, without a word on whose average it is, or from where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.lines import lines
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.table import Table
from desktop.core.text import Text, same

KEY: Final = "benchmarks"
_NAME: Final = re.compile(
    r"(?:全?行业|业内|同业|同行|市场|全网)(?:的)?(?:平均|均值|中位|一般)(?:水平|数|值)?|"
    r"(?:industry|market|sector|peer)[- ](?:average|mean|median|norm)",
    re.I,
)
_FROM: Final = re.compile(
    r"据|来源|(?<!对比)显示|统计|报告|公布|披露|测算|协会|样本|口径|调查|调研|《|\d+家|公司中|according|source|report|survey|sample|"
    r"association|published|\bof \d+",
    re.I,
)
SAID = Text(
    "文中以{0}（{1}）作对照，没有写明是哪些机构、什么时候的平均，出自何处。",
    "The text compares with {0} ({1}) and does not say of whom, of when and from where.",
)
_BESIDE: Final = 80  # characters around a table or a sentence where its source would stand
_MOST: Final = 3


@check(
    KEY,
    "对照的平均数",
    "averages compared with",
    "section",
    needs={"section": ("业场行网 latin", "均中般 latin")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Look for a source beside the first benchmark of a section: in its line, or above and below its table."""
    for start, end in lines(piece.text):
        match = _NAME.search(piece.text, start, end)
        if match is None:
            continue
        table = next((t for t in piece.tables if t.anchor.start <= piece.start + start < t.anchor.end), None)
        if table is not None:
            first, last = table.anchor.start - piece.start, table.anchor.end - piece.start
            own = _beneath(table, piece.figures, piece.start + match.start())
        else:
            first, last = start, end
            own = [f for f in piece.between(piece.start + match.start(), piece.start + end) if _is_level(f)][
                :1
            ]
        around = piece.text[max(0, first - _BESIDE) : last + _BESIDE]
        if own and not _FROM.search(around):
            shown = say.listed([quote(f.anchor.quote) for f in own[:_MOST]])
            said = SAID.format(quote(same(match[0])), shown)
            at = piece.anchor(*match.span())
            yield say.on_section(KEY, "ambiguous", own, said, "", (at,))
            return


def _is_level(figure: Figure) -> bool:
    return not figure.is_date and figure.role in ("level", "ratio")


def _beneath(table: Table, figures: tuple[Figure, ...], at: int) -> list[Figure]:
    """The amounts of the column, or the row, that the head or label at an offset names."""
    heads = [c.col for c in table.header if c.anchor.start <= at < c.anchor.end]
    labels = [line[0].row for line in table.rows if line and line[0].anchor.start <= at < line[0].anchor.end]
    own = [f for f in figures if f.table == table.id and _is_level(f)]
    return [f for f in own if f.col in heads or f.row in labels]
