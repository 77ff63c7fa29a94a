"""Words of a trend behind the numbers themselves: 940件、760件、510件，逐年减少; 81%，84%，88%，一路走高."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text, same

KEY: Final = "told_series"
_TREND: Final = re.compile(
    r"(?P<strict>逐年|逐月|逐季|逐次|年年|连年|月月|次次|[一两二三四五六七八九十]?连|每年都|只(?=[升增涨多高]不[降减跌少低]|[降减跌少低]不[升增涨多高]))?"
    r"(?(strict)|(?:一路|节节|持续|不断|步步|一直在?|越来越))(?:在|地)?(?P<way>[\u4e00-\u9fff]{1,4}?)(?:了|的|之?势|趋势|态势)?(?=$|[，,。；;！])"
)
_GAP: Final = re.compile(
    r"(?:、|和|，|,|；|\d|年|月|末|底|季度|第[一二三四]|再?[到至](?!底)|为|是|又|则|的|[上下]半年|\s)*"
)
_UNSURE: Final = re.compile(r"但|却|不再|没有|并未|除|增速|[增降涨跌升减]幅|同比|环比|占|若|预计|目标")
_LEAST: Final = 3
_LASTS: Final = ("year", "month")  # 三年里一路走高
STEADY: Final = Text(
    "文中说{0}，可所列的数由{1}到{2}，是{3}。",
    "The text says {0}, but its own numbers go from {1} to {2}, which is {3}.",
)
UP, DOWN = Text("上升", "a rise"), Text("下降", "a fall")


@check(
    KEY, "所列各数的走势", "the trend of listed numbers", "prose",
    needs={"prose": ("逐年月次连每只路节持续断步直越", "升降增减涨跌多少高低大小走扩缩快慢贵便恶改变好差")},
)  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold the trend that ends a sentence against the three numbers or more that stand before it."""
    for sentence in piece.sentences:
        amounts = [f for f in sentence.amounts if f.unit not in _LASTS]
        if len(amounts) < _LEAST:
            continue
        last = amounts[-1].anchor.end - sentence.start
        match = _TREND.search(sentence.text, last)
        if match is None or _UNSURE.search(sentence.text, last):
            continue
        values = _series(sentence, amounts)
        words = match[0] if match[0][0] == "只" else match["way"]
        said = told(words[1:2] if words[0] == "只" else words)
        if len(values) >= _LEAST and said.way and not said.others:
            yield from _held(piece, sentence, values, match, up=said.way == "up")


def _series(sentence: Sentence, amounts: list[Figure]) -> list[Figure]:
    """The last numbers of one unit with nothing but marks and times between them."""
    found = [amounts[-1]]
    for figure in reversed(amounts[:-1]):
        between = sentence.text[figure.anchor.end - sentence.start : found[-1].anchor.start - sentence.start]
        if figure.unit != found[-1].unit or not _GAP.fullmatch(between):
            break
        found.append(figure)
    found.reverse()
    dates = [f.period.start for f in found if f.period is not None and f.period.start is not None]
    alike = all(f.role in ("level", "ratio") for f in found)
    return found if alike and (len(set(dates)) < len(found) or dates == sorted(dates)) else []


def _held(
    piece: Prose, sentence: Sentence, values: list[Figure], match: re.Match[str], *, up: bool
) -> Iterable[Result]:
    steps = list(itertools.pairwise(values))
    wrong = [s for s in steps if _goes(s[0], s[1], up=not up)]
    if not wrong:
        yield say.passed(KEY, values, same(" → ").join([bare(f) for f in values]))
    elif match["strict"] or len(wrong) == len(steps):
        one, other = wrong[0]
        start, end = match.span()
        place = Anchor(piece.source, sentence.start + start, sentence.start + end, match[0])
        said = STEADY.format(quote(match[0]), bare(one), bare(other), DOWN if up else UP)
        written = formula("{} → {}", bare(one), bare(other))
        yield say.finding(KEY, "changes_conclusion", (other, one), written, said, "steady", spans=(place,))


def _goes(before: Figure, after: Figure, *, up: bool) -> bool:
    one, other = as_claim(before), as_claim(after)
    if one is None or other is None:
        return False
    return one.high < other.low if up else other.high < one.low
