"""What entries of a list make: 应发合计 of those above it, 实发 of that less what is taken off, a profit below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.gap_words import is_open, is_other
from desktop.audit.passages import Passage, Told, alike
from desktop.audit.tally import Tally, added_up, tally_of
from desktop.audit.ways import Way, signed

_TOTAL: Final = re.compile(r"合计|总计|共计|总[数额计]|小计|一共|总共|加起来|相加|凑")
_REST: Final = re.compile(
    r"剩|净[利余赚得亏]|结余|盈余|利润|毛利|亏损?|(?<!款)余额|到手|落袋|赚|实[发得收付]|结存"
)
_INNER: Final = re.compile(r"其中|累计|平均|每(?![杯单件份间张台本次人])|[率比]$")
_LEAST: Final = 3
_MOST: Final = 12
_FAR: Final = 0.35  # of the first entry: a rest that is further off is of something else
_THESE: Final = re.compile(r"[扣减除刨去][^，。]{0,3}(?:这|以上|上述|它们|上面)")


def of_lists(before: Passage | None, passage: Passage) -> Iterator[Tally]:
    """Totals and rests among the entries of a list, right below it, and behind a paragraph of costs."""
    items = passage.items
    own = passage.sizes
    if len(items) >= _LEAST and own and len(items) <= _MOST:
        at = next((n for n, t in enumerate(items) if t.figure is own[0].figure), None)
        if at is not None:
            if len(own) == 1:
                yield from _entry(items, at)
        else:
            yield from _below(passage, items, own)
    elif before is not None and len(own) > 1 and _THESE.search(passage.text):
        yield from _behind(before, passage, own)


def _entry(items: Sequence[Told], at: int) -> Iterator[Tally]:
    told, above = items[at], items[:at]
    if any(_INNER.search(t.name) or t.figure.comparator != "=" for t in items[: at + 1]):
        return
    totals = [n for n, t in enumerate(above) if _TOTAL.search(t.name) or _REST.search(t.name)]
    begin = totals[-1] if totals else 0
    if _TOTAL.search(told.name):
        run = above[begin + 1 if totals else 0 :]
        found = tally_of(told, "list", [added_up(run)], sure=True) if len(run) > 1 else None
    elif _REST.search(told.name) and at - begin > (0 if totals else 1):
        found = _rest(told, above[begin:], sure=True)
    else:
        return
    if found is not None:
        yield found


def _rest(told: Told, above: Sequence[Told], *, sure: bool) -> Tally | None:
    """The first of some entries less the others."""
    first, *others = above
    made = signed([t.figure for t in above], (1, *(-1 for _ in others))) if others else None
    if made is None:
        return None
    if made.point <= 0:
        made = Way(made.inputs, made.found.scaled(-1), -made.point, made.sign)
    if is_open(told) and len(others) < _LEAST:
        sure = False  # 收入, 成本 and 净利润 are often all that is told of more
    near = abs(made.point - told.value) < _FAR * first.value
    return tally_of(told, "list", [made], sure=sure and near)


def _below(passage: Passage, items: Sequence[Told], own: Sequence[Told]) -> Iterator[Tally]:
    """A rest in the first sentence below a list: 减下来，税前利润只有1.65亿元."""
    told = own[0]
    if told.sentence or not _REST.search(told.lead) or not alike(told, items[0]):
        return
    if is_other(told, passage.clause(told)) or any(
        _TOTAL.search(t.name) or _INNER.search(t.name) for t in items
    ):
        return
    found = _rest(told, items, sure=True)
    if found is not None:
        yield found


def _behind(before: Passage, passage: Passage, own: Sequence[Told]) -> Iterator[Tally]:
    """卖29.9元，扣掉这些，一只赚6元: a price less all costs of the paragraph before."""
    price, told = own[0], own[1]
    costs = [t for t in before.sizes if alike(t, told)]
    between = passage.between(price, told)
    if (
        not _THESE.search(between)
        or not alike(price, told)
        or len(costs) < 2
        or len(costs) != len(before.sizes)
    ):
        return
    made = signed([price.figure, *(t.figure for t in costs)], (1, *(-1 for _ in costs)))
    found = tally_of(told, "list", [made], sure=True)
    if found is not None:
        yield found
