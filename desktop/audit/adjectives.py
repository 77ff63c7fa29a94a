"""Adjectives of size in open wording: which way they point along a quantity, by its unit and its name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.audit.polarity import better_high
from desktop.core.units import unit

_WORD: Final = re.compile(
    r"(?P<less>便宜|实惠|划算|[低少小短轻近薄窄省矮浅])|(?P<more>[高多大贵长重久远厚宽])|(?P<fast>[快早]|麻利|迅速|利索)|"
    r"(?P<slow>[慢晚]|拖沓|磨蹭)|(?P<good>[好优佳强]|赚钱|挣钱|叫座|抢手|热门|吃香|受欢迎|亮眼)|(?P<bad>[差糟弱坏])|"
    r"\b(?:(?P<en_less>cheap|low|short|few|small|less)|(?P<en_more>dear|expensive|cost(?=l)|pric(?=[iy])|heav|high|long|many|large|big|more)|"
    r"(?P<en_fast>fast|quick)|(?P<en_slow>slow))",
    re.I,
)
_WAYS: Final = {"more": 1, "less": -1}
_MONEY_WORDS: Final = ("便宜", "实惠", "划算", "贵", "省", "cheap", "dear", "expensive", "cost", "pric")


@lru_cache(maxsize=5000)
def way(words: str, code: str, head: str) -> int:
    """1 where the last adjective of some words says more of a quantity, −1 for less, 0 where that cannot be told."""
    found = list(_WORD.finditer(words))
    if not found:
        return 0
    kind, word = (found[-1].lastgroup or "").removeprefix("en_"), found[-1][0].lower()
    known = unit(code.partition("/")[0])
    dimension = known.dimension if known is not None else ""
    if word in _MONEY_WORDS and not dimension.startswith("money"):
        return 0
    if kind in ("fast", "slow"):
        return (-1 if kind == "fast" else 1) if dimension == "duration" else 0
    if kind in ("good", "bad"):
        high = better_high(head)
        return 0 if high is None else 1 if high == (kind == "good") else -1
    return _WAYS[kind]


def which_end(match: re.Match[str], code: str, head: str) -> int:
    """Which end is meant: 1 the most, −1 the least, 0 either, where the words leave it open."""
    if match["top"] or match["en_top"]:
        return 1
    if match["low"] or match["en_low"]:
        return -1
    words = match["adj"] or match["near"] or match["en_adj"] or ""
    return way(words[:1] if words[:2] not in ("便宜", "实惠", "划算", "麻利") and not words.isascii() else words,
               code, head)  # fmt: skip
