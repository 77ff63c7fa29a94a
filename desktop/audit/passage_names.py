"""The names of the amounts of a passage: which amount words call by name, and whether they deny it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit.passages import Told

_MARKS: Final = re.compile(r"[\s*“”‘’\"：:]|^[-*•·]\s*")
_COMMON: Final = frozenset((
    "其中", "合计", "总数", "人数", "占比", "比例", "金额", "公司", "全部", "全年", "一共", "总共",
    "数量", "的人", "只有", "还有", "共有", "这个", "那个", "一项", "一块", "部分", "所占",
))  # fmt: skip
_CLASS: Final = re.compile(
    r"(?:这|那|的)?[一二两三四五]?[项类块份笔种者]$|的人?$|(?:总?人?数|总?[额量]|金额|数量)$"
)
_NO: Final = re.compile(r"[不未没非]|无")
_NARROWER: Final = 2  # characters more than the name: 赞成票 is 赞成, 食堂补贴 is not 食堂


def grams(words: str) -> frozenset[str]:
    """The pairs of characters that tell names apart."""
    plain = _MARKS.sub("", words)
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1)) - _COMMON


def denies(words: str, core: str) -> bool:
    """Whether words have a name with a "not" before it."""
    at = words.find(core)
    return at > 0 and _NO.match(words[at - 1]) is not None


def named(who: str, pool: Iterable[Told], *, within: bool = False) -> list[Told]:
    """The amounts that words call by name: of the same words, else of hardly more; or that have them ``within``."""
    plain = _CLASS.sub("", _MARKS.sub("", who)) or who
    best, found = 0, list[Told]()
    for told in pool:
        name, behind = told.name, told.tail.lstrip("的")
        if len(plain) < 2 and plain != name:
            score = 0
        elif name == plain or behind.startswith(plain):
            score = 20 + len(plain)
        elif len(name) > 1 and (name.endswith(plain) or name.startswith(plain)):
            score = 10 + len(plain)
        elif within and plain in name:
            score = len(plain)
        elif len(name) > 1 and name in plain and len(plain) - len(name) < _NARROWER:
            score = len(name)
        else:
            score = 0
        if score > best:
            best, found = score, [told]
        elif score and score == best:
            found.append(told)
    return found
