"""Numbers as written: Arabic with separators, Chinese, and what lies between (几十, 七八十, 十七八, 半)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

Number = int | float
# Groups tell the kind alone; the class before them is what most characters fail by, in the search itself.
NUMERAL: Final = re.compile(
    r"[0-9一二两三四五六七八九十百千万亿几数半《过最未今FQ](?:"
    r"(?<=[0-9])(?P<ar>\d{0,2}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d*(?:\.\d+)?)"
    r"|(?<=[一二两三四五六七八九十百千万亿几数半])"
    r"(?P<cn>(?:[零〇一二两三四五六七八九十百千万亿几半]*[一二两三四五六七八九十百千万亿几半](?<![万亿十百]千(?=[米克瓦])))?)"
    r"|(?<=《)(?P<book>[^《》\n]{1,90}》)"
    r"|(?P<window>(?:(?<=过)去|(?<=最)近|(?<=未)来|(?<=今)后)(?=的? ?[\d一二两三四五六七八九十半]))"
    r"|(?P<fiscal>(?<=F)Y ?'?(?:20)?\d\d(?!\d)|(?<=Q)[1-4](?= ?(?:FY)?'?20\d\d(?!\d))))"
)
LONGEST: Final = 30  # characters of a numeral; more are a code, and Python reads no integer of 5,000 digits
DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
STEPS = {"十": 10, "百": 100, "千": 1000}
BIG = {"万": 10**4, "亿": 10**8}
SCALES = {
    "亿亿": 10**16, "万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "千万": 10**7, "百万": 10**6,
    "十万": 10**5,
    "亿": 10**8, "万": 10**4, "千": 10**3, "百": 100,
}  # fmt: skip
LETTERS = {
    "trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 10**3,
    "bn": 10**9, "mn": 10**6, "tn": 10**12, "m": 10**6,
    "K": 10**3, "k": 10**3, "w": 10**4, "M": 10**6, "B": 10**9, "T": 10**12,
}  # fmt: skip
_PAIR = re.compile(
    r"(?<![零〇一二两三四五六七八九])([一二两三四五六七八])([二两三四五六七八九])(?![零〇一二两三四五六七八九])"
)
_PLAIN_DIGITS = re.compile(r"[零〇一二三四五六七八九]{2,}")


class Chinese(NamedTuple):
    """A Chinese number: one value, two neighbours (``pair``) or only a lower bound (``vague``)."""

    low: Number
    high: Number
    pair: bool = False
    vague: bool = False


def arabic(digits: str, scale: int = 1) -> Number:
    """Return the exact value of digits with thousands separators and a decimal point, times ``scale``."""
    if "," in digits:
        digits = digits.replace(",", "")
    whole, _, fraction = digits.partition(".")
    if not fraction:
        return int(whole) * scale
    divisor: int = 10 ** len(fraction)
    value = int(whole + fraction) * scale
    return value / divisor if value % divisor else value // divisor


def tidy(value: int, divisor: int) -> Number:
    """Divide exactly where that gives a whole number."""
    whole, rest = divmod(value, divisor)
    return value / divisor if rest else whole


@lru_cache(maxsize=4096)
def chinese(token: str) -> Chinese | None:
    """Read a run of Chinese numerals; None where it is no number (几 alone)."""
    if token == "半":  # noqa: S105 - a numeral
        return Chinese(0.5, 0.5)
    if "半" in token:
        return None
    if token[0] == "数":
        low = _plain(token[1:]) if len(token) > 1 else None
        return Chinese(low, low, vague=True) if low else None
    if "几" in token:
        low = _plain(token.replace("几", "", 1)) if len(token) > 1 else None
        return Chinese(low, low, vague=True) if low else None
    pair = _PAIR.search(token)
    if pair and DIGITS[pair[1]] < DIGITS[pair[2]]:
        a, b = pair.span()
        low, high = _plain(token[:a] + pair[1] + token[b:]), _plain(token[:a] + pair[2] + token[b:])
        return Chinese(low, high, pair=True) if low and high else None
    value = _plain(token)
    return None if value is None else Chinese(value, value)


def _plain(token: str) -> int | None:
    if _PLAIN_DIGITS.fullmatch(token):
        return int("".join(str(DIGITS[c]) for c in token))
    total = section = 0
    digit: int | None = None
    last = 10
    for c in token:
        if c in DIGITS:
            digit = DIGITS[c]
            if digit == 0:
                digit, last = None, 10
        elif c in STEPS:
            last = STEPS[c]
            section += (1 if digit is None else digit) * last
            digit = None
        else:
            big = BIG.get(c)
            if big is None:
                return None
            section += digit or 0
            if big == 10**8 or total == 0 or section == 0:
                total = (total + section if total + section else 1) * big
            else:
                total += section * big
            section, digit, last = 0, None, big
    return total + section + (digit * last // 10 if digit and last > 10 else digit or 0)
