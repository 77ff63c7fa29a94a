"""What a share or a firm is worth by a multiple of what it earns, by its price, and how far that is from a target.

每股收益1.2元 × 25倍市盈率 is the 目标价; 收盘价 × 总股本 is the 市值; (目标价 − 现价) ÷ 现价 is the 上行空间.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.passages import Passage, Told
from desktop.audit.worded import Worded, above, is_given, money, near_before, product, quotient, worded

_EPS: Final = re.compile(r"每股(?:收益|盈利|净利|净资产)|EPS|BPS")
_EARNED: Final = re.compile(r"净利(?!率|息)|归母|盈利(?!能力)|利润(?!率)")
_MULTIPLE: Final = re.compile(r"市[盈净销]率|\bP/?[EB]\b")
_TARGET: Final = re.compile(r"目标|合理(?:股价|价|市值|估值)|对应(?:的)?(?:股价|市值|价格|价值)|内在价值")
_PRICE: Final = re.compile(r"收(?:盘价?|于|在|报)|现价|股价|市价|市值|报价|现报")
_WORTH: Final = re.compile(r"市值|估值|价值")
_SPACE: Final = re.compile(
    r"的?(?:潜在)?(?:上[行涨升]|升值|下[行跌]|回撤|涨升)(?:空间|幅度|余地)|的?(?:溢价|折价)"
)
_SPACE_OF: Final = re.compile(r"(?:空间|[溢折]价率?)[^，,。；\d]{0,6}$")
_EITHER: Final = re.compile(r"[溢折]价|折让")  # are told of either of the two
_FLOATING: Final = re.compile(r"流通")
_MOVED: Final = re.compile(r"[涨跌增减升降]")
_SHARES: Final = "count:股"
_FAR: Final = 2  # sentences


def of_prices(passage: Passage) -> Iterator[Worded]:
    """Every target, value, multiple and distance to a target of a line that its own numbers give."""
    if not _MULTIPLE.search(passage.text) and not _WORTH.search(passage.text) and "空间" not in passage.text:
        return
    for told in passage.own:
        if told.figure.unit == "times":
            found = _multiple(passage, told) if _is_multiple(told) else None
        elif told.share:
            found = _space(passage, told)
        elif money([told]):
            found = _by_multiple(passage, told) or _by_shares(passage, told)
        else:
            continue
        if found is not None:
            yield found


def _is_multiple(told: Told) -> bool:
    return _MULTIPLE.search(told.lead + told.tail[:8]) is not None


def _base(told: Sequence[Told], *, worth: bool) -> list[Told]:
    """The earnings that a multiple may be of: those of a share for a price, the profit for a value."""
    kind = _EARNED if worth else _EPS
    return [t for t in money(told) if kind.search(t.lead) and (worth or not _PRICE.search(t.lead))]


def _by_multiple(passage: Passage, told: Told) -> Worded | None:
    """每股收益1.2元、25倍市盈率，目标价30元."""
    if _TARGET.search(told.lead) is None:
        return None
    near = near_before(passage, told)
    worth = _WORTH.search(told.lead) is not None
    multiples = [t for t in near if t.figure.unit == "times" and _is_multiple(t)]
    earned = _base(near, worth=worth)
    if not multiples or not earned or multiples[-1].sentence < earned[-1].sentence - 1:
        return None
    pairs = ((e, m) for e in reversed(earned) for m in reversed(multiples))
    return worded(told, [product(e, m) for e, m in pairs])


def _by_shares(passage: Passage, told: Told) -> Worded | None:
    """收于24元，总股本8亿股，市值192亿元."""
    if "市值" not in told.lead or _TARGET.search(told.lead) or _MOVED.search(told.lead):
        return None
    before = near_before(passage, told, _FAR)
    floating = _FLOATING.search(told.lead) is not None
    shares = [
        t for t in before if t.figure.unit == _SHARES and (_FLOATING.search(t.lead) is not None) == floating
    ]
    prices = [t for t in money(before) if _PRICE.search(t.lead) and not _WORTH.search(t.lead)]
    if not shares or not prices:
        return None
    return worded(told, [product(p, s) for s in reversed(shares) for p in reversed(prices)])


def _multiple(passage: Passage, told: Told) -> Worded | None:
    """以每股收益0.74元计算，市盈率25倍."""
    words = passage.clause(told)
    if is_given(words) or told.lead[-1:] in "、和及" or _MULTIPLE.search(told.lead) is None:
        return None
    before = near_before(passage, told)
    prices = [t for t in money(before) if _PRICE.search(t.lead) and not _EPS.search(t.lead)]
    earned = [t for t in money(before) if (_EPS.search(t.lead) or _EARNED.search(t.lead)) and t not in prices]
    pairs = [
        (p, e)
        for e in reversed(earned)
        for p in reversed(prices)
        if (_WORTH.search(p.lead) is None) == (_EPS.search(e.lead) is not None)
    ]
    return worded(told, [quotient(p, e) for p, e in pairs])


def _space(passage: Passage, told: Told) -> Worded | None:
    """目标价30元，较收盘价24元有25%的上行空间."""
    if not _SPACE.match(told.tail) and not _SPACE_OF.search(told.lead):
        return None
    near = [t for t in near_before(passage, told) if not _EPS.search(t.lead)]
    targets = [t for t in money(near) if _TARGET.search(t.lead)]
    prices = [t for t in money(near) if t not in targets and _PRICE.search(t.lead)]
    pairs = [(t, p) for t in reversed(targets) for p in reversed(prices) if 1 / 6 < t.value / p.value < 6]
    ways = [above(t, p) for t, p in pairs]
    either = [above(p, t) for t, p in pairs] if _EITHER.search(told.lead + told.tail) else []
    return worded(told, [*ways, *either])
