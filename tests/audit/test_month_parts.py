"""The months of a quarter against the quarter."""

from __future__ import annotations

import pytest
from check_cases import alone


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("今年二季度用电92万度。分月看，4月28万度，5月30万度，6月{}。", "34万度", "43万度"),
        (
            "上半年接单{}。1月11万单，2月7万单，3月12万单，4月13万单，5月14万单，6月15万单。",
            "72万单",
            "82万单",
        ),
    ],
)
def test_the_months_have_to_come_to_their_quarter(text: str, right: str, wrong: str) -> None:
    assert alone(text.format(right), "month_parts") == []
    (found,) = alone(text.format(wrong), "month_parts")
    assert "{" not in found.said.zh + found.said.en


@pytest.mark.parametrize(
    "text",
    [
        "二季度用电92万度，4月28万度，5月30万度。",  # June is not told
        "二季度新增会员9万名，4月末在册28万名，5月末30万名，6月末34万名。",
        "二季度用电92万度，去年4月28万度，5月30万度，6月43万度。",
        "二季度用电92万度，4月比3月多28万度，5月多30万度，6月多43万度。",
    ],
)
def test_what_does_not_add_up_is_left_alone(text: str) -> None:
    assert alone(text, "month_parts") == []
