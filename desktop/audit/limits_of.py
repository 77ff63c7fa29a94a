"""Which of the limits of a line is a value's own, by unit, time, stage of school, name and nearness."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.conclusion_worth import better_high
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import sentence_start
from desktop.audit.scope import Prose
from desktop.audit.worded_values import Named, common, grams
from desktop.core.value import value

_TIMES: Final = (
    ("day", re.compile(r"[每当单][天日]|日均|一天|全天")),
    ("week", re.compile(r"[每当单上本]周|周均|一周")),
    ("month", re.compile(r"[每当单上本]个?月|月均|一个月|\d{1,2}月")),
    ("quarter", re.compile(r"[每当单上本一二三四]个?季度?")),
    ("year", re.compile(r"[每当单本]年|年均|一年|全年|年度|\d{4}年(?!\d)")),
)
_OWN_TIMES: Final = re.compile(r"[每当单]个?[天日周月年季]|[日周月年]均|[一全][天周年]")
_STAGES: Final = (
    ("primary", re.compile(r"小学|(?<![初高])[一二三四五六](?:至[一二三四五六])?年级")),
    ("junior", re.compile(r"初中|初[一二三]|[七八九]年级")),
    ("senior", re.compile(r"高中|高[一二三]")),
)
# A limit for each thing is kept by what each has, not by what all have.
_EACH: Final = re.compile(r"每(?!个?[天日周月年季])|人均|户均|单[一户笔人个家]|[户车人件]均")
_OF_ONE: Final = re.compile(r"每|均|单|最[高大多长]|一[人户笔家个]|该|这|此|其")
_REFERS: Final = re.compile(r"[这该此其]|上述|实际|平均|^[^\u4e00-\u9fff]*[为达到是约]*$")
_IN_ALL: Final = re.compile(r"[共总]|累计|合计|全程")
_VAGUE: Final = ("%", "count:", "person", "CNY")  # units that much else in a text has
_ANY: Final = grams(
    "符合要求|规定|标准|达到|满足|没有|有超|超过|过了|红线|底线|上限|下限|限额|目标|承诺|期限|时限"
)
_FAR: Final = 8.0  # times a limit, beyond which a value is of another thing


@value
class Held:
    """A value, its limit, and whether it keeps it; None where that is not to be told."""

    value: Named
    limit: Named
    keeps: bool | None


def held(piece: Prose, one: Named, limits: Sequence[Named], words: str) -> Iterator[Held]:
    """A value with each limit that may be its own; of those of equal right every one."""
    own = [
        x for x in limits if same_dimension(x.figure.unit, one.figure.unit) and _fits(piece, one, x, words)
    ]
    if len(own) > 1:
        told = times_of("".join(_OWN_TIMES.findall(one.words)))
        timed = [x for x in own if times_of(x.words) & told]
        own = timed or own
    if len(own) > 1:
        rates = [common(one.words, x) for x in own]
        own = [x for x, rate in zip(own, rates, strict=True) if rate == max(rates)]
    for limit in own:
        yield Held(one, limit, keeps(one, limit, words))


def times_of(words: str) -> frozenset[str]:
    """The times that words speak of."""
    return frozenset(name for name, told in _TIMES if told.search(words))


def stages_of(words: str) -> frozenset[str]:
    """The stages of school that words speak of."""
    return frozenset(name for name, told in _STAGES if told.search(words))


def for_each(limit: Named) -> bool:
    """Whether a limit is for each of many things."""
    return _EACH.search(limit.words) is not None


def keeps(one: Named, limit: Named, words: str) -> bool | None:
    """Whether a value is on the side of its limit that is allowed; None where it is at it, or nothing tells."""
    side = limit.side or _side(one, words)
    top = limit.claim.low
    if not side or one.claim.holds(top):
        return None
    return (one.claim.high < top) == (side > 0)


def _times(piece: Prose, one: Named) -> frozenset[str]:
    own = _OWN_TIMES.findall(one.words)
    return times_of("".join(own) if own else _ahead(piece, one))


def _ahead(piece: Prose, one: Named) -> str:
    """The words of its sentence up to a value."""
    at = one.figure.anchor.start - piece.start
    return piece.text[sentence_start(piece.text, at) : at]


def _fits(piece: Prose, one: Named, limit: Named, words: str) -> bool:
    """Whether nothing tells that a limit is of another time, stage or count than a value."""
    top, own = value_of(limit.figure), value_of(one.figure)
    if not top or own is None or not top / _FAR < own < top * _FAR:
        return False
    apart = times_of(limit.words)
    told = _times(piece, one) if apart else frozenset()
    if apart and (not apart & told if told else _IN_ALL.search(one.words)):
        return False
    if for_each(limit) and not _OF_ONE.search(one.words):
        return False
    of_limit, of_value = stages_of(limit.words), stages_of(_ahead(piece, one))
    if of_limit and of_value and not of_limit & of_value:
        return False
    if (grams(words) - _ANY) & grams(limit.words):
        return True  # 没有超过最大承载量
    if not one.figure.unit.startswith(_VAGUE) or common(one.words, limit) or _REFERS.search(one.words):
        return True
    return sentence_start(piece.text, one.figure.anchor.start - piece.start) == sentence_start(
        piece.text, limit.figure.anchor.start - piece.start
    )


def _side(one: Named, words: str) -> int:
    """Which side of a limit is allowed, by the verdict or by what is measured."""
    if re.search(r"超标|超限|超线|突破|冲破|越|超过|超出|高于", words):
        return 1
    if re.search(r"跌破|跌穿|守住|达到|低于", words):
        return -1
    wanted = better_high(f"{one.words} @{one.figure.unit}")
    return 0 if wanted is None else -1 if wanted else 1
