"""Values told under the name of one row of a table that are those of another."""

from __future__ import annotations

import pytest
from check_cases import alone, raised, table

ROWS = table("指标 | 2023年 | 2024年", "毛利率 | 31% | 33% ", "净利率 | 6% | 9%", "门店（家） | 120 | 150")


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("{}由6%升到9%。", "净利率", "毛利率"),
        ("先看利润：{}两年里是31%和33%。", "毛利率", "净利率"),
        ("公司解释，{}从6%抬到9%，靠的是少打折。", "净利率", "毛利率"),
    ],
)
def test_a_name_of_another_row(text: str, right: str, wrong: str) -> None:
    assert raised(f"{ROWS}\n\n{text.format(right)}", "other_row") == []
    (found,) = alone(f"{ROWS}\n\n{text.format(wrong)}", "other_row")
    assert right in found.said.zh
    assert "{" not in found.said.zh + found.said.en


@pytest.mark.parametrize(
    "text",
    [
        "毛利率与净利率的差，两年都在24个百分点上下。",
        "毛利率和净利率分别是33%和9%。",
        "同业毛利率由6%升到9%。",
        "毛利率目标先定6%，再定9%。",
        "单店毛利率最高33%，最低9%。",
    ],
)
def test_values_that_may_be_of_something_else(text: str) -> None:
    assert raised(f"{ROWS}\n\n{text}", "other_row") == []
