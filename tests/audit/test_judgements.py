"""Judgements that contradict the numbers around them, and the same judgements the right way round."""

from __future__ import annotations

import pytest
from check_cases import raised, table

FARMS = table(
    "公司 | 出栏（万头） | 完全成本（元/公斤）",
    "禾丰牧 | 713 | 14.6",
    "谷源 | 528 | 15.3",
    "天邑 | 396 | 16.9",
)
REGIONS = table(
    "指标 | 华东 | 西南",
    "单柜日均换电（次） | 46.4 | 58.0",
    "单柜月收入（元） | 5,500 | 5,000",
    "单柜月成本（元） | 4,648 | 3,700",
)
TURNED = [
    ("conclusions", "每台柜子对应的骑手，两年前还有近28人，如今只有21人，", "设备更闲了", "设备更忙了"),
    ("conclusions", "挂牌到成交平均要143天，上年只要97天，", "房子更难卖", "房子更好卖"),
    ("conclusions", "单票利润0.18元；上年单票利润0.31元，", "盈利能力在走弱", "盈利能力在走强"),
    ("conclusions", "费用率由20.0%升到24.0%，", "投放效率在变差", "投放效率在改善"),
    ("conclusions", "成本收入比从27.6%升到31.8%，", "管理在变臃肿", "管理在变精简"),
    ("conclusions", "空驶率由31.5%升到38.9%，", "车更闲了", "车更忙了"),
    ("conclusions", "料肉比由2.91降到2.74，", "养殖越来越省钱", "养殖越来越费钱"),
    ("conclusions", "成品库存由38天升到49天，", "去库存压力更大", "去库存压力更小"),
    ("conclusions", "每吨价格从3,946元提到4,178元，销量从812万件减到761万件，", "量跌价升", "量升价跌"),
    (
        "conclusions",
        "套均价由6,480元调到5,508元；单套成本从4,212元降到3,800元。",
        "售价降得比成本快",
        "售价降得比成本慢",
    ),
    (
        "conclusions",
        "维保占比由12.4%提高到19.7%，设备占比由83.5%降到74.2%，",
        "重心在向维保倾斜",
        "重心在向设备倾斜",
    ),
    ("two_told", "直流桩利用率6.9%，交流桩3.2%，", "交流桩闲得更厉害", "直流桩闲得更厉害"),
    ("two_told", "甲平台的投诉率是0.8%，乙平台是0.3%，", "乙平台的服务更好", "甲平台的服务更好"),
    ("large_small", "甲行平均为2小时，而乙行的周期", "长达72小时", "长达72分钟"),
    ("large_small", "甲行要等9天，而乙行", "只要5天", "只要12天"),
    ("large_small", "微行保持第3位，", "而粒行未进入前20", "而粒行未进入前2"),
    (
        "gain_or_loss",
        "贷款年化14.4%，四项成本合计13.5%，",
        "每放出100元一年尚余0.9元",
        "每放出100元一年倒贴0.9元",
    ),
    ("row_margins", f"{FARMS}\n\n按15.8元的猪价，", "天邑每公斤亏1.1元", "天邑每公斤赚1.1元"),
    (
        "row_margins",
        f"{REGIONS}\n\n西南每台每月收5,000元，",
        "单柜月毛利1,300元反而占优",
        "单柜月毛利700元明显落后",
    ),
    ("covers", "一张券收475元、花710元，", "卖得越多亏得越多", "卖得越多赚得越多"),
    ("turns", "单套毛利由2,268元", "收窄到1,708元，蒸发约四分之一", "扩大到1,708元，蒸发约四分之一"),
]
LEFT_ALONE = [
    ("conclusions", "司机日均流水由486元降到417元，司机挣得更少。"),
    ("two_told", "司机日均流水由486元降到417元，司机挣得更少。"),
    ("conclusions", "续航由400公里升到520公里，跑得更远。"),
    ("large_small", "甲行要等9天，其中审核长达6天。"),
    ("two_told", "甲店去年92%，乙店今年88%，甲店的口碑更差。"),
    ("gain_or_loss", "贷款年化14.4%，成本合计9.5%，每放出100元一年尚余0.9元。"),
]


@pytest.mark.parametrize(("check", "lead", "right", "wrong"), TURNED)
def test_a_judgement_is_raised_only_the_wrong_way_round(
    check: str, lead: str, right: str, wrong: str
) -> None:
    assert raised(f"{lead}{wrong}。", check)
    assert not [f for f in raised(f"{lead}{right}。", check) if f.verdict.tone != "green"]


@pytest.mark.parametrize(("check", "text"), LEFT_ALONE)
def test_what_no_number_bears_on_is_left_alone(check: str, text: str) -> None:
    assert raised(text, check) == []
