"""The cell that only a unit tells: 2022年只有8000万单 beside one column of 单; 西南一台柜子每天换54.0次."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.spoken import Clause
from desktop.audit.spots import clauses_before
from desktop.audit.table_names import noun
from desktop.audit.topic_cells import clause_at
from desktop.audit.views import View, views
from desktop.core.figure import Figure
from desktop.core.value import once

_ELSE: Final = re.compile(
    r"目标|预计|计划|如果|若|其中|新[增开设建招]|净[增减]|累计|一共|合计|以[上下内前后]|除|限|至少|至多|[增减升降涨跌差比超距离裁关撤缩扩]"
    r"|多(?!达)|少|从|由|自|[上下]半|季|\d月|[月周]|前|原|曾|一度|本来|余|剩|贵|便宜|快|慢|补|赔|借|欠|罚|投|融|里有|来自|约|近"
)
_LIGHT: Final = re.compile(
    r"(?:[那当这该]?年|全年|末|底|的|是|为|有|还|也|仅|只|要|达到?|达|才|就|则|在|共|已|却|倒|又|都|占|了|到|不过|只能|虽然?|而|但|一|每|\s|、|“|”)*"
)
_NOUNLESS: Final = frozenset("年月日天数量率额均单总每个的一人台家元小时分钟次长大中平店公司")
_NO_UNIT: Final = ("", "%", "pp", "times", "year")
_COMMON: Final = ("person", "day", "month", "CNY")
_WITH_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?:年?[末底])?(?:那样的?|那时的?|那|的)?$")
_KNOWN: Final = re.compile(r"的?(?:[高低]点|高峰|峰值|顶峰|巅峰|谷底|规模|体量|盘子|水平|纪录)")
_NOT_OURS: Final = re.compile(
    r"行业|市场|同行|全国|全市|全省|目标|计划|预计|融资|投资|对手|竞品|若|如果|假如"
)
_AHEAD: Final = 6  # characters behind a number
_BACK: Final = 12  # characters before a number in which its year stands
_MORE: Final = 2  # characters before a number that its header does not have: 票务网点收入 is no 收入
_TAIL: Final = re.compile(r"[^，,。；;：:、！？\n（(）)]{0,12}")


def unit_cells(piece: Section, sheet: Sheet, figure: Figure) -> list[Figure]:
    """The cell of a line that is named, where that alone has the unit of a figure."""
    if figure.unit in _NO_UNIT or figure.comparator != "=" or figure.change_from:
        return []
    clause = clause_at(piece, figure)
    if clause is None or not any(c.isdigit() for c in figure.as_printed):
        return []
    return [c for v in views(sheet) if (c := _cell(piece, v, clause, figure)) is not None][:1]


def cells_of_year_told(piece: Section, sheets: Sequence[Sheet], figure: Figure) -> list[tuple[Sheet, Figure]]:
    """The cells that a number told with its year as a known size may be of: 2022年末186万件的高点.

    In each table they are the one cell of the year that is counted in its unit; none where a table has several.
    """
    at, end = figure.anchor.start - piece.start, figure.anchor.end - piece.start
    year = _WITH_YEAR.search(piece.text, max(0, at - _BACK), at)
    if year is None or figure.unit in _NO_UNIT or not _KNOWN.match(piece.text, end):
        return []
    if _NOT_OURS.search(piece.text, piece.sentence_start(at), end + _AHEAD):
        return []
    found: list[tuple[Sheet, Figure]] = []
    for sheet in sheets:
        for view in views(sheet):
            if not view.of_years or year[1] not in view.lines:
                continue
            columns = (
                view.column(f)
                for f, units in _units(view).items()
                if any(_counts(u, figure.unit) for u in units)
            )
            own = [column[year[1]] for column in columns if year[1] in column]
            if len(own) > 1:
                return []
            found += [(sheet, cell) for cell in own]
    return found


def _cell(piece: Section, view: View, clause: Clause, figure: Figure) -> Figure | None:
    """The one cell of the line that a clause names whose field alone is counted in the unit of a figure."""
    fields = [f for f, units in _units(view).items() if any(_counts(u, figure.unit) for u in units)]
    if len(fields) != 1:
        return None
    name, words = _line(piece, view, clause, figure)
    cell = view.column(fields[0]).get(name) if name else None
    if cell is None:
        return None
    head = noun(view.fields[fields[0]])
    tail = _TAIL.match(clause.after(figure))
    left = _LIGHT.sub("", words)
    if _ELSE.search(words) or (tail is not None and not _is_of(tail[0], head, figure)):
        return None
    if left:
        return cell if _share(left, head) and sum(char not in head for char in left) <= _MORE else None
    if figure.unit in _COMMON and not any(
        _called(c.text, head) for c in clauses_before(piece, clause, sentence=False)
    ):
        return None
    return cell


@once
def _units(view: View) -> dict[int, set[str]]:
    """The units of each field."""
    return {f: {c.unit for c in view.column(f).values()} for f in view.fields}


def _counts(cell: str, unit: str) -> bool:
    """Whether a cell is counted as a figure is; 156元 also beside 元/人."""
    return same_dimension(cell.partition("/")[0], unit.partition("/")[0])


def _line(piece: Section, view: View, clause: Clause, figure: Figure) -> tuple[str, str]:
    """The one line that is named before a figure, and the words between; "" where none or several are."""
    before = clause.before(figure)
    named = view.named(before)
    if len(named) == 1 and len(view.named(clause.text)) == 1:
        lead, _, rest = before.partition(named[0])
        return ("", "") if _LIGHT.sub("", lead.strip("而但其中看到在- ")) else (named[0], rest)
    if named or not _LIGHT.fullmatch(before):
        return "", ""
    earlier = next(clauses_before(piece, clause), None)
    if earlier is None or any(f.unit != "year" for f in earlier.figures) or "比" in earlier.text:
        return "", ""
    named = view.named(earlier.text)
    return (named[0], before) if len(named) == 1 else ("", "")


def _share(words: str, head: str) -> bool:
    """Whether words and a header have a telling character in common: 每天换 and 日均换电."""
    return not (set(words) & set(head)).isdisjoint(set(head) - _NOUNLESS)


def _called(words: str, head: str) -> bool:
    return any(head[i : i + 2] in words for i in range(len(head) - 1))


def _is_of(tail: str, head: str, figure: Figure) -> bool:
    """Whether what follows a figure says no more than that it is of the field."""
    return not _LIGHT.sub("", tail) or _share(tail, head)
