"""Numbers that are no quantities: names, models, clock times, numbers of laws, 95后, B端, versions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.importers.figures.found import Found
    from desktop.importers.figures.portions import Amount

DOC_NUMBER: Final = re.compile(
    r"[〔\[(（【](?P<year>(?:19|20)\d\d)[〕\])）】][^\s，。；、]{0,6}?(?P<n>\d{1,5}) ?号"
)
YEAR_NUMBER: Final = re.compile(
    r"\d{4}年第 ?\d{1,5} ?号(?:令|公告)|(?<=[令告（(])\d{4}年第 ?\d{1,5} ?号(?=[）)，。；、\s]|$)"
)
_CLOCK: Final = re.compile(
    r"\d+(?:\.\d+)?(?: ?[:：] ?(?!(?:19|20)\d\d(?!\d))\d+(?:\.\d+)?(?![\d.]| "
    r"?[%万亿]|个百分点))+"
)  # and 3:1
_CLOCK_WORD: Final = re.compile(r"\d{1,2}(?:点(?:半|整|\d{1,2}分?)?|时(?:\d{1,2}分|整|许|前|至|起))")
_CLOCK_SURE: Final = re.compile(r"(?:[01]?\d|2[0-4])(?:点(?:半|整|钟|[0-5]?\d分|(?=[到至~—-]))|时[0-5]?\d分)")
_PARTS_OF_DAY = ("早", "晚", "上午", "下午", "凌晨", "中午", "傍晚", "夜间", "早上", "晚上", "日")
_PHONE: Final = re.compile(r"(?:400|800)-\d{3,4}-\d{3,4}(?!\d)|0\d{2,3}-\d{7,8}(?!\d)")
_VERSION: Final = re.compile(r"\d+(?:\.\d+){2,}|\d+\.\d+(?=版|系统)")
_CROSS: Final = re.compile(r"\d+ ?[×xX*] ?\d+(?: ?[×xX*] ?\d+)?")
_CODE: Final = re.compile(r"\d{4,6}\.(?:SH|SZ|HK|BJ|US)")
_RATE: Final = re.compile(r" ?(?:%|个?(?:bps?|BPs?|pct|pp|百分点|基点))(?![A-Za-z])")
_NOT_AFTER = frozenset("号版代型线强后·")
_CUES = frozenset("为达至到是约超近逾仅有：:于以了由从增降升跌共即破比在计得过收")
_MOVES = frozenset("升降涨跌增减贬调提上下回")
_LED = re.compile(r"[一-龥]{1,4}(?:至|到|为|成)了?(?:约|近)?\d")  # 从2.4掉到1.8
_TO_NUMBER = re.compile(r" to (?:about |nearly |just )?[$£€¥]?\d")
_FROM_NUMBER = re.compile(r"from (?:about |nearly )?[$£€¥]?\d[\d,.]* to (?:about |nearly |just )?$")
_STOPS = frozenset("，。；、！？,;)）」”\n| 的左上和与及但或而，/→]】")


_SPENT = frozenset("多少要需得共会能只才就仅还再")
_CROSSED = frozenset("路架绣花星形型头军交")  # 十字路口


def not_a_quantity(text: str, pos: int, stop: int, start: int, cjk: bool) -> int | None:
    """Return where to go on if the numeral at ``pos`` is no quantity (0: right behind it), else None."""
    before = text[pos - 1] if pos > start else ""
    after = text[stop] if stop < len(text) else ""
    if cjk:
        spent = before == "花" and (text[pos - 2 : pos - 1] in _SPENT or after in ("成", "半"))  # 多花三成
        crossed = after == "字" and text[stop - 1] == "十" and text[stop + 1 : stop + 2] in _CROSSED
        named = crossed or (after and after in "线强") or (before in ("番", "花") and not spent)
        return stop if named else None
    if before and (before in _BEFORE or before.isascii()):
        if before.isascii() and (before.isalpha() or before in "_#@"):
            return None if _prefixed(text, pos, start) or _RATE.match(text, stop) else _skip(text, stop)
        if before == "." and pos - 2 >= start and text[pos - 2].isdigit():
            return stop
        if before == "-" and pos - 2 >= start and text[pos - 2].isascii() and text[pos - 2].isalpha():
            return None if _RATE.match(text, stop) else _skip(text, stop)
        if before == "比" and pos - 2 >= start and text[pos - 2].isdigit():
            return stop  # 4比3
        if before in "〔[(（【" and stop - pos == 4:
            number = DOC_NUMBER.match(text, pos - 1)
            if number:
                return number.end()
    if after in _AFTER:
        for special in _BY_NEXT.get(after, ()):
            match = special.match(text, pos)
            if match:
                return match.end()
        if after in "款版届级" and stop - pos == 4 and text[pos : pos + 2] in ("19", "20"):
            return stop
        if after in _NOT_AFTER:
            if after == "后" and not (stop - pos == 2 and text[stop - 1] in "05"):
                return None
            return stop + 1
        if after == "点" and pos - 2 >= start and before in "到至~—-" and text[pos - 2] == "点":
            return stop + 1  # 9点到18点
        if after in "点时" and (sure := _CLOCK_SURE.match(text, pos)):
            return sure.end()
        if after in "点时" and text[max(start, pos - 2) : pos].endswith(_PARTS_OF_DAY):
            match = _CLOCK_WORD.match(text, pos)
            return match.end() if match else stop
        if after == "届" or after == "号":
            return stop + 1
    if stop - pos == 11 or (stop - pos >= 5 and "号" in text[max(start, pos - 4) : pos]):
        return stop
    return None


# What tells a name by the character beside it begins with one of these; most amounts have none of them.
_BY_NEXT: Final = {
    ":": (_CLOCK,), "：": (_CLOCK,), "-": (_PHONE,), ".": (_CODE, _VERSION), "×": (_CROSS,), "x": (_CROSS,),
    "X": (_CROSS,),
    "*": (_CROSS,), "版": (_VERSION,), "系": (_VERSION,),
}  # fmt: skip
_BEFORE: Final = frozenset("比〔（【")
_AFTER: Final = _NOT_AFTER | _BY_NEXT.keys() | frozenset("款版届级点时号")


def _prefixed(text: str, pos: int, start: int) -> bool:
    return text[max(start, pos - 3) : pos] in (
        "RMB",
        "CNY",
        "USD",
        "EUR",
        "HKD",
        "JPY",
        "GBP",
        "TOP",
        "Top",
        "top",
    )


def _skip(text: str, stop: int) -> int:
    while stop < len(text) and text[stop].isascii() and (text[stop].isalnum() or text[stop] in "-_"):
        stop += 1
    return stop


def stands_bare(text: str, found: Found, one: Amount, start: int, end: int, cell: bool, cjk: bool) -> bool:
    """Whether a number without a unit is a quantity: alone in a cell, scaled, or introduced as a value."""
    after = text[found.end] if found.end < end else ""
    before = text[found.start - 1] if found.start > start else ""
    if cell:
        inner = text[start : found.start].strip(" *~")
        if not inner and (
            found.end >= end or not text[found.end : end].strip(" *") or text[found.end] in "(（ <"
        ):
            return True
    if after and after.isascii() and after.isalpha():
        return False
    if one.scale != 1:
        return not (cjk and after and after in "家户里古能众物事")
    if before == " " and not cjk and _from_to(text, start, found):
        return True
    if "," in text[one.start : one.end] or text.startswith("不等", found.end):
        return not after or after in _STOPS or after == "不"
    if found.cmp != "=" and found.hedge:
        return not after or after in _STOPS
    if found.sign and not cjk:
        if before.isascii() and before.isalpha():
            return False  # T+0
        return not after or after in _STOPS
    if before and before in "从由" and after and (after in _MOVES or _LED.match(text, found.end)):
        return not cjk
    if before and before in _CUES and (not after or after in _STOPS):
        return not cjk
    return False


def _from_to(text: str, start: int, found: Found) -> bool:
    """Whether an English number stands in "from 800 to 600"."""
    if text.endswith("from ", start, found.start):
        return _TO_NUMBER.match(text, found.end) is not None
    return text.endswith(" to ", start, found.start) and (
        _FROM_NUMBER.search(text, max(start, found.start - 30), found.start) is not None
    )
