"""Which cells of a table a number in a sentence may repeat: those of the one row that its clause names."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.table_names import OTHERS, Names, noun
from desktop.audit.telling import told
from desktop.core.figure import Figure

_ELSE: Final = re.compile(
    r"新[开设建招]|比|最|曾|一度|原[来先有]|此前|以前|从前|高峰|峰值|计划|目标|预计|有望|将|如果|假如|若|至少|至多|以[上下内]|每|均|各|月|季|半年|"
    r"日|天|周|累计|净|差|其中|共|除|不含|里|中|距|离|超|过|第|前|占|率|倍"
)
_LEADS: Final = re.compile(r"(?:而|但|则|却|也|的|更是|就|又|直接|一路)*[从由自]")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_DONE: Final = re.compile(r"[出到了下得成着来的地]")
_TAIL: Final = re.compile(r"[^，,。；;：:、！？\n（(）)\d]{0,12}")
_SIZES: Final = ("收入", "营收", "销售额", "规模", "体量", "金额", "营业额", "总额")
_SIZE_OF: Final = re.compile(r"的(?:体量|规模|收入|营收|盘子|销售额)")
_ADJUSTED: Final = re.compile(r"扣|剔|除|不含|不计|不算|若|如果|假如|口径|可比|调整|折算|按")
_OTHER_SIZE: Final = re.compile(r"成本|费用|支出|开支|利润|亏损|投资|负债|资产")
# Verbs of what a column's noun counts: 卖 of 销量, 放 of 贷款.
_SAME: Final = (
    "卖销售",
    "放贷投款",
    "赚挣利润盈",
    "花用费支",
    "产造",
    "收入营进账",
    "载运送客",
    "住租",
    "开营运行",
)


def cells_meant(piece: Section, names: Names, figure: Figure) -> list[Figure]:
    """The cells that a figure may repeat; none unless its clause names one row, and nothing beyond the table."""
    pattern = names.pattern
    if pattern is None or figure.unit in ("", "%"):  # a share may be one of anything
        return []
    at = figure.anchor.start - piece.start
    words = piece.clause(figure)
    if len(words) < 2 or words.isascii():  # English is read by "english_tables"
        return []
    found = pattern.findall(words)
    if not found and figure.entity.zh in names.lines:
        # 服饰的盘子最大，2022年成交72亿元: of the one name that the sentence has told
        if set(pattern.findall(piece.opening(figure))) != {figure.entity.zh}:
            return []
        found, words = [figure.entity.zh], figure.entity.zh + words
    if len(found) != 1 or OTHERS.search(words):
        return []
    if _of_no_line(names, found[0], piece.opening(figure)):
        return []
    own = words.partition(found[0])
    end = figure.anchor.end - piece.start
    after = _TAIL.match(piece.text, end)
    spoken = f"{own[0]}|{own[2]}"
    if _ELSE.search(_YEAR.sub("", own[2])) or _ELSE.search(own[0]):
        return []
    before = re.split(r"[。！？\n]", piece.text[max(0, at - 60 - len(words)) : at - len(words)])[-1]
    heads, loose = names.heads, _nameless(names, figure) and not _ADJUSTED.search(before)
    tail = after[0] if after is not None else ""
    for part in (spoken, "" if loose and _SIZE_OF.match(tail) else tail):
        left = told(names.rest(part))
        if any(not _known(word, heads) and not (loose and word in _SIZES) for word in left.others) or (
            left.changes and "剩" not in part
        ):
            return []
    line = names.lines[found[0]]
    fields = [
        f for f in names.fields
        if not names.is_change(f) and (cell := names.cell(line, f)) is not None and cell.role != "change"
        and same_dimension(cell.unit, figure.unit)
    ]  # fmt: skip
    years = _YEAR.findall(words)
    if years and not any(y in names.fields[f] for f in fields for y in years):
        return []
    meant = names.meant(fields, spoken, figure)
    cells = [cell for f in meant if (cell := names.cell(line, f)) is not None]
    return cells if not loose or any(_like(cell, figure) for cell in cells) else []


def _of_no_line(names: Names, called: str, opening: str) -> bool:
    """Whether a column is named in a sentence of something else than its rows: 二手机成交9200万台，均价1350元."""
    sheet = names.sheet
    if not any(called in sheet.head(c) for c in sheet.cols) or not told(opening).others:
        return False
    return not any(len(n := sheet.label(r).strip()) > 0 and n in opening for r in sheet.rows)


def _nameless(names: Names, figure: Figure) -> bool:
    """Whether the columns of amounts only say when (2023年, 2024年): any word for a size may stand for them."""
    heads = [noun(words) for f, words in names.fields.items() if not names.is_change(f)]
    return figure.unit == "CNY" and "" in heads and not _OTHER_SIZE.search(names.sheet.head(0))


def _like(cell: Figure, figure: Figure) -> bool:
    """Whether two amounts are of one size, as a number and its misprint mostly are."""
    a, b = value_of(cell) or 0.0, value_of(figure) or 0.0
    return 0 < a < 2 * b and 0 < b < 2 * a


def _known(word: str, heads: str) -> bool:
    """Whether a word says no more than the headers do, letter by letter: 放出 of 放款, 卖出 of 销量."""
    return all(char in heads or any(char in group and set(group) & set(heads) for group in _SAME)
               for char in _DONE.sub("", word))  # fmt: skip


def ends_meant(
    piece: Section, names: Names, before: Figure, after: Figure
) -> tuple[tuple[Figure, Figure], tuple[Figure, Figure]] | None:
    """The cells that the ends of a change repeat, as (figure, cell) each: 家居从30亿元降到21.6亿元.

    None unless the clause names one row and nothing else, and two columns of one noun and that unit tell of it.
    """
    pattern, words = names.pattern, piece.clause(before)
    found = pattern.findall(words) if pattern is not None else []
    if len(found) != 1 or OTHERS.search(words) or not _LEADS.fullmatch(words.replace(found[0], "", 1)):
        return None
    line = names.lines[found[0]]
    cells = [(names.cell(line, one), names.cell(line, other)) for one, other in names.times]
    own = [(a, b) for a, b in cells if a is not None and b is not None and same_dimension(a.unit, after.unit)
           and same_dimension(b.unit, before.unit)]  # fmt: skip
    return ((before, own[0][0]), (after, own[0][1])) if len(own) == 1 else None
