"""References within the text: 第七节的余额表 where there are five, or no table in it; 见表4 where there are three."""

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
from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.source import Source
from desktop.core.span import Anchor
from desktop.core.text import Text, same

KEY: Final = "section_refs"
_REF: Final = re.compile(
    r"(?P<told>第(?P<n>[一二三四五六七八九十]|十[一二三四五]|\d{1,2})(?:节|部分|章))(?P<what>[里中]?的?[^，。；：:\n、]{0,6}?[表图]|[里中]?(?:的数据|提到|说过|讲过|所述|列出|列过|写到|算过))"
)
_OTHERS: Final = re.compile(r"[》〉]|办法|条例|合同|报告|规定|通知|指引|白皮书|年报|公告|教材|书")
_NEAR: Final = 12  # characters before a reference in which another document would be named
# The captions of tables and charts, each on its line, and what refers to one; 图表1 and 附表1 are of other counts.
_NUMBER: Final = (
    r"(?P<n>\d{1,2}|[一二三四五六七八九十]{1,2})(?![\d.、．\-—–个位张只号种项类条次百千万亿年月日%％])"
)
_CAPTION: Final = re.compile(rf"(?m)^[ \t#>*_]*(?P<kind>[表图])\s?{_NUMBER}(?=[\s　：:|*])")
_CITED: Final = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[见看如据按在照从由与和及到对比像，。；、（以是的]))(?P<kind>[表图])\s?{_NUMBER}"
)
_LEAST: Final = 3  # sections
_TWO: Final = 2  # captions that make a count
NO_SUCH: Final = Text("文中提到{0}，但全文的{1}只有{2}。", "The text refers to {0}, but all it has is {2}.")
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
    for source in dossier.sources:
        yield from _captioned(dossier, source)
    cited = [(s, m) for s in dossier.sources if "节" in s.text or "部分" in s.text or "章" in s.text
             for m in _REF.finditer(s.text)]  # fmt: skip
    heads = numbered(dossier) if cited else ()
    if len(heads) < _LEAST:
        return
    for source, match in cited:
        number, place = (
            number_of(match["n"]),
            Anchor(source.id, match.start(), match.end("told"), match["told"]),
        )
        holder = _holder(dossier, place)
        if (
            not number
            or holder is None
            or _OTHERS.search(source.text[max(0, match.start() - _NEAR) : match.start()])
        ):
            continue
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


def _captioned(dossier: Dossier, source: Source) -> Iterable[Result]:
    """References to a table or chart by a number that no caption has, where the captions count from one."""
    text = source.text
    captions: dict[str, dict[int, re.Match[str]]] = {}
    for match in _CAPTION.finditer(text) if "表" in text or "图" in text else ():
        captions.setdefault(match["kind"], {}).setdefault(_count(match), match)
    tables = sum(t.anchor.source == source.id for t in dossier.tables)
    for match in _CITED.finditer(text) if captions else ():
        own, number = captions.get(match["kind"], {}), _count(match)
        if len(own) < _TWO or number in own or sorted(own) != list(range(1, len(own) + 1)) or not number:
            continue
        if match["kind"] == "表" and number <= tables:
            continue  # it may be the one without a caption
        if _OTHERS.search(text[max(0, match.start() - _NEAR) : match.start()]):
            continue
        place = Anchor(source.id, match.start(), match.end(), match[0])
        holder = _holder(dossier, place)
        if holder is not None:
            kind = "表格" if match["kind"] == "表" else "图"
            has = say.listed([quote(m[0].strip(" \t#>*_")) for m in own.values()])
            said = NO_SUCH.format(quote(match[0]), kind, has)
            yield say.told(
                KEY, "inconsistent", (holder.id,), (), same(f"{number} > {len(own)}"), said, (place,), "caption",
                tag=f"ref:{match.start()}",
            )  # fmt: skip


def _count(match: re.Match[str]) -> int:
    return int(match["n"]) if match["n"].isdigit() else number_of(match["n"])


def _holder(dossier: Dossier, place: Anchor) -> Factor | None:
    """The innermost section that holds a place."""
    return next((f for f in reversed(dossier.factors) if f.anchor.source == place.source
                 and f.section[0] <= place.start < f.section[1]), None)  # fmt: skip


def _has_table(whole: Whole, head: Factor) -> bool:
    return any(
        t.anchor.source == head.anchor.source and head.section[0] <= t.anchor.start < head.section[1]
        for t in whole.dossier.tables
    )
