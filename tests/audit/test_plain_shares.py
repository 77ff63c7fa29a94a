"""Plain shares and rests: of few who are told of, of what an earlier sentence counted, and of a whole list."""

from __future__ import annotations

import pytest
from check_cases import alone

CASES = (
    ("rest_shares", "零售贷款中，质押类占61.2%，信用类占{}，后者都投向工薪客户。", "38.8%", "48.8%"),
    ("shares", "覆盖该股的分析师共17位，给出“买入”的占{}。", "76.5%", "73.2%"),
    ("shares", "抽查借款合同240份，未发现超限的情形；要素齐全的合同占{}。", "97.5%", "97.7%"),
    ("shares", "小问卷收回40份，每份都有效，其中{}的人从没看过费率表。", "35%", "36%"),
    ("rest_shares", "表外模式占余额的68.0%，其余{}由本行承担风险。", "32.0%", "42.0%"),
    ("rest_shares", "来信2000件，书面640件。按原因分，宣传占46%，规则占31%，到账占15%，其他占{}。", "8%", "18%"),
)  # fmt: skip
RIGHT = (
    ("shares", "全市有上市公司23家，贡献的税收占41.7%。"),
    ("shares", "网点45家，来自县域的存款占37.2%。"),
    ("shares", "抽查合同120份，金额合计3.6亿元；逾期的合同占7.5%，逾期合同的金额占12.3%。"),
    ("shares", "受访商户60家；认为补贴有用的占71.7%，三季度新增的商户占比为12.4%。"),
    ("rest_shares", "线上占比由68.0%变为72.0%，其余渠道由32.0%变为28.0%。"),
    ("window_rates", "四个季度的开户数分别为12.4万户、13.1万户、11.9万户和14.6万户，平均每季13.0万户。"),
    ("labels", "公办占1890张，占35%。"),
    ("labels", "汽车类318.2亿元，下降2.6%（上年326.7亿元）。"),
    ("parts_of", "年末注册车主21.5万人。活跃车主从12.6万人增至12.9万人。"),
    ("part_shares", "上半年1150.2亿元，前三季度1757.4亿元；下半年占全年的比重为52.4%。"),
)


@pytest.mark.parametrize(("key", "text", "right", "wrong"), CASES)
def test_a_share_that_cannot_be_is_wrong(key: str, text: str, right: str, wrong: str) -> None:
    assert not alone(text.format(right), key)
    assert alone(text.format(wrong), key)


@pytest.mark.parametrize(("key", "text"), RIGHT)
def test_shares_of_others_are_left_alone(key: str, text: str) -> None:
    assert not alone(text, key)
