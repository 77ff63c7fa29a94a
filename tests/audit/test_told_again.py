"""A number that comes back with a slip, tied to the other by rare words, the year, or the numbers beside both."""

from __future__ import annotations

import pytest
from check_cases import raised

BANK = "2022年银行亏了0.13亿元，存款仍有31.8亿元。\n\n网点从14家砍到9家。\n\n说到底，{}"
TOWN = (
    "全县登记的民宿有843家，床位9760张。2023年接待住客58.4万人次，平均每晚房价326元。\n\n"
    "旺季只有两个月。\n\n- 民宿{}；\n- 接待{}；\n- 房价每晚{}。"
)
POWER = "电站总投资3.9亿元。头一年收入6240万元。第二年掉到4870万元。\n\n投进去{}，头一年收回{}，第二年只有4870万元。"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (BANK, "2022年亏掉1300万元的生意，不值得再做。", "2022年亏掉1.3亿元的生意，不值得再做。"),
        (BANK, "2022年亏掉1300万元的生意，不值得再做。", "2022年亏掉3100万元的生意，不值得再做。"),
        (BANK, "存款31.8亿元没有散。", "存款38.1亿元没有散。"),
        (POWER.format("3.9亿元", "{}"), "6240万元", "6420万元"),
        (POWER.format("{}", "6240万元"), "3.9亿元", "9.3亿元"),
        (TOWN.format("{}", "58.4万人次", "326元"), "843家", "834家"),
        (TOWN.format("843家", "{}", "326元"), "58.4万人次", "584万人次"),
        (TOWN.format("843家", "58.4万人次", "{}"), "326元", "362元"),
    ],
)
def test_a_slip_is_told_and_the_right_number_is_not(text: str, right: str, wrong: str) -> None:
    assert raised(text.format(right), "told_again") == []
    (found,) = raised(text.format(wrong), "told_again")
    assert found.verdict.tone in ("amber", "red")
    assert found.formula.zh
    assert "{" not in found.said.zh + found.said.en


def test_a_scale_word_of_the_same_thing_in_the_same_year_is_red() -> None:
    text = "2023年，公司广告支出8.4亿元。\n\n公司2023年的广告投放{}，并不算多。"
    assert raised(text.format("8.4亿元"), "told_again") == []
    assert [f.verdict.tone for f in raised(text.format("8.4万元"), "told_again")] == ["red"]


@pytest.mark.parametrize(
    "text",
    [
        "甲县有民宿843家。\n\n乙县的书店有834家。",  # nothing ties them
        "2021年接待58.4万人次。\n\n2022年接待54.8万人次。",  # two years
        "空置率27.5%。\n\n入住率72.5%。",
        "一期发电612万度。\n\n其中612万度电卖给了电网。",  # one unit in two words
        "今年预算1.28亿元。\n\n实际花了1.82亿元。",
        "门店498家。\n\n净关30家以后，现有的468家门店另有去处。",  # worked out
    ],
)
def test_what_may_be_another_number_is_left_alone(text: str) -> None:
    assert raised(text, "told_again") == []
