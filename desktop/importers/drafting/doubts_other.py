"""Why a section, a table or a regulation may have been read wrongly."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.policy import PolicyMention
from desktop.core.review import Doubt
from desktop.core.text import LIST_COMMA, Text, same
from desktop.importers.drafting.draft_policies import Mentioned
from desktop.importers.drafting.draft_sections import Section
from desktop.importers.drafting.draft_tables import Grid
from desktop.importers.drafting.page import Page

_NUMBERED: Final = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．：:]|第[一二三四五六七八九十]")
_FAR: Final = 16  # characters between a title and its date

KIND: Final = Text(
    "编了号，却不像是原因；按“{0}”记。请确认。",
    "Numbered, yet it hardly reads as a reason; kept as “{0}”. Please confirm.",
)
CAUSE: Final = Text(
    "标题里没有看出原因，也没有编号；暂按因素记。",
    "Nothing in the heading tells of a reason, nor is it numbered; kept as one for now.",
)
THEME: Final = Text("标题里没有认得的主题词。", "The heading has no word of a known theme.")
CLOSING: Final = Text(
    "最后一段没有标题，看上去是结语。", "The last paragraph has no heading; it looks like a conclusion."
)
LOOSE: Final = Text(
    "这张表没有边线，行列是按空白分的，请核对。",
    "This table has no rules; its rows and columns were told from white space. Check them.",
)
BARE: Final = Text(
    "表头下没有分隔线，第一行当作表头。", "No line parts the header; the first row was taken for it."
)
RAGGED: Final = Text(
    "第 {0} 行的栏数与表头不同，可能有合并或缺漏的单元格。",
    "Row {0} has not as many cells as the header; some may be merged or missing.",
)
DATE: Final = Text(
    "时间“{0}”不在标题旁，取自同一句的别处。",
    "The date {0} stands elsewhere in the sentence, not beside the title.",
)
NEAR: Final = Text("登记簿的对应是推断的：{0}", "The match in the register is inferred: {0}")
DIFFERS: Final = Text("与登记簿不尽相合：{0}", "Not quite as in the register: {0}")
_KINDS: Final = {"section": Text("章节", "section"), "outlook": Text("展望", "outlook")}


def of_factors(page: Page, sections: list[Section], factors: list[Factor]) -> list[Doubt]:
    """A heading whose kind or theme is not clear, and a conclusion that has none."""
    found = []
    numbered = [s.kind == "factor" and bool(_NUMBERED.match(page.text, s.anchor[0])) for s in sections]
    for section, factor, counted in zip(sections, factors, numbered, strict=True):
        if section.guessed:
            found.append(Doubt(factor.id, "closing", 0.4, CLOSING))
        elif factor.is_reason and not factor.theme:
            plain = any(numbered) and not counted
            found.append(Doubt(factor.id, "heading" if plain else "theme", 0.5 if plain else 0.3,
                               CAUSE if plain else THEME))  # fmt: skip
        elif (
            factor.kind in _KINDS
            and section.level == 1
            and any(numbered)
            and _NUMBERED.match(page.text, section.anchor[0])
        ):
            found.append(Doubt(factor.id, "heading", 0.4, KIND.format(_KINDS[factor.kind])))
    return found


def of_tables(page: Page, grids: list[Grid], *, ruled: bool) -> list[Doubt]:
    """A table without rules, or with rows of another length; ``ruled`` if the format itself marks tables."""
    found = []
    for table, ragged, loose in grids:
        if loose:
            found.append(Doubt(table.id, "loose", 0.5, LOOSE))
        elif not ruled and table.rows:
            below = page.text[table.header[-1].anchor.end : table.rows[0][0].anchor.start]
            if "-" not in below and "—" not in below:
                found.append(Doubt(table.id, "bare", 0.3, BARE))
        if ragged:
            rows = LIST_COMMA.join([same(str(r)) for r in ragged[:5]])
            found.append(Doubt(table.id, "ragged", 0.4, RAGGED.format(rows)))
    return found


def of_policies(page: Page, mentions: list[Mentioned], dates: list[Figure]) -> list[Doubt]:
    """A match that is inferred, a date that does not fit, or one that stands away from the title."""
    found = []
    starts = [d.anchor.start for d in dates]
    for mention, item in mentions:
        if mention.match == "near":
            weight = round(1 - mention.match_score, 2)
            found.append(Doubt(mention.id, "near", weight, NEAR.format(mention.match_why)))
        elif mention.match and mention.match_score < 0.8:
            found.append(Doubt(mention.id, "record", 0.4, DIFFERS.format(mention.match_why)))
        if (
            mention.date is not None
            and item["date_source"] == "prose"
            and _apart(page, mention, dates, starts)
        ):
            found.append(Doubt(mention.id, "policy_date", 0.4, DATE.format(mention.date.shown())))
    return found


def _apart(page: Page, mention: PolicyMention, dates: list[Figure], starts: list[int]) -> bool:
    """Whether no date of the mention stands in the clause of its title."""
    start, end = mention.anchor.start, mention.anchor.end
    for date in dates[bisect_left(starts, start - 60) : bisect_left(starts, end + 40)]:
        if date.period == mention.date:
            gap = (
                page.text[end : date.anchor.start]
                if date.anchor.start >= end
                else page.text[date.anchor.end : start]
            )
            if len(gap) <= _FAR or not any(c in gap for c in "，,；;"):
                return False
    return True
