"""The audit: every check over every piece of a dossier, and an honest list of what none of them could test."""

from __future__ import annotations

import gc
from collections.abc import Iterable

from desktop.audit.check import Check, Result, World, load_checks
from desktop.audit.cut import pieces
from desktop.audit.owners import owners
from desktop.audit.reasons import Reasons
from desktop.audit.scope import Piece
from desktop.core.dossier import Dossier, Record
from desktop.core.figure import Figure
from desktop.core.finding import Audit, Derived, Finding, Passed, Uncheckable
from desktop.core.policy import PolicyMention
from desktop.core.progress import NoProgress, Progress
from desktop.core.value import value

Outcome = dict[tuple[str, str], tuple[Piece, tuple[Result, ...]]]


@value
class Audited:
    """An audit and what it was made from, so that after an edit only the pieces that changed are checked again."""

    audit: Audit
    outcome: Outcome
    world: World


def audit(
    dossier: Dossier, record: Record, library: tuple[Dossier, ...] = (), progress: Progress | None = None
) -> Audit:
    """Check a dossier against itself, the record and the other dossiers; raises Cancelled from ``progress``."""
    return audited(dossier, record, library, progress).audit


def audited(
    dossier: Dossier,
    record: Record,
    library: tuple[Dossier, ...] = (),
    progress: Progress | None = None,
    before: Audited | None = None,
) -> Audited:
    """Check a dossier; pieces that are equal to those of ``before`` keep what was said of them."""
    collecting = gc.isenabled()
    gc.disable()  # many small values and no cycles, as in an import
    try:
        return _audited(dossier, record, library, progress or NoProgress(), before)
    finally:
        if collecting:
            gc.enable()


def _audited(
    dossier: Dossier, record: Record, library: tuple[Dossier, ...], told: Progress, before: Audited | None
) -> Audited:
    world = World(record, owners(dossier))
    known = before.outcome if before is not None and before.world == world else {}
    checks: dict[str, list[Check]] = {}
    for one in load_checks():
        for scope in one.scopes:
            checks.setdefault(scope, []).append(one)
    work = pieces(dossier, record, library)
    outcome: Outcome = {}
    for done, (scope, piece) in enumerate(work):
        told.step(done, len(work))
        for one in checks.get(scope, ()):
            place = (one.key, piece.key)
            old = known.get(place)
            if old is not None and old[0] == piece:
                outcome[place] = old
            else:
                outcome[place] = (piece, tuple(one.run(piece, world)))
    told.step(len(work), max(1, len(work)))
    return Audited(_assemble(dossier, (r for _, found in outcome.values() for r in found)), outcome, world)


def audit_again(
    old: Audited,
    dossier: Dossier,
    record: Record,
    library: tuple[Dossier, ...] = (),
    progress: Progress | None = None,
) -> Audited:
    """Check a dossier after an edit; the same result as ``audited``, without the work for what is as it was."""
    return audited(dossier, record, library, progress, old)


def _assemble(dossier: Dossier, results: Iterable[Result]) -> Audit:
    findings: dict[str, Finding] = {}
    passed: dict[tuple[str, tuple[str, ...]], Passed] = {}
    derived: dict[str, Derived] = {}
    stated: dict[str, Uncheckable] = {}
    for result in results:
        if isinstance(result, Finding):
            findings.setdefault(result.id, result)
        elif isinstance(result, Passed):
            passed.setdefault((result.check, result.items), result)
        elif isinstance(result, Derived):
            derived.setdefault(result.id, result)
        else:
            stated.setdefault(result.item, result)

    def place(*items: str) -> list[tuple[str, int, str]]:
        anchors = ((i, dossier.anchor_of(i)) for i in items)
        return [(a.source, a.start, i) if a is not None else ("\uffff", 0, i) for i, a in anchors]

    seen = {i for f in findings.values() for i in f.items} | {i for p in passed.values() for i in p.items}
    reasons = Reasons(dossier)
    placed: tuple[Figure | PolicyMention, ...] = (*dossier.figures, *dossier.policies)
    rest = [stated.get(item.id) or reasons.of(item) for item in placed if item.id not in seen]
    return Audit(
        tuple(sorted(findings.values(), key=lambda f: (place(*f.items), f.check, f.id))),
        tuple(sorted(passed.values(), key=lambda p: (place(*p.items), p.check))),
        tuple(sorted(rest, key=lambda u: (place(u.item), u.code))),
        tuple(sorted(derived.values(), key=lambda d: (place(*d.items), d.id))),
        len(dossier.figures) + len(dossier.policies),
    )
