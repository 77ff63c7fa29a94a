"""What one named amount is of another, in words: 头春茶的价钱是夏茶的近六倍, 后两项恰好是前三项的一半.

Both names must stand among the words that amounts are told with; any two of them that fit bear the clause out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, stated
from desktop.audit.any_reading import wanted
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.audit.worded_pairs import pairs, told_before
from desktop.audit.worded_values import Named
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "worded_ratios"
_CUT: Final = re.compile(r"[，,；;：:。！？\n（）()“”]")
_RATIO: Final = re.compile(
    r"^(?P<one>.*?)(?:恰好|正好|刚好|只有|只|仅|就|几乎|大约|约|已经|已|大致|差不多|也|还)*(?:是|为|相当于|等于|有|达到?|抵得上|不到|不足|超过|高达)了?(?P<other>[^的]{2,14}(?:的[^的]{2,6})?)的?(?:近|约|整整|足足|将近|差不多|大约|恰好|正好|不到|不足|超过)*$"
)
_UNSURE: Final = re.compile(
    r"[若将曾或各均每占比增降涨跌多少高低？?]|如果|目标|预计|计划|可能|去年|上年|同期|此前|以前|年前|原|合计|加起来|之和|平均|行业|全国|同业"
)
_UNITS: Final = frozenset(("times", "%", "count:折"))
_SHARE: Final = re.compile(r"[\d成]")  # 雾岭的四成: of ratio_shares
_TOPIC: Final = re.compile(r"^(?:论|就|按|单看|从)|我们$")
_REACH: Final = 40
SAID: Final = Text("{0}是{1}的{2}倍，不是文中的{3}。", "{0} is {2} times {1}, not {3} as the text says.")


@check(
    KEY,
    "用词说的倍数",
    "ratios of two named amounts",
    "prose",
    needs={"prose": ("是为当于有达抵到足超", "times % count:折", "same*2")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold each worded ratio against the amounts that its two names can be of."""
    for size in piece.figures:
        worded = size.unit in _UNITS and (size.unit != "%" or not _SHARE.search(size.as_printed))
        if not worded or size.role == "change":
            continue
        at = size.anchor.start - piece.start
        clause = behind_last(_CUT, piece.text[max(0, at - _REACH) : at])
        if "的" not in clause or _UNSURE.search(clause):
            continue
        match = _RATIO.match(clause)
        if match is not None:
            yield from _read(piece, size, match)


def _read(piece: Prose, size: Figure, match: re.Match[str]) -> Iterator[Result]:
    claim = wanted(size)
    at = size.anchor.start
    told = told_before(piece, at)
    if claim is None or not match["one"] or len(told) < 2:
        return
    made = [
        (a, b, a.claim.over(b.claim)) for a, b in pairs(_TOPIC.sub("", match["one"]), match["other"], told)
    ]
    if not made or any(ratio is None for _, _, ratio in made):
        return
    fits = [m for m in made if m[2] is not None and m[2].meets(claim)]
    if fits:
        yield say.passed(KEY, (size, fits[0][0].figure, fits[0][1].figure))
        return
    one, other, ratio = made[0]
    if ratio is not None:
        yield _wrong(size, one, other, ratio)


def _wrong(size: Figure, one: Named, other: Named, ratio: Interval) -> Result:
    point = number((ratio.low + ratio.high) / 2, 2)
    written = formula("{} ÷ {} = {}", bare(one.figure), bare(other.figure), point)
    said = SAID.format(bare(one.figure), bare(other.figure), point, stated(size))
    return say.finding(KEY, "inconsistent", (size, one.figure, other.figure), written, said)
