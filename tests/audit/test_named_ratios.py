"""Ratios whose names say what is over what."""

from __future__ import annotations

import pytest
from check_cases import alone

CASES = (
    ("年末各项存款余额2480.0亿元，各项贷款余额1984.0亿元，存贷比为{}。", "80.0%", "125.0%"),
    ("公司总资产96.0亿元，总负债57.6亿元，资产负债率{}。", "60.0%", "40.0%"),
    ("城镇居民人均可支配收入56780元，农村居民29150元，城乡收入比为{}。", "1.95", "0.51"),
    ("年末贷款余额820亿元，不良贷款12亿元，不良率{}。", "1.46%", "4.16%"),
    ("全年产量40.0万台，销量38.0万台，产销率为{}。", "95.0%", "105.3%"),
    ("营业收入86.4亿元，净利润12.96亿元。净利率{}。", "15.0%", "16.7%"),
)
RIGHT = (
    "年末常住人口512.6万人，其中城镇354.4万人，城镇化率69.1%。",
    "年末贷款余额820亿元，其中个人住房贷款310亿元，不良贷款余额12亿元，住房贷款不良率0.8%。",
    "年末常住人口512.6万人，户籍人口480万人，城镇户籍人口220万人，户籍人口城镇化率45.8%。",
    "净利润12.96亿元，上年为9.36亿元，营业收入86.40亿元，净利率由13.0%升至15.0%。",
    "新增贷款120亿元，新增存款160亿元，存贷比78.2%。",
    "集团总资产96亿元，母公司负债20亿元，资产负债率为60%。",
    "不良率比上年下降0.2个百分点，不良贷款12亿元，贷款增加80亿元。",
)


@pytest.mark.parametrize(("text", "right", "wrong"), CASES)
def test_a_ratio_that_its_amounts_do_not_give_is_wrong(text: str, right: str, wrong: str) -> None:
    assert not alone(text.format(right), "named_ratios")
    assert alone(text.format(wrong), "named_ratios")


@pytest.mark.parametrize("text", RIGHT)
def test_ratios_of_others_are_left_alone(text: str) -> None:
    assert not alone(text, "named_ratios")
