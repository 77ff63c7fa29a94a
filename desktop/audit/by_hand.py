"""Whether a person's assessment speaks of a place already: what was checked by hand is not doubted anew."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.span import Anchor


def weighed(dossier: Dossier, passages: Iterable[Anchor] = (), figures: Iterable[Figure] = ()) -> bool:
    """Whether an assessment is of one of the figures, or of a statement at one of the passages."""
    if not dossier.assessments:
        return False
    items = [f.id for f in figures]
    for passage in passages:
        items += [
            p.id
            for p in dossier.points
            if p.anchor.source == passage.source
            and p.anchor.start < passage.end
            and passage.start < p.anchor.end
        ]
    return any(dossier.assessments_of(i) for i in items)
