"""Gains and losses that contradict each other: 每件赚3.2元，全年亏损7200万元; 由赚2.8元变成亏0.5元，利润更多了."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "gain_signs"
_SIGN: Final = re.compile(
    r"(?:(?P<gain>净?赚|盈利|盈余|净利润?|利润|毛利|挣)|(?P<loss>净?亏损?|倒贴|倒赔|赔))[了约近达为到掉出是的额]{0,3}$"
)
_EACH: Final = re.compile(r"每[^，,。；\d]{1,6}$|[件单台头只辆杯份户间]均[^，,。；\d]{0,4}$")
_ALL: Final = re.compile(r"全[年月季]|合计|总共|一共|共计|累计|整年|总体")
_BUT: Final = re.compile(
    r"但|却|可是|不过|然而|扣|加上|算上|计入|摊|另|总部|其他|补贴|同比|比|若|如果|预计|目标|毛利"
)
_LOST: Final = re.compile(r"由[盈赚]转亏|转[盈赚]为亏|(?<!扭)转亏(?!为)|陷入亏损")
_WON: Final = re.compile(r"扭亏|由亏转[盈赚]|转亏为[盈赚]|(?<!由)转盈(?!为)")
_BETTER: Final = re.compile(
    r"(?:更多|更高|更厚)的?(?:利润|盈利)|(?:利润|盈利)[^，。；亏]{0,4}(?:更多|增加|改善|提高|变多|上升|增强|更厚|增厚)|赚得?更多|越来越赚"
)
_WORSE: Final = re.compile(
    r"(?:利润|盈利)[^，。；]{0,4}(?:更少|减少|恶化|下降|变少|下滑|减弱|变薄)|赚得?更少"
)
_NOT: Final = re.compile(r"[没未不]|难|若|如果|预计|目标|希望|计划|能否|是否")
_STOP: Final = re.compile(r"[。！？\n]")
_NEAR: Final = 16  # characters between the second amount and the words
_MOST: Final = 200  # figures that may be what is counted
PRODUCT: Final = Text(
    "{0}与{1}相乘是{2}，大小相合，可文中一处说盈、一处说亏（{3}）。",
    "{0} times {1} is {2}, so the sizes agree, but the text makes the one a gain and the other a loss ({3}).",
)
TURN: Final = Text(
    "文中说{0}，可前后两数是{1}、{2}，并非如此。",
    "The text says {0}, but the two numbers are {1} and {2}, which is not so.",
)


GAINED, LOST = Text("赚{0}", "a gain of {0}"), Text("亏{0}", "a loss of {0}")


class Signed(NamedTuple):
    """An amount told as a gain or a loss."""

    figure: Figure
    gain: bool
    words: str

    @property
    def claim(self) -> Interval | None:
        """Its value, below zero for a loss."""
        own = as_claim(self.figure)
        return own if own is None or self.gain else own.scaled(-1.0)


@check(
    KEY, "盈亏前后", "gains and losses told together", "section",
    needs={"section": ("赚盈利挣", "亏贴赔", "same*2")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold two amounts told as gains or losses in one sentence against each other and against the words behind them."""
    for line in piece.lines:
        if line.marks.isdisjoint("亏贴赔"):
            continue
        signed = []
        last = 0
        for figure in (f for f in line.figures if not f.is_date):
            at = figure.anchor.start - line.start
            lead = line.text[last:at]
            found = _SIGN.search(lead)
            if found is not None and not _NOT.search(lead[-8:]):
                signed.append(Signed(figure, found["loss"] is None, lead))
            last = figure.anchor.end - line.start
        for one, other in itertools.pairwise(signed):
            gap = line.text[one.figure.anchor.end - line.start : other.figure.anchor.start - line.start]
            if not _STOP.search(gap):
                end = other.figure.anchor.end - line.start
                yield from _product(piece, one, other, gap)
                yield from _turn(one, other, gap, line.text[end:], line.start + end, piece)


def _product(piece: Section, one: Signed, other: Signed, gap: str) -> Iterator[Result]:
    """A gain on each and a loss on all, as large as the one times how many there are."""
    lead = _SIGN.sub("", one.words)
    if (
        one.gain == other.gain
        or not _EACH.search(lead)
        or not _ALL.search(gap)
        or _BUT.search(gap + lead[-6:])
    ):
        return
    if len(gap) > _NEAR or not same_dimension(one.figure.unit, other.figure.unit):
        return
    a, b = as_claim(one.figure), as_claim(other.figure)
    every = (*piece.figures[:_MOST], *(f for sheet in piece.earlier for f in sheet.figures[:_MOST]))
    for many in (f for f in every if f.unit.startswith("count:") or f.unit in ("", "person")):
        n = as_claim(many)
        if a is not None and b is not None and n is not None and n.low > 1 and a.times(n).meets(b):
            words = quote(
                f"{one.words[-8:]}{bare(one.figure).zh}{gap}{bare(other.figure).zh}".strip("，。；")
            )
            said = PRODUCT.format(bare(one.figure), stated(many), bare(other.figure), words)
            written = formula("{} × {} = {}", bare(one.figure), bare(many), bare(other.figure))
            figures = (one.figure, other.figure, many)
            yield say.finding(KEY, "changes_conclusion", figures, written, said, "sign")
            return


def _turn(one: Signed, other: Signed, gap: str, tail: str, at: int, piece: Section) -> Iterator[Result]:
    """What is concluded right behind two signed amounts."""
    if one.figure.unit != other.figure.unit or not _alike(one, other):
        return
    words = re.match(r"[，,；;：:]?(?:[^，,。；\d]{0,6}[，,])?[^，,。；;：:\d]{2,20}(?=[，,。；;])", tail)
    if words is None or _NOT.search(words[0]) or len(gap) > 2 * _NEAR:
        return
    a, b = one.claim, other.claim
    if a is None or b is None or a.meets(b):
        return
    lost, won = _LOST.search(words[0]), _WON.search(words[0])
    up, down = _BETTER.search(words[0]), _WORSE.search(words[0])
    found = lost or won or up or down
    if found is None or sum(m is not None for m in (lost, won, up, down)) != 1:
        return
    rises = b.low > a.high
    if lost or won:
        holds = (other.gain and not one.gain) if won else (one.gain and not other.gain)
    else:
        holds = rises == (up is not None)
    shown = formula("{} → {}", *(formula("{}" if s.gain else "−{}", bare(s.figure)) for s in (one, other)))
    figures = (other.figure, one.figure)
    if holds:
        yield say.passed(KEY, figures, shown)
        return
    begin = at + tail.index(found[0]) - piece.start
    place = piece.anchor(begin, begin + len(found[0]))
    told = [(GAINED if s.gain else LOST).format(bare(s.figure)) for s in (one, other)]
    said = TURN.format(quote(found[0]), *told)
    yield say.finding(KEY, "changes_conclusion", figures, shown, said, "turn", spans=(place,))


def _alike(one: Signed, other: Signed) -> bool:
    """Whether two amounts can be of one quantity: both of each, or neither."""
    return not _ALL.search(other.words) or bool(_ALL.search(one.words))
