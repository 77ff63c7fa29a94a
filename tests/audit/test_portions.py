"""Shares that make up a whole, shares of two amounts and sizes whose words name their base, in whatever words."""

from __future__ import annotations

import pytest
from check_cases import checked, raised

REST, RATIO, OPEN = "rest_shares", "ratio_shares", "open_changes"
CASES = [
    (REST, "用户中外卖骑手占82%，快递员和别的行当占{}。", "18%", "28%"),
    (REST, "申请的人里通过率{}，被拒的人占78.0%。", "22.0%", "32.0%"),
    (REST, "借款人里送外卖的占44%，开网约车的占26%，摆摊的和打零工的合占{}。", "30%", "40%"),
    (REST, "三十岁以下的有74%，另外{}过了三十。", "26%", "36%"),
    (REST, "按时复诊的人里，六十岁以上的占71.5%，不到六十的只有{}。", "28.5%", "38.5%"),
    (REST, "早高峰的客流，从换乘站来的占六成，从街面进站的占{}。", "四成", "五成"),
    (REST, "自有品牌占销售额的两成八，供应商品牌占{}。", "七成二", "八成二"),
    (REST, "接通率89.5%，有{}的电话没人接。", "10.5%", "15.0%"),
    (REST, "没退的人里，学完的占八成八，没学完又没退的占{}。", "一成二", "两成二"),
    (REST, "线上挂号占八成三，窗口只剩{}。", "一成七", "两成七"),
    (REST, "退订的订单里，当天退的占35%，提前退的占41%，中间的占{}。", "24%", "34%"),
    (REST, "工业用电占55%，居民用电占28%，商业和其他加起来{}。", "17%", "27%"),
    (REST, "债券58%、存款17%、权益14%、非标11%，债券以外占{}。", "42%", "48%"),
    (RATIO, "弹窗触达480万人，点进去看的有96万，点击率{}。", "两成", "三成"),
    (RATIO, "延误的46起里，信号故障占23起；车门故障12起，约占{}。", "26%", "36%"),
    (RATIO, "球队打了34场，赢17场，胜率{}。", "五成", "六成"),
    (RATIO, "分期用户320万，其中逾期的8万。这8万人当中，拖过一季的有2.4万，占了{}。", "三成", "四成"),
    (RATIO, "全县共有学校250所。\n\n撤并之后，山区剩下50所，恰好占全部学校的{}。", "五分之一", "四分之一"),
    (OPEN, "首贷转化率从12.5%降到8.0%，降幅为{}。", "36%", "46%"),
    (OPEN, "月卡由219元调到249元；和2021年的159元相比，累计上涨{}。", "56.6%", "65.6%"),
    (OPEN, "月卡2021年卖159元，2023年219元，四月调到249元；和2021年比，累计涨了{}。", "56.6%", "65.6%"),
    (OPEN, "2022年驿电占48%；2024年对手来了，驿电占40%，友电占35%，驿电两年丢掉{}。", "8个百分点", "8%"),
    (OPEN, "满意率是58.0%，换了承包商，这个数掉到46.4%，少了11.6个百分点，相对跌幅{}。", "两成", "三成"),
]  # fmt: skip
TRUE = [
    "女性占65%，大专以上占58%。",
    "有车的占44%，有房的占66%。",
    "受访者里担心费用的占52%，担心隐私的占61%。",
    "男性用户中会员占52%，女性用户中会员占60%。",
    "2019年线上占六成，2023年只剩三成。",
    "其余的钱里，20%用于还债，35%用于房租。",
    "三种口味里，原味占48%，辣味占31%，甜味占21%。",
    "61.3%的人绝不让孩子单独坐，只有不到8%的人会优先选。",
    "出口订单120万件，内销80万件，退货率12%。",
    "1,500户里，还清的占54%，其余690户没有。有欠款的家庭里，四成同时用着两种工具。",
    "网点从1,200家撤到900家，其中县域撤了180家，占撤掉的六成。",
    "保价件的比例2020年为6%，去年为9%，提高3个百分点。",
    "准点率2022年为98.2%，到2024年只剩95.9%。",
    "不良率为2.83%。拨备覆盖率180%，比监管线高三十个点。",
    "2023年货运3,900吨，少于2020年的4,100吨。2023年旅客比2022年增长约67%。",
]


def _reds(text: str) -> set[str]:
    return {f.check for f in checked(text).findings if f.verdict.tone == "red"}


@pytest.mark.parametrize(("check", "text", "right", "wrong"), CASES)
def test_an_error_is_found_and_the_correct_text_is_not_accused(
    check: str, text: str, right: str, wrong: str
) -> None:
    assert not _reds(text.format(right))
    assert check in _reds(text.format(wrong))


@pytest.mark.parametrize("text", TRUE)
def test_what_is_of_something_else_is_left_alone(text: str) -> None:
    assert not _reds(text)


def test_what_is_left_is_told_with_its_subtraction() -> None:
    (found,) = raised("42%的人步行，31%骑车，其余17%开车。", REST)
    assert found.said.zh == "前面是42%、31%，余下的应是27%，不是文中的17%。"
    assert found.formula.zh == "100% − 73% = 27%"


def test_a_share_of_two_amounts_is_told_with_its_division() -> None:
    (found,) = raised("球队打了34场，赢17场，胜率六成。", RATIO)
    assert found.said.zh == "17场占34场的50%，不是文中的六成。"
    assert found.formula.zh == "17场 ÷ 34场 = 50%"
