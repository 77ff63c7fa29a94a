"""Hours beside the times of day that they lie between."""

from __future__ import annotations

import pytest
from check_cases import alone

KEY = "hours_told"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "菜场凌晨四点半开门，中午十一点半收摊，一天营业7个小时。",
            "菜场凌晨四点半开门，中午十一点半收摊，一天营业9个小时。",
        ),
        ("展馆每天9:30—18:00开放，开放时间8.5小时。", "展馆每天9:30—18:00开放，开放时间10.5小时。"),
        ("桥面23时至次日6时封闭，封闭时长7小时。", "桥面23时至次日6时封闭，封闭时长17小时。"),
        ("晚上7点开播，10点半下播，一场直播三个半小时。", "晚上7点开播，10点半下播，一场直播五个半小时。"),
        ("夜市每天营业9个小时（傍晚5点到凌晨2点）。", "夜市每天营业7个小时（傍晚5点到凌晨2点）。"),
        (
            "The bakery is open from 6:30 a.m. to 4 p.m., 9.5 hours a day.",
            "The bakery is open from 6:30 a.m. to 4 p.m., 11.5 hours a day.",
        ),
    ],
)
def test_what_does_not_fit_is_found(right: str, wrong: str) -> None:
    assert alone(right, KEY) == []
    assert [f.verdict.tone for f in alone(wrong, KEY)] == ["red"]


@pytest.mark.parametrize(
    "text",
    [
        "从晚上11点到第二天早上7点，他睡了6个小时。",
        "窗口上午9点到12点、下午2点到6点办公，每天共7个小时。",
        "航班下午3点起飞，晚上9点落地，因为时差，实际飞了14个小时。",
        "每天早上8点到晚上8点，两班倒，每班6小时。",
        "图书馆周二至周日9点至17点开放，每周开放48小时。",
        "会议从上午9点开到下午3点，中午休息一个小时，实际开了5个小时。",
        "商场早10点开门，晚10点关门，全天营业12小时。",
        "高铁9:12开，11:42到，全程2个半小时，比普快少了3个小时。",
    ],
)
def test_what_is_told_of_something_else_is_left_alone(text: str) -> None:
    assert alone(text, KEY) == []
