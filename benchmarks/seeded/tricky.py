"""Correct sentences made from unrounded numbers: whatever rounding and hedges do to them, they are true."""

from __future__ import annotations

import random

NAMES = (
    "销量",
    "产量",
    "营业收入",
    "客流",
    "会员数",
    "投诉量",
    "库存",
    "能耗",
    "出口额",
    "用电量",
    "订单量",
    "门诊量",
)
UNITS = {"销量": "万辆", "产量": "万吨", "营业收入": "亿元", "客流": "万人次", "会员数": "万人",
         "投诉量": "件", "库存": "万件", "能耗": "万吨",
         "出口额": "亿元", "用电量": "亿度", "订单量": "万单", "门诊量": "万人次"}  # fmt: skip


def sentences(count: int, seed: int = 7) -> list[str]:
    """Return ``count`` true sentences, of a dozen forms."""
    rng = random.Random(seed)
    return [FORMS[n % len(FORMS)](rng) for n in range(count)]


def _pair(rng: random.Random) -> tuple[str, str, float, float]:
    name = rng.choice(NAMES)
    before = rng.uniform(2, 90)
    return name, UNITS[name], before, before * rng.uniform(1.06, 2.4)


def _rounded_rise(rng: random.Random) -> str:
    name, unit, a, b = _pair(rng)
    return f"{name}由{a:.1f}{unit}增至{b:.1f}{unit}，增长{(b / a - 1) * 100:.0f}%。"


def _rounded_fall(rng: random.Random) -> str:
    name, unit, a, b = _pair(rng)
    return f"{name}从{b:.1f}{unit}降到{a:.1f}{unit}，下降{(1 - a / b) * 100:.1f}%。"


def _exact_inputs(rng: random.Random) -> str:
    name, unit, a, b = _pair(rng)
    a, b = round(a, 2), round(b, 2)
    return f"{name}由{a:.2f}{unit}增至{b:.2f}{unit}，增幅约{(b / a - 1) * 100:.0f}%。"


def _points(rng: random.Random) -> str:
    a = rng.uniform(10, 60)
    b = a + rng.uniform(1, 20)
    return f"覆盖率从{a:.1f}%提高到{b:.1f}%，提高{b - a:.1f}个百分点。"


def _share_relative(rng: random.Random) -> str:
    a = rng.uniform(10, 40)
    b = a * rng.uniform(1.2, 1.9)
    return f"渗透率由{a:.1f}%升至{b:.1f}%，升幅{(b / a - 1) * 100:.0f}%。"


def _times(rng: random.Random) -> str:
    n, a = rng.randint(2, 6), rng.randint(20, 90)
    return f"网点从{a}个增加到{a * (n + 1)}个，增长{n}倍。"


def _as_times(rng: random.Random) -> str:
    n, a = rng.randint(2, 6), rng.randint(20, 90)
    return f"网点从{a}个增加到{a * n}个，增长到原来的{n}倍。"


def _over(rng: random.Random) -> str:
    name, unit, a, b = _pair(rng)
    bound = int((b / a - 1) * 100 * 0.9)
    return f"{name}由{a:.1f}{unit}增至{b:.1f}{unit}，增长超过{bound}%。"


def _nearly(rng: random.Random) -> str:
    name, unit, a, b = _pair(rng)
    return f"{name}从{b:.1f}{unit}减少到{a:.1f}{unit}，减少近{(1 - a / b) * 100 + 0.8:.0f}%。"


def _tenths(rng: random.Random) -> str:
    n = rng.randint(2, 6)
    a = rng.uniform(20, 80)
    return f"库存由{a:.1f}万件降为{a * (1 - n / 10):.1f}万件，下降约{'二三四五六'[n - 2]}成。"


def _sum(rng: random.Random) -> str:
    parts = [rng.uniform(1, 9) for _ in range(3)]
    shown = "、".join(f"{p:.1f}亿元" for p in parts[:2])
    return f"三项支出分别为{shown}和{parts[2]:.1f}亿元，合计{sum(parts):.1f}亿元。"


def _share_of(rng: random.Random) -> str:
    n = rng.randint(20, 90)
    k = rng.randint(3, n - 2)
    return f"抽查的{n}件样品中，有{k / n * 100:.0f}%合格。"


def _english(rng: random.Random) -> str:
    a = rng.uniform(20, 80)
    b = a * rng.uniform(1.1, 1.9)
    return f"Sales rose from ${a:.1f} million to ${b:.1f} million, an increase of {(b / a - 1) * 100:.0f}%."


def _average(rng: random.Random) -> str:
    a, rate, years = rng.uniform(10, 60), rng.uniform(0.04, 0.3), rng.randint(2, 5)
    first, b = 2023 - years, a * (1 + rate) ** years
    return f"产值从{first}年的{a:.2f}亿元增至2023年的{b:.2f}亿元，年均增长{rate * 100:.1f}%。"


FORMS = (_rounded_rise, _rounded_fall, _exact_inputs, _points, _share_relative, _times, _as_times, _over, _nearly,
         _tenths, _sum, _share_of, _english, _average)  # fmt: skip
