"""What follows from two statements together, and why the rest cannot be checked."""

from __future__ import annotations

import pytest
from check_cases import checked, table

WAYS = "项目 | 改造前 | 改造后 | 变化幅度"


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("收到投诉410件，比上年少，其中排队类占44%，态度类占23%。", "其余各类合计", "135件"),
        ("收到投诉1.2万件，增加两成，其中物流类占42%，售后类占35%。", "其余各类合计", "2,760件"),
        ("宣传支出由2019年的50万元增至2021年的300万元，同期订单量增长120%。", "宣传支出", "变为2.73倍（+172.7%）"),
        ("单个注册用户成本为38元，转化率不足15%。", "每个转化用户的成本", "≥ 253"),
        (table(WAYS, "借款流程 | 4步 | 6步 | 转化率降低15%"), "改造后", "+50%"),
    ],
)  # fmt: skip
def test_what_two_statements_say_together_is_offered(text: str, name: str, shown: str) -> None:
    assert any(name in d.name.zh and shown in d.shown.zh for d in checked(text).derived), checked(
        text
    ).derived


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("改版后，操作难度增加40%。", "no_measure", "怎样衡量"),
        ("62%的读者不满意。", "part_of_unknown", "样本量"),
        ("收入为80亿元，其中90%以上来自门店。", "derived", "> 72亿元"),
        ("2023年的不良率升到4.2%，比上年高出1.8个百分点。", "derived", "= 2.4%"),
        (table(WAYS, "借款流程 | 4步 | 6步 | 转化率降低15%"), "derived", "= 50%"),
        ("公司在2019年后逐步转型。2021年迁址。", "date", "孰先孰后"),
    ],
)
def test_why_not_names_what_is_missing(text: str, code: str, words: str) -> None:
    told = {u.reason.zh for u in checked(text).uncheckable if u.code == code}
    assert any(words in t for t in told), checked(text).uncheckable
