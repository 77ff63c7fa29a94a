"""A total told below a list of amounts: "以上四项共14.0亿元" after four bullets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.adding import added, formula_of
from desktop.audit.amounts import amount, bare, number, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.reading import number as counted
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "listed_sums"
_ITEM: Final = re.compile(
    r"[ \t]*(?:[-*•·]|\d{1,2}[.、)）]|[（(]\d{1,2}[）)])\s*(?P<label>[^：:，,。；\d]{2,24})[：:]?"
)
_TOTAL: Final = re.compile(
    r"(?:以上|上述|上面|前述|这)?(?P<n>[一二两三四五六七八九十]{1,2}|\d{1,2})(?:大?[项笔块类种样个]|部分)(?:[\u4e00-\u9fff]{0,6}?)"
    r"(?:合计|总计|共计|合共|总共|一共|加起来|加在一起|合起来|相加|共)(?:[需要用花费投入支出收达到有为是约]|大约)*$"
)
WRONG = Text(
    "文中说{0}项合计{1}，而上面各项（{2}）相加是{3}，相差{4}。",
    "The text gives {1} for the {0} items, but those above ({2}) add up to {3}, a difference of {4}.",
)


@check(
    KEY,
    "列表合计",
    "totals below a list",
    "section",
    needs={"section": ("合计|总计|加起|加在|合起|相加 共",)},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold a line that totals N items against the N bullets right above it."""
    items: list[tuple[str, Figure]] = []
    done = 0
    for line in piece.lines if len(piece.lines) > 2 else ():
        start = line.start - piece.start
        if piece.text[done:start].strip():  # a line without figures ends a list
            items = []
        done = start + len(line.text)
        item = _ITEM.match(line.text)
        if item is None and len(items) < 2:
            items = []
            continue
        own = [f for f in line.figures if not f.is_date]
        if item is not None:  # an entry without its one amount leaves nothing to add
            items = [*items, (item["label"], own[0])] if len(own) == 1 else []
        else:
            if own:
                yield from _below(piece, line.text, start, own, items)
            items = []


def _below(
    piece: Section, line: str, start: int, own: list[Figure], items: list[tuple[str, Figure]]
) -> Iterator[Result]:
    """The total of the first sentence below a list."""
    for figure in own:
        at = figure.anchor.start - piece.start - start
        if "。" in line[:at]:
            return
        told = _TOTAL.search(line[:at])
        many = counted(told["n"]) if told is not None else 0
        if (
            told is not None
            and many == len(items)
            and all(same_dimension(f.unit, figure.unit) for _, f in items)
        ):
            yield from _sum(figure, [f for _, f in items], many)
            return


def _sum(total: Figure, parts: list[Figure], many: int) -> Iterator[Result]:
    both, own, value = added(parts), as_claim(total), value_of(total)
    if both is None or own is None or value is None:
        return
    written = formula_of(parts, both[1], total)
    if both[0].meets(own):
        exact = abs(both[1] - value) <= 1e-9 * max(1.0, abs(value))
        yield say.passed(KEY, (total, *parts), written, rounded=not exact)
        return
    said = WRONG.format(
        number(many, 0), stated(total), say.listed([bare(p) for p in parts]), amount(both[1], total, exact=True),
        amount(abs(both[1] - value), total, exact=True),
    )  # fmt: skip
    yield say.finding(KEY, "inconsistent", (total, *parts), written, said)
