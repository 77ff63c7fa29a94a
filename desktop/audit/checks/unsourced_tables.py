"""A table of numbers for which nothing near it names a source: none of its numbers can be looked up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.by_hand import weighed
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Whole
from desktop.audit.wording import Said, cited, speaks
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.table import Table
from desktop.core.text import NOTHING, Text

KEY: Final = "unsourced_tables"
_SOURCE: Final = re.compile(  # alternatives that begin with a plain character each are found fastest
    r"来源|出处|资料|统计|披露|公布|发布|公告|公开|年报|财报|季报|中报|报告|招股|白皮书|《|调查|调研|监测|样本|访谈|采访|测算|估算|"
    r"协会|研究院|交易所|我们|笔者|本文|实测|自测|亲测|记录|据(?<![数依占]据)(?!点)|显示(?<![对相]比显示)|\[\d+\]|\]\(|http|"
    r"Wind\b|source|Source|according|According|survey|Survey|report|published|data from|data show|estimat|We | we "
)
_REPORT: Final = re.compile(
    r"年报|财报|季报|中报|招股|白皮书|研究报告|《(?:[^《》\n]{1,60}》)?|annual report|prospectus|white paper"
)
_LISTED: Final = re.compile(
    r"来源\s*[:：]|出处\s*[:：]|资料来源|数据来源|参考资料|参考文献|引用文献|Source:|Sources:"
)
# Documents that are a source themselves, and tables that only suppose something.
_ITSELF: Final = re.compile(
    r"公报|公告|报告|年报|财报|说明书|白皮书|通知|规划|办法|手册|通报|统计|台账|日志|report|bulletin|manual|notice",
    re.I,
)
_SUPPOSED: Final = re.compile(
    r"示例|举例|假设|假定|情景|情形|计划|目标|预算|预计|方案|要求|标准|规定|门槛|example|scenario|plan|target|if\b",
    re.I,
)
_LEAST: Final = 4  # numbers of a table
_NOTE: Final = 60  # characters of a line below a table that may tell where it is from
ONE: Final = Text(
    "表{0}列出{1}个数，表中和表前的句子都没有写出自何处{3}，无从查证。",
    "The table {0} gives {1} numbers; neither the table nor the sentence before it says where they are from{3}, so "
    "they cannot be looked up.",
)
MANY: Final = Text(
    "{0}这{2}张表共列出{1}个数，表中和表前的句子都没有写出自何处{3}，无从查证。",
    "{2} tables ({0}) give {1} numbers in all; neither the tables nor the sentences before them say where they are "
    "from{3}, so they cannot be looked up.",
)
NOR_SECTION: Final = (
    Text("，本节也没有", ", nor does the section"),
    Text("，所在各节也没有", ", nor do their sections"),
)
BESIDE: Final = Text(
    "；{0}所在的一节引了{1}，没有写这张表是否出自那里",
    " (the section of {0} cites {1} and does not say whether the table is from there)",
)


@check(KEY, "表的出处", "where tables are from", "dossier")
def run(whole: Whole, _world: World) -> Iterable[Result]:
    """Look for a source in each table of numbers, beside it, and with the numbers of its section."""
    dossier = whole.dossier
    if not dossier.tables or _ITSELF.search(dossier.title.zh) or speaks(dossier, _LISTED):
        return
    own: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in dossier.figures:
        if figure.table:
            own[figure.table].append(figure)
    tables = [t for t in dossier.tables if _is_numbers(t, own[t.id]) and not weighed(dossier, (), own[t.id])]
    told: dict[str, list[Said]] = {t.factor: [] for t in tables}
    for one in whole.sentences:
        if one.factor in told:
            told[one.factor].append(one)
    sourced = _with_sources(dossier, told)
    left = [t for t in tables if t.factor not in sourced and not _beside(dossier, t, told[t.factor])]
    if left:
        count = sum(not f.is_date for t in left for f in own[t.id])
        names = say.listed([quote(t.title) for t in left])
        cites = [(t, p) for t in left if (p := _cited(told[t.factor])) is not None]
        rest = NOTHING.join(
            BESIDE.format(quote(t.title), Text(p.quote, p.quote) if p.quote.endswith("》") else cited(p))
            for t, p in cites
        )
        said = (ONE if len(left) == 1 else MANY).format(
            names, count, len(left), rest if cites else NOR_SECTION[len(left) > 1]
        )
        items, spans = tuple(t.id for t in left), tuple(t.anchor for t in left)
        yield say.told(KEY, "not_checkable", items, (), NOTHING, said, spans, tag="")


def _is_numbers(table: Table, figures: list[Figure]) -> bool:
    """Whether a table mostly gives measured numbers, not limits or words."""
    cells = {(f.row, f.col) for f in figures if not f.is_date and f.role != "threshold" and f.row and f.col}
    filled = sum(bool((c.text or "").strip()) for line in table.rows for c in line[1:])
    return len(cells) >= _LEAST and 2 * len(cells) >= filled and not _SUPPOSED.search(table.title.zh)


def _with_sources(dossier: Dossier, told: dict[str, list[Said]]) -> set[str]:
    """The sections in which a sentence with numbers names a source."""
    named = [s for own in told.values() for s in own if _SOURCE.search(s.text)]
    wanted = {s.factor for s in named}
    places: defaultdict[str, list[int]] = defaultdict(list)
    for figure in dossier.figures if named else ():
        if figure.factor in wanted and not figure.table and not figure.is_date:
            places[figure.factor].append(figure.anchor.start)
    return {s.factor for s in named if any(s.start <= at < s.start + len(s.text) for at in places[s.factor])}


def _cited(told: list[Said]) -> Anchor | None:
    """What a section of a table cites in a sentence without numbers."""
    for one in told:
        match = _REPORT.search(one.text)
        if match is not None:
            return one.anchor(*match.span()) if match[0].endswith("》") else one.passage(match)
    return None


def _beside(dossier: Dossier, table: Table, told: list[Said]) -> bool:
    """Whether the cells of a table, the sentence before it or the note below it have a source."""
    source, at = dossier.source(table.anchor.source), table.anchor
    if source is None:
        return True
    below = source.text[at.end : at.end + 2 * _NOTE].lstrip("\n |").partition("\n")[0]
    before = next((s.text for s in reversed(told) if s.source == source.id and s.start < at.start), "")
    below = below if len(below) <= _NOTE else ""
    return any(_SOURCE.search(words) for words in (source.text[at.start : at.end], before, below))
