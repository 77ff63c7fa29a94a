"""Means of a list within a sentence, and what the first few of it come to."""

from __future__ import annotations

import pytest
from check_cases import alone

CASES = (
    ("五位店长当月业绩依次为86万元、72万元、65万元、51万元、46万元，人均{}万元。", "64", "80"),
    ("公告后四周，支取额分别为9.6亿元、7.2亿元、5.4亿元和3.8亿元，平均每周{}亿元。", "6.5", "5.6"),
    ("一至四季度营收依次为19.4亿元、20.8亿元、22.1亿元和24.1亿元，{}平均21.6亿元。", "单季", "单月"),
    ("按份额，甲平台41.2%，乙平台19.6%，丙平台16.3%，丁平台12.4%。前两名合计{}。", "60.8%", "57.5%"),
    ("四家门店分别卖出50台、30台、15台和5台，前两家占{}。", "80%", "65%"),
)
RIGHT = (
    "三家分店分别卖出120台、98台和76台，平均每天卖9.8台，人均14.7台。",
    "三款套餐月费分别为39元、59元和99元，平均每个用户付52元。",
    "四个区的门店分别有12家、9家、7家和4家，前两个区合计占65.6%，户均投诉3件。",
    "三地利率分别为3.1%、3.4%和3.9%，平均3.3%。",
    "三个车间分别有40人、50人和60人，人均产值12万元。",
    "全省共有门店200家，四个市分别有60家、40家、20家和10家，前两个市占50%。",
    "五家机构分别投放8亿元、6亿元、5亿元、4亿元和2亿元，前三家合计19亿元，平均5亿元。",
    "四个季度的赔付依次为1.8亿元、2.2亿元、2.6亿元和3.4亿元，月均约0.83亿元。",
)


@pytest.mark.parametrize(("text", "right", "wrong"), CASES)
def test_a_mean_or_a_sum_of_leaders_that_the_list_does_not_give_is_wrong(
    text: str, right: str, wrong: str
) -> None:
    assert not alone(text.format(right), "list_stats")
    assert alone(text.format(wrong), "list_stats")


@pytest.mark.parametrize("text", RIGHT)
def test_means_of_other_things_are_left_alone(text: str) -> None:
    assert not alone(text, "list_stats")
