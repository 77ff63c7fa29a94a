"""A citation of what was checked takes up a finding only where it tells the same; it swallows and moves none."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from check_cases import NOTHING, dossier, record
from test_told_before import PAGE, RETOLD, known

from desktop.audit.engine import audit
from desktop.audit.merge import merged
from desktop.audit.scope import Whole
from desktop.audit.told_before import Heard
from desktop.core.dossier import Dossier
from desktop.core.finding import Audit, Finding, Input
from desktop.core.found import RECORD
from desktop.core.span import Anchor
from desktop.core.text import NOTHING as EMPTY
from desktop.core.text import Text, same
from desktop.core.verdict import VERDICTS
from desktop.store.codec import load
from desktop.store.paths import bundled_data

NUMBERS = re.compile(r"\d[\d,]*(?:\.\d+)?")
REGISTER = Text("登记簿", "register")
PLACE = Anchor("src", 10, 14, "质检要求")


def cited(said: str, *inputs: Input, check: str = RECORD) -> Finding:
    """What was checked, as a citation tells it."""
    return Finding(
        "fnd-c", check, VERDICTS["not_found"], ("pnt-1",), inputs, EMPTY, Text(said, "Said."), (PLACE,)
    )


def other(check: str, written: str, *inputs: Input, quote: str = "质检要求") -> Finding:
    """What a check says of the same item."""
    spans = (replace(PLACE, quote=quote),)
    return Finding(
        "fnd-o",
        check,
        VERDICTS["ambiguous"],
        ("pnt-1",),
        inputs,
        same(written),
        Text("另说。", "Also."),
        spans,
    )


@pytest.mark.parametrize(
    ("said", "check", "written"),
    [
        ("名为青禾的产品没有查到，字样见于2017年的注释。", "old_duty", "2007年1月1日 < 2018年"),
        ("没有查到这一产品。", "old_duty", "2007年1月1日 < 2018年"),
        ("记录里是2,100吨。", "conflict", "3200吨 > 2400吨"),
    ],
)
def test_a_formula_that_the_citation_does_not_tell_stays_where_it_is(
    said: str, check: str, written: str
) -> None:
    one, two = cited(said), other(check, written)
    assert merged([one, two]) == [one, two]


def test_a_formula_of_years_that_the_citation_tells_joins_it() -> None:
    one = cited("义务自2007年起就存在，不是2018—2020年新增。")
    (found,) = merged([one, other("old_duty", "2007年1月1日 < 2018年")])
    assert (found.id, found.formula.zh) == ("fnd-c", "2007年1月1日 < 2018年")


def test_a_finding_on_another_instrument_is_not_told_by_the_citation() -> None:
    law, rule = Input(REGISTER, same("茶叶法")), Input(REGISTER, same("茶叶办法"))
    one = cited("没有查到这一产品。", law)
    assert len(merged([one, other("rule_scope", "", rule)])) == 2
    assert len(merged([one, other("rule_scope", "", law)])) == 1
    assert len(merged([one, other("named_standard", "", quote="农业部满意度标准")])) == 2
    told = cited("没有查到“农业部满意度标准”。")
    assert len(merged([told, other("named_standard", "", quote="农业部满意度标准")])) == 1


def audits() -> list[tuple[Dossier, Audit]]:
    """The shipped dossiers, each beside the other, and an imported copy of some text with a checked claim."""
    shipped = [load(bundled_data() / name).dossier for name in ("weilidai", "lilidai")]
    made = [(d, audit(d, record(), tuple(shipped))) for d in shipped]
    own = dossier(RETOLD, "own.md", "青禾茶业怎么了")
    return [*made, (own, audit(own, record(), (known(PAGE, "3200吨"),)))]


def test_every_number_of_a_citations_formula_is_told_or_an_operand() -> None:
    for _, found in audits():
        for one in found.findings:
            if one.check not in (RECORD, "told_before"):
                continue
            told = one.said.zh + "".join(i.shown.zh for i in one.inputs) + "".join(s.quote for s in one.spans)
            have = {float(n.replace(",", "")) for n in NUMBERS.findall(told)} | {100.0}
            for number in NUMBERS.findall(re.sub(r"(?<=\d年)\d+月(?:\d+日)?", "", one.formula.zh)):
                value = float(number.replace(",", ""))
                assert any(abs(value - h) <= 0.011 * max(value, h) for h in have), (
                    one.said.zh,
                    one.formula.zh,
                )


LISTED = (
    "## 一、前景\n\n青禾茶业若要重开，须做到三点：一是联营办法得到协会认可，二是仓库完成扩建改造，"
    "三是客诉处理达到行业协会的满意度标准。"
)


@pytest.mark.parametrize(
    ("statement", "quote"),
    [
        ("客诉处理须达到行业协会的满意度标准", "三是客诉处理达到行业协会的满意度标准"),
        ("联营的办法须得到协会的认可才行", "一是联营办法得到协会认可"),
    ],
)
def test_of_a_list_in_a_sentence_the_item_is_cited_that_retells_the_claim(statement: str, quote: str) -> None:
    there = known(f"## 一、前景\n\n- {statement}。", "", words=statement[:4])
    here = dossier(LISTED, "own.md", "青禾茶业怎么了")
    found = Heard(Whole("whole", here)).repeats(there.assessments[0], there, copy=True)
    assert [p.quote for p in found.passages] == [quote]


def test_a_confirmed_claim_that_a_copy_repeats_passes() -> None:
    own = dossier(RETOLD, "own.md", "青禾茶业怎么了")
    found = audit(own, NOTHING, (known(PAGE, "3200吨", "consistent"),))
    (held,) = [p for p in found.passed if p.check == "told_before"]
    assert own.item(held.items[0]).anchor.quote == "3200吨"  # type: ignore[union-attr]
    assert "青禾茶业的账" in held.formula.zh
    other_text = dossier(RETOLD.replace("3200吨", "3300吨"), "own.md", "青禾茶业怎么了")
    again = audit(other_text, NOTHING, (known(PAGE, "3200吨", "consistent"),))
    assert not [p for p in again.passed if p.check == "told_before"]
