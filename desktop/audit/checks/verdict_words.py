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
    r"^\s*(?:多|左右)?的?[^，,。；\d]{0,8}?(?:警戒线|红线|及格线|生死线|盈亏(?:平衡)?(?:线|点)|荣枯线|安全线|预警线|底线|门槛|上限|下限|天花板|监管(?:要求|标准|线|下限|上限|指标)|达标线|标准线|合格线|平均水平|平均线|均值)"
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
LINE = Text(
    "文中说{0}{1}{2}，可{3}并不{4}{2}。",
    "The text says that {0} {1} {2}, but {3} is not {4} {2}.",
)
_HALF: Final = re.compile(
    r"^[^，,。；\d]{0,4}[，,](?:也就是|等于|意味着|说明|可见|这|其|占比|比例|份额|已经?|早已?|仍然?|依然|还|才|只|刚刚?|是|名副其实的?|不折不扣的?|当之无愧的?|绝对的?|就|都|算)*"
    r"(?:(?P<more>过半|超过一半|超过半数|过了一?半|半数以上|一半以上|大半|多数|大多数|大头|主力|绝大部分)"
    r"|(?P<less>不到一半|不足一半|未过半|没有?过半|不足半数|不到半数|零头|小头|少数|一小部分|不值一提))(?=[，,。；]|$)"
)
HALF = Text("文中说{0}，可这一比例是{1}。", "The text says {0}, but the share is {1}.")
_INCOME: Final = re.compile(r"收入|营收|进账|回款|(?<!回)收(?:取|到)?\||revenue|income", re.I)
_OUTGO: Final = re.compile(r"成本|支出|花费|开销|费用|开支|花掉?\||costs?\b|expens", re.I)
_PART: Final = re.compile(r"其中|单项|之一|人工|房租|租金|营销|研发|管理费|销售费|财务费|利息|增|减|涨|降")
_RED: Final = re.compile(
    r"[，,][^，,。；\d]{0,8}?(?:(?P<red>入不敷出|越卖越亏|(?:卖|做|干)得越多亏得越多|亏本|亏损|亏钱|赔钱|倒贴|亏着|在亏|赔本|收不抵支|净亏)|(?P<black>略有盈余|越卖越赚|(?:卖|做|干)得越多赚得越多|有盈余|赚钱|有得赚|盈利|有利可图|有赚|结余|绰绰有余|盈余|赚着|在赚|有钱赚))(?:了|的|买卖|过日子|钱)?(?=[，,。；]|$)"
)
RED = Text(
    "文中说{0}，可{1}（{2}）{4}{3}（{5}）。",
    "The text says {0}, but {1} ({2}) is {4} {3} ({5}).",
)
WHO: Final = re.compile(
    r"(?:^|[，,；])(?:[^，,。；\d]{0,4}?(?:可见|显然|因此|所以|说明|自然|结果是?|看来|难怪|于是|也就是说))?(?P<who>[\u4e00-\u9fffA-Za-z]{2,10}?)(?:显然|明显|其实|反而|自然|要|还|也|就|才)*(?:更|最)(?:加|为)?"
    r"(?:(?P<low>便宜|省钱|划算|快|省时|实惠|低|少|短|轻|省)|(?P<high>贵|赚钱|高|慢|久|多|长|大|重))(?:的|了|些|一些|一点)?(?=[，,。；]|$)"
)
_COMES, _GOES = re.compile(r"[由从自]"), re.compile(r"[到至成为]了?$")
_RATE_GAIN: Final = re.compile(r"毛利|利润|净利|收益|利率")
TWO = Text(
    "文中说{0}，可{1}是{2}、{3}是{4}，正好相反。",
    "The text says {0}, but {1} is {2} and {3} is {4}: the other way round.",
)
ABOVE, BELOW = Text("高于", "above"), Text("低于", "below")
# Characters that the words of each kind have: a line, a half, a balance, the cheaper of two.
_KINDS: Final = ("线点限花板标求平值门槛", "半多头主绝零少部值", "敷亏赔贴抵余赚盈", "更最")
_MARKS: Final = tuple(map(any_of, _KINDS))


@check(
    KEY, "评判用语", "words that judge a value", "prose",
    needs={"prose": ("".join(_KINDS), "same*2 % CNY")},
)  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold words that judge against the values that they judge."""
    line, half, balance, cheaper = (not piece.marks.isdisjoint(marks) for marks in _MARKS)
    for sentence in piece.sentences:
        values = [f for f in sentence.amounts if value_of(f) is not None and f.role != "change"]
        for one, other in itertools.pairwise(values) if line or balance else ():
            if line:
                yield from _line(sentence, one, other)
            if balance:
                yield from _balance(piece, sentence, one, other)
        for figure in values if half else ():
            yield from _half(piece, sentence, figure)
        if cheaper:
            yield from _cheaper(piece, sentence, values)


def _passage(piece: Prose, sentence: Sentence, match: re.Match[str], group: int | str = 0) -> Anchor:
    start, end = match.span(group)
    words = sentence.text[start:end]
    start += len(words) - len(words.lstrip("，,；的 "))
    return Anchor(piece.source, sentence.start + start, sentence.start + end, sentence.text[start:end])


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


def _balance(piece: Prose, sentence: Sentence, one: Figure, other: Figure) -> Iterable[Result]:
    """收入9.6亿元，成本10.2亿元，入不敷出."""
    if one.unit != other.unit or one.role != "level" or other.role != "level":
        return
    first, second = (f"{sentence.lead(f)}|{f.indicator.zh}" for f in (one, other))
    if _PART.search(first[-14:] + second):
        return
    came, went = (one, other) if _INCOME.search(first) and _OUTGO.search(second) else (other, one)
    if came is other and not (_OUTGO.search(first) and _INCOME.search(second)):
        return
    at = other.anchor.end - sentence.start
    match = _RED.search(sentence.text, at, min(len(sentence.text), at + 24))
    a, b = as_claim(came), as_claim(went)
    if match is None or a is None or b is None or a.meets(b) or re.search(r"[不没未扭止转]", match[0]):
        return
    short = a.high < b.low
    if short == bool(match["red"]):
        yield say.passed(
            KEY, (one, other), formula("{} {} {}", bare(came), "<" if short else ">", bare(went))
        )
        return
    way = BELOW if short else ABOVE
    place = _passage(piece, sentence, match)
    names = [say.title(f) for f in (came, went)]
    if names[0] == names[1]:
        names = [quote(sentence.lead(f).strip("、，, ")) for f in (came, went)]
    said = RED.format(quote(place.quote), names[0], stated(came), names[1], way, stated(went))
    written = formula("{} {} {}", bare(came), "<" if short else ">", bare(went))
    yield say.finding(KEY, "partly", (came, went), written, said, "balance", spans=(place,))


def _cheaper(piece: Prose, sentence: Sentence, values: list[Figure]) -> Iterable[Result]:
    """地铁要40分钟，公交要65分钟，结果是地铁更快."""
    for match in WHO.finditer(sentence.text):
        two = [f for f in values if f.anchor.end - sentence.start <= match.start("who")]
        two = [f for f in two if f.unit == two[-1].unit]
        if len(two) != 2:
            continue
        who, leads = match["who"], [sentence.lead(f) for f in two]
        if _GOES.search(leads[1]) and _COMES.search(leads[0]):
            continue  # 流水由486元降到417元: of one thing at two times
        if who in ("前者", "后者"):
            mine = who == "后者"
        else:
            named = [sum(who[i : i + 2] in lead for i in range(len(who) - 1)) for lead in leads]
            if named[0] == named[1]:
                continue
            mine = named[1] > named[0]
        me, him = (two[1], two[0]) if mine else (two[0], two[1])
        a, b = as_claim(me), as_claim(him)
        if a is None or b is None or a.meets(b) or not _fits(match, me, leads):
            continue
        less = match["low"] is not None
        if (a.high < b.low) == less:
            yield say.passed(KEY, two, formula("{} {} {}", bare(me), "<" if less else ">", bare(him)))
            continue
        place = _passage(piece, sentence, match)
        own, other = (quote(_subject(leads[k])) for k in ((1, 0) if mine else (0, 1)))
        said = TWO.format(quote(place.quote), own, bare(me), other, bare(him))
        written = formula("{} {} {}", bare(me), ">" if less else "<", bare(him))
        yield say.finding(KEY, "partly", (me, him), written, said, "two", spans=(place,))


def _subject(lead: str) -> str:
    return re.split(r"[，,；;。]", lead)[-1].strip() or lead.strip()


def _fits(match: re.Match[str], figure: Figure, leads: list[str]) -> bool:
    """Whether the word is one for the kind of value: 便宜 of money or a rate of cost, 快 of time, 赚钱 of a margin."""
    word, words = match["low"] or match["high"], "".join(leads) + figure.indicator.zh
    timed = figure.unit in ("second", "minute", "hour", "day")
    if word in ("快", "慢", "久", "省时"):
        return timed
    if word == "赚钱":
        return _RATE_GAIN.search(words) is not None
    if word in ("便宜", "省钱", "划算", "实惠", "贵", "省"):
        return (
            not timed
            and figure.unit in ("CNY", "%", "permille")
            and not _RATE_GAIN.search(words)
            and not re.search(r"优惠|补贴|折扣|面积|收入|赔付|返", words)
        )
    return timed == (word in ("长", "短")) or not timed
