"""The edge cases of the annotation guideline, one by one, and more of their kind."""

from __future__ import annotations

from typing import Any

import pytest
from extract_tools import brief, found_in


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("占到30%以上", ("30%以上", 30, None, ">=", "%")),
        ("比例不得低于30%", ("不得低于30%", 30, None, ">=", "%")),
        ("转化率不足15%", ("不足15%", None, 15, "<", "%")),
        ("平均审批要5分钟级别", ("5分钟级别", 5, 5, "~", "minute")),
        ("发货3200-3400万件", ("3200-3400万件", 32000000, 34000000, "=", "count:件")),
        ("资金500-5000万元", ("500-5000万元", 5000000, 50000000, "=", "CNY")),
        ("额度500-30万元", ("500-30万元", 500, 300000, "=", "CNY")),
        ("利率12%-18%", ("12%-18%", 12, 18, "=", "%")),
        ("利率1.5-2.0%", ("1.5-2.0%", 1.5, 2, "=", "%")),
        ("要价七八十元", ("七八十元", 70, 80, "~", "CNY")),
        ("规模两三百万元", ("两三百万元", 2000000, 3000000, "~", "CNY")),
        ("来了１，２００人".replace("，", ","), ("１,２００人", 1200, 1200, "=", "person")),
        ("覆盖1,050 家企业", ("1,050 家", 1050, 1050, "=", "count:家")),
        ("投诉3,400余条", ("3,400余条", 3400, None, ">", "count:条")),
        ("接待1200多万人次", ("1200多万人次", 12000000, None, ">", "count:人次")),
        ("用了两个半小时", ("两个半小时", 2.5, 2.5, "=", "hour")),
        ("三成企业停产", ("三成", 30, 30, "=", "%")),
        ("平均降八成二", ("八成二", 82, 82, "=", "%")),
        ("半数以上受访者", ("半数以上", 50, None, ">=", "%")),
        ("不到三分之一", ("不到三分之一", None, pytest.approx(100 / 3), "<", "%")),
        ("收入$12.4B", ("$12.4B", 12_400_000_000, 12_400_000_000, "=", "USD")),
        ("规模~$80B+", ("~$80B+", 80_000_000_000, None, ">=", "USD")),
        ("利差+45bps", ("+45bps", 45, 45, "=", "bp")),
        ("排名第3位", ("第3位", 3, 3, "=", "rank")),
        ("进入前八", ("前八", None, 8, "<=", "rank")),
        ("跻身TOP5", ("TOP5", None, 5, "<=", "rank")),
        ("税率为**12.5**%", ("12.5**%", 12.5, 12.5, "=", "%")),
        ("保费4.2元/日", ("4.2元/日", 4.2, 4.2, "=", "CNY/day")),
        ("签了几十家客户", ("几十家", 10, None, ">=", "count:家")),
        ("罚货值十五倍以上三十倍以下", ("十五倍以上三十倍以下", 15, 30, "=", "times")),
        ("一杯卖9块9", ("9块9", 9.9, 9.9, "=", "CNY")),
        ("百分之三十的人", ("百分之三十", 30, 30, "=", "%")),
        ("市值5.54萬億元", ("5.54萬億元", 5_540_000_000_000, 5_540_000_000_000, "=", "CNY")),
        ("收入超過212億元", ("超過212億元", 21_200_000_000, None, ">", "CNY")),
        ("遊客572萬人", ("572萬人", 5_720_000, 5_720_000, "=", "person")),
        ("上升3個百分點", ("3個百分點", 3, 3, "=", "pp")),
        ("關閉兩百間分店", ("兩百間", 200, 200, "=", "count:间")),
        ("It cut about 10 percent", ("about 10 percent", 10, 10, "~", "%")),
        ("It closed more than 350 stores", ("more than 350 stores", 350, None, ">", "count:stores")),
        ("It lost up to 350 jobs", ("up to 350 jobs", None, 350, "<=", "count:jobs")),
        ("Debt was at least $310 million", ("at least $310 million", 310_000_000, None, ">=", "USD")),
        ("Debt was 5.2 times EBITDA", ("5.2 times", 5.2, 5.2, "=", "times")),
        ("门店增至2，345家", ("2，345家", 2345, 2345, "=", "count:家")),
        ("支出１，２００，３００元", ("１，２００，３００元", 1200300, 1200300, "=", "CNY")),
        ("产量1\u202f234\u202f567吨", ("1\u202f234\u202f567吨", 1234567, 1234567, "=", "ton")),
        ("单车利润-1.2万元", ("-1.2万元", -12000, -12000, "=", "CNY")),
        ("夜里零下12度", ("零下12度", -12, -12, "=", "celsius")),
        ("增速在5%~-2%之间", ("5%~-2%", -2, 5, "=", "%")),
        ("开发十至十五年", ("十至十五年", 10, 15, "=", "year")),
        ("租金5000-1万", ("5000-1万", 5000, 10000, "=", None)),
        ("比重小于等于60%", ("小于等于60%", None, 60, "<=", "%")),
        ("亏了8个亿", ("8个亿", 800_000_000, 800_000_000, "=", None)),
        ("赚了两个多亿", ("两个多亿", 200_000_000, None, ">", None)),
        ("每单五毛钱", ("五毛钱", 0.5, 0.5, "=", "CNY")),
        ("每斤三块二毛五", ("三块二毛五", 3.25, 3.25, "=", "CNY")),
        ("阅读10w+", ("10w+", 100000, None, ">=", None)),
        ("只剩58k", ("58k", 58000, 58000, "=", None)),
        ("芯片2674.9亿块", ("2674.9亿块", 267_490_000_000, 267_490_000_000, "=", "count:块")),
        ("油耗6.4L/100km", ("6.4L/100km", 6.4, 6.4, "=", "L/100km")),
        ("补助500元/人/天", ("500元/人/天", 500, 500, "=", "CNY/person/day")),
        ("ROE15.2%", ("15.2%", 15.2, 15.2, "=", "%")),
        ("流量费占4 成", ("4 成", 40, 40, "=", "%")),
        ("发生火灾8起", ("8起", 8, 8, "=", "count:起")),
        ("来了三十几家", ("三十几家", 30, None, ">", "count:家")),
        ("裁到11个人", ("11个人", 11, 11, "=", "person")),
    ],
)
def test_amounts(sentence: str, expected: tuple[Any, ...]) -> None:
    assert brief(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "面向B端和C端", "P2P与O2O", "3C产品", "一二线城市", "三线以下", "第三方支付", "第一次",
        "一个办法", "一方面", "唯一之一", "95后用户",
        "末班车18:30发出", "使用GPT-4和iPhone 15", "分辨率1920×1080", "依照第24条",
        "证监会〔2021〕24号文", "万一出事", "千万不要", "十分重要",
        "拨打400-123-4567", "版本2.0.1", "三甲医院", "一度领先", "百度与三星",
        "见https://a.example/2024/12345", "比分3:1", "主客4比3", "配比1:5", "10点30分开会", "从9点到18点",
        "上世纪90年代", "2023款车型", "三方协议", "T+0赎回", "前五批集采", "三番五次催", "个人贷款",
    ],
)  # fmt: skip
def test_numbers_that_are_no_quantities(sentence: str) -> None:
    assert found_in(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "role", "direction"),
    [
        ("销量下降35%", "change", "down"), ("销量下降至35%", "level", "down"), ("投诉增长3倍",
        "change", "up"),
        ("余额突破5000亿元", "level", "up"), ("留存率跌破40%", "level", "down"), ("占比达42%", "ratio", None),
        ("是对手的8倍", "ratio", None), ("要求不低于10亿元", "threshold", None), ("同比+7%", "change", "up"),
        ("提高银行出资比例至70%以上", "ratio", "up"), ("逾期率上升2.8个百分点", "change", "up"), (
        "未进入前20", "rank", None),
    ],
)  # fmt: skip
def test_role_and_direction(sentence: str, role: str, direction: str | None) -> None:
    (found,) = [i for i in found_in(sentence) if i["unit"] != "date"]
    assert (found["role"], found["direction"]) == (role, direction)


@pytest.mark.parametrize(
    ("sentence", "role", "direction"),
    [
        ("客流少了三成", "change", "down"), ("翻了三倍", "change", "up"), ("客单价↓3.2元", "change", "down"),
        ("减少幅度为47.36%", "change", "down"), ("同比减亏3.2亿元", "change", "down"),
        ("LPR-20bp", "change", "down"), ("起付线降至300元", "threshold", "down"), ("须达到15%", "threshold", None),
        ("三十多岁", "level", None), ("高于活期2.8个百分点", "change", "up"), ("60岁以上", "threshold", None),
    ],
)  # fmt: skip
def test_more_roles_and_directions(sentence: str, role: str, direction: str | None) -> None:
    (found,) = found_in(sentence)
    assert (found["role"], found["direction"]) == (role, direction)


def test_an_arrow_between_two_levels_makes_a_pair() -> None:
    first, second = found_in("毛利率23.4%↑至25.1%")
    assert (first["role"], second["change_from"], second["direction"]) == ("level", first["id"], "up")


def test_a_step_between_two_levels_gives_no_unit_to_the_second() -> None:
    first, step, second = found_in("月活从300万翻了两番，冲上1200万")
    assert (first["unit"], step["unit"], second["unit"]) == (None, "count:番", None)
    assert (second["comparator"], second["value_low"]) == ("=", 12_000_000)


def test_where_something_began_is_no_least_value() -> None:
    assert [q["comparator"] for q in found_in("车队从640辆起，扩到1560辆")] == ["=", "="]
    assert [q["comparator"] for q in found_in("票价640元起")] == [">="]


def test_bare_numbers_are_read_where_a_text_leads_from_one_to_the_other() -> None:
    assert [q["value_low"] for q in found_in("库存系数从2.4掉到1.2")] == [2.4, 1.2]
    assert [q["value_low"] for q in found_in("Headcount fell from 1,200 to 900 last spring")] == [1200, 900]
    assert found_in("The board met 12 of the founders") == []


def test_figures_told_together_have_each_their_name() -> None:
    found = found_in("甲公司、乙公司、丙公司的毛利率分别为32%、28%、19%")
    assert [(i["entity"], i["indicator"]) for i in found] == [
        ("甲公司", "毛利率"), ("乙公司", "毛利率"), ("丙公司", "毛利率"),
    ]  # fmt: skip
    found = found_in("销售面积、销售额分别下降5.3%和1.1%")
    assert [(i["indicator"], i["role"], i["direction"]) for i in found] == [
        ("销售面积", "change", "down"), ("销售额", "change", "down"),
    ]  # fmt: skip


def test_a_share_is_named_after_what_it_is_a_share_of() -> None:
    income, share, growth = found_in("线下渠道收入8.6亿元，占比72%，同比下降15%")
    assert [i["indicator"] for i in (income, share, growth)] == [
        "线下渠道收入",
        "线下渠道收入·占比",
        "线下渠道收入",
    ]


def test_words_that_are_no_name_stay_out_of_the_indicator() -> None:
    (found,) = found_in("提倡不超过40集")
    assert found["indicator"] is None


def test_english_dates_and_the_noun_before_the_verb() -> None:
    first, start, second, end = found_in(
        "Spending on licences rose from $120 million in 2020 to $310 million in 2022"
    )
    assert [(d["text"], d["period"]) for d in (start, end)] == [("2020", "2020"), ("2022", "2022")]
    assert [q["indicator"] for q in (first, second)] == ["Spending on licences"] * 2
    assert (first["period"], second["period"], second["change_from"]) == ("2020", "2022", first["id"])
    assert all("change_from" not in q for q in found_in("Plans cost $4.99 to $6.99 a month"))
    assert [d["period"] for d in found_in("Closed on 12 May 2023, not in June 2023 or on July 4, 2024")] == [
        "2023-05-12",
        "2023-06",
        "2024-07-04",
    ]


@pytest.mark.parametrize("lead", ["which is currently", "down from", "at", "It is on only"])
def test_no_function_word_is_an_indicator(lead: str) -> None:
    (one,) = found_in(f"{lead} $616 million")
    assert one["indicator"] is None
