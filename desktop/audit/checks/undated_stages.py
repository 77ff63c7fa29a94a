"""A table that sets an earlier state beside a later one, where nothing says when either of them was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Section
from desktop.core.table import Table
from desktop.core.text import NOTHING, Text

KEY: Final = "undated_stages"
_EARLY: Final = re.compile(
    r"^(?:初期|早期|前期|最初|起初|原先|原来|原|此前|以前|过去|旧)|之?前$|^(?:before|initial|early|previous|former|old)\b",
    re.I,
)
_LATE: Final = re.compile(
    r"^(?:当前|目前|现行|现在|现|如今|后期|新|最新)|之?后$|^(?:after|current|present|now|later|new)\b", re.I
)
_WHEN: Final = re.compile(
    r"(?:19|20)\d\d|(?<![近每满一二三四五六七八九十\d])[一二三四五六七八九十\d]+月(?![内均度])|[一二三四]季度|去年|今年|上半年|下半年|年前|\bQ[1-4]\b|"
    r"第[一二三四五六七八九十\d]+[年周天日]"
)
SAID = Text(
    "{0}对照{1}与{2}，表中和本节都没有写明各是何时，变化用了多久无从判断。",
    "{0} sets {1} beside {2}, and neither the table nor its section says when either was, so it cannot be told how "
    "long the change took.",
)
TABLE: Final = Text("表{}", "The table {}")


@check(KEY, "前后两栏的时间", "when the two states were", "section", needs={"section": ("table",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Look for a date in the sections whose tables have a column of before and one of after."""
    if not piece.tables or _WHEN.search(piece.text):
        return
    for table in piece.tables:
        heads = [(c.text or "").strip() for c in table.header[1:]]
        early = next((h for h in heads if _EARLY.search(h)), "")
        late = next((h for h in heads if _LATE.search(h)), "")
        if early and late and _has_numbers(table):
            said = SAID.format(TABLE.format(quote(table.title)), quote(early), quote(late))
            yield say.told(KEY, "ambiguous", (table.id,), (), NOTHING, said, (table.anchor,), tag="")


def _has_numbers(table: Table) -> bool:
    return any(re.search(r"\d", c.text or "") for line in table.rows for c in line[1:])
