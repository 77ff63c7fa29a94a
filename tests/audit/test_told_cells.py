"""A number of the prose that is that of a cell with a slip, told by the names of its line and its field."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, table

CARDS = table(
    "年份 | 月卡价（元） | 客诉（件）",
    "2021 | 158 | 214",
    "2022 | 172 | 187",
    "2023 | 189 | 342",
    "2024 | 204 | 529",
)
STEPS = table(
    "环节 | 平均耗时（分钟） | 通过率（%） | 每笔成本（元）",
    "身份核验 | 3 | 96.4 | 0.8",
    "征信查询 | 5 | 81.2 | 2.6",
    "人工复核 | 26 | 58.3 | 14.7",
)
TILES = table("季度 | 出口量（万平方米） | 均价（美元/平方米）", "三季度 | 510 | 4.6", "四季度 | 550 | 4.2")
REGIONS = table("指标（2024年） | 华东 | 西南", "毛利率 | 15.5% | 26.0%", "单柜日换电 | 46.4次 | 58.0次")
DAYS = table("项目 | 2021年 | 2024年", "日均单量（单） | 18,500 | 9,300", "客单价（元） | 46.5 | 38.2")


@pytest.mark.parametrize(
    ("beside", "text", "right", "wrong"),
    [
        (CARDS, "去年月卡已经到了{}。", "204元", "240元"),
        (CARDS, "2023年的月卡要{}，骂声更多。", "189元", "198元"),
        (STEPS, "征信查询每笔要花{}。", "2.6元", "6.2元"),
        (STEPS, "真正拖时间的是人工复核，平均{}才有结果。", "26分钟", "62分钟"),
        (STEPS, "真正拖时间的是人工复核，平均{}才有结果。", "26分钟", "26秒"),
        (STEPS, "身份核验走得快，通过率高达{}。", "96.4%", "94.6%"),
        (TILES, "四季度发出去{}。", "550万平方米", "505万平方米"),
        (TILES, "三季度还能卖到每平方米{}。", "4.6美元", "6.4美元"),
        (REGIONS, "新柜优先投向毛利率{}的西南。", "26.0%", "36.0%"),
        (DAYS, "单量从18,500单掉到{}。", "9,300单", "3,900单"),
    ],
)
def test_a_cell_that_is_told_with_a_slip_is_red(beside: str, text: str, right: str, wrong: str) -> None:
    assert not [f for f in checked(f"{beside}\n\n{text.format(right)}").findings if f.verdict.tone == "red"]
    every = checked(f"{beside}\n\n{text.format(wrong)}").findings
    # "text_table" says the same where words name the cell in full
    (found,) = [f for f in every if f.check in ("told_cells", "text_table")]
    assert found.verdict.tone == "red"
    assert found.formula.zh
    assert "{" not in found.said.zh + found.said.en


@pytest.mark.parametrize(
    ("beside", "text"),
    [
        (CARDS, "2023年月卡的目标价是198元。"),  # a plan
        (CARDS, "2025年1月，月卡由204元调到240元。"),  # the sentence has told the cell
        (CARDS, "2024年总成本为240元。"),  # of the year, but of another measure
        (STEPS, "人工复核之外，抽检要62分钟。"),
        (STEPS, "人工复核通过率58.3%，其中夜班只有53.8%。"),  # a part
        (REGIONS, "华东的毛利率去年还有51.5%。"),  # another year
        (TILES, "合同一共有46页。"),
        (CARDS, "客诉第一次少于2021年，只有187件。"),  # a year to compare with
    ],
)
def test_what_may_be_another_number_is_left_alone(beside: str, text: str) -> None:
    assert [f for f in raised(f"{beside}\n\n{text}", "told_cells") if f.verdict.tone == "red"] == []


def test_a_year_that_is_compared_with_is_not_the_time_of_a_number() -> None:
    text = f"{CARDS}\n\n去年的客诉并不比从前多，第一次少于2021年，只有187件。"
    assert [f for f in raised(text, "text_table") if f.verdict.tone == "red"] == []
