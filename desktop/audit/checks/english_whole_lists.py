"""English shares that make up one whole, in a list: billing (45%), service (35%) and fraud (20%); 60%, 30% and 10%."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.amounts import formula, percent
from desktop.audit.check import Result, World, check
from desktop.audit.english_number import SHARE, Number, Told
from desktop.audit.english_numbers import english
from desktop.audit.english_told import passed, wrong
from desktop.audit.scope import Prose
from desktop.core.text import Text, same

KEY: Final = "english_whole_lists"
# Shares of which each is of a group of its own, or of which a thing may be in several, make up no whole.
_OTHER: Final = re.compile(
    r"\b(?:also|both|at least|said|say|says|told|respondents|multiple|more than one|several|each"
    r"|respectively|either|rose|fell(?! into)"
    r"|grew|growing|gained|lost (?=\ue000)|(?<!made )(?<!make )(?<!makes )(?<!making )up|(?<!broken"
    r" )(?<!breaks )down|points?|growth|from|than|against|compared|rates?|margins?|interest|years?|was"
    r" \ue000"
    r"|charges?|charged|tax(?:ed)?|discount|yield|return|fees?|older|higher|lower|more|less|fewer"
    r"|increase|decrease|cut|among)\b"
)
_AGE: Final = re.compile(r"\b(?:under|over|between|aged|and|above|below|to) $")
_TOLD: Final = re.compile(
    r"\b(?:groups?|parts?|kinds?|types?|categories|segments?|sources?|reasons?|causes?|ways|channels?"
    r"|made up|make up|makes up"
    r"|account(?:s|ed|ing)? for|consist(?:s|ed)? of|split|divided|broken down|breaks down|concerned"
    r"|came|comes|come|comprised?"
    r"|by age|by region|by sector|by product|by channel|of (?:viewing|sales|trips|revenue|costs"
    r"|spending|votes|complaints|the)"
    r"|mix|share|took|remaining|rest|others?)\b",
    re.I,
)
_CLOSED: Final = re.compile(
    r"\b(?:into|in) (?:two|three|four|five|six|\d)\b|\b(?:the remaining|the rest|remainder)\b"
)
OVER: Final = Text(
    "{0}是一个整体的各部分，合计{1}，不是100%。",
    "The shares {0} make up one whole, but add up to {1}, not 100%.",
)


@check(KEY, "英文列举的占比", "lists of shares in English", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Add up the shares that a sentence lists of one whole: never more than all, and all where it says so."""
    for told in english(piece):
        shares = [n for n in told.numbers if n.kind == SHARE]
        if (
            len(shares) >= 3
            and all(s.plain for s in shares)
            and all(n in shares or _AGE.search(told.lead(n, 14)) for n in told.numbers)
        ):
            yield from _held(piece, told, shares)


def _held(piece: Prose, told: Told, shares: Sequence[Number]) -> Iterator[Result]:
    low, high = sum(s.low for s in shares), sum(s.high for s in shares)
    total = sum(s.point for s in shares)
    written = formula("{} = {}", same(" + ").join([s.shown for s in shares]), percent(total))
    brackets = all(told.tail(s, 1) == ")" and told.lead(s, 1) == "(" for s in shares)
    if (
        _OTHER.search(told.marked)
        or not (brackets or _TOLD.search(told.marked))
        or not _is_list(told, shares)
    ):
        return
    if low <= 100 <= high:
        yield from passed(KEY, shares, written)
    elif low > 100 or (_CLOSED.search(told.marked) and not _sums_up(shares)):
        if _sums_up(shares) or (total > 100 and len(shares) > 3 and any(_part_of(told, s) for s in shares)):
            return
        said = OVER.format(same(", ").join([s.shown for s in shares]), percent(total))
        yield wrong(KEY, piece, tuple(reversed(shares)), written, said)


def _sums_up(shares: Sequence[Number]) -> bool:
    """Whether the last share, or the first, is the sum of the others: 32%, 28% and 15%, together 75%."""
    for one, rest in ((shares[-1], shares[:-1]), (shares[0], shares[1:])):
        if sum(s.low for s in rest) <= one.high and one.low <= sum(s.high for s in rest):
            return True
    return False


def _part_of(told: Told, share: Number) -> bool:
    return re.search(r"(?:including|of which|of whom|among them)[^.;]{0,40}$", told.lead(share)) is not None


def _is_list(told: Told, shares: Sequence[Number]) -> bool:
    """Whether commas and one "and" join the shares, and nothing is said of a total."""
    gaps = [told.between(a, b) for a, b in itertools.pairwise(shares)]
    ends = gaps[-1] + told.tail(shares[-1], 30)
    if re.search(
        r"\b(?:together|total|combined|in all|altogether|between them|making|leaving|including|of which)\b|[;:]",
        "".join(gaps) + ends,
    ):
        return False
    return all("," in g for g in gaps[:-1]) and " and " in gaps[-1] and all(len(g) < 70 for g in gaps)
