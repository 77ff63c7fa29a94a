"""Before and after that count different things: "4 steps to finish" beside "6 steps of review"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.sheet import Sheet
from desktop.audit.table_moves import before_and_after
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "like_cells"
_PLAIN: Final = re.compile(
    r"\s|(?:近|过去|最近|每)?(?:[一二两三四五六七八九十半\d]+个?)(?:年|月|周|天|日|季度?|小时)(?:度)?(?:以?内|里|中)?|约|近|超过?|不足|左右|上下|以[上下内外]|起|封顶|为主|平均|人均|最[高低多少大小快慢]|共|总计|合计|达到?|为|是|需要?|仅|只|"
    r"至少|至多|不[超低高]于?过?|可|每[天日月年周次]|[日月年周]均|[≤≥<>~≈,.，。、；;:：（）()+\-—–/]|增[加至长]|减[少至]|[上下]午|新增|累计|"
    r"\b(?:about|up to|at (?:least|most)|over|under|nearly|average|only|max|min|per|a|an|the|day|month|year)\b",
    re.I,
)
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]{2,6}")
SAID = Text(
    "{0}前后两格写的是{1}和{2}，单位相同，所数的却不像同一回事，不能直接比较。",
    "{0}: {1} and {2} have one unit but do not seem to count the same thing, so they cannot be compared as they stand.",
)


@check(
    KEY, "前后所指", "what before and after count", "table",
    needs={
        "table": (
            "前后新旧原现初当目期上本去今一二三四月 before after then now old new current previous latin 1 2",
        )
    },
)  # fmt: skip
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Hold the words around the number before against those around the number after."""
    for one, other in before_and_after(sheet):
        if one.unit != other.unit or one.unit in ("", "%", "times"):
            continue
        left, right = _words(sheet, one), _words(sheet, other)
        if left and right and not set(left) & set(right):
            shown = [quote(sheet.words(f.row or 0, f.col or 0)) for f in (one, other)]
            said = SAID.format(quote(sheet.label(one.row or 0)), *shown)
            written = formula("{} ≠ {}", quote(left), quote(right))
            cells = [sheet.table.cell(f.row or 0, f.col or 0) for f in (other, one)]
            items = tuple(c.id for c in cells if c is not None)
            yield say.told(KEY, "ambiguous", items, say.inputs(other, one), written, said,
                           (other.anchor, one.anchor), tag="unlike")  # fmt: skip


def _words(sheet: Sheet, figure: Figure) -> str:
    """What a cell says of its number, besides how much; "" where that is not one Chinese word."""
    rest = sheet.words(figure.row or 0, figure.col or 0).replace(figure.anchor.quote, " ")
    words = _CHINESE.findall(_PLAIN.sub(" ", rest))
    return words[0] if len(words) == 1 else ""
