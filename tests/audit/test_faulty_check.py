"""A check with a fault of its own is named, and the other checks are done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from check_cases import dossier, record

from desktop.audit import engine
from desktop.audit.check import Check
from desktop.audit.engine import audit, audit_again, audited

pytestmark = pytest.mark.faulty_check
FAULTY = "points"
TEXT = "2023年，云杉公司的销量由12.3万辆增至15.1万辆，增长45%。毛利率从18.2%提高到20.8%，上升9.6个百分点。"


def _divides(*_: object) -> Iterator[None]:
    yield from ()
    raise ZeroDivisionError("of a check")


@pytest.fixture
def _points_are_faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    real = engine.concerned

    def concerned(scope: str, piece: Any) -> list[Check]:
        return [replace(c, run=_divides) if c.key == FAULTY else c for c in real(scope, piece)]

    monkeypatch.setattr(engine, "concerned", concerned)


@pytest.mark.usefixtures("_points_are_faulty")
def test_the_others_are_done_and_the_fault_is_told_once() -> None:
    made = dossier(TEXT)
    first = audited(made, record())
    (failure,) = first.audit.failures
    assert failure.check == FAULTY
    assert "ZeroDivisionError: of a check" in failure.trace
    reds = {f.check for f in first.audit.findings if f.verdict.tone == "red"}
    assert reds == {"relative_change"}
    assert audit_again(first, made, record()).audit == first.audit


def test_without_a_fault_there_are_no_failures() -> None:
    found = audit(dossier(TEXT), record())
    assert found.failures == ()
    assert {f.check for f in found.findings if f.verdict.tone == "red"} == {"relative_change", FAULTY}
