"""What sentences say of a table in open words: extremes, ranks, row against row, topics, misprints, gain or loss."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

FERRY = table(
    "年份 | 乘客（万人次） | 票款（万元） | 油料（万元） | 平均候船（分钟） | 准班率（%）",
    "2020 | 148.7 | 2,230 | 1,118 | 9 | 97.4",
    "2021 | 186.3 | 2,795 | 1,406 | 14 | 95.2",
    "2022 | 131.9 | 2,110 | 1,675 | 21 | 92.8",
    "2023 | 97.6 | 1,659 | 1,712 | 26 | 88.0",
)
SHOPS = table(
    "门店 | 月租（元） | 面积（平方米） | 客单价（元） | 出餐用时（分钟）",
    "鼓楼店 | 42,000 | 210 | 68 | 14",
    "河西店 | 31,500 | 180 | 74 | 19",
    "仙林店 | 18,600 | 150 | 52 | 11",
    "江宁店 | 15,200 | 120 | 49 | 23",
)

WRONG = [
    ("row_tops", FERRY, "准班率在2020年升到97.4%的低点。"),
    ("row_tops", FERRY, "油料在2021年触顶，1,406万元。"),
    ("row_tops", FERRY, "准班率2021年最好看，人却不多。"),
    ("row_tops", SHOPS, "出餐数江宁店最麻利，23分钟。"),
    ("row_tops", SHOPS, "江宁店49元一位，单价最高。"),
    ("row_tops", SHOPS, "到江宁店吃饭要等23分钟，四家里数它最快。"),
    ("row_ranks", SHOPS, "按客单价由高到低排，鼓楼店以68元排第三。"),
    ("row_ranks", SHOPS, "论租金，河西店31,500元只排第四。"),
    ("row_ranks", SHOPS, "月租由便宜到贵数，仙林店排第三。"),
    ("rows_told", SHOPS, "鼓楼店14分钟出餐，比河西店慢5分钟。"),
    ("rows_told", SHOPS, "绕远去江宁店吃饭要等23分钟，比仙林店慢一刻钟，比鼓楼店快9分钟。"),
    ("rows_ordered", FERRY, "2022年票款跌到2,110万元，比2020年还高。"),
    ("rows_ordered", FERRY, "2023年乘客只有97.6万人次，高于2020年。"),
    ("text_table", FERRY, "候船从9分钟到26分钟，一路变长；2021年是41分钟。"),
    ("text_table", FERRY, "- 2022年末：平均候船达到12分钟\n- 2023年末：停航"),
    ("told_cells", FERRY, "最忙时一年载客168.3万人次，如今不到百万。"),
    ("gain_or_loss", "", "一间房一晚成本377元，房价356元，卖一晚净赚21元。"),
    ("gain_or_loss", "", "一个月卖21.84万元，房租1.86万元，食材与人工20.90万元，算下来净赚0.92万元。"),
    ("comparatives", "", "甲店客单价68元，与乙店的74元打平。"),
    ("comparatives", "", "甲店74元的客单价，还够不上乙店的68元。"),
    ("conclusions", "", "候船时间从12分钟变成26分钟，明显变快了。"),
    ("conclusions", "", "故障率从3.1%到8.8%，越修越好。"),
]  # fmt: skip
RIGHT = [
    (FERRY, "准班率在2023年跌到88.0%的谷底。油料在2023年触顶，1,712万元。"),
    (FERRY, "到2022年，票款2,110万元，创下三年新低，油料则是1,675万元的新高。"),
    (FERRY, "2022年候船比上年多了一半。2023年乘客比峰值少了近一半。"),
    (FERRY, "候船从9分钟到26分钟，一路变长；2021年是14分钟。"),
    (FERRY, "2022年每位乘客的票款约16元。"),  # a quotient of two cells of its row
    (SHOPS, "出餐数仙林店最麻利，11分钟；江宁店客单价49元，单价最低。"),
    (SHOPS, "按客单价由高到低排，鼓楼店以68元排第二；论租金，河西店31,500元排第二。"),
    (SHOPS, "全市同类餐馆里，鼓楼店以68元排第九。"),  # among others than those of the table
    (SHOPS, "鼓楼店14分钟出餐，比河西店快5分钟，比江宁店快9分钟。"),
    (SHOPS, "河西店月租31,500元，比鼓楼店省10,500元，房租压力却比仙林店大。"),
    (SHOPS, "仙林店150平方米，面积有鼓楼店的七成。"),
    ("", "收进2,350元、租出2,180元，每间每月倒贴170元。"),
    ("", "一间房一晚成本377元，房价356元，卖一晚倒贴21元。"),
    ("", "甲店客单价68元，与乙店的68元打平。"),
    ("", "亏损率由19.0%升到20.9%，规模没换来效率。"),
]
KEYS = ("row_tops", "row_ranks", "rows_told", "told_cells", "gain_or_loss", "text_table", "comparatives",
        "conclusions")  # fmt: skip


@pytest.mark.parametrize(("check", "beside", "text"), WRONG)
def test_a_wrong_sentence_is_raised(check: str, beside: str, text: str) -> None:
    assert raised(f"{beside}\n\n{text}", check)


@pytest.mark.parametrize(("beside", "text"), RIGHT)
def test_a_right_sentence_is_left_alone(beside: str, text: str) -> None:
    found = [f for f in checked(f"{beside}\n\n{text}").findings if f.check in KEYS]
    assert [f.said.zh for f in found] == []


def test_the_finding_names_the_row_that_is_the_most() -> None:
    [found] = raised(f"{FERRY}\n\n准班率2021年最好看。", "row_tops")
    assert "“2020”（97.4%）" in found.said.zh
    assert "“2021”是95.2%" in found.said.zh


def test_a_rank_is_told_from_both_ends_where_no_order_is() -> None:
    [found] = raised(f"{SHOPS}\n\n论租金，河西店31,500元只排第四。", "row_ranks")
    assert "从大到小排第2，从小到大排第3" in found.said.zh
