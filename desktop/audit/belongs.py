"""Whether a size is of a pair of values: the words between name nothing else, and its time is that of the pair.

Particles, words of change and the pair's own name leave no doubt. Any other name makes it the change of something
else; a verb that no list knows counts where its form shows that it is one (*丢*了5个百分点).
"""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.magnitudes import Magnitude
from desktop.audit.move import TO, years_between
from desktop.audit.move_words import OVERALL, PART_OF
from desktop.audit.pairs import Pair
from desktop.audit.reading import Reading
from desktop.audit.telling import told
from desktop.audit.units_of import names_unit
from desktop.core.figure import Figure

_SHARE_OF: Final = re.compile(r"占|份额|比重|其中|贡献|中签")
_LIST: Final = re.compile(r"[、和及与]\s*$|分别")
_AHEAD: Final = re.compile(r"预计|预期|明年|后年|未来|今后|将要|有望|计划|目标|力争|争取|打算|拟")
_NOT_OF_IT: Final = re.compile("|".join(p.pattern for p in (_SHARE_OF, PART_OF, _LIST, _AHEAD)))
_LIMITS: Final = (
    "限",
    "上限",
    "下限",
    "限额",
    "最高额",
    "门槛",
)  # what a pair of limits (不超过8000元) is called
_OF_MONEY: Final = re.compile(r"收入|成本|营收|利润|费用|额|价|投入|开支|支出|资金|款")
_TURNOVER: Final = re.compile(r"收入|营收|营业额|销售额|成交额|交易额|流水|利润|毛利|总额")
_OF_PRICE: Final = "价费息租薪税"
_OF_WHOLE: Final = re.compile(r"占((?!比|[据用])[^，,。；\d]{2,})的")
_OF_OTHER: Final = re.compile(r"的[\u4e00-\u9fff]{2}")


def belongs(
    old: Reading, own: Reading, size: Magnitude, pair: Pair, since: int, pairs: list[Pair]
) -> Pair | None:
    """The pair that a size after the words from ``since`` on is of: this one, the run that it ends, or None.

    ``own`` is the sentence of the size, ``old`` that of the pair; mostly they are one.
    """
    raw = own.text[since : size.start]
    if _foreign(own, size, raw) or (own is old and other_value(own, pair, since, size.start)):
        return None
    says = told(own.words(since, size.start))
    if says.others and not _about(says.others, says.verb, old, pair):
        alone = own is old and since <= own.clause_end(pair.after)
        if not alone or not _nameless(own, pair, says.others[-1]):
            return None
    return _of_that_time(own, size, since, pair, pairs)


def of_whole(known: str, others: tuple[str, ...]) -> bool:
    """Whether words name what others are a share of: 手续费占保费收入的15%，上年为16%。保费收入增长20%."""
    share = _OF_WHOLE.search(known)
    return share is not None and bool(others) and all(w in share[1] for w in others)


def shares(words: str) -> bool:
    """Whether words make a percentage a part of a whole."""
    return _SHARE_OF.search(words) is not None


def _foreign(own: Reading, size: Magnitude, raw: str) -> bool:
    """Whether the words between make it a share, a list, a forecast or a part."""
    if _NOT_OF_IT.search(raw):
        return True
    return size.way != TO and _OF_OTHER.match(own.text, size.end) is not None


def other_value(reading: Reading, pair: Pair, since: int, until: int) -> bool:
    """Whether another value stands in between, which the change may be of."""
    begin, end = since + reading.sentence.start, until + reading.sentence.start
    for figure in reading.sentence.amounts:
        if begin <= figure.anchor.start < end and not (
            figure is pair.before
            or figure is pair.after
            or figure.id in pair.ids
            or reading.is_stretch(figure)
        ):
            return True
    return False


def _about(others: tuple[str, ...], verb: str, reading: Reading, pair: Pair) -> bool:
    """Whether all that the words name belongs to the pair."""
    if not others:
        return True
    known = _known_words(reading, pair)
    if of_whole(known, others):
        return False
    both_limits = pair.before.comparator == pair.after.comparator in ("<=", ">=")
    limits = _LIMITS if both_limits else ()
    return all(
        w in known or w in limits or names_unit(w, pair.after.unit) or w == verb or _object(w, pair, known)
        for w in others
    )


def _object(word: str, pair: Pair, known: str) -> bool:
    """Whether a word is only what a verb of change takes along: 加*价* of money or a rate, but of no turnover."""
    if len(word) != 1 or word not in _OF_PRICE or pair.after.unit not in ("CNY", "%"):
        return False
    return word != "价" or _TURNOVER.search(known) is None  # 收入由19亿元到22亿元，涨价两成而收入只增14%


def _nameless(reading: Reading, pair: Pair, word: str) -> bool:
    """Whether a sentence begins with a pair and no name, so that a noun after it is its name: 从12亿元到9亿元，收入…"""
    if pair.after.unit != "CNY" or not _OF_MONEY.search(word):
        return False
    first = min(reading.start(pair.before), reading.start(pair.after))
    return not told(reading.words(0, first)).others


def _known_words(reading: Reading, pair: Pair) -> str:
    """The words that name what a pair is about: those of its clauses."""
    first, last = sorted((pair.before, pair.after), key=reading.start)
    return reading.text[reading.clause_start(reading.start(first)) : reading.clause_end(last)]


def _of_that_time(own: Reading, size: Magnitude, since: int, pair: Pair, pairs: list[Pair]) -> Pair | None:
    """The pair that the dates and stretches of time before a size mean: of a run of values, perhaps its ends."""
    raw = own.text[since : size.start]
    first = pair.before
    if len(pairs) > 1:
        first = next((p.before for p in pairs if _linked(p, pair, pairs)), first)
    dates = [d for d in own.sentence.dates if since <= own.start(d) < size.start]
    ends = [_year(pair.before), _year(pair.after), _year(first)] if dates else []
    for date in dates:
        year = date.period.start.year if date.period and date.period.start else None
        if year is not None and year not in ends:
            return None
        if year == ends[1] and year is not None and (years_between(pair.before, pair.after) or 1) > 1:
            return None
    years = own.stretches(since, size.start)
    gone = years_between(pair.before, pair.after)
    if years and gone is not None and gone > 0 and gone not in years:
        whole = years_between(first, pair.after)
        return Pair(first, pair.after) if whole in years else None
    if first is not pair.before and (OVERALL.search(raw) or "下来" in raw):
        return Pair(first, pair.after)
    return pair


def _linked(one: Pair, last: Pair, pairs: list[Pair]) -> bool:
    """Whether a chain of pairs leads from one to the last (A, B, C: A–B, B–C)."""
    at = one.after.id
    for pair in pairs:
        if pair.before.id == at:
            at = pair.after.id
    return at == last.after.id


def _year(figure: Figure) -> int | None:
    return figure.period.start.year if figure.period and figure.period.start else None
