"""How long something lasted, told of a row that has its dates."""

from __future__ import annotations

import pytest
from check_cases import alone, table

KEY = "rows_lasted"

LINES = (
    table(
        "线路 | 开工 | 完工",
        "红枫线 | 2018年6月 | 2021年6月",
        "白沙线 | 2020年1月 | 2021年11月",
        "青竹线 | 2021年3月 | 2021年11月",
    )
    + "\n\n{}"
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (LINES.format("青竹线最短，只用了八个多月。"), LINES.format("青竹线最短，只用了五个多月。")),
        (LINES.format("白沙线前后花了一年零十个月。"), LINES.format("白沙线前后花了三年零十个月。")),
        (LINES.format("最长的红枫线，整整做满了三年。"), LINES.format("最长的红枫线，整整做满了五年。")),
    ],
)
def test_what_does_not_fit_is_found(right: str, wrong: str) -> None:
    assert alone(right, KEY) == []
    assert [f.verdict.tone for f in alone(wrong, KEY)] == ["red"]


@pytest.mark.parametrize(
    "text",
    [
        LINES.format("红枫线、白沙线先后运营了六年。"),
        LINES.format("白沙线做了五年，才第一次盈利。"),
        LINES.format("红枫线每次检修用了三天，青竹线平均用了两天。"),
        LINES.format("青竹线2019年3月通车，到2022年3月运营了三年。"),
        LINES.format("白沙线质保期为五年，比红枫线多了两年。"),
    ],
)
def test_what_is_told_of_something_else_is_left_alone(text: str) -> None:
    assert alone(text, KEY) == []
