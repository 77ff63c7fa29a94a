"""One number with its scale and unit: 1200多万人次, 八成二, 3,400余条, 12.4B, 两个半小时, 三分之二."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.importers.comparators import MORE
from desktop.importers.numerals import DIGITS, LETTERS, SCALES, Number, arabic, chinese, tidy
from desktop.importers.units import CURRENCY, DATA, MONEY, TIME, per, unit_at

_SCALE = re.compile(r" ?(?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千(?![米克瓦])|百(?!分))")
_LETTER = re.compile(r" ?(?:trillion|billion|million|thousand|bn|mn|[KkMBT])(?![A-Za-z])")
_HALF_UNIT = re.compile(r"个(?P<what>半|多)(?P<unit>月|小时|季度|星期|世纪|钟头)")
_CENTS = {str(n): n for n in range(1, 10)} | {c: n for c, n in DIGITS.items() if 0 < n and c != "两"}
_FRACTION = re.compile(
    r"分之(?P<n>\d+(?:\.\d+)?|[一二三四五六七八九十百]+)(?:点(?P<d>[零一二三四五六七八九]+))?")
_TENTH_BAD = frozenset("为功员长本立熟果就交不都语语名人绩品分套见年因份效")
_ABSTRACT = re.compile(
    r"(?:方面|层面|维度|角度|方向|原因|阶段|特点|问题|因素|关键|层次|字|核心|人都|极端|世界|样子)")
_IDIOM = re.compile(
    r"(?:三道红线|一年一|一天天|一步步|一次次|一家家|一条条|一笔笔|一件件|三步走|两步走|两会|三农|三位一体|"
    r"两位数|三位数|双位数|一家人|一家子|一条龙|一条心|"
                    r"一年四季|两口子|两条腿|一回事|三天两头|两头|一家独|一家之|一天到晚|一次性|一手|两手|"
                    r"两岸|万家灯火|一日三餐)")  # fmt: skip


class Amount(NamedTuple):
    """A number in its place; ``only`` marks a Chinese count without scale, which may be an idiom."""

    start: int
    end: int
    low: Number
    high: Number
    unit: str | None
    scale: int = 1
    pair: bool = False
    vague: bool = False
    more: str = ""
    only: bool = False

    def doubtful(self, text: str) -> bool:
        """Whether a small Chinese count is a turn of phrase rather than a quantity."""
        if _IDIOM.match(text, self.start):
            return True
        if text[self.start : self.start + 1] == "二" and self.end - self.start == 2 and self.unit not in (
            "%", "pp"):
            return True
        if self.low == 1 and self.unit is not None:
            if self.unit in ("%", "pp", "times", "bp", "count:番") or self.unit in MONEY:
                return False
            if self.unit in TIME and text[self.end : self.end + 1] in ("内", "后", "以", "之", "间", "多",
                "半"):
                return False
            return not (self.unit in TIME and text[self.start - 1] in "仅足到过长为每短的期了第需要满")
        return bool(self.unit and self.unit.startswith("count:") and _ABSTRACT.match(text, self.end))


def amount_at(text: str, pos: int, stop: int, cjk: bool) -> Amount | None:
    """Read the amount whose numeral is ``text[pos:stop]``."""
    return _chinese(text, pos, stop) if cjk else _arabic(text, pos, stop)


def _arabic(text: str, pos: int, stop: int) -> Amount | None:
    digits = text[pos:stop]
    scale, more, end = 1, "", stop
    match = _SCALE.match(text, end)
    if match:
        scale, end = SCALES[match[0].strip()], match.end()
    elif text[end : end + 1] in MORE and _SCALE.match(text, end + 1):
        more = MORE[text[end]]
        match = _SCALE.match(text, end + 1)
        assert match is not None
        scale, end = SCALES[match[0].strip()], match.end()
    else:
        match = _LETTER.match(text, end)
        if match and _letter_counts(text, pos, match):
            scale, end = LETTERS[match[0].strip()], match.end()
    if not more and text[end : end + 1] in MORE and text[end : end + 2] not in ("来自", "来源", "来看",
        "来说", "余额"):
        if unit_at(text, end + 1) or _SCALE.match(text, end + 1):
            more, end = MORE[text[end]], end + 1
            match = _SCALE.match(text, end) if scale == 1 else None
            if match:
                scale, end = SCALES[match[0].strip()], match.end()
    if text[end : end + 1] == "+" and unit_at(text, end + 1):
        more, end = ">=", end + 1
    value = arabic(digits, scale)
    if scale == 1 and text[end : end + 2] == "分之" and "." not in digits:
        return _fraction(text, pos, end, int(value))
    if scale == 1 and text[end : end + 1] == "/" and text[end + 1 : end + 2].isdigit():
        return _slashed(text, pos, end, int(value)) if "." not in digits and "," not in digits else None
    return _with_unit(text, pos, end, value, value, scale, more=more)


def _letter_counts(text: str, pos: int, match: re.Match[str]) -> bool:
    word = match[0].strip()
    if len(word) > 2 or word in ("bn", "mn"):
        return True
    ahead = text[max(0, pos - 2) : pos]
    if ahead and (ahead[-1] in CURRENCY or ahead[-1] in "+-" and ahead[0] in CURRENCY or ahead[-1] == " " and ahead[
        0] in CURRENCY):
        return True
    code = unit_at(text, match.end())
    if word in "kK" and code:
        return True
    return match[0][0] != " " and code is not None and (code[0] in MONEY or code[0] in ("person",
        "count:次", "count:条"))


def _chinese(text: str, pos: int, stop: int) -> Amount | None:
    token = text[pos:stop]
    end = stop
    if text[end : end + 2] == "分之":
        base = {"百": 100, "千": 1000, "万": 10000}.get(token)
        if base is None:
            found = chinese(token)
            base = int(found.low) if found and not found.vague and found.low >= 2 else None
        return _fraction(text, pos, end, base) if base else None
    if token == "半":  # noqa: S105 - a numeral
        return _half(text, pos, end)
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
    if text[end : end + 1] in MORE and text[end : end + 2] not in ("来自", "来源", "来看", "来说", "余额",
        "余下"):
        scaled = _SCALE.match(text, end + 1)
        if scaled or unit_at(text, end + 1, cjk_number=True):
            more, end = MORE[text[end]], end + 1
            if scaled:
                token, end = token + scaled[0].strip(), scaled.end()
    value = chinese(token)
    if value is None:
        return None
    if text[end : end + 1] == "成" and value.high <= 10 and not half:
        return _tenths(text, pos, end, value.low, value.high, value.pair)
    made = _with_unit(text, pos, end, value.low, value.high, 1, value.pair, value.vague, more, cjk=True)
    if made.unit is None:
        return made._replace(scale=10000) if token[-1] in "万亿" and len(token) > 1 else None
    return made._replace(only=len(token) == 1 and not more)


def _with_unit(
    text: str, pos: int, end: int, low: Number, high: Number, scale: int = 1, pair: bool = False, vague: bool = False,
    more: str = "", cjk: bool = False,
) -> Amount:  # fmt: skip
    if text[end : end + 1] == "块" and text[end + 1 : end + 2] in _CENTS and scale == 1:
        low += _CENTS[text[end + 1]] / 10
        return Amount(pos, end + 2, low, low, "CNY")
    special = _HALF_UNIT.match(text, end)
    if special:
        code = {"月": "month", "小时": "hour", "钟头": "hour", "季度": "quarter", "星期": "week"}.get(
            special["unit"], "year")
        if special["what"] == "半":
            return Amount(pos, special.end(), low + 0.5, high + 0.5, code, scale)
        return Amount(pos, special.end(), low, high, code, scale, more=">")
    found = unit_at(text, end, cjk)
    if found is None:
        if not cjk and text[end : end + 1] == "成" and 0 < high <= 10 and scale == 1:
            return _tenths(text, pos, end, low, high, False) or Amount(pos, end, low, high, None, scale)
        return Amount(pos, end, low, high, None, scale, pair, vague, more)
    unit, end = found
    if unit in MONEY or unit in DATA or unit.startswith("count:") or unit in ("person", "L", "kWh"):
        share = per(text, end)
        if share:
            unit, end = f"{unit}/{share[0]}", share[1]
    if text[end : end + 1] == "半" and text[end : end + 2] != "半年" and (unit in TIME or unit == "times"):
        low, high, end = low + 0.5, high + 0.5, end + 1
    elif text[end : end + 1] == "多" and not more and text[end : end + 2] not in ("多少", "多次", "多家",
        "多种", "多元"):
        more, end = ">", end + 1
    return Amount(pos, end, low, high, unit, scale, pair, vague, more)


def _tenths(text: str, pos: int, end: int, low: Number, high: Number, pair: bool) -> Amount | None:
    end += 1
    following = text[end : end + 1]
    if following in DIGITS and following not in "零〇一两":
        return Amount(pos, end + 1, low * 10 + DIGITS[following], high * 10 + DIGITS[following], "%")
    if following == "半":
        return Amount(pos, end + 1, low * 10 + 5, high * 10 + 5, "%")
    if following == "多" and text[end : end + 2] != "多少":
        return Amount(pos, end + 1, low * 10, high * 10, "%", more=">")
    if following and following in _TENTH_BAD:
        return None
    return Amount(pos, end, low * 10, high * 10, "%", pair=pair)


def _fraction(text: str, pos: int, end: int, base: int) -> Amount | None:
    match = _FRACTION.match(text, end)
    if match is None or base == 0:
        return None
    if match["n"][0].isdigit():
        part: Number = arabic(match["n"])
    else:
        found = chinese(match["n"])
        if found is None:
            return None
        part = found.low + (float("0." + "".join(str(DIGITS[c]) for c in match["d"])) if match["d"] else 0)
    low = high = part if base == 100 else 0
    pair = False
    if base != 100:
        low = high = tidy(part * 100, base) if isinstance(part, int) else part * 100 / base
    elif match["n"] and not match["n"][0].isdigit():
        value = chinese(match["n"])
        if value and value.pair:
            low, high, pair = value.low, value.high, True
    return Amount(pos, match.end(), low, high, "%", pair=pair)


def _slashed(text: str, pos: int, end: int, top: int) -> Amount | None:
    match = re.compile(r"/(\d{1,2})(?![\d/.年月])").match(text, end)
    if match is None or not 0 < top < int(match[1]) <= 20 or text[pos - 1 : pos] in ("/", "-"):
        return None
    return Amount(pos, match.end(), tidy(top * 100, int(match[1])), tidy(top * 100, int(match[1])), "%")


def _half(text: str, pos: int, end: int) -> Amount | None:
    rest = text[end : end + 3]
    if rest.startswith("数") and text[pos - 1 : pos] != "大":
        return Amount(pos, end + 1, 50, 50, "%")
    if pos and text[pos - 1] in "一过" and not rest.startswith(("年", "天", "个", "小")):
        return Amount(pos - (text[pos - 1] == "一"), end, 50, 50, "%")
    if pos and text[pos - 1] in "上下前后大多夜折":
        return None
    for word, code in (("个月", "month"), ("年", "year"), ("小时", "hour"), ("个小时", "hour"), ("天",
        "day"), ("个世纪", "century")):
        if text.startswith(word, end):
            return Amount(pos, end + len(word), 0.5, 0.5, code)
    return None


def _introduced(text: str, pos: int, stop: int) -> bool:
    before = text[pos - 1 : pos]
    if before and (before in "上近过超破逾达" or (before in "从由" and stop - pos > 1)):
        return True
    following = text[stop : stop + 1]
    return following in ("余", "多") and unit_at(text, stop + 1) is not None and text[pos] in "百千"
