"""The chips over the list of the check page: one for every section and verdict that has anything."""

from __future__ import annotations

from collections import Counter

from desktop.core.audit_rows import DERIVED, FINDINGS, HELD, OPEN
from desktop.core.text import Text, same
from desktop.core.verdict import VERDICTS
from desktop.models.audit_groups import FEW
from desktop.models.audit_list import Wanted

ALL = Text("全部发现 {:,}", "All findings {:,}")
VERDICT = Text("{} {} {}", "{} {} {}")
OTHERS: dict[str, Text] = {
    HELD: Text("✓ 通过 {:,}", "✓ passed {:,}"),
    OPEN: Text("– 未核查 {:,}", "– not checked {:,}"),
    DERIVED: Text("ƒ 推算值 {:,}", "ƒ derived {:,}"),
}


def chip_of(wanted: Wanted) -> str:
    """Return the key of the chip that is on: its section and verdict."""
    return f"{wanted.section}/{wanted.verdict}"


def offers(counts: Counter[str], wanted: Wanted, *, narrow: bool) -> tuple[dict[str, Text], dict[str, Text]]:
    """Return the texts of the chips by key, and what they stand for.

    Where there is little room verdicts are marks only, and left to the heads of a long list.
    """
    every = ALL.format(counts[FINDINGS])
    names, short = {f"{FINDINGS}/": every}, {f"{FINDINGS}/": every}
    headed = narrow and counts[FINDINGS] > FEW
    for code, verdict in VERDICTS.items():
        if counts[code] and (not headed or code == wanted.verdict):
            key, count = f"{FINDINGS}/{code}", f"{counts[code]:,}"
            names[key] = VERDICT.format(verdict.mark, verdict.name, count)
            short[key] = same(f"{verdict.mark} {count}")
    for section, text in OTHERS.items():
        if counts[section]:
            names[f"{section}/"] = short[f"{section}/"] = text.format(counts[section])
    return (short if narrow else names), names
