"""Counts beside which something is listed that they do not count."""

from __future__ import annotations

import pytest
from check_cases import raised

LISTS = [
    "参赛者在三个小时内走了六公里，出现头晕、乏力，随后退赛。",
    "车顶的三个突起分别是两个摄像头和一个雷达，看上去很显眼。",
    "接下来的半天里，后台收到了5条警报，分别来自德国、荷兰、英国和乌克兰。",
    "这款排版工具支持横竖排、自动注音、深浅两种主题、字体配置。",
    "老师教三个问题，学生就会第四个、第十个，连没教过的也会。",
    "下面是三种办法。\n\n* 穿湿衣服。\n* 开上面的窗。\n* 穿宽袍。\n\n2、[另一篇](https://example.org)",
    "获奖者提出了两种解释。\n\n（1）过冷。\n\n（2）对流。\n\n2、另一条消息",
    "主要有三点。\n\n第一，定目标。\n\n第二，立流程。\n\n第三，分好钱。\n\n**4、另一节**",
    "下面是两个例子：\n\n- 债务最多的团队，人最多。\n- 问题最多的语言，话题最多。\n\n-- 一位工程师",
]


def reds(text: str) -> list[str]:
    return [f.said.zh for f in raised(text, "announced") if f.verdict.tone == "red"]


@pytest.mark.parametrize("text", LISTS)
def test_what_a_count_does_not_count_is_not_held_against_it(text: str) -> None:
    assert reds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "支持三种排法：横排、竖排、斜排、环排。",
        "获奖者提出了两种解释。\n\n（1）过冷。\n\n（2）对流。\n\n（3）蒸发。",
    ],
)
def test_what_it_does_count_is(text: str) -> None:
    assert len(reds(text)) == 1
