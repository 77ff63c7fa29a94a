"""What part of a whole words say that something makes up: 过半, 占多数, 占到六成以上; and of whom they say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from desktop.audit.interval import Interval, as_claim
from desktop.audit.scope import Prose

_CLAUSE: Final = re.compile(r"[^，,；;：:。！？!?\n（）()“”]{4,44}")
_FRACTION: Final = re.compile(
    r"[占是为有达到约近整好][一二三四五六七八九十]+(?:分之[一二三四五六七八九]|成)$"
)
_ANY: Final = re.compile(r"半|分之|[多少]数|大部分|[一二两三四五六七八九]成")
_MOST: Final = re.compile(
    r"(?:占据?|是|为|属)(?:了|到)?(?P<more>绝?大?多数|大半|大部分)$|(?:占据?|是|为|属)(?:了|到)?(?P<less>少数|一小半|小半)$"
)
_HALF: Final = re.compile(
    r"(?P<not>未|没有?|尚未|还未|并未|不)?(?P<more>过半|过了半数|超半数|半数以上|一半以上|超过(?:一半|半数))(?:了|数)?$|(?P<less>不足|不到|未达|未到|不及)(?:一半|半数)$"
)
_WORDED: Final = re.compile(r"[成半]|分之")
_VERBS: Final = re.compile(
    r"(?:合计|加起来|合起来|合在一起|一共|合共|加在一起|相加|总共|就|已经?|还|都|也|只|仅|却|便|刚好|正好|大约|约|近|将近|几乎|仍|依然|占据?|到|了|是|为|有|的|达|能|要|人数|比例|比重|份额|持股)+$"
)
_UNSURE: Final = re.compile(
    r"[若将曾？?每]|如果|目标|计划|预计|可能|也许|未必|是否|以为|要占|应占|必须|不得|不能|允许|[降涨跌升增减]|多了|少了|(?<!大)多(?!数)|比[^例重率]|倍|其余|剩下|其他|另|之中|当中|里|中有|有人|认为|去年|上年|同期|此前"
)
_SPLIT: Final = re.compile(r"[与和及、跟]|以及|加上?")
_LEAD: Final = re.compile(
    r"^(?:其中|而|但|可见|可是|不过|所以|因此|也就是说|换句话说|的确|确实|显然|事实上|实际上|也)+"
)


_FIRST: Final = re.compile(
    r"(?:(?P<more>过半|超半数|半数以上|一半以上|超过(?:一半|半数)|(?:绝?大)?多数)|(?P<less>(?:不足|不到|未达|未到|不及)(?:一半|半数)|少数))(?=[\u4e00-\u9fff])"
)
_OF_MEN: Final = re.compile(
    r"的(?:人|用户|受访者|客户|居民|店主|家庭|员工|学生|村民)(?:是|都是|选|选了|选择|要|想)?(?:为了|因为|用来)?(?P<who>[\u4e00-\u9fff“”]{2,8})$"
)


_OF_WHOLE: Final = re.compile(r"占(?:了|到|去|据)?(?P<whole>[\u4e00-\u9fff]{2,10})的$")
_DONE: Final = re.compile(
    r"^(?:已|只|才)?(?:到会|出席|完成|出勤|使用|入住|投票|参与|回收|上座|录取|通过|中签|落实|兑现|用掉|用去|花掉|占用)[率度]?$"
)


class Portion(NamedTuple):
    """A clause: its place in the paragraph, its words, whom it is of, the part in percent, and of what it is told."""

    start: int
    end: int
    text: str
    names: tuple[str, ...]
    claim: Interval
    whole: str = ""


def portions(piece: Prose) -> Iterator[Portion]:
    """The clauses of a paragraph that tell a part of a whole in words alone."""
    if _ANY.search(piece.text) is None:
        return
    for match in _CLAUSE.finditer(piece.text):
        if _ANY.search(match[0]) is None:
            continue
        words = match[0].strip()
        found = _claim(piece, match, words)
        if found is None:
            continue
        if found[0].endswith("的"):  # 只有上年的一半: no part of a whole
            of = _OF_WHOLE.search(found[0])
            alone = of is not None and not _LEAD.sub("", found[0][: of.start()]).strip()
            if of is not None and alone and not _UNSURE.search(found[0]):
                yield Portion(match.start(), match.end(), words, (), found[1], of["whole"])
            continue
        if not _LEAD.sub("", found[0]).strip():
            yield from _opening(match, words, found[1])
            continue
        who = _VERBS.sub("", _LEAD.sub("", found[0]))
        if _DONE.match(who) and not _UNSURE.search(found[0]):
            yield Portion(match.start(), match.end(), words, (), found[1])
            continue
        names = tuple(n.strip() for n in _SPLIT.split(who))
        if len(names) < 2 and _FRACTION.search(words) is not None:
            continue  # 油轮占四分之一: of the checks of shares
        if who and not _UNSURE.search(found[0]) and all(len(n) > 1 for n in names):
            yield Portion(match.start(), match.end(), words, names, found[1])


def _opening(match: re.Match[str], words: str, claim: Interval) -> Iterator[Portion]:
    """A clause that begins with the part: 不到一半已经流转, of what was told last; 一半以上的人是为了通勤."""
    found = _OF_MEN.search(words)
    if found is not None:
        yield Portion(match.start(), match.end(), words, (found["who"],), claim)
    elif re.search(r"已经?[\u4e00-\u9fff]{2,4}$", words) and not _UNSURE.search(words):
        yield Portion(match.start(), match.end(), words, (), claim)


def _claim(piece: Prose, match: re.Match[str], words: str) -> tuple[str, Interval] | None:
    """The words before what tells the part, and the part."""
    found = _MOST.search(words) or _HALF.search(words) or _FIRST.match(words)
    if found is not None:
        more = (found["more"] is not None) != bool(found.groupdict().get("not"))
        return words[: found.start()], Interval(50, 100) if more else Interval(0, 50)
    start, end = piece.start + match.start(), piece.start + match.end()
    own = [f for f in piece.figures if start <= f.anchor.start < end]
    if (
        len(own) != 1
        or own[0].unit != "%"
        or own[0].role == "change"
        or not _WORDED.search(own[0].as_printed)
    ):
        return None
    figure = own[0]
    claim = as_claim(figure)
    behind = piece.text[figure.anchor.end - piece.start : match.end()]
    if claim is None or len(behind.strip("了的")) > 2 or re.search(r"\d", words):
        return None
    return piece.text[match.start() : figure.anchor.start - piece.start].strip(), claim
