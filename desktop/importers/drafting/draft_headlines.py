"""The one or two figures of a section that say most: what moved, then what was limited, then what is."""

from __future__ import annotations

from collections import defaultdict

from desktop.core.figure import Figure

_WORTH = {"change": 3.0, "threshold": 2.5, "ratio": 2.0, "rank": 1.5, "level": 1.0}


def headlines(figures: list[Figure], doubtful: set[str]) -> dict[str, tuple[str, ...]]:
    """Return the headline figures of each section that has any: a pair that leads from one to the other, or one."""
    known = {f.id: f for f in figures}
    best: defaultdict[str, tuple[float, tuple[str, ...]]] = defaultdict(lambda: (0.0, ()))
    for figure in figures:
        if figure.is_date or figure.negated or not figure.unit:
            continue
        before = known.get(figure.change_from)
        pair = before is not None and before.unit == figure.unit
        worth = 4.0 if pair else _WORTH[figure.role]
        worth += 0.5 * bool(figure.indicator.zh) + 0.4 * (not figure.table) - 1.5 * (figure.id in doubtful)
        worth += 0.2 * (figure.period is not None) - 1.0 * (figure.unit.startswith("count:") and not pair)
        if worth > best[figure.factor][0]:
            best[figure.factor] = (worth, (before.id, figure.id) if pair and before else (figure.id,))
    return {factor: chosen for factor, (_, chosen) in best.items() if chosen}
