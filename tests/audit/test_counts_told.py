"""Counts against what they count: lists that they close, bullets, tables, headings, one value for each."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

from desktop.audit.apposed import apposed
from desktop.audit.counted_above import out_of_count

RATES = table("公司 | 首重", "捷通 | 12元", "远风 | 10元", "百里 | 11元", "合计 | 33元")
HEADS = "{}\n\n## 一、太甜\n\n每只含糖18克。\n\n## 二、太贵\n\n一只9元。\n\n## {}、太早\n\n二月上架。\n\n## 尾声\n\n{}"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("云海、碧泉、松月三家酒店换了东家。", "云海、碧泉、松月五家酒店换了东家。"),
        ("门店按“保、改、关”三类处理。", "门店按“保、改、关”四类处理。"),
        ("书店受到电商平台与直播的双重挤压。", "书店受到电商平台与直播的三重挤压。"),
        ("苹果、梨、桃三者之中，桃最怕压。", "苹果、梨、桃四者之中，桃最怕压。"),
        ("关停有两个诱因。一是环保没过，二是银行抽贷。", "关停有三个诱因。一是环保没过，二是银行抽贷。"),
        ("- 砍店\n- 统采\n- 关仓\n\n上述三项措施见效了。", "- 砍店\n- 统采\n- 关仓\n\n上述五项措施见效了。"),
        ("### 三大短板\n\n- 品控\n- 物流\n- 客服", "### 五大短板\n\n- 品控\n- 物流\n- 客服"),
        (f"下表列出三家快递的报价。\n\n{RATES}", f"下表列出五家快递的报价。\n\n{RATES}"),
        ("客户分三类：工薪族、个体户和学生，前两类最多。", "客户分四类：工薪族、个体户和学生，前两类最多。"),
        ("其一，房东涨租；其二，客流分散；其三，老板病了。", "其一，房东涨租；其二，客流分散；其四，老板病了。"),
        ("They sent three notes: a date, a plan and a number.", "They sent five notes: a date, a plan and a number."),
    ],
)  # fmt: skip
def test_a_count_is_held_against_its_list(right: str, wrong: str) -> None:
    assert [f for f in raised(right, "announced") if f.verdict.tone == "red"] == []
    assert [f.verdict.tone for f in raised(wrong, "announced")] == ["red"]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (("下面从三个方面来看。", "三", ""), ("下面从五个方面来看。", "三", "")),
        (("", "三", "说到底，这三点都绕不开一个懒字。"), ("", "三", "说到底，这五点都绕不开一个懒字。")),
        (("", "三", ""), ("", "五", "")),
    ],
)
def test_a_count_is_held_against_the_headings(
    right: tuple[str, str, str], wrong: tuple[str, str, str]
) -> None:
    assert raised(HEADS.format(*right), "announced") == []
    assert [f.verdict.tone for f in raised(HEADS.format(*wrong), "announced")] == ["red"]


@pytest.mark.parametrize(
    "text",
    [
        "公司在北京、上海、广州开了四家店。",
        "北京、上海、广州四家门店亏损。",
        "银行、券商，基金、保险四类机构参加。",
        "一、二、三类医院都在内。",
        "下线公告列出六条理由：安全、合规、成本、人手、竞争和定位\n\n" + RATES,
        "2021、2022、2023年分别为71%、66%、58%。",
        "甲、乙两地分别为71%、66%、58%和40%。",
    ],
)
def test_what_counts_something_else_is_left_alone(text: str) -> None:
    assert [f.said.zh for f in checked(text).findings if f.verdict.tone == "red"] == []


def test_names_have_one_value_each() -> None:
    (found,) = raised("2021、2022、2023年的续费率分别为71%、66%。", "respective")
    assert found.verdict.tone == "red"
    assert "3项" in found.said.zh
    assert "2个数" in found.said.zh


def test_links_within_a_name_are_no_more_items() -> None:
    assert list(apposed("受到政策与技术和人才的双重挤压")) == []
    (one,) = apposed("受到政策与技术和人才的五重挤压")
    assert (one.number, len(one.items)) == (5, 3)


def test_ordinals_begin_anew() -> None:
    assert list(out_of_count("第一，甲。第二，乙。第一，丙。第二，丁。")) == []
    assert [(n, before) for *_, n, before in out_of_count("第一，甲。第二，乙。第四，丙。")] == [(4, 2)]
