"""Fines told as a range, against the ranges of the register entry."""

from __future__ import annotations

import pytest
from check_cases import raised

from desktop.audit.rule_ranges import spans_of
from desktop.store.paths import bundled_data
from desktop.store.record import load_record

RECORD, _ = load_record(bundled_data())


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("《旅游法》规定，未经许可经营旅行社业务的，处一万元以上{}以下罚款。", "十万元", "二十万元"),
        ("《药品管理法》规定，生产、销售假药的，并处货值金额{}以上三十倍以下的罚款。", "十五倍", "五倍"),
        ("《反垄断法》规定，达成垄断协议的，处上一年度销售额1%以上{}以下的罚款。", "10%", "20%"),
        ("《反不正当竞争法》规定，商业贿赂的，处十万元以上{}以下的罚款。", "三百万元", "三十万元"),
        ("按《道路交通安全法》，伪造号牌的处2000元以上{}以下罚款。", "5000元", "3000元"),
    ],
)
def test_a_fine_of_other_ends_than_the_register_has(text: str, right: str, wrong: str) -> None:
    assert raised(text.format(right), "policy") == []
    found = raised(text.format(wrong), "policy")
    assert [f.verdict.tone for f in found] == ["amber"]
    assert wrong in found[0].said.zh
    assert "{" not in found[0].said.zh + found[0].said.en


@pytest.mark.parametrize(
    "text",
    [
        "《旅游法》规定了罚款。有一家旅行社今年的营业额在30万元以上50万元以下。",
        "《旅游法》规定，导游私自承揽业务的，处一千元以上八千元以下罚款。",  # a fine that the entry does not tell
        "按《道路交通安全法》，醉驾的拘役一个月以上六个月以下。",
    ],
)
def test_a_range_that_is_not_known_to_be_another(text: str) -> None:
    assert raised(text, "policy") == []


def test_ranges_are_read_in_one_clause_or_in_two() -> None:
    spans = {s.subject: (s.low, s.high) for e in RECORD.register for s in spans_of(e)}
    assert spans["短线交易罚款"] == (100_000, 1_000_000)
    assert spans["无证经营旅行社的罚款："[:-1]] == (10_000, 100_000)
