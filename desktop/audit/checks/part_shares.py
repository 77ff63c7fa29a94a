"""What part of what: a share against the amount that its words name or follow, and the whole that stands before it.

水泵312台：柴油96台，电动178台…。电动泵占57%: a share is wrong only if its part makes it of no amount around.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, percent, stated
from desktop.audit.borne_out import NAMED
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.made_told import is_made
from desktop.audit.own_rows import is_share_of_row
from desktop.audit.passages import Passage, Told, alike, asked, passages
from desktop.audit.scope import Section
from desktop.audit.share_pairs import pair_of
from desktop.audit.share_parts import Part, part_of
from desktop.audit.share_reach import reached, reached_within
from desktop.audit.share_told import passed, written
from desktop.audit.share_wholes import (
    TOTAL,
    Whole,
    called_total,
    is_part,
    is_slip,
    of_named,
    one_of,
    sums_of,
    whole_of,
)
from desktop.audit.year_parts import of_other_time
from desktop.core.text import Text, same

KEY: Final = "part_shares"
_WORDED: Final = re.compile(r"成|分之|半")
_TAKES: Final = re.compile(r"占|比重|份额")
# 长出三分之一, 连一半都不到, 有35家拿到的分成超过六成
_OF_MORE: Final = re.compile(
    r"[长高多大重宽]出\||[前后]者的(?:约|近)?\||^[^|]*\|(?:都|还|也)?(?:不到|不足|没有)|"
    r"(?:拿|付|收|给|抽|交|要)[到出走]?的(?:分成|抽成|提成|比例|佣金|折扣|首付|费率)[^|，]{0,4}\|"
)
_EXACT: Final = re.compile(r"正好|恰好|刚好|整整")
_EACH: Final = re.compile(r"每$")
_AGAINST: Final = re.compile(r"\s*(?:对|比|vs\.?|VS\.?)\s*")
_FOR_EACH: Final = re.compile(r"每[\u4e00-\u9fff]{1,2}$")
_SAMPLE: Final = re.compile(r"样本|问卷|受访")
_REACH: Final = 2000  # characters around a share in which any amount may be its whole
_FAR: Final = 3  # times: a share that misses the whole of another sentence by more is of something else
_MORE: Final = 2  # times its whole: no part, though a plan may be surpassed
_STRICT: Final = 0.995  # of a part: a whole that is hardly more is its equal
_ROW: Final = 2  # other shares that show what all are of
_MOST: Final = 24  # amounts around a share that are looked at
WRONG: Final = Text("{0}占{1}的{2}，不是文中的{3}。", "{0} of {1} is {2}, not {3} as the text says.")
NONE: Final = Text(
    "{0}相加是{1}，其中没有哪一项或哪几项占{2}。",
    "{0} add up to {1}; none of them, nor any some of them, is {2} of it.",
)
REST: Final = Text(
    "{0}占{1}的{2}，其余是{3}，不是文中的{4}。",
    "{0} of {1} is {2}, which leaves {3}, not {4} as the text says.",
)


@check(KEY, "部分占整体", "parts of a whole", "section", needs={"section": ("%",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each share of the prose against its part and the wholes around it."""
    for passage in passages(piece):
        if passage.shares and len(passage.amounts) > 1:
            for at, told in enumerate(passage.own):
                if (
                    told.share
                    and not _is_one_of_two(passage, at)
                    and told.figure.role != "change"
                    and not _OF_MORE.search(told.lead + "|" + told.tail)
                    and not of_named(passage, told)
                ):
                    part = part_of(passage, at, told)
                    found = list(_held(piece, passage, told, part)) if part is not None else []
                    if not found and (pair := pair_of(passage, at, told)) is not None:
                        found = list(_held(piece, passage, told, pair))
                    yield from found


def _held(piece: Section, passage: Passage, told: Told, of: Part) -> Iterator[Result]:
    part, claim = of.part, as_claim(told.figure)
    if claim is not None and _EXACT.search(told.lead) and _WORDED.search(told.figure.as_printed):
        claim = Interval(told.value * 0.97, told.value * 1.03)
    if not of.named and of_other_time(
        passage.clause(told), passage.clause(part) if part in passage.own else ""
    ):
        return
    change = part.figure.role == "change"
    amounts = [
        t
        for t in passage.amounts
        if (t.figure.role == "change") == change
        and not _EACH.search(t.lead)
        and (alike(t, part) or asked(t, part))
    ]
    things = _things(passage, part)
    few = len(amounts) < 2 and things is None
    if claim is None or few or len(amounts) > _MOST:
        return
    wholes = [t for t in amounts if t is not part and (of.rate or t.value * _STRICT > part.value)]
    if things is not None and not _SAMPLE.search(things.lead + things.tail):
        return
    meant = one_of(things) if things is not None else whole_of(passage, told, of, wholes)
    meant = called_total(piece, passage, told, of) or meant
    if meant is None or part.value > _MORE * meant.point or is_part(passage, told, meant):
        return
    if meant.point == part.value and not of.rest:
        return
    beside = any(t.figure in meant.figures and t.sentence == part.sentence for t in passage.own)
    if _FOR_EACH.search(part.lead) and not beside:
        return  # 全距62分。选择题每题3分，共20题，占总分的六成
    if _fits(part, meant.own, claim, rest=of.rest):
        yield passed(KEY, told, part, meant, rest=of.rest)
        return
    siblings = [] if of.rate else _siblings(passage, part, meant)
    bound = of.named or meant.sure or _in_row(passage, told, part, meant)
    for whole in wholes if not bound else ():
        later = whole in passage.own and whole.start > told.end and not TOTAL.search(whole.lead)
        own = as_claim(whole.figure) if whole not in siblings and not later else None
        if own is not None and (
            _fits(part, own, claim, rest=of.rest) or (of.either and _fits(part, own, claim, rest=True))
        ):
            return
    if (
        not bound
        and of.whole is None
        and any(_fits(part, each.own, claim, rest=of.rest) for each in sums_of(passage, part, amounts))
    ):
        return
    if not bound and (_elsewhere(piece, passage, told, of, meant) or is_made(piece, told.figure)):
        return
    if is_share_of_row(piece, passage, told, part) or (of.rate and _has_own(passage, told, part, meant)):
        return
    a, b = part.value, meant.point
    near = told.value / _FAR < a / b * 100 < told.value * _FAR or is_slip(passage, told, meant, a / b)
    if meant.figures and not beside and not of.of and not near:
        return  # 1200家门店贡献60亿元。前300家门店拿到补贴2.4亿元，占三成
    if of.row and of.either:
        listed = say.listed([bare(t.figure) for t in of.row])
        said = NONE.format(listed, meant.shown, stated(told.figure))
        sums = formula("{} = {}", same(" + ").join([bare(t.figure) for t in of.row]), meant.shown)
        yield say.finding(KEY, "inconsistent", (told.figure, *(t.figure for t in of.row)), sums, said)
        return
    share = percent(a / b * 100)
    division = written(part, meant, rest=of.rest)
    said = WRONG.format(bare(part.figure), meant.shown, share, stated(told.figure))
    if of.rest:
        said = REST.format(
            bare(part.figure), meant.shown, share, percent(100 - a / b * 100), stated(told.figure)
        )
    figures = (told.figure, part.figure, *meant.figures)
    yield say.finding(KEY, "inconsistent", figures, division, said, NAMED if meant.sure else "")


def _is_one_of_two(passage: Passage, at: int) -> bool:
    """Whether a share is one of two, each of its own: 1320人，1104人，开通率5.50%对4.60%."""
    return any(
        a.share and b.share and _AGAINST.fullmatch(passage.between(a, b))
        for a, b in itertools.pairwise(passage.own[max(0, at - 1) : at + 2])
    )


def _has_own(passage: Passage, told: Told, part: Told, meant: Whole) -> bool:
    """Whether a rate is told right behind a count of its own: 有35通，违规率14%；自有团队抽听50通，违规率4%."""
    last = next((t for t in reversed(passage.own) if t.end <= told.start and not t.share), None)
    if last is None or last.figure in meant.figures:
        return False
    return last.start > part.start and alike(last, part)


def _things(passage: Passage, part: Told) -> Told | None:
    """What a part is of, where that is counted otherwise: 样本400个，其中180人."""
    before = next((t for t in reversed(passage.own) if t.end <= part.start), None)
    if before is None or "其中" not in passage.between(before, part) or alike(before, part):
        return None
    return before if before.figure.unit.startswith("count:") and not asked(before, part) else None


def _elsewhere(piece: Section, passage: Passage, told: Told, of: Part, meant: Whole) -> bool:
    """Whether some other arithmetic of the amounts around gives a share."""
    near = [t.figure for t in passage.own if t.start < told.start and told.sentence - t.sentence <= 1]
    at = told.figure.anchor.start
    around = piece.between(at - _REACH, at + _REACH)
    if of.row or of.whole is not None:
        parts = [t.figure for t in of.row] or [of.part.figure]
        if not of.row and of.part in passage.own:
            parts += [f for f in near if f is not of.part.figure and f not in meant.figures
                      and same_dimension(f.unit, of.part.figure.unit)]  # fmt: skip
        if not of.either:
            parts = [of.part.figure]
        told_here = [t.figure for t in passage.own if t.start < told.start and t.sentence == told.sentence]
        return reached_within(told.figure, parts, meant.own, told_here, around, rest=of.either)
    if of.rate and reached_within(
        told.figure,
        [f for f in near if same_dimension(f.unit, of.part.figure.unit)],
        meant.own,
        near,
        (),
        rest=of.either or of.rest,
    ):
        return True
    flagged = [t for t in passage.own if t.figure in meant.figures and TOTAL.search(t.lead)]
    if not of.rate and not of.rest and (of.of or flagged) and _TAKES.search(told.lead):
        return reached_within(told.figure, [of.part.figure], meant.own, (), around, rest=False)
    words = passage.clause(told) + told.tail
    return reached(
        told.figure, near, around, (of.part.figure, *meant.figures), words, rest=of.rest or of.either
    )


def _in_row(passage: Passage, told: Told, part: Told, meant: Whole) -> bool:
    """Whether a share stands in a row with others, each right behind its part, which all are of that whole."""
    own = passage.own
    pairs = [(a, b) for a, b in itertools.pairwise(own) if b.share and not a.share and alike(a, part)]
    if (part, told) not in pairs:
        return False
    others = [(a, c) for a, b in pairs if b is not told and (c := as_claim(b.figure)) is not None]
    return len(others) >= _ROW and all(_fits(a, meant.own, c, rest=False) for a, c in others)


def _siblings(passage: Passage, part: Told, meant: Whole) -> list[Told]:
    """The other parts of a whole that opens their sentence: none of them is what a part is a share of."""
    whole = next((t for t in passage.own if t.figure in meant.figures), None)
    if whole is None or part not in passage.own:
        return []
    own = [t for t in passage.own if t.sentence == part.sentence]
    apart = whole is own[0] or whole.sentence < part.sentence
    if not apart and (whole.start < part.start or not TOTAL.search(whole.lead)):
        return []
    fits = [t for t in own if t is part or t.value + part.value <= whole.value]
    return [t for t in fits if t is not whole and not TOTAL.search(t.lead)]


def _fits(part: Told, whole: Interval, claim: Interval, *, rest: bool) -> bool:
    one = as_claim(part.figure)
    quotient = one.scaled(100).over(whole) if one is not None else None
    if quotient is None:
        return True
    return claim.meets(Interval(100 - quotient.high, 100 - quotient.low) if rest else quotient)
