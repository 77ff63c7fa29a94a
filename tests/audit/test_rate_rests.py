"""What is left of a rate when others are taken off."""

from __future__ import annotations

import pytest
from check_cases import alone

KEY = "rate_rests"
CASES = (
    ("成本2.35%，渠道费1.10%，运营费0.80%，合计4.25%；平均收益率6.40%，只剩{}个百分点的利差。", "2.15", "2.51"),
    ("存款利率1.85%，贷款利率3.60%，两者相差{}个百分点。", "1.75", "1.57"),
    ("产品毛收益3.85%，管理费和托管费合计1.00%，扣掉费用后到手{}%。", "2.85", "2.58"),
)  # fmt: skip
RIGHT = (
    "存款利率1.85%，贷款利率3.60%，净息差为1.42%，因为还有准备金的成本。",
    "存款利率1.85%，贷款利率3.60%，净息差比上年下降0.12个百分点。",
    "成本2.10%，费用0.65%，收益率4.20%，剩1.45个百分点。",
    "首付30%，贷款70%，利差0.85个百分点。",
)


@pytest.mark.parametrize(("text", "right", "wrong"), CASES)
def test_a_rest_with_a_slip_is_wrong(text: str, right: str, wrong: str) -> None:
    assert not alone(text.format(right), KEY)
    assert alone(text.format(wrong), KEY)


@pytest.mark.parametrize("text", RIGHT)
def test_other_gaps_are_left_alone(text: str) -> None:
    assert not alone(text, KEY)
