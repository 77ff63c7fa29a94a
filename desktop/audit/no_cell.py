"""Words which say that a number is of no single cell of a table: it is worked out, of a part, of another time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.value import once

_WORKED: Final = re.compile(
    r"约?[折合]合|相当于|扣[除掉去]|剔除|减去|刨[去除]|抵[掉去]|按[^，,。；\d]{0,10}(?:计算|折算|估算|测算|推算|换算|来[算看])"
)
_PART: Final = re.compile(r"其中|当中|里面|之中")
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年|Q|财)")
_SPAN: Final = re.compile(r"(?:19|20)\d\d年?(?:至|到|—|-|～|~)(?:19|20)\d\d年")  # 2019年至2021年合计
_TO: Final = re.compile(r"[由从自][^，,。；]*$|[升降涨跌增减缩]")
_CLAUSE: Final = re.compile(r"[，,；;：:]")
_OTHER_TIME: Final = re.compile(
    r"当[年时]|那[年时]|[去前上]年|年初|此前|原[来先本]|过去|以往|曾经?|一度|开业时|刚开始"
    r"|[上前]一?[次回轮届]|[上前]一?个?赛季|试[运点营]|(?<!\d)首[日周月]|第一个?[天周月]"
    r"|\b(?:ago|last (?:year|month|week|season)|a year earlier|previously|formerly|used to)\b",
    re.I,
)
_THIS: Final = re.compile(r"^[^。\n]{0,12}[，,；]\s*(?:而|但)?(?:今年|今[春夏秋冬]|本[月季周年]|如今|现在)")
_WHOLE_YEAR: Final = re.compile(r"全年|[上下]半年|前[一二三两]个?季|[一二三四两]个季度|一年")
_SHARE_OF: Final = re.compile(
    r"\s+of\s+(?:(?P<those>those|everyone)\b|(?:all|the|its|their)\b(?P<what>[^,.;]*?)(?: and |[,.;]|$))"
)
_SHORT_WORD: Final = 3  # letters
_SHORT: Final = re.compile(r"Q[1-4]|季|[1-9]月|[上下]半年|H[12]", re.I)


def is_share_of(piece: Section, sheets: Sequence[Sheet], figure: Figure) -> bool:
    """Whether the words behind a share name what it is of, and no column: 40% of all pupils, but 40% of them passed."""
    told = _SHARE_OF.match(piece.text, figure.anchor.end - piece.start)
    if told is None or told["those"]:
        return told is not None
    heads = {w[:4].lower() for s in sheets for c in s.cols for w in s.head(c).split() if len(w) > _SHORT_WORD}
    return not any(w[:4].lower() in heads for w in told["what"].split()[1:])


def is_of_year_told(sheet: Sheet, said: str, behind: str) -> bool:
    """Whether a year is named that the words behind set against this one: 2019年10月为52万人次，今年同期恢复到110%."""
    return not _times(sheet) and _YEAR.search(said) is not None and _THIS.search(behind) is not None


def is_of_none(sheet: Sheet, cell: Figure, said: str) -> bool:
    """Whether the words of a sentence before a number leave no cell of this row for it.

    扣除赔付后还剩36.1亿元; 其中城东区……4.2‰; 当年只有9.2亿元 beside a table without years; 全年48.6亿元 of quarters.
    """
    clause = _CLAUSE.split(said)[-1]
    if _WORKED.search(said) or (_SPAN.search(clause) and not _TO.search(clause)):
        return True
    label = sheet.label(cell.row or 0).strip()
    part = _PART.split(said)
    if len(part) > 1 and label not in part[-1]:
        return True
    if len(label) > 1 and re.search(
        rf"占[^，,。；\d]{{0,6}}{re.escape(label)}[^，,。；\d]*的[^，,。；]*\d", said
    ):
        return True  # 农户贷款占丙行贷款的45%，不良率1.6%: of the part
    if _WHOLE_YEAR.search(said) and _SHORT.search(label):
        return True
    times = _times(sheet)
    then = _OTHER_TIME.search(said) if not times else None
    if then is not None and then[0] not in sheet.text:
        return True
    told = _YEAR.findall(said)
    return bool(times) and not times.issuperset(told)  # a table without years may be of any that is told


@once
def _times(sheet: Sheet) -> frozenset[str]:
    """The years that the labels, the headers or the title of a table name."""
    labels = [*map(sheet.label, sheet.rows), *map(sheet.head, sheet.cols), sheet.table.title.zh]
    return frozenset(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", "|".join(labels)))
