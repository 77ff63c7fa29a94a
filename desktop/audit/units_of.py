"""Nouns that only say what a unit counts: 次数 of 次, 客流 of 人次."""

from __future__ import annotations

from typing import Final

_NOUNS: Final = {
    "person": ("员", "编", "招", "人数", "人员", "人手", "规模", "队伍", "人头"),
    "count:人次": ("客流", "客流量", "客运量", "人次", "人数", "流量", "人气", "运量"),
    "count:家": ("家数", "网点", "数量", "店数"),
    "count:辆": ("车辆", "数量", "车数"),
    "count:次": ("次数", "频次", "频率", "频度"),
    "day": ("天数", "时间", "用时", "时长", "周期"), "hour": ("时间", "用时", "时长"),
    "minute": ("时间", "用时", "时长"), "CNY": ("金额", "价钱", "数额"), "%": ("比例", "比率", "息"),
}  # fmt: skip


def names_unit(word: str, unit: str) -> bool:
    """Whether a noun names nothing but what a unit counts."""
    base = unit.partition("/")[0]
    measure = base.removeprefix("count:")
    generic = (f"{measure}数", f"{measure}量", f"{measure}次", measure, "数量", "总数", "总量", "规模")
    return word in generic or word in _NOUNS.get(base, ())
