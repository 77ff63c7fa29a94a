"""Counts over stretches of different length, compared by the month or the day: 上半年9万件，三季度6万件，月均多三成.

Means that are told behind the counts (月均从9个变成6个, 日均2000人次) are held against them too.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, signed_percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.compare import FAILS, Compared, against
from desktop.audit.interval import Interval, as_claim, digits, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.move import BY, TO, Move
from desktop.audit.pace import Pace, is_mean_of_any, is_rate, of_open_days, per, span
from desktop.audit.pace_windows import Length, length_of, of_days, of_months, tells_mean
from desktop.audit.reading import TIMES
from desktop.audit.scope import Prose
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "window_rates"
SIZES: Final = ("%", "times", "count:番")
_BY_TIME: Final = re.compile(
    r"[月日周季]均|(?:按|折[成合算]?[成到]?|摊到|换算成|算成|平均)(?:每)?(?:个)?(?:月|天|日|周|季)|每月平均|逐月"
    r"|(?:monthly|daily|weekly) (?:rate|average|pace)",
    re.I,
)
_RATES: Final = re.compile(r"[每一](?:周|个?月|天|日)")
_EACH_OF: Final = re.compile(r"分别|依次")
_GOES_ON: Final = re.compile(r"[^，,。；\d]{0,4}[到至成为对和与、]|→")
_END: Final = re.compile(r"[。！？!?\n]")
_CLAUSE: Final = re.compile(r"[，,；;：:。！？]")
_EARLIER: Final = re.compile(r"此前|之前|以前|去年|上年|前一年|原先|earlier|before")
_ASIDE: Final = re.compile(
    r"[^，,。；]{0,4}[，,；](?:可|但|而|不过|其实|实际上?|若|如果)?[^，,。；\d]{0,4}(?:按|折|[月日周]均|平均)"
)
_THAN: Final = re.compile(r"[比较于](?!如)[^，,。；]*$")  # 月均1.0万件，比上半年的月均1.6万件少…
_SEASON: Final = re.compile(r"[上下]半年|[一二三四]季度|[淡旺]季")  # 下半年旺季，平均每月8亿元
_LAST_YEAR: Final = re.compile(r"^(?:而)?(?:去年|上年|前一年)")
_PART: Final = "其中"  # 下半年7.6万件；其中第四季度3.0万件: a count with a length of its own
_STRAY: Final = re.compile(
    r"其中|全年合计|总计|余额|存量|累计|期末|年末|目标|计划|预计|价|占|利率|费率|[季月周年][费卡票]"
)
_LISTED: Final = re.compile(r"分别|依次|每(?!个?[月周日天季年星])[\u4e00-\u9fff]{1,2}[^，,。；]{0,6}$")
_PACE: Final = frozenset(("速度", "频率", "频次", "节奏", "步伐", "次数", "班次", "数量", "销量", "允许"))
_LEFT: Final = re.compile(r"剩|[原从]来?的|之前的|只有|仅有?$|(?<!幅)[是为]$|[到至成]$")
_SPEED: Final = re.compile(r"[快慢]了?$")
_FAR: Final = 30  # characters from the later count to the change
_MOST: Final = 4  # counts before a change that may be its base
SAID = Text(
    "{0}{1}、{2}{3}，折成{8}是{4}与{5}，变化{6}，与文中的{7}不符。",
    "{1} in {0} and {3} in {2} come to {4} and {5} {8}, a change of {6}; the text says {7}.",
)
ALIKE: Final = Text(
    "{0}由{1}变为{2}，变化{3}，与文中的{4}不符。", "{1} {0} becomes {2}, a change of {3}; the text says {4}."
)
MEAN: Final = Text("{0}{1}，平均{2}是{3}，不是文中的{4}。", "{1} in {0} is {3} {2}, not {4}.")


@check(KEY, "按月比较", "counts compared by the month", "prose",
       needs={"prose": ("均按折摊换算每周月季天日 latin",)})  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Recompute changes by time between counts whose clauses name how long they cover, and the means told of them."""
    if not _BY_TIME.search(piece.text) and len(_RATES.findall(piece.text)) < 2:
        return
    known = {m.change.id for m in piece.moves_of("period_basis") if m.change is not None}
    amounts = [f for f in piece.figures if not f.is_date and f.unit not in TIMES and not _aside(piece, f)]
    paces: list[Pace] = []
    for n, figure in enumerate(amounts):
        lead = _lead(piece, amounts, n)
        if len(_END.findall(lead)) > 1 or "\n" in lead:
            paces = []
        own = _END.split(lead)[-1]
        if figure.unit in SIZES:
            if figure.id not in known and len(paces) > 1:
                yield from _change(paces[-_MOST:], figure, own, behind=amounts[n - 1] is paces[-1].figure)
            continue
        if _EACH_OF.search(own) and piece.text[figure.anchor.end - piece.start :][:1] == "、":
            continue  # 四周分别为9.6亿元、7.2亿元…: of one week each
        pace = _pace(figure, own, paces[-1] if paces and amounts[n - 1] is paces[-1].figure else None)
        if pace is None:
            continue
        based = pace.base or _SEASON.search(own) is not None
        opened = bool(paces) and of_open_days(paces[-1].figure, figure, piece.figures)
        if pace.length.mean and paces and not (based or opened) and _means(own, paces[-1]):
            yield from _mean(paces[-_MOST:], pace, amounts)
        if pace.length.mean and paces and amounts[n - 1] is paces[-1].figure and paces[-1].base:
            pace = pace._replace(base=True)  # 去年国庆8天接待10.4万人次，日均1.3万人次
        paces.append(pace)


def _pace(figure: Figure, words: str, before: Pace | None) -> Pace | None:
    """A count with the length of time that its words name; one that goes on behind a mean is a mean too."""
    if figure.unit in ("%", "pp", "bp", "rank") or not value_of(figure) or "价" in figure.indicator.zh:
        return None
    if _LISTED.search(words):
        return None  # 四周分别为9.6亿元、7.2亿元…; 平均每单15度
    clause = _CLAUSE.split(words)[-1]
    length = length_of(clause, words)
    if length is None and before is not None and before.length.mean and _GOES_ON.fullmatch(words):
        length = before.length
    if length is None or (_STRAY.search(words) and not words.strip("，；,; ").startswith(_PART)):
        return None
    return Pace(figure, length, (_THAN.search(clause) or _LAST_YEAR.search(clause)) is not None)


def _means(words: str, before: Pace) -> bool:
    """Whether words tell the mean of what was counted before them, and of nothing else."""
    clause = _CLAUSE.split(words)[-1]
    if before.length.mean and _GOES_ON.fullmatch(words):
        return True
    about = before.figure.indicator.zh
    return tells_mean(clause) and all(
        o[:2] in about or o in _PACE for o in told(_BY_TIME.sub("", clause)).others
    )


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


def _mean(paces: Sequence[Pace], mean: Pace, figures: Sequence[Figure]) -> Iterable[Result]:
    """A mean told behind a count: wrong where it is that of none of the counts, nor of two together."""
    unit, claim = mean.length, as_claim(mean.figure)
    counts = [p for p in paces if not p.length.mean and same_dimension(p.figure.unit, mean.figure.unit)]
    counts = [p for p in counts if p.length.over(unit).low > 1]
    if not counts or claim is None or claim.low <= 0:
        return
    own = counts[-1]
    at = next((n for n, f in enumerate(figures) if f is mean.figure), 0)
    last = figures[at - 1] if at else None
    other = last is not None and all(last is not p.figure for p in paces)
    if last is not None and other and same_dimension(last.unit, mean.figure.unit):
        return  # 2024年2190件，平均每天6件；2023年为1825件，平均每天5件: of a count whose time is not clear
    point = amount(own.point(unit), own.figure)
    written = formula("{} ÷ {} = {}", bare(own.figure), span(own.length), point)
    found = [p for p in counts if (x := p.each(unit)) is not None and claim.meets(x)]
    if found:
        written = formula("{} ÷ {} = {}", bare(found[-1].figure), span(found[-1].length), bare(mean.figure))
        yield say.passed(KEY, (mean.figure, found[-1].figure), written)
    elif paces[-1] in (own, *(p for p in paces if p.length.mean)) and not (
        _of_two(counts, unit, claim)
        or is_mean_of_any([f for f in figures if all(f is not p.figure for p in counts)], mean.figure)
    ):
        said = MEAN.format(span(own.length), stated(own.figure), per(unit), point, stated(mean.figure))
        yield say.finding(KEY, "inconsistent", (mean.figure, own.figure), written, said, "mean")


def _of_two(counts: Sequence[Pace], unit: Length, claim: Interval) -> bool:
    """Whether a mean is that of two counts in a row: of both halves of a year."""
    for one, other in itertools.pairwise(counts):
        a, b, months = (
            digits(one.figure),
            digits(other.figure),
            one.length.months + other.length.months,
        )
        if (
            a is not None
            and b is not None
            and months
            and claim.meets(a.plus(b).over(of_months(months).over(unit)) or claim)
        ):
            return True
    return False


def _change(paces: Sequence[Pace], change: Figure, words: str, *, behind: bool) -> Iterable[Result]:
    """A change by time that no two of the counts before it give; ``behind`` is whether it stands right behind one."""
    other = paces[-1]
    like = [p for p in paces[:-1] if same_dimension(p.figure.unit, other.figure.unit)]
    if other.length.mean and any(p.length.mean for p in like):
        like = [p for p in like if p.length.mean]
    if not like or len(words) > _FAR or _STRAY.search(words):
        return
    one, way = like[-1], told(words)
    rates = all(p.length.mean or is_rate(p.length) for p in (one, other)) and behind
    if not (_BY_TIME.search(words) or (rates and set(way.others) <= _PACE)):
        return
    left = _LEFT.search(_CLAUSE.split(words)[-1]) is not None
    down = change.direction == "down" if change.direction else way.way == "down"
    if not (change.direction or way.way or change.unit == "count:番" or _SPEED.search(words) or left):
        return
    if one.length == other.length and not is_rate(other.length):
        return
    if _EARLIER.search(words) or other.base or _starts(other.figure) < _starts(one.figure):
        one, other = other, one
    unit = of_days(1) if not (one.length.months and other.length.months) else of_months(1)
    ways = (down,) if way.sure else (True, False)
    pairs = [
        (a, b)
        for a in (*like, paces[-1])
        for b in (*like, paces[-1])
        if a is not b and ((a, b) != (other, one) or not (unit.months or rates))
    ]
    held = [_held(a, b, change, unit, TO if left else BY, down=d) for d in ways for a, b in pairs]
    if any(h is None for h in held):
        return
    figures = (change, one.figure, other.figure)
    apart = signed_percent((other.point(unit) / one.point(unit) - 1) * 100)
    spans = [span(p.length) for p in (one, other)]
    written = formula(
        "{} ÷ {} → {} ÷ {} = {}", bare(one.figure), spans[0], bare(other.figure), spans[1], apart
    )
    if any(h is not None and h.result != FAILS for h in held):
        yield say.passed(KEY, figures, written)
        return
    then, now = (stated(p.figure) for p in (one, other))
    if one.length == other.length and is_rate(one.length):
        written = formula("{} → {}: {}", bare(one.figure), bare(other.figure), apart)
        said = ALIKE.format(per(one.length), then, now, apart, stated(change))
    else:
        each = [amount(p.point(unit), p.figure) for p in (one, other)]
        said = SAID.format(spans[0], then, spans[1], now, *each, apart, stated(change), per(unit))
    yield say.finding(KEY, "inconsistent", figures, written, said)


def _held(one: Pace, other: Pace, change: Figure, unit: Length, way: str, *, down: bool) -> Compared | None:
    then, now = one.each(unit), other.each(unit)
    quotient = now.over(then) if then is not None and now is not None else None
    if quotient is None:
        return None
    return against(
        quotient,
        other.point(unit) / one.point(unit),
        Move(one.figure, other.figure, change, "", down, way=way),
    )


def _starts(figure: Figure) -> str:
    return str(figure.period.start) if figure.period is not None and figure.period.start is not None else "9"
