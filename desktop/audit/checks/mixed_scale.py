"""A range with 万 at one end only, under a head that says 元: the unit of the other end must be guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text

KEY: Final = "mixed_scale"
_HEAD: Final = re.compile(
    r"[（(]\s*(?:单位[:：]?\s*)?(?P<unit>元|人|件|台|辆|户|吨|次|家|个|公里|月|天|小时|美元|港元)\s*[）)]"
)
_SCALE: Final = re.compile(r"[千万亿]")
_DASH: Final = re.compile(r"[-—–~～至到]+")
SAID = Text(
    "{0}一栏以{1}为单位，{2}却只有一端带“{3}”，另一端以什么为单位只能推断；按{4}理解。",
    "The column {0} is in {1}, yet only one end of {2} has “{3}”, so the unit of the other can only be guessed; it is "
    "read as {4}.",
)


@check(KEY, "两端单位", "unit of both ends", "table")
def run(sheet: Sheet, _world: World) -> Iterable[Result]:
    """Look at the ranges under a head that states a unit without a scale word."""
    for col in sheet.cols:
        found = _HEAD.search(sheet.head(col))
        own = [f for r in sheet.rows if (f := sheet.at(r, col)) is not None and _mixed(f)] if found else []
        if found and own:
            word = _SCALE.search(own[0].anchor.quote)
            head, per = _HEAD.sub("", sheet.head(col)), Text(found["unit"], f"“{found['unit']}”")
            cells = say.listed([quote(f.anchor.quote) for f in own])
            said = SAID.format(quote(head), per, cells, word[0] if word else "", _read(own[0], found["unit"]))
            yield say.finding(KEY, "ambiguous", own, NOTHING, said)


def _mixed(figure: Figure) -> bool:
    """Whether a range has a scale word at one end and none at the other."""
    ends = _DASH.split(figure.anchor.quote)
    return len(ends) == 2 and figure.low != figure.high and len({bool(_SCALE.search(e)) for e in ends}) == 2


def _read(figure: Figure, per: str) -> Text:
    """The two ends as they were read."""
    low, high = _DASH.split(figure.anchor.quote)
    return Text(f"{low.strip()}{per}至{high.strip().removesuffix(per)}{per}", stated(figure).en)
