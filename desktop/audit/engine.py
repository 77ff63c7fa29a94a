"""The audit: every check over every piece of a dossier, and an honest list of what none of them could test."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from desktop.audit.borne_out import accusing
from desktop.audit.check import Check, Result, World, concerned, load_checks
from desktop.audit.cut import pieces
from desktop.audit.incomparable import comparable, pairs_apart
from desktop.audit.merge import merged
from desktop.audit.origins import COPIED
from desktop.audit.owners import owners
from desktop.audit.reasons import PRECISE, Reasons
from desktop.audit.scope import Piece
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.finding import Audit, Derived, Failure, Finding, Passed, Uncheckable
from desktop.core.policy import PolicyMention
from desktop.core.progress import NoProgress, Progress
from desktop.core.record import Record
from desktop.core.value import value


class Run(NamedTuple):
    """What one check says of one piece, and whether it looked anything up for that."""

    results: tuple[Result | Failure, ...]
    asked: bool


class Seen(NamedTuple):
    """A piece and the checks that said something of it or looked something up, in their order; most did neither."""

    piece: Piece
    runs: dict[str, Run]


Outcome = dict[str, Seen]


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
    """Check a dossier; pieces that are equal to those of ``before`` keep what was said of them.

    When the record is another one, only the checks that looked something up in it run again.
    """
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
    world = World(record, owners(dossier), tuple(d for d in library if d.id != dossier.id))
    known = before.outcome if before is not None else {}
    same_world = before is not None and before.world.same_as(world)
    outcome: Outcome = {}
    todo: dict[str, dict[str, tuple[Check, list[Seen]]]] = {}
    for scope, piece in pieces(dossier, record, library):
        earlier = known.get(piece.key)
        same = earlier if earlier is not None and earlier.piece == piece else None
        old = same.runs if same is not None else None
        if same is not None and (same_world or not any(run.asked for run in same.runs.values())):
            outcome[piece.key] = same
            continue
        # What is made anew takes the place of what it was, so that the runs are in the order of the checks.
        seen = outcome[piece.key] = Seen(piece, dict(old or {}))
        of_scope = todo.setdefault(scope, {})
        for one in concerned(scope, piece):
            if old is None or (one.key in old and old[one.key].asked):
                if one.key not in of_scope:
                    of_scope[one.key] = (one, [])
                of_scope[one.key][1].append(seen)
    # Check by check, not piece by piece: what a check looks for stays at hand in the processor.
    every = [one.key for one in load_checks()]
    work = [found[key] for found in todo.values() for key in every if key in found]
    world.asked = False
    done, total = 0, sum(len(own) for _, own in work)
    step = told.step
    for one, own in work:
        run, key = one.run, one.key
        for seen in own:
            step(done, total)
            done += 1
            results: tuple[Result | Failure, ...]
            try:
                results = tuple(run(seen.piece, world))
            except Exception:  # a check that has a fault does not keep the reader from all the others
                results = (Failure(key, traceback.format_exc()),)
            if results or world.asked or key in seen.runs:
                seen.runs[key] = Run(results, world.asked)
                world.asked = False
    told.step(total, max(1, total))
    said = (result for seen in outcome.values() for run in seen.runs.values() for result in run.results)
    return Audited(_assemble(dossier, said), outcome, world)


def audit_again(
    old: Audited,
    dossier: Dossier,
    record: Record,
    library: tuple[Dossier, ...] = (),
    progress: Progress | None = None,
) -> Audited:
    """Check a dossier after an edit; the same result as ``audited``, without the work for what is as it was."""
    return audited(dossier, record, library, progress, old)


def _assemble(dossier: Dossier, results: Iterable[Result | Failure]) -> Audit:
    findings: dict[str, Finding] = {}
    passed: dict[tuple[str, tuple[str, ...]], Passed] = {}
    derived: dict[str, Derived] = {}
    stated: dict[str, Uncheckable] = {}
    failures: dict[Failure, None] = {}
    for result in results:
        if isinstance(result, Finding):
            findings.setdefault(result.id, result)
        elif isinstance(result, Passed):
            passed.setdefault((result.check, result.items), result)
        elif isinstance(result, Derived):
            derived.setdefault(result.id, result)
        elif isinstance(result, Failure):
            failures[result] = None
        elif result.item not in stated or stated[result.item].code == COPIED:
            stated[result.item] = result

    @cache
    def at(item: str) -> tuple[str, int, str]:
        anchor = dossier.anchor_of(item)
        return (anchor.source, anchor.start, item) if anchor is not None else ("\uffff", 0, item)

    def place(*items: str) -> list[tuple[str, int, str]]:
        return [at(i) for i in items]

    told = merged(accusing(findings.values(), dossier), passed.values())
    apart = pairs_apart(told)
    held, follows = comparable(passed.values(), apart), comparable(derived.values(), apart)
    seen = {i for f in told for i in f.items} | {i for p in held for i in p.items}
    reasons = Reasons(dossier, sorted(follows, key=lambda d: d.id))
    placed: tuple[Figure | PolicyMention, ...] = (*dossier.figures, *dossier.policies)
    rest = [_why(reasons.of(item), stated.get(item.id)) for item in placed if item.id not in seen]
    return Audit(
        tuple(sorted(told, key=lambda f: (place(*f.items), f.check, f.id))),
        tuple(sorted(held, key=lambda p: (place(*p.items), p.check))),
        tuple(sorted(rest, key=lambda u: (place(u.item), u.code))),
        tuple(sorted(follows, key=lambda d: (place(*d.items), d.id))),
        len(dossier.figures) + len(dossier.policies),
        tuple(failures),
    )


def _why(own: Uncheckable, told: Uncheckable | None) -> Uncheckable:
    """What a check says of why not; that a copy has the number too tells less than some reasons."""
    return own if told is None or (told.code == COPIED and own.code in PRECISE) else told
