"""Words that name a direction against the directions of the numbers beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import stated
from desktop.audit.check import Result, World, check
from desktop.audit.marks import any_of
from desktop.audit.polarity import adverse
from desktop.audit.scope import Section, Whole
from desktop.audit.wording import Said, cited, in_text, raised
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.finding import Input
from desktop.core.span import Anchor
from desktop.core.text import NOTHING, Text

KEY: Final = "direction"
_WHAT: Final = r"(?:指标|数据|表现|数字|各项|多项|indicators?|metrics|figures)"
_FALLING: Final = re.compile(
    rf"{_WHAT}[^。，,;；]{{0,10}}?(?P<way>下行|下降|下滑|走低|回落|fell|falling|declin\w+|down)"
)
_RISING: Final = re.compile(
    rf"{_WHAT}[^。，,;；]{{0,10}}?(?P<way>上行|上升|走高|攀升|增长|rose|rising|grew|up)\b"
)
_BUT: Final = re.compile(r"但|却|而是|不过|反而|相反|然而|唯独|除|but|however|except|while|whereas")
_BETTER: Final = re.compile(r"优化|改善|升级|完善|提质|提升体验|optimi[sz]|improve|upgrade")
_MARKS: Final = "指标|数据|表现|数字|各项|多项"
_BETTER_MARKS: Final = "优化|改善|升级|完善|提质|升体"
_OF_ALL, _OF_GOOD = (any_of(f"{words} latin") for words in (_MARKS, _BETTER_MARKS))
_SHRINKS: Final = re.compile(
    r"弱化|边缘化|萎缩|衰落|衰退|收缩|恶化|走弱|式微|淡出|没落|shr[aiu]nk|declin|marginali[sz]ed|wound down"
)
_SIZE: Final = re.compile(
    r"规模|业务量|交易额|交易量|收入|营收|销量|销售额|用户数?$|订单|放款|余额|revenue|sales|volume|users",
    re.I,
)
_COMPLAINT: Final = re.compile(r"投诉|complaints", re.I)
MIXED = Text(
    "文中说{0}，但接着列出的{1}却是{2}；宜写明是变差还是变好，不要笼统说“{3}”。",
    "The text says {0}, but then lists {1}, which {2}; better or worse should be said, not one direction for all.",
)
WAYS: Final[dict[str, Text]] = {
    "up": Text("上升的", "went up"),
    "down": Text("下降的", "went down"),
}
WORSE = Text(
    "文中说是{0}，但同一节写明方向的{1}项变化都是变差：{2}。",
    "The text speaks of {0}, but all {1} changes that the section gives a direction for are for the worse: {2}.",
)
GROWS = Text(
    "{0}增长{1}{2}，同一产品又被说成{3}；一处说增长，一处说弱化，文中没有说明先后或口径。",
    "{0} grew by {1}{2}, and yet the same product is said to be {3}; the text does not say which came first or how it "
    "was measured.",
)
COMPLAINED = Text(
    "{0}增长{1}{2}，同一产品却被说成{3}：入口或规模在收缩，投诉反而增多，文中没有说明原因。",
    "{0} grew by {1}{2}, and yet the same product is said to be {3}: it was cut back while complaints multiplied, and "
    "the text does not say why.",
)
TIGHT = Text(
    "文中说准入收紧（{0}），又说{1}上升{2}；是先变差后收紧，还是收紧之后仍变差，文中没有写明先后。",
    "The text has the criteria tightened ({0}) and {1} up {2}; whether it got worse first, or in spite of that, is not "
    "said.",
)
_TIGHTER: Final = re.compile(r"收紧|压缩|从严|提高门槛|tighten", re.I)
_LOSSES: Final = re.compile(r"逾期|不良|坏账|违约|overdue|delinquen|default|non-performing", re.I)
# The text says itself that what was meant to be better made things worse.
_OWNS_UP: Final = re.compile(r"反而|反倒|却|适得其反|但也|instead|backfired|yet|however", re.I)
_THEN: Final = re.compile(r"促使|倒逼|迫使|因此|因而|于是|为此|随后|随即|prompt|led to|so that", re.I)
_NEAR: Final = 8  # characters between a product and what is said of it
_ENOUGH: Final = 2  # numbers that make a pattern


@check(
    KEY, "变化方向", "direction of change", "section", "dossier",
    needs={"section": (f"{_MARKS} {_BETTER_MARKS} latin",)},
)  # fmt: skip
def run(piece: Section | Whole, _world: World) -> Iterable[Result]:
    """Point out words of direction that the numbers do not follow; never red, for words leave room."""
    if isinstance(piece, Whole):
        yield from _grows(piece)
        yield from _tight(piece.dossier)
        return
    if not piece.marks.isdisjoint(_OF_ALL):
        yield from _mixed(piece)
    if not piece.marks.isdisjoint(_OF_GOOD):
        yield from _worse(piece)


def _said(piece: Section) -> Iterator[Said]:
    return in_text(piece.factor.id, piece.source, piece.start, piece.text)


def _mixed(piece: Section) -> Iterable[Result]:
    """Many indicators are said to fall, and some of those that follow rise."""
    ways = [w for w in ((_FALLING, "up"), (_RISING, "down")) if w[0].search(piece.text)]
    for one in _said(piece) if ways else ():
        for pattern, against in ways:
            match = pattern.search(one.text)
            if match is None or _BUT.search(match[0]):
                continue
            begin = one.start + match.end()
            stop = piece.text.find("\n", begin - piece.start)
            stop = piece.start + (stop if stop >= 0 else len(piece.text))
            other: dict[str, Figure] = {}
            for figure in piece.between(begin, stop):
                lead = piece.text[
                    max(begin, figure.anchor.start - 30) - piece.start : figure.anchor.start - piece.start
                ]
                clause = re.split(r"[，,。；;]", lead)[-1]
                told = any(name in figure.indicator.zh for name in other)
                if not figure.table and figure.direction == against and not told and not _BUT.search(clause):
                    other[figure.indicator.zh] = figure
            if len(other) < _ENOUGH:
                continue
            figures = tuple(other.values())
            shown = say.listed([say.title(f) for f in figures])
            said = MIXED.format(cited(one.passage(match)), shown, WAYS[against], match["way"])
            yield _on(figures, one.passage(match), said, "mixed")


def _worse(piece: Section) -> Iterable[Result]:
    """An improvement whose every number is worse."""
    told = [(f, adverse(f)) for f in piece.figures if f.direction]
    bad = [f for f, is_bad in told if is_bad]
    if len(bad) < _ENOUGH or any(is_bad is False for _, is_bad in told):
        return
    for one in _said(piece):
        match = _BETTER.search(one.text)
        if match is not None and one.start != piece.start and not _OWNS_UP.search(one.text):
            shown = [Text("{0}{1}", "{0} {1}").format(say.title(f), _moved(f)) for f in bad]
            passage = one.anchor(one.clause(match.start())[0], match.end())
            said = WORSE.format(cited(passage), len(bad), Text("、", ", ").join(shown))
            # raised on their table, not on the numbers: that all are worse says nothing of how large they are
            tables = {f.table for f in bad}
            item = bad[0].table if len(tables) == 1 and bad[0].table else piece.factor.id
            inputs, spans = say.inputs(*bad), (passage, *(f.anchor for f in bad))
            yield say.told(KEY, "ambiguous", (item,), inputs, NOTHING, said, spans, "worse", tag="worse")
            return


def _moved(figure: Figure) -> Text:
    way = Text("下降", "down") if figure.direction == "down" else Text("上升", "up")
    return Text("{0}{1}", "{0} {1}").format(way, stated(figure))


def _grows(whole: Whole) -> Iterable[Result]:
    """The product grew, and is said to have been run down."""
    dossier, product = whole.dossier, whole.dossier.product.zh
    if len(product) < 2:
        return
    up = [f for f in dossier.figures if f.direction == "up" and f.role == "change" and f.unit in ("%", "times")
          and product in f.entity.zh]  # fmt: skip
    size = next((f for f in up if _SIZE.search(f.indicator.zh)), None)
    complained = next((f for f in up if _COMPLAINT.search(f.indicator.zh)), None)
    if size is None and complained is None:
        return
    passages: list[Anchor] = []
    for one in whole.sentences:
        for match in _SHRINKS.finditer(one.text):
            around = one.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            if product in around or "该产品" in around:
                passages.append(one.passage(match))
    for grown, pattern, kind in ((size, GROWS, "grows"), (complained, COMPLAINED, "complaints")):
        if passages and grown is not None:
            shown = say.listed([cited(p) for p in passages[:3]])
            said = pattern.format(say.title(grown), stated(grown), say.when(grown.period), shown)
            yield raised(KEY, "ambiguous", dossier, passages[:3], said, kind, (grown,))


def _tight(dossier: Dossier) -> Iterable[Result]:
    """Criteria were tightened and losses rose, in sections of one text that do not say which came first."""
    tighter = [f for f in dossier.figures if f.role == "change" and f.unit == "%"
               and _TIGHTER.search(f.anchor.prefix[-6:] + f.anchor.quote)]  # fmt: skip
    losses = next((f for f in dossier.figures if f.role == "change" and f.direction == "up"
                   and _LOSSES.search(f.indicator.zh + f.indicator.en)), None)  # fmt: skip
    if losses is None or not tighter or any(f.period is not None for f in tighter):
        return
    if _THEN.search(losses.anchor.suffix.partition("。")[0]):
        return  # 逾期率上升，促使平台更保守: which came first is said
    shown = say.listed([Text("{0}{1}", "{0} {1}").format(say.title(f), stated(f)) for f in tighter[:3]])
    said = TIGHT.format(shown, say.title(losses), stated(losses))
    yield say.finding(KEY, "ambiguous", (losses, *tighter[:3]), NOTHING, said, "tight")


def _on(figures: tuple[Figure, ...], passage: Anchor, said: Text, kind: str) -> Result:
    quoted = [Input(Text("文中的说法", "what the text says"), cited(passage))]
    return say.finding(KEY, "ambiguous", figures, NOTHING, said, kind, quoted, (passage,))
