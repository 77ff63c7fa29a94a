"""Rates whose label names another cost than the one they are of: 研发费用3.6亿元 of 收入24亿元, 销售费用率15%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.interval import as_claim
from desktop.audit.labelled import Labelled
from desktop.audit.passages import Passage, Told
from desktop.audit.worded import money
from desktop.core.text import Text

_LABEL: Final = re.compile(
    r"(?P<kind>[\u4e00-\u9fff]{2})(?P<head>费用|成本|支出)(?:率|占比)(?:为|是|约|达到?|则|也|仅|只有?)*$"
)
_BASE: Final = re.compile(r"收入(?!占)|营收|销售额")
_MOVED: Final = re.compile(r"[比较]|[去上]年|同期|[增减升降]|预计|目标|计划|行业")
_FAR: Final = 1  # sentences


def of_rates(passage: Passage) -> Iterator[Labelled]:
    """Every such rate that the cost of its own label does not give, and that of another does."""
    for told in passage.shares:
        label = _LABEL.search(told.lead)
        if label is None or told.figure.role == "change":
            continue
        near = [
            t for t in money(passage.own)
            if abs(t.sentence - told.sentence) <= _FAR and not _MOVED.search(t.lead)
        ]  # fmt: skip
        kind, head = label["kind"], label["head"]
        costs = [t for t in money(passage.own) if head in t.lead]
        own = [t for t in costs if f"{kind}{head}" in t.lead]
        bases = [t for t in near if _BASE.search(t.lead) and head not in t.lead]
        if not own or len(bases) != 1 or any(_gives(told, t, bases[0]) for t in own):
            continue
        others = [t for t in costs if t not in own and t in near and _gives(told, t, bases[0])]
        if len(others) == 1:
            name = others[0].name
            yield Labelled(told, others[0], bases[0], "÷", f"{kind}{head}率", Text(f"“{name}”", f"“{name}”"))


def _gives(told: Told, one: Told, base: Told) -> bool:
    claim, a, b = (as_claim(t.figure) for t in (told, one, base))
    found = a.scaled(100).over(b) if a is not None and b is not None else None
    return claim is None or found is None or claim.meets(found)
