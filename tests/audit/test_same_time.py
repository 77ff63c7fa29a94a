"""同比 and 环比 against the time that the change is on."""

from __future__ import annotations

import pytest
from check_cases import raised

YEAR, STEP = "同比", "环比"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("今年二季度，园区用水3.9万吨，上年二季度为3.0万吨，{}增长30%。", YEAR),
        ("8月接待游客46万人次，比7月的40万人次{}增长15%。", STEP),
        ("三季度营收33亿元，比上年三季度的30亿元{}增长10%。", YEAR),
        ("2025年1月，借阅量12万册，比2024年12月的10万册{}增长20%。", STEP),
        ("第三季度较第二季度{}增长约6.5%。", STEP),
        ("9月销量1.2万台，较去年同期{}增长20%。", YEAR),
        ("下半年，一季度之后又有起色：四季度签约额比三季度{}下降8%。", STEP),
        ("2025年上半年投诉900件，较2024年上半年的1000件{}下降10%。", YEAR),
        ("9月新开户3000户，较上月{}增加500户。", STEP),
    ],
)
def test_the_word_has_to_fit_the_base(text: str, right: str) -> None:
    wrong = STEP if right == YEAR else YEAR
    assert raised(text.format(right), "same_time") == []
    (found,) = raised(text.format(wrong), "same_time")
    assert found.verdict.code == "inconsistent"
    assert wrong in found.said.zh
    assert "{" not in found.said.zh + found.said.en


@pytest.mark.parametrize(
    "text",
    [
        "6月销量1.2万辆，同比增长8%，较5月环比增长20%。",
        "6月销量1.2万辆，较5月增长20%，同比增长8%。",
        "三季度收入12亿元，比二季度多2亿元，同比增长8%。",
        "7月价格同比上涨0.5%，环比上涨0.4%，涨幅比6月扩大0.2个百分点。",
        "1—5月累计签约86.4亿元，比1—4月多18.5亿元，5月同比下降7.5%。",
        "一季度7.8亿件，上年四季度为8.2亿件，环比下降4.9%；上年一季度为6.5亿件，同比增长20%。",
        "4月出口50亿元，和3月一样旺，同比增长12%。",
    ],
)
def test_a_base_of_something_else_is_left_alone(text: str) -> None:
    assert raised(text, "same_time") == []
