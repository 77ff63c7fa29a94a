"""Which of two factors a text blames, where the changes of both are told: 人数降20%、客单价降6%…主要的窟窿在客单价.

Of a product, the factor that moved less is not what moved it most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote, signed_percent
from desktop.audit.check import Result, World, check
from desktop.audit.evidence import Evidence, evidence_in
from desktop.audit.interval import Interval
from desktop.audit.scope import Prose
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "worded_causes"
_BLAMES: Final = re.compile(
    r"(?:(?:主要|最大|真正|根本|核心|首要|多半|大半|关键)(?:的)?)?(?:窟窿|缺口|问题|症结|毛病|根子|病根|主因|原因|祸首|拖累|元凶|关键|动力|功劳|压力|亏空|漏洞)(?:主要|多半|大半|还是)?(?:出在|在于|在|是|来自|源于)(?:了)?(?P<on>[\u4e00-\u9fff]{2,10})"
    r"|(?:主要|多半|大半)(?:还)?(?:是|由于|因为|源于|来自|归因于|归咎于|要怪|靠(?:的是)?|由)(?P<by>[\u4e00-\u9fff]{2,12}?)(?:所致|造成|导致|引起|拖累|推动|拉动|带动)?(?=[，,。；;]|$|，?而不是)"
)
_MAY: Final = re.compile(
    r"窟窿|缺口|问题|症结|毛病|根子|病根|主因|原因|祸首|拖累|元凶|关键|动力|功劳|压力|亏空|漏洞|主要|多半|大半"
)
_UNSURE: Final = re.compile(r"[若？?]|如果|不[在是]|并非|认为|以为|未必|可能|也许|是否|另|还有|之一|除")
_COUNT: Final = re.compile(r"人数|客流|销量|会员|单量|订单|次数|客户|数量|人次|用户|件数|人气|户数|学员|台数")
_PRICE: Final = re.compile(r"单价|均价|价格|人均|客单|票价|售价|月费|会费|笔均|每[人单件次]|户均")
_TOTAL: Final = re.compile(r"收入|营收|销售额|营业额|流水|票款|总额|成交额")
_TIMES_MORE: Final = 1.5
_FAR: Final = 160
SAID: Final = Text(
    "文中归因于{0}，可{1}，变动更大的是另一项。",
    "The text puts it down to {0}, but {1}: the other moved more.",
)
SIZES: Final = Text("数量变化{0}、单价变化{1}", "the number changed by {0} and the price by {1}")


@check(KEY, "归因与变动大小", "causes and how much they moved", "prose",
       needs={"prose": ("在是于因靠自", "窟缺问症毛根主原祸拖元关动功压亏漏多大")})  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold a cause that is named against the other factor whose change is told."""
    matches = [m for m in _BLAMES.finditer(piece.text) if not _UNSURE.search(_around(piece, m))]
    every = evidence_in(piece) if matches else []
    for match in matches if len(every) > 1 else ():
        told = [
            e
            for e in every
            if e.end <= piece.start + match.start() and piece.start + match.start() - e.end < _FAR
        ]
        yield from _read(piece, match, told)


def _around(piece: Prose, match: re.Match[str]) -> str:
    begin = max(piece.text.rfind(mark, 0, match.start()) for mark in "，。；") + 1
    return piece.text[begin : match.end()]


def _read(piece: Prose, match: re.Match[str], every: Sequence[Evidence]) -> Iterator[Result]:
    words = match["on"] or match["by"]
    kind = "count" if _COUNT.search(words) else "price" if _PRICE.search(words) or "单价" in words else ""
    found = _factors(every) if kind else None
    if found is None:
        return
    count, price, told = found
    blamed, other = (count, price) if kind == "count" else (price, count)
    least, most = _extent(other)[0], _extent(blamed)[1]
    if least > most * _TIMES_MORE:
        yield _turned(piece, match, words, told, _shown(count, price))


def _factors(every: Sequence[Evidence]) -> tuple[Interval, Interval, list[Evidence]] | None:
    """How a number and a price moved, each told, or the one worked out of the price and the total."""
    sized = [e for e in every if e.size is not None]
    prices = [e for e in sized if _PRICE.search(e.full_name)]
    counts = [e for e in sized if e not in prices and (e.unit == "person" or _COUNT.search(e.full_name))]
    totals = [e for e in sized if e not in prices and e not in counts and _TOTAL.search(e.full_name)]
    if len(prices) != 1 or len(counts) > 1:
        return None
    price = prices[0].size
    if counts:
        count, told = counts[0].size, [counts[0], prices[0]]
    elif len(totals) == 1 and totals[0].size is not None and price is not None:
        quotient = _grown(totals[0].size).over(_grown(price))
        count, told = (
            (None if quotient is None else quotient.minus(Interval(1.0, 1.0)).scaled(100)),
            [totals[0], prices[0]],
        )
    else:
        return None
    return (count, price, told) if count is not None and price is not None else None


def _grown(size: Interval) -> Interval:
    return Interval(1 + size.low / 100, 1 + size.high / 100)


def _extent(size: Interval) -> tuple[float, float]:
    """The least and the most of a change, whichever way it goes."""
    ends = sorted((abs(size.low), abs(size.high)))
    return (0.0 if size.holds(0.0) else ends[0]), ends[1]


def _shown(count: Interval, price: Interval) -> Text:
    sizes = [signed_percent((size.low + size.high) / 2) for size in (count, price)]
    return SIZES.format(*sizes)


def _turned(piece: Prose, match: re.Match[str], words: str, told: Sequence[Evidence], sizes: Text) -> Result:
    place = Anchor(piece.source, piece.start + match.start(), piece.start + match.end(), match[0])
    figures = [f for e in told for f in e.figures]
    said = SAID.format(quote(words), sizes)
    return say.finding(KEY, "changes_conclusion", figures, sizes, said, "cause", spans=(place,))
