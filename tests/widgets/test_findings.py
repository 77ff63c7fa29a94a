"""What the inspector says of the audit: cards with arithmetic, or the quiet word."""

from __future__ import annotations

from dataclasses import replace

from audit_cases import audited, finding, found, usual
from invented import assessment, dossier, entry
from pytestqt.qtbot import QtBot

from desktop.core.dossier import Dossier
from desktop.core.focus import Focus
from desktop.core.found import about
from desktop.core.record import Record
from desktop.core.review import Ruling
from desktop.services.context import Context
from desktop.widgets.details import Details


def details(ctx: Context, qtbot: QtBot, case: Dossier, item: str) -> Details:
    ctx.workspace._record = Record((entry(),), ())
    ctx.workspace.show(case)
    made = Details(ctx)
    qtbot.addWidget(made)
    made.resize(330, 900)
    made.show()
    ctx.selection.show(Focus(case.id).on(case, item))
    return made


def test_a_finding_with_its_arithmetic_leads_to_the_check_page(ctx: Context, qtbot: QtBot) -> None:
    made = details(ctx, qtbot, usual(), "h11")
    (card,) = [c for c in made.findings.cards if c.isVisible()]
    assert card.formula.text() == "22 + 9 = 31 ≠ 30"
    assert card.check.text() == "占比之和"
    assert not made.unchecked.isVisible()
    made.findings.more.click()
    assert ctx.selection.focus.page == "check"


def test_a_number_that_a_finding_only_uses_says_so(ctx: Context, qtbot: QtBot) -> None:
    made = details(ctx, qtbot, usual(), "c21")
    assert made.findings.cards[0].check.text() == "占比之和；发现在另一个数字上"


def test_a_cell_owns_the_finding_on_its_figure(ctx: Context, qtbot: QtBot) -> None:
    made = details(ctx, qtbot, usual(), "c11")
    assert made.findings.cards[0].check.text() == "占比之和"


def test_what_could_not_be_checked_or_was_passed_is_told_quietly(ctx: Context, qtbot: QtBot) -> None:
    made = details(ctx, qtbot, usual(), "g3")
    assert made.unchecked.text() == "没有核查：只写了一次。"
    ctx.selection.show(Focus("case").on(usual(), "h22"))
    assert made.unchecked.text().startswith("✓ 通过核查：合计")
    ctx.selection.show(Focus("case").on(usual(), "n1"))
    assert made.unchecked.text() == "记录里没有与它有关的核查。"
    assert not made.findings.isVisible()


def test_a_section_tells_what_was_found_among_its_items(ctx: Context, qtbot: QtBot) -> None:
    made = details(ctx, qtbot, usual(), "f2")
    assert made.unchecked.text() == "× 不符 1、? 含义不明 1、✓ 相符 2，是其中各项的核查结果；逐条见核查页。"
    ctx.selection.show(Focus("case").on(usual(), "f9"))
    assert made.unchecked.text() == "记录里没有与它有关的核查。"


def test_a_disputed_finding_is_grey_with_the_reason(ctx: Context, qtbot: QtBot) -> None:
    case = usual()
    one = found(case).audit.findings[1]
    case = replace(case, rulings=(Ruling(one.id, "disputed", about(one), reason="口径不同"),))
    made = details(ctx, qtbot, case, "h11")
    card = made.findings.cards[0]
    assert card.badge.accessibleName() == "⊘ 不同意"
    assert "口径不同" in card.ruling.text()


def test_a_disputed_assessment_is_grey_too(ctx: Context, qtbot: QtBot) -> None:
    cited = finding("a", "inconsistent", "g1", check="record", kind="a2")
    case = replace(audited(dossier(), [cited]), rulings=(Ruling("a", "disputed", about(cited)),))
    made = details(ctx, qtbot, case, "g1")
    badges = [card.badge.accessibleName() for card in made.checks.cards if card.isVisible()]
    assert "⊘ 不同意" in badges
    assert "× 不符" not in badges


def test_many_findings_are_shown_on_the_check_page(ctx: Context, qtbot: QtBot) -> None:
    case = audited(dossier(), [finding(f"f{n}", "ambiguous", "g2") for n in range(8)])
    made = details(ctx, qtbot, case, "g2")
    assert sum(card.isVisible() for card in made.findings.cards) == 3
    assert made.findings.more.text() == "在核查页查看全部 8 条"


def test_an_audit_that_comes_later_is_shown(ctx: Context, qtbot: QtBot) -> None:
    made = details(ctx, qtbot, dossier(), "h11")
    assert not made.findings.isVisible()
    ctx.workspace.take_found(found(usual()))
    assert made.findings.isVisible()


def test_a_claim_carries_the_arithmetic_that_bears_it_out(ctx: Context, qtbot: QtBot) -> None:
    claim = assessment("x1", "f1", "differs", "g1")
    cited = replace(finding("fnd-9", "differs", "g1", check="record"), kind="x1")
    made = details(ctx, qtbot, audited(dossier(assessments=(claim,)), [cited]), "g1")
    (card,) = [c for c in made.checks.cards if c.isVisible()]
    assert card.sum.text() == "重算：22 + 9 = 31 ≠ 30"
    assert not made.findings.isVisible()
    ctx.workspace.show(audited(dossier(assessments=(claim,))))
    assert not card.sum.isVisible()
