"""Things that a paragraph tells one after the other with the same numbers: 甲镇3万吨，种了2万亩；乙镇2万吨，种了1万亩.

What is repeated is the order of units, and the words before all numbers of a group but the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit.interval import value_of
from desktop.audit.prose_tables import lent
from desktop.audit.scope import Prose
from desktop.core.figure import Figure

_CUT: Final = re.compile(r"[，,；;。：:、（()）！？!?\n“”]|——|和|与(?!其)|以及|及(?!格)")
_STOP: Final = re.compile(r"[。！？!?\n]")
_NEW: Final = re.compile(r"[。！？!?\n：:]|是(?=..)|其中")  # what begins another list
_ROLES: Final = ("level", "ratio", "change")
_NO_UNIT: Final = frozenset(
    ("year", "quarter", "rank", "times", "pp", "bp", "count:项", "count:个", "count:家")
)
_LINK: Final = re.compile(r"^(?:其中|而|则|但|另外|同期|也|还有|和|与|及)+")
_IS: Final = re.compile(
    r"(?:的)?(?:分别|依次|各自|全年|已|就|只|仅|则|也|各|约|近|共|达到?|占|卖[了出]?|用时|为|是|有|成绩|[：:\s“”])+$"
)
_TIME: Final = re.compile(
    r"(?:(?:19|20)\d\d年[末底初]?|(?<!\d)1?\d月(?:份|末|底)?|第?[一二三四]季度|周[一二三四五六日]|[上下]半年)$"
)
_WHEN: Final = re.compile(
    r"(?:(?:19|20)\d\d年[末底初]?|(?<!\d)1?\d月(?:份|末|底)?|第?[一二三四]季度|周[一二三四五六日]|[上下]半年)"
)
_FRONT: Final = re.compile(
    r"^.*(?:\d年[末底]?|[去今本上当]年|\d月[末底]?|季度|半年|年末|月末|全年|[：:的里中是]|期末)(?=..)"
)
_NO_NAME: Final = re.compile(
    r"同比|环比|[比较][上去前]|[多少高低]于|超过|不[到足]|每|平均|从|由|相当|合计|总共|一共|共计|累计|剩|其[余他它]|相差|[增升涨降跌减][长加至到为幅了少]|"
    r"比|目标|预计|计划|如果|若|上限|下限|要求|红线|标准|[去上前]年|此前|原来|[升降增减涨跌]$"
)
_DIGIT: Final = re.compile(r"\d")
_LONG, _WIDTH, _LEAST = 12, 3, 2  # characters of a name; numbers of a group; groups


class Grouped(NamedTuple):
    """Names, and one column of figures for each number that is told of all; ``heads`` are the words of each column."""

    names: tuple[str, ...]
    heads: tuple[str, ...]
    columns: tuple[tuple[Figure, ...], ...]
    topic: str
    start: int
    end: int


class _Lead(NamedTuple):
    """A figure, the words before it in its part of the clause, and all since the figure before."""

    figure: Figure
    own: str
    gap: str


def grouped(line: Prose) -> Iterator[Grouped]:
    """All such groups of a paragraph."""
    leads, at = _leads(line), 0
    while at + _LEAST <= len(leads):
        found = next(
            (g for width in range(1, _WIDTH + 1) if (g := _read(line, leads, at, width)) is not None), None
        )
        if found is None:
            at += 1
            continue
        yield found
        at += len(found.names) * len(found.columns)


def _leads(line: Prose) -> list[_Lead]:
    own = [
        f for f in lent(line, line.figures)
        if f.role in _ROLES and f.unit not in _NO_UNIT and f.comparator in ("=", "~") and value_of(f) is not None
        and _DIGIT.search(f.as_printed)
    ]  # fmt: skip
    found, end = [], 0
    for figure in own:
        at = figure.anchor.start - line.start
        gap = line.text[end:at]
        found.append(_Lead(figure, _CUT.split(gap)[-1], gap))
        end = figure.anchor.end - line.start
    return found


def _key(lead: _Lead) -> tuple[str, bool]:
    return lead.figure.unit, lead.figure.role == "change"


def _read(line: Prose, leads: Sequence[_Lead], at: int, width: int) -> Grouped | None:
    """The groups of some width that begin with a figure."""
    first = leads[at : at + width]
    if len(first) < width or first[0].figure.role == "change":
        return None
    groups = [first]
    while len(own := leads[at + width * len(groups) : at + width * (len(groups) + 1)]) == width:
        alike = [_key(one) for one in own] == [_key(one) for one in first]
        if not alike or not _goes_on(own, first) or (width == 1 and _NEW.search(own[0].gap)):
            break
        groups.append(own)
    if len(groups) < _LEAST:
        return None
    labels = [_name(g[0].own) for g in groups]
    while len(groups) >= _LEAST and not _names(labels):
        groups, labels = groups[:-1], labels[:-1]
    names = _names(labels) if len(groups) >= _LEAST else ()
    if not names or (width == 1 and len(names) == _LEAST and not _suffix(labels)):
        return None  # 这笔68万元，到期得利息1.36万元
    if any(_is_thing(one, first[0], _suffix(labels)) for one in first[1:]):
        return None
    begin = first[0].figure.anchor.start - line.start
    topic = line.text[:begin].rpartition("。")[2]
    heads = (_suffix(labels) + labels[0], *(one.own for one in first[1:]))
    columns = tuple(tuple(g[n].figure for g in groups) for n in range(width))
    return Grouped(names, heads, columns, topic, line.start + begin, groups[-1][-1].figure.anchor.end)


def _goes_on(own: Sequence[_Lead], first: Sequence[_Lead]) -> bool:
    """Whether the numbers of a group but its first follow the same words as those of the first group."""
    for one, other in zip(own[1:], first[1:], strict=True):
        if _STOP.search(one.gap):
            return False
        moves = one.figure.role == "change"
        if not moves and (
            not one.own or not other.own or not set(_IS.sub("", one.own) or one.own) & set(other.own)
        ):
            return False
        if moves and len(_LINK.sub("", one.own)) > 4:
            return False
    return True


def _is_thing(one: _Lead, first: _Lead, suffix: str) -> bool:
    """Whether a further number of a group is of another thing: 管理费用, behind 销售费用; 2022年末, behind 2021年末."""
    label = _name(one.own)
    if one.figure.unit != first.figure.unit:
        return False
    return _TIME.search(label) is not None or (bool(suffix) and label.endswith(suffix[-1]))


def _name(words: str) -> str:
    return _IS.sub("", _LINK.sub("", words.strip()))


def _suffix(labels: Sequence[str]) -> str:
    size = 0
    while size < min(map(len, labels)) and len({label[-1 - size] for label in labels}) == 1:
        size += 1
    return labels[0][len(labels[0]) - size :]


def _names(labels: Sequence[str]) -> tuple[str, ...]:
    """What the groups are called; nothing where some have no name or two the same."""
    times = [_TIME.search(label) for label in labels]
    if len(times) > 1 and all(times[1:]) and times[0] is None:
        times[0] = _WHEN.search(labels[0])  # 2022年末注册用户120万人，2023年末230万人
    if all(times):
        names = [t[0] for t in times if t is not None]
    else:
        names = [_first(labels), *labels[1:]]
        if any(
            t is not None or not 1 < len(n) <= _LONG or _NO_NAME.search(n)
            for n, t in zip(names, times, strict=True)
        ):
            return ()
    return tuple(names) if len(set(names)) == len(names) else ()


def _first(labels: Sequence[str]) -> str:
    """The name of the first group without what all share: 地铁1号线日均客流, before 2号线; 公司2024年销售费用."""
    label, rest = _FRONT.sub("", labels[0]), labels[1:]
    ending = _suffix(rest) if len(rest) > 1 else ""
    at = label.rfind(ending) if ending else -1
    if at > 0 and not label.endswith(ending):
        return label[max(0, at - len(rest[0]) + len(ending)) : at + len(ending)]
    return label
