"""Rows of a table against each other, against their total and all together, as different people would say it."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

PARCELS = table(
    "公司 | 首重价（元） | 平均时效（小时） | 覆盖县（个）",
    "驰川 | 12 | 46 | 1120",
    "蜂途 | 9 | 58 | 860",
    "岚达 | 10.5 | 41 | 1505",
    "云桥 | 11 | 52 | 430",
)
POWER = table(
    "每兆瓦时成本（元） | 2021年 | 2022年 | 2023年",
    "燃料 | 86 | 112 | 98",
    "人工 | 24 | 25 | 27",
    "折旧 | 40 | 40 | 41",
    "运维 | 15 | 18 | 22",
    "合计 | 165 | 195 | 188",
)
SCHOOLS = table(
    "学校 | 学生（人） | 教师（人） | 图书（册）",
    "一小 | 1680 | 96 | 42000",
    "二小 | 1320 | 88 | 29700",
    "实验小学 | 2240 | 128 | 67200",
    "河西小学 | 760 | 50 | 15200",
)
SHOPS = table(
    "门店 | 面积（平方米） | 日均客流（人） | 月销售额（万元）",
    "东门店 | 850 | 3400 | 612",
    "南湖店 | 1200 | 4200 | 720",
    "西站店 | 460 | 5100 | 483",
    "北苑店 | 690 | 1500 | 185",
)
# the check, the table, a sentence with a place, and what is right and wrong there
CASES = [
    ("rows_told", PARCELS, "驰川的首重价12元，四家中最贵，比最便宜的蜂途高出{}。", "33%", "50%"),
    ("rows_told", PARCELS, "驰川的首重价12元，四家中最贵，比最便宜的蜂途高出{}。", "33%", "25%"),
    ("rows_told", PARCELS, "覆盖面上，岚达是云桥的{}。", "3.5倍", "2.5倍"),
    ("rows_told", PARCELS, "岚达用时最短，比蜂途早到{}。", "17小时", "27小时"),
    ("rows_told", PARCELS, "与蜂途相比，岚达快了{}。", "17小时", "12小时"),
    ("rows_told", PARCELS, "论时效，蜂途与驰川相差{}。", "12小时", "21小时"),
    ("rows_told", PARCELS, "云桥只做430个县，要价11元，比岚达还贵{}。", "0.5元", "1.5元"),
    ("rows_told", POWER, "2022年，光是燃料就比折旧、人工和运维加起来还多出{}。", "29元", "39元"),
    ("rows_told", SCHOOLS, "实验小学有2240人，比一小多{}。", "560人", "650人"),
    ("rows_told", SCHOOLS, "河西小学最小，学生还不及二小的{}。", "六成", "五成"),
    ("rows_told", SCHOOLS, "实验小学藏书居首，比第二名的一小多出{}。", "六成", "八成"),
    ("rows_shares", POWER, "2023年，燃料占52%，折旧占{}。", "21.8%", "28.1%"),
    ("rows_shares", SHOPS, "四家店当月卖出2000万元，南湖店贡献了{}。", "36%", "46%"),
    ("rows_shares", SHOPS, "四家店当月卖出2000万元，南湖店贡献了36%，东门店占30.6%，两店合占{}。",
     "三分之二", "四分之三"),
    ("rows_added", PARCELS, "四家首重的平均价是{}。", "10.63元", "10.75元"),
    ("rows_added", SCHOOLS, "四校共有{}教师。", "362名", "326名"),
    ("rows_added", SHOPS, "四家店当月卖出{}。", "2000万元", "2200万元"),
    ("rows_added", POWER, "2023年，人工和运维合计{}。", "49元", "59元"),
]  # fmt: skip
# sentences that are right, or speak of something that no column has
LEFT_ALONE = [
    f"{PARCELS}\n\n驰川去年的首重价比蜂途高出50%。",
    f"{PARCELS}\n\n驰川的投诉量比蜂途高出50%。",
    f"{PARCELS}\n\n每单利润6元，是蜂途的三倍。",
    f"{PARCELS}\n\n比驰川、蜂途都高的还有别家，贵3元。",
    f"{SCHOOLS}\n\n一小的学生里，住校的占38%。",
    f"{SCHOOLS}\n\n实验小学的男生占52%，一小占47%。",
    f"{SCHOOLS}\n\n四校新增学位共300人。",
    f"{SHOPS}\n\n东门店租金多了1.9万元，人工就占去36.8%。",
    f"{SHOPS}\n\n西站店的客流是北苑店的3.4倍，几乎是东门店的1.5倍。",
    f"{SHOPS}\n\n四店日均客流平均3550人；东门、南湖两店合占销售额的三分之二。",
    f"{POWER}\n\n2022年燃料占57.4%，到2023年由57.4%降到52.1%。",
]  # fmt: skip


@pytest.mark.parametrize(("check", "beside", "words", "right", "wrong"), CASES)
def test_the_wrong_number_is_raised_and_the_right_one_is_not(
    check: str, beside: str, words: str, right: str, wrong: str
) -> None:
    assert [f.verdict.tone for f in raised(f"{beside}\n\n{words.format(wrong)}", check)] == ["red"]
    assert not list(raised(f"{beside}\n\n{words.format(right)}", check))


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_or_of_something_else_is_left_alone(text: str) -> None:
    assert [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"] == []


def test_a_finding_shows_both_cells_and_the_sum() -> None:
    found = raised(f"{PARCELS}\n\n驰川首重12元，比蜂途的首重价高50%。", "rows_told")[0]
    assert found.said.zh == (
        "表中“首重价”一栏，“驰川”是12元，“蜂途”是9元：前者比后者高33.3%，文中却说“比蜂途的首重价高50%”。"
    )
    assert found.formula.zh == "12元 ÷ 9元 − 1 = 33.3%"
