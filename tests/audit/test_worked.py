"""Amounts that a text works out from others: accused where nothing around them gives them, cleared by anything."""

from __future__ import annotations

import pytest
from check_cases import checked, table

YEARS = table(
    "年份 | 营业额（万元） | 亏损（万元） | 学员（人） | 退课（单）",
    "2019 | 420 | 36 | 1400 | 230",
    "2020 | 615 | 22 | 2050 | 310",
    "2021 | 384 | 58 | 1200 | 190",
    "2022 | 540 | 19 | 1800 | 265",
)
COSTS = "琴行一年的开销：\n\n- 房租：14.6万元\n- 工资：21.5万元\n- 调律：9.6万元\n- 水电：8.3万元\n\n"

WRONG = [
    ("column_totals", YEARS + "\n\n四年营业额累计1,995万元。"),
    ("column_totals", YEARS + "\n\n头三年一共亏掉161万元。"),
    ("column_totals", YEARS + "\n\n后三年营业额合计1,593万元。"),
    ("tallies", "天使轮1.2亿、首轮2.8亿，一共4.8亿元。"),
    ("tallies", "甲票5,210张；乙票8,140张；丙票5,602张，三档合计18,592张。"),
    ("tallies", COSTS + "四笔支出45.0万元。"),
    ("by_units", "报名费320元，之后每月885元，上满11个月，全部下来10,550元。"),
    ("by_units", "队服一套245元，22个孩子就是5,930元。"),
    ("by_units", "巡演票房568万元，剧团拿走55%，也就是321.4万元。"),
    ("by_units", "综合成本率是107.0%。按6.05亿元保费匡算，亏损约423万元。"),
    ("tallies", "家委会收了6,150元，队服用掉4,960元，车费320元，还余780元。"),
    ("tallies", "每收100元，四项共花掉107.5元，也就是每百元倒亏17.5元。"),
    ("by_units", YEARS + "\n\n2020年学员2,050人，每位学员带来约30,000元。"),
    ("gain_or_loss", "每箱成本48.1元，而每箱收入44.9元，等于净赚3.2元。"),
]
RIGHT = [
    YEARS + "\n\n四年营业额累计1,959万元，头三年一共亏掉116万元，后两年退课合计455单。",
    YEARS + "\n\n2020年学员2,050人，每位学员带来约3,000元。前三年平均每年亏38.7万元。",
    "天使轮1.2亿、首轮2.8亿，一共4.0亿元。",
    "甲票5,210张；乙票8,140张；丙票5,602张，三档合计18,952张。",
    COSTS + "四笔支出54.0万元，前两笔合计36.1万元。",
    "报名费320元，之后每月885元，上满11个月，全部下来10,055元。",
    "首月1元，其后11个月每月15.9元，全年实付175.9元。",
    "店主借了30万元，三年等额还，每月还9,500元，36期下来还了34.2万元。",
    "以2023年为例，每收100元保费，钱这样花掉：\n\n"
    "- 赔款：58.0元\n- 渠道：33.5元\n- 人力：9.0元\n- 其他：6.5元\n\n四项共107.0元。",
    "客运成本2,544万元，全年载客636万人次，平均每人次票款1.5元。",
    "年初有商家8万家，年内入驻1.5万家、退出3.9万家，年末剩5.6万家。",
    "先交了600元体验费，后来买了36节，每节320元。",
    "收入3.1亿元，营销花了2.2亿元，仍亏损1.6亿元。",
    "每箱成本48.1元，而每箱收入44.9元，等于倒贴3.2元。",
]


def accused(text: str) -> set[str]:
    """The checks that accuse."""
    return {f.check for f in checked(text).findings if f.verdict.tone == "red"}


@pytest.mark.parametrize(("check", "text"), WRONG)
def test_an_amount_that_nothing_gives_is_raised_once(check: str, text: str) -> None:
    found = [f for f in checked(text).findings if f.verdict.tone == "red"]
    assert check in {f.check for f in found}
    assert len({f.items[0] for f in found}) == len(found)


@pytest.mark.parametrize("text", RIGHT)
def test_an_amount_that_comes_out_in_some_way_is_not_accused(text: str) -> None:
    assert accused(text) == set()


def test_the_arithmetic_is_told_as_it_is_read_aloud() -> None:
    (found,) = [f for f in checked(WRONG[7][1]).findings if f.verdict.tone == "red"]
    assert found.said.zh == "245元乘以22个是5,390元，不是文中的5,930元。"
    assert found.said.en == "¥245 × 22 is ¥5,390, not ¥5,930 as the text says."
