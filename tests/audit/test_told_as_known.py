"""Numbers that are told as known, references to sections, and a bank by its short name."""

from __future__ import annotations

import pytest
from check_cases import raised, table

SHOPS = "截至2025年末，公司共有门店498家，上年末为560家。\n\n2026年若再净关30家，{}。"
TOP = "2024年6月末，县城店实际做到103家。\n\n- 2021年6月：启动。\n- 2024年6月：县城店数见顶，{}。"
REGIONS = table("指标（2024年） | 华东 | 西南", "毛利率 | 15.5% | 26.0%", "单柜日换电 | 46.4次 | 58.0次")
SECTIONS = (
    "## 一、价\n\n价高。\n\n## 二、量\n\n量少。\n\n{}\n\n## 三、人\n\n回头看，{}的余额表已经说明一切。\n"
)
BALANCE = table("年份 | 余额", "2021 | 3亿元", "2022 | 2亿元")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (SHOPS.format("现有的498家门店将降到468家"), SHOPS.format("现有的598家门店将降到568家")),
        (TOP.format("达103家"), TOP.format("达130家")),
    ],
)  # fmt: skip
def test_what_is_told_as_known_stands_somewhere(right: str, wrong: str) -> None:
    assert raised(right, "told_again") == []
    (found,) = raised(wrong, "told_again")
    assert found.verdict.tone == "amber"
    assert "{" not in found.said.zh + found.said.en


@pytest.mark.parametrize(
    "text",
    [
        SHOPS.format("现有的468家门店另有去处"),  # 498 − 30
        "全国门店从高峰期的62家收缩到17家。\n\n申报的143家里只有29家拿到钱。",
        "2024年6月，甲店卖出103份。\n\n- 2024年6月：乙县书店见顶，达93家。",
        "门店498家，目标600家。\n\n计划现有的508家门店全部翻新。",
    ],
)
def test_what_may_be_new_is_left_alone(text: str) -> None:
    assert raised(text, "told_again") == []


@pytest.mark.parametrize(
    ("section", "verdicts"), [("第二节", []), ("第七节", ["red"]), ("第一节", ["amber"])]
)
def test_a_section_that_is_referred_to(section: str, verdicts: list[str]) -> None:
    found = raised(SECTIONS.format(BALANCE, section), "section_refs")
    assert [f.verdict.tone for f in found] == verdicts
    assert raised(SECTIONS.format(BALANCE, "《办法》第七节"), "section_refs") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("微众2022年营收335.64亿元。", 1),
        ("以微众为例，2023年末不良贷款率为2.64%。", 1),
        ("不良率1.9%，微众银行2024年为2.44%。", 1),
        ("不良率1.9%，微众银行2024年为1.44%。", 0),
        ("微众信科2022年营收335.64亿元。", 0),
    ],
)
def test_a_bank_by_its_short_name(text: str, found: int) -> None:
    told = [f for check in ("reference", "reference_told") for f in raised(text, check)]
    assert len(told) == found
