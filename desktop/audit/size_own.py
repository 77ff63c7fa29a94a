"""Sizes of the only two values of a name, whatever stands between: 营业额310万元…营业额124万元…营业额少了六成.

The words of a size begin with that name, or the value right before it has it; of a name that more than two values have,
or of one of which nothing tells the earlier, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.move import BY, is_share
from desktop.audit.size_doubts import of_one_length
from desktop.audit.size_order import order
from desktop.audit.size_pair import SizePair
from desktop.audit.size_told import SizeTold
from desktop.audit.size_words import LENGTH, THEN, plain_size
from desktop.audit.telling import told
from desktop.audit.times_apart import NOW
from desktop.core.figure import Figure

_OPENS: Final = re.compile(r"^(?:而|但是?|其中|则|也就是|同期)+")
_IS: Final = re.compile(
    r"(?:只剩下?|剩下?|仅剩|[降升增减涨跌][到至为]|达到?|约|近|为|是|有|还有|只有|共有|仅|只|共|：|:)+$"
)
_ELSE: Final = re.compile(
    r"均|每|复合|年化|目标|计划|预[计期算]|其中|占|[比较]|同期|同比|环比|去年|上[年月季]|前年|另|累计|又|再|\d"
)
_SPAN: Final = re.compile(r"[；;。！？\n]")
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?=年)")
_WITH: Final = re.compile(r"^(?:[、和与及][^，,。；;]{1,14}?)?相?比(?:起来|较)?[，,]")
_SET: Final = re.compile(r"^[和与同跟比较][^，,。；;]{1,12}的$")
_THAN: Final = re.compile(
    r"^(?P<who>[\u4e00-\u9fff]{2,6}?)(?:则|却|也|又|还|更|要)?[比较][^，,。；;]{1,12}的$"
)
_COUNTER: Final = re.compile(r"^(?:总)?(?P<unit>[\u4e00-\u9fff])数$")
_DATES: Final = re.compile(
    r"(?:19|20)\d\d年|\d{1,2}月|\d{1,2}日|[去今前上]年|第?[一二三四]季度|[上下]半年|[年月季]?[末底初]|[到至截在]"
)
_LEAST, _MOST = 2, 6  # characters of a name
_CLOSE: Final = 12  # characters from a value to what is told of it


def of_own_name(here: SizeTold) -> SizePair | None:
    """The only two values of the name that a size is told of, or that the value right before it has."""
    size = here.size
    if size.unit != "%" or len(here.values) < _LEAST:
        return None
    clause = _OPENS.sub("", LENGTH.sub("", here.clause(size))).strip(" *“”")
    than = _than(here, clause)
    if than is not None:
        return than
    if _ELSE.search(clause):
        return None
    for end in range(min(len(clause) - 1, _MOST), 0, -1):
        if end >= _LEAST and _only_changes(clause[end:]):
            own = [f for f in here.values if _called(here, f, clause[:end])]
            if own:
                return _pair(here, own)
    return _pair(here, _of_last(here)) if _only_changes(clause) else None


def _of_last(here: SizeTold) -> list[Figure]:
    """The value right before a size and those of its name."""
    last = here.values[-1]
    name = _DATES.sub("", _IS.sub("", here.clause(last)))[-_MOST:]
    if len(here.words_from(last)) > _CLOSE or not here.inside(last) or len(name) < _LEAST:
        return []
    return [f for f in here.values if _called(here, f, name)]


def _only_changes(words: str) -> bool:
    """Whether some words tell of a change beyond doubt, and of nothing else."""
    says = told(words)
    return says.changes and says.sure and says.way != "" and not says.others


def _called(here: SizeTold, figure: Figure, name: str) -> bool:
    """Whether a value has a name: as the last of the words before it, or by its unit (笔数 of 1840笔)."""
    counter = _COUNTER.match(name)
    if counter is not None and figure.unit == f"count:{counter['unit']}":
        return True
    return _IS.sub("", here.clause(figure)).endswith(name)


def _pair(here: SizeTold, own: Sequence[Figure]) -> SizePair | None:
    if len(own) != _LEAST or not same_dimension(own[0].unit, own[1].unit) or any(is_share(f) for f in own):
        return None
    first, second = own
    if value_of(first) == value_of(second) or not of_one_length(first, second):
        return None
    way = _order(here, first, second)
    if not way or (way > 0 and _narrower(here, first, second)):
        return None
    base, end = own if way > 0 else own[::-1]
    down = told(here.clause(here.size)).way == "down"
    return SizePair(here.size, plain_size(here.size), base, end, True, BY, True, (), (), down=down)


def _order(here: SizeTold, one: Figure, other: Figure) -> int:
    """1 where the one is the earlier, −1 where it is the later, 0 where nothing tells it."""
    for value, way in ((one, 1), (other, -1)):
        if _SET.match(here.clause(value)) and _WITH.match(here.text[here.end(value) : here.at(here.size)]):
            return way
    if way := order(here, one, other):
        return way
    first, second = (behind_last(_SPAN, here.text[here.since : here.at(f)]) for f in (one, other))
    if first == second or second.startswith(first):
        return 0
    years = [found[-1] if (found := _YEAR.findall(w)) else "" for w in (first, second)]
    if all(years):
        return 0 if years[0] == years[1] else 1 if years[0] < years[1] else -1
    if any(years):
        return 1 if years[0] and "剩" in here.clause(other) else 0
    then, now = (THEN.search(w) is not None and NOW.search(w) is None for w in (first, second))
    return (
        1 if then and not now and NOW.search(second) else -1 if now and not then and NOW.search(first) else 0
    )


def _narrower(here: SizeTold, one: Figure, other: Figure) -> bool:
    """Whether the later value has a name of its own: 线上销售额 beside 销售额."""
    words = _DATES.sub("", _IS.sub("", here.clause(other)))
    first = _DATES.sub("", _IS.sub("", here.clause(one)))
    return not first.endswith(words) and not words.endswith(first) and len(words) > len(first)


def _than(here: SizeTold, clause: str) -> SizePair | None:
    """18.5亿元。单月比去年5月的20.0亿元下降7.5%: the base, and the value before that has the name 单月."""
    base = here.values[-1]
    found = _THAN.match(here.clause(base))
    if found is None or not _only_changes(clause) or len(here.words_from(base)) > _CLOSE:
        return None
    own = [
        f for f in here.values[:-1] if found["who"] in here.clause(f) and same_dimension(f.unit, base.unit)
    ]
    if len(own) != 1 or is_share(base) or not of_one_length(own[0], base):
        return None
    down = told(clause).way == "down"
    return SizePair(here.size, plain_size(here.size), base, own[0], True, BY, True, (), (), down=down)
