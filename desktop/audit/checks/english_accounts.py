"""The totals within an English list: income per order below three kinds of income, cost below five of cost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.adding import added, formula_of
from desktop.audit.amounts import amount, bare, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.lines import lines
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "english_accounts"
_ITEM: Final = re.compile(r"[ \t]*(?:[-*•·]|\d{1,2}[.)])\s+\**(?P<label>[A-Za-z][^:\d|]{1,48}):")
_TOTAL: Final = re.compile(
    r"^(?:total|sub-?total|in total|sum|all (?:income|costs|revenue))\b|\btotal$", re.I
)
# A total only where another of its list is one too.
_PER: Final = re.compile(
    r"\b(?:income|revenue|takings|receipts|costs?|expenses?|spending|outlay) (?:per|for each|for an?|an?) [a-z]+$",
    re.I,
)
_REST: Final = re.compile(
    r"\b(?:profit|loss|margin|surplus|deficit|shortfall|net|balance|left|contribution|average|of which)\b",
    re.I,
)
WRONG: Final = Text(
    "{0}写作{1}，上面各项（{2}）相加却是{3}。",
    "{0} is given as {1}, but the items above it ({2}) add up to {3}.",
)


class _Told(NamedTuple):
    """A total of a list, and the entries above it."""

    label: str
    total: Figure
    parts: list[Figure]
    sure: bool
    holds: bool


@check(
    KEY,
    "英文列表中的合计",
    "totals within an English list",
    "section",
    needs={"section": ("latin", "-*•·1", ":")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Add up the entries of a list above those that total them."""
    items: list[tuple[str, Figure]] = []
    for start, end in (*lines(piece.text), (len(piece.text), len(piece.text))):
        line = piece.text[start:end]
        item = _ITEM.match(line)
        own = [
            f for f in piece.between(piece.start + start, piece.start + end) if not f.is_date and not f.table
        ]
        if item is not None and len(own) == 1:
            items.append((item["label"].strip(" *"), own[0]))
        elif item is not None or line.strip() or start == len(piece.text):
            yield from _list(items)
            items = []


def _list(items: list[tuple[str, Figure]]) -> Iterator[Result]:
    found: list[_Told] = []
    parts: list[Figure] = []
    for label, figure in items:
        sure = _TOTAL.search(label) is not None
        if sure or _PER.search(label):
            if len(parts) > 1 and all(p.unit == figure.unit for p in parts) and figure.unit not in ("", "%"):
                found.append(_Told(label, figure, parts, sure, _holds(figure, parts)))
            parts = []
        elif _REST.search(label) and parts and figure is not items[0][1]:
            parts = [*parts, figure] if "of which" not in label.lower() else []
        else:
            parts = [*parts, figure]
    for told in found:
        others = any(o.holds for o in found if o is not told)
        both = added(told.parts)
        if both is None or value_of(told.total) is None:
            continue
        figures, written = (told.total, *told.parts), formula_of(told.parts, both[1], told.total)
        if told.holds:
            yield say.passed(KEY, figures, written)
        elif others:
            said = WRONG.format(
                quote(told.label), stated(told.total), say.listed([bare(p) for p in told.parts]),
                amount(both[1], told.total, exact=True),
            )  # fmt: skip
            yield say.finding(KEY, "inconsistent", figures, written, said)


def _holds(total: Figure, parts: list[Figure]) -> bool:
    both, own = added(parts), as_claim(total)
    return both is not None and own is not None and both[0].meets(own)
