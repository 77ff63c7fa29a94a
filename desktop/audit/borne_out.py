"""A number that the numbers right beside it bear out is not accused for others that stand near it, too.

不愿意的200份，占16% of 1250份 is right, whatever else the line counts; 户均3000元，共38.4万元 with its 128户 as well.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.bearing import counts, gives, grown, holds, is_share, share
from desktop.audit.borne_beside import Beside, beside
from desktop.audit.borne_by_more import (
    is_spent,
    of_difference,
    of_points,
    of_sizes,
    of_some,
    of_three,
    of_two,
    over,
)
from desktop.audit.borne_by_rows import of_rows
from desktop.audit.interval import value_of
from desktop.audit.own_subject import OF_CHANGES, elsewhere
from desktop.audit.ways import FOLD, like, product, quotient, signed
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.finding import Finding

# Readings that pair a number with others by their units, their words or their places.
_PAIRED: Final = frozenset(
    ("by_words", "by_units", "tallies", "part_shares", "parts_of", "relative_change", "sums",
     "stretches", "window_rates", "ratio_shares", "told_shares", "averaged", "listed_shares", "listed_before",
     "rest_shares", "share_rows", "open_changes", "conversions", "part_of_other", "shares",
     "timed_changes", "products_of_rates", "rows_told", "rows_shares", "other_half", "times_of_named", "period_basis",
     "made_alike", "points")
)  # fmt: skip
_ASKED: Final = _PAIRED | OF_CHANGES
NAMED: Final = "named"  # a kind of finding: words name its operands, so that no others beside it are meant
_OF_ROWS: Final = ("rows_told", "rows_shares")
_CLAUSE: Final = re.compile(r"[，,；;：:（(]")
_TOTAL: Final = re.compile(r"合计|总计|共计|全[部市省县国校院公司]|小计")
_LONG: Final = ("year", "month", "week", "day", "hour", "minute", "age")
_LEAD: Final = 12
_ROUND: Final = 5.0
_LISTED: Final = 3  # a total and the parts of it: more of them are a list, of which no two are the rest


def accusing(findings: Iterable[Finding], dossier: Dossier) -> Iterator[Finding]:
    """The findings without those on a number that its neighbours bear out."""
    known: dict[str, Figure] = {}
    for one in findings:
        if one.check in _ASKED and one.verdict.tone == "red" and one.kind != NAMED:
            known = known or {f.id: f for f in dossier.figures}
            if one.check in OF_CHANGES and elsewhere(one, known, dossier):
                continue
            claim = known.get(one.items[0]) if one.check in _PAIRED else None
            if claim is not None and not claim.table and value_of(claim) is not None:
                near = beside(claim, one, dossier)
                if near is not None and (_ahead(near) or _behind(near) or _by_more(near, one.check, known)):
                    continue
                used = [known[i] for i in one.items[1:] if i in known]
                if near is not None and of_rows(claim, near.words, used, dossier):
                    continue
                if one.check in _OF_ROWS and _of_total(claim, one, known, dossier):
                    continue
        yield one


def _ahead(near: Beside) -> bool:
    """Whether a number with one beside it gives the one that is told next."""
    claim, after = near.claim, near.after
    every = (*near.earlier, *near.before)
    last = [f for f in every if not is_share(f)][-1:]
    for n, told in enumerate(after):
        rest = (*near.before[-3:], *after[:n], *after[n + 1 : n + 2])
        if is_share(told) and told.role != "change" and n < 2 and not is_share(claim):
            if any(holds(told, share(claim, w), rest=_is_counted(w)) for w in every if like(w, claim)):
                return True
        elif is_share(told) and told.role == "change" and not is_share(claim):
            if any(
                w.id not in near.used and grown(w, claim, told)
                for w in [w for w in every if like(w, claim)][-2:]
            ):
                return True
        elif is_share(claim) and not is_share(told) and claim.role != "change":
            if n < 2 and any(gives(told, product(w, claim)) for w in last if like(w, told)):
                return True
        elif (
            like(told, claim)
            and not is_share(claim)
            and any(
                gives(told, way(claim, by))
                for by in rest
                if not like(by, claim)
                for way in (product, quotient)
            )
        ):
            return True
    if len(after) < 2:
        return False
    first, second = after[:2]
    if is_share(claim) and is_share(first) and is_share(second):
        return gives(second, product(claim, first))  # 76%，其中八成, which is 六成 of all
    return (
        like(first, claim) and second.unit == "%" and second.role == "change" and grown(claim, first, second)
    )


def _behind(near: Beside) -> bool:
    """Whether the numbers right before a number give it."""
    claim, before = near.claim, near.before
    amounts = [f for f in before if not is_share(f) and f.unit != FOLD]
    every = [*(f for f in near.earlier if not is_share(f)), *amounts]
    if is_share(claim):
        amounts, every = ([f for f in pool if f.unit not in _LONG] for pool in (amounts, every))
        if claim.comparator in (">", ">="):
            return False
        if claim.role == "change":
            if (value_of(claim) or 0.0) % _ROUND == 0:
                return False  # 40% is what some two of many numbers give by chance
            every_two = _in_order(every, amounts, near.after, claim)
            return any(grown(*two, claim) for two in every_two if not {f.id for f in two} <= {*near.used})
        shares = [f for f in before if is_share(f) and f.role != "change"]
        if any((value_of(s) or 0.0) + (value_of(claim) or 0.0) == 100.0 for s in shares):
            return True  # 占七成，…占三成
        part = amounts[-1:] if not near.named else ()
        whole = [
            w for w in every[-4:-1] if part and counts(part[0], w) and not {w.id, part[0].id} <= {*near.used}
        ]
        return any(
            holds(claim, share(amounts[-1], w), own=True, rest=_is_counted(w) and not shares) for w in whole
        )
    same = [f for f in every if like(f, claim)]
    apart = (two for two in itertools.pairwise(same) if not {f.id for f in two} <= {*near.used})
    if len(near.used) <= _LISTED and any(_sums(two, claim) for two in apart):
        return True
    if any(
        (value_of(a) or 0.0) + (value_of(b) or 0.0) == value_of(claim)
        for a, b in itertools.combinations(same, 2)
        if not {a.id, b.id} <= {*near.used}
    ):
        return True  # 抽检60批次…；去年抽检50批次…，两年共110批次
    if any(value_of(claim) in ((value_of(f) or 0.0) * 12, (value_of(f) or 0.0) / 12) for f in same[-4:]):
        return True  # 每月15元…一年180元
    for rate, one in itertools.product([f for f in before if is_share(f)][-1:], same):
        made = product(one, rate)  # 支付到八成，即再付1500万元, of which 900万元 was paid
        if made is not None and any(
            made.point - (value_of(f) or 0.0) == value_of(claim) for f in same[-2:] if f is not one
        ):
            return True
    pairs = itertools.permutations(before, 2) if near.starts else ()
    return any(
        like(one, claim) and not like(other, claim) and gives(claim, way(one, other))
        for one, other in pairs
        for way in (product, quotient)
    )


def _by_more(near: Beside, check: str, known: dict[str, Figure]) -> bool:
    """Whether more than two numbers around one bear it out."""
    claim, before = near.claim, (*near.earlier, *near.before)
    parts = [known[i] for i in near.used[1:] if i in known]
    return (
        of_three(claim, near.before, near.earlier)
        or of_two(claim, near.line, near.used)
        or of_points(claim, near.words[-_LEAD:], near.line, near.used)
        or (check == "points" and over(claim, parts))
        or of_difference(claim, [f for f in before if not is_share(f) and f.unit not in _LONG])
        or of_sizes(check, claim, near.words, near.before, near.used)
        or of_some(check, claim, parts, near.line)
        or is_spent(check, claim, parts, before)
    )


def _in_order(
    every: Sequence[Figure], own: Sequence[Figure], after: Sequence[Figure], claim: Figure
) -> Iterator[tuple[Figure, Figure]]:
    """Two values of a kind that may be the base of a change and what it led to; one is the last before it."""
    down = claim.direction == "down"
    last = own[-1:]
    for one, other in itertools.permutations((*every[-5:], *after), 2):
        a, b = value_of(one), value_of(other)
        if a and b and like(one, other) and (one in last or other in last) and (b < a) == down:
            yield one, other


def _is_counted(figure: Figure) -> bool:
    """Whether a number counts people or things, of which a rate may be what the others leave: 合格率95%."""
    return figure.unit == "person" or figure.unit.startswith("count:")


def _sums(two: Sequence[Figure], claim: Figure) -> bool:
    """Whether a number is exactly the sum or the difference of two that stand in a row."""
    ways = (signed(two, signs) for signs in ((1, 1), (1, -1), (-1, 1)))
    return any(way is not None and way.point == value_of(claim) for way in ways)


def _of_total(claim: Figure, one: Finding, known: dict[str, Figure], dossier: Dossier) -> bool:
    """Whether a share is that of the row that its clause names in the total of a column: 北关占一季度的53.3%."""
    table = next((known[i].table for i in one.items if i in known and known[i].table), "")
    source = dossier.source(claim.anchor.source)
    if not is_share(claim) or not table or source is None:
        return False
    lead = _CLAUSE.split(source.text[max(0, claim.anchor.start - 30) : claim.anchor.start])[-1]
    cells = [f for f in dossier.figures if f.table == table and value_of(f) is not None]
    totals = {f.col: f for f in cells if _TOTAL.match(f.entity.zh)}
    return any(
        f.col in totals
        and len(f.entity.zh) > 1
        and f.entity.zh in lead
        and holds(claim, share(f, totals[f.col]))
        for f in cells
    )
