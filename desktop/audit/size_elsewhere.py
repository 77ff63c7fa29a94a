"""Sizes whose two values do not both stand before them: behind, further above, or anywhere in the paragraph.

平均只出8%，照30%算要多拿钱…也就是说，出资比例要提高22个百分点; 利率已降到3.25%，比两年前低1.6个百分点, where 4.85% was
told with its year before. Any two rates of the section may excuse the size.
"""

from __future__ import annotations

import itertools
import re
from typing import Final

from desktop.audit.any_reading import POINTS
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import sentence_start
from desktop.audit.move import BY, is_share
from desktop.audit.reading import number
from desktop.audit.size_doubts import FAR, OTHER
from desktop.audit.size_pair import SizePair
from desktop.audit.size_told import SizeTold
from desktop.audit.size_words import LENGTH, plain_size
from desktop.audit.telling import told
from desktop.audit.times_apart import day
from desktop.core.figure import Figure

_RATE_MOVES: Final = re.compile(
    r"(?:率|比例|占比|比重|份额)(?:一下子|因此|[要需得须才只仅就便则共也还])*"
    r"(?:提高|提升|上升|增加|降低|下降|减少|[多少高低升降])[了出]?$"
)
_AGO: Final = re.compile(
    r"^比(?:(?P<n>[\d一二两三四五六七八九十]{1,2})年(?:之|以)?前|(?P<last>去年|上年|一年前))(?:的?同期)?[又还要已]?"
    r"(?:[高低多少]|[上下]降|上升|提高|降低)[了出]?$"
)
_GAP_OF_TWO: Final = re.compile(r"(?:相差|相距|差距)(?:达到?|为|是|有)?(?:约|近|将近)?$")
_SINCE: Final = re.compile(
    r"[较比](上年末?|去年(?:同期|末|底)?|年初|上月|上季度?|上一?[届期轮]|前年|此前|原先|改[革造]前)[^，,。；]*$"
)
_SAME: Final = 0.001  # points
_NAME: Final = 3  # characters that two sentences share where they speak of one thing
_NEAR: Final = 8  # characters from the rate to the comparison


def two_rates(here: SizeTold) -> SizePair | None:
    """The only two rates of the paragraph before a size that a rate is said to change by."""
    size = here.size
    if size.unit not in POINTS or not _RATE_MOVES.search(here.clause(size)):
        return None
    rates = {value_of(f): f for f in here.around if is_share(f) and here.at(f) < here.own}
    if len(rates) != 2 or any(is_share(f) and here.inside(f) for f in here.around):
        return None
    one, other = rates.values()
    return _pair(here, one, other)


def base_above(here: SizeTold) -> SizePair | None:
    """The rate that a size ends at, with the one of so many years before that the section tells of the same name."""
    size = here.size
    ago = _AGO.search(here.clause(size)) if size.unit in (*POINTS, "%") else None
    if ago is None or not here.values:
        return None
    last = here.values[-1]
    year = day(last)[:4]
    if not is_share(last) or not here.inside(last) or not year or len(here.words_from(last)) > _NEAR + 6:
        return None
    then = str(int(year) - (number(ago["n"]) if ago["n"] else 1))
    own = here.text[here.own : here.at(last)]
    for figure in here.piece.amounts:
        if (
            is_share(figure)
            and day(figure)[:4] == then
            and here.at(figure) < here.own
            and _shares(here, figure, own)
        ):
            return _pair(here, figure, last)
    return None


def _shares(here: SizeTold, figure: Figure, words: str) -> bool:
    """Whether the sentence of a figure has a name of some words."""
    at = here.at(figure)
    told = here.text[sentence_start(here.text, at) : at]
    return any(
        words[i : i + _NAME] in told and words[i : i + _NAME].isalpha() for i in range(len(words) - _NAME)
    )


def _pair(here: SizeTold, one: Figure, other: Figure) -> SizePair:
    pool = tuple(f for f in here.piece.figures if is_share(f) and f is not here.size)
    return SizePair(here.size, plain_size(here.size), one, other, False, BY, True, pool, pool)


def ahead(here: SizeTold) -> SizePair | None:
    """A gap told before the two values that it is between: 良率相差4.2个百分点，甲线98.1%，乙线93.9%."""
    size, clause = here.size, here.clause(here.size)
    if not _GAP_OF_TWO.search(clause):
        return None
    later = [f for f in here.later if is_share(f)] if size.unit in POINTS else here.later
    if len(later) != 2 or later[0].unit != later[1].unit or here.at(later[0]) - here.end(size) > FAR:
        return None
    if any(here.inside(f) and same_dimension(f.unit, later[0].unit) for f in here.values):
        return None
    if OTHER.search(clause) or any(
        f.is_date for f in here.piece.between(size.anchor.end, later[1].anchor.start)
    ):
        return None
    return SizePair(size, plain_size(size), later[0], later[1], False, BY, True, tuple(later), tuple(later))


def behind(here: SizeTold) -> SizePair | None:
    """A size whose base is told behind it: 2.4%，较年初下降0.6个百分点，年初为3.0%."""
    size, clause = here.size, here.clause(here.size)
    since = _SINCE.search(clause)
    own = [f for f in here.values if here.inside(f)]
    if since is None or not own or not here.later or not told(clause).changes:
        return None
    base, value = here.later[0], own[-1]
    gap = here.text[here.end(size) : here.at(base)]
    if re.fullmatch(rf"[，,（(](?:而|其)?{since[1]}[^，,。；\d]{{0,6}}", gap) is None:
        return None
    if (
        base.unit != value.unit
        or (size.unit in POINTS and not is_share(base))
        or len(here.words_from(value)) > FAR
    ):
        return None
    return SizePair(size, plain_size(size), base, value, True, BY, True, (base, value), (base, value))


def exactly_points(here: SizeTold) -> SizePair | None:
    """Two rates before a change in percent that are exactly so many points apart, whatever stands between."""
    size, clause = here.size, here.clause(here.size)
    if size.unit != "%" or size.role != "change":
        return None
    if not told(clause).sure or OTHER.search(LENGTH.sub("", clause)):
        return None
    rates = tuple(f for f in here.values if is_share(f))
    for other, one in itertools.combinations(reversed(rates), 2):
        apart = abs((value_of(other) or 0.0) - (value_of(one) or 0.0))
        if abs(apart - (value_of(size) or 0.0)) < _SAME:
            return SizePair(size, plain_size(size), one, other, False, BY, False, rates, rates)
    return None
