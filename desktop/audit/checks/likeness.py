"""Two things that a sentence calls alike or overlapping, and that a table beside it describes with other words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.core.span import Anchor
from desktop.core.table import Cell
from desktop.core.text import Text

KEY: Final = "likeness"
_ALIKE: Final = re.compile(
    r"重叠|重合|雷同|趋同|同质化|高度相似|如出一辙|没有(?:什么)?区别|overlap|alike|identical", re.I
)
_NOT: Final = re.compile(r"(?:不|没有?|无|未|并非|避免|减少|缺乏|no |not |without )[^，。；]{0,4}$", re.I)
# What most descriptions of a public share, so that it makes no two of them alike.
_COMMON: Final = re.compile(
    r"用户|客户|顾客|人群|群体|客群|消费者|地区|城市|市场|家庭|企业|居民|人员|以上|以下|以内|及其?|以及|[的和与、，。\s]|"
    r"\b(?:users?|customers?|people|market|the|and|of|in)\b",
    re.I,
)
SAID = Text(
    "文中说{0}与{1}“{2}”，表中{3}一项前者是{4}、后者是{5}，两处描述没有共同之处，看不出重叠在哪里。",
    "The text speaks of “{2}” between {0} and {1}, but the table describes {3} as {4} and {5}, which have nothing in "
    "common.",
)


@check(KEY, "相同与不同", "likeness", "section", needs={"section": ("table", "重雷趋质似辙区 latin")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold what sentences call alike against the words of the tables."""
    if not piece.tables or not _ALIKE.search(piece.text):
        return
    for start, line in piece.prose_lines:
        for match in _ALIKE.finditer(line):
            begin = max(line.rfind(c, 0, match.start()) for c in "。；;！") + 1
            said = line[begin : match.start()]
            if _NOT.search(said):
                continue
            clause = re.split(r"[，,]", said)[-1]
            for sheet in piece.near(piece.start + start):
                place = piece.anchor(start + begin, start + match.end())
                yield from _held(sheet, said, clause, match[0], place)


def _held(sheet: Sheet, said: str, clause: str, word: str, place: Anchor) -> Iterable[Result]:
    table = sheet.table
    by_row = {sheet.label(r).strip(): r for r in sheet.rows}
    by_col = {sheet.head(c).strip(): c for c in sheet.cols if c}
    named = _named(by_row, said)
    if len(named) == 2:
        for head, col in by_col.items():
            if _names(clause, head):
                yield from _two(named, head, [table.cell(by_row[n], col) for n in named], word, place)
    named = _named(by_col, said)
    if len(named) == 2:
        for label, row in by_row.items():
            if _names(clause, label):
                yield from _two(named, label, [table.cell(row, by_col[n]) for n in named], word, place)


def _named(names: dict[str, int], said: str) -> list[str]:
    """The names that a sentence speaks of, a name within another once."""
    found = [n for n in names if len(n) >= 2 and n in said]
    return [n for n in found if not any(n != m and n in m for m in found)]


def _names(clause: str, topic: str) -> bool:
    words = re.sub(r"[（(][^）)]*[）)]", "", topic)
    return any(words[i : i + 2] in clause for i in range(len(words) - 1))


def _two(
    names: list[str], topic: str, cells: list[Cell | None], word: str, place: Anchor
) -> Iterable[Result]:
    found = [c for c in cells if c is not None and (c.text or "").strip()]
    texts = [(c.text or "").strip() for c in found]
    if len(found) != 2 or any(re.search(r"\d", t) for t in texts):
        return
    left, right = (_content(t) for t in texts)
    if not left or not right or left & right:
        return
    shown = [quote(t) for t in texts]
    sentence = SAID.format(*(Text(f"“{n}”", f"“{n}”") for n in names), word, quote(topic), *shown)
    items = tuple(c.id for c in found)
    written = formula("{} ∩ {} = ∅", *shown)
    yield say.told(
        KEY, "partly", items, (), written, sentence, (place, *(c.anchor for c in found)), tag=topic
    )


def _content(text: str) -> set[str]:
    """The pairs of characters that tell one description from another; English words whole."""
    rest = _COMMON.sub(" ", text)
    words = rest.split()
    return {w[i : i + 2] for w in words for i in range(max(1, len(w) - 1)) if len(w) > 1 or not w.isascii()}
