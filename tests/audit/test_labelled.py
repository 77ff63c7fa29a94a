"""Labels that name another quantity than the number is, and changes told in two ways that do not agree."""

from __future__ import annotations

import pytest
from check_cases import checked, raised


def reds(text: str) -> set[str]:
    """The checks that accuse a text."""
    return {f.check for f in checked(text).findings if f.verdict.tone == "red"}


@pytest.mark.parametrize(
    "text",
    [
        "水厂去年供水2.92亿吨，按365天算，月均80万吨。",
        "书店去年接待客人14.6万人次，按365天计，周均400人次。",
        "诊所一年收入840万元，接诊4.2万人次，日均费用200元。",
        "工地本月用餐1.8万份，食材支出27万元，每周成本15元。",
        "他每天跑步50分钟，以30天计，每周约合25小时。",
        "小区一年收停车费36万元，共有600户，每户每月600元。",
        "电站去年发电2.4亿千瓦时，日均发电2000万千瓦时。",
        "急诊去年接诊10.95万人次，平均每月300人次。",
        "会馆当月支出45万元，其中房租20万元。当月接待3万人次，每户每月成本15元。",
    ],
)
def test_a_mean_of_another_thing_or_time_is_found(text: str) -> None:
    assert "labelled" in reds(text)


@pytest.mark.parametrize(
    "text",
    [
        "营业收入30亿元，研发费用6亿元，销售费用4.5亿元，销售费用率为20%。",
        "收入80亿元，毛利20亿元。管理费用4亿元，销售费用8亿元，管理费用率为10%。",
    ],
)
def test_a_rate_of_another_cost_is_found(text: str) -> None:
    assert reds(text) & {"labelled", "named_ratios"}


@pytest.mark.parametrize(
    "text",
    [
        "订单是去年的3倍，也就是增长3倍。",
        "装机量增长260%，即增长了3.6倍。",
        "用户数增长3倍，即翻了三番。",
    ],
)
def test_two_tellings_of_one_change_must_agree(text: str) -> None:
    assert raised(text, "ways_told")


@pytest.mark.parametrize(
    "text",
    [
        "连锁店全年销售额4800万元，共有12家门店，月均400万元，店均也是400万元。",
        "水厂去年供水2.92亿吨，按365天算，日均80万吨，月均约2433万吨。",
        "诊所一年收入840万元，接诊4.2万人次，次均费用200元，日均收入约2.3万元。",
        "工地本月用餐1.8万份，食材支出27万元，每份成本15元，日均供餐600份。",
        "他每天跑步50分钟，以30天计，每月约合25小时，每周近6小时。",
        "小区一年收停车费36万元，共有600户，每户每年600元，每户每月50元。",
        "护士每天工作8小时，每周上5天班，每周40小时。",
        "乐队全年演出24场，卖票9.6万张，场均4000张，月均8000张。",
        "骑手三季度接单7200单，60人参与，日均约78单，人均120单。",
        "研发费用6亿元，营业收入30亿元，研发费用率为20%；销售费用4.5亿元，销售费用率为15%。",
        "管理费用2亿元，上年1.8亿元；营业收入40亿元，管理费用率为5%，上年为4.8%。",
        "订单是去年的3倍，也就是增长2倍，相当于增长200%。",
        "客单价下降20%，也就是原来的八成，订单却增长三成。",
        "用户数增长3倍，即翻了两番；收入增长一倍，即翻了一番。",
        "销量增长150%，即是上年的2.5倍。",
        "演出收入600万元，分给30名演员，人均20万元，年均演出50场。",
    ],
)
def test_right_labels_are_left_alone(text: str) -> None:
    assert not reds(text)
