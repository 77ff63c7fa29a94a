"""An amount with what stands around it: currency, sign, the other end of a range, comparators, arrows."""

from __future__ import annotations

import re
from typing import Final

from desktop.importers.figures import comparators, dates, signs, units
from desktop.importers.figures.amount import arabic_at, chinese_at
from desktop.importers.figures.found import Found
from desktop.importers.figures.numerals import LONGEST, NUMERAL
from desktop.importers.figures.portions import Amount
from desktop.importers.figures.refuse import stands_bare

_RANGE: Final = re.compile(r" ?(?:-{1,2}|—|~|～|至|到|－) ?")
_RANGE_FIRST: Final = frozenset("-—~～至到－")
_CASES: Final = re.compile(
    "案|诉|事故|事件|纠纷|投诉|并购|融资|违|处罚|调查|反倾销|交易|举报|火灾|查|发生|发起|爆炸|召回"
)
_PRICES: Final = re.compile("价|售|薪|费|租|工资|额|低至|仅|投|卖|卡|票")
_OPEN: Final = frozenset((">", ">=", "<", "<="))
_ARROWS: Final = frozenset("↑↓▲▼")
_LEADS_ON: Final = frozenset("至到为0123456789")


def measured(text: str, one: Amount, start: int, end: int, done: int, cell: bool, cjk: bool) -> Found | None:
    """Return the figure that a numeral and its surroundings make; None where it measures nothing."""
    pos, finish, low, high, unit = one[:5]
    left, currency = pos, None
    if pos > start and text[pos - 1] in signs.MAY_BE_CURRENCY:
        left, currency = signs.currency(text, pos, start)
        unit = unit or currency
    second = None
    after = text[finish : finish + 1]
    first = text[finish + 1 : finish + 2] if after == " " else after
    link = _RANGE.match(text, finish) if first in _RANGE_FIRST else None
    if (
        link
        and link.end() < end
        and not (text[link.start()] in "至到" and "从" in text[max(start, pos - 8) : pos])
    ):
        second = _second(
            text, link.end(), unit, text[link.start() : link.end()].strip(), text[max(start, pos - 6) : pos]
        )
    if second is not None:
        scale = second.scale if one.scale == 1 and second.scale != 1 else 1
        if scale != 1 and low * scale <= second.high:
            low *= scale
        high = second.high
        unit, finish = unit or second.unit, second.end
    if currency and one.unit is None:
        share = units.per(text, finish)
        if share:
            unit, finish = f"{currency}/{share[0]}", share[1]
    sign = ""
    if left > start and text[left - 1] in signs.LAST:
        sure = second is not None or bool(currency) or unit in signs.SIGNED
        sign, left = signs.sign(text, left, start, sure)
    if second is not None:
        low = -low if sign == "-" else low
        high = -high if sign in ("", "-") and signs.negative(text, second.start) else high
        if low > high:
            low, high = high, low
    if unit in ("degree", "celsius") and text[max(start, left - 2) : left] == "零下":
        low, high, unit, left = -high, -low, "celsius", left - 2
    found = Found(left, finish, left, finish, unit)
    found.low, found.high = low, high
    if sign:
        found.sign = sign
    if one.vague:
        found.vague = True
    if cjk or unit == "%":
        found.core = text[pos:finish]
    if one.pair:
        found.cmp = "~"
    if one.more:
        found.cmp, found.hedge = one.more, text[one.start : finish]
    if one.vague:
        found.cmp = ">="
    _compare(text, found, max(start, done))
    if found.end > end:
        return None
    if unit is None and found.hedge == "起" and not cell and _cases(text, found, one, start):
        found.unit, found.cmp, found.hedge = "count:起", "=", ""
        found.high, found.ce, unit = high, found.end, "count:起"
    if unit is None:
        whole = one if second is None or one.scale != 1 else one._replace(scale=second.scale)
        if not stands_bare(text, found, whole, start, end, cell, cjk):
            return None
    elif cjk and one.only and found.cmp == "=" and one.doubtful(text):
        return None
    if second is None and found.cmp in _OPEN:
        if found.cmp[0] == ">":
            found.high = None
        else:
            found.low = None
    if found.vague:
        found.high = None
    return found


def _cases(text: str, found: Found, one: Amount, start: int) -> bool:
    """Whether 37起 counts accidents or deals; a price or a wage begins at it."""
    if one.scale != 1 or isinstance(one.low, float):
        return False
    left = text[max(start, found.start - 18) : found.start]
    return _CASES.search(left) is not None or not _PRICES.search(left)


def _second(text: str, pos: int, unit: str | None, link: str, ahead: str) -> Amount | None:
    if link in ("到", "至") and ("由" in ahead or "从" in ahead):
        return None
    if text[pos : pos + 1] in ("-", "+"):
        pos += 1
    if text[pos : pos + 1] in units.CURRENCY:
        pos += 1
    match = NUMERAL.match(text, pos)
    if match is None or match.lastgroup not in ("ar", "cn") or match.end() - pos > LONGEST:
        return None
    second = (chinese_at if match.lastgroup == "cn" else arabic_at)(text, pos, match.end())
    if second is None or (second.unit and unit and second.unit != unit):
        return None
    if match.lastgroup == "cn" and second.unit is None:
        return None
    if text[second.end : second.end + 2] == "季度" or dates.date_at(text, pos):
        return None
    return second


def _compare(text: str, found: Found, low: int) -> None:
    start = found.start
    ahead = (
        comparators.before(text, start, low) if start > low and text[start - 1] in comparators.LAST else None
    )
    if ahead:
        found.cmp, found.hedge = ahead[0], text[ahead[1] : found.start].strip()
        found.start = ahead[1]
        if found.cmp == "~" and not found.sign:
            found.sign, found.start = signs.sign(text, found.start, low, False)
    behind = (
        comparators.after(text, found.end) if text[found.end : found.end + 1] in comparators.FIRST else None
    )
    if behind and behind[0] == ">=" and comparators.begins(text, found.start, found.end, behind[1]):
        found.end, behind = behind[1], None
    if behind:
        if (ahead is None or ahead[0] == "~") and not (found.hedge and behind[0] == "~"):
            found.cmp = behind[0]
        found.hedge += text[found.end : behind[1]]
        found.end = behind[1]
    if behind and behind[0] == ">=" and found.cmp == ">=" and "以上" in found.hedge:
        _up_to(text, found)
    arrow = text[found.end : found.end + 1]
    if arrow in _ARROWS and text[found.end + 1 : found.end + 2] not in _LEADS_ON:
        found.sign, found.end = ("↑" if arrow in "↑▲" else "↓"), found.end + 1


def _up_to(text: str, found: Found) -> None:
    """Read 15倍以上30倍以下 as one range."""
    match = NUMERAL.match(text, found.end)
    if match is None or match.lastgroup not in ("ar", "cn") or match.end() - found.end > LONGEST:
        return
    other = (chinese_at if match.lastgroup == "cn" else arabic_at)(text, *match.span())
    if other is None or other.unit != found.unit or other.unit is None:
        return
    behind = comparators.after(text, other.end)
    if behind and behind[0] in ("<", "<="):
        found.high, found.end, found.cmp = other.high, behind[1], "="
        found.hedge += text[other.end : behind[1]]
