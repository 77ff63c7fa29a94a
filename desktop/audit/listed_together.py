"""Some entries of a list taken together as a share of all: 前两类都和钱有关，合起来占七成; 甲和乙合计占70%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.adding import added
from desktop.audit.amounts import amount, bare, formula, percent, stated
from desktop.audit.check import Result
from desktop.audit.interval import as_claim
from desktop.audit.listed import Listed
from desktop.audit.reading import number
from desktop.core.figure import Figure
from desktop.core.text import Text, same

_STOP: Final = re.compile(r"[。；;！？\n]")
_PLACED: Final = re.compile(
    r"(?P<end>[前头后末]|最[后末])(?P<n>[两二三四五六七八九]|\d)(?:大?[者项类家种个笔款档条处块样])"
)
_TOGETHER: Final = re.compile(
    r"(?:合起来|合计|加起来|加在一起|合在一起|相加|总共|一共|共)(?:一?起|就|便|也|则|已|大?约|将?近|超过|不到|不足)*"
    r"占(?:了|到|去|比|全部的?|总[数量额]的?)?(?:大?约|将?近|超过|不到|不足|为|达)*$"
)
_NO: Final = re.compile(r"除|以外|之外|其余|不含|扣")
WRONG: Final = Text(
    "{0}合起来占{1}的{2}，不是文中的{3}。", "{0} are {2} of {1} together, not {3} as the text says."
)


def together(key: str, share: Figure, words: str, listed: Listed) -> Iterator[Result]:
    """Hold a share against the entries that the words before it name, by their place or by their labels."""
    words = _STOP.split(words)[-1]
    parts = _named(words, listed) if _TOGETHER.search(words) and not _NO.search(words) else []
    both, claim = added(parts), as_claim(share)
    wholes = list(listed.wholes())
    if any(p.anchor.start > share.anchor.start for p in parts):
        return  # the list comes later, and is another one
    if not 1 < len(parts) < len(listed.parts) or both is None or claim is None or not wholes:
        return
    shown = formula("{}", same(" + ").join([bare(p) for p in parts]))
    whole = bare(listed.total) if listed.total is not None else amount(wholes[0][1], parts[0], exact=True)
    point = percent(both[1] / wholes[0][1] * 100)
    written = formula("({}) ÷ {} = {}", shown, whole, point)
    quotients = [both[0].scaled(100).over(own) for own, _ in wholes]
    if any(q is None or q.meets(claim) for q in quotients):
        yield say.passed(key, (share, *parts), written, rounded=True)
        return
    said = WRONG.format(say.listed([bare(p) for p in parts]), whole, point, stated(share))
    yield say.finding(key, "inconsistent", (share, *parts), written, said)


def _named(words: str, listed: Listed) -> list[Figure]:
    figures = [f for _, f in listed.parts]
    placed = _PLACED.search(words)
    if placed is not None:
        many = int(number(placed["n"]))
        return figures[:many] if placed["end"] in "前头" else figures[-many:]
    return [f for label, f in listed.parts if len(label) > 1 and label in words]
