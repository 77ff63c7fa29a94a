"""Numbers in sentences: in Chinese as the text prints them, in English with English units, never as raw floats."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from desktop.audit.interval import INF, Interval
from desktop.audit.printed import same_digits, value_in_two
from desktop.core.figure import SIGNS, Figure, plain
from desktop.core.text import Text, same
from desktop.core.units import UNITS, unit
from desktop.core.value import once

_CHINESE: Final = re.compile(r"[\u3007\u4e00-\u9fff\uff01-\uff5e]")
_BARE: Final = re.compile(r"[\d,，.\s]*\d")
_NUMBERS: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALES: Final = {1.0: "", 1e3: "千", 1e4: "万", 1e6: "百万", 1e8: "亿", 1e12: "万亿"}
_BY_SIZE: Final = (1e12, 1e8, 1e4)
_ENGLISH: Final = ((Decimal(10**12), "tn"), (Decimal(10**9), "bn"), (Decimal(10**6), "m"))
_MANY: Final = 1e5  # from here on a number without 万 is hard to read
_LONG: Final = 24  # characters of a quotation that a sentence can carry
_INNER, _WHOLE = str.maketrans("“”", "‘’"), 10  # from which on a computed count is rounded to whole things
_DIGITS: Final = 4  # of a computed number; its whole part is never cut
# Measure words that English has a noun for; it leaves out the others (40名 is 40, 28家 is 28).
_THINGS: Final = {
    "次": "times", "轮": "rounds", "笔": "transactions", "辆": "vehicles", "单": "orders", "集": "episodes",
    "页": "pages", "票": "votes", "天": "days", "番": "doublings", "维度": "dimensions",
}  # fmt: skip
_NAMES: Final = {
    "pp": "percentage points", "bp": "basis points", "count:台": "", "count:家": "", "count:件": "", "count:条": "",
    "count:点": "",
}  # fmt: skip
_SINGULAR: Final = {"people": "person", "feet": "foot", "inches": "inch"}
_Printer = Callable[[Decimal, str], str]


def number(value: float, places: int = 1) -> str:
    """Rounded to some decimals, more where that would leave nothing, without trailing zeros."""
    if value in (INF, -INF):
        return "∞" if value > 0 else "−∞"
    while value and places < 6 and abs(round(value, places)) < 10.0 ** (1 - places) * 0.9:
        places += 1
    text = f"{abs(value):,.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"−{text}" if value < 0 and text != "0" else text


def percent(value: float) -> str:
    """A percentage, unsigned: direction is said in words."""
    return f"{number(abs(value))}%"


def signed_percent(value: float) -> str:
    """A percentage with its sign, as the result of a subtraction."""
    return f"{number(value)}%"


def span_of(found: Interval, suffix: str = "%") -> str:
    """An interval of magnitudes; a point where both ends print alike."""
    low, high = sorted((found.low, found.high))
    if high == INF:
        return f"≥ {number(low)}{suffix}"
    if low == -INF:
        return f"≤ {number(high)}{suffix}"
    left, right = number(low), number(high)
    return f"{left}{suffix}" if left == right else f"{left}{suffix}–{right}{suffix}"


def flat(words: str) -> str:
    """On one line, with single blanks."""
    return words if words.isalnum() else " ".join(words.split())


def is_chinese(words: str) -> bool:
    """Whether words need Chinese to be read."""
    return bool(_CHINESE.search(words))


def quote(words: str | Text) -> Text:
    """Words of the text, or a title, in quotation marks; those inside become single ones."""
    each = words if isinstance(words, Text) else same(words)
    return Text(*(f"“{flat(w).strip().translate(_INNER)}”" for w in each))


def formula(pattern: str, *parts: object) -> Text:
    """Arithmetic in both languages: the same signs, each number in its own units."""
    return Text(pattern.replace("; ", "；"), pattern).format(*parts)


@once
def stated(figure: Figure) -> Text:
    """A figure as the text states it, with its comparator words; one that was corrected as it was corrected."""
    words = flat(figure.anchor.quote)
    if not figure.id:  # a turn of phrase such as 腰斩
        return quote(words)
    return _shown(figure, words if 0 < len(words) <= _LONG else flat(figure.as_printed), signs=True)


@once
def bare(figure: Figure) -> Text:
    """Number and unit only; a cell gets the unit of its header."""
    return _shown(figure, flat(figure.as_printed), signs=False)


def _shown(figure: Figure, words: str, *, signs: bool) -> Text:
    if figure.is_date:
        shown = figure.period.shown().en if figure.period is not None else words
        return Text(words, words if not is_chinese(words) else f"“{shown}”" if is_chinese(shown) else shown)
    sign = SIGNS[figure.comparator] if signs and figure.role != "rank" else ""
    return _quantity(_Quantity(words, figure.as_printed, figure.low, figure.high, figure.unit, sign))


class _Quantity(NamedTuple):
    """What the printing of an amount depends on: most are printed several times."""

    words: str
    as_printed: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    sign: str


@lru_cache(maxsize=20_000)
def _quantity(of: _Quantity) -> Text:
    if not _as_printed(of):
        return Text(_ends(of, _chinese), _ends(of, _english))
    zh = _with_unit(of)
    if not is_chinese(of.words):
        return Text(zh, of.words if zh == of.words else _ends(of, _english))
    return Text(zh, _ends(of, _english) or f"“{of.words}”")


def _as_printed(of: _Quantity) -> bool:
    """Whether an amount still has the digits that the text prints, times a scale; a person may have corrected it."""
    if (two := value_in_two(of.as_printed)) is not None:
        return math.isclose(float(of.low or 0), two)
    numbers = [float(n.replace(",", "")) for n in _NUMBERS.findall(of.as_printed)]
    ends = [float(v) for v in (of.low, of.high) if v is not None]
    if not numbers or not ends:
        return True
    return same_digits(ends[0], numbers[0]) and same_digits(
        ends[-1], numbers[-1 if ends[0] != ends[-1] else 0]
    )


def _with_unit(of: _Quantity) -> str:
    """Add the unit that a cell takes from its header."""
    known = unit(of.unit)
    if known is None or not _BARE.fullmatch(of.words):
        return of.words
    scale = _scale(of)
    return f"{of.words}{_SCALES[scale]}{known.name.zh}" if scale in _SCALES else of.words


def _scale(of: _Quantity | Figure) -> float:
    """By what the printed number was multiplied: 1e4 where the text says 万."""
    found, value = _NUMBERS.search(of.as_printed), of.high if of.low is None else of.low
    printed = float(found[0].replace(",", "")) if found else 0.0
    if not printed or not value:
        return 1.0
    ratio = abs(float(value)) / printed
    return next((s for s in _SCALES if math.isclose(ratio, s, rel_tol=1e-9)), 0.0)


def _ends(of: _Quantity, one: _Printer) -> str:
    ends = [v for v in (of.low, of.high) if v is not None]
    if not ends:
        return ""
    first, last = one(ends[0], of.unit), one(ends[-1], of.unit)
    if first == last:
        return of.sign + first
    tail = first.lstrip("−0123456789,.")
    return f"{of.sign}{first.removesuffix(tail) if tail and last.endswith(tail) else first}–{last}"


def _chinese(value: Decimal, code: str) -> str:
    size = next((s for s in _BY_SIZE if abs(value) >= s), 1.0)
    return f"{plain(value / Decimal(size))}{_SCALES[size]}{zh_name(code)}"


def _english(value: Decimal, code: str) -> str:
    if code == "rank":
        return f"no. {plain(value)}"
    name = en_name(code)
    if code == "CNY":
        return f"¥{_short(value)}"
    tight = code in ("%", "permille")
    if abs(value) == 1:
        name = _SINGULAR.get(name, name if name.endswith("ps") or len(name) < 3 else name.removesuffix("s"))
    return f"{_short(value)}{'' if tight or not name else ' '}{name}"


def _short(value: Decimal) -> str:
    for size, word in _ENGLISH:
        if abs(value) >= size:
            return f"{plain(value / size)}{word}"
    return plain(value).replace("-", "−")


def zh_name(code: str) -> str:
    """The Chinese name of a unit, "" of none."""
    known = unit(code)
    return known.name.zh if known is not None else ""


@lru_cache(maxsize=1000)
def en_name(code: str) -> str:
    """The English name of a unit as a sentence wants it; a measure word that English has not is left out."""
    if code in _NAMES:
        return _NAMES[code]
    if code in UNITS:
        return UNITS[code].name.en
    amount, _, per = code.partition("/")
    if per:
        each = [_THINGS.get(p) or en_name(p) or p for p in per.split("/")]
        steps = [s.removesuffix("s") if len(s) > 2 else s for s in each if not is_chinese(s)]
        return " per ".join([en_name(amount), *steps]).strip()
    thing = code.removeprefix("count:")
    return "" if thing == code else _THINGS.get(thing, "" if is_chinese(thing) else thing)


def amount(value: float, like: Figure, *, exact: bool = False) -> Text:
    """A computed value in the unit of a figure and at its scale; ``value`` counts in the base unit.

    Printed with four digits, or ``exact`` (a sum), with all that it has.
    """
    known = unit(like.unit)
    own = value / (known.factor if known is not None else 1.0)
    if not math.isfinite(own):
        return same("∞" if own > 0 else "−∞")
    scale = _scale(like) or 1.0
    scale = 1e4 if scale == 1e6 else scale  # 80 million is 8,000万 in Chinese
    least, most = (0.1 if exact else 1), (_MANY if exact or scale == 1 else _MANY / 10)
    if not least <= abs(own) / scale < most:
        scale = next((s for s in _BY_SIZE if abs(own) >= s), 1.0)
    shown = own / scale
    places = 6 if exact else max(0, _DIGITS - 1 - (math.floor(math.log10(abs(shown))) if shown else 0))
    if not exact and scale == 1 and abs(shown) >= _WHOLE and like.unit.startswith(("count:", "person")):
        places = 0  # things come whole
    rounded = Decimal(str(round(shown, places)))
    zh = f"{plain(rounded)}{_SCALES[scale]}{zh_name(like.unit)}".replace("-", "−")
    return Text(zh, _english(rounded * Decimal(scale), like.unit).replace("-", "−"))
