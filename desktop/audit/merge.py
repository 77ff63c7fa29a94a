"""Nothing is told twice: what a checked claim says already, the arithmetic of a check only bears out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from desktop.audit.tells import ON_RULES, tells
from desktop.core.finding import Finding, Passed
from desktop.core.found import RECORD
from desktop.core.text import Text

# What people have checked: claims of this dossier, and of another that says the same.
_CITES: Final = (RECORD, "told_before")
CONFLICT: Final = "conflict"
_SAYS_WHICH: Final = ("text_table", "told_cells")
_AGAIN: Final = "told_again"
_TWO: Final = ("conflict", _AGAIN)  # say that two numbers are apart, and not which is right
_DOUBTS: Final = ("multiples", "points")  # say of a size without its values how it may be read
# Readings of any worked-out amount: they give way to each other in this order, and to all that read one kind of words.
_WORKED: Final = (
    "rates_of_time", "interest_told",
    "listed_shares", "listed_before", "entry_changes", "products_of_rates",
    "former_latter", "part_of_other", "by_units",
    "column_totals",
    "rows_told", "rows_shares", "rows_added", "row_tops", "row_ranks", "timed_changes", "told_cells",
    "english_sums", "english_each", "english_a_year", "english_of_whole", "english_whole_lists", "english_samples",
    "english_left", "english_apart", "english_folds", "english_points", "english_spans", "english_nouns",
    "part_shares", "ratio_shares", "parts_of", "share_rows", "rest_shares", "column_sums",
    "tallies",
    "table_totals", "year_parts", "list_stats", "named_ratios",
    "rate_rests", "times_of_named", "averaged", "stretches", "told_shares",
    "table_shares", "other_half",
    "english_that", "english_sizes", "english_cells", "english_caps", "open_changes", "set_against", "by_words",
    "things_order", "each_year",
)  # fmt: skip
# What reads the words of a change in time, and knows better than a reading of any words whether it fits.
_OF_TIMES: Final = ("period_basis", "growth_chain")
# A size that fits what is named and its years is not also that of the two values which happen to stand beside it.
BY_NAME: Final = "timed_changes"
_NEAR_BY: Final = ("relative_change", "multiples", "open_changes")
OF_PART: Final = ("stretches", "told_shares")  # the part of a whole that has it by the words or their order
OPEN: Final = "open_changes"
# What fits the arithmetic that its words name is not also made of what only stands around it.
BY_WORDS: Final = "by_words"
_BY_PLACE: Final = ("tallies", "conversions", "by_units", "sums")
# What holds whole clauses against several things: it gives way to what accuses a number of such a clause.
_OF_CLAUSES: Final = ("things_shares", "things_tops")
_MERGES: Final = (*ON_RULES, "reference", "complement", "period_basis", "conflict", "argument", "day_count")


def merged(findings: Iterable[Finding], passed: Iterable[Passed] = ()) -> list[Finding]:
    """The findings; one that a citation of what was checked tells already gives it its formula and its inputs.

    A conflict of two numbers gives way to a check that says which cell the one departs from; one that holds them
    to be the same quantity comes before those that only find them alike.
    """
    fits = {p.items[0] for p in passed if p.check in _OF_TIMES}
    sure = [f for f in findings if f.check != OPEN or f.items[0] not in fits]
    by_name = {p.items[0] for p in passed if p.check == BY_NAME}
    sure = [f for f in sure if f.check not in _NEAR_BY or f.items[0] not in by_name]
    of_part = {p.items[0] for p in passed if p.check in OF_PART}
    sure = [f for f in sure if f.check not in (*_NEAR_BY, *_WORKED) or f.items[0] not in of_part]
    by_words = {p.items[0] for p in passed if p.check == BY_WORDS}
    sure = [f for f in sure if f.check not in _BY_PLACE or f.items[0] not in by_words]
    settled = {p.items[0] for p in passed if p.check == OPEN}
    every = _without_doubts(_without_worked(sure), settled)
    exact = {frozenset(f.items) for f in every if f.check in _SAYS_WHICH}
    every = [f for f in every if f.check not in _TWO or frozenset(f.items) not in exact]
    known = {f.items[0] for f in every if f.check in (*_SAYS_WHICH, CONFLICT) and f.verdict.tone == "red"}
    every = [f for f in every if f.check != _AGAIN or f.items[0] not in known]
    every = _without_clauses(every)
    records = [f for f in every if f.check in _CITES]
    if not records:
        return every
    joined: dict[str, Finding] = {}
    kept: list[Finding] = []
    for one in every:
        if one.check in _CITES:
            continue
        near = (r for r in records if one.check in _MERGES and _of_one_place(r, one))
        home = next((r for r in near if tells(r, one)), None)
        if home is None:
            kept.append(one)
        else:
            joined[home.id] = _joined(joined.get(home.id, home), one)
    return [*(joined.get(r.id, r) for r in records), *kept]


def _without_doubts(every: list[Finding], settled: set[str]) -> list[Finding]:
    """The findings without a doubt on how a size is meant where a check shows that it fits, or that it is wrong."""
    known = settled | {f.items[0] for f in every if f.verdict.tone == "red"}
    return [
        f for f in every if f.check not in _DOUBTS or f.verdict.code != "ambiguous" or f.items[0] not in known
    ]


def _without_clauses(every: list[Finding]) -> list[Finding]:
    """The findings without one on a clause in which another accuses a number, or the same words."""
    if not any(f.check in _OF_CLAUSES for f in every):
        return every
    red = [s for f in every if f.check not in _OF_CLAUSES and f.verdict.tone == "red" for s in f.spans]
    return [
        f
        for f in every
        if f.check not in _OF_CLAUSES
        or not any(
            a.source == b.source and a.start <= b.start and b.end <= a.end for a in f.spans for b in red
        )
    ]


def _without_worked(every: list[Finding]) -> list[Finding]:
    """The findings without a general reading of what another finding says of the same amount."""
    known = {f.items[0] for f in every if f.check not in _WORKED and f.verdict.tone == "red"}
    told: dict[str, Finding] = {}
    for check in _WORKED:
        for one in every:
            if one.check == check and one.items[0] not in known:
                told.setdefault(_raised_on(one), one)
    return [f for f in every if f.check not in _WORKED or told.get(_raised_on(f)) is f]


def _raised_on(one: Finding) -> str:
    """The figure that a finding is raised on; the finding itself where it stands on a section."""
    return one.items[0] if any(i.item == one.items[0] for i in one.inputs) else one.id


def _of_one_place(record: Finding, other: Finding) -> bool:
    """Whether the record speaks of the item that a finding is raised on, or of the table that it stands in."""
    if other.items[0] in record.items:
        return True
    at = other.spans[0] if other.spans else None
    return at is not None and any(
        s.source == at.source and s.start <= at.start < at.end <= s.end for s in record.spans
    )


def _joined(record: Finding, other: Finding) -> Finding:
    written = [f for f in (record.formula, other.formula) if f.zh]
    inputs = tuple(dict.fromkeys((*record.inputs, *other.inputs)))
    return replace(
        record,
        verdict=max(record.verdict, other.verdict, key=lambda v: v.severity),
        formula=Text("；", "; ").join(list(dict.fromkeys(written))),
        inputs=inputs,
        items=tuple(dict.fromkeys((*record.items, *other.items))),
        spans=tuple(dict.fromkeys((*record.spans, *other.spans))),
    )
