"""Prices by the day, and rates of other loans that stand beside each other."""

from __future__ import annotations

import pytest
from check_cases import alone, raised

WRONG = [
    ("price_by_time", "游泳馆年卡1825元，前台说平均每天只要{}元。", "5", "8"),
    ("price_by_time", "储物柜一年租金960元，相当于每月{}元。", "80", "96"),
    ("price_by_time", "季卡270元，按90天算，平均每天{}元。", "3", "4.5"),
    ("price_by_time", "周卡42元，折合每天{}元。", "6", "7"),
    ("instalment_rates", "本金分12期还，每期手续费率0.5%。按内部收益率折算，年化大约是{}%。", "10.9", "8.9"),
    ("interest_told", "违约金按日千分之一计收。李某欠款2万元，逾期15天，违约金{}元。", "300", "450"),
]


@pytest.mark.parametrize(("check", "text", "right", "wrong"), WRONG)
def test_a_wrong_conversion_is_red(check: str, text: str, right: str, wrong: str) -> None:
    assert not [f for f in alone(text.format(right), check) if f.verdict.tone == "red"]
    assert [f.verdict.tone for f in alone(text.format(wrong), check)] == ["red"]


OTHER = [
    "年卡2400元，小陈去了80次，平均一次只要30元。",
    "年卡2400元，月卡300元，年卡平均每月只要200元。",
    "套餐一年1200元，活动价平均每天只要2元，比原价省了一半。",
    "日息万分之四，单利年化14.6%。另一笔月费率0.7%，分12期，内部收益率约15%。",
    "旧版日利率万分之五，年化18.25%。新版分12期，每月手续费0.8%，按内部收益率折算，年化大约是17.3%。",
    "罚息按日万分之五计收，正常利率每日万分之三。借款10万元，30天利息900元。",
    "全年电费73万元，平均每天2000元，平均每月约6.1万元。",
]


@pytest.mark.parametrize("text", OTHER)
def test_what_may_be_another_is_left_alone(text: str) -> None:
    keys = ("price_by_time", "annualised", "interest_told", "instalment_rates")
    assert not [f for key in keys for f in raised(text, key) if f.verdict.tone == "red"]
