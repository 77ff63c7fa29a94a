"""After an edit only what it touches is checked again, with the result of a full check; cancelling stops soon."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest
from check_cases import dossier, record
from many_dossiers import correct_ones

from desktop.audit import engine
from desktop.audit.check import Check, Result, World
from desktop.audit.engine import audit, audit_again, audited
from desktop.audit.scope import Group, Piece, Prose, Rule, Section, Whole
from desktop.audit.sheet import Sheet
from desktop.core.dossier import Dossier
from desktop.core.errors import Cancelled
from desktop.core.figure import Figure
from desktop.core.record import Record

TEXT = "\n\n".join(
    (
        "## 一、销量",
        "2023年，云杉公司的销量由12.3万辆增至15.1万辆，增长23%。毛利率从18.2%提高到20.8%，上升2.6个百分点。",
        "受访的40名车主中，有65%满意。",
        "## 二、制度",
        "2021年8月发布的《中华人民共和国个人信息保护法》要求最小必要。",
        "2020年7月发布的《商业银行互联网贷款管理暂行办法》规定，授信不超过20万元。",
    )
)


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The check and the piece of every run, as they are run."""
    found: list[tuple[str, str]] = []
    real = engine.concerned

    def noted(one: Check) -> Check:
        def run(piece: Piece, world: World) -> Iterable[Result]:
            found.append((one.key, piece.key))
            return one.run(piece, world)

        return replace(one, run=run)

    monkeypatch.setattr(engine, "concerned", lambda scope, piece: list(map(noted, real(scope, piece))))
    return found


def with_figure(made: Dossier, wanted: str) -> tuple[Dossier, Figure]:
    """The dossier with one figure made ten times as large."""
    at = next(i for i, f in enumerate(made.figures) if f.as_printed == wanted)
    old = made.figures[at]
    assert old.low is not None
    new = replace(old, low=old.low * 10, high=old.low * 10)
    return replace(made, figures=(*made.figures[:at], new, *made.figures[at + 1 :])), new


def holds(piece: Piece, figure: str) -> bool:
    """Whether a piece of work has a figure in it."""
    match piece:
        case Prose() | Sheet() | Section():
            return figure in {f.id for f in piece.figures}
        case Group():
            return figure in {
                f.id for f in (*piece.figures, *(getattr(o, "figure", o) for o in piece.others))
            }
        case Rule():
            return figure in {f.id for f in piece.near}
        case Whole():
            return True


def test_an_edited_figure_is_checked_again_where_it_stands_and_nowhere_else(
    ran: list[tuple[str, str]],
) -> None:
    made = dossier(TEXT)
    before = audited(made, record())
    full = len(ran)
    edited, figure = with_figure(made, "15.1万辆")
    ran.clear()
    after = audit_again(before, edited, record())
    touched = list(ran)
    assert after.audit == audit(edited, record())
    assert "relative_change" in {check for check, _ in touched}
    assert all(holds(after.outcome[key].piece, figure.id) for _, key in touched)
    assert len(touched) < full * 3 / 4  # the text is short, and one piece of it is all of it


def test_nothing_edited_is_nothing_checked(ran: list[tuple[str, str]]) -> None:
    made = dossier(TEXT)
    before = audited(made, record())
    of_whole = [(check, key) for check, key in ran if isinstance(before.outcome[key].piece, Whole)]
    ran.clear()
    audit_again(before, replace(made, location="elsewhere"), record())
    assert ran == of_whole
    ran.clear()
    audit_again(before, made, record())
    assert ran == []


def changed(of: Record, title: str, **fields: object) -> Record:
    """The record with one entry corrected."""
    assert any(e.title.zh == title for e in of.register)
    made = tuple(replace(e, **fields) if e.title.zh == title else e for e in of.register)  # type: ignore[arg-type]
    return replace(of, register=made)


def test_a_corrected_entry_is_held_against_its_mentions_again(ran: list[tuple[str, str]]) -> None:
    made = dossier(TEXT)
    before = audited(made, record())
    every = {check for check, _ in ran}
    assert not [f for f in before.audit.findings if f.check == "policy"]
    law = next(e for e in record().register if e.title.zh == "中华人民共和国个人信息保护法")
    assert law.published is not None
    day = law.published.replace(year=2019)
    corrected = changed(record(), law.title.zh, published=day, document_date=day)
    ran.clear()
    after = audit_again(before, made, corrected)
    kept = every - {check for check, _ in ran}
    assert after.audit == audit(made, corrected)
    assert [f.kind for f in after.audit.findings if f.check == "policy"] == ["date"]
    assert {"relative_change", "points", "shares", "sums", "conflict"} <= kept


def test_an_entry_that_came_or_went_is_noticed() -> None:
    """A number is said to be in another document, so that every entry may matter to every mention."""
    made = dossier(TEXT.replace("授信不超过20万元", "联合贷款出资比例不得低于30%"))
    before = audited(made, record())
    assert any("24号" in f.said.zh or "进一步规范" in f.said.zh for f in before.audit.findings)
    fewer = replace(record(), register=tuple(e for e in record().register if "进一步规范" not in e.title.zh))
    gone = audit_again(before, made, fewer)
    assert gone.audit == audit(made, fewer)
    assert gone.audit != before.audit
    assert audit_again(gone, made, record()).audit == before.audit


@pytest.mark.parametrize("seed", range(12))
def test_any_edits_one_after_the_other_end_where_a_full_check_does(seed: int) -> None:
    draw = random.Random(seed)
    _, made, library = draw.choice(correct_ones())
    last = audited(made, record(), library)
    for _ in range(4):
        figures = list(made.figures)
        at = draw.randrange(len(figures))
        if draw.random() < 0.3:
            del figures[at]
        else:
            value = Decimal(draw.randrange(1, 500))
            figures[at] = replace(figures[at], low=value, high=value)
        made = replace(made, figures=tuple(figures))
        last = audit_again(last, made, record(), library)
        assert last.audit == audit(made, record(), library)


class Counted:
    """A progress that cancels at a step, and counts them."""

    def __init__(self, last: int = -1) -> None:
        """Cancel at the ``last`` step; never where it is -1."""
        self.steps, self._last = 0, last

    def step(self, done: int, total: int) -> None:
        """Count, or cancel."""
        assert 0 <= done <= total
        if self.steps == self._last:
            raise Cancelled
        self.steps += 1


def test_there_is_a_step_before_every_check_of_every_piece(ran: list[tuple[str, str]]) -> None:
    """So that between two steps lies one check of one piece, also of the whole dossier."""
    counted = Counted()
    audit(dossier(TEXT), record(), progress=counted)
    assert counted.steps == len(ran) + 1  # the end


@pytest.mark.parametrize("last", [0, 1, 7, 40])
def test_cancelled_at_any_step_nothing_more_is_done(last: int) -> None:
    counted = Counted(last)
    with pytest.raises(Cancelled):
        audit(dossier(TEXT), record(), progress=counted)
    assert counted.steps == last
