"""Two kinds of rivals are announced, and the table beside it does not tell which of them it lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.wording import in_text
from desktop.core.finding import Input
from desktop.core.text import NOTHING, Text

KEY: Final = "rivals"
_BOTH: Final = re.compile(
    r"(?:来自|受到|遭遇|面对|同时受到)(?P<one>[\u4e00-\u9fff]{2,12}?)(?:与|和|以及|及)(?P<two>[\u4e00-\u9fff]{2,12}?)(?:的)?"
    r"(?:双向|双重|两面|两头|两端|前后|左右|共同)?(?:的)?(?:挤压|夹击|竞争|冲击|围攻)"
)
_CLASS: Final = re.compile(r"银行|机构|公司|企业|平台|商超|电商|高校|医院|媒体|门店|品牌|作坊|厂商?$")
SAID = Text(
    "文中说对手有{0}和{1}两类，对照的表只列{2}，没有写各属哪一类。",
    "The text speaks of two kinds of rivals, {0} and {1}; the table beside it lists {2} without saying which is which.",
)
TABLE: Final = Text("对照的表", "table of comparison")
_ASPECTS: Final = re.compile(r"维度|项目|指标|比较|方面|特征|参数|对比")
_TAIL: Final = 4  # last characters of a kind, which tell it without its adjectives
_LEAST: Final = 2  # rivals that a table compares


@check(KEY, "对手类别", "kinds of rivals", "section", needs={"section": ("table", "挤夹竞冲围")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Look for the announced kinds among the names that the tables of the section compare."""
    if not piece.tables or not _BOTH.search(piece.text):
        return
    for one in in_text(piece.factor.id, piece.source, piece.start, piece.text):
        match = _BOTH.search(one.text)
        if match is None:
            continue
        table = piece.tables[0]
        sheet = Sheet(table.id, table, ())
        across = bool(_ASPECTS.search(sheet.head(0)))
        listed = [sheet.head(c) for c in sheet.cols if c] if across else [sheet.label(r) for r in sheet.rows]
        names = [n.strip() for n in listed if n.strip() and n.strip() not in one.text]
        kinds = [match["one"], match["two"]]
        cells = "".join(sheet.head(c) for c in sheet.cols) + "".join(
            c.text or "" for r in table.rows for c in r
        )
        told = any(k[-_TAIL:] in cells for k in kinds) or any(_CLASS.search(n) for n in names)
        if len(names) >= _LEAST and not told:
            said = SAID.format(quote(kinds[0]), quote(kinds[1]), say.listed([quote(n) for n in names]))
            passage = one.anchor(*match.span())
            inputs = (Input(TABLE, say.listed([quote(n) for n in names]), table.id),)
            yield say.told(
                KEY, "ambiguous", (table.id,), inputs, NOTHING, said, (passage, table.anchor), "", tag=""
            )
        return
