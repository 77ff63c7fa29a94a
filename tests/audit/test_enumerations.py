"""Enumerations of a sentence read as tables, and what is told of their halves, quarters and first few."""

from __future__ import annotations

import pytest

from tests.audit.check_cases import alone, checked, raised, table

QUARTERS = "四个季度投诉依次为320件、410件、530件和740件，"
SALES = "分季度看，一季度卖出19.4亿元，二季度20.8亿元，三季度22.1亿元，四季度24.1亿元。"
SHARES = "市场份额：东澜41.2%，飞麦19.6%，乘风16.3%，小驿12.4%，其余10.5%。"
WEEKS = "公告后四周，支取额分别为9.6亿元、7.2亿元、5.4亿元和3.8亿元，"
MONEY = "三家渠道里，渔火102亿元，占50%，麦田61.2亿元，占30%，灯塔40.8亿元，占20%。"
BY_QUARTER = table("季度 | 营收（亿元）", "一季度 | 5.0", "二季度 | 6.0", "三季度 | 7.0", "四季度 | 9.0")
CASES = [
    ("stretches", QUARTERS + "下半年占{}。", "63.5%", "53.6%"),
    ("stretches", QUARTERS + "下半年比上半年多{}。", "74.0%", "42.5%"),
    ("stretches", QUARTERS + "上半年共{}。", "730件", "370件"),
    ("stretches", SALES + "{}平均21.6亿元。", "单季", "单月"),
    ("stretches", SALES + "{}合计46.2亿元。", "下半年", "三季度"),
    ("stretches", f"{BY_QUARTER}\n\n前三季度合计{{}}。", "18亿元", "16亿元"),
    ("superlatives", WEEKS + "最多的是{}。", "第一周", "第二周"),
    ("row_ranks", SHARES + "飞麦排{}。", "第二", "第三"),
    (
        "told_shares",
        "三家渠道里，渔火102亿元，占50%，麦田61.2亿元，占{}，灯塔40.8亿元，占20%。",
        "30%",
        "36%",
    ),
    (
        "told_shares",
        "全年投诉8,640件：催收3,715件，占43%，费用2,592件，占{}，其他2,333件，占27%。",
        "30%",
        "33%",
    ),
]
RIGHT = (
    SHARES + "前两名合计60.8%。",
    MONEY + "前两家合计占80%。",
    SHARES + "飞麦用户最多，前两名的店数合计占三成。",
    QUARTERS + "下半年同比多42.5%，其中四季度的退款占63.5%。",
    SALES + "上一年下半年只有30.2亿元，计划明年上半年做到50亿元。",
    QUARTERS + "每个月要处理3800人的来电。",
    SALES + "四季度每天卖出2619万元。",
)


@pytest.mark.parametrize(("check", "text", "right", "wrong"), CASES)
def test_a_slip_is_found_and_the_right_words_are_not(check: str, text: str, right: str, wrong: str) -> None:
    assert alone(text.format(wrong), check)
    assert [f for f in checked(text.format(wrong)).findings if f.verdict.tone == "red"]
    assert not [f.said.zh for f in checked(text.format(right)).findings if f.verdict.tone == "red"]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_told_of_something_else_is_left_alone(text: str) -> None:
    assert not [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"]


def test_a_finding_speaks_of_a_list_and_of_no_table() -> None:
    found = raised(SHARES + "飞麦排第三。", "row_ranks")[0]
    assert "文中所列的“市场份额”" in found.said.zh or "文中所列" in found.said.zh
    assert "表中" not in found.said.zh
    assert "column" not in found.said.en


def test_a_change_whose_base_is_told_behind_it_is_recomputed() -> None:
    text = "家电类96.5亿元，增长{}（上年81.2亿元）；通讯类74.8亿元，增长21.4%（上年61.6亿元）。"
    assert raised(text.format("15.3%"), "relative_change")
    assert not raised(text.format("18.8%"), "relative_change")
    rate = "新发放贷款平均利率为3.06%，比上年低14个基点；上年为{}。"
    assert raised(rate.format("2.92%"), "points")
    assert not raised(rate.format("3.20%"), "points")
