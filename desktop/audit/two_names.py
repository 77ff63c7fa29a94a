"""Two values told alike, one behind the other, and by which name a later clause means each: 甲院312元，乙院287元."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from desktop.audit.evidence import evidence_in
from desktop.audit.scope import Prose
from desktop.audit.told_values import Told, values_before
from desktop.core.figure import Figure
from desktop.core.value import once

_TAIL: Final = re.compile(
    r"(?:[为是有达到约近的占至在则仅只就也都还却]|分别|大约|平均|高达|多达|达到|为了|每[\u4e00-\u9fff]{0,2})+$"
)
_HEAD: Final = re.compile(r"^(?:而|但|却|则|另|其中|同期|在|从|是|有|一[名台家个位款座辆条]|[两三四]家)+")
_GOES: Final = re.compile(r"[到至成]了?$|[升降增减涨跌缩调改变扩压滑][到至为成]")
_TIME: Final = re.compile(
    r"(?:19|20)\d\d|[去今昨前明后本当往]年|[上下本][年月季周期个半一]|同期|此前|之前|以前|过去|原[来先定]|年[初末底中]|月[初末底]|季度|\d月|[首头次]月|第[一二三四五]|[一两二三四五六七八九十\d]年[前后]|预[计期算]|计划|目标"
)
_COMES: Final = re.compile(r"[从由]$")
_SPLIT: Final = re.compile(r"\d个?(?:小时|时|分|天|年|月|块|元)$")  # 4小时12分 is one time
_WHEN: Final = re.compile(
    r"^[一两二三四五六七八九十]年前|[今去][年天]|本[年月季周]|全年|上[半个]?[年月]|上季度|(?:19|20)\d\d年"
)
_LETTER: Final = re.compile(r"[甲乙丙丁A-Z]")
_PLAIN: Final = re.compile(
    r"^(?:平均|每年|每月|每天|每人|每个|全年|合计|达到|分别|同样|目前|其中|需要|可以|已经|左右|大约|[的为是有了约]+)$"
)
_LONG: Final = 10  # characters of a name
_REACH: Final = 24  # pairs that are looked at


class Two(NamedTuple):
    """Two values; ``one`` and ``other`` are the words that name each, ``about`` all that the two are told with."""

    first: Figure
    second: Figure
    one: str
    other: str
    about: str


def twos(piece: Prose, until: int) -> Iterator[Two]:
    """The pairs of a paragraph before a place, the last first; 甲年化3.1%、起购1万元，乙2.6%、1元 has four values."""
    own = (two for two in reversed(_every(piece)) if two.second.anchor.end <= until)
    return itertools.islice(own, _REACH)


@once
def _every(piece: Prose) -> list[Two]:
    every = values_before(piece, piece.start + len(piece.text))
    found = []
    for m in range(1, len(every)):
        for apart in (3, 2, 1):
            n = m - apart
            if n >= 0 and every[n].figure.unit == every[m].figure.unit:
                two = _two(piece, every[n], every[m]) if apart == 1 else _across(piece, every, n, m)
                found += [two] if two is not None else []
    return found


def _across(piece: Prose, every: Sequence[Told], n: int, m: int) -> Two | None:
    """Two values with another between them, told in the same words, by their own names or those before them."""
    left, right = every[n], every[m]
    if left.words != right.words:
        alike = left.words[-2:] == right.words[-2:] and len(right.words) > 2
        return _two(piece, left, right) if alike else None
    if not n or m - n != 2 or every[n - 1].words == every[m - 1].words:
        return None
    named = _two(piece, every[n - 1], every[m - 1])
    if named is None or _far(piece, left.figure, right.figure):
        return None
    return Two(left.figure, right.figure, named.one, named.other, f"{named.one}{named.other}{left.words}")


def moved_twos(piece: Prose, until: int) -> Iterator[Two]:
    """Two values that each came of a change: 研发由1200人扩到2100人，销售由2600人裁到1900人."""
    every = [e for e in evidence_in(piece) if len(e.figures) == 2 and e.end <= until]
    for one, other in itertools.pairwise(every):
        a, b = one.figures[1], other.figures[1]
        names = one.name.strip(), other.name.strip()
        if a.unit == b.unit and all(2 <= len(n) <= _LONG for n in names) and not _TIME.search("".join(names)):
            yield Two(a, b, *names, f"{names[0]}|{names[1]}|{a.indicator.zh}|{b.indicator.zh}")


def _far(piece: Prose, a: Figure, b: Figure) -> bool:
    between = piece.text[a.anchor.end - piece.start : b.anchor.start - piece.start]
    return len(between) > 40 or re.search(r"[。！？\n].*[，。；]", between) is not None


def _two(piece: Prose, left: Told, right: Told) -> Two | None:
    a, b = left.figure, right.figure
    if a.unit != b.unit or a.role != b.role or not left.words or not right.words:
        return None
    if any(_SPLIT.search(piece.text[: f.anchor.start - piece.start][-6:]) for f in (a, b)):
        return None
    if _COMES.search(left.words) or _COMES.search(right.words) or _GOES.search(left.words):
        return None
    if _far(piece, a, b) or _GOES.search(right.words):
        return None
    one, other = names(left.words, right.words)
    times = _TIME.search(one) is not None, _TIME.search(other) is not None
    if all(times) or "比" in left.words + right.words:
        return None
    one = _WHEN.sub("", one)
    if not one or not other or _TIME.search(one) or _TIME.search(other):
        return None
    about = f"{left.words}|{right.words}|{a.indicator.zh}|{b.indicator.zh}"
    begin = piece.text.rfind("。", 0, a.anchor.start - piece.start) + 1
    return Two(a, b, one, other, about + piece.text[begin : a.anchor.start - piece.start])


@lru_cache(maxsize=5000)
def names(left: str, right: str) -> tuple[str, str]:
    """What sets two wordings apart: 1号机组 of 1号机组供电煤耗 beside 2号机组; empty where that cannot be told."""
    left, right = (_TAIL.sub("", _HEAD.sub("", w.strip())) for w in (left, right))
    if not left or not right or left == right:
        return "", ""
    same = 0
    while same < min(len(left), len(right)) and left[-1 - same] == right[-1 - same]:
        same += 1
    if same:  # 女生达标率, 男生达标率; 不良率则是甲组, 乙组
        left = left[-len(right) :] if len(right) < len(left) else left
        if same > 1 and len(left) - same > 1 and len(right) - same > 1:
            left, right = left[:-same], right[:-same]
        return left, right
    at = left.find(right[-1])
    return (left[: at + 1] if at > 0 else left), right


def mention(name: str, other: str, words: str) -> tuple[int, int] | None:
    """Where words mention a name by what the other one has not: its longest run, of two characters at least."""
    for size in range(min(len(name), 10), 1, -1):
        for begin in range(len(name) - size + 1):
            run = name[begin : begin + size]
            if run in words and run not in other and not _PLAIN.match(run):
                at = words.index(run)
                return at, at + size
    if len(name) == 1 and _LETTER.match(name) and words.count(name) == 1:
        return words.index(name), words.index(name) + 1
    return None


def sentences_between(piece: Prose, figure: Figure, at: int) -> int:
    """How many sentences end between a value and an offset into the paragraph."""
    words = piece.text[figure.anchor.end - piece.start : at]
    return len(re.findall(r"[。！？\n]", words))
