"""Correcting a figure or a date: whose, what, how much, when."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from desktop.core.figure import COMPARATORS, ROLES, SIGNS, Figure
from desktop.core.forms.base import Form, FormField, Outcome, Words, choices, retold
from desktop.core.forms.numbers import number_words, read_number
from desktop.core.forms.periods import read_period
from desktop.core.period import Period
from desktop.core.text import Text, same
from desktop.core.units import UNITS, unit

DIRECTIONS = {"": Text("没有方向", "none"), "up": Text("上升", "rising"), "down": Text("下降", "falling")}
ONE_UNIT = 12  # characters of a counted thing
NO_NUMBER = Text(
    "“{}”不是一个数。可以写 1200、1,200 或 3.5万。", "“{}” is no number; write 1200, 1,200 or 3.5万."
)
NO_ENDS = Text("至少要填一个数。", "Fill in at least one number.")
TURNED = Text("下限比上限大，请对调。", "The lower end is above the upper one; swap them.")
NEEDS_LOW = Text("“{}”要有下限。", "“{}” needs a lower end.")
NO_UNIT = Text(
    "没有“{}”这个单位。请从列表里选；如果是计数，写成 count:{}。",
    "There is no unit “{}”; choose one of the list, or write count:{} for a count.",
)
NO_PERIOD = Text(
    "“{}”不是时期。可以写 2020、2020-Q4、2020-07、2020-H1、2018→2020 或 近6个月。",
    "“{}” is no period; write 2020, 2020-Q4, 2020-07, 2020-H1, 2018→2020 or last 6 months.",
)
NEEDS_PERIOD = Text("日期要写出是哪一天、哪个月或哪一年。", "A date needs its day, month or year.")
NOTHING_MEASURED = Text("请写出量的是什么，例如“逾期率”。", "Say what is measured, such as a rate.")
_UNITS = tuple((u.code, Text(f"{u.name.zh}（{u.code}）", f"{u.name.en} ({u.code})")) for u in UNITS.values())
_SIGNED = {
    key: Text(f"{SIGNS[key].strip() or '='} {name.zh}", f"{SIGNS[key].strip() or '='} {name.en}")
    for key, name in COMPARATORS.items()
}
FIELDS = (
    FormField("entity", Text("主体", "Entity"), half=True),
    FormField("indicator", Text("指标", "Indicator"), half=True),
    FormField("low", Text("下限或数值", "Value or lower end"), half=True),
    FormField(
        "high", Text("上限", "Upper end"), half=True, hint=Text("与下限相同可不填", "empty: as the lower end")
    ),
    FormField("unit", Text("单位", "Unit"), _UNITS, free=True, half=True),
    FormField("comparator", Text("口径", "Reads as"), choices(_SIGNED), half=True),
    FormField("role", Text("类型", "Role"), choices(ROLES), half=True),
    FormField("direction", Text("方向", "Direction"), choices(DIRECTIONS), half=True),
    FormField("period", Text("时期", "Period"), half=True, hint=same("2020-Q4")),
    FormField("hedge", Text("限定词", "Hedge"), half=True, hint=Text("约、近、超过……", "about, nearly …")),
)


class _Ends(NamedTuple):
    low: Decimal | None
    high: Decimal | None


def words(item: Figure) -> Words:
    """Return a figure as the words of its form."""
    one = item.low is not None and item.low == item.high
    known = dict(_UNITS).get(item.unit)
    return {
        "entity": item.entity.zh,
        "indicator": item.indicator.zh,
        "low": number_words(item.low),
        "high": "" if one else number_words(item.high),
        "unit": known.zh if known else item.unit,
        "comparator": item.comparator,
        "role": item.role,
        "direction": item.direction,
        "period": item.period.text if item.period else "",
        "hedge": item.hedge,
    }


def read(before: Figure, given: Words) -> Outcome[Figure]:
    """Return the figure that the words make; a date has a period and no numbers."""
    problems: dict[str, Text] = {}
    is_date = given["role"] == "date"
    period = _period(before, given["period"], problems)
    if is_date and period is None and "period" not in problems:
        problems["period"] = NEEDS_PERIOD
    ends, code = _Ends(None, None), "date"
    if not is_date:
        ends = _ends(given, problems)
        code = _unit(before, given["unit"].strip(), problems)
        if not (given["indicator"].strip() or given["entity"].strip()):
            problems["indicator"] = NOTHING_MEASURED
    if problems:
        return Outcome(None, problems)
    made = replace(
        before,
        entity=retold(before.entity, given["entity"]),
        indicator=retold(before.indicator, given["indicator"]),
        role=given["role"],
        period=period,
        comparator=given["comparator"],
        low=ends.low,
        high=ends.high,
        unit=code,
        direction="" if is_date else given["direction"],
        hedge=given["hedge"].strip(),
    )
    return Outcome(made, {})


def _period(before: Figure, words_: str, problems: dict[str, Text]) -> Period | None:
    words_ = words_.strip()
    if before.period is not None and words_ == before.period.text:
        return before.period
    found = read_period(words_) if words_ else None
    if words_ and found is None:
        problems["period"] = NO_PERIOD.format(words_)
    return found


def _ends(given: Words, problems: dict[str, Text]) -> _Ends:
    """Read both ends; an equation has both, a bound only its own."""
    found: dict[str, Decimal | None] = {}
    for key in ("low", "high"):
        typed = given[key].strip()
        found[key] = read_number(typed) if typed else None
        if typed and found[key] is None:
            problems[key] = NO_NUMBER.format(typed)
    if problems.keys() & found.keys():
        return _Ends(None, None)
    low, high, sign = found["low"], found["high"], given["comparator"]
    if low is None and high is None:
        problems["low"] = NO_ENDS
    elif low is not None and high is not None and low > high:
        problems["low"] = TURNED
    elif sign in (">", ">=") and low is None:
        problems["low"] = NEEDS_LOW.format(COMPARATORS[sign])
    elif sign in ("<", "<=") and low is not None and high is None:
        low, high = None, low  # the one number of an upper bound is its upper end
    elif sign in ("=", "~"):
        low, high = (high, high) if low is None else (low, low if high is None else high)
    return _Ends(low, high)


def _unit(before: Figure, typed: str, problems: dict[str, Text]) -> str:
    """Return the code of a unit that was chosen, named, or is a count of something."""
    if typed in ("", before.unit):
        return typed
    for code, shown in _UNITS:
        if typed in (code, shown.zh, shown.en, UNITS[code].name.zh, UNITS[code].name.en):
            return code
    thing = typed.removeprefix("count:")
    if unit(typed) is not None and 0 < len(thing) <= ONE_UNIT:
        return typed
    problems["unit"] = NO_UNIT.format(typed, typed)
    return ""


FORM = Form(FIELDS, words, read)
