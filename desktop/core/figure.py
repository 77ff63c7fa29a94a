"""One quantity of a text, such that it makes sense read alone: whose, what, when, how much."""

from __future__ import annotations

from decimal import Decimal

from desktop.core.period import Period
from desktop.core.span import Anchor, OriginalRef
from desktop.core.text import DOT, Text, same
from desktop.core.units import unit
from desktop.core.value import kept, value

COMPARATORS: dict[str, Text] = {
    "=": Text("等于", "equal to"),
    ">=": Text("不低于", "at least"),
    "<=": Text("不高于", "at most"),
    ">": Text("高于", "more than"),
    "<": Text("低于", "less than"),
    "~": Text("约", "about"),
}
ROLES: dict[str, Text] = {
    "level": Text("水平", "level"),
    "change": Text("变化", "change"),
    "ratio": Text("占比", "share"),
    "rank": Text("排名", "rank"),
    "threshold": Text("门槛", "limit"),
    "date": Text("日期", "date"),
}
LEAST_POWER, GREATEST_POWER = -12, 20  # of the numbers that are printed in full
MOST_DIGITS, MOST_DECIMALS = 12, 10  # of a number that was written; more come of a division (三分之一)
SIGNS = {"=": "", ">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< ", "~": "≈ "}


@value
class Figure:
    """A quantity; values are in ``unit`` with the scale applied, as exact decimals; an open end is None."""

    id: str
    factor: str
    entity: Text
    indicator: Text
    role: str
    period: Period | None
    comparator: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    direction: str
    hedge: str
    as_printed: str
    anchor: Anchor
    table: str = ""
    row: int | None = None
    col: int | None = None
    change_from: str = ""
    negated: bool = False
    original: OriginalRef | None = None

    @kept
    def is_date(self) -> bool:
        """Whether this is a date rather than an amount."""
        return self.role == "date"

    @kept
    def value(self) -> float | None:
        """One number to place the figure by: the point, the closed end, or the middle of a range."""
        ends = [float(v) for v in (self.low, self.high) if v is not None]
        return sum(ends) / len(ends) if ends else None

    def shown(self) -> Text:
        """The quantity as cards, tree and tooltips show it: sign, number, unit; a date as its period."""
        if self.is_date:
            return self.period.shown() if self.period else same(self.as_printed)
        sign = {"up": "+", "down": "−"}.get(self.direction, "") if self.role == "change" else ""
        head = SIGNS[self.comparator] + sign
        ends = [v for v in (self.low, self.high) if v is not None]
        if self.role == "rank":
            return (
                Text(f"前 {ends[-1]}", f"top {ends[-1]}")
                if self.comparator == "<="
                else Text(f"第 {ends[0]} 位", f"no. {ends[0]}")
            )
        low, high = readable(ends[0], self.unit), readable(ends[-1], self.unit)
        if len(ends) == 2 and ends[0] != ends[1]:
            return Text(head + _range(low.zh, high.zh), head + _range(low.en, high.en))
        return Text(head + low.zh, head + low.en)

    @property
    def label(self) -> Text:
        """What lists call it: what it measures, else whose it is, else the words of the text."""
        known = next((t for t in (self.indicator, self.entity) if t.zh), None)
        return known or same(f"“{self.as_printed}”")

    def named(self) -> Text:
        """Whose and what: entity and indicator."""
        return DOT.join((self.entity, self.indicator))


def _range(low: str, high: str) -> str:
    """Join two readings; a unit word that both end in is said once."""
    tail = f" {low.rpartition(' ')[2]}"
    return f"{low.removesuffix(tail)}–{high}" if high.endswith(tail) else f"{low}–{high}"


def plain(value: Decimal) -> str:
    """Print a decimal without trailing zeros, thousands separated; with an exponent where nobody would read it all."""
    if value and not LEAST_POWER <= value.adjusted() <= GREATEST_POWER:
        return f"{value:.6g}"
    _, digits, exponent = value.as_tuple()
    if len(digits) > MOST_DIGITS and isinstance(exponent, int) and -exponent > MOST_DECIMALS:
        value = round(value, max(0, 3 - value.adjusted()))
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def readable(value: Decimal, code: str) -> Text:
    """Print a value with its unit: 万 and 亿 in Chinese, thousands in English."""
    known = unit(code)
    zh_number = plain(value)
    for scale, word in ((Decimal(10**8), "亿"), (Decimal(10**4), "万")):
        if abs(value) >= scale:
            zh_number = f"{plain(value / scale)} {word}"
            break
    if known is None:
        return Text(zh_number, plain(value))
    tight = known.code in ("%", "permille")
    join = "" if tight else " "
    zh_join = "" if tight or zh_number[-1] in "万亿" else " "
    name = known.name
    if known.code == "grade":
        return Text(f"{zh_number} {name.zh}", f"{name.en} {plain(value)}")
    if known.code == "CNY":
        return Text(f"{zh_number}{zh_join}元", f"¥{_short(value)}")
    return Text(f"{zh_number}{zh_join}{name.zh}", f"{_short(value)}{join}{name.en}")


def _short(value: Decimal) -> str:
    for scale, word in ((Decimal(10**9), "bn"), (Decimal(10**6), "m")):
        if abs(value) >= scale:
            return f"{plain(value / scale)}{word}"
    return plain(value)
