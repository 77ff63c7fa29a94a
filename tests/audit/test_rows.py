"""Sentences that speak of the rows of a table: one against another, who rose alone, and what a row has."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

SHOPS = table(
    "片区 | 2021年顾客（万人） | 2023年顾客（万人） | 增减 | 客单价（元）",
    "河西 | 80 | 96 | +20% | 40",
    "桥东 | 60 | 48 | -20% | 35",
    "北岭 | 50 | 30 | -40% | 30",
    "西郊 | 40 | 36 | -10% | 50",
    "合计 | 230 | 210 | -8.7% | 38",
)
CREWS = table(
    "船队 | 2019年船只（艘） | 2024年船只（艘）", "海丰 | 120 | 90", "云帆 | 60 | 52", "长屿 | 45 | 41"
)
LINES = table("指标 | 一号馆 | 二号馆", "展品（件） | 640 | 400", "讲解员（人） | 12 | 30")
SALES = table("门店 | 月销量（件）", "东店 | 300", "西店 | 520", "南店 | 410")
NAMED = "河西2023年的顾客为96万人，"

WRONG = [
    ("rows_told", SHOPS, "2023年，河西的顾客比桥东多60万人。"),
    ("rows_told", SHOPS, "2023年，桥东的顾客比河西多48万人。"),
    ("rows_told", SHOPS, NAMED + "是北岭的2.3倍。"),
    ("rows_told", SHOPS, NAMED + "比桥东高出五成。"),
    ("rows_told", SHOPS, "桥东2023年有48万人；北岭比它少28万人。"),
    ("rows_told", CREWS, "2024年，海丰的船只比云帆多83艘。"),
    ("rows_told", CREWS, "2024年，云帆的船只只有海丰的三成。"),
    ("rows_told", LINES, "一号馆的展品比二号馆多420件。"),
    ("rows_told", CREWS, "2024年，海丰的船只比其余两支船队加起来还多出一倍。"),
    ("row_extremes", SHOPS, "四个片区里，只有西郊还在增长。"),
    ("row_extremes", SHOPS, "唯一上升的是桥东。"),
    ("row_extremes", SHOPS, "跌得最狠的是桥东。"),
    ("row_extremes", SHOPS, "西郊降幅最大。"),
    ("row_extremes", CREWS, "船只减少得最多的是云帆。"),
    ("superlatives", SALES, "东店卖得最好，月销量最好。"),
    ("text_table", SHOPS, "北岭2023年的顾客只剩33万人。"),
    ("text_table", SHOPS, "北岭如今只剩33万人。"),
    ("text_table", CREWS, "海丰2024年有98艘船只。"),
    ("named_pairs", "", "甲馆收到320件展品，乙馆收到200件展品。甲馆比乙馆多140件。"),
    ("named_pairs", "", "甲馆收到320件展品，乙馆收到200件展品，甲馆比乙馆少120件。"),
    ("named_pairs", "", "甲馆收到320件展品，乙馆收到200件展品，甲馆比乙馆高出三成。"),
    ("named_pairs", "", "甲行的年利率为12%，乙行为15%，甲行比乙行高3个百分点。"),
    ("named_pairs", "", "甲车队的价格为20元/小时，乙车队为30元/小时，比甲车队贵33%。"),
    ("named_pairs", "", "甲车队的价格为2元/小时，乙车队为3元/小时，比甲车队便宜1元。"),
    ("named_pairs", "", "甲路全程要走40分钟，乙路全程要走25分钟，甲路比乙路慢20分钟。"),
    ("labels", "", "该园区的租金成本32万人，与去年相当。"),
    ("labels", "", "该库一年的维护费用为4.8TB。"),
    ("labels", "", "- 平均车速：36万元"),
    ("labels", "", "- 日处理垃圾：800万元"),
    ("labels", "", "- 站点数量：12亿元"),
]  # fmt: skip
RIGHT = [
    ("rows_told", SHOPS, "2023年，河西的顾客比桥东多48万人。"),
    ("rows_told", SHOPS, NAMED + "是北岭的3.2倍，比桥东高出一倍。"),
    ("rows_told", SHOPS, "2023年，河西的顾客差不多是北岭的三倍。"),
    ("rows_told", SHOPS, "河西的顾客比桥东多20万人。"),  # of 2021, and the year is not told
    ("rows_told", SHOPS, "2023年，河西的会员比桥东多15万人。"),  # members are in no column
    ("rows_told", SHOPS, "2022年，河西的顾客比桥东多30万人。"),  # nor is that year
    ("rows_told", SHOPS, "河西的利润增速是桥东的1.5倍。"),
    ("rows_told", SHOPS, "河西的占比例外，比例为桥东的顾客分担。"),
    ("rows_told", CREWS, "海丰2024年的船只比2019年少了30艘。"),
    ("rows_told", CREWS, "2024年，海丰的船只比云帆和长屿加起来少3艘。"),
    ("rows_told", SHOPS, "2023年，河西的顾客比桥东多一倍。"),
    ("rows_told", LINES, "一号馆的展品比二号馆多240件，是它的1.6倍。"),
    ("row_extremes", SHOPS, "四个片区里，只有河西还在增长。"),
    ("row_extremes", SHOPS, "跌得最狠的是北岭，顾客减少最多的也是北岭。"),
    ("row_extremes", SHOPS, "只有西郊的客单价在上升。"),
    ("row_extremes", SHOPS, "投诉上升最快的是桥东。"),
    ("row_extremes", SHOPS, "跌得最狠的片区之一是桥东。"),
    ("row_extremes", CREWS, "船只减少得最多的是海丰。"),
    ("superlatives", table("门店 | 投诉（件）", "东店 | 300", "西店 | 520", "南店 | 410"), "投诉最好的是东店。"),
    ("text_table", SHOPS, "北岭2023年的顾客只剩30万人。"),
    ("text_table", SHOPS, "北岭2022年的顾客为41万人。"),
    ("text_table", SHOPS, "北岭去年开了12万人的新会场。"),
    ("text_table", SHOPS, "北岭一度有55万人。"),
    ("text_table", SHOPS, "北岭的志愿者有2万人。"),
    ("text_table", CREWS, "海丰裁掉了30艘船只。"),
    ("named_pairs", "", "甲馆收到320件展品，乙馆收到200件展品。甲馆比乙馆多120件，高出六成。"),
    ("named_pairs", "", "甲行的年利率为12%，乙行为15%，甲行比乙行低3个百分点。"),
    ("named_pairs", "", "甲车队的价格为2元/小时，乙车队为3元/小时，比甲车队贵50%。"),
    ("named_pairs", "", "甲车队的价格为2元/小时，乙车队为3元/小时，比甲车队贵1元。"),
    ("named_pairs", "", "甲路全程要走40分钟，乙路全程要走25分钟，甲路比乙路慢15分钟。"),
    ("named_pairs", "", "甲馆收到320件展品，乙馆2021年收到200件展品，甲馆比乙馆多90件。"),
    ("named_pairs", "", "甲馆收到320件展品，甲馆借出90件，乙馆收到200件展品，甲馆比乙馆多30件。"),
    ("named_pairs", "", "甲馆票价32元，乙馆票价20元，甲馆比乙馆多90人。"),
    ("labels", "", "该园区的租金成本32万元，服务3万人。"),
    ("labels", "", "这项费用30天内付清。"),
    ("labels", "", "降低成本，320万人受益。"),
    ("labels", "", "- 平均车速：每小时36公里"),
    ("labels", "", "- 日处理垃圾：800吨"),
    ("labels", "", "- 日处理垃圾费：800万元"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "rows", "text"), WRONG)
def test_what_contradicts_the_rows_is_red(check: str, rows: str, text: str) -> None:
    found = [f for f in raised(f"{text}\n\n{rows}", check) if f.verdict.tone == "red"]
    assert found
    for one in found:
        assert one.items
        assert one.spans
        assert one.said.zh.endswith("。")
        assert "{" not in one.said.en


@pytest.mark.parametrize(("check", "rows", "text"), RIGHT)
def test_what_fits_or_speaks_of_something_else_is_not(check: str, rows: str, text: str) -> None:
    assert not [f for f in raised(f"{text}\n\n{rows}", check) if f.verdict.tone == "red"]


def test_a_comparison_that_holds_is_counted_as_checked() -> None:
    found = checked(f"2023年，河西的顾客比桥东多48万人。\n\n{SHOPS}")
    assert any(p.check == "rows_told" for p in found.passed)
