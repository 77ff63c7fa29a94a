"""References to a section of the text itself: 第七节的余额表 where there are five, or a section without a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.enumerations import number_of
from desktop.audit.numbered_heads import numbered
from desktop.audit.scope import Whole
from desktop.core.factor import Factor
from desktop.core.span import Anchor
from desktop.core.text import Text, same

KEY: Final = "section_refs"
_REF: Final = re.compile(
    r"(?P<told>第(?P<n>[一二三四五六七八九十]|十[一二三四五]|\d{1,2})(?:节|部分|章))(?P<what>[里中]?的?[^，。；：:\n、]{0,6}?[表图]|[里中]?(?:的数据|提到|说过|讲过|所述|列出|列过|写到|算过))"
)
_OTHERS: Final = re.compile(r"[》〉]|办法|条例|合同|报告|规定|通知|指引|白皮书|年报|公告|教材|书")
_NEAR: Final = 12  # characters before a reference in which another document would be named
_LEAST: Final = 3  # sections
MISSING: Final = Text(
    "文中提到{0}，正文编号的部分只有{1}个。", "The text refers to {0}, but has {1} numbered sections."
)
NO_TABLE: Final = Text(
    "文中说{0}有表可查，那一部分（{1}）却没有表格。",
    "The text refers to a table in {0}, but that section ({1}) has none.",
)


@check(KEY, "章节引用", "references to sections", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Hold each reference to a numbered section against the sections that there are."""
    dossier = whole.dossier
    cited = [(s, m) for s in dossier.sources if "节" in s.text or "部分" in s.text or "章" in s.text
             for m in _REF.finditer(s.text)]  # fmt: skip
    heads = numbered(dossier) if cited else ()
    if len(heads) < _LEAST:
        return
    for source, match in cited:
        number = number_of(match["n"])
        holder = next((f for f in reversed(dossier.factors) if f.anchor.source == source.id
                       and f.section[0] <= match.start() < f.section[1]), None)  # fmt: skip
        if (
            not number
            or holder is None
            or _OTHERS.search(source.text[max(0, match.start() - _NEAR) : match.start()])
        ):
            continue
        place = Anchor(source.id, match.start(), match.end("told"), match["told"])
        if number > len(heads):
            said = MISSING.format(quote(match["told"]), len(heads))
            yield say.told(
                KEY, "inconsistent", (holder.id,), (), same(f"{number} > {len(heads)}"), said, (place,), "missing",
                tag=f"ref:{match.start()}",
            )  # fmt: skip
        elif match["what"][-1] == "表" and not _has_table(whole, heads[number - 1]):
            head = heads[number - 1]
            said = NO_TABLE.format(quote(match["told"]), quote(head.title))
            yield say.told(
                KEY, "ambiguous", (holder.id,), (), same("0"), said, (place, head.anchor), "table",
                tag=f"ref:{match.start()}",
            )  # fmt: skip


def _has_table(whole: Whole, head: Factor) -> bool:
    return any(
        t.anchor.source == head.anchor.source and head.section[0] <= t.anchor.start < head.section[1]
        for t in whole.dossier.tables
    )
