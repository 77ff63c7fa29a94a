"""What two columns of a table give for its rows: told of one row or of several."""

from __future__ import annotations

import pytest
from check_cases import checked, table

PRESSES = table(
    "印厂 | 印量（册） | 报酬（元） | 工人（人）",
    "青木印厂 | 24000 | 96000 | 12",
    "白石印厂 | 15000 | 75000 | 8",
    "赤水印厂 | 36000 | 108000 | 15",
    "合计 | 75000 | 279000 | 35",
)
TREES = table(
    "林场 | 任务（亩） | 已栽（亩）",
    "云台林场 | 4000 | 3240",
    "石鼓林场 | 2500 | 2275",
    "青溪林场 | 3000 | 1860",
    "合计 | 9500 | 7375",
)
HARVEST = table(
    "乡 | 产量（吨） | 去年同期（吨）",
    "柳河乡 | 8640 | 7200",
    "榆树乡 | 6270 | 5700",
    "杨庄乡 | 4512 | 4800",
)
STOCKS = table(
    "支店 | 年初存货（万元） | 年末存货（万元） | 增幅",
    "甲店 | 240 | 288 | 20.0%",
    "乙店 | 180 | 225 | 25.0%",
    "丙店 | 150 | 165 | 10.0%",
)
VOYAGES = table(
    "航次 | 客流（人次） | 增速",
    "首航 | 2000 | —",
    "次航 | 1500 | -25.0%",
    "三航 | 1800 | 20.0%",
    "四航 | 2070 | 15.0%",
)
# the check, the table, a sentence with a place, and what is right and wrong there
CASES = [
    ("made_rows", PRESSES, "青木印厂每册报酬4元，白石印厂{}，赤水印厂3元。", "5元", "5.5元"),
    ("made_rows", PRESSES, "青木印厂人均报酬8000元，白石印厂9375元，赤水印厂{}。", "7200元", "6900元"),
    ("made_rows", PRESSES, "三家印厂合起来，人均报酬约{}元。", "7971", "8971"),
    ("made_rows", TREES, "云台林场完成率81%，石鼓林场{}，青溪林场62%。", "91%", "95%"),
    ("made_rows", TREES, "完成率最低的是青溪林场，只有{}。云台林场的完成率为81%。", "62%", "68%"),
    ("made_rows", TREES, "青溪林场还差{}没有栽。", "1140亩", "1410亩"),
    ("made_rows", TREES, "三个林场合计还差{}。", "2125亩", "2215亩"),
    ("made_rows", HARVEST, "与去年同期相比，柳河乡增长20%，榆树乡增长{}。", "10%", "16%"),
    ("made_rows", HARVEST, "三乡合计19422吨，比去年同期多了1722吨，增长{}。", "9.7%", "12.7%"),
]
COLUMNS = [
    (("支店 | 年初存货（万元） | 年末存货（万元） | 增幅", "甲店 | 240 | 288 | 20.0%", "乙店 | 180 | 225 | {}",
      "丙店 | 150 | 165 | 10.0%"), "25.0%", "22.0%"),
    (("航次 | 客流（人次） | 增速", "首航 | 2000 | —",
      "次航 | 1500 | -25.0%", "三航 | 1800 | {}", "四航 | 2070 | 15.0%"),
     "20.0%", "23.0%"),
]  # fmt: skip
# correct, though other numbers of the same rows are made of the columns
RIGHT = [
    (PRESSES, "白石印厂每册报酬5元，比赤水印厂多2元。"),
    (TREES, "云台林场完成率81%，比青溪林场高出19个百分点。石鼓林场完成率91%。"),
    (PRESSES, "青木印厂每册报酬4元，比白石印厂少1元。"),
    (PRESSES, "赤水印厂每册报酬只有3元，在三家里垫底。"),
    (TREES, "云台林场完成率81%，在三家里排第二。"),
    (STOCKS, "乙店存货的增幅最大。"),
    (VOYAGES, "次航客流最少。"),
    (PRESSES, "青木印厂每册报酬4元，白石印厂5元。隔壁的书店每册要收18元。"),
    (PRESSES, "青木印厂每册报酬4元，白石印厂5元。赤水印厂的纸张成本每册1.2元，青木印厂1.5元。"),
    (PRESSES, "赤水印厂人均印量2400册，熟练工能印到3000册。"),
    (PRESSES, "青木印厂人均报酬8000元，师傅的月薪是12000元。"),
    (PRESSES, "白石印厂每册5元，高于全国平均的4.1元。"),
    (TREES, "云台林场完成率81%，青溪林场62%。青溪林场的成活率有94%，云台林场89%。"),
    (TREES, "石鼓林场完成率91%，去年这个时候是75%。"),
    (TREES, "石鼓林场完成率91%，目标是年底前达到98%。"),
    (TREES, "石鼓林场还差225亩，其中80亩已经挖好树坑。"),
    (TREES, "云台林场完成率81%，其中松树占45%，柏树占36%。"),
    (TREES, "青溪林场的参与率是66%，云台林场是71%。"),
    (TREES, "三个林场完成率77.6%，比全县平均高4个百分点。"),
    (HARVEST, "柳河乡增长20%，其中早稻增长35%。"),
    (HARVEST, "柳河乡的含水率是14%，榆树乡15%。"),
]


def reds(text: str) -> set[str]:
    """The checks that accuse."""
    return {f.check for f in checked(text).findings if f.verdict.tone == "red"}


@pytest.mark.parametrize(("check", "rows", "text", "right", "wrong"), CASES)
def test_what_two_columns_give_is_held_against_them(
    check: str, rows: str, text: str, right: str, wrong: str
) -> None:
    assert reds(rows + "\n\n" + text.replace("{}", right)) == set()
    assert check in reds(rows + "\n\n" + text.replace("{}", wrong))


@pytest.mark.parametrize(("rows", "right", "wrong"), COLUMNS)
def test_a_column_of_changes_is_the_change_of_the_others(
    rows: tuple[str, ...], right: str, wrong: str
) -> None:
    assert reds(table(*(row.replace("{}", right) for row in rows))) == set()
    assert "change_columns" in reds(table(*(row.replace("{}", wrong) for row in rows)))


@pytest.mark.parametrize(("rows", "text"), RIGHT)
def test_numbers_of_another_measure_are_left_alone(rows: str, text: str) -> None:
    assert reds(rows + "\n\n" + text) == set()
