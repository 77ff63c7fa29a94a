"""Whatever dossier: every figure and every regulation is in a finding, passed a check, or is listed with why not."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import pytest
from check_cases import record
from many_dossiers import audits, correct_ones

from desktop.audit.engine import audit
from desktop.core.dossier import Dossier
from desktop.core.finding import Audit
from desktop.core.found import RECORD

MOST = 0.40  # of the reasons that one may take


def nothing_is_silent(made: Dossier, found: Audit) -> None:
    """Each is in a finding or a passed check, or else exactly once in the list, with its reason in both languages."""
    seen = {i for f in found.findings for i in f.items} | {i for p in found.passed for i in p.items}
    listed = Counter(u.item for u in found.uncheckable)
    everything = {f.id for f in made.figures} | {p.id for p in made.policies}
    assert everything <= seen | listed.keys()
    assert listed.keys() <= everything
    assert not seen & listed.keys()
    assert not listed or max(listed.values()) == 1
    assert all(u.reason.zh and u.reason.en and u.code for u in found.uncheckable)
    assert all(f.said.zh and f.said.en and f.items for f in found.findings)
    unable = [f for f in found.findings if f.verdict.code == "not_checkable" and f.check != RECORD]
    assert not everything & {i for f in unable for i in f.items}, "such a finding would count as a check"
    assert found.total == len(everything)
    assert found.coverage.checked + len(listed) == found.total
    by_factor = found.coverage_by_factor(made).values()
    assert sum(c.total for c in by_factor) == found.total
    assert sum(c.checked for c in by_factor) == found.coverage.checked


def test_of_every_dossier_we_have() -> None:
    many = audits()
    assert len(many) > 300
    for _, made, found in many:
        nothing_is_silent(made, found)


def test_the_reasons_are_specific() -> None:
    """No one sentence stands for most of what was not checked."""
    reasons: Counter[str] = Counter()
    for _, made, library in correct_ones():
        reasons.update(u.code for u in audit(made, record(), library).uncheckable)
    total = sum(reasons.values())
    assert total > 500
    assert len(reasons) >= 12
    code, most = reasons.most_common(1)[0]
    assert most / total <= MOST, f"{code}: {most} of {total}; {reasons}"


@pytest.mark.parametrize("seed", range(40))
def test_of_any_part_of_a_dossier(seed: int) -> None:
    """Figures and regulations that an import missed or a person deleted leave the rest accounted for."""
    draw = random.Random(seed)
    _, made, _ = draw.choice(correct_ones())
    part = replace(
        made,
        figures=tuple(f for f in made.figures if draw.random() < 0.5),
        policies=tuple(p for p in made.policies if draw.random() < 0.5),
    )
    nothing_is_silent(part, audit(part, record()))
