"""Two counts over stretches of different length, compared by the month: 上半年9万件，三季度6万件，月均多了三分之一.

Monthly means that are told behind the counts (月均从9个变成6个) are held against them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, signed_percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.compare import FAILS, Compared, against
from desktop.audit.interval import Interval, as_claim, as_operand, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.move import Move
from desktop.audit.reading import TIMES
from desktop.audit.reading import number as whole
from desktop.audit.scope import Prose
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "window_rates"
_BY_TIME: Final = re.compile(
    r"(?:月|日|周|季)均|(?:按|折[成合算]为?|摊到|平摊到|换算成|算成)(?:每)?(?:个)?(?:月|天|日|周)"
    r"|平均每(?:个)?(?:月|天|日|周)|每月平均|逐月|(?:monthly|daily|weekly) (?:rate|average|pace)",
    re.I,
)
_N: Final = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_WINDOW: Final = re.compile(
    rf"(?P<half>[上下]半年|半年|(?:first|second) half)|(?P<three>前三(?:个)?季度|前三季|first three quarters)"
    rf"|(?P<quarter>第?[一二三四1-4]季度?|Q[1-4]|(?:first|second|third|fourth) quarter)"
    rf"|(?P<year>全年|整年|一年(?:里|内|间)?|full year)|(?P<from>{_N})月?(?:至|到|—|-|～|~)(?P<to>{_N})月"
    rf"|(?P<one>{_N})月[和与及、](?P<two>{_N})月|前?(?P<months>{_N})个月|(?<!\d)(?P<month>{_N})月(?!均)",
    re.I,
)
SAID = Text(
    "{0}{1}、{2}{3}，折成{8}是{4}与{5}，变化{6}，与文中的{7}不符。",
    "{1} in {0} and {3} in {2} come to {4} and {5} {8}, a change of {6}; the text says {7}.",
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d年(?![末底初前以后起])")
SIZES: Final = ("%", "times", "count:番")
_DAYS: Final = re.compile(
    r"(\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二两三四五六七八九])[天日](?![均前后内])"
)
_DAILY: Final = re.compile(r"日均|平均每天|每天平均")
_MEAN_ONLY: Final = re.compile(
    r"^[，,（(：:]?(?:平均)?(?:月均|平均每(?:个)?月|每月平均|折合每月)[^，,。；]{0,4}$"
)
_GOES_ON: Final = re.compile(r"[^，,。；\d]{0,4}[到至成为对和与、]|→")
_FAR: Final = 30  # characters from the later count to the change
_MOST: Final = 4  # counts before a change that may be its base
_END: Final = re.compile(r"[。！？!?\n]")
_MEAN: Final = re.compile(r"月均|平均每个?月|每月平均|(?:折合?成?|摊到)每个?月")
MEAN: Final = Text("{0}个月{1}，月均是{2}，不是文中的{3}。", "{1} in {0} months is {2} a month, not {3}.")
_EARLIER: Final = re.compile(r"此前|之前|以前|去年|上年|前一年|原先|earlier|before")
_CLAUSE: Final = re.compile(r"[，,；;：:。！？]")
_ASIDE: Final = re.compile(
    r"[^，,。；]{0,4}[，,；](?:可|但|而|不过|其实|实际上?|若|如果)?[^，,。；\d]{0,4}(?:按|折|[月日周]均|平均)"
)
_THAN: Final = re.compile(r"^[，,]?[比较][^，,。；]*$")  # 月均1.0万件，比上半年的月均1.6万件少…
_PART: Final = "其中"  # 下半年7.6万件；其中第四季度3.0万件: a count with a length of its own
_STRAY: Final = re.compile(r"其中|全年合计|总计|余额|存量|累计|期末|年末|目标|计划")


class Pace(NamedTuple):
    """A count by the month (or by the day): the amount, how long it is over, and whether it is one compared with."""

    figure: Figure
    length: float
    days: bool
    base: bool = False

    def found(self) -> Interval | None:
        """The count for one month or day."""
        own = as_operand(self.figure)
        return own.scaled(1 / self.length) if own is not None else None

    def point(self) -> float:
        """The middle of it."""
        return (value_of(self.figure) or 0.0) / self.length


@check(KEY, "按月比较", "counts compared by the month", "prose", needs={"prose": ("均按折摊换算 latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Recompute changes by time between counts whose clauses name how long they cover, and the means told of them."""
    if not _BY_TIME.search(piece.text):
        return
    known = {m.change.id for m in piece.moves_of("period_basis") if m.change is not None}
    amounts = [f for f in piece.figures if not f.is_date and f.unit not in TIMES and not _aside(piece, f)]
    paces: list[Pace] = []
    last = False  # whether the amount before was a mean
    for n, figure in enumerate(amounts):
        lead = _lead(piece, amounts, n)
        if len(_END.findall(lead)) > 1 or "\n" in lead:
            paces = []
        own = _END.split(lead)[-1]
        if figure.unit in SIZES:
            if figure.id not in known and paces:
                behind = amounts[n - 1] is paces[-1].figure and not told(own).others
                yield from _change(paces[-_MOST:], figure, own, behind=behind)
            continue
        pace = _pace(figure, own)
        mean = _MEAN_ONLY.search(own) is not None or (last and _GOES_ON.fullmatch(own) is not None)
        mean = mean and not _WINDOW.search(own)
        if mean and paces:
            yield from _mean(paces, figure)
            pace = Pace(figure, 1.0, days=False, base=_THAN.search(own) is not None)
        last = mean or (pace is not None and pace.length == 1 and not pace.days)
        if pace is not None:
            paces.append(pace)


def _pace(figure: Figure, words: str) -> Pace | None:
    """A count with the length of time that its words name; a mean is for one month."""
    if figure.unit in ("%", "pp", "bp", "rank") or not value_of(figure) or "价" in figure.indicator.zh:
        return None
    if _STRAY.search(words) and _WINDOW.sub("", words).strip("，；,; ") != _PART:
        return None
    if _MEAN.search(words):
        return Pace(figure, 1.0, days=False, base=_THAN.search(words) is not None)
    if _DAILY.search(words):
        return Pace(figure, 1.0, days=True)
    months = _months(words)
    if months:
        return Pace(figure, months, days=False)
    days = _DAYS.search(words)
    return Pace(figure, float(whole(days[1])), days=True) if days is not None and whole(days[1]) else None


def _aside(piece: Prose, figure: Figure) -> bool:
    """Whether a size is told of the bare counts, before their comparison by time: 件数只有四成，可按月平均…"""
    if figure.unit not in SIZES:
        return False
    words = piece.text[max(0, figure.anchor.start - piece.start - 14) : figure.anchor.start - piece.start]
    rest = piece.text[figure.anchor.end - piece.start :][:16]
    return not _BY_TIME.search(_CLAUSE.split(words)[-1]) and _ASIDE.match(rest) is not None


def _lead(piece: Prose, amounts: list[Figure], n: int) -> str:
    """The words before an amount, back to the amount before it that is no length of time."""
    begin = amounts[n - 1].anchor.end - piece.start if n else 0
    return piece.text[begin : amounts[n].anchor.start - piece.start]


def _months(words: str) -> float:
    """The length that the words before a count name; 0 where they name none, or two."""
    found = list(_WINDOW.finditer(words))
    if not found and len(_YEAR.findall(words)) == 1:
        return 12
    if len(found) == 2 and found[0].end() == found[1].start():
        found = found[1:]  # 下半年前两个月
    if len(found) != 1:
        return 0
    match = found[0]
    if match["one"]:
        return 2
    if match["from"]:
        return max(0, whole(match["to"]) - whole(match["from"]) + 1)
    if match["months"]:
        return whole(match["months"])
    return {"half": 6, "three": 9, "quarter": 3, "year": 12, "month": 1}[match.lastgroup or "month"]


def _mean(paces: list[Pace], mean: Figure) -> Iterable[Result]:
    """A monthly mean told behind a count: wrong where it is that of none of the counts."""
    counts = [p for p in paces if p.length > 1 and not p.days and same_dimension(p.figure.unit, mean.unit)]
    claim = as_claim(mean)
    if not counts or claim is None or claim.low <= 0:
        return
    own = counts[-1]
    point = amount(own.point(), own.figure)
    written = formula("{} ÷ {} = {}", bare(own.figure), number(own.length), point)
    if any((x := p.found()) is not None and claim.meets(x) for p in counts):
        yield say.passed(KEY, (mean, own.figure), written)
    elif paces[-1] is own or paces[-1].length == 1:
        said = MEAN.format(number(own.length), stated(own.figure), point, stated(mean))
        yield say.finding(KEY, "inconsistent", (mean, own.figure), written, said, "mean")


def _change(paces: list[Pace], change: Figure, words: str, *, behind: bool) -> Iterable[Result]:
    """A change by time that none of the counts before it gives; ``behind`` is whether it stands right behind one."""
    other = paces[-1]
    like = [
        p for p in paces[:-1] if p.days == other.days and same_dimension(p.figure.unit, other.figure.unit)
    ]
    if other.length == 1:  # 月均900万元；上半年共1.26亿元，月均2,100万元，增加133%
        like = [p for p in like if p.length == 1] or like
    told_so = _BY_TIME.search(words) is not None or (
        behind and all(p.length == 1 for p in (*like[-1:], other))
    )
    if not like or not told_so or len(words) > _FAR or _STRAY.search(words):
        return
    one, way = like[-1], told(words)
    down = change.direction == "down" if change.direction else way.way == "down"
    if one.length == other.length != 1 or not (change.direction or way.way or change.unit == "count:番"):
        return
    if _EARLIER.search(words) or other.base or _starts(other.figure) < _starts(one.figure):
        one, other = other, one
    ways = (down,) if way.sure else (True, False)
    pairs = [(a, b) for a in (*like, paces[-1]) for b in (*like, paces[-1]) if a is not b]
    held = [_held(a, b, change, down=d) for d in ways for a, b in pairs if one.days or (a, b) != (other, one)]
    if any(h is None for h in held):
        return
    figures = (change, one.figure, other.figure)
    apart = signed_percent((other.point() / one.point() - 1) * 100)
    written = formula(
        "{} ÷ {} → {} ÷ {} = {}",
        bare(one.figure),
        number(one.length),
        bare(other.figure),
        number(other.length),
        apart,
    )
    if any(h is not None and h.result != FAILS for h in held):
        yield say.passed(KEY, figures, written)
        return
    spans = [_length(p) for p in (one, other)]
    each = [amount(p.point(), p.figure) for p in (one, other)]
    per = Text("每天", "a day") if one.days else Text("每月", "a month")
    said = SAID.format(
        spans[0], stated(one.figure), spans[1], stated(other.figure), *each, apart, stated(change), per
    )
    yield say.finding(KEY, "inconsistent", figures, written, said)


def _held(one: Pace, other: Pace, change: Figure, *, down: bool) -> Compared | None:
    then, now = one.found(), other.found()
    quotient = now.over(then) if then is not None and now is not None and one.point() else None
    if quotient is None:
        return None
    return against(quotient, other.point() / one.point(), Move(one.figure, other.figure, change, "", down))


def _starts(figure: Figure) -> str:
    return str(figure.period.start) if figure.period is not None and figure.period.start is not None else "9"


def _length(pace: Pace) -> Text:
    size = number(pace.length)
    many = "" if size == "1" else "s"
    return Text(f"{size}天", f"{size} day{many}") if pace.days else Text(f"{size}个月", f"{size} month{many}")
