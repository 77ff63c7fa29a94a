"""Lists of one kind of amount within a sentence: 分别为9.6亿元、7.2亿元和5.4亿元; 甲41.2%，乙19.6%，丙12.4%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit.enumerations import DIGITS
from desktop.audit.passages import Passage, Told

_GAP: Final = re.compile(r"\s*[，,、；;和与及]+\s*(?P<name>[^，,。；;、\d]{0,12})")
_OTHER: Final = re.compile(
    r"合计|总|共|[平均]均|均|每|最|[前后][一两二三四五六]|其中|占(?!比)|[比较](?!亚迪)|同比|环比|增|减|[升降涨跌]|[高低多少]于|累计|另|"
    r"目标|计划|预计|[去上]年|[到至]$"
)
_REST: Final = re.compile(r"其[余他它]|剩|余下")
_COUNT: Final = re.compile(
    r"(?P<n>[两二三四五六七八九十]|(?<!\d)\d{1,2}(?!\d))(?P<of>[^，,。；：:、\d]{1,8})"
)
LEAST: Final = 3  # amounts


class ProseList(NamedTuple):
    """The amounts, what may be the rest of the same whole left out, and the words before the first."""

    items: tuple[Told, ...]
    head: str
    rest: tuple[Told, ...]

    @property
    def total(self) -> float:
        """What they come to."""
        return sum(t.value for t in self.items)

    def counted(self) -> str:
        """What the words before the list count as many of as it has amounts; "" where they count nothing."""
        for match in reversed(list(_COUNT.finditer(self.head))):
            number = int(match["n"]) if match["n"].isdecimal() else DIGITS[match["n"]]
            if number == len(self.items):
                return match["of"]
        return ""


def number_of(words: str) -> int:
    """A number in one character, or in digits; 0 where it is none."""
    return int(words) if words.isdecimal() else DIGITS.get(words, 0)


def prose_lists(passage: Passage) -> Iterator[ProseList]:
    """Every list of at least three amounts of one unit."""
    own, at = passage.own, 0
    while at < len(own):
        end = at + 1
        while end < len(own) and _goes_on(passage, own[end - 1], own[end]):
            end += 1
        if end - at >= LEAST and not _OTHER.search(_label(passage, own, at)):
            rest = tuple(t for t in own[at:end] if _REST.search(t.lead))
            items = tuple(t for t in own[at:end] if t not in rest)
            begin = max((passage.text.rfind(mark, 0, own[at].start) for mark in "。！？"), default=-1) + 1
            if len(items) >= LEAST:
                yield ProseList(items, passage.text[begin : own[at].start], rest)
        at = end


def _goes_on(passage: Passage, one: Told, other: Told) -> bool:
    if (
        one.figure.unit != other.figure.unit
        or other.figure.role == "change"
        or other.sentence != one.sentence
    ):
        return False
    gap = _GAP.fullmatch(passage.between(one, other))
    return gap is not None and not _OTHER.search(gap["name"]) and other.figure.comparator in ("=", "~")


def _label(passage: Passage, own: Sequence[Told], at: int) -> str:
    return passage.clause(own[at])[-12:] if own[at].figure.role != "change" else "增"
