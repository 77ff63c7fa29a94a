"""What a text leaves out: when, in what unit, measured how, by whose average, by which document."""

from __future__ import annotations

import pytest
from check_cases import raised, table

STAGES = table("项目 | 初期标准 | 当前标准", "最低订量 | 30箱 | 12箱", "账期 | 60天 | 45天")


def test_an_earlier_and_a_later_state_without_a_time() -> None:
    (found,) = raised(f"## 一、规则\n\n青禾茶业调整了经销规则。\n\n{STAGES}", "undated_stages")
    assert found.verdict.code == "ambiguous"
    assert "“初期标准”与“当前标准”" in found.said.zh
    assert "“初期标准” beside “当前标准”" in found.said.en


@pytest.mark.parametrize(
    "told", ["2021年青禾茶业调整了经销规则。", "去年起青禾茶业调整了经销规则。", "5月起调整。"]
)
def test_a_time_in_the_section_dates_both_states(told: str) -> None:
    assert not raised(f"## 一、规则\n\n{told}\n\n{STAGES}", "undated_stages")


def test_a_length_of_time_dates_nothing_and_words_alone_need_no_date() -> None:
    assert raised(f"## 一、规则\n\n考核近3月的订量。\n\n{STAGES}", "undated_stages")
    words = table("项目 | 改造前 | 改造后", "取货 | 到店 | 送货", "付款 | 现金 | 转账")
    assert not raised(f"## 一、流程\n\n流程有变。\n\n{words}", "undated_stages")


def test_amounts_without_a_unit_in_a_table() -> None:
    rows = ("门面费 | 3千 | 5千", "押金上限 | 20万 | 30万")
    (found,) = raised(f"## 一、条件\n\n三家比较。\n\n{table('项目 | 甲 | 乙', *rows)}", "unitless")
    assert "“押金上限”一行的“20万”、“30万”没有写单位" in found.said.zh
    assert "row “押金上限”" in found.said.en


@pytest.mark.parametrize("name", ["押金上限（元）", "会员人数", "客流"])
def test_a_unit_in_the_label_is_enough(name: str) -> None:
    made = table("项目 | 甲 | 乙", "门面 | 临街 | 背街", f"{name} | 20万 | 30万")
    assert not raised(f"## 一、条件\n\n三家比较。\n\n{made}", "unitless")


def test_a_change_of_what_has_no_scale() -> None:
    (found,) = raised("## 一、体验\n\n改版之后，青禾茶业的订货难度上升40%。", "unmeasured")
    assert (found.verdict.code, "40%" in found.said.zh) == ("not_checkable", True)
    assert not any(i.startswith("fig-") for i in found.items)  # the number does not count as checked
    assert not raised("## 一、体验\n\n改版之后，青禾茶业的订货难度上升40%，按填单耗时衡量。", "unmeasured")
    assert not raised("## 一、体验\n\n改版之后，青禾茶业的订单量上升40%。", "unmeasured")


def test_a_heading_on_a_quantity_that_its_section_has_no_word_of() -> None:
    body = "2023年，青禾茶业的运费由20万元增至50万元。"
    (found,) = raised(f"## 一、运费上升侵蚀利润\n\n{body}", "headings")
    assert "却没有一处写到“利润”" in found.said.zh
    assert not raised(f"## 一、运费上升侵蚀利润\n\n{body}净利由90万元降至60万元。", "headings")
    assert not raised(f"## 一、运费上升\n\n{body}", "headings")
    assert not raised("## 一、运费上升侵蚀利润\n\n运费一年比一年高。", "headings")


def test_an_average_of_an_industry_that_nobody_is_named_for() -> None:
    made = table("项目 | 青禾 | 行业平均", "损耗率 | 8% | 5%", "周转 | 40天 | 32天")
    (found,) = raised(f"## 一、对比\n\n青禾茶业的损耗偏高。\n\n{made}", "benchmarks")
    assert "“行业平均”（“5%”、“32天”）" in found.said.zh
    assert not raised(f"## 一、对比\n\n据茶叶协会对120家会员的统计：\n\n{made}", "benchmarks")
    (told,) = raised("## 一、对比\n\n青禾茶业的损耗率为8%，高于行业平均的5%。", "benchmarks")
    assert "“5%”" in told.said.zh


def test_a_duty_of_the_regulators_without_a_document() -> None:
    (found,) = raised("## 一、监管\n\n监管部门加强检查，要求茶企不得将质检外包。", "unnamed_rule")
    assert (found.verdict.code, found.spans[0].quote) == ("not_checkable", "要求茶企不得将质检外包")
    named = "监管部门发布《茶叶质量管理办法》，要求茶企不得将质检外包。"
    assert not raised(f"## 一、监管\n\n{named}", "unnamed_rule")
    assert not raised(
        "## 一、监管\n\n《茶叶质量管理办法》出台。监管部门要求茶企不得将质检外包。", "unnamed_rule"
    )
    assert not raised("## 一、监管\n\n监管部门近年加强了检查。", "unnamed_rule")


def test_users_of_whom_nothing_says_whether_they_are_active() -> None:
    (found,) = raised("## 一、规模\n\n2023年青禾茶业的用户突破1200万，门店同步扩张。", "user_kinds")
    assert "1200万" in found.said.zh
    assert not any(i.startswith("fig-") for i in found.items)
    assert not raised("## 一、规模\n\n2023年青禾茶业的注册用户突破1200万。", "user_kinds")
    assert not raised("## 一、规模\n\n2023年青禾茶业的用户突破1200万（月活）。", "user_kinds")
    assert not raised("## 一、规模\n\n2023年青禾茶业的用户突破1200。", "user_kinds")


def test_a_word_for_at_once_beside_lengths_of_time() -> None:
    made = table("项目 | 青禾 | 春山 | 云岭", "出货用时 | 实时 | 30分钟 | 2小时")
    (found,) = raised(f"## 一、对比\n\n三家比较。\n\n{made}", "instant")
    assert "“青禾”只写“实时”" in found.said.zh
    assert "“实时”" in found.said.en
    plain = table(
        "项目 | 青禾 | 春山 | 云岭", "出货用时 | 10分钟 | 30分钟 | 2小时", "监控 | 实时 | 实时 | 无"
    )
    assert not raised(f"## 一、对比\n\n三家比较。\n\n{plain}", "instant")
