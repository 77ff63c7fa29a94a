"""Words that judge one or two stated values: past the warning line, more than half, in the red, the cheaper of two."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.marks import any_of
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text

KEY: Final = "verdict_words"
_LINE: Final = re.compile(
    r"^\s*(?:多|左右)?的?[^，,。；\d]{0,8}?(?:警戒线|红线|及格线|生死线|盈亏(?:平衡)?(?:线|点)|荣枯线|安全线|预警线|底线|门槛|上限|下限|天花板|监管(?:要求|标准|线|下限|上限|指标)|达标线|标准线|合格线|限速|限[值额]|最[低高]要求|设计能力|平均水平|平均线|均值)"
)
_NOT: Final = (
    r"(?P<not>尚未|还未|仍未|并未|未曾|未能|未|还没有?|仍没有?|并没有?|没有?|不曾|从未|远未"
    r"|not yet|has not|still not)?"
)
_OVER: Final = re.compile(
    _NOT + r"(?:已经?|早已?|却|也|就|便|一举|明显|远远?|大大|首次|再次|仍然?|依然|仍旧|还)*"
    r"(?:(?P<up>越过|突破|超过|超出|高于|高过|冲破|碰到|触及|触碰|踩过|站上|跨过|达到|够到|摸到|逼破|大于|多于|越了|破了)|(?P<down>跌破|低于|跌穿|失守|跌至|不及|不足|小于|少于|落到|掉到|够不着))"
    r"(?:了|过)?[^，,。；\d]{0,8}$"
)
_WORD: Final = {True: Text("高于", "above"), False: Text("低于", "below")}
SHARE = Text(
    "文中说{0}{1}{2}，即{3}，可{4}并不{5}{3}。",
    "The text says that {0} {1} {2}, that is {3}, but {4} is not {5} {3}.",
)
LINE = Text(
    "文中说{0}{1}{2}，可{3}并不{4}{2}。",
    "The text says that {0} {1} {2}, but {3} is not {4} {2}.",
)
# 余额最高1.5亿元，不超过净资产的10%，即1.2亿元: the limit as a share, and what that is
_THAT_IS: Final = re.compile(r"\s*[，,（(]?(?:也就是|即|折合|合|相当于|计)(?:约|大约)?$")
_WITHIN: Final = re.compile(
    r"[，,](?:也|都|均|仍|并|尚|还|始终|一直)*(?:(?P<up>没有?超过|未超过|并未超过|不超过|没有?突破|未突破|不高于|低于|少于|小于)"
    r"|(?P<down>不低于|不少于|超过|高于|超出|多于|大于))了?(?:[^，,。；\d]{0,12})$"
)
_NORM: Final = re.compile(r"应|须|不得|规定|要求|约定|可以|允许|上限|目标|计划|如果|若|将|各|分别|合计|原|另")
_HALF: Final = re.compile(
    r"^[^，,。；\d]{0,4}[，,](?:也就是|等于|意味着|说明|可见|这|其|占比|比例|份额|已经?|早已?|仍然?|依然|首次|首度|再次|终于|一举|历史性地?|总算|还|才|只|刚刚?|是|名副其实的?|不折不扣的?|当之无愧的?|绝对的?|就|都|算)*"
    r"(?:(?P<more>过半|超过一半|超过半数|过了一?半|半数以上|一半以上|大半|多数|大多数|大头|主力|绝大部分)"
    r"|(?P<less>不到一半|不足一半|未过半|没有?过半|不足半数|不到半数|零头|小头|少数|一小部分|不值一提))(?=[，,。；]|$)"
)
HALF = Text("文中说{0}，可这一比例是{1}。", "The text says {0}, but the share is {1}.")
# Characters that the words of each kind have: a line, a half, a share told as an amount.
_KINDS: Final = ("线点限花板标求平值门槛能", "半多头主绝零少部值", "即合就当计")
_MARKS: Final = tuple(map(any_of, _KINDS))


@check(KEY, "评判用语", "words that judge a value", "prose", needs={"prose": ("".join(_KINDS), "same*2 %")})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold words that judge against the values that they judge."""
    line, half, share = (not piece.marks.isdisjoint(marks) for marks in _MARKS)
    for sentence in piece.sentences:
        values = [f for f in sentence.amounts if value_of(f) is not None and f.role != "change"]
        for one, other in itertools.pairwise(values) if line else ():
            yield from _line(sentence, one, other)
        for one, rate, other in zip(values, values[1:], values[2:], strict=False) if share else ():
            yield from _share_limit(sentence, one, rate, other)
        for figure in values if half else ():
            yield from _half(piece, sentence, figure)


def _line(sentence: Sentence, one: Figure, other: Figure) -> Iterable[Result]:
    """78 %，已经越过70%的警戒线."""
    if not same_dimension(one.unit, other.unit) or not _LINE.match(sentence.tail(other)):
        return
    gap = sentence.between(one, other)
    found = _OVER.search(gap + other.anchor.quote[: max(0, other.anchor.quote.find(other.as_printed))])
    a, b = as_claim(one), value_of(other)
    if found is None or a is None or b is None or len(gap) > 30 or one.comparator in (">", "<", ">=", "<="):
        return
    above = bool(found["up"]) != bool(found["not"])
    fails = a.high < b if above else a.low > b
    written = formula("{} {} {}", bare(one), "<" if a.high < b else ">" if a.low > b else "=", bare(other))
    if fails:
        words, limit = quote(found[0].strip()), stated(other) if other.hedge == "" else bare(other)
        said = LINE.format(bare(one), words, limit, bare(one), _WORD[above])
        yield say.finding(KEY, "changes_conclusion", (one, other), written, said, "line")
    elif a.low > b or a.high < b:
        yield say.passed(KEY, (one, other), written)


def _share_limit(sentence: Sentence, one: Figure, rate: Figure, other: Figure) -> Iterable[Result]:
    """A value, and the share of something that it is said not to exceed, with what the share comes to."""
    if rate.unit != "%" or one.unit == "%" or not same_dimension(one.unit, other.unit):
        return
    hedge = rate.anchor.quote[: max(0, rate.anchor.quote.find(rate.as_printed))]
    gap = sentence.between(one, rate)
    found = _WITHIN.fullmatch(gap + hedge) if _THAT_IS.match(sentence.between(rate, other)) else None
    a, b = as_claim(one), value_of(other)
    clause = re.split(r"[，,；;。]", sentence.lead(one))[-1]
    if found is None or a is None or b is None or _NORM.search(clause + gap):
        return
    written = formula("{} {} {}", bare(one), "<" if a.high < b else ">" if a.low > b else "=", bare(other))
    if a.low > b if found["up"] else a.high < b:
        words = quote(found[0].strip("，, "))
        said = SHARE.format(bare(one), words, bare(rate), bare(other), bare(one), _WORD[not found["up"]])
        yield say.finding(KEY, "changes_conclusion", (one, rate, other), written, said, "share")


def _half(piece: Prose, sentence: Sentence, figure: Figure) -> Iterable[Result]:
    """占比从38%升到52%，已经过半."""
    at = figure.anchor.end - sentence.start
    match = _HALF.match(sentence.text[at:]) if figure.unit == "%" else None
    own = as_claim(figure)
    if match is None or own is None or not re.search(r"占|比例|份额|比重|贡献|率", sentence.text[:at]):
        return
    match = _HALF.match(sentence.text[at:])
    if match is None:
        return
    if own.high < 50 if match["more"] else own.low > 50:
        start = sentence.start + at + match.start("more" if match["more"] else "less")
        words = match["more"] or match["less"]
        place = Anchor(piece.source, start, start + len(words), words)
        said = HALF.format(quote(words), stated(figure))
        written = formula("{} {} 50%", bare(figure), "<" if match["more"] else ">")
        yield say.finding(KEY, "changes_conclusion", (figure,), written, said, "half", spans=(place,))
