"""Percentages, points, multiples and shares that follow from two stated values, whatever the words between them."""

from __future__ import annotations

import pytest
from check_cases import checked, table

COSTS = "一趟的成本：\n\n- 燃油：310元\n- 船员：260元\n- 码头费：90元\n- 折旧：140元\n\n四项加起来800元，"
USERS = "- 活跃用户：2022年1,500万人，2023年600万人\n- 逾期率：2022年末2.1%，2024年末3.4%\n\n"
PLANS = table("产品 | 保额（万元）", "松风险 | 200", "南檐险 | 400", "北岸险 | 150")

# check, text, right, wrong
CASES = [
    ("open_changes", "公交4.0元一趟，轮渡6.5元，贵出{}。", "62.5%", "52.5%"),
    ("open_changes", "书店48元，网店30元，便宜{}。", "37.5%", "47.5%"),
    ("relative_change", "门诊2022年31.2万人次，2023年39.0万人次，一年多看{}。", "25.0%", "52.0%"),
    ("open_changes", "结案用时2021年平均4天，2024年平均10天，等候拉长了{}。", "1.5倍", "3.5倍"),
    ("open_changes", "首航客载率82.5%，末航31.0%，相差{}。", "51.5个百分点", "15.1个百分点"),
    ("open_changes", "会员由6,400人跌到3,840人，掉队的大多是学生，流失{}。", "四成", "六成"),
    ("open_changes", "甲店18000元，乙店6000元，贵了{}。", "两倍", "四倍"),
    ("relative_change", "问卷由64个字段减为24个，精简{}，留下的不到四成。", "62.5%", "37.5%"),
    ("multiples", "收入从9万元长到31.5万元，翻了{}。", "不止一番", "不止两番"),
    ("window_rates", "投诉2023年全年2,400件，2024年头三个月已有750件，月均多出{}。", "25%", "50%"),
    ("window_rates", "2021年三季度上了27个新品，2022年上半年36个，月均从9个变成{}。", "6个", "12个"),
    ("listed_shares", COSTS + "燃油占成本的{}。", "38.8%", "33.8%"),
    ("listed_shares", COSTS + "船员{}。", "不到三分之一", "超过一半"),
    ("listed_shares", "散货船63艘，集装箱船42艘，油轮35艘，三类合计140艘；油轮占{}。", "四分之一", "三分之一"),
    ("listed_shares", "变质2,460件，占{}；缺斤少两2,214件；退款慢1,476件，三类合计6,150件。", "40.0%", "44.0%"),
    ("listed_before", COSTS + "都不便宜。燃油2020年还只要200元，四年贵了{}。", "55.0%", "35.5%"),
    ("entry_changes", USERS + "活跃用户一年间流失{}。", "60%", "40%"),
    ("entry_changes", USERS + "逾期率两年抬高{}。", "1.3个百分点", "2.3个百分点"),
    ("products_of_rates", "次月留58%，下一个月又留住其中的70%，两轮过后约剩{}。", "41%", "49%"),
    ("rows_told", PLANS + "\n\n松风险的200万元保额只有南檐险的{}。", "一半", "七成"),
    ("former_latter", "教辅书卖了2.4万册，文学书1.6万册，后者是前者的{}。", "三分之二", "一半"),
    ("part_of_other", "2023年剩下4万人，只有上年10万人的{}。", "四成", "六成"),
    ("ratio_shares", "邻村有蜂农36户，雾岭有90户，邻村只有雾岭的{}。", "四成", "六成"),
    ("part_shares", "户均股金5,000元，每户分红1,250元，相当于股金的{}。", "四分之一", "一半"),
    ("rest_shares", "打“满意”的占74.2%，没打满意的占{}。", "25.8%", "35.8%"),
    ("rest_shares", "回访中表示满意的占61.8%，不满意或未表态的占{}。", "38.2%", "48.2%"),
    ("rest_shares", "春茶卖出18.0吨，占全年40.0吨的45.0%；剩下{}是夏秋茶。", "55.0%", "65.0%"),
    ("shares", "春茶卖出18.0吨，占全年40.0吨的{}。", "45.0%", "54.0%"),
    ("shares", "我自己电话问过48位，{}说还会再来。", "43.8%", "44.7%"),
    ("hard_limits", "回访中表示满意的占{}。", "61.8%", "161.8%"),
    ("instalment_rates", "可分12期，月手续费率0.6%，按IRR一算约{}。", "13.0%", "9.6%"),
    ("annualised", "滞纳金每天万分之三，折合一年{}。", "10.95%", "13.95%"),
    ("annualised", "逾期罚息日万分之五，单利一年{}。", "18.25%", "15.25%"),
]  # fmt: skip


def _reds(text: str) -> set[str]:
    return {f.check for f in checked(text).findings if f.verdict.tone == "red"}


@pytest.mark.parametrize(("check", "text", "right", "wrong"), CASES)
def test_an_error_is_found_and_the_correct_text_is_not_accused(
    check: str, text: str, right: str, wrong: str
) -> None:
    assert not _reds(text.format(right))
    assert _reds(text.format(wrong)) == {check}


@pytest.mark.parametrize(
    "text",
    [
        "2023年营收12亿元，净利润3亿元，增长25%。",  # of the profit, on a year that is not told
        "收入从12亿元到18亿元，利润增长35%。",
        "价格从100元涨到130元，随后回落10%。",
        "门店从100家增至120家，客单价却下降8%。",
        "全年接单36艘，头四个月接单16艘，交付变快了两成。",
        "嫌贵的38%、菜不合口的27%、没空做饭的21%，剩下14%是别的原因。",  # 27 to 14 is no fall
        "政府债务占国内生产总值的161.8%。",
        "满意的占61.8%，不满意的占18.2%。",  # some said nothing
        "留58%，下一个月又留住其中的70%，两轮过后走了59.4%。",
        "上半年手术2,700台，三季度1,620台，按月折算反而多了两成；月均从450台增到540台，多了20%。",
        "获客成本从68元到187元，翻了一番还多。",
        "前年120家，去年90家，今年只剩45家，两年没了62.5%。",
        "单程60元，往返100元，便宜六分之一。",
        "A型车续航420公里，B型车续航560公里，价格贵了18%。",
        "占比最高的是华东，占38%；其次华南占27%；其余35%分散在各地。",
        "三种口味里，原味占48%，辣味占31%，甜味占21%。",
        COSTS + "燃油占票款的一半。",
        USERS + "活跃用户里流失40%的是学生。",
    ],
)
def test_what_is_of_something_else_is_left_alone(text: str) -> None:
    assert not _reds(text)


def test_a_multiple_that_fits_its_two_values_is_no_longer_ambiguous() -> None:
    found = checked("早班8分钟一班，夜班20分钟一班，间隔放大1.5倍。").findings
    assert not [f for f in found if f.check == "multiples"]
