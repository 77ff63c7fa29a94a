"""Everyday arithmetic a clause or a sentence apart: what is paid in all, what a step makes, how often in a year."""

from __future__ import annotations

import pytest
from check_cases import checked

CASES = [
    # what is paid each time, and for how long
    ("这款养老险每年缴8000元，缴费期15年，累计保费{}。", "12万元", "1.2万元"),
    ("茶楼年租金9万元，租期4年，租金总额{}。", "36万元", "3.6万元"),
    ("健身房每月收费260元，合同期12个月，总费用{}。", "3120元", "312元"),
    # what a step makes of what there was
    ("养老院现有床位420张，计划增加80张，扩建后为{}。", "500张", "580张"),
    ("该行原注册资本12亿元，拟增资3亿元，增资后为{}。", "15亿元", "150亿元"),
    ("公司现有员工640人，准备裁减40人，裁减之后为{}。", "600人", "680人"),
    # this time against last time
    ("乒乓球队本季赢了17场。上赛季赢11场，本赛季多赢{}。", "6场", "8场"),
    ("救护站今年出车410次。去年出车365次，今年多出{}。", "45次", "55次"),
    ("生产线本月停机6次。上月停机11次，本月少停{}。", "5次", "3次"),
    # how often in a year
    ("库管员每季度盘点一次，全年共{}。", "四次", "两次"),
    ("业委会每半年公布一次账目，一年{}。", "两次", "四次"),
    ("净水器每两个月换一次滤芯，一年{}。", "6次", "12次"),
    # interest for a part of a year, and for as long as something is held
    ("装修贷款30万元，年利率4%，首月利息约{}。", "1000元", "12000元"),
    ("厂里借款80万元，年利率4.5%，每季利息{}。", "9000元", "36000元"),
    ("假设年化2.5%，持有4万元满一年得{}。", "1000元", "100元"),
    ("七日年化1.8%不变，持有2万元满一年得360元，持有十天约{}（按365天）。", "9.86元", "98.6元"),
    # of all days, or of the open ones
    ("科技馆全年接待36万人次，开放300天，{}约1200人次。", "开放日均", "全年日均"),
    ("奶粉厂全年产量9万吨，实际生产250天，{}360吨。", "生产日均", "全年日均"),
    # what is of last year, and of all that was asked
    (
        "码头去年装卸货物240万吨。今年一季度装卸60万吨，占去年全年的{}。",
        "四分之一",
        "三分之一",
    ),
    ("论坛有27人赞成搬迁，在全部45条回复里占{}。", "六成", "四成"),
    # places that are listed, and all the others
    ("全镇水质监测点共有{}，位于上塘、下塘、东桥和西桥。", "4处", "5处"),
    ("这所中学在全区{}高中里排第二，其余是一中、三中、附中、实验四所。", "5所", "6所"),
]

RIGHT = [
    "库管员每月盘点一次，今年因故只盘点了十次。",
    "理事会每季度召开一次会议，一年开了五次，其中一次是临时会议。",
    "每半年体检一次，两年共四次。",
    "充电桩共有12个，位于地下车库和南广场。",
    "分店共有8家，位于南京、苏州和无锡。",
    "食堂有4处，位于南区、北区和东区。",
    "这所中学在全区9所高中里排第二，其余几所差距不大。",
    "书店全年接待36万人次，开放300天，全年日均约986人次。",
    "书店上半年接待18万人次，开放150天，日均1200人次。",
    "这份年金险首年缴8000元，其后每年缴6000元，缴费期15年，累计保费9.2万元。",
    "会员每月28元，首月免费，订12个月，共付308元。",
    "房贷60万元，年利率3.6%，等额本息还款，每月还2728元，首月利息1800元。",
    "借款80万元，年利率4.5%，期限半年，到期利息1.8万元。",
    "理财产品年化3.2%，持有5万元满半年约800元。",
    "本金1万元，日利率万分之五，持有七天付息35元。",
    "篮球队本赛季打了30场，赢18场。上赛季打26场，赢14场，本赛季多打4场，多赢4场。",
    "门诊今年接诊320次。去年接诊275次，前年240次，今年比前年多出80次。",
    "公司现有员工640人，准备招聘40人，另有20人退休，招聘后为660人。",
    "医院现有床位800张，计划增加150张，扩建后预计达到950张以上。",
    "码头去年装卸240万吨，其中集装箱120万吨。今年一季度集装箱装卸30万吨，占去年全年的四分之一。",
    "教育、卫生、交通三项分别为46亿、37亿、29亿元，其中教育分两类：基础教育31亿元、高等教育15亿元。",
    "甲、乙、丙三厂分别为12万、9万、8万台。",
    "小店一月亏2.1万元，二月亏1.5万元。两个月共亏3.6万元。按二月的亏损，平均每天亏500元（一个月按30天）。",
    "问卷有27人赞成，在全部受访者里占六成。",
    "铺面年租金8万元，租期5年，前两年免租，租金总额24万元。",
]


@pytest.mark.parametrize(("text", "right", "wrong"), CASES)
def test_a_slip_is_found_and_the_right_number_is_left_alone(text: str, right: str, wrong: str) -> None:
    """The same sentence with the right number has no red finding."""
    assert not reds(text.format(right))
    assert reds(text.format(wrong))


@pytest.mark.parametrize("text", RIGHT)
def test_other_readings_are_left_alone(text: str) -> None:
    """What only looks like such a slip is none."""
    assert not reds(text)


def reds(text: str) -> list[str]:
    """What the audit says is wrong."""
    return [f"{f.check}: {f.said.zh}" for f in checked(text).findings if f.verdict.tone == "red"]
