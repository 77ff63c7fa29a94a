"""The first and the last of so many instalments."""

from __future__ import annotations

import pytest
from check_cases import alone

KEY = "schedules"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "合同分24期，首期2022年5月15日，末期2024年4月15日。",
            "合同分24期，首期2022年5月15日，末期2025年4月15日。",
        ),
        (
            "借款2023年8月22日到账，期限12个月，最后一期在2024年8月20日。",
            "借款2023年8月22日到账，期限12个月，最后一期在2026年8月20日。",
        ),
    ],
)
def test_what_does_not_fit_is_found(right: str, wrong: str) -> None:
    assert alone(right, KEY) == []
    assert [f.verdict.tone for f in alone(wrong, KEY)] == ["red"]


@pytest.mark.parametrize(
    "text",
    [
        "贷款分12期，首期2023年1月15日，第六期2023年6月15日，末期2023年12月15日。",
        "公司分三期建设，一期2019年放款到位，三期2023年收尾。",
        "借款分24期，首期2022年5月15日，后申请展期，末期2025年4月15日。",
        "第一笔融资在2016年11月，离上线共三个月；最后一笔在2019年2月。",
    ],
)
def test_what_is_told_of_something_else_is_left_alone(text: str) -> None:
    assert alone(text, KEY) == []
