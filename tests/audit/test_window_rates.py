"""Counts over stretches of different length: their means, and how they compare by the month or the day."""

from __future__ import annotations

import pytest
from check_cases import alone

from desktop.audit.pace_windows import length_in

KEY = "window_rates"
CASES = (
    ("平台2023年全年处理投诉4800件，月均400件；2024年一季度就有1500件，按月算是500件，{}。", "增加25%", "下降69%"),
    ("改造前半年卖出6.6万杯，改造后三个月卖出4.2万杯。按月折算，销量{}。", "涨了27%", "跌了36%"),
    ("上半年新开网点36个，下半年只开了18个；2023年全年开了30个，平均每月{}个。", "2.5", "5"),
    ("去年一年报修1,460次，平均每天{}次。", "4", "12"),
    ("旺季一周跑12趟，淡季一个月才跑24趟，{}。", "少了一半", "翻了一番"),
    ("一个季度作业5400亩；补贴发放后，半年作业1.44万亩，按月计{}。", "增加三分之一", "增加167%"),
    ("图书馆2021年接待读者73万人次，日均{}人次。", "2000", "6万"),
    ("2024年1—8月新增借款人48万，月均{}。", "6万", "4万"),
    ("热线头十天接到电话1,300个，此后二十天只接到1,040个，日均由130个降到{}个。", "52", "104"),
    ("2020年全年放款96亿元，2021年前四个月放款40亿元。若按月平均，后者比前者{}。", "高25%", "低58%"),
    ("近6个月内逾期不得超过3次，新版改为近12个月内不得超过2次。摊到每个月，允许的次数{}。", "下降约67%", "下降约33%"),
)  # fmt: skip
RIGHT = (
    "采购价2022年是2232元，2024年是2100元。电池寿命缩短，摊到每个月，成本从62元变成84元。",
    "全年5,400件，头三个月2,160件，件数只有四成，可按月平均，增加60%。",
    "国庆七天接待游客182万人次，五一五天接待104万人次，日均多出25.0%。",
    "旧日利率每天收5元，新的每天收4元，折成月利率是1.2%。",
    "去年四季度月均放款约40亿元，全年利息收入7.9亿元。",
)
LENGTHS = (
    ("全年", 12.0),
    ("三季度", 3.0),
    ("一个季度", 3.0),
    ("1—8月", 8.0),
    ("前五个月接待", 5.0),
    ("按月算是", 1.0),
    ("下半年前两个月", 2.0),
)


@pytest.mark.parametrize(("text", "right", "wrong"), CASES)
def test_a_mean_or_a_pace_that_no_count_gives_is_red(text: str, right: str, wrong: str) -> None:
    """What no two counts of a text give by the month or the day."""
    assert [f for f in alone(text.format(wrong), KEY) if f.verdict.tone == "red"]
    assert not alone(text.format(right), KEY)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_told_of_something_else_is_no_mean_of_the_counts(text: str) -> None:
    """Prices, rates and means of counts of their own."""
    assert not alone(text, KEY)


@pytest.mark.parametrize(("words", "months"), LENGTHS)
def test_words_name_a_length_of_time(words: str, months: float) -> None:
    """The length of time that a count is over, in months."""
    found = length_in(words)
    assert found is not None
    assert found.months == months


def test_two_lengths_are_none() -> None:
    """A clause with two lengths does not say which the count is over."""
    assert length_in("上半年比前三季度少") is None
