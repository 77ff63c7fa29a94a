"""How long it was between two events that other words date."""

from __future__ import annotations

import pytest
from check_cases import alone

KEY = "named_spans"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "2023年2月约谈，5月整改，12月处罚。从约谈到处罚，历时十个月。",
            "2023年2月约谈，5月整改，12月处罚。从约谈到处罚，历时六个月。",
        ),
        (
            "2019年4月奠基，2021年10月封顶，2022年8月交房。从奠基到交房，用了三年多。",
            "2019年4月奠基，2021年10月封顶，2022年8月交房。从奠基到交房，用了五年多。",
        ),
        (
            "从签约到入住，隔了整整八个月：2021年3月签约，11月入住。",
            "从签约到入住，隔了整整五个月：2021年3月签约，11月入住。",
        ),
    ],
)
def test_what_does_not_fit_is_found(right: str, wrong: str) -> None:
    assert alone(right, KEY) == []
    assert [f.verdict.tone for f in alone(wrong, KEY)] == ["red"]


@pytest.mark.parametrize(
    "text",
    [
        "2023年2月约谈，12月处罚。从约谈到处罚，平均只要六个月。",
        "2019年4月奠基，2022年8月交房。从奠基到交房，原定两年。",
        "2019年4月奠基，2020年4月停工，2021年4月再次奠基，2022年8月交房。从奠基到交房，用了一年多。",
        "2018年3月上线，2022年3月关停。从拉新到盈利，用了六年。",
    ],
)
def test_what_is_told_of_something_else_is_left_alone(text: str) -> None:
    assert alone(text, KEY) == []
