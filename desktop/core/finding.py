"""What an audit says: findings, what held, what cannot be checked and why, and figures that follow from others."""

from __future__ import annotations

from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.hashes import sha256_of
from desktop.core.policy import PolicyMention
from desktop.core.span import Anchor
from desktop.core.text import NOTHING, Text
from desktop.core.value import value
from desktop.core.verdict import Verdict


@value
class Input:
    """One operand of a check: what it is, how it is printed, and the item it stands in ("" for the record)."""

    label: Text
    shown: Text
    item: str = ""


@value
class Finding:
    """What a check says of ``items`` (the first is the one it is raised on).

    ``formula`` is the arithmetic with the numbers as printed; ``said`` is one sentence a reader can check by hand.
    ``kind`` tells findings of one check apart (the kind of a conflict, say); it may be empty.
    """

    id: str
    check: str
    verdict: Verdict
    items: tuple[str, ...]
    inputs: tuple[Input, ...]
    formula: Text
    said: Text
    spans: tuple[Anchor, ...]
    kind: str = ""


@value
class Passed:
    """A check that its items passed; the verdict is ``consistent`` or ``by_rounding``."""

    check: str
    items: tuple[str, ...]
    verdict: Verdict
    formula: Text = NOTHING


@value
class Uncheckable:
    """A figure or policy mention that no check could test, and why; ``code`` groups the reasons."""

    item: str
    reason: Text
    code: str


@value
class Derived:
    """A value that follows from reported ones, never mixed with them; bounds are in ``unit``, None where open."""

    id: str
    name: Text
    shown: Text
    low: float | None
    high: float | None
    unit: str
    formula: Text
    inputs: tuple[Input, ...]
    items: tuple[str, ...]


@value
class Failure:
    """A check that ended in an error of its own on a part of the text; ``trace`` is the traceback."""

    check: str
    trace: str


@value
class Coverage:
    """How many figures and policy mentions were checked, of how many."""

    checked: int
    total: int


@value
class Audit:
    """The result of a full check; ``total`` counts the figures and policy mentions of the dossier.

    Each of them is in a finding, in a passed check or in the uncheckable list; ``failures`` belong to no item.
    """

    findings: tuple[Finding, ...]
    passed: tuple[Passed, ...]
    uncheckable: tuple[Uncheckable, ...]
    derived: tuple[Derived, ...]
    total: int
    failures: tuple[Failure, ...] = ()

    @property
    def coverage(self) -> Coverage:
        """Over the whole dossier."""
        return Coverage(self.total - len(self.uncheckable), self.total)

    def coverage_by_factor(self, dossier: Dossier) -> dict[str, Coverage]:
        """For each factor id, in the order of the text."""
        open_ = {u.item for u in self.uncheckable}
        counts: dict[str, list[int]] = {f.id: [0, 0] for f in dossier.factors}
        placed: tuple[Figure | PolicyMention, ...] = (*dossier.figures, *dossier.policies)
        for item in placed:
            pair = counts.setdefault(item.factor, [0, 0])
            pair[1] += 1
            pair[0] += item.id not in open_
        return {factor: Coverage(*pair) for factor, pair in counts.items()}


def ident(prefix: str, check: str, items: tuple[str, ...], tag: str = "") -> str:
    """Return the id of what a check says of these items: always the same."""
    return f"{prefix}-{sha256_of('|'.join((check, *items, tag)).encode())[:12]}"
