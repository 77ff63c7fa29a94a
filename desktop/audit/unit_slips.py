"""Whether an amount is wrong by what units bind it to: slips of digits and powers of ten, and what cannot be else."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from desktop.audit.interval import value_of
from desktop.audit.line_cells import Line
from desktop.audit.operand import Operand, operand
from desktop.audit.passage_names import grams
from desktop.audit.slips import of_digits, of_scale
from desktop.audit.unit_fits import PRINTED, long, printed
from desktop.audit.unit_ways import CLOSED, SIZED, WEAK, Guess
from desktop.audit.unit_words import comes_to, named, of_it, of_other_year, paid, told_already, worked_rate
from desktop.audit.ways import like
from desktop.audit.worked import Worked
from desktop.core.figure import Figure

SWAPPED, SCALED, CHANGED, NEAR = 1, 2, 3, 4
_FAR: Final = 6  # times: what is farther off is something else
_ROUND: Final = 0.06  # of a power of ten, as a logarithm
_POWERS: Final = (1, 2, 3, 4, 8)
_SAME: Final = 1e-6
_REACH: Final = 2  # other amounts between
_EXACT: Final = 0.01
_OTHER: Final = re.compile(
    r"其中|之后|其后|此后|超出|首[月日次付年]|不(?!良)|未|非|没|另|外加|多出|少了|省|便宜|贵|抵|目标|预计|计划|同行|行业|最|起步|门槛|不超过|比|较|[增减涨降升跌]|相差|差"
)
_MIXED: Final = re.compile(  # not all of them at that price
    r"半价|优惠|减免|免[费票]|折扣|打折|[一二三四五六七八九]折|首重|续重|起步|扣[掉除]|另[有加付收外给发]|[费钱款]加|限[坐载]|加收|外加|含|之外|封顶|返|退|其中"
    r"|押[一二两三]|阶梯|[后余剩末][\d一二三四五六七八九十两]|整[箱套包]|打包|只收|没[交付来到]|因为|由于"
)
_MORE: Final = re.compile(r"[多少][收产赚卖付花得拿挣交用缴赔亏]")  # by how much, not how much
_THEN: Final = re.compile(
    r"(?:而|但)?(?:上年|去年|上期|上季|前年|往年|同期|此前)"
)  # 每10股派2.70元，上年为1.80元
_PAIR: Final = 2
_PAST: Final = 3  # other amounts between, past which a plain power of ten is still seen
_PRICES: Final = 3  # amounts of the sentences before in which another price may stand
_CLOSE, _OFF = 0.05, 0.15  # of an amount: what it is nearly, and what a fee may be of an average
_NEARLY: Final = 2.5  # times
_SOLD: Final = re.compile(r"营业额|收入|进账|流水|销售额|货款|票款|房费|卖得|收款")


def plausible(ratio: float) -> bool:
    """Whether what a guess gives is so near an amount, or a power of ten, that the amount may be a slip of it."""
    if ratio <= 0 or not math.isfinite(ratio):
        return False
    if 1 / _FAR < ratio < _FAR:
        return True
    power = math.log10(ratio)
    return abs(power - round(power)) < _ROUND


def kind_of_slip(claim: Figure, value: float, guess: Guess) -> int:
    """How an amount may have come of a guess: digits changed about, a power of ten, another digit, or nearly."""
    ratio = guess.point / value
    if not 1 / _FAR < ratio < _FAR:
        if _whole(ratio):
            return SCALED
        way = guess.way()
        return SCALED if way is not None and of_scale(claim, way.found) else 0
    if of_digits(claim, guess.point):
        return SWAPPED if of_digits(claim, guess.point, replaced=False) else CHANGED
    return SWAPPED if guess.bind == CLOSED and _turned(claim, ratio) else NEAR


def _turned(claim: Figure, ratio: float) -> bool:
    """Whether the two digits of a number are those of another the other way round."""
    digits = printed(claim)
    if len(digits) != 2 or digits[0] == digits[1]:
        return False
    return abs(int(digits[::-1]) / int(digits) / ratio - 1) < _EXACT


def may_accuse(claim: Operand, guess: Guess, spot: Spot) -> bool:
    """Whether a guess is near and tight enough to be held against the amount at all."""
    if len(guess.parts) > 2 and guess.parts[2].rate:
        return False  # a product with a rate only clears
    if guess.bind == CLOSED:
        return True
    if spot.cells or guess.bind == SIZED:
        return guess.bind == SIZED
    if (
        guess.bind == WEAK
    ):  # 每个桩补贴2000元…需补贴90万元: behind other counts, too, where they are named alike
        again = spot.gap <= _PAST and bool(grams(claim.lead) & grams(guess.parts[0].lead))
        return spot.gap <= 1 or (again and _whole(guess.point / claim.value))
    return spot.gap == 0 and not guess.over and (spot.together or long(claim.figure))


def accused(told: Worked, claim: Operand, guess: Guess, slip: int, spot: Spot, line: Line) -> bool:
    """Whether a guess is so tight that the amount must be what it gives, for a slip of this kind."""
    gap, together, cells = spot
    if _MORE.search(told.clause) or (_THEN.match(told.clause.lstrip("，,（( ")) and not _then_too(guess)):
        return False
    if slip >= CHANGED and abs(guess.point / claim.value - 1) < _CLOSE:
        return False  # by rounded parts, or by others that are nearly the same
    if slip == NEAR and not 1 / _NEARLY < guess.point / claim.value < _NEARLY:
        return False
    if slip == NEAR and (not guess.kept or "、" in told.lead or _OTHER.search(told.clause)):
        return False
    if slip == SCALED and not _whole(guess.point / claim.value):
        beside = guess.bind == CLOSED and guess.parts[-1].figure in told.before[-1:]
        least = PRINTED if gap and not beside else 2
        if not long(told.figure, least):
            return False  # so few digits are met by chance
    if slip == NEAR and _has_rival(told, guess):
        return False
    rated = any(p.rate for p in guess.parts)
    if slip == NEAR and not rated and _MIXED.search(told.sentence):
        return False
    if cells:
        tight = _by_cells(told, guess, slip, line, rated=rated)
    elif guess.bind == CLOSED:
        tight = slip != NEAR or (gap == 0 and len(guess.parts) == 2 and of_it(told, guess, together=together))
    elif guess.bind == SIZED:
        tight = _sized(told, guess, slip, spot, rated=rated)
    elif guess.bind == WEAK:
        tight = slip == SWAPPED or (slip == SCALED and not rated)
    else:
        tight = slip == SWAPPED or (slip == SCALED and together and _SOLD.search(told.clause) is not None)
    return tight and not told_already(told, guess) and not of_other_year(told, guess)


def _has_rival(told: Worked, guess: Guess) -> bool:
    """Whether another price stands beside the one of a guess, so that it may be of both: A线每小时120件，B线…."""
    price = next((p for p in guess.parts if p.each or p.time), None)
    if price is None:
        return False
    near = (operand(f) for f in (*told.earlier[-_PRICES:], *told.before) if f is not price.figure)
    return any(
        o is not None and (o.each or o.time) and like(o.figure, price.figure) and o.value != price.value
        for o in near
    )


def _then_too(guess: Guess) -> bool:
    """Whether a part of a guess is of an earlier time, too."""
    return any(_THEN.search(p.lead) for p in guess.parts)


def _sized(told: Worked, guess: Guess, slip: int, spot: Spot, *, rated: bool) -> bool:
    """By what a part is told for, or at a rate."""
    if rated and told.figure.role == "threshold" and spot.gap <= 1:
        return True  # 上限为资本净额的10%。资本净额86亿元，对应的上限是…
    if slip == SWAPPED:
        clear = long(told.figure, PRINTED) or len(guess.parts) > _PAIR
        return not rated or (spot.gap <= _REACH and clear) or named(told, guess)
    if spot.gap or not spot.together:
        last = rated and guess.parts[1].figure in told.before[-1:] and paid(told, guess)
        beside = rated and not spot.gap and printed(told.figure) != printed(guess.parts[0].figure)
        past = spot.gap <= _PAST and _whole(guess.point / (value_of(told.figure) or 1.0))
        close = spot.gap <= 1 or (past and long(told.figure, _PAIR))
        return slip == SCALED and ((not rated and close) or last or beside)
    if slip < NEAR:
        return True
    far = abs(guess.point / (value_of(told.figure) or 1.0) - 1) > _OFF
    if rated:
        return comes_to(told, guess) or (far and named(told, guess) and not worked_rate(told, guess))
    return len(guess.parts) > 1 and not guess.over and not like(guess.parts[0].figure, told.figure)


def _whole(ratio: float) -> bool:
    """Whether a number is a power of ten."""
    power = math.log10(ratio)
    return abs(power - round(power)) < _SAME and abs(round(power)) in _POWERS


def _by_cells(told: Worked, guess: Guess, slip: int, line: Line, *, rated: bool) -> bool:
    """By cells of a table: what can only be meant, or a slip."""
    if guess.bind == CLOSED:
        every = all(p.figure.table for p in guess.parts)
        return slip < NEAR or (every and line.own and guess.over and _only(guess, line))
    return slip <= SCALED and ((slip == SWAPPED and not rated) or paid(told, guess))


def _only(guess: Guess, line: Line) -> bool:
    """Whether no other cell of a line could be the total, or be counted."""
    total, count = guess.parts
    totals = [o for o in line.cells if like(o.figure, total.figure)]
    counts = [o for o in line.cells if o.dimension == count.dimension]
    return totals == [total] and counts == [count]


class Spot(NamedTuple):
    """How many other amounts stand between the parts of a guess and the amount, and how near the parts are.

    ``together`` is whether all are in its sentence, ``cells`` whether some are cells of a table.
    """

    gap: int
    together: bool
    cells: bool


def spot_of(guess: Guess, back: Mapping[int, int], inside: int) -> Spot:
    """Where the parts of a guess stand, by how many amounts each is back; ``inside`` are of the same sentence."""
    steps = [back[id(p.figure)] for p in guess.parts if id(p.figure) in back]
    most = max(steps, default=-1)
    return Spot(most + 1 - len(steps), most < inside, any(p.figure.table for p in guess.parts))
