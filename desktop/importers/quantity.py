"""Every amount, rank and date: one expression finds the numerals, lookups around them do the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.importers import comparators, dates, moments, signs, units
from desktop.importers.amount import amount_at
from desktop.importers.found import Found
from desktop.importers.portions import Amount
from desktop.importers.ranks import rank_at
from desktop.importers.refuse import not_a_quantity, stands_bare

NUMERAL: Final = re.compile(
    r"(?=[0-9一二两三四五六七八九十百千万亿几数半《过最未今FQ])(?:"  # most characters fail here, at once
    r"(?P<ar>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"|"
    r"(?P<cn>[一二两三四五六七八九十百千万亿几数半](?:[零〇一二两三四五六七八九十百千万亿几半]*[一二两三四"
    r"五六七八九十百千万亿几半])?)"
    r"|(?P<book>《[^《》\n]{1,90}》)"
    r"|(?P<window>过去|最近|未来|今后)(?=的? ?[\d一二两三四五六七八九十半])"
    r"|(?P<fiscal>FY ?'?(?:20)?\d\d(?!\d)|Q[1-4](?= ?(?:FY)?'?20\d\d(?!\d))))"
)
_RANGE: Final = re.compile(r" ?(?:-{1,2}|—|~|～|至|到|－) ?")


_CASES: Final = re.compile(
    "案|诉|事故|事件|纠纷|投诉|并购|融资|违|处罚|调查|反倾销|交易|举报|火灾|查|发生|发起|爆炸|召回"
)
_PRICES: Final = re.compile("价|售|薪|费|租|工资|额|低至|仅|投|卖|卡|票")
_LEADS_ON: Final = frozenset("至到为0123456789")


def find(text: str, start: int, end: int, cell: bool = False) -> Iterator[Found]:
    """Yield the quantities of ``text[start:end]`` (one block or one cell) in order."""
    done = start
    for match in NUMERAL.finditer(text, start, end):
        pos = match.start()
        if pos < done:
            continue
        kind = match.lastgroup
        if kind == "ar" or kind == "cn":
            found = _number(text, pos, match.end(), start, end, done, cell, kind == "cn")
        elif kind == "book":
            found = match.end()
        elif kind == "window":
            found = moments.window(text, pos)
        else:
            found = moments.fiscal(text, pos, match[0])
        if isinstance(found, int):
            done = found
        elif found is not None:
            done = found.end
            yield found


def _number(
    text: str, pos: int, stop: int, start: int, end: int, done: int, cell: bool, cjk: bool
) -> Found | int | None:
    if not cjk or stop - pos >= 2 or text.startswith(("季度", "年", "个月"), stop):
        near = text[pos - 1] if pos > start else ""
        if near == "近":
            found = moments.window(text, pos - 1)
            if found:
                return found
        found = moments.date(text, pos, stop, start, cjk)
        if found:
            if found.partial:
                moments.relative(text, found, start)
            return found if found.end <= end else None
    elif pos > start and text[pos - 1] in "近前":
        found = moments.window(text, pos - 1)
        if found:
            return found
    refused = not_a_quantity(text, pos, stop, start, cjk)
    if refused is not None:
        return refused or None
    if pos > start and text[pos - 1] in "第前Pp -":
        ranked = rank_at(text, pos, stop, start)
        if ranked is not None:
            return ranked if isinstance(ranked, Found) else ranked or None
    one = amount_at(text, pos, stop, cjk)
    if one is None:
        return None
    return _amount(text, one, start, end, done, cell, cjk)


def _amount(text: str, one: Amount, start: int, end: int, done: int, cell: bool, cjk: bool) -> Found | None:
    pos = one.start
    left, currency = signs.currency(text, pos, start)
    unit, finish = one.unit or currency, one.end
    low, high = one.low, one.high
    second = None
    link = _RANGE.match(text, finish)
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
    sign, left = signs.sign(text, left, start, second is not None or bool(currency) or unit in signs.SIGNED)
    if second is not None:
        low = -low if sign == "-" else low
        high = -high if sign in ("", "-") and signs.negative(text, second.start) else high
        if low > high:
            low, high = high, low
    if unit in ("degree", "celsius") and text[max(start, left - 2) : left] == "零下":
        low, high, unit, left = -high, -low, "celsius", left - 2
    found = Found(left, finish, left, finish, unit)
    found.low, found.high, found.sign, found.vague = low, high, sign, one.vague
    found.core = text[pos:finish] if cjk or unit == "%" else ""
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
    whole = one if second is None or one.scale != 1 else one._replace(scale=second.scale)
    if unit is None and not stands_bare(text, found, whole, start, end, cell, cjk):
        return None
    if cjk and unit is not None and one.only and found.cmp == "=" and one.doubtful(text):
        return None
    if found.cmp in (">=", ">"):
        found.high = None if second is None else found.high
    elif found.cmp in ("<=", "<") and second is None:
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
    if match is None or match.lastgroup not in ("ar", "cn"):
        return None
    second = amount_at(text, pos, match.end(), match.lastgroup == "cn")
    if second is None or (second.unit and unit and second.unit != unit):
        return None
    if match.lastgroup == "cn" and second.unit is None:
        return None
    if text[second.end : second.end + 2] == "季度" or dates.date_at(text, pos):
        return None
    return second


def _compare(text: str, found: Found, low: int) -> None:
    ahead = comparators.before(text, found.start, low)
    if ahead:
        found.cmp, found.hedge = ahead[0], text[ahead[1] : found.start].strip()
        found.start = ahead[1]
        if found.cmp == "~" and not found.sign:
            found.sign, found.start = signs.sign(text, found.start, low, False)
    behind = comparators.after(text, found.end)
    if behind:
        if (ahead is None or ahead[0] == "~") and not (found.hedge and behind[0] == "~"):
            found.cmp = behind[0]
        found.hedge += text[found.end : behind[1]]
        found.end = behind[1]
    if behind and behind[0] == ">=" and found.cmp == ">=" and "以上" in found.hedge:
        _up_to(text, found)
    arrow = text[found.end : found.end + 1]
    if arrow in ("↑", "↓", "▲", "▼") and text[found.end + 1 : found.end + 2] not in _LEADS_ON:
        found.sign, found.end = ("↑" if arrow in "↑▲" else "↓"), found.end + 1


def _up_to(text: str, found: Found) -> None:
    """Read 15倍以上30倍以下 as one range."""
    match = NUMERAL.match(text, found.end)
    if match is None or match.lastgroup not in ("ar", "cn"):
        return
    other = amount_at(text, match.start(), match.end(), match.lastgroup == "cn")
    if other is None or other.unit != found.unit or other.unit is None:
        return
    behind = comparators.after(text, other.end)
    if behind and behind[0] in ("<", "<="):
        found.high, found.end, found.cmp = other.high, behind[1], "="
        found.hedge += text[other.end : behind[1]]
