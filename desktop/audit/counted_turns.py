"""Counts of what is told by its number in the same line: 分三批召回：第一批…，第二批…，第三批…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.apposed import Apposed
from desktop.audit.enumerations import number_of

_N: Final = r"[两三四五六七八九十2-9]"
_C: Final = r"[批档期次轮代类种条步层级章节局场幕组段站版号关道刀招拳针剂波拨]"
_COUNT: Final = re.compile(
    rf"(?<![第前后另其余每超近约这那\d.零一二三四五六七八九十百千万])(?P<n>{_N})(?P<c>个?阶段|个?环节|{_C})"
)
_APART: Final = 2  # a slip is off by one or two
_REACH: Final = 24  # characters from a count to the first of its items
_STOP: Final = re.compile(r"[。！？\n]")
_MARK: Final = re.compile(r"[：:，,；;。—]")
_PARTLY: Final = re.compile(r"等|还有|其余|其他|剩下|此外|目前|已|才|先|其中")


def counted_turns(text: str) -> Iterator[Apposed]:
    """The counts that the numbered items behind them bear out, or contradict."""
    for match in _COUNT.finditer(text) if "第一" in text else ():
        word = match["c"].removeprefix("个")
        line = text.find("\n", match.end())
        line = len(text) if line < 0 else line
        items = list(re.finditer(rf"第(?P<k>[一二三四五六七八九十])个?{word}", text[match.end() : line]))
        told = _run([number_of(i["k"]) for i in items])
        number = number_of(match["n"])
        if told < 2 or abs(told - number) > _APART:
            continue
        if told != number and not _sure(text, match.end(), items, line, number):
            continue
        names = [_MARK.split(text[match.end() + i.end() : line].lstrip("，、：:是为"))[0][:12] for i in items]
        yield Apposed(match.start("n"), match.end("c"), number, names)


def _sure(text: str, end: int, items: list[re.Match[str]], line: int, number: int) -> bool:
    """Whether the numbered items are told right behind their count, and all of them."""
    gap, rest = text[end : end + items[0].start()], text[end + items[-1].end() : line]
    if len(gap) > _REACH or _STOP.search(gap) or not _MARK.search(gap) or _PARTLY.search(gap):
        return False  # 分四批，第一批…，第二批…: the others may not be told
    return number < len(items) or (gap.endswith(("：", ":", "——")) and not _PARTLY.search(rest))


def _run(numbers: list[int]) -> int:
    """How far numbers run on from one, each told once and in order; 0 where they do not."""
    return len(numbers) if numbers == list(range(1, len(numbers) + 1)) else 0
