"""A balance is of a day; one that is dated by a year leaves open whether it is an end, a peak or an average."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import stated
from desktop.audit.check import Result, World, check
from desktop.audit.scope import Prose
from desktop.core.text import NOTHING, Text

KEY: Final = "stock_dates"
_STOCK: Final = re.compile(
    r"余额|存量|市值|总资产|资产总额|净资产|总负债|库存量?$|outstanding|balance|total assets|market cap", re.I
)
_WHEN: Final = re.compile(
    r"[年季月]?[末底]|截[至止]|时点|平均|日均|月均|峰值|最高|\d月\d|\bend of|as of|at the end|average|peak",
    re.I,
)
SAID = Text(
    "{0}（{1}）是时点数，文中只写了{2}年，没有写明是年末、峰值还是平均。",
    "{0} ({1}) is the state of a day, but the text dates it by the year {2} alone and does not say whether it is "
    "the end of the year, a peak or an average.",
)


@check(KEY, "存量的时点", "the day of a balance", "prose")
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Look for balances that are dated by a whole year."""
    for figure in piece.figures:
        if figure.role != "level" or figure.period is None or not _STOCK.search(figure.indicator.zh):
            continue
        if not re.fullmatch(r"\d{4}", figure.period.text):
            continue
        start = figure.anchor.start - piece.start
        near = piece.text[max(0, start - 40) : start] + figure.indicator.zh
        if not _WHEN.search(near):
            said = SAID.format(say.title(figure), stated(figure), figure.period.text)
            yield say.finding(KEY, "ambiguous", (figure,), NOTHING, said)
