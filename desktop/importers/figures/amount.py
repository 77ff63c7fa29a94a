"""One number with its scale and unit: 1200多万人次, 八成二, 3,400余条, 12.4B, 两个半小时, 三分之二."""

from __future__ import annotations

import re

from desktop.importers.figures import portions
from desktop.importers.figures.comparators import MORE, more_by
from desktop.importers.figures.numerals import DIGITS, LETTERS, SCALES, Number, arabic, chinese, tidy
from desktop.importers.figures.pieces import counts_pieces
from desktop.importers.figures.portions import Amount
from desktop.importers.figures.units import CURRENCY, DATA, MONEY, TIME, UNIT_FIRST, per, unit_at

_SCALE = re.compile(r" ?(?:万亿|亿亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![米克瓦])|百(?!分))")
_LETTER = re.compile(
    r" ?(?:trillion|billion|million|thousand|bn|mn|tn|[KkMBTw]|(?<! )m(?![²³/]))(?![A-Za-z])"
)
# A lower m is a metre, unless money is before it or what comes by the million behind it: £8m, 4.2m customers.
_BY_MILLIONS = re.compile(
    r" (?:[a-z-]+ )?(?:people|users|customers|orders|shares|homes|households|passengers|subscribers|members|units"
    r"|jobs|visitors|visits|copies|downloads|trips|journeys|rides|parcels|deliveries|accounts|workers|votes|tickets"
    r"|vehicles|cars|barrels|tonnes)\b"
)
_WHOLES = re.compile(r"个(?P<more>多)?(?P<scale>万亿|亿|万)(?!里|一)")
_COINS = re.compile(
    r"块(?P<tenth>[1-9一二三四五六七八九])(?:[毛角](?:(?P<cent>[1-9一二三四五六七八九])分?)"
    r"?)?(?![\d.])"
)
_DIMES = re.compile(
    r" ?(?:毛|角(?!度|色|落))(?![利线重坯发病衣巾豆孩囊竹])(?:(?P<cent>[1-9一二三四五六七八九])分?)?钱?"
)
_RANGED = re.compile(r"(?:至|到|-|—|~)[一二两三四五六七八九十百千]+(?![至到年]*线)")
_SHARED = re.compile(r"(?:和|、|及|与)\d+(?:\.\d+)?个(百分点|基点)")
_HALF_UNIT = re.compile(r"个(?P<what>半|多)(?P<unit>月|小时|季度|星期|世纪|钟头)")
_CENTS: dict[str | None, int] = {str(n): n for n in range(1, 10)} | {None: 0}
_CENTS |= {c: n for c, n in DIGITS.items() if n > 0 and c != "两"}


# The characters that an expression can begin with: a lookup costs a third of a match that fails.
_SCALE_FIRST = frozenset("万千百十亿")
_LETTER_FIRST = frozenset("tbmKkMBTw")
_RANGED_FIRST = frozenset("至到-—~")
_AFTER_ONE = _RANGED_FIRST | MORE.keys() | UNIT_FIRST | frozenset(" 分厘成个块毛角")
_DIME_FIRST = frozenset("毛角")
_AFTER_VALUE = frozenset("分/")


def arabic_at(text: str, pos: int, stop: int) -> Amount | None:
    """Read the amount whose numeral is ``text[pos:stop]``, in Arabic digits."""
    digits = text[pos:stop]
    scale, more, end = 1, "", stop
    after = text[end : end + 1]
    first = text[end + 1 : end + 2] if after == " " else after
    if first in _SCALE_FIRST and (match := _SCALE.match(text, end)):
        scale, end = SCALES[match[0].strip()], match.end()
        after = text[end : end + 1]
    elif after in MORE and (match := _SCALE.match(text, end + 1)):
        more = MORE[after]
        scale, end = SCALES[match[0].strip()], match.end()
        after = text[end : end + 1]
    elif after == "个" and (whole := _WHOLES.match(text, end)):
        scale, end, more = SCALES[whole["scale"]], whole.end(), ">" if whole["more"] else ""
        after = text[end : end + 1]
    elif first in _LETTER_FIRST and (match := _LETTER.match(text, end)) and _letter_counts(text, pos, match):
        scale, end = LETTERS[match[0].strip()], match.end()
        after = text[end : end + 1]
    if (
        after in MORE
        and not more
        and text[end : end + 2] not in ("来自", "来源", "来看", "来说", "余额")
        and (unit_at(text, end + 1) or _SCALE.match(text, end + 1))
    ):
        more, end = MORE[after], end + 1
        found = _SCALE.match(text, end) if scale == 1 else None
        if found:
            scale, end = SCALES[found[0].strip()], found.end()
        after = text[end : end + 1]
    if after == "+" and unit_at(text, end + 1):
        more, end = ">=", end + 1
        after = text[end : end + 1]
    value = arabic(digits, scale)
    if after in _AFTER_VALUE and scale == 1:
        if text[end : end + 2] == "分之" and "." not in digits:
            return portions.fraction(text, pos, end, int(value))
        if after == "/" and text[end + 1 : end + 2].isdigit():
            plain = "." not in digits and "," not in digits
            return portions.slashed(text, pos, end, int(value)) if plain else None
    return _with_unit(text, pos, end, value, value, scale, False, False, more)


def _letter_counts(text: str, pos: int, match: re.Match[str]) -> bool:
    word = match[0].strip()
    if len(word) > 2 or word in ("bn", "mn", "tn"):
        return True
    ahead = text[max(0, pos - 2) : pos]
    if word == "m":
        return ahead[-1:] in CURRENCY or _BY_MILLIONS.match(text, match.end()) is not None
    if ahead and (
        ahead[-1] in CURRENCY
        or (ahead[-1] in "+-" and ahead[0] in CURRENCY)
        or (ahead[-1] == " " and ahead[0] in CURRENCY)
    ):
        return True
    code = unit_at(text, match.end())
    if "." in text[pos : match.start()] or ahead[-1:] in ("+", "~"):
        return match[0][0] != " "
    if word == "w" or (word == "k" and match[0][0] != " "):
        return match[0][0] != " "
    if word in "kK" and code:
        return True
    return (
        match[0][0] != " "
        and code is not None
        and (code[0] in MONEY or code[0] in ("person", "count:次", "count:条"))
    )


def chinese_at(text: str, pos: int, stop: int) -> Amount | None:
    """Read the amount whose numeral is ``text[pos:stop]``, in Chinese numerals."""
    token = text[pos:stop]
    if stop - pos == 1 and text[pos] != "半" and text[stop : stop + 1] not in _AFTER_ONE:
        return None  # 一些, 进一步, 统一: most single numerals count nothing
    end = stop
    if text[end : end + 2] == "分之":
        base = {"百": 100, "千": 1000, "万": 10000}.get(token)
        if base is None:
            found = chinese(token)
            base = int(found.low) if found and not found.vague and found.low >= 2 else None
        return portions.fraction(text, pos, end, base) if base else None
    if token == "半":  # noqa: S105 - a numeral
        return portions.half(text, pos, end)
    if token.endswith("一半") or token in ("过半", "一半"):
        return Amount(stop - 2, end, 50, 50, "%")
    half = token.endswith("半")
    if half:
        token, end = token[:-1], end - 1
    if token[0] in "百千万亿" and not _introduced(text, pos, stop):
        return None
    if token[0] == "数" and pos and text[pos - 1] in "人户次总指倍基系参多少笔家份单件点函字岁天分代级大":
        return None
    more = ""
    if text[end : end + 1] in MORE and text[end : end + 2] not in (
        "来自",
        "来源",
        "来看",
        "来说",
        "余额",
        "余下",
    ):
        scaled = _SCALE.match(text, end + 1)
        if scaled or unit_at(text, end + 1, cjk_number=True):
            more, end = MORE[text[end]], end + 1
            if scaled:
                token, end = token + scaled[0].strip(), scaled.end()
    value = chinese(token)
    if value is None:
        return None
    if text[end : end + 1] == "个" and not half and (whole := _WHOLES.match(text, end)):
        size = SCALES[whole["scale"]]
        return Amount(pos, whole.end(), value.low * size, value.high * size, None, size, value.pair,
                      more=">" if whole["more"] else "")  # fmt: skip
    if value.vague and token[0] not in "几数":  # 三十几 is more than thirty; 几十 may be no more than twenty
        value, more = value._replace(vague=False), more or ">"
    if text[end : end + 1] == "成" and value.high <= 10 and not half:
        return portions.tenths(text, pos, end, value.low, value.high, value.pair)
    made = _with_unit(text, pos, end, value.low, value.high, 1, value.pair, value.vague, more, cjk=True)
    if made.unit is None:
        if text[end : end + 1] in _RANGED_FIRST and _RANGED.match(text, end):
            return made
        return made._replace(scale=10000) if len(token) > 1 and ("万" in token or "亿" in token) else None
    return made._replace(only=len(token) == 1 and not more)


def _with_unit(
    text: str, pos: int, end: int, low: Number, high: Number, scale: int = 1, pair: bool = False,
    vague: bool = False, more: str = "", cjk: bool = False,
) -> Amount:  # fmt: skip
    after = text[end : end + 1]
    if after in ("分", "厘") and scale == 1 and low == high and (rate := portions.lent(text, pos, end, low)):
        return rate
    if after == "块" and scale == 1:
        coins = _COINS.match(text, end)
        if coins:
            low = tidy(int(low * 100) + _CENTS[coins["tenth"]] * 10 + _CENTS[coins["cent"]], 100)
            return Amount(pos, coins.end(), low, low, "CNY")
    elif scale == 1 and (text[end + 1 : end + 2] if after == " " else after) in _DIME_FIRST:
        coins = _DIMES.match(text, end)
        if coins and not vague and (high > 1 or not cjk or "钱" in coins[0]):
            cent = _CENTS[coins["cent"]]
            low, high = (tidy(round(v * 10) + cent, 100) for v in (low, high))
            return Amount(pos, coins.end(), low, high, "CNY", pair=pair)
    special = _HALF_UNIT.match(text, end) if after == "个" else None
    if special:
        code = {"月": "month", "小时": "hour", "钟头": "hour", "季度": "quarter", "星期": "week"}.get(
            special["unit"], "year"
        )
        if special["what"] == "半":
            return Amount(pos, special.end(), low + 0.5, high + 0.5, code, scale)
        return Amount(pos, special.end(), low, high, code, scale, more=">")
    found = unit_at(text, end, cjk)
    if found is None:
        tenth = end + (after == " ")
        if not cjk and text[tenth : tenth + 1] == "成" and 0 < high <= 10 and scale == 1:
            tenths = portions.tenths(text, pos, tenth, low, high, pair=False)
            return tenths or Amount(pos, end, low, high, None, scale)
        return Amount(pos, end, low, high, None, scale, pair, vague, more)
    unit, end = found
    if unit == "count:个":
        shared = _SHARED.match(text, end)
        if shared:
            unit = "pp" if shared[1] == "百分点" else "bp"
    after = text[end : end + 1]
    if (
        unit == "CNY"
        and text[end - 1] == "块"
        and after != "钱"
        and (scale >= 10**8 or counts_pieces(text, pos, end, high * scale, cjk))
    ):
        unit = "count:块"
    if after == "/" and (
        unit in MONEY or unit in DATA or unit.startswith("count:") or unit in ("person", "L", "kWh")
    ):
        while share := per(text, end):
            unit, end = f"{unit}/{share[0]}", share[1]
        after = text[end : end + 1]
    if after == "半" and text[end : end + 2] != "半年" and (unit in TIME or unit == "times"):
        low, high, end = low + 0.5, high + 0.5, end + 1
    elif (
        after == "多"
        and not more
        and text[end : end + 2] not in ("多少", "多次", "多家", "多种", "多元")
        and not more_by(text, end)
    ):
        more, end = ">", end + 1
    return Amount(pos, end, low, high, unit, scale, pair, vague, more)


def _introduced(text: str, pos: int, stop: int) -> bool:
    before = text[pos - 1 : pos]
    if before and (before in "上近过超破逾达" or (before in "从由" and stop - pos > 1)):
        return True
    if before and before in "按以" and unit_at(text, stop, cjk_number=True) is not None:
        return True  # 按百万辆估算
    following = text[stop : stop + 1]
    return following in ("余", "多") and unit_at(text, stop + 1) is not None and text[pos] in "百千"
