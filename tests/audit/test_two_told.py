"""Which of two told things a clause calls more, and words of gain and loss: right, turned round, and not told."""

from __future__ import annotations

import pytest
from check_cases import raised

TURNED = [
    (
        "two_told",
        "城东支行新增贷款2.4亿元，城西支行新增1.9亿元。论新增规模，",
        "城东支行更胜一筹",
        "城西支行更胜一筹",
    ),
    ("two_told", "一台柜子的年均成本约4000元，一名骑手的年均成本约7.2万元，", "柜子便宜得多", "骑手便宜得多"),
    ("two_told", "甲院次均费用为312元，乙院为287元，", "同等病种下甲院贵25元", "同等病种下甲院便宜25元"),
    ("two_told", "甲院平均住院6.2天，乙院要7.5天，", "住院时间上乙院更长", "住院时间上甲院更长"),
    ("two_told", "省馆全年接待读者286万人次，市馆接待194万人次，", "前者多出近百万", "后者多出近百万"),
    (
        "two_told",
        "1号机组今年检修了21天，2号机组检修了34天，",
        "检修时间上2号长了13天",
        "检修时间上2号短了13天",
    ),
    ("two_told", "退赛率男子组6.1%，女子组4.7%，", "退赛比例男子高些", "退赛比例女子高些"),
    (
        "two_told",
        "高铁里程1860公里，高速公路里程7420公里，",
        "高铁里程远不及高速公路",
        "高速公路里程远不及高铁",
    ),
    ("two_told", "男生达标率77%，女生达标率84%，", "女生比男生高7个百分点", "女生比男生低7个百分点"),
    ("two_told", "人工每吨420元，机采每吨310元，", "与人工相比，机采更便宜", "与机采相比，人工更便宜"),
    (
        "two_told",
        "同样的体检，在医院零买要430元，",
        "办一张399元的卡反而便宜31元",
        "办一张399元的卡反而贵31元",
    ),
    ("two_told", "公办园在园幼儿8.4万人，民办园6.1万人，", "公办园占了大头", "公办园只占小头"),
    ("two_told", "研发由1200人扩到2100人，销售由2600人裁到1900人。", "如今研发多于销售", "如今研发少于销售"),
    (
        "row_order",
        "车型 | 续航（公里） | 售价（万元）\n---|---|---\n白鹿S | 520 | 18.6\n松风7 | 610 | 21.9\n\n论售价，",
        "白鹿S比松风7更便宜",
        "松风7比白鹿S更便宜",
    ),
    ("turns", "罚单由86张减到52张，", "少开了34张", "多开了34张"),
    ("covers", "职工食堂收入46万元，食材与人工开支51万元，", "入不敷出", "略有盈余"),
    ("covers", "利息支出860万元，息税前利润790万元，", "利润不够付利息", "利润足够付利息"),
    ("covers", "出栏价每公斤15.2元，养殖成本每公斤16.1元，", "养殖户卖一头亏一头", "养殖户卖一头赚一头"),
    ("gain_signs", "年初每单赚2.8元；调价之后，每单亏0.5元，", "由盈转亏", "扭亏为盈"),
    ("gain_signs", "每放100元，由赚2.8元变成亏0.5元，", "可见涨价没换来利润", "可见涨价换来了更多利润"),
    ("gain_signs", "2023年送了2250万件，", "每件亏3.2元，全年亏损7200万元", "每件赚3.2元，全年亏损7200万元"),
    ("conclusions", "柜子多了25%，骑手仅多6.7%。", "骑手增速明显低于柜子", "骑手增速明显高于柜子"),
    ("conclusions", "活跃卡量增长8%，交易额增长3%，", "也就是说单卡交易额在下降", "也就是说单卡交易额在上升"),
]
ALONE = [
    ("two_told", "2024年公司收入18.9亿元，离20亿元只差1.1亿元。"),
    ("two_told", "甲院次均费用去年为312元，今年为287元，今年便宜25元。"),
    ("two_told", "甲院次均费用为312元，乙院为287元，甲院的设备更新。"),
    ("two_told", "甲院次均费用为312元，乙院为287元，但甲院的满意度更高。"),
    ("two_told", "甲院次均费用为312元，乙院为287元，如果算上药费，乙院更贵。"),
    ("two_told", "甲院平均住院6.2天，乙院7.5天，甲院床位比丙院少。"),
    ("two_told", "城东支行的不良率从1.2%升到1.5%，城西支行从1.8%降到1.6%，城东支行更低。"),
    ("covers", "收入46万元，成本51万元，加上补贴才略有盈余。"),
    ("covers", "营业收入46万元，其中外卖成本51元，略有盈余。"),
    ("gain_signs", "每件赚3.2元，但扣除总部费用后全年亏损7200万元。"),
    ("gain_signs", "每单赚2.8元，每单亏0.5元的月份也有，没有扭亏。"),
    ("conclusions", "7月起月卡由219元调到249元。电池在降价，月卡为什么反而更贵？"),
]


@pytest.mark.parametrize(("check", "lead", "right", "wrong"), TURNED)
def test_words_are_red_only_the_wrong_way_round(check: str, lead: str, right: str, wrong: str) -> None:
    assert [f for f in raised(f"{lead}{wrong}。", check) if f.verdict.tone == "red"]
    assert not raised(f"{lead}{right}。", check)


@pytest.mark.parametrize(("check", "text"), ALONE)
def test_what_may_be_meant_otherwise_is_left_alone(check: str, text: str) -> None:
    assert raised(text, check) == []


def test_a_price_that_is_named_again_is_held_against_its_change() -> None:
    (found,) = raised("7月起月卡由219元调到249元。电池在降价，月卡为什么反而更便宜？", "conclusions")
    assert "月卡" in found.said.zh


RATES = (
    "平台 | 年化利率 | 放款时间（分钟）\n---|---|---\n"
    "甲平台 | 14.4% | 12\n乙平台 | 18.0% | 5\n丙平台 | 21.6% | 8\n\n"
)
ORDERED = [
    (f"{RATES}三家里利率由低到高依次是", "甲、乙、丙", "甲、丙、乙"),
    (f"{RATES}按放款时间从快到慢排，依次是", "乙平台、丙平台、甲平台", "甲平台、丙平台、乙平台"),
    (
        "东区客流31万人，西区27万人，南区44万人。按客流从多到少排列，依次是",
        "南区、东区、西区",
        "东区、南区、西区",
    ),
]


@pytest.mark.parametrize(("lead", "right", "wrong"), ORDERED)
def test_names_in_a_wrong_order_are_red(lead: str, right: str, wrong: str) -> None:
    assert [f for f in raised(f"{lead}{wrong}。", "listed_order") if f.verdict.tone == "red"]
    assert not raised(f"{lead}{right}。", "listed_order")


def test_an_order_of_what_no_column_has_is_left_alone() -> None:
    assert not raised(f"{RATES}三家按知名度从高到低依次是丙、甲、乙。", "listed_order")
