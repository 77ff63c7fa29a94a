"""What the words before a stated change tell: that something rose or fell, and whether they name something else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from desktop.audit.change_words import (
    DOWN,
    DOWN_OF,
    EITHER,
    EN_DOWN,
    EN_FILL,
    EN_UP,
    FILL,
    NOUNS,
    SOFT_DOWN,
    SOFT_UP,
    UP,
    UP_OF,
)
from desktop.audit.keys import english
from desktop.core.value import value

_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
_DONE: Final = frozenset("了掉去走出")  # what marks the word before it as a verb
# 少备, 多招了: a verb after 多 or 少; nouns of that form are listed
_WAYS: Final = {
    "up": ("up", True), "down": ("down", True), "up of": ("up", True), "down of": ("down", True),
    "up?": ("up", False), "down?": ("down", False), "either": ("", False),
}  # fmt: skip
_PACES: Final = frozenset(("增速", "增长率", "增幅", "涨幅", "升幅", "降幅", "跌幅", "减幅"))
_COMPOUND: Final = re.compile(r"([多少])(?!赚)[\u4e00-\u9fff](?=[了出掉去]?[约近超逾]?$)")
_KINDS: Final = {
    **dict.fromkeys(FILL, ""),
    **dict.fromkeys(EITHER, "either"),
    **dict.fromkeys(SOFT_UP, "up?"),
    **dict.fromkeys(SOFT_DOWN, "down?"),
    **dict.fromkeys(UP, "up"),
    **dict.fromkeys(DOWN, "down"),
    **dict.fromkeys(UP_OF, "up of"),
    **dict.fromkeys(DOWN_OF, "down of"),
    **dict.fromkeys(NOUNS, "noun"),
}


def _by_first(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        table.setdefault(word[0], []).append(word)
    return {char: tuple(own) for char, own in table.items()}


_WORDS: Final = _by_first(_KINDS)


@value
class Told:
    """``way`` is "up", "down" or "" (no word of change, or one of either way); ``sure`` where no doubt is left of it.

    ``others`` are the runs of words that are neither words of change nor particles: what else is named. ``verb`` is
    the last of them where it can only be a verb that the lists do not know (*丢*了); ``changes`` whether any word
    of change was found.
    """

    way: str
    sure: bool
    changes: bool
    others: tuple[str, ...]
    verb: str = ""


@lru_cache(maxsize=20_000)
def told(words: str) -> Told:
    """Read the words between two values and a change, or before a change."""
    way, sure, changes, others = "", False, False, [""]
    at, verb, pace = 0, "", ""
    compound = _COMPOUND.search(words)
    if (
        compound is not None
        and compound[0] not in _KINDS
        and words[compound.start() - 1 : compound.end()] not in _KINDS
    ):
        words = words[: compound.start() + 1] + words[compound.end() :]
    while at < len(words):
        char = words[at]
        known = next((w for w in _WORDS.get(char, ()) if words.startswith(w, at)), "")
        kind = _KINDS.get(known, "unknown") if known else "unknown"
        if known and kind not in ("noun", "unknown"):
            if others[-1]:
                others.append("")
            if kind:
                if pace:  # 跌幅扩大, 增速放缓: the pace changes, not the value
                    others += [pace, ""]
                pace = known if known in _PACES else ""
                changes = True
                way, sure = _WAYS[kind]
            if kind.endswith(" of"):  # 减员 names who, as a noun would
                others += [known[-1], ""]
        elif known:
            others[-1] += known
        elif _CHINESE.match(char):
            others[-1] += char
            if words[at + 1 : at + 2] in _DONE and words[at + 2 : at + 3] in ("", "了", "近", "约", "超"):
                verb = others[-1]
        elif others[-1]:
            others.append("")
        at += len(known) or 1
    left = tuple(o for o in others if o)
    if not left or verb != left[-1] or len(verb) > (1 if changes else 2):  # 烧掉, but no noun before 掉了
        verb = ""
    return Told(way, sure, changes, left, verb)


@lru_cache(maxsize=20_000)
def named_in_english(words: str) -> frozenset[str]:
    """The content words of English that are no words of change: what they name."""
    return english(words) - _EN_KNOWN


_EN_KNOWN: Final = frozenset(w.rstrip("s") for w in EN_UP | EN_DOWN | EN_FILL)
