"""Axes: where ticks stand and how they read, for numbers, logarithms, time and categories."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from desktop.core.text import Text, same

LOG_RATIO = 200.0  # ranges that span more than this would be slivers on a linear axis


class Tick(NamedTuple):
    """A position in plot coordinates and its label."""

    at: float
    text: Text


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of a plot, from ``low`` to ``high`` in plot coordinates.

    These are log10 of the value where ``kind`` is "log"; ``whole`` puts ticks at whole numbers only.
    """

    kind: Literal["number", "log", "time", "category"]
    low: float
    high: float
    labels: tuple[Text, ...] = ()
    whole: bool = False

    def place(self, value: float) -> float:
        """Return where a value stands in plot coordinates."""
        return math.log10(value) if self.kind == "log" else value

    def ticks(self, low: float, high: float, count: int) -> tuple[Tick, ...]:
        """Return about ``count`` ticks between two plot coordinates; of categories, all that are visible."""
        if self.kind == "category":
            return tuple(Tick(float(i), t) for i, t in enumerate(self.labels) if low <= i <= high)
        if self.kind == "time":
            return time_ticks(low, high, count)
        if self.kind == "log":
            return log_ticks(low, high, count)
        places = nice_ticks(low, high, count, whole=self.whole)
        while len(places) < 2 and count < 12:  # a lone zero says nothing about the scale
            count += 1
            places = nice_ticks(low, high, count, whole=self.whole)
        return tuple(Tick(p, t) for p, t in zip(places, tick_texts(places), strict=True))


def nice_step(span: float, count: int) -> float:
    """Return the 1, 2, 2.5 or 5 × 10ⁿ that divides ``span`` into at most ``count`` steps."""
    if not span > 0 or not math.isfinite(span):
        return 1.0
    rough = span / max(1, count)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(m * power for m in (1.0, 2.0, 2.5, 5.0, 10.0) if m * power >= rough * (1 - 1e-9))


def nice_ticks(low: float, high: float, count: int, *, whole: bool = False) -> tuple[float, ...]:
    """Return round numbers between ``low`` and ``high``."""
    step = nice_step(high - low, count)
    if whole and step < 5:
        step = 1.0 if step <= 1 else 2.0 if step <= 2 else 5.0
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return tuple(i * step for i in range(first, last + 1))


def tick_texts(places: tuple[float, ...]) -> tuple[Text, ...]:
    """Print the ticks of one axis alike: 万 and 亿 in Chinese, m and bn in English."""
    top = max((abs(p) for p in places), default=0.0)
    zh = _words(places, top, ((1e8, " 亿"), (1e4, " 万")))
    en = _words(places, top, ((1e9, "bn"), (1e6, "m")))
    return tuple(Text(a, b) for a, b in zip(zh, en, strict=True))


def _words(places: tuple[float, ...], top: float, scales: tuple[tuple[float, str], ...]) -> list[str]:
    scale, word = next((s for s in scales if top >= s[0]), (1.0, ""))
    shown = [p / scale for p in places]
    if top and (top / scale < 1e-4 or top / scale >= 1e7):
        return [f"{p:g}{word}".replace("-", "−") if p else "0" for p in shown]
    digits = next((d for d in range(9) if all(math.isclose(round(p, d), p, abs_tol=1e-9) for p in shown)), 9)
    return [f"{p:,.{digits}f}{word}".replace("-", "−") if p else "0" for p in shown]


def log_ticks(low: float, high: float, count: int) -> tuple[Tick, ...]:
    """Return ticks at powers of ten (coordinates are log10), with 2 and 5 between where there is room."""
    step = max(1, math.ceil((high - low) / max(1, count)))
    steps = (1.0, 2.0, 5.0) if (high - low) * 3 <= count else (1.0,)
    values = [
        m * 10.0**power
        for power in range(math.floor(low), math.ceil(high) + 1, step)
        for m in steps
        if low - 1e-9 <= math.log10(m * 10.0**power) <= high + 1e-9
    ]
    return tuple(Tick(math.log10(v), tick_texts((v,))[0]) for v in values)


def decimal_year(day: date) -> float:
    """Return a day as a decimal year: the first day of 2020 is 2020.0."""
    start = date(day.year, 1, 1)
    length = 366 if day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0) else 365
    return day.year + (day - start).days / length


def time_ticks(low: float, high: float, count: int) -> tuple[Tick, ...]:
    """Return ticks at years, or at quarters or months when few years are visible."""
    span = high - low
    if span <= 0 or span >= 1.5:
        step = max(1, math.ceil(nice_step(span, count)))
        first = math.ceil(low / step - 1e-9) * step
        return tuple(Tick(float(y), same(str(y))) for y in range(first, math.floor(high + 1e-9) + 1, step))
    parts = 12 if span * 12 <= count else 4
    found = []
    for i in range(math.ceil(low * parts - 1e-6), math.floor(high * parts + 1e-6) + 1):
        year, part = divmod(i, parts)
        if not 1 <= year <= 9999:
            continue
        found.append(Tick(decimal_year(date(year, part * (12 // parts) + 1, 1)), _part(year, part, parts)))
    return tuple(found)


def _part(year: int, part: int, parts: int) -> Text:
    if parts == 4:
        return Text(f"{year} Q{part + 1}", f"Q{part + 1} {year}")
    name = date(2000, part + 1, 1).strftime("%b")
    return Text(f"{year}-{part + 1:02d}", f"{name} {year}")


def value_axis(values: list[float], kind: Literal["number", "log", "time"], *, zero: bool) -> Axis:
    """Return the axis of values, rounded out to ticks; ``zero`` for bars, whose length must be honest."""
    if kind == "log":
        logs = [math.log10(v) for v in values if v > 0] or [0.0]
        return Axis("log", min(logs) - 0.15, max(logs) + 0.15)
    low, high = min(values, default=0.0), max(values, default=1.0)
    if kind == "time":
        pad = max(0.25, (high - low) * 0.04)
        return Axis("time", low - pad, high + pad)
    if zero or 0 <= low <= (high - low) * 0.5:
        low, high = min(0.0, low), max(0.0, high)
    if low == high:
        low, high = (low - abs(low) * 0.5 - (low == 0), high + abs(high) * 0.5 + (high == 0))
    step = nice_step(high - low, 5)
    bottom, top = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    return Axis("number", bottom, top, whole=high - low >= 2 and all(v == round(v) for v in values))
