"""Work grows with the text, not with its square: counted in calls of the interpreter, not in seconds."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from desktop.importers.extract import extract

SHAPES = {
    "one endless line": "2021年收入3亿元，同比增长5%，其中",
    "no punctuation": "增长3%",
    "ragged pipes": "a|b\nc|d|e 3%\n",
    "policies": "2020年《某某管理办法》",
    "emphasis": "**a*",
    "half a table": "-|",
    "chained dates": "2020年1月至",
    "told together": "2021年、2022年分别为1%和2%，",
    "tabs": "甲\t乙\n丙\t3%\t4\n",
    "regulations together": "《某某管理办法》、",
    "brackets": "2021年（2020年3%",
    "headings": "一、成本上升\n正文。\n",
}


def _calls(text: str) -> int:
    count = 0

    def note(_frame: FrameType, _event: str, _argument: Any) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        extract(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_is_about_four_times_the_work(shape: str) -> None:
    one, four = (_calls(SHAPES[shape] * n) for n in (500, 2000))
    assert four < 5 * one + 200
