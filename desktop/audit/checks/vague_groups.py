"""“Many engineers left” beside a table that counts other staff: no number for the ones, a number for the others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.lines import lines
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.core.table import Table
from desktop.core.text import NOTHING, Text

KEY: Final = "vague_groups"
_MANY: Final = re.compile(
    r"(?P<all>(?:大量|大批|多数|众多|不少|许多|一大批|部分)(?P<who>[\u4e00-\u9fff]{1,6}?(?:骨干|人员|员工|人才|工程师|职员|经理|教师|医生|"
    r"护士|司机|工人|记者|编辑|店员|销售|客服))[^，。；\d]{0,3}"
    r"(?:转调|调往|调入|调至|转岗|转入|离职|流失|出走|跳槽|裁撤|被裁|撤出|退休|减少|增加|加入))"
)
_STAFF: Final = re.compile(r"人员|员工|人数|团队|编制|职工|工程师|教师|医生|护士|司机|记者")
_PLAIN: Final = re.compile(r"骨干|人员|员工|人才|人数|规模|数量|团队|编制|职工|在岗|[（(].*?[）)]|[的总]")
_STOP: Final = re.compile(r"[，,。；;]")
SAID = Text(
    "文中说“{0}”，没有写人数；表中有人数的是{1}，从名称看不是同一类人员，不能互相印证。",
    "The text says “{0}” without a number; the table counts {1}, by its name another group, so neither bears "
    "out the other.",
)


@check(KEY, "所指人群", "groups without a number", "section", needs={"section": ("table", "量批数众少许部")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold "many of these" against the people that the tables beside it count."""
    if not piece.tables or not _MANY.search(piece.text):
        return
    for start, end in lines(piece.text):
        if "|" in piece.text[start:end]:
            continue
        for match in _MANY.finditer(piece.text, start, end):
            who = _PLAIN.sub("", match["who"])
            counted = [c for s in piece.near(piece.start + start) for c in _counts(s)]
            if not who or not counted or any(_shares(who, name) for name, _ in counted):
                continue
            name, table = counted[0]
            stop = _STOP.search(piece.text, match.end("all"), end)
            place = piece.anchor(match.start("all"), stop.start() if stop is not None else end)
            said = SAID.format(place.quote, quote(name))
            spans = (place, table.anchor)
            yield say.told(KEY, "ambiguous", (table.id,), (), NOTHING, said, spans, tag=match["all"])


def _counts(sheet: Sheet) -> Iterable[tuple[str, Table]]:
    """The columns and rows that count a named group of people."""
    for col in sheet.cols:
        own = [f for r in sheet.rows if (f := sheet.at(r, col)) is not None and f.unit == "person"]
        if own and _STAFF.search(sheet.head(col)):
            yield sheet.head(col).strip(), sheet.table
    for row in sheet.rows:
        own = [f for c in sheet.cols if (f := sheet.at(row, c)) is not None and f.unit == "person"]
        if own and _STAFF.search(sheet.label(row)):
            yield sheet.label(row).strip(), sheet.table


def _shares(who: str, name: str) -> bool:
    """Whether a counted group may hold the other: one word in common, or all staff."""
    plain = _PLAIN.sub("", name)
    return not plain or any(who[i : i + 2] in plain for i in range(max(1, len(who) - 1)))
