"""Multiples of an amount that is called by name, and a yearly amount told once more by the month."""

from __future__ import annotations

import pytest
from check_cases import alone

CASES = (
    (
        "times_of_named",
        "发放家电补贴3.20亿元，人均1250元；拉动消费24.0亿元，是补贴金额的{}倍。",
        "7.5",
        "6.5",
    ),
    ("times_of_named", "投入广告费1.5亿元，营业收入12.0亿元，营业收入相当于广告费的{}倍。", "8", "6"),
)
RIGHT = (
    ("times_of_named", "营业收入12.0亿元，研发投入1.5亿元，广告费3.0亿元，是研发投入的2倍。"),
    ("times_of_named", "营业收入12.0亿元，研发投入1.5亿元，营收是研发投入的8倍，市盈率是行业均值的1.6倍。"),
    ("times_of_named", "门店投入200万元，年营收900万元，是前年投入的3倍。"),
    ("times_of_named", "补贴5.38亿元，带动销售46.1亿元，网点数是补贴点的7.6倍。"),
)


@pytest.mark.parametrize(("key", "text", "right", "wrong"), CASES)
def test_what_the_named_amount_does_not_give_is_wrong(key: str, text: str, right: str, wrong: str) -> None:
    assert not alone(text.format(right), key)
    assert alone(text.format(wrong), key)


@pytest.mark.parametrize(("key", "text"), RIGHT)
def test_other_bases_are_left_alone(key: str, text: str) -> None:
    assert not alone(text, key)
