"""A day of the prose that is called by what a table dates."""

from __future__ import annotations

import pytest
from check_cases import alone, table

KEY = "named_days"

PLAN = (
    table("事项 | 开始 | 截止", "复测 | 2025年3月3日 | 2025年4月18日", "搬迁 | 2025年5月12日 | 2025年6月6日")
    + "\n\n{}"
)
EXAM = (
    table("事项 | 日期", "网上申报 | 2025年6月1日", "现场审核 | 2025年6月21日", "公示 | 2025年7月1日")
    + "\n\n{}"
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            PLAN.format("供应商须在2025年4月18日的复测截止日前交齐样品。"),
            PLAN.format("供应商须在2025年6月18日的复测截止日前交齐样品。"),
        ),
        (PLAN.format("搬迁的开始日期为5月12日。"), PLAN.format("搬迁的开始日期为5月22日。")),
        (
            EXAM.format("错过6月21日的现场审核日，今年就没有机会了。"),
            EXAM.format("错过6月11日的现场审核日，今年就没有机会了。"),
        ),
    ],
)
def test_what_does_not_fit_is_found(right: str, wrong: str) -> None:
    assert alone(right, KEY) == []
    assert [f.verdict.tone for f in alone(wrong, KEY)] == ["red"]


@pytest.mark.parametrize(
    "text",
    [
        PLAN.format("复测的首次谈判时间为3月26日，搬迁的抽样日期定在5月22日。"),
        EXAM.format("去年的现场审核时间是6月22日，今年提前一天。"),
        EXAM.format("6月11日的培训日，网上也可以参加。"),
        PLAN.format("复测原定的截止日是2025年3月18日。"),
        PLAN.format("复测截止日推迟到2025年6月18日。"),
    ],
)
def test_what_is_told_of_something_else_is_left_alone(text: str) -> None:
    assert alone(text, KEY) == []
