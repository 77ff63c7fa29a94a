"""The rows of the inspector and what belongs together."""

from __future__ import annotations

import pytest
from invented import dossier, entry

from desktop.core.facts import facts_of
from desktop.core.record import Record
from desktop.core.related import related
from desktop.core.text import Text

CASE = dossier()
RECORD = Record((entry(),), ())


def rows(item: str) -> dict[str, str]:
    facts = facts_of(CASE, item)
    assert facts is not None
    return {label.zh: value.zh for label, value in facts.rows}


def test_a_figure_reads_alone() -> None:
    facts = facts_of(CASE, "g1")
    assert facts is not None
    assert facts.value == Text("≥ 30%", "≥ 30%")
    assert rows("g1") == {
        "指标": "出资比例", "主体": "测贷", "口径": "不低于（≥）", "类型": "门槛", "单位": "%",
        "原文写法": "“30%”",
        "限定词": "“不得低于”",
    }  # fmt: skip
    assert rows("g3")["变化前"] == "38%"
    assert rows("g3")["方向"] == "下降"
    assert rows("g3")["时期"] == "2023 年"


def test_a_date_has_no_unit_and_no_period_beside_itself() -> None:
    assert rows("d1") == {"指标": "发布时间", "主体": "测贷", "类型": "日期", "原文写法": "“2021年3月”"}


def test_cell_table_policy_event_point_and_factor_say_what_they_are() -> None:
    assert rows("c21") == {
        "行": "2023",
        "列": "占比",
        "单位": "%",
        "数值": "9%",
        "表格": "投入与人数，第 2 行第 2 列",
    }
    assert rows("t1") == {"大小": "2 行 × 3 列", "各列": "年份、占比、人数"}
    assert rows("p1") == {"发布时间": "2021 年 3 月", "所称要求": "出资不低于三成", "所称影响": "冲击业务"}
    assert rows("e1") == {
        "时期": "2021 年 3 月",
        "类型": "政策",
        "依据": "发布时间 2021 年 3 月；《测试办法》",
    }
    assert rows("n1") == {"内容": "渠道：改为邀请", "形式": "列表项"}
    assert rows("f2") == {"标题": "投入减少", "主题": "监管", "摘要": "投入减少的摘要。"}


@pytest.mark.parametrize("item", CASE.items)
def test_every_item_has_facts_in_both_languages(item: str) -> None:
    facts = facts_of(CASE, item)
    assert facts is not None
    assert facts.kind.en
    assert facts.value.zh
    assert facts.value.en
    assert all(label.zh and label.en and value.zh and value.en for label, value in facts.rows)


def test_what_belongs_together() -> None:
    def found(item: str) -> list[tuple[str, str]]:
        return [(one.item, one.why.zh) for one in related(CASE, item, RECORD)]

    assert found("g2") == [("g3", "变化后")]
    assert found("g3") == [("g2", "变化前")]
    assert found("h21") == [("h11", "变化前"), ("h22", "同一行")]
    assert found("c21") == [("h22", "同一行"), ("h11", "同一列")]
    assert ("p1", "现行有效") in found("g1"), "the register entry is reached through the regulation"
    assert ("d1", "同一句") in found("g1")
    assert ("e1", "事件") in found("p1")
    assert found("e1") == [("p1", "现行有效"), ("d1", "依据"), ("p1", "依据"), ("g1", "同一句")]
    assert found("f2") == [("g2", "首要数字"), ("g3", "首要数字")]
    assert found("nobody") == []


def test_nothing_is_related_to_itself_or_listed_twice() -> None:
    for item in CASE.items:
        others = [one.item for one in related(CASE, item, RECORD) if one.kind != "register"]
        assert item not in others
        assert len(others) == len(set(others))
