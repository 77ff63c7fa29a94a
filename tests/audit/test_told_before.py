"""Claims that were checked in another dossier are cited where a text repeats them, and only there."""

from __future__ import annotations

from dataclasses import replace

from check_cases import NOTHING, dossier, table

from desktop.audit.engine import audit
from desktop.core.dossier import Dossier
from desktop.core.finding import Finding
from desktop.core.text import Text, same
from desktop.core.verdict import VERDICTS, Assessment

PAGE = (
    "## 一、产能\n\n2022年，青禾茶业的产能为3200吨，退货率为4.5%。2023年门店为41家。\n\n"
    "青禾茶业是云岭集团全资拥有的子公司。工厂设在山脚的旧仓库里。\n\n"
    "## 二、销售\n\n2022年，青禾茶业的单价为86元，渠道为12个。"
)
RETOLD = (
    "## 一、规模\n\n据介绍，2022年青禾茶业产能3200吨，退货率达4.5%。2023年门店达41家。\n\n"
    "作为云岭集团全资拥有的子公司，青禾茶业把工厂设在旧仓库里。\n\n## 二、市场\n\n2022年青禾茶业单价86元，渠道12个。"
)


def known(page: str, printed: str, verdict: str = "differs", words: str = "") -> Dossier:
    """A dossier with a checked claim on one number, or on the statement that has some words."""
    made = dossier(page, "known.md", "青禾茶业的账")
    items = [f.id for f in made.figures if f.as_printed == printed and not words]
    items += [p.id for p in made.points if words and words in p.anchor.quote]
    assert items
    claim = Assessment(
        "ver-1", "claim", "", VERDICTS[verdict], same("产能"), Text("记录里是2100吨。", "The record has 2,100."),
        tuple(items), Text("年报", "annual report"), "high",
    )  # fmt: skip
    return replace(made, assessments=(claim,))


def told(page: str, other: Dossier) -> list[Finding]:
    """What is cited of the other dossier."""
    made = dossier(page, "own.md", "青禾茶业怎么了")
    return [f for f in audit(made, NOTHING, (other,)).findings if f.check == "told_before"]


def test_a_checked_number_that_a_copy_repeats_is_cited() -> None:
    (found,) = told(RETOLD, known(PAGE, "3200吨"))
    assert (found.verdict.code, found.spans[0].quote) == ("differs", "3200吨")
    assert "青禾茶业的账" in found.said.zh
    assert "2100吨" in found.said.zh
    assert "annual report" in [i.shown.en for i in found.inputs]


def test_another_number_is_another_claim() -> None:
    assert not told(RETOLD.replace("3200吨", "3300吨"), known(PAGE, "3200吨"))
    assert not told(RETOLD.replace("产能3200吨", "库存3200千克"), known(PAGE, "3200吨"))


def test_a_checked_statement_that_a_copy_retells_is_cited() -> None:
    words = PAGE.replace("青禾茶业是云岭", "- 青禾茶业是云岭")
    (found,) = told(RETOLD, known(words, "", words="全资拥有"))
    assert "全资拥有" in found.spans[0].quote
    assert not told(RETOLD.replace("作为云岭集团全资拥有的子公司，", ""), known(words, "", words="全资拥有"))


def test_what_holds_is_not_cited_and_what_the_dossier_has_assessed_itself_neither() -> None:
    assert not told(RETOLD, known(PAGE, "3200吨", "consistent"))
    own, other = known(RETOLD, "3200吨"), known(PAGE, "3200吨")
    own = replace(own, assessments=(replace(own.assessments[0], id="ver-2"),))
    assert not [
        f for f in audit(own, NOTHING, (replace(other, id="b"),)).findings if f.check == "told_before"
    ]


def test_what_could_not_be_checked_does_not_make_a_number_count_as_checked() -> None:
    (found,) = told(RETOLD, known(PAGE, "3200吨", "not_checkable"))
    assert found.verdict.code == "not_checkable"
    assert not any(i.startswith("fig-") for i in found.items)


def test_of_another_text_the_number_its_name_and_its_time_have_to_come_back() -> None:
    text = (
        "## 一、行业\n\n2022年，{0}的产能为3200吨。茶叶协会另有会员{1}家。\n\n## 二、展望\n\n行业还会变化。"
    )
    assert told(text.format("青禾茶业", 9), known(PAGE, "3200吨"))
    assert not told(text.format("春山茶业", 9), known(PAGE, "3200吨"))
    assert not told(text.format("青禾茶业", 9).replace("2022年", "2021年"), known(PAGE, "3200吨"))
    assert not told(text.format("青禾茶业", 41), known(PAGE, "41家"))


def test_what_the_citation_computes_already_is_not_told_again() -> None:
    rows = table("标准 | 调整前 | 调整后 | 调整幅度", "查询次数 | 近6个月≤6次 | 近3个月≤2次 | 收紧70%")
    page = f"{RETOLD}\n\n## 三、门槛\n\n{rows}"
    made = dossier(page, "own.md", "青禾茶业怎么了")
    alone = [f for f in audit(made, NOTHING).findings if f.check == "period_basis"]
    (item,) = {f.items[0] for f in alone}
    printed = next(f.as_printed for f in made.figures if f.id == item)
    other = known(page, printed)
    said = Text(
        "按月是收紧33.3%，只比次数是66.7%，都不是70%。", "33.3% by the month, 66.7% by count, not 70%."
    )
    other = replace(other, assessments=(replace(other.assessments[0], difference=said),))
    checks = [f.check for f in audit(made, NOTHING, (other,)).findings if item in f.items]
    assert "told_before" in checks
    assert "period_basis" not in checks
