"""Words that set told values against each other or against a limit: wrong ones found, right ones left alone."""

from __future__ import annotations

import pytest
from check_cases import alone, raised

WRONG = [
    ("worded_order", "本所的样本合格率为88%，全县样本合格率为92%，", "低于全县", "高于全县"),
    ("worded_order", "本月入库量1240吨，合同规定的上限是1500吨，", "低于上限", "高于上限"),
    ("worded_order", "车间甲良品率97.2%；车间乙良品率95.8%。", "车间乙不及车间甲", "车间甲不及车间乙"),
    (
        "worded_order",
        "外销收入增长41%；同期内销收入由3.2亿元增至3.4亿元，增速为6.3%，",
        "明显慢于外销",
        "明显快于外销",
    ),
    (
        "worded_order",
        "偿付能力充足率为212%，",
        "高出180%的最低要求32个百分点",
        "低于180%的最低要求32个百分点",
    ),
    (
        "worded_verdicts",
        "东泵房的噪声是61分贝，西泵房是48分贝。按照“噪声不超过55分贝”的要求，",
        "西泵房达标",
        "西泵房超标",
    ),
    ("worded_verdicts", "章程规定现金比例不低于12%，目前现金比例为15%，", "符合要求", "不符合要求"),
    ("worded_verdicts", "杠杆率由6.1%降至5.3%，", "仍在监管要求的4%之上", "已跌到监管要求的4%之下"),
]


@pytest.mark.parametrize(("check", "lead", "right", "wrong"), WRONG)
def test_words_that_the_values_contradict_are_red(check: str, lead: str, right: str, wrong: str) -> None:
    assert not [f for f in alone(f"{lead}{right}。", check) if f.verdict.tone == "red"]
    assert [f.verdict.tone for f in alone(f"{lead}{wrong}。", check)] == ["red"]


OPEN = [
    ("worded_order", "报价12.4元，市盈率15倍；对手报价9.8元，市盈率22倍。论估值本公司低于对手。"),
    ("worded_order", "月产量由840台升到900台，是否高于上限还要看验收。上限是880台。"),
    ("worded_order", "接通率为86%，比10月的91%下降了5个百分点，也跌破了总部要求的88%底线。"),
    ("worded_order", "样本里逾期超过90天的有25户，一共抽查了100户。"),
    ("worded_verdicts", "室温不得低于18度，抽查三户分别是19度、18.5度和17.6度，两户达标，一户不达标。"),
    ("worded_verdicts", "限值为35微克，去年为41微克，如果今年降到33微克，就能达标。"),
]


@pytest.mark.parametrize(("check", "text"), OPEN)
def test_what_may_be_meant_otherwise_is_left_alone(check: str, text: str) -> None:
    assert not [f for f in raised(text, check) if f.verdict.tone == "red"]
