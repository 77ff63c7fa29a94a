"""Whether 块 counts pieces or parts, or is the yuan of everyday speech."""

from __future__ import annotations

import re
from typing import Final

_PAID: Final = frozenset("涨跌降价卖付差收花省贵宜到至了加减赚赔给约仅只才为")
_MANY: Final = 10**5  # which no battery costs
_MADE: Final = re.compile(
    r"(?:电池|[电水气]表|芯片|屏幕?|面板|组件|[钢铝木线主隔路]板|[瓷地墙]砖)"
    r"(?:[一总]?共|约|近|有|达|为|是|了|逾|超过?|[增减升降][至到加了少]+)*$"
)
_FEW: Final = 10  # parts of a whole
_PARTED: Final = re.compile(r"(?:[拆分切划归][成为作]了?|[拆分]|[这那]|其[余他]|以上|上述)\Z")
_SUMMED: Final = re.compile(
    r"(?:加在?一?[起块]|加起来|加总|相加|合计|合起来|总共|一共)"
)  # 三块加在一起7.32亿元


def counts_pieces(text: str, pos: int, end: int, many: float, cjk: bool) -> bool:
    """Whether the 块 that ends at ``end`` counts: 人工一块就占六成, 支出拆成三块, 电池12万块.

    ``many`` is the number before it, which begins at ``pos``; ``cjk`` whether it is written in characters.
    """
    if many >= _MANY:
        return many >= 10**8 or _MADE.search(text[max(0, pos - 12) : pos]) is not None
    if not cjk:
        return False
    if many == 1:  # a price of one yuan has a verb before it
        return text[pos - 1 : pos] not in _PAID
    return (
        many <= _FEW and (_PARTED.search(text, max(0, pos - 4), pos) or _SUMMED.match(text, end)) is not None
    )
