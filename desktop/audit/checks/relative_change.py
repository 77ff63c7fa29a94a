"""Relative change: does "from A to B, up X %" compute, within what the printed digits allow?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, percent, stated
from desktop.audit.any_reading import change_fits, fits_elsewhere
from desktop.audit.check import Result, World, check
from desktop.audit.compare import (
    FAILS,
    FITS,
    OPEN,
    ROUNDED,
    Compared,
    allows,
    arithmetic,
    compared,
    difference,
    in_percent,
    moved,
    percent_change,
    remains,
)
from desktop.audit.exact_slips import of_other_base, other_tenths
from desktop.audit.interval import digits, value_of
from desktop.audit.lines import clause_start
from desktop.audit.move import BY, TO, Move
from desktop.audit.real_terms import PRICES, in_real_terms
from desktop.audit.scale_slip import slipped
from desktop.audit.scope import Prose
from desktop.audit.sheet import Sheet
from desktop.audit.steps import Step, steps_in
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY = "relative_change"
WRONG = Text("{0}，{3}{1}，不是文中所写的{2}。", "{0} is {3} of {1}, not {2} as the text says.")
FROM_LATER = Text(
    "{0}，{3}{1}；文中的{2}是以变动后的数为基数算出的。",
    "{0} is {3} of {1}; {2} in the text is measured from the later value.",
)
TURNED = Text(
    "{0}，是{1}{4}，文中却写成{2}{3}。",
    "{0} is {1} of {4}, while the text tells of {2} of {3}.",
)
LEFT = Text("{0}，是原来的{1}，不是文中所写的{2}。", "{0} is {1} of what it was, not {2} as the text says.")
STEP = Text(
    "{0}：以变动前的数计是{1}，以变动后的数倒推是{2}，都不是文中的{3}。",
    "{0}: {1} of the value before, or {2} if the value is the one after; neither is {3}.",
)
STEP_FROM_LATER = Text(
    "{0}，此前应为{3}，变化{1}；文中的{2}是以变动后的数为基数算出的。",
    "{0}, so it was {3} before and changed by {1}; {2} in the text is measured from the later value.",
)
THAN = Text(
    "{0}比另一方{4}{5}，另一方便是{1}，差距是它的{2}，不是文中的{3}。",
    "{0} is {5} {4} than the other, which makes that {1}; the gap is {2} of it, not {3}.",
)
MORE, LESS = Text("多", "more"), Text("少", "less")
UP, DOWN = Text("上升", "a rise"), Text("下降", "a fall")
APART: Final = "apart"
_MEAN: Final = re.compile(r"[年月季周日]均|平均每")


@check(KEY, "变化幅度", "relative change", "prose", "table")
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check every stated change of values that are no percentages themselves."""
    for move in piece.moves_of(KEY):
        found = _best(move)
        if found is not None and not (
            found[0].result == FAILS and (_of_others(piece, move) or _by_time(move))
        ):
            yield _result(move, *found)
    if isinstance(piece, Prose):
        paired = frozenset(f.id for m in piece.moves for f in (m.before, m.after))
        for step in steps_in(piece, paired):
            yield _of_step(step)


def _by_time(move: Move) -> bool:
    """Whether a change is of means (月均少了24%) of which the first value is none."""
    return _MEAN.search(move.lead) is not None and _MEAN.search(move.before.indicator.zh) is None


def _of_others(piece: Prose | Sheet, move: Move) -> bool:
    """Whether a change that fails is the one from a further value of its sentence."""
    change = move.change
    if not isinstance(piece, Prose) or change is None or move.after.change_from == move.before.id:
        return False
    home = next((s for s in piece.sentences if change in s.amounts), None)
    if home is not None and fits_elsewhere(home, change, move.after):
        return True
    earlier = [
        f for f in piece.figures
        if f.unit == move.after.unit and f.role != "change" and f.anchor.end <= move.before.anchor.start
        and not (f is move.after and of_other_base(move))
    ]  # fmt: skip  # 一季度186件，二季度214件，三季度262件，四季度280件。比年初多出50.5%
    if any(change_fits(change, (f, move.after), strict=True, based=True) for f in earlier):
        return True
    return _MEAN.search(_clause(piece, move.after)) is not None and any(
        change_fits(change, (move.before, f), strict=True, based=True) for f in earlier
    )  # 合计108万人次，月均9万人次，比去年的92万人次增长17.4%


def _clause(piece: Prose, figure: Figure) -> str:
    """The words before a value in its clause."""
    at = figure.anchor.start - piece.start
    return piece.text[clause_start(piece.text, at) : at]


def _of_step(step: Step) -> Result:
    figures = (step.change, step.delta, step.base)
    if step.than:
        return _of_two(step)
    over = formula(
        "{} ÷ {} = {}", bare(step.delta), bare(step.base), percent(_share(step.before.point, step))
    )
    second = step.after
    if second is not None:
        sign = "+" if step.down else "−"
        rest = formula("{} ÷ ({} {} {})", bare(step.delta), bare(step.base), sign, bare(step.delta))
        over = formula("{}; {} = {}", over, rest, percent(_share(second.point, step)))
    if not step.fails:
        best = step.before if step.before.result != FAILS or second is None else second
        return say.passed(KEY, figures, over, rounded=best.result in (ROUNDED, OPEN))
    shares = [percent(_share(c.point, step)) for c in (step.before, second) if c is not None]
    if step.of_later:
        apart = (value_of(step.delta) or 0.0) * (1 if step.down else -1)
        earlier = amount((value_of(step.base) or 0.0) + apart, step.base, exact=True)
        said = STEP_FROM_LATER.format(moved_by(step), shares[-1], stated(step.change), earlier)
    else:
        said = STEP.format(moved_by(step), shares[0], shares[-1], stated(step.change))
    return say.finding(KEY, "inconsistent", figures, over, said, "step")


def _of_two(step: Step) -> Result:
    """比青桐长医保贵44元，高出16.4%: of the price of the other."""
    apart = (value_of(step.delta) or 0.0) * (1 if step.down else -1)
    other, share = (
        amount((value_of(step.base) or 0.0) + apart, step.base, exact=True),
        percent(_share(step.before.point, step)),
    )
    figures, written = (
        (step.change, step.delta, step.base),
        formula("{} ÷ {} = {}", bare(step.delta), other, share),
    )
    if not step.fails:
        return say.passed(KEY, figures, written, rounded=step.before.result in (ROUNDED, OPEN))
    more = LESS if step.down else MORE
    said = THAN.format(bare(step.base), other, share, stated(step.change), more, bare(step.delta))
    return say.finding(KEY, "inconsistent", figures, written, said, "step")


def _share(point: float, step: Step) -> float:
    """The share that a difference is, also where the text tells what is left (打七折)."""
    return 100 - point if step.change.unit == "count:折" or step.change.id == "" else point


def moved_by(step: Step) -> Text:
    """Value and difference, for a sentence."""
    way = DOWN if step.down else UP
    return Text("{0}{1}，{2}{3}", "{0}: {1} with {2} of {3}").format(
        say.title(step.base), stated(step.base), way, bare(step.delta)
    )


def _best(move: Move) -> tuple[Compared, str] | None:
    """The change under the reading of its words that fits best, and which that is."""
    assert move.change is not None
    if move.change.unit not in ("%", "permille", "count:折"):
        pair = difference(move)
        found = compared(*pair, move.change) if pair is not None else None
        return (found, APART) if found is not None else None
    plain = _as_printed(move)
    if plain is not None:
        return plain
    claim, held = in_percent(move.change), []
    for way, recomputed in ((BY, percent_change), (TO, remains)):
        pair = recomputed(move) if move.way in ("", way) else None
        found = compared(*pair, claim) if pair is not None else None
        if found is None:
            continue
        if way == BY and (
            (move.told and found.found.high < 0)
            or (move.way and found.result == ROUNDED and (of_other_base(move) or _other_tenths(move)))
        ):
            found = found._replace(result=FAILS)  # 从210升到216，少了不到3%: it went the other way
        held.append((found, way))
    return next((h for h in held if h[0].result != FAILS), held[0] if held else None)


def _other_tenths(move: Move) -> bool:
    return move.change is not None and other_tenths(move.change, move.before, move.after)


def _as_printed(move: Move) -> tuple[Compared, str] | None:
    """The change where the printed numbers give the printed size, as most do."""
    before, after, change = move.before, move.after, move.change
    if (
        change is None
        or change.unit != "%"
        or move.way == TO
        or before.comparator != "="
        or after.comparator != "="
    ):
        return None
    a, b, size = value_of(before), value_of(after), digits(change)
    if a is None or b is None or a <= 0 or size is None or change.comparator != "=" or change.hedge:
        return None
    point = (b - a) / a * (-100 if move.down else 100)
    return (Compared(FITS, size, point), BY) if size.low <= point <= size.high else None


def _result(move: Move, found: Compared, way: str) -> Result:
    assert move.change is not None
    figures = (move.change, move.before, move.after)
    if way == APART:
        signed = amount(-found.point if move.down else found.point, move.change, exact=True)
        written = formula("{} − {} = {}", bare(move.after), bare(move.before), signed)
    elif way == TO:
        written = formula("{} ÷ {} = {}", bare(move.after), bare(move.before), percent(found.point))
    else:
        written = arithmetic(move, found.point)
    if found.result != FAILS:
        return say.passed(KEY, figures, written, rounded=found.result in (ROUNDED, OPEN))
    size = allows(found) if way != APART else amount(abs(found.point), move.change, exact=True)
    slip = slipped(move, way == BY)
    if slip is not None:
        return slip
    if way == TO:
        said = LEFT.format(moved(move), size, stated(move.change))
        return say.finding(KEY, "inconsistent", figures, written, said)
    if found.point < 0 and move.told:
        turn, told = (UP, DOWN) if move.down else (DOWN, UP)
        said = TURNED.format(moved(move), turn, told, stated(move.change), size)
        return say.finding(KEY, "changes_conclusion", figures, written, said, "direction")
    fell = (move.down is True) == (found.point >= 0)
    size = same(percent(found.point)) if _other_tenths(move) else size
    said = WRONG.format(moved(move), size, stated(move.change), DOWN if fell else UP)
    if way == BY and of_other_base(move):
        said = FROM_LATER.format(moved(move), percent(found.point), stated(move.change), DOWN if fell else UP)
    if way == BY and in_real_terms(move):
        return say.finding(KEY, "ambiguous", figures, written, PRICES.format(said), "prices")
    return say.finding(KEY, "inconsistent", figures, written, said)
