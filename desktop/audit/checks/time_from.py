"""How far a dated event lies from another that is named: 距停售恰好三个月, where another line dates the 停售."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.lengths import Length, lengths, shown
from desktop.audit.lines import clause_start
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "time_from"
_CUE: Final = re.compile(r"[距离隔]|后[再又还也已，。；）]|[晚早迟先]于|比[^，。]{2,10}[晚早迟]")
_FILL: Final = (
    r"(?:的?时间|之后|以来|当天|那天|之日|时|已经|已|还有|还|也|只|仅|不过|足足|整整|恰好|正好|刚好|恰恰|恰|正|有|又|过去了?|过了|约|大约|差不多"
    r"|将近|接近|不到|不足|超过|逾|才|了|整|是|为)*"
)
_FROM: Final = re.compile(
    rf"(?:距离?|(?<![分脱撤远偏])离(?![职婚世任岗]))(?P<x>[^，,。；：:]{{2,24}}?)[，,]?{_FILL}(?:相隔|相距|间隔|隔)?{_FILL}$"
)
_APART: Final = re.compile(
    rf"(?:与|和|跟|同)(?P<x>[^，,。；：:]{{2,14}}?){_FILL}(?:相隔|相距|间隔|隔|相差){_FILL}$"
)
_AFTER: Final = re.compile(
    rf"(?:也就是|这是|即|此时)?(?P<x>[^，,。；：:]{{2,8}}?)(?:之后|以后|后)(?:再|又|还|也|已经?|继续|只|才)+[^，,。；：:]{{0,3}}?了?{_FILL}$"
)
# 晚于复牌一个月, 比复牌晚了一个月; and 也就是换系统五个月之后
_THAN: Final = re.compile(
    rf"(?:(?P<way>[晚早迟先])于(?P<x>[^，,。；：:]{{2,10}}?)|比(?P<y>[^，,。；：:]{{2,10}}?)[晚早迟])了?{_FILL}$"
)
_THEN: Final = re.compile(rf"^(?:也就是|这是|正是|恰是|恰在|即|正值)(?P<x>[^，,。；：:]{{2,8}}?){_FILL}$")
_LATER: Final = re.compile(r"(?:之|以)后(?=[，,。；;）\n]|$)|后(?=[。；;）\n]|$)")
_ONLY: Final = re.compile(rf"{_FILL}$")
_PATTERNS: Final = (_APART, _FROM, _AFTER, _THAN)
_PLANNED: Final = re.compile(r"计划|原定|预[计期定]|目标|承诺|约定|规定|要求|行业|平均|每|最后期限")
_ENDS: Final = re.compile(r"的?(?:时间|光景|之久)?(?:[，,。；;、）)！？：:\n|]|$)")
_WORDS: Final = re.compile(r"[，,：:）)】 ]*(?:[（(][^）)]{0,6}[）)])?[：:]?(?P<own>[^，,。；;\n|]*)")
_LAST: Final = re.compile(r"最后|末[班日尾]|终[点场局]|落幕|谢幕")
_ENDED: Final = re.compile(r"[关停闭熄歇撤散]|末班|最后|终止|下架|下线|清退|谢幕|落幕|打烊|[送卖发]完")
_STOP: Final = frozenset(("日期", "时间", "公司", "平台", "产品"))
_FAR: Final = Text(
    "文中把{0}与{1}（{2}）说成隔{3}，按日期是{4}。",
    "The text has {3} between {0} and {1} ({2}); by the dates it is {4}.",
)


@check(KEY, "与所提之事的间隔", "the time from an event that is named", "section",
       needs={"section": ("date", "距离隔后早晚迟先", "年月周期拜天")})  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold the time from an event that is named against the dates of the line and of that event."""
    if not _CUE.search(piece.text):
        return
    dates = [f for f in piece.figures if f.is_date and f.period and f.period.start and f.period.end
             and "→" not in f.period.text and f.period.start <= f.period.end]  # fmt: skip
    if len(dates) > 1:
        for length in lengths(piece.text):
            yield from _held(piece, length, dates)


def _held(piece: Section, length: Length, dates: Sequence[Figure]) -> Iterator[Result]:
    begin = clause_start(piece.text, length.start)
    lead = piece.text[begin : length.start]
    if _ONLY.match(lead) and begin and piece.text[begin - 1] in "，,":  # 距停售，已经过去了三个月
        begin = clause_start(piece.text, begin - 1)
        lead = piece.text[begin : length.start]
    later = _LATER.match(piece.text, length.end) is not None
    match = next((m for p in ((_THEN,) if later else _PATTERNS) if (m := p.search(lead))), None)
    if match is None or _PLANNED.search(lead) or not (later or _ENDS.match(piece.text, length.end)):
        return
    what = "y" if match.groupdict().get("y") else "x"
    name = match[what]
    at = piece.start + length.start
    line = piece.start + piece.text.rfind("\n", 0, length.start) + 1
    told = piece.start + begin + match.start(what)
    inside = [f for f in dates if told <= f.anchor.start and f.anchor.end <= told + len(name)]
    ahead = [f for f in dates if line <= f.anchor.start and f.anchor.end <= told]
    if not ahead:
        return
    base = ahead[-1]
    strict = match.re in (_THAN, _THEN)  # 试营业结束 is not when 试营业 began
    alike = [f for f in dates if f is not base and _is(name, _own(piece, f))]
    named = inside or [f for f in alike if not strict or name[-2:] in _own(piece, f)]
    if not named and _LAST.match(name):
        named = [f for f in ahead if f is not base and _ENDED.search(_own(piece, f))][-1:]
    if not named:
        return
    # Any date of the sentence may be the other end, and any event that is called a little alike.
    sentence = piece.start + piece.sentence_start(length.start)
    bases = [base, *(f for f in ahead if f.anchor.start >= sentence)]
    others = [*named, *ahead, *(f for f in dates if _shared(name, _own(piece, f)))]
    way = match.groupdict().get("way") or ("晚" if later else "")
    if strict and base.anchor.start < sentence:
        return  # 到账比申请晚了两天, of dates that another sentence tells
    if way:  # of the last date of its own sentence, and of no other
        bases, others = [base], named
    periods = {(a.period, b.period) for a in bases for b in others if a.period != b.period}
    own = next(
        (f for f in piece.between(at - 4, piece.start + length.end) if f.anchor.end > at and not f.is_date),
        None,
    )
    figures = tuple(f for f in (own, base, named[0]) if f is not None)
    far = shown(base.period, named[0].period)  # type: ignore[arg-type]
    one, other = sorted((base, named[0]), key=lambda f: f.period.start)  # type: ignore[union-attr, arg-type, return-value]
    written = formula("{} − {} ≈ {}", say.time(other.period), say.time(one.period), far)  # type: ignore[arg-type]
    if not _turned(base, named[0], way) and any(
        length.fits(a, b) for a, b in periods if a is not None and b is not None
    ):
        yield say.passed(KEY, figures, written, rounded=True)
        return
    said = _FAR.format(bare(base), quote(name), bare(named[0]), quote(length.words), far)
    place = piece.anchor(length.start, length.end)
    yield say.finding(KEY, "inconsistent", figures, written, said, "from", spans=(place,))


def _turned(base: Figure, named: Figure, way: str) -> bool:
    """Whether a date that is told as later is earlier, or the other way round."""
    a, b = base.period, named.period
    if not way or a is None or b is None or not (a.start and a.end and b.start and b.end):
        return False
    return a.end < b.start if way in "晚迟" else b.end < a.start


def _own(piece: Section, date: Figure) -> str:
    """What the text says of a date: the words of its clause, or the one that follows a mark right behind it."""
    begin = date.anchor.start - piece.start
    behind = _WORDS.match(piece.text, date.anchor.end - piece.start)
    ahead = piece.text[clause_start(piece.text, begin) : begin]
    return f"{ahead}|{behind['own'] if behind is not None else ''}"


def _pairs(words: str) -> set[str]:
    return {words[n : n + 2] for n in range(len(words) - 1)} - _STOP


def _shared(named: str, told: str) -> int:
    return len(_pairs(named) & _pairs(told))


def _is(named: str, told: str) -> bool:
    """Whether an event is told by at least half of the pairs of characters of its name."""
    wanted = len(_pairs(named))
    return wanted > 0 and 2 * _shared(named, told) >= wanted
