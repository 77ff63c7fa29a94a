"""Quarters, halves and the year: what they come to."""

from __future__ import annotations

import pytest
from check_cases import alone

CASES = (
    ("一季度卖出3.2万台，二季度4.1万台，上半年共卖出{}万台。", "7.3", "7.9"),
    ("前三季度营收30.5亿元，四季度{}亿元，全年42.0亿元。", "11.5", "15.1"),
    ("四个季度的赔付依次为1.8亿元、2.2亿元、2.6亿元和3.4亿元。上半年4.0亿元，下半年{}亿元。", "6.0", "6.6"),
    ("公司上半年用电402万度，下半年458万度，全年{}万度。", "860", "806"),
    ("今年一季度客流138万人次，二季度150万人次，上半年{}万人次。", "288", "258"),
    ("一季度投放20亿元，二季度30亿元，三季度25亿元。{}合计50亿元。", "上半年", "二季度"),
    ("一至四季度收入依次为12亿元、13亿元、15亿元和16亿元。{}收入31亿元。", "下半年", "四季度"),
    ("上半年追回奖金1460万元，{}追回1940万元，全年3400万元。", "下半年", "第三季度"),
)
RIGHT = (
    "上半年线上渠道销售12亿元，下半年线上渠道销售15亿元，全年销售60亿元。",
    "一季度净利润2.1亿元，上半年净利润4.8亿元，前三季度净利润7.5亿元，全年净利润9.9亿元。",
    "上半年累计投放贷款820亿元，比去年同期多60亿元；下半年投放640亿元，全年投放1460亿元，占三年计划的40%。",
    "2023年上半年营收12亿元，2024年上半年营收15亿元，全年营收33亿元，下半年比上半年增长20%。",
    "一季度末存款余额120亿元，上半年新增15亿元，下半年新增20亿元，全年新增35亿元。",
    "去年一季度客流120万人次，今年一季度138万人次；今年二季度150万人次，上半年288万人次。",
    "二、三季度合计12.4亿元，四季度5.6亿元，全年24.0亿元，一季度6.0亿元。",
    "上半年平均每月投诉42件，下半年平均每月35件，全年462件。",
    "一季度、二季度分别投放3.1亿元和3.6亿元，上半年共6.7亿元。",
    "上半年交易12万笔，全年26万笔，上半年交易额占全年的52%。",
    "上半年收入12.0亿元，四季度收入8.0亿元，全年收入26.0亿元。",
    "上半年签约38份，目标是全年100份，下半年签约54份。",
    "上半年约3.4万人，下半年约3.9万人，全年7.4万人。",
    "前两个季度卖出8万辆，三季度6万辆，前三季度14万辆，四季度7万辆，全年21万辆。",
)


def said(text: str) -> list[str]:
    return [f.said.zh for f in alone(text, "year_parts")]


@pytest.mark.parametrize(("text", "right", "wrong"), CASES)
def test_an_amount_that_the_parts_of_the_year_do_not_give_is_wrong(text: str, right: str, wrong: str) -> None:
    assert not said(text.format(right))
    assert said(text.format(wrong))


@pytest.mark.parametrize("text", RIGHT)
def test_other_times_nouns_and_measures_are_left_alone(text: str) -> None:
    assert not said(text)


def test_a_wrong_total_shows_its_sum() -> None:
    found = alone("一季度卖出3.2万台，二季度4.1万台，上半年共卖出7.9万台。", "year_parts")
    assert "7.3万台" in found[0].said.zh
    assert "上半年" in found[0].said.zh
