"""Two counts over stretches of different length, compared by the month: 上半年9万件，三季度6万件，月均多了三分之一.

Monthly means that are told behind the counts (月均从9个变成6个) are held against them too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, signed_percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.compare import FAILS, against
from desktop.audit.interval import as_claim, as_operand, value_of
from desktop.audit.kinds_of_move import owner
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
    "{0}个月{1}、{2}个月{3}，折成每月是{4}与{5}，变化{6}，与文中的{7}不符。",
    "{1} in {0} months and {3} in {2} months come to {4} and {5} a month, a change of {6}; the text says {7}.",
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d年(?![末底初前以后起])")
_SIZES: Final = ("%", "times")
_END: Final = re.compile(r"[。！？!?\n]")
_MEAN: Final = re.compile(r"月均|平均每(?:个)?月|每月平均")
MEAN: Final = Text("{0}个月{1}，月均是{2}，不是文中的{3}。", "{1} in {0} months is {2} a month, not {3}.")
_EARLIER: Final = re.compile(r"此前|之前|以前|去年|上年|前一年|原先|earlier|before")
_CLAUSE: Final = re.compile(r"[，,；;：:。！？]")
_ASIDE: Final = re.compile(
    r"[^，,。；]{0,4}[，,；](?:可|但|而|不过|其实|实际上?|若|如果)?[^，,。；\d]{0,4}(?:按|折|[月日周]均|平均)"
)
_STRAY: Final = re.compile(r"其中|余额|存量|累计|期末|年末|目标|计划")


@check(KEY, "按月比较", "counts compared by the month", "prose", needs={"prose": ("均按折摊换算 latin",)})
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Recompute changes by time between two counts whose clauses name how long they cover."""
    if not _BY_TIME.search(piece.text):
        return
    known = {m.change.id for m in piece.moves if m.change is not None and owner(m)}
    amounts = [f for f in piece.figures if not f.is_date and f.unit not in TIMES and not _aside(piece, f)]
    for n, (one, other, third) in enumerate(zip(amounts, amounts[1:], amounts[2:], strict=False)):
        leads = [_lead(piece, amounts, n + k) for k in range(3)]
        if one.unit != other.unit or _END.search(leads[1] + leads[2]):
            continue
        leads[0] = _END.split(leads[0])[-1]
        means = [k for k in range(n + 2, min(n + 6, len(amounts))) if amounts[k].unit not in _SIZES][:2]
        if len(means) == 2 and all(amounts[k].unit == one.unit for k in means):
            before = [_lead(piece, amounts, k) for k in means]
            if not _END.search("".join(before)):
                yield from _means([one, other, *(amounts[k] for k in means)], [*leads[:2], *before])
        if third.id not in known and third.unit in _SIZES and one.unit != third.unit:
            yield from _of(one, other, third, leads)


def _aside(piece: Prose, figure: Figure) -> bool:
    """Whether a size is told of the bare counts, before their comparison by time: 件数只有四成，可按月平均…"""
    if figure.unit not in _SIZES:
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


def _starts(figure: Figure) -> str:
    return str(figure.period.start) if figure.period is not None and figure.period.start is not None else "9"


def _means(amounts: list[Figure], leads: list[str]) -> Iterable[Result]:
    """Two counts and, behind them, the two monthly means: each that fits neither count is wrong."""
    spans = [_months(words) for words in leads[:2]]
    if not all(spans) or spans[0] == spans[1] or not _MEAN.search(leads[2]) or _STRAY.search("".join(leads)):
        return
    if _WINDOW.search(leads[3]):
        return  # 下半年1.98亿元: a third count and no mean
    counts, means = amounts[:2], amounts[2:]
    for mean, own in zip(means, range(2), strict=True):
        claim = as_claim(mean)
        each = [
            x.scaled(1 / n) for c, n in zip(counts, spans, strict=True) if (x := as_operand(c)) is not None
        ]
        if claim is None or len(each) != 2 or claim.low <= 0:
            return
        count, months = counts[own], spans[own]
        point = number((value_of(count) or 0.0) / months, 2)
        written = formula("{} ÷ {} = {}", bare(count), number(months), point)
        if any(claim.meets(x) for x in each):
            yield say.passed(KEY, (mean, count), written)
        else:
            said = MEAN.format(number(months), stated(count), point, stated(mean))
            yield say.finding(KEY, "inconsistent", (mean, count), written, said, "mean")


def _of(one: Figure, other: Figure, change: Figure, leads: list[str]) -> Iterable[Result]:
    first, second = _months(leads[0]), _months(leads[1])
    a, b, x, y = value_of(one), value_of(other), as_operand(one), as_operand(other)
    if (
        not first
        or not second
        or first == second
        or not _BY_TIME.search(leads[2])
        or _STRAY.search("".join(leads))
    ):
        return
    if not a or not b or x is None or y is None or a <= 0 or len(leads[2]) > 24:
        return
    if _EARLIER.search(leads[1]) or _starts(other) < _starts(one):
        one, other, first, second, a, b, x, y = other, one, second, first, b, a, y, x
    then, now = x.scaled(1 / first), y.scaled(1 / second)
    quotient = now.over(then)
    way = told(leads[2])
    down = change.direction == "down" if change.direction else way.way == "down"
    if quotient is None or not (change.direction or way.way):
        return
    point = (b / second) / (a / first)
    held = against(quotient, point, Move(one, other, change, "", down))
    if held is None:
        return
    each = [number(v, 2) for v in (a / first, b / second)]
    apart = signed_percent((point - 1) * 100)
    written = formula("{} ÷ {} → {} ÷ {} = {}", bare(one), number(first), bare(other), number(second), apart)
    if held.result != FAILS:
        yield say.passed(KEY, (change, one, other), written)
        return
    said = SAID.format(
        number(first), stated(one), number(second), stated(other), *each, apart, stated(change)
    )
    yield say.finding(KEY, "inconsistent", (change, one, other), written, said)
