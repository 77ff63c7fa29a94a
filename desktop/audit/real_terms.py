"""Growth of national accounts is told at constant prices, so that it need not follow from values at current ones."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.move import Move
from desktop.core.text import Text

_REAL: Final = re.compile(
    r"生产总值|增加值|经济总量|(?:可支配|农民|居民人均纯)收入|(?<![A-Za-z])(?:GDP|GNP)(?![A-Za-z])|\bvalue added\b"
    r"|\bgross (?:domestic|national|regional) product\b|\bdisposable income\b",
    re.I,
)
_NOMINAL: Final = re.compile(r"名义|现价|当年价|未扣除|nominal|current prices", re.I)
PRICES = Text(
    "{0}这类指标的增速通常扣除了价格因素，与现价数对不上不一定是错；宜写明是名义增速还是实际增速。",
    "{0} Growth of such figures is usually told net of prices and need not follow from values at current prices; "
    "say whether it is nominal or real.",
)


def in_real_terms(move: Move) -> bool:
    """Whether the rate of a move may be one at constant prices."""
    before = re.split(r"[。；;\n]", move.before.anchor.prefix)[-1]
    named = " ".join((move.after.indicator.zh, move.before.indicator.zh, before, move.lead))
    return bool(_REAL.search(named)) and not _NOMINAL.search(named)
