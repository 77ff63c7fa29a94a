"""A price above or below what it is measured by: 净值1.264元，场内价1.201元，溢价; 平均19倍，公司15倍…已属溢价."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.audit.worded_values import before, named_values
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "worded_premiums"
_WORD: Final = re.compile(
    r"(?P<low>折价|贴水|破发|破净|跌破(?:发行价|净值|净资产|面值)|低估)|(?P<high>溢价|升水|高估)"
)
_BASE: Final = re.compile(
    r"净值|净资产|平均|均值|中位|发行价|评估|备案价|面值|票面|指导价|现货|可比|同业|行业|公允|参考价"
)
_STOP: Final = re.compile(r"[。！？\n]")
_CLAUSE: Final = re.compile(r"[，,；;：:。！？\n]")
_UNSURE: Final = re.compile(
    r"[若将曾或？?不没未]|如果|预计|可能|收窄|扩大|缩小|消失|转为|率|幅度|空间|去年|上年|此前|发行$|历史|一个月前"
)
_ROLES: Final = frozenset(("level", "ratio"))
_FAR: Final = 70
SAID: Final = Text(
    "文中说{0}，可{1}是{2}，所比的{3}是{4}，方向相反。",
    "The text says {0}, but {1} is {2} and {3} is {4}: the other way.",
)


@check(KEY, "折价与溢价", "above or below what a price is measured by", "prose",
       needs={"prose": ("折贴破低溢升高", "价水发净估", "same*2")})  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the word against the price and its measure, of which each must be the last told."""
    for match in _WORD.finditer(piece.text):
        yield from _read(piece, match)


def _read(piece: Prose, match: re.Match[str]) -> Iterator[Result]:
    lead = behind_last(_CLAUSE, piece.text[: match.start()])
    behind = _CLAUSE.split(piece.text[match.end() : match.end() + 12])[0]
    at = piece.start + match.start()
    begin = piece.start + match.start() - len(behind_last(_STOP, piece.text[: match.start()]))
    told = [v for v in before(named_values(piece), at) if v.figure.anchor.start >= begin and v.figure.role in _ROLES
            and at - v.figure.anchor.end <= _FAR]  # fmt: skip
    if not told or _UNSURE.search(lead + behind):
        return
    last = told[-1]
    own = [v for v in told if v.figure.unit == last.figure.unit]
    bases = [v for v in own if _BASE.search(v.words.partition("的水平")[0])]
    prices = [v for v in own if v not in bases]
    if not bases or not prices or last not in (bases[-1], prices[-1]):
        return
    price, base = prices[-1], bases[-1]
    if (len(prices) > 1 and price is not last) or price.claim.meets(base.claim):
        return
    if (price.claim.low > base.claim.high) != (match["high"] is not None):
        start = at - len(lead)
        place = Anchor(piece.source, start, piece.start + match.end(), lead + match[0])
        written = formula("{} {} {}", bare(price.figure), "<" if match["high"] else ">", bare(base.figure))
        titles = say.title(price.figure), bare(price.figure), say.title(base.figure), bare(base.figure)
        said = SAID.format(quote(lead + match[0]), *titles)
        yield say.finding(
            KEY, "changes_conclusion", (price.figure, base.figure), written, said, "side", spans=(place,)
        )
