"""How far two named amounts are apart, told behind both: 城东18分钟，城西11分钟…城东的客户比城西多等了7分钟."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.audit.worded_pairs import pairs, told_before
from desktop.audit.worded_values import Named
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "worded_apart"
_CUT: Final = re.compile(r"[，,；;：:。！？\n（）()“”]")
_THAN: Final = re.compile(
    r"^(?P<one>.*?)[比较](?P<other>[^比较]{1,12}?)(?:的[^的]{1,4})?(?:还|更|要|反而|整整|足足|又|平均|每[\u4e00-\u9fff])*"
    r"(?:(?P<more>[多高贵长慢重大][\u4e00-\u9fff]?)|(?P<less>[少低省短快轻小][\u4e00-\u9fff]?|便宜))(?:了|出|过)?(?:整整|足足|近|约|将近|大约)*$"
)
_BOTH: Final = re.compile(
    r"^(?:而|但)?(?:二者|两[\u4e00-\u9fff])[\u4e00-\u9fff]{0,2}?(?:之间)?(?:足足|整整|仍|只|仅)?(?:相差|差距|差了)(?:了|为|是|有|达|约|近|足足|整整|将近)*$"
)
_UNSURE: Final = re.compile(
    r"[若将曾或各均占增降涨跌？?]|如果|目标|预计|计划|可能|去年|上年|同期|此前|以前|年前|原|合计|加起来|之和|平均|行业|全国|同业|年|月"
)
_FAST: Final = re.compile(r"[快慢]")
_REACH: Final = 36
SAID: Final = Text("{0}与{1}相差{2}，不是文中的{3}。", "{0} and {1} are {2} apart, not {3} as the text says.")


_WHEN: Final = re.compile(r"季度?$|半年$|月$|年$|周$")  # of a time: what of it, the sentence must tell


@check(
    KEY,
    "两者的差距",
    "how far two named amounts are apart",
    "prose",
    needs={"prose": ("比较差", "same*3 pp")},
)
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold each distance between two names against the amounts that they can be of."""
    for size in piece.figures:
        if size.is_date or size.unit in ("%", "times", "") or size.comparator not in ("=", "~"):
            continue
        at = size.anchor.start - piece.start
        clause = behind_last(_CUT, piece.text[max(0, at - _REACH) : at])
        if _BOTH.match(clause):
            yield from _between(piece, size)
            continue
        match = _THAN.match(clause) if "比" in clause or "较" in clause else None
        if (
            match is not None
            and match["one"]
            and not (_UNSURE.search(clause) or _WHEN.search(match["other"]))
        ):
            yield from _read(piece, size, match)


def _between(piece: Prose, size: Figure) -> Iterator[Result]:
    """两厂相差45千克: of the only two amounts that there are."""
    code = "%" if size.unit == "pp" else size.unit
    told = [v for v in told_before(piece, size.anchor.start) if v.figure.unit == code]
    claim = as_claim(size)
    if len(told) == 2 and claim is not None:
        gap = told[0].claim.minus(told[1].claim)
        if not claim.meets(gap) and not claim.meets(gap.scaled(-1.0)):
            yield _wrong(size, told[0], told[1], gap)


def _read(piece: Prose, size: Figure, match: re.Match[str]) -> Iterator[Result]:
    told = [
        v
        for v in told_before(piece, size.anchor.start)
        if v.figure.unit == ("%" if size.unit == "pp" else size.unit)
    ]
    claim, made = as_claim(size), list(pairs(match["one"], match["other"], told))
    if claim is None or not made:
        return
    gaps = [one.claim.minus(other.claim) for one, other in made]
    if any(claim.meets(gap) or claim.meets(gap.scaled(-1.0)) for gap in gaps):
        yield say.passed(KEY, (size, made[0][0].figure, made[0][1].figure))
    elif len(made) == 1:
        yield _wrong(size, *made[0], gaps[0])


def _wrong(size: Figure, one: Named, other: Named, gap: Interval) -> Result:
    apart = amount(abs(gap.low + gap.high) / 2, one.figure if size.unit != "pp" else size, exact=True)
    written = formula("|{} − {}| = {}", bare(one.figure), bare(other.figure), apart)
    said = SAID.format(bare(one.figure), bare(other.figure), apart, stated(size))
    return say.finding(KEY, "inconsistent", (size, one.figure, other.figure), written, said)
