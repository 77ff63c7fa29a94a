"""A year from its months, its days and its years: amounts, yields and means; shares that are told as all."""

from __future__ import annotations

import pytest
from check_cases import alone


@pytest.mark.parametrize(
    ("text", "check", "right", "wrong"),
    [
        ("仓位每平方米每月租金45元，租满一年是{}。", "by_words", "540元", "450元"),
        ("一季度装车3.2万辆，照这个速度，全年可装{}。", "by_words", "12.8万辆", "16万辆"),
        ("今年5月，站点收件7万件，按这个月的节奏推算，一年能收{}。", "by_words", "84万件", "70万件"),
        ("她把4万元放进现金产品，45天赚了120元，按365天折算，年化收益率约{}。", "by_words", "2.43%", "24.3%"),
        ("六年前立项至今，三年累计增长33.1%，折合年均复合增速{}。", "growth_chain", "10%", "15%"),
        ("四年累计下降34.4%，年均下降{}。", "growth_chain", "10%", "12%"),
        (
            "网页写着“日息万分之三”。按365天折成单利年化，是{}。银行的信用卡年化18.25%。",
            "annualised",
            "10.95%",
            "1.1%",
        ),
        ("愿意留下的占35%，不到四成；其余职工都选了“看情况”，占{}。", "rest_shares", "65%", "75%"),
        ("自住的占41%，四成出头；其余房源都在出租，占{}。", "rest_shares", "59%", "69%"),
        (
            "退货率直播间45%，门店15%，前者高出30个百分点，是后者的{}，换个说法就是高出2倍。",
            "former_latter",
            "3倍",
            "5倍",
        ),
        ("校舍花了54亿元，医院花了18亿元，前者比后者多{}。", "former_latter", "2倍", "3倍"),
        ("夜校2021年不过30人，2024年有90人，增长了{}。", "multiples", "2倍", "3倍"),
    ],
)
def test_the_parts_tell_the_year(text: str, check: str, right: str, wrong: str) -> None:
    assert alone(text.format(right), check) == []
    (found,) = alone(text.format(wrong), check)
    assert found.verdict.tone == "red"
    assert "{" not in found.said.zh + found.said.en


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("他每月工资6000元，一年公积金8000元。", "by_words"),
        ("每月租金3000元，押一付三，一年租金3.3万元。", "by_words"),
        ("每月房租2000元，租一年送一个月，一年只要22000元。", "conversions"),
        ("手机卡每月短信费2元，一年34元（含年费10元）。", "conversions"),
        ("7月卖了8万件，而去年全年只卖了50万件。", "by_words"),
        ("他买了3万元基金，60天亏了90元，年化收益率3.5%是宣传页上的数。", "by_words"),
        ("五年间从2020年做到2024年，五年累计增长46.4%，年均增长10%。", "growth_chain"),  # four steps
        ("本地客占62%；其余客人来自外省，占28%，来自境外的占10%。", "rest_shares"),
        ("甲校有教师24人，乙校有教师8人，后者少16人，是前者的三分之一。", "part_shares"),
    ],
)
def test_what_is_of_something_else_is_left_alone(text: str, check: str) -> None:
    assert alone(text, check) == []
