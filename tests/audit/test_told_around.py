"""Words of a trend or a share and the numbers before or behind them; rates of things that are no sums."""

from __future__ import annotations

import pytest
from check_cases import checked, table

VISITS = (
    table("月份 | 进店（人） | 退货（件）", "4月 | 5200 | 96", "5月 | 5600 | 88", "6月 | 6100 | 75") + "\n\n"
)
SHOPS = table("门店 | 进店 | 成交", "河东店 | 800 | 240", "河西店 | 1200 | 300") + "\n\n"
TESTED = table("年份 | 送检（台） | 检定合格（台）", "2022 | 400 | 360", "2023 | 300 | 285") + "\n\n"
FORMS = table("年级 | 报名 | 到考", "初一 | 50 | 45", "初二 | 50 | 40") + "\n\n"
PRICES = table("门店 | 客流（人次） | 客单价（元）", "河东店 | 800 | 62", "河西店 | 1200 | 48") + "\n\n"

WRONG = [
    ("trends", "诊所连续三个月{}：首月亏5.2万元，次月4.1万元，第三月3.3万元。", "亏损收窄", "亏损扩大"),
    ("trends", "该行连续两年{}：2022年1.62%，2023年1.47%，2024年1.29%。", "不良率下降", "不良率上升"),
    ("trends", "水站连续三个季度{}：一季度3.2万吨，二季度3.5万吨，三季度3.9万吨。", "供水增加", "供水减少"),
    ("trends", VISITS + "进店的顾客两次环比都{}。", "上升", "下降"),
    ("trends", VISITS + "退货环比两个月都{}。", "下降", "上升"),
    ("trends", VISITS + "商场连续两个月{}。", "进店增长", "进店下滑"),
    ("text_table", PRICES + "河西店客流1200人次，比河东店多400人次，该店客单价为{}元。", "48", "84"),
    ("comparatives", "6月退货率3.1%，{}5月的3.6%。", "低于", "高于"),
    ("comparatives", "3号线日均62万人次，{}1号线的58万人次。", "高于", "低于"),
    ("things_shares", "报名者多是应届生，在职的{}，为17%。", "不到两成", "超过两成"),
    ("things_shares", "回款里承兑汇票占比{}，为34%。", "超过三成", "不到三成"),
    ("things_shares", "夜间用电210万度，占42%，日间占58%。夜间占比{}。", "不到一半", "超过一半"),
    (
        "things_shares",
        "冷藏箱312万箱，占六成五；干货箱168万箱，占三成五。冷藏占比{}。",
        "超过六成",
        "不到六成",
    ),
]
CORRECT = [
    SHOPS + "河东店成交率30%，河西店25%，河东店高于河西店。",
    FORMS + "两个年级共报名100人，到考85人。初一到考了45人，初二到考率80%，初一90%，合起来85%。",
    "上半年毛利率32%，下半年28%，合起来刚好是30%。",
    TESTED + "2023年检定合格285台，合格率95%，另有15台待修。",
    "三家店连续两年盈利增长：甲店20万元，乙店18万元，丙店12万元。",
    "公司连续三年收入增长：2022年成本3亿元，2023年2亿元，2024年1亿元。",
    "连续三年研发投入增长：2022年增长15%，2023年增长12%，2024年增长9%。",
    "连续三年增长放缓：2022年15%，2023年12%，2024年9%。",
    "甲类贷款占比超过六成，为近三年的高点，乙类为26%。",
    "线上占比超过六成，其中小程序占42%。",
    "6月退货120件，低于5月40件。",
]


@pytest.mark.parametrize(("kind", "text", "right", "slip"), WRONG)
def test_a_claim_is_held_against_the_numbers_around_it(kind: str, text: str, right: str, slip: str) -> None:
    """What the numbers give is left alone, and the opposite found."""
    assert not _red(text.format(right))
    assert kind in _red(text.format(slip))


@pytest.mark.parametrize("text", CORRECT)
def test_what_may_be_so_is_left_alone(text: str) -> None:
    """Correct sentences that look like slips."""
    assert not _red(text)


def _red(text: str) -> set[str]:
    return {f.check for f in checked(text).findings if f.verdict.tone == "red"}
