"""The units that a caption gives to the columns of a table."""

from __future__ import annotations

from desktop.importers.figures.captions import by_head, general, is_corner, of_all


def test_a_unit_for_all() -> None:
    for line in ("单位：亿元", "（单位：亿元）", "表1 主要数据（除门店外单位为亿元）", "单位均为：亿元"):
        text = f"{line}\n\n|"
        assert general(text, len(text) - 1) == "亿元"
    assert general("| ", 2) == ""


def test_units_by_the_names_of_columns() -> None:
    text = "表2 2025年门店变动（家）与门店收入（亿元）\n\n|"
    heads = ["城市", "年初", "关闭", "门店收入"]
    assert by_head(text, len(text) - 1, heads) == ["", "家", "家", "亿元"]


def test_the_corner_of_a_table() -> None:
    assert is_corner("项目（亿元）")
    assert not is_corner("月收入（元）")


def test_one_name_or_a_sentence_gives_none() -> None:
    for line in ("门店变动（家）", "门店变动（家）与收入（亿元）都在下降。"):
        assert by_head(f"{line}\n|", len(line) + 1, ["城市", "收入"]) == ["", ""]


def test_a_caption_of_columns_that_are_years() -> None:
    text, rows = "表三 平台收支（万元）\n\n|", ["技术", "营销"]
    assert of_all(text, len(text) - 1, ["项目", "2020年", "2021年"], rows) == "万元"
    assert of_all(text, len(text) - 1, ["门店", "员工数", "收入"], rows) == ""
    assert of_all("平台收支\n\n|", 6, ["项目", "2020年", "2021年"], rows) == ""
