"""Regulations: what of them was checked, whom they bind, and what the text makes of their limits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from check_cases import record, table

from desktop.audit.engine import audit
from desktop.core.finding import Audit, Finding
from desktop.core.policy import RegisterEntry
from desktop.core.record import Record
from desktop.core.text import Text, same
from desktop.importers.draft import draft
from desktop.importers.reading import read


def entry(
    id_: str, title: str, key: str = "", says: str = "", effective: date | None = None
) -> RegisterEntry:
    """An invented regulation in force."""
    some = next(e for e in record().register if e.status == "in_force" and e.confidence == "high")
    return replace(
        some, id=id_, title=Text(title, f"Measures {id_}"), number="", published=effective, effective=effective,
        document_date=None, ended=None, provisions=Text(says, says), key_numbers=Text(key, key),
        supersedes=(), superseded_by=(), unverified=(), unverified_note=same(""),
    )  # fmt: skip


LANDLORDS = entry(
    "rent",
    "住房租赁合同管理办法",
    "押金≤2个月；单笔租金贷款授信≤5万元",
    "规制对象是长租公寓，不是中介公司；押金限额只适用于住宅租约；没有要求“房屋精装修”。",
    date(2019, 3, 1),
)
SHARES = entry(
    "shares",
    "联合办学管理办法",
    "单个项目中合作方出资≥40%（2021年起的新设项目）",
    "面向中外合作办学：须登记。",
    date(2020, 6, 1),
)
AIR = entry("air", "中华人民共和国大气防治法", "", "义务主体是企业。", date(2006, 1, 1))
RULES = Record((LANDLORDS, SHARES, AIR), ())


def audited(text: str) -> Audit:
    """The audit of a text against the invented register."""
    made = draft(read("made.md", f"# 青禾租房\n\n{text}\n".encode()), RULES.register)
    return audit(made, RULES)


def of(text: str, check: str) -> list[Finding]:
    """What one check says of it."""
    return [f for f in audited(text).findings if f.check == check]


def rules(*rows: str) -> str:
    """A table of regulations in a section of its own."""
    return "一、监管\n近年监管趋严。\n\n" + table("政策名称 | 发布时间 | 核心要求 | 影响", *rows)


def test_a_title_alone_does_not_check_what_it_requires() -> None:
    text = "根据《住房租赁合同管理办法》要求，房东须登记备案。"
    found = audited(text)
    assert not [p for p in found.passed if p.check == "policy"]
    (left,) = [u for u in found.uncheckable if u.code == "title_only"]
    assert "名称" in left.reason.zh
    assert "备案" in left.reason.zh
    dated = audited("2019年3月发布的《住房租赁合同管理办法》要求房东登记备案。")
    assert "名称和时间" in next(u.reason.zh for u in dated.uncheckable if u.code == "title_only")
    named = audited("2019年3月，《住房租赁合同管理办法》发布。")
    assert {p.check for p in named.passed} >= {"policy"}


def test_whom_a_document_binds() -> None:
    (found,) = of(rules("住房租赁合同管理办法 | 2019.3 | 规范合同 | 压缩中介公司的利润"), "rule_scope")
    assert (found.kind, found.verdict.code) == ("addressee", "partly")
    assert "长租公寓" in found.said.zh
    known = rules("住房租赁合同管理办法 | 2019.3 | 规范合同 | 压缩利润") + "\n\n青禾是一家长租公寓。"
    assert not of(known, "rule_scope")
    without = table("政策名称 | 发布时间 | 核心要求", "住房租赁合同管理办法 | 2019.3 | 规范合同")
    assert not of(f"一、监管\n近年监管趋严。\n\n{without}", "rule_scope")


def test_a_limit_that_the_text_leaves_out() -> None:
    found = of("青禾是长租公寓。2019年3月发布的《住房租赁合同管理办法》要求押金限额一律下调。", "rule_scope")
    assert [f.kind for f in found] == ["limit"]
    assert "只适用于住宅租约" in found[0].said.zh
    held = "青禾是长租公寓。2019年3月发布的《住房租赁合同管理办法》要求住宅租约的押金限额一律下调。"
    assert not of(held, "rule_scope")


def test_what_the_register_denies() -> None:
    found = of("青禾是长租公寓。2019年3月发布的《住房租赁合同管理办法》要求房屋精装修后出租。", "rule_scope")
    assert ("denied", "partly") in {(f.kind, f.verdict.code) for f in found}
    other = of("青禾是长租公寓。2019年3月发布的《住房租赁合同管理办法》要求出租前登记。", "rule_scope")
    assert "denied" not in {f.kind for f in other}


@pytest.mark.parametrize(("month", "told"), [("2022年8月", True), ("2019年8月", False), ("2026年8月", False)])
def test_an_effect_long_after_the_document(month: str, told: bool) -> None:
    text = (
        f"青禾是长租公寓。根据《住房租赁合同管理办法》要求，公司在{month}完成合同改造，导致签约效率下降30%。"
    )
    found = [f for f in of(text, "rule_scope") if f.kind == "late"]
    assert ["41个月" in f.said.zh for f in found] == ([True] if told else [])


def test_a_document_as_the_ground_for_what_was_done_is_no_cause() -> None:
    text = "青禾是长租公寓。根据《住房租赁合同管理办法》要求，公司在2022年8月完成登记。"
    assert not [f for f in of(text, "rule_scope") if f.kind == "late"]


LINES = table("公司 | 最高额度", "青禾 | 8万元", "远山 | 4万元")


def test_amounts_above_the_limit_of_a_document_that_the_text_cites() -> None:
    cites = "2019年3月发布的《住房租赁合同管理办法》规范了租金贷款。\n\n"
    (found,) = of(cites + LINES, "cited_limits")
    assert found.verdict.code == "ambiguous"
    assert "8万元" in found.said.zh
    assert "4万元" not in found.said.zh
    assert not of(LINES, "cited_limits")
    assert not of(cites + LINES.replace("8万", "3万"), "cited_limits")
    assert not of(cites + LINES.replace("最高额度", "注册资金"), "cited_limits")


@pytest.mark.parametrize(("share", "verdict"), [("60%以上", "partly"), ("75%", "differs"), ("55%", None)])
def test_a_floor_for_one_party_is_a_ceiling_for_the_other(share: str, verdict: str | None) -> None:
    found = of(f"项目中本方出资比例为{share}。", "complement")
    assert [f.verdict.code for f in found] == ([verdict] if verdict else [])
    assert all("2021年起" in f.said.zh for f in found)


def test_a_floor_that_only_the_text_states() -> None:
    text = "合同约定持股比例不得低于35%。\n\n本方持股比例提高到70%以上。"
    (found,) = of(text, "complement")
    assert (found.kind, found.verdict.code) == ("own", "partly")
    assert found.formula.zh == "100% − 35% = 65%"
    assert not of(text.replace("70%以上", "60%"), "complement")


def test_a_rule_on_one_business_that_is_said_to_strike_another() -> None:
    row = "住房租赁合同管理办法 | 2019.3 | 规范联合贷款 | 颠覆{}模式"
    assert [f.kind for f in of(rules(row.format("助贷")), "terms")] == ["crossed"]
    assert not of(rules(row.format("联合贷款")), "terms")


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ("如果今后民宿短租获得监管许可，青禾或可重启。", True),
        ("如果今后共享会议室获得监管许可，青禾或可重启。", False),
        ("民宿短租已获得监管许可，青禾重启。", False),
    ],
)
def test_a_condition_that_another_section_has_in_force(later: str, told: bool) -> None:
    text = rules("住房租赁合同管理办法 | 2019.3 | 民宿短租须登记 | 收紧") + f"\n\n二、展望\n{later}"
    assert bool(of(text, "conditions")) is told


@pytest.mark.parametrize(
    ("law", "first", "told"), [("大气防治", 2018, True), ("大气防治", 2008, False), ("噪声防治", 2018, False)]
)
def test_a_cost_put_down_to_an_old_duty(law: str, first: int, told: bool) -> None:
    grew = f"年度改造支出从{first}年的300万元增至{first + 2}年的900万元。"
    text = f"一、成本\n为满足环保要求，青禾须完成{law}等改造。{grew}"
    assert bool(of(text, "old_duty")) is told


def test_a_number_found_in_a_later_document() -> None:
    text = "2019年3月发布的《住房租赁合同管理办法》规定，联合办学单个项目出资的比例不得低于40%。"
    (found,) = of(text, "policy")
    assert (found.kind, found.verdict.code) == ("requirement", "differs")
    for words in ("没有这一数字", "2020年6月1日", "晚于文中所写的2019年3月", "哪一方"):
        assert words in found.said.zh
    named = "2019年3月发布的《住房租赁合同管理办法》规定，合作方的出资比例不得低于40%。"
    assert "哪一方" not in of(named, "policy")[0].said.zh


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (
            "《数据安全法》，2021年6月10日由全国人大常委会通过。",
            "《数据安全法》，2021年6月10日由国务院发布。",
            "全国人大常委会",
        ),
        (
            "《关于进一步规范大学生互联网消费贷款监督管理工作的通知》（银保监办发〔2021〕28号）系由银保监会办公厅等五部门印发。",
            "《关于进一步规范大学生互联网消费贷款监督管理工作的通知》（银保监办发〔2021〕28号）系由银保监会办公厅等八部门印发。",
            "5个",
        ),
        (
            "银保监办发〔2021〕24号要求合作方单笔出资不低于30%。",
            "银保监办发〔2021〕24号要求合作方单笔出资不低于20%。",
            "≥30%",
        ),
    ],
    ids=["author after the date", "count of authors", "in fewer words than the register's"],
)
def test_what_is_told_of_a_document_of_the_register(right: str, wrong: str, said: str) -> None:
    def told(text: str) -> list[str]:
        made = draft(read("a.md", f"# 规矩\n\n{text}\n".encode()), record().register)
        found = audit(made, record()).findings
        return [f.said.zh for f in found if f.check == "policy" and f.verdict.tone != "green"]

    assert told(right) == []
    (one,) = told(wrong)
    assert said in one
