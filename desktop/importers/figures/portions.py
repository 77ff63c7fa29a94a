"""Parts of a whole in words: 八成二, 三分之二, 百分之三十, 1/4, 半数; and the record of an amount."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.importers.figures.numerals import DIGITS, Number, arabic, chinese, tidy
from desktop.importers.figures.units import MONEY, TIME

_FRACTION = re.compile(
    r"分之(?P<n>\d{1,18}(?!\d)(?:\.\d{1,18}(?!\d))?|[一二三四五六七八九十百]{1,18})(?:点(?P<d>[零一二三四五六七八九]+))?"
)
_TENTH_BAD = frozenset("为功员长本立熟果就交不都语语名人绩品分套见年因份效")
_SHARED_OUT = ("分红", "分账", "分给")
_LENT = re.compile(r"(?P<time>[月年])(?:利?息|利)(?:为|是|约|按|高达|要|收)?$")
_CENTS = re.compile(r"(?P<unit>[分厘])(?P<more>[一二三四五六七八九](?:厘)?)?(?![之钱钟币红配析期])")
_ABSTRACT = re.compile(
    r"(?:方面|层面|维度|角度|方向|原因|阶段|特点|问题|因素|关键|层次|字|核心|人都|极端|世界|样子)"
)
_IDIOM = re.compile(
    r"(?:三道红线|一年一|一天天|一步步|一次次|一家家|一条条|一笔笔|一件件|三步走|两步走|两会|三农|三位一体|"
    r"两位数|三位数|双位数|一家人|一家子|一条龙|一条心|"
                    r"一年四季|两口子|两条腿|一回事|三天两头|两头|一家独|一家之|一天到晚|三番[五两]次|六日(?!内)|[三四][六七]分|三分钟热度|一次性|一手|两手|"
                    r"两岸|万家灯火|一日三餐)")  # fmt: skip
_SLASH = re.compile(r"/(\d{1,2})(?![\d/.年月])")


_REACH = 5  # characters before a rate of interest that tell its time


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
        if (
            text[self.start : self.start + 1] == "二"
            and self.end - self.start == 2
            and self.unit not in ("%", "pp")
        ):
            return True
        if self.low == 1 and self.unit is not None:
            if self.unit in ("%", "pp", "times", "bp", "count:番") or self.unit in MONEY:
                return False
            if self.unit in TIME and text[self.end : self.end + 1] in (
                "内",
                "后",
                "以",
                "之",
                "间",
                "多",
                "半",
            ):
                return False
            return not (self.unit in TIME and text[self.start - 1] in "仅足到过长为每短的期了第需要满")
        return bool(self.unit and self.unit.startswith("count:") and _ABSTRACT.match(text, self.end))


def tenths(text: str, pos: int, end: int, low: Number, high: Number, pair: bool) -> Amount | None:
    """Read 成 and what follows it: 八成, 八成二, 六成半."""
    end += 1
    following = text[end : end + 1]
    if following in DIGITS and following not in "零〇一两":
        return Amount(pos, end + 1, low * 10 + DIGITS[following], high * 10 + DIGITS[following], "%")
    if following == "半":
        return Amount(pos, end + 1, low * 10 + 5, high * 10 + 5, "%")
    if following == "多" and text[end : end + 2] != "多少":
        return Amount(pos, end + 1, low * 10, high * 10, "%", more=">")
    if following and following in _TENTH_BAD and text[end : end + 2] not in _SHARED_OUT:
        return None
    return Amount(pos, end, low * 10, high * 10, "%", pair=pair)


def lent(text: str, pos: int, end: int, low: Number) -> Amount | None:
    """Read what lenders say of interest: 月息一分五 is 1.5% a month, 年息一分 is 10% a year, 八厘 a tenth of 分."""
    told = _LENT.search(text, max(0, pos - _REACH), pos)
    found = _CENTS.match(text, end) if told is not None else None
    if told is None or found is None:
        return None
    size = (100 if told["time"] == "年" else 10) // (10 if found["unit"] == "厘" else 1)
    more = DIGITS[found["more"][0]] if found["more"] and found["unit"] == "分" else 0
    stop = found.end() if more or not found["more"] else found.end("unit")
    rate = tidy(round((low * 10 + more) * size), 100)
    return Amount(pos, stop, rate, rate, "%")


def fraction(text: str, pos: int, end: int, base: int) -> Amount | None:
    """Read what follows 分之 as a share of 100."""
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


def slashed(text: str, pos: int, end: int, top: int) -> Amount | None:
    """Read 1/4 as a share of 100."""
    match = _SLASH.match(text, end)
    if match is None or not 0 < top < int(match[1]) <= 20 or text[pos - 1 : pos] in ("/", "-"):
        return None
    return Amount(pos, match.end(), tidy(top * 100, int(match[1])), tidy(top * 100, int(match[1])), "%")


def half(text: str, pos: int, end: int) -> Amount | None:
    """Read 半 before a unit of time, 半数, 一半 and 过半."""
    rest = text[end : end + 3]
    if rest.startswith("数") and text[pos - 1 : pos] != "大":
        return Amount(pos, end + 1, 50, 50, "%")
    if pos and text[pos - 1] in "一过" and not rest.startswith(("年", "天", "个", "小")):
        return Amount(pos - (text[pos - 1] == "一"), end, 50, 50, "%")
    if pos and text[pos - 1] in "上下前后大小多夜折":
        return None
    for word, code in (
        ("个月", "month"),
        ("年", "year"),
        ("小时", "hour"),
        ("个小时", "hour"),
        ("天", "day"),
        ("个世纪", "century"),
    ):
        if text.startswith(word, end):
            return Amount(pos, end + len(word), 0.5, 0.5, code)
    return None
