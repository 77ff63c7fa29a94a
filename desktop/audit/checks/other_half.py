"""One share told as so many of a hundred: 继续率82%…，每100件里有18件没撑过第13个月."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.passages import Passage, Told, passages
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "other_half"
_MANY: Final = re.compile(
    r"每(?P<n>100|10|1000|百|十|千|一百)个?(?P<of>[\u4e00-\u9fff]{1,5}?)(?P<among>里|中|当中|之中)?[，,]?(?:大?约|就?有|差不多|只有|仅有|近|不到|超过|会)*$"
)
_OF_EACH: Final = re.compile(r"每(?:[百十千]|一百|10)")
_SIZES: Final = {"百": 100, "一百": 100, "十": 10, "千": 1000}
_BEFORE: Final = re.compile(r"此前|之前|以前|从前|原[来先本]|过去")
_GRAM: Final = 4  # characters of a label
EACH: Final = Text(
    "{0}即每{1}个里有{2}个，其余{3}个；文中的{4}两者都不是。",
    "{0} means {2} in {1}, and {3} that are not; {4} in the text is neither.",
)


@check(
    KEY, "换个说法的占比", "a share told as so many of a hundred", "section",
    needs={"section": ("%", "每")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold so many of a hundred against the share told before, or what that leaves."""
    for passage in passages(piece):
        if "每" in passage.marks and _OF_EACH.search(passage.text) is not None:
            for told in passage.own:
                if not told.share and "每" in passage.clause(told):
                    yield from _of_many(piece, passage, told)


def _of_many(piece: Section, passage: Passage, told: Told) -> Iterator[Result]:
    """每100件里约有18件没撑过第13个月: so many of a hundred are some share told before, or what it leaves."""
    many = _MANY.search(passage.clause(told) + told.figure.anchor.quote.partition(told.figure.as_printed)[0])
    claim = as_claim(told.figure)
    if many is None or claim is None or told.value <= 0:
        return
    if many["among"] is None and not told.figure.as_printed.endswith(many["of"][0]):
        return  # 每千人口床位7.9张
    whole = _SIZES.get(many["n"]) or int(many["n"])
    if told.value >= whole:
        return
    if _BEFORE.search(passage.clause(told)):
        return  # 不得低于30%。此前每100元只出10元: of another time
    here = [t.figure for t in passage.own if t.share and t.figure.role != "change" and t.start < told.start]
    sentence = passage.text[passage.text.rfind("。", 0, told.start) + 1 : told.end] + told.tail
    table = [f for s in piece.around(told.figure.anchor.start) for f in _in_row(s, sentence)]
    room = whole / 100 * 0.5 if told.figure.comparator == "=" else whole / 100 * 1.5
    apart = [t.value for t in passage.own if t.figure.unit == "pp" and t.start < told.start]
    for f in (*here, *table):
        for point in (value_of(f) or 0.0, *((value_of(f) or 0.0) + s * p for p in apart for s in (1, -1))):
            left = abs(100 - point)
            if any(abs(told.value - each * whole / 100) <= room for each in (point, left)):
                return
    known = here or table[-1:]
    if len(known) != 1:
        return
    base = known[0]
    point = (value_of(base) or 0.0) * whole / 100
    said = EACH.format(stated(base), str(whole), number(point), number(whole - point), stated(told.figure))
    sums = formula("{} × {} = {}", str(whole), bare(base), number(point))
    yield say.finding(KEY, "inconsistent", (told.figure, base), sums, said)


def _in_row(sheet: Sheet, words: str) -> list[Figure]:
    """The percentages of the one row that a sentence calls by most of its label."""
    rows = []
    for row in sheet.rows:
        label = re.sub(r"[（(].*", "", sheet.label(row)).strip()
        parts = {label[i : i + _GRAM] for i in range(len(label) - _GRAM + 1)}
        if parts and any(p in words for p in parts):
            rows.append([c for col in sheet.cols if (c := sheet.at(row, col)) is not None and c.unit == "%"])
    return rows[0] if len(rows) == 1 else []
