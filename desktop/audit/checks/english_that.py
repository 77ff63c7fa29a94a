"""What an English sentence works out of the numbers right before it: That made 35,000 parcels a day; which leaves 42.

Words that point back (that, this, which, thus, the three) say what a number is worked out from. Which of the numbers
and how is open: any sum, product, quotient or change of them acquits, and so does what any two numbers before give.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.check import Result, World, check
from desktop.audit.english_number import SHARE, TIMES, Number, Told
from desktop.audit.english_numbers import english
from desktop.audit.english_reach import reached
from desktop.audit.english_told import passed, wrong
from desktop.audit.english_words import HEDGE
from desktop.audit.english_worked import added, worked_as
from desktop.audit.scope import Prose

KEY: Final = "english_that"
_IS: Final = (
    r"(?:is|was|are|were|makes?|made|comes? to|came to|means|meant|works out at|worked out at|amounts? to|amounted to"
    r"|leaves?|left|gives|gave|equals|implies|adds? up to|added up to|totals?|totalled|sums? to|took|cost|reached)"
)
_ALL: Final = (
    r"(?:(?:[Aa]ll|[Tt]he|[Tt]hose|[Tt]hese) (?P<many>two|three|four|five|six)(?: [a-z]+)?(?: together)?"
    r"|[Tt]ogether,?(?: they| the [a-z ]+)?|(?:[Aa]ll told|[Ii]n all|[Ii]n total|[Aa]ltogether),? (?:that"
    r"|they|this))"
)
_POINTS_BACK: Final = re.compile(
    rf"(?:(?:^\W*|[,;(] ?|\b(?:so|and|or) |^(?:With|At|For|Over|On) [^,.]*,? )(?:(?P<sum>{_ALL})|[Tt]hat"
    rf"|[Tt]his|[Ww]hich"
    rf"|[Ss]o that)(?: [a-z]+ly)? (?P<is>{_IS})(?: an?(?= (?:profit|loss|cut|share|margin|bill|total)))?"
    r"|(?P<leaving>, leaving)|, so (?:it|they|the [a-z]+) [a-z]+s?|, of which(?: [a-z’']+){1,4}"
    r"|\b(?P<other>(?<!each )(?<!on )[Tt]he (?:other|remaining|rest,))|\bthus"
    r"|,(?: or| for)? an? (?:[a-z]+ )?(?P<part>margin|payout|share|rate|ratio|yield|return|success rate) of"
    rf") (?:only |just |a )?(?:total of |profit of |loss of |cut of |share of |margin of |bill of )?{HEDGE}$"
)
_ELSE: Final = re.compile(
    r"^ ?(?:than|from|on (?!the|lawyers)|against|compared|above|below|later|after|ago|old|before|earlier|higher|lower"
    r"|[a-z]+er than|of (?!them|that|it\b|the (?:total|lot|whole|bill|sum))|(?:more|less|fewer"
    r"|[a-z]+er) (?:than|on|in|of)"
    r"|off|to\b|short|at the|in (?:the )?(?:first|second|last|next)|members|countries|or so)"
)


@check(KEY, "英文的推算", "what English sentences work out", "prose", needs={"prose": ("latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold numbers that are worked out of the ones right before against all that those give."""
    every = english(piece)
    for n, told in enumerate(every):
        for at, claim in enumerate(told.numbers):
            back = _POINTS_BACK.search(told.lead(claim, 90))
            if back is None or not claim.plain or claim.kind == TIMES or _ELSE.match(told.tail(claim)):
                continue
            before = told.numbers[:at]
            if (
                not before and n and not (claim.kind == SHARE and back["other"])
            ):  # others may be told before it
                before = every[n - 1].numbers
                if len(before) < 2 and n > 1 and claim.kind != SHARE:
                    before = (*every[n - 2].numbers, *before)
            elif (
                len(before) == 1 and n and (claim.kind != SHARE or not back["other"]) and not back["leaving"]
            ):
                before = (*every[n - 1].numbers, *before)
            far = [k for t in every[max(0, n - 3) : n] for k in t.numbers]
            if len(before) >= (1 if claim.kind == SHARE else 2) and len(before) <= 7:
                yield from _judged(piece, told, claim, back, before, far)


def _judged(
    piece: Prose,
    told: Told,
    claim: Number,
    back: re.Match[str],
    before: Sequence[Number],
    far: Sequence[Number],
) -> Iterator[Result]:
    primary = worked_as(piece, told, claim, back, before)
    if primary is None or not all(n.plain for n in primary.operands):
        return
    operands, written, said, point = primary
    if back["many"]:  # the three are those three
        held = added(operands).meets(claim.allows)
    else:
        known = far if back["is"] and not back["is"].startswith(("leave", "left")) else ()
        held = reached(
            claim, before, known, f"{told.words} {piece.text[max(0, told.start - 160) : told.start]}"
        )
    if held and claim.low <= point <= claim.high:
        yield from passed(KEY, (claim, *operands), written)
    elif not held:
        yield wrong(KEY, piece, (claim, *operands), written, said, "that")
