"""Counts that places or all others behind them bear out: 共4座，位于东门、西门…; 6座里排第二，其余是甲、乙…五座."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit.apposed import Apposed
from desktop.audit.enumerations import DIGITS

_N: Final = (
    r"(?<![第前后另其余每超近约这那\d.零一二三四五六七八九十百千万])"
    r"(?P<n>[两三四五六七八九]|十[一二]?|[2-9]|1[0-2])"
)
_C: Final = r"(?P<c>[座所支家个名位只处站间县市区省镇村校队款种条])"
_LIST: Final = r"(?P<list>[^，,。；;：:！？!?\n|（）()\d]{3,60}?)"
_PLACED: Final = re.compile(
    rf"(?:共|有|设有?|建有?|建成|布设){_N}{_C}[^，。；：\n\d]{{0,8}}[，,](?:分别)?(?:位于|设在|建在|坐落[在于]|分布[在于]){_LIST}(?=[。；，,\n]|$)"
)
_OTHERS: Final = re.compile(
    rf"{_N}{_C}[^，。；：\n\d]{{0,8}}(?:之一|[里中内]?(?:排[在名]?|位[居列]|名?列|居)第?[^，。；\d]{{0,6}})[，,]"
    rf"(?:其余|另外|其他)的?(?:分别)?(?:是|为|有){_LIST}(?P<m>[两三四五六七八九])(?P=c)(?=[。；，,\n]|$)"
)
_LINKS: Final = re.compile(r"、|以及|和|与|及")
_PARTLY: Final = re.compile(r"等|各[地处县市区]|主要|沿线|一带|之间|多|[两三四五六七八九十]")
_MANY: Final = 4  # places, of which one may be left out by a slip


def counted_places(text: str) -> Iterator[Apposed]:
    """The counts of what stands at places that are listed, and of things of which all others are listed."""
    if "、" not in text:
        return
    for match in _PLACED.finditer(text):
        number, items = _number(match["n"]), _items(match["list"])
        # two of them may stand at one place, but none at two
        slip = len(items) > number or (len(items) == number - 1 and len(items) >= _MANY)
        if items and not _PARTLY.search(match["list"]) and (len(items) == number or slip):
            yield Apposed(match.start("n"), match.end("c"), number, items)
    for match in _OTHERS.finditer(text):
        number, items = _number(match["n"]), _items(match["list"])
        if len(items) == DIGITS[match["m"]]:
            yield Apposed(match.start("n"), match.end("c"), number, ["本身", *items])


def _items(words: str) -> list[str]:
    """The items of a list; none where a conjunction may be part of a name."""
    first, *rest = words.split("、")
    last = [p for p in _LINKS.split(rest[-1]) if p] if rest else []
    inner = any(_LINKS.search(p) for p in (first, *rest[:-1]))
    return [] if inner or len(last) > 2 or not rest else [first, *rest[:-1], *last]


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else sum(DIGITS[c] for c in words)
