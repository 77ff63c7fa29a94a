"""Sizes told against a thing that is named, wherever its amount stands: 总保费12万元…价值15.6万元，较总保费多三成.

The name decides which amount is the base; where two amounts have it, or the words speak of another thing, none is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.move import BY, is_share
from desktop.audit.size_pair import SizePair
from desktop.audit.size_told import SizeTold
from desktop.audit.size_words import exact, plain_size
from desktop.core.figure import Figure

_HOW: Final = r"(?:还|又|要|更|也|都|整整|足足|竟|只|仅|就|稍|略|明显|反而|则|再|大约|约|近|将近)*"
_THAN: Final = re.compile(
    rf"^(?P<subject>[^比较]*?)(?<![对占环同百可])[比较](?![例重率值较])(?P<who>[\u4e00-\u9fffA-Za-z]{{2,8}}?){_HOW}"
    rf"(?:(?P<more>[多高大贵重长厚宽][了出]?|增[长加]了?|超出)|(?P<less>[低少小轻短薄窄][了出]?|便宜了?|减少了?)){_HOW}$"
)
_NO_THING: Final = re.compile(  # times and crowds, whose amounts are not those of one name
    r"[去上前今明往当]年|同期|年[初末前]|[上前]一?[个]?[月季周期届]|以前|之前|此前|原|行业|平均|均值|全[国市省]|预[期计算]|目标|计划"
    r"|同[行业类]|市场|以往|平[时日常]|[其他]|[两二]者|[这那]|一般|普通|正常|一[倍半]"
)
_LINKS: Final = re.compile(r"^(?:而|但|则|且|所以|因此|于是|其中)+|(?:的|则|也|却|又|还)+$")
_LEVER: Final = re.compile(r"放大(?:倍数|倍率|比例)?(?:了|到|至|为|是|达到?|约|近|已)*$")
_ROUND: Final = 0.6  # of a multiple
_CLOSE: Final = 40  # characters between a value and what is told of it


def than_named(here: SizeTold) -> SizePair | None:
    """The amount of the name behind 比, and the one of the words before it."""
    size = here.size
    told = _THAN.match(here.clause(size)) if size.unit in ("%", "times") else None
    if told is None or _NO_THING.search(told["who"]) or (size.unit == "times" and told["less"]):
        return None
    values = [f for f in (*here.around, *here.later) if not is_share(f)]
    base = _only([f for f in values if told["who"] in _clause(here, f)])
    end = _end(here, _LINKS.sub("", told["subject"]), base, values) if base is not None else None
    if base is None or end is None:
        return None
    down = told["less"] is not None
    return SizePair(size, plain_size(size), exact(base), exact(end), True, BY, True, (), (), down=down)


def levered(here: SizeTold) -> SizePair | None:
    """净资产12亿元，担保余额96亿元，放大8倍: of the only two amounts of the sentence, the larger by the smaller."""
    if here.size.unit != "times" or _LEVER.search(here.clause(here.size)) is None:
        return None
    own = [f for f in here.values if here.inside(f) and not is_share(f)]
    if (
        len(own) != 2
        or own[0].unit != own[1].unit
        or here.at(here.size) - here.end(own[1]) > _CLOSE
        or here.later
    ):
        return None
    base, end = sorted(own, key=lambda f: value_of(f) or 0.0)
    both = ((value_of(base) or 0.0) + (value_of(end) or 0.0)) / (value_of(base) or 1.0)
    if abs(both - (value_of(here.size) or 0.0)) < _ROUND:
        return None  # 自有5亿元，借入15亿元，放大4倍: own and borrowed together
    return SizePair(here.size, plain_size(here.size), base, end, True, "", True, (base, end), (base, end))


def _only(found: Sequence[Figure]) -> Figure | None:
    """The one value that figures have; None where they differ."""
    return found[-1] if len({(value_of(f), f.unit) for f in found}) == 1 else None


def _of_kind(one: Figure, other: Figure) -> bool:
    """Whether two amounts are of one kind; 每平方米 may be said of the first of them alone."""
    kinds, each = zip(
        *((f.unit.partition("/")[0], f.unit.partition("/")[2]) for f in (one, other)), strict=True
    )
    return same_dimension(*kinds) and (each[0] == each[1] or "" in each)


def _end(here: SizeTold, subject: str, base: Figure, values: Sequence[Figure]) -> Figure | None:
    """The amount that is so much more: right before the words, or of the name that they begin with."""
    others = [f for f in values if value_of(f) != value_of(base) and _of_kind(f, base)]
    if not subject:
        last = here.values[-1] if here.values else None
        near = last is not None and here.inside(last) and len(here.words_from(last)) <= _CLOSE
        return last if near and last in others else None
    named = _only([f for f in others if subject in _clause(here, f)])
    if named is not None:
        return named
    counter = base.unit.partition(":")[2]
    mine = [f for f in others if here.at(f) >= here.own]
    # 自习座位比旧馆多两倍，旧馆400座: the unit counts what the words begin with
    return _only(mine) if len(counter) == 1 and counter in subject else None


def _clause(here: SizeTold, figure: Figure) -> str:
    """The words before an amount in its clause, also of one that stands behind the size."""
    return here.piece.clause(figure)
