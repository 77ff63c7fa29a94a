"""How soon an outlay comes back."""

from __future__ import annotations

import pytest
from check_cases import alone

KEY = "pay_back"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "烘干机2400元一台，每年省下的人工费合计3000元，不到一年就能回本。",
            "烘干机2400元一台，每年省下的人工费合计3000元，两年多就能回本。",
        ),
        (
            "换锅炉花了60万元，每个月省燃气费5万元，一年就把钱省了回来。",
            "换锅炉花了60万元，每个月省燃气费5万元，三年就把钱省了回来。",
        ),
        ("换窗总共14000元，一年省15200元，不到一年回本。", "换窗总共14000元，一年省15200元，一年多回本。"),
        (
            "搬迁花费48万元，新仓每季度少付租金12万元，一年即可收回。",
            "搬迁花费48万元，新仓每季度少付租金12万元，四个月即可收回。",
        ),
    ],
)
def test_what_does_not_fit_is_found(right: str, wrong: str) -> None:
    assert alone(right, KEY) == []
    assert [f.verdict.tone for f in alone(wrong, KEY)] == ["red"]


@pytest.mark.parametrize(
    "text",
    [
        "设备花费300万元，每年节省电费80万元、人工40万元，两年半收回成本。",
        "单店投资120万元，装修另花30万元，月净利5万元，两年半回本。",
        "旧柜一年可省1,752元。新柜售价5,256元，三年收回成本。若有政府补贴1,752元，回收期缩短到两年。",
        "开店投入50万元，第一年赚10万元，第二年赚20万元，第三年赚20万元，三年回本。",
        "该项目总投资3亿元，贷款2亿元，每年净利润5000万元，预计六年收回投资。",
    ],
)
def test_what_is_told_of_something_else_is_left_alone(text: str) -> None:
    assert alone(text, KEY) == []
