"""The audit beside the window: when it runs, of what, and what the window hears."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from invented import dossier, open_in
from pytestqt.qtbot import QtBot

from desktop.audit import engine
from desktop.audit.scope import Rule
from desktop.core.changes import correct
from desktop.core.errors import Cancelled
from desktop.core.figure import Figure
from desktop.core.finding import Audit
from desktop.core.progress import Progress
from desktop.core.register.changes import CorrectEntry
from desktop.core.text import Text
from desktop.services import audit_work
from desktop.services.auditing import FailedCheckError
from desktop.services.context import Context


def wait(ctx: Context, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not ctx.auditing.running)


def audit(ctx: Context) -> Audit:
    made = ctx.auditing.audit
    assert made is not None
    return made


def test_it_sleeps_until_it_is_woken(ctx: Context, qtbot: QtBot) -> None:
    open_in(ctx, dossier())
    assert not ctx.auditing.running
    assert not ctx.jobs.busy
    ctx.auditing.wake()
    assert ctx.auditing.running
    assert ctx.jobs.busy  # also before it begins
    assert ctx.auditing.audit is None
    wait(ctx, qtbot)
    assert audit(ctx).total == len(dossier().figures) + len(dossier().policies)
    assert not ctx.jobs.busy


def test_every_figure_is_found_passed_or_listed_with_a_reason(ctx: Context, qtbot: QtBot) -> None:
    open_in(ctx, dossier())
    ctx.auditing.wake()
    wait(ctx, qtbot)
    told = audit(ctx)
    seen = {i for group in (told.findings, told.passed) for one in group for i in one.items}  # type: ignore[attr-defined]
    listed = {one.item for one in told.uncheckable}
    case = dossier()
    assert {f.id for f in case.figures} | {p.id for p in case.policies} <= seen | listed
    assert all(one.reason.zh and one.reason.en for one in told.uncheckable)


def test_the_window_hears_once_and_an_audit_that_says_the_same_is_not_told(
    ctx: Context, qtbot: QtBot
) -> None:
    open_in(ctx, dossier())
    heard: list[object] = []
    ctx.workspace.audited.connect(lambda: heard.append(ctx.workspace.dossier))
    ctx.auditing.wake()
    ctx.auditing.wake()
    wait(ctx, qtbot)
    assert len(heard) == 1
    before = ctx.workspace.dossier
    ctx.auditing.again()
    wait(ctx, qtbot)
    assert len(heard) == 1
    assert ctx.workspace.dossier is before


def test_an_edit_is_checked_again_with_what_the_last_audit_knows(
    ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_in(ctx, dossier())
    ctx.auditing.wake()
    wait(ctx, qtbot)
    given = []
    real = audit_work.audit_open
    monkeypatch.setattr(
        audit_work, "audit_open", lambda d, r, last, p: (given.append((d, last)), real(d, r, last, p))[1]
    )
    case = ctx.workspace.dossier
    assert case is not None
    item = case.items["g2"]
    assert isinstance(item, Figure)
    before = ctx.auditing.audit
    assert before is not None
    ctx.editing.do(correct(case, replace(item, indicator=Text("另一指标", "another")), "错读"))
    assert ctx.auditing.audit is before  # the old one stays until the new one is there
    wait(ctx, qtbot)
    ((edited, last),) = given
    assert edited.items["g2"].indicator == Text("另一指标", "another")
    assert last is not None
    assert audit(ctx).total == before.total


def test_an_edit_of_the_register_is_held_against_its_mentions_and_the_numbers_are_left_alone(
    ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_in(ctx, dossier())
    ctx.auditing.wake()
    wait(ctx, qtbot)
    made = []
    real = audit_work.audit_open
    monkeypatch.setattr(
        audit_work,
        "audit_open",
        lambda d, r, last, p: (made.append((last, real(d, r, last, p))), made[-1][1])[1],
    )
    entry = ctx.workspace.record.register[0]
    day = date(1999, 1, 1)
    assert ctx.register.do(CorrectEntry(entry, replace(entry, published=day, document_date=day)))
    wait(ctx, qtbot)
    ((last, done),) = made
    assert last is not None
    before, after = last.audited.outcome, done.audited.outcome
    again = {
        check
        for key, seen in after.items()
        for check, run in seen.runs.items()
        if key not in before or before[key].runs.get(check) is not run
    }
    assert again
    assert {"relative_change", "sums", "shares", "points", "conflict"}.isdisjoint(again)
    assert {
        seen.piece.entry.published
        for seen in after.values()
        if isinstance(seen.piece, Rule) and seen.piece.entry
    } == {day}


def test_another_dossier_ends_the_audit_of_the_first(
    ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, started = audit_work.audit_open, []

    def slow(case, record, last, progress: Progress):  # type: ignore[no-untyped-def]
        started.append(case.id)
        if case.id == "first":
            while True:  # ends when it is cancelled
                progress.step(0, 1)
        return real(case, record, last, progress)

    monkeypatch.setattr(audit_work, "audit_open", slow)
    open_in(ctx, dossier(id="first"))
    ctx.auditing.wake()
    qtbot.waitUntil(lambda: started == ["first"])
    open_in(ctx, dossier(id="second"))
    wait(ctx, qtbot)
    assert started == ["first", "second"]
    assert ctx.workspace.dossier is not None
    assert ctx.workspace.dossier.found is not None


def test_cancelling_leaves_no_result_and_it_can_begin_again(ctx: Context, qtbot: QtBot) -> None:
    open_in(ctx, dossier())
    ctx.auditing.wake()
    ctx.auditing.cancel()
    assert not ctx.auditing.running
    assert not ctx.jobs.busy
    assert ctx.auditing.audit is None
    ctx.auditing.again()
    wait(ctx, qtbot)
    assert ctx.auditing.audit is not None


def test_a_fault_is_told_and_the_next_edit_begins_anew(
    ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(audit_work, "audit_open", broken)
    open_in(ctx, dossier())
    with qtbot.captureExceptions() as faults:
        ctx.auditing.wake()
        wait(ctx, qtbot)
        qtbot.waitUntil(lambda: ctx.auditing.failed)
    assert [str(fault[1]) for fault in faults] == ["broken"]
    monkeypatch.undo()
    ctx.auditing.again()
    wait(ctx, qtbot)
    assert not ctx.auditing.failed


def test_a_check_that_fails_is_told_once_and_the_rest_is_found(
    ctx: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("broken")

    real = engine.concerned
    monkeypatch.setattr(engine, "concerned", lambda s, p: [replace(c, run=broken) for c in real(s, p)][:1])
    open_in(ctx, dossier())
    with qtbot.captureExceptions() as faults:
        ctx.auditing.wake()
        wait(ctx, qtbot)
        ctx.auditing.again()
        wait(ctx, qtbot)
    assert [fault[0] for fault in faults] == [FailedCheckError]
    assert "ValueError: broken" in str(faults[0][1])
    assert not ctx.auditing.failed
    assert audit(ctx).failures


def test_the_library_is_read_for_conflicts_and_cancelled_between_dossiers(ctx: Context) -> None:
    class Now:
        def step(self, done: int, total: int) -> None:
            raise Cancelled

    class Never:
        def step(self, done: int, total: int) -> None:
            pass

    others = audit_work.others_of(dossier(), Never())
    assert len(others) == 2
    assert {o.id for o in audit_work.others_of(others[0], Never())} == {others[1].id}
    with pytest.raises(Cancelled):
        audit_work.others_of(dossier(), Now())
