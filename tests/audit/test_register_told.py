"""What findings say of the register: the nearest title, a number by reference, a duty without a document."""

from __future__ import annotations

import pytest
from check_cases import checked, raised, record, table

from desktop.audit.duty_named import entries_with
from desktop.audit.entry_english import quoted
from desktop.core.finding import Finding
from desktop.core.policy import RegisterEntry


def entry(part: str) -> RegisterEntry:
    """The entry whose title has these words."""
    return next(e for e in record().register if part in e.title.zh)


def told(text: str, check: str, kind: str) -> list[Finding]:
    """The findings of one kind."""
    return [f for f in raised(text, check) if f.kind == kind]


def test_a_title_that_the_register_has_in_another_kind_is_named() -> None:
    (found,) = told("2022年3月发布的《金融科技产品认证细则》要求网点换机。", "policy", "existence")
    assert "文中没有写文号" in found.said.zh
    assert "公告2022年第5号，2022年1月30日" in found.said.zh
    assert "未必是同一文件" in found.said.zh
    assert "30 Jan 2022" in found.said.en
    assert "没有相同的文号" not in found.said.zh


def test_the_nearest_title_is_the_one_nearest_in_time() -> None:
    (found,) = told("2019年9月发布的《金融科技产品认证细则》要求网点换机。", "policy", "existence")
    assert "2019年第49号" in found.said.zh


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("《茶叶仓储管理办法》要求茶企分区存放。", "没有相近的标题，文中也没有写文号"),
        ("《茶叶仓储管理办法》（茶协发〔2021〕31号）要求茶企分区存放。", "没有相同的文号或相近的标题"),
    ],
)
def test_what_was_looked_for_is_said_as_it_was(text: str, words: str) -> None:
    (found,) = told(text, "policy", "existence")
    assert words in found.said.zh
    assert "未必是同一文件" not in found.said.zh


RULES = "政策名称 | 发布时间 | 监管要求"
CASH = "关于规范整顿“现金贷”业务的通知 | 2017.12 | {}"


def test_a_number_by_reference_says_until_when_it_held() -> None:
    (found,) = told(
        f"## 一、监管\n\n{table(RULES, CASH.format('综合资金成本不超过36%'))}", "policy", "referred"
    )
    assert found.verdict.code == "ambiguous"
    assert "2020年8月20日" in found.said.zh
    assert "20 Aug 2020" in found.said.en
    assert not told(
        f"## 一、监管\n\n{table(RULES, CASH.format('综合资金成本当时不超过36%'))}", "policy", "referred"
    )


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("监管部门一再要求银行不得把授信审查外包。", ("现金贷",)),
        ("监管要求银行不得将核心风控外包给第三方平台。", ()),
        ("监管还要求银行不得把授信审查外包。", ("现金贷", "商业银行互联网贷款管理暂行办法")),
        ("监管部门要求书店不得把库房外包。", ()),
    ],
)
def test_a_duty_without_a_document_is_looked_up(text: str, titles: tuple[str, ...]) -> None:
    (found,) = raised(f"## 一、监管\n\n{text}", "unnamed_rule")
    assert found.verdict.code == ("ambiguous" if titles else "not_checkable")
    assert all(title in found.said.zh for title in titles)
    assert all(words.endswith((".", "。")) for words in found.said)


def test_a_further_duty_is_not_of_the_document_before_it() -> None:
    text = "## 一、监管\n\n《茶叶质量管理办法》自2021年起施行。监管{}要求银行不得把授信审查外包。"
    assert raised(text.format("还"), "unnamed_rule")
    assert not raised(text.format(""), "unnamed_rule")


@pytest.mark.parametrize("duty", ["不得出租茶园", "必须配备冷库", "不得外包", "不得提前收取茶款"])
def test_only_a_ban_on_the_same_thing_is_one(duty: str) -> None:
    assert entries_with(duty, record().register) == []


def test_an_effect_that_names_whom_a_rule_binds_still_lacks_the_link() -> None:
    rows = table(
        "政策名称 | 发布时间 | 主要内容 | 对青禾贷的影响",
        "网络借贷信息中介机构业务活动管理暂行办法 | 2016.8 | 明确信息中介 | 断了P2P的钱",
    )
    text = f"## 一、监管\n\n青禾贷由银行放款。\n\n{rows}"
    (found,) = told(text, "rule_scope", "addressee")
    assert "没有写该产品与P2P平台有往来" in found.said.zh
    assert "The rules govern P2P platforms, not commercial banks" in found.said.en


def test_a_gap_to_a_quarter_is_counted_to_its_end() -> None:
    text = (
        "## 一、数据\n\n根据《个人信息保护法》的要求，青禾贷在2023年Q1完成数据本地化存储，导致调用效率下降。"
    )
    (found,) = told(text, "rule_scope", "late")
    assert "14至17个月" in found.said.zh
    assert "14 to 17 months" in found.said.en


def test_a_remark_of_the_register_is_not_the_word_of_a_standard() -> None:
    text = "## 一、系统\n\n《网点软件认证办法》要求所有金融类APP一律通过四级等保。"
    (found,) = told(text, "rule_scope", "denied")
    assert "逐个系统定级" in found.said.zh
    assert "不存在" not in found.said.zh
    assert "five levels" in found.said.en


@pytest.mark.parametrize(
    ("title", "clause", "english"),
    [
        ("网络借贷信息中介", "规制对象是P2P平台，不是商业银行", "The rules govern P2P platforms"),
        ("通过互联网开展个人存款", "自营渠道和活期类不在该禁令内", "own channels and demand deposits"),
        ("个人信息保护法", "境内存储义务只及于关键信息基础设施运营者", "critical information infrastructure"),
        ("反洗钱法", "没有这一句", "没有这一句"),
    ],
)
def test_a_clause_of_the_register_is_quoted_in_english(title: str, clause: str, english: str) -> None:
    assert english in quoted(entry(title), clause).en


def test_a_limit_for_one_case_reads_as_a_sentence() -> None:
    row = "网络小额贷款业务管理暂行办法（征求意见稿） | 2020.11 | 注册资本不低于10亿元，跨省须批准"
    (found,) = told(f"## 一、监管\n\n{table(RULES, row)}", "policy", "limited")
    assert "只适用于一种情形" in found.said.zh
    assert "is the limit for one case only" in found.said.en


def test_a_limit_is_held_against_each_amount_in_one_unit() -> None:
    text = "## 一、额度\n\n2020年7月发布的《商业银行互联网贷款管理暂行办法》规范了授信。\n\n" + table(
        "产品 | 最高额度", "青禾贷 | 20万元", "春山贷 | 28万元", "云岭贷 | 35万元"
    )
    (found,) = raised(text, "cited_limits")
    assert (found.verdict.code, found.formula.zh) == ("ambiguous", "28万元 > 20万元；35万元 > 20万元")


def test_nothing_in_these_sentences_is_raw() -> None:
    for found in checked("《金融科技产品认证细则》（试行）要求网点换机。").findings:
        assert "{" not in found.said.zh + found.said.en
