"""How a figure reads alone, in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.core.figure import Figure, plain, readable
from desktop.core.period import Period
from desktop.core.span import Anchor
from desktop.core.text import Text


def figure(
    low: str | None,
    high: str | None,
    unit: str = "%",
    comparator: str = "=",
    role: str = "level",
    direction: str = "",
    period: Period | None = None,
) -> Figure:
    return Figure(
        "fig-1",
        "fac-1",
        Text("甲", "A"),
        Text("占比", "share"),
        role,
        period,
        comparator,
        Decimal(low) if low else None,
        Decimal(high) if high else None,
        unit,
        direction,
        "",
        "",
        Anchor("s", 0, 1, "x"),
    )


@pytest.mark.parametrize(
    ("made", "zh", "en"),
    [
        (figure("35", "35", comparator="~", role="change", direction="down"), "≈ −35%", "≈ −35%"),
        (figure("30", None, comparator=">="), "≥ 30%", "≥ 30%"),
        (figure(None, "6", "count:次", "<="), "≤ 6 次", "≤ 6 times"),
        (figure("7.2", "18"), "7.2%–18%", "7.2%–18%"),
        (figure("3", "5", "minute"), "3–5 分钟", "3–5 min"),
        (figure("10000", "500000", "CNY"), "1–50 万元", "¥10,000–¥500,000"),
        (figure("500", "300000", "CNY"), "500 元–30 万元", "¥500–¥300,000"),
        (figure("1000000000", None, "CNY", ">="), "≥ 10 亿元", "≥ ¥1bn"),
        (figure("2.8", "2.8", "pp", role="change", direction="up"), "+2.8 个百分点", "+2.8 pp"),
        (figure("3", "3", "rank", role="rank"), "第 3 位", "no. 3"),
        (figure(None, "20", "rank", "<=", "rank"), "前 20", "top 20"),
        (figure(None, None, "date", role="date", period=Period("2023-Q1")), "2023 年第 1 季度", "Q1 2023"),
        (figure("0", "0"), "0%", "0%"),
        (figure("33.333333333333336", "33.333333333333336"), "33.33%", "33.33%"),
        (figure("66666666.666666664", None, "CNY", ">="), "≥ 6,667 万元", "≥ ¥66.67m"),
        (figure("0.000000000001", "0.000000000001"), "0.000000000001%", "0.000000000001%"),
    ],
)
def test_shown(made: Figure, zh: str, en: str) -> None:
    assert made.shown() == Text(zh, en)


def test_small_and_large_values_have_no_exponent() -> None:
    assert readable(Decimal("0.000001"), "%").en == "0.000001%"
    assert readable(Decimal("1E+12"), "CNY").zh == "10,000 亿元"


def test_unknown_count_unit_is_shown_by_its_thing() -> None:
    assert readable(Decimal(3), "count:艘").zh == "3 艘"


@pytest.mark.parametrize("power", range(-12, 21))
def test_any_number_can_be_printed_whatever_its_digits(power: int) -> None:
    for digits in ("1", "9" * 28, "1" + "0" * 27, "33333333333333333"):
        value = Decimal(digits).scaleb(power - len(digits) + 1)
        assert plain(value).strip("0123456789,.") == ""
