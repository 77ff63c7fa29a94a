"""Totals and differences of cells told in prose: of the month that is named, of the years that had any, of one row."""

from __future__ import annotations

import pytest
from check_cases import checked, table

SHOPS = table(
    "门店 | 面积（平方米） | 6月销售额（万元） | 7月销售额（万元）", "南苑店 | 1,060 | 160 | 168",
    "北桥店 | 500 | 128 | 135", "西站店 | 720 | 120 | 113", "东湖店 | 640 | 108 | 124",
)  # fmt: skip
LOANS = table(
    "年份 | 新签合同（万份） | 放款（亿元）", "2018 | 15.2 | 21.4", "2019 | 20.6 | 26.7", "2020 | 18.4 | 15.9",
    "2021 | 16.5 | 0",
)  # fmt: skip
LINES = table(
    "线路 | 客运量（万人次） | 站点（个）", "1号线 | 8,200 | 25", "2号线 | 7,120 | 22", "3号线 | 5,839 | 23",
)  # fmt: skip
MONTHS = table("月份 | 4月 | 5月 | 6月", "充电量（万千瓦时） | 70 | 76 | 92")

WRONG = [
    ("rows_added", f"{SHOPS}\n\n四家店7月共卖516万元。"),
    ("rows_added", f"{SHOPS}\n\n四店6月销售额合计540万元。"),
    ("rows_added", f"{LINES}\n\n全网共运送21,195万人次。"),
    ("column_totals", f"{LOANS}\n\n三年合计放款66.0亿元。"),
    ("rows_told", f"{MONTHS}\n\n6月的充电量最大，单月比5月多22万千瓦时。"),
]
RIGHT = [
    f"{SHOPS}\n\n四家店7月共卖540万元。",
    f"{SHOPS}\n\n四家店8月共卖571万元。",
    f"{SHOPS}\n\n两个月四家店一共卖出1,056万元。",
    f"{SHOPS}\n\n四店前6月累计卖出3,120万元。",
    f"{SHOPS}\n\n全公司7月共卖580万元，含线上40万元。",
    f"{LINES}\n\n全市公交站点共780个。",
    f"{LINES}\n\n3号线单月比2号线少运107万人次。",
    f"{LOANS}\n\n三年合计放款64.0亿元，后三年合计新签55.5万份。",
]


@pytest.mark.parametrize(("check", "text"), WRONG)
def test_a_total_is_of_the_column_that_is_told(check: str, text: str) -> None:
    """Time, noun or unit leave one column."""
    assert [f.check for f in checked(text).findings if f.verdict.tone == "red"] == [check]


@pytest.mark.parametrize("text", RIGHT)
def test_a_total_of_more_than_the_table(text: str) -> None:
    """Another month, more months, more than its rows."""
    assert [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"] == []
