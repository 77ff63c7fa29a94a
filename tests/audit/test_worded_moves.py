"""Words of movement, pace and cause against the changes that a text tells: wrong ones found, right ones left alone."""

from __future__ import annotations

import pytest
from check_cases import alone, checked, raised

WRONG = [
    (
        "worded_moves",
        "大枣每斤18元，去年同期15元；核桃每斤21元，去年同期26元。",
        "核桃不涨反跌",
        "核桃小幅上涨",
    ),
    ("worded_moves", "会员由1.8万人升到3.9万人，", "早就翻番", "还没有翻番"),
    (
        "worded_speeds",
        "仓储费由620万元增加到806万元，运费由180万元升到390万元。",
        "运费的增速远高于仓储费",
        "运费的增速略低于仓储费",
    ),
    (
        "worded_speeds",
        "甲厂能耗由50吨降到40吨，乙厂能耗由60吨降到57吨，",
        "甲厂能耗降得更快",
        "乙厂能耗降得更快",
    ),
    (
        "worded_steps",
        "2020年至2023年，借阅量分别为312册、548册、706册和781册，",
        "升势逐年放缓",
        "升势逐年加快",
    ),
    ("worded_steps", "9月环比少了1.2元，10月只少了0.4元，", "跌幅收窄", "跌幅扩大"),
    (
        "worded_causes",
        "到店人数从4.2万人降到3.1万人，客单价则从52元降到50元。可见",
        "主要的窟窿在人数",
        "主要的窟窿在客单价",
    ),
]


@pytest.mark.parametrize(("check", "lead", "right", "wrong"), WRONG)
def test_words_that_the_changes_contradict_are_red(check: str, lead: str, right: str, wrong: str) -> None:
    assert not [f for f in alone(f"{lead}{right}。", check) if f.verdict.tone == "red"]
    assert "red" in [f.verdict.tone for f in alone(f"{lead}{wrong}。", check)]


def test_a_summary_is_held_against_a_later_section() -> None:
    later = "## 走势\n\n2022年收到申诉410件，2023年为656件。同期办件量由70万件增加到77万件。"
    for words, red in (("申诉增速远高于办件量的增速", False), ("申诉增速略低于办件量的增速", True)):
        found = checked(f"先说结论，{words}，问题集中在两处。\n\n{later}").findings
        assert any(f.check == "worded_speeds" and f.verdict.tone == "red" for f in found) is red


OPEN = [
    ("worded_moves", "分娩量由28800例升到31200例，医院多了三成，平均到每家医院的分娩量其实在减少。"),
    ("worded_moves", "油价由8.3元降到7.8元，洗车费从30元涨到35元，反而贵了。"),
    ("worded_speeds", "蔬菜涨了12%，猪肉跌了5%，蔬菜涨幅居前。"),
    ("worded_speeds", "捐款人数从320人增加到410人，总额由64万元增加到73.8万元，总额的增速低于人数。"),
    ("worded_steps", "去年人口减少1.2万人，前年减少2.6万人，降幅收窄。"),
    ("worded_steps", "一季度销量上升8%，二季度上升5%，三季度只升2%，增速放缓。"),
    ("worded_causes", "亩产由420公斤提高到450公斤，面积由1.2万亩减到1.1万亩，总产略降主要是面积减少所致。"),
]


@pytest.mark.parametrize(("check", "text"), OPEN)
def test_what_the_changes_bear_out_is_left_alone(check: str, text: str) -> None:
    assert not [f for f in raised(text, check) if f.verdict.tone == "red"]
