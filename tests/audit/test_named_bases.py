"""Which of two kinds of change 同比 and 环比 are."""

from __future__ import annotations

import pytest
from check_cases import alone

KEY = "named_bases"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "2024年二季度发货33.0万件，一季度为30.0万件，环比增长10%。",
            "2024年二季度发货33.0万件，一季度为30.0万件，同比增长10%。",
        ),
        (
            "上半年签约41.6亿元，去年同期签约40.0亿元，同比增长4.0%。",
            "上半年签约41.6亿元，去年同期签约40.0亿元，环比增长4.0%。",
        ),
        ("11月到货1.8万吨，较10月的1.5万吨环比增长20%。", "11月到货1.8万吨，较10月的1.5万吨同比增长20%。"),
        (
            "三季度受理920件，四季度1035件，环比多出12.5%；2022年四季度为900件。",
            "三季度受理920件，四季度1035件，同比多出12.5%；2022年四季度为900件。",
        ),
    ],
)
def test_what_does_not_fit_is_found(right: str, wrong: str) -> None:
    assert alone(right, KEY) == []
    assert [f.verdict.tone for f in alone(wrong, KEY)] == ["red"]


@pytest.mark.parametrize(
    "text",
    [
        "2024年三季度收入46.2亿元，同比增长10%；二季度收入42.0亿元，同比增长5%。",
        "二季度营收环比增长20%至12亿元，一季度为10亿元，同比也增长20%。",
        "上月1000件，本月1100件，环比增长10%；去年同月也是1000件，同比同样增长10%。",
        "三季度12.1亿元，二季度11.0亿元，一季度10.0亿元，环比连续增长10%。",
        "三季度12.1亿元，同比增长10%；二季度11亿元，去年三季度11亿元。",
    ],
)
def test_what_is_told_of_something_else_is_left_alone(text: str) -> None:
    assert alone(text, KEY) == []
