"""Conclusions in set phrases: 量跌价升, 以价换量, 重心在向维保倾斜."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.concluding import Clause, held, place, raised, shares, told
from desktop.audit.conclusions_of_two import FASTER, Decided
from desktop.audit.evidence import Evidence
from desktop.audit.scope import Prose
from desktop.audit.wording import cited
from desktop.core.text import Text

_RISES: Final = "升涨增扬高"
_FOUR: Final = re.compile(
    r"(?P<a>[量价本利客费])(?P<x>[升涨增扬高跌降减缩低])(?P<b>[量价本利客费])(?P<y>[升涨增扬高跌降减缩低])"
)
_FOR: Final = re.compile(r"以(?P<a>[价利量])换(?P<b>[量价利])")
_NOUNS_OF: Final = {
    "量": re.compile(
        r"销[量售]|产量|单量|订单|客流|用量|交易量|出货|成交量|人次|套数|入住率|出租率|客座率|上座率"
    ),
    "价": re.compile(r"价格?|单价|均价|租金|RevPAR|ADR", re.I),
    "本": re.compile(r"成本"),
    "利": re.compile(r"利润|毛利|净利"),
    "客": re.compile(r"客流|客数|游客|旅客|乘客"),
    "费": re.compile(r"费用"),
}
_TOWARD: Final = re.compile(r"[向往](?P<x>[^，,。；]{2,10}?)(?:倾斜|转移|集中|靠拢|侧重|迁移|转型|挪)")
_RELIES: Final = re.compile(
    r"靠的?(?:都|就|只|全|主要)?是?(?P<x>走量|放量|上量|销量|数量|多卖|薄利多销|涨价|提价|价格)"
)
_FEWER: Final = re.compile(r"[却反则也都还]{0,2}(?:变少|减少|下降|下滑|走低|萎缩|在减|在降)")
RELIES = Text("文中的结论是{0}，可{1}，对不上。", "The text concludes {0}, but {1}.")
FEWER = Text("同一句里说数量变少", "the same sentence tells of fewer")
TOWARD = Text("文中的结论是{0}，可{1}，并没有增加。", "The text concludes {0}, but {1}, which is no growth.")


def both_ways(piece: Prose, clause: Clause, evidence: list[Evidence]) -> Decided:
    """量跌价升: two of price, number, cost and profit, each with its way."""
    told_ways, swap = _FOUR.search(clause.text), _FOR.search(clause.text)
    if told_ways is not None:
        pairs = ((told_ways["a"], told_ways["x"]), (told_ways["b"], told_ways["y"]))
    elif swap is not None:
        pairs = ((swap["a"], "降"), (swap["b"], "升"))
    else:
        return False, None
    used: list[Evidence] = []
    wrong = False
    for noun, word in pairs:
        own = [e for e in evidence if _NOUNS_OF[noun].search(e.full_name)]
        if len(own) != 1 or own[0] in used:
            return True, None
        used.append(own[0])
        wrong = wrong or own[0].rises != (word in _RISES)
    if not wrong:
        return True, held(used)
    said = FASTER.format(cited(place(piece, clause)), told(used[0]), told(used[1]))
    return True, raised(piece, clause, used, said, "both")


def relies(piece: Prose, clause: Clause, evidence: list[Evidence]) -> Decided:
    """增长靠的是走量, of orders that became fewer, or 靠的是涨价, of a price that fell."""
    match = _RELIES.search(clause.text)
    if match is None:
        return False, None
    noun = "价" if "价" in match["x"] else "量"
    own = [e for e in evidence if _NOUNS_OF[noun].search(e.full_name)]
    begin = max(piece.text.rfind(mark, 0, clause.start) for mark in "。！？\n") + 1
    before = piece.text[begin : clause.start]
    fewer = noun == "量" and any(_FEWER.match(before, m.end()) for m in _NOUNS_OF["量"].finditer(before))
    if own and all(e.rises for e in own) and not fewer:
        return True, held(own)
    if not fewer and not (own and not any(e.rises for e in own)):
        return True, None
    used = own or evidence[-1:]
    said = RELIES.format(cited(place(piece, clause)), FEWER if fewer else told(used[0]))
    return True, raised(piece, clause, used, said, "relies")


def toward(piece: Prose, clause: Clause, evidence: list[Evidence]) -> Decided:
    """重心在向维保倾斜: what it leans to has grown."""
    match = _TOWARD.search(clause.text)
    own = [e for e in evidence if match is not None and shares(match["x"], e.name)]
    if len(own) != 1:
        return False, None
    if own[0].rises:
        return True, held(own)
    said = TOWARD.format(cited(place(piece, clause)), told(own[0]))
    return True, raised(piece, clause, own, said, "toward")
