"""What is found not to be comparable is neither computed with nor passed as the larger of two."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeVar

from desktop.core.finding import Derived, Finding, Passed

_APART: Final = frozenset((("like_cells", ""), ("argument", "unlike"), ("contrast", "unit")))
Told = TypeVar("Told", Passed, Derived)


def pairs_apart(findings: Iterable[Finding]) -> list[frozenset[str]]:
    """The figures of each finding that says of two that they cannot be compared."""
    return [frozenset(i.item for i in f.inputs if i.item) for f in findings if (f.check, f.kind) in _APART]


def comparable(told: Iterable[Told], apart: list[frozenset[str]]) -> list[Told]:
    """What is told of other items than two that cannot be compared."""
    return [one for one in told if not any(len(pair) > 1 and pair <= set(one.items) for pair in apart)]
