"""Daily and monthly rates against yearly ones, and the interest that they come to."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, percent, span_of, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, compounded, digits, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.rate_words import A_DAY, A_MONTH, A_YEAR, SPEAKS
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.finding import Finding
from desktop.core.text import SEMICOLON, Text

KEY: Final = "annualised"
_INTEREST: Final = re.compile(r"[利付]息|息费|interest|cost", re.I)
_PRINCIPAL: Final = re.compile(r"本金|借款?(?:了|出)?$|贷款?(?:了|出)?$|borrow|principal", re.I)
_PER_DAY: Final = re.compile(r"每天|每日|一天|首日|日利息|日息|a day|per day|daily", re.I)
_LONGER: Final = re.compile(r"(?:[一每\d两三半]个?|全|整)[月年季周](?![^，,]*[每一][天日])|month|year|week")
_EFFECTIVE: Final = re.compile(r"实际|真实|IRR|内部收益|APR", re.I)
_OF_INSTALMENTS: Final = re.compile(r"实际|真实|IRR|内部收益", re.I)
_INTERNAL: Final = re.compile(r"IRR|内部收益", re.I)
_CLAUSE: Final = re.compile(r"[，,；;：:。（(]")
_CHARGED: Final = re.compile(r"[按逐][日天](?:以|加?收|计|的)?$")
_COMES_TO: Final = re.compile(r"相当于|折|合|即|也就是|换算|等于")
_OWN_RATE: Final = re.compile(r"年利率[为是]?约?$")
_CLOSES: Final = "）)"
_NEAR: Final = 16  # characters
_SET: Final = 3.0  # percent
DAYS: Final = (360.0, 365.0, 366.0)  # the conventions for a year of daily interest
WRONG = Text(
    "{0}{1}折合年化{2}（单利）至{3}（复利），不是文中的{4}。",
    "{0} {1} comes to {2} a year (simple interest) and {3} compounded, not {4}.",
)
RANGED = Text("{0}{1}折合年化{2}，不是文中的{3}。", "{0} {1} comes to {2} a year, not {3}.")
DAILY, MONTHLY = Text("日利率", "a daily rate of"), Text("月利率", "a monthly rate of")
INTEREST = Text(
    "{0}按日利率{1}计，每天利息是{2}，不是文中的{3}。",
    "At {1} a day, the interest on {0} is {2} a day, not {3}.",
)
INTEREST_OF_YEAR = Text(
    "{0}按年利率{1}计，每天利息约{2}，不是文中的{3}。",
    "At {1} a year, the interest on {0} is about {2} a day, not {3}.",
)


@check(
    KEY, "利率折算", "annual rates", "prose", "table", needs={"prose": ("率息按逐每 latin", "日天月 latin")}
)
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check rates of different periods that stand in one sentence or table row, and the interest they give."""
    if isinstance(piece, Sheet):
        for row in piece.rows if SPEAKS.in_(piece) else ():
            own = [
                (f, piece.head(f.col or 0) + piece.label(row)) for c in piece.cols if (f := piece.at(row, c))
            ]
            yield from _pair(own)
        return
    if not SPEAKS.in_(piece):
        return
    everything: list[tuple[Figure, str]] = []
    told = False
    for sentence in piece.sentences:
        own = [(f, _words(sentence, f)) for f in sentence.amounts]
        everything += own
        yield from _interest(sentence, everything)
        pair = list(_pair(own))
        told = told or bool(pair)
        yield from pair
    if not told:  # a rate of another sentence may be of another loan, unless it is said to come to this one
        yield from _pair([(f, w) for f, w in everything if not _OWN_RATE.search(w)], ahead=True)


def _words(sentence: Sentence, figure: Figure) -> str:
    """What a rate is called and the words before it; of one behind a bracket (按365天), those before that."""
    lead = sentence.lead(figure)
    if lead[:1] in _CLOSES and lead:
        before = sentence.text[: figure.anchor.start - sentence.start - len(lead)]
        opens = max(before.rfind(mark) for mark in "（(")
        return (_CLAUSE.split(before[:opens])[-1] if opens >= 0 else "") + lead[1:]
    return figure.indicator.zh + lead[-_NEAR:]


def _told_last(words: str, kind: re.Pattern[str]) -> bool:
    """Whether a rate is of a day or month for all that its words say last: 日利率折成月利率 is of a month."""
    last = [max((m.end() for m in p.finditer(words)), default=-1) for p in (A_DAY, A_MONTH)]
    return kind is not A_DAY or last[0] >= last[1]


def _rates(
    own: list[tuple[Figure, str]], kind: re.Pattern[str], other: tuple[re.Pattern[str], ...]
) -> list[Figure]:
    return [f for f, words in own if f.unit in ("%", "permille", "bp") and f.role != "change" and kind.search(words)
            and not any(o.search(words) for o in other) and _told_last(words, kind)]  # fmt: skip


def _percent(figure: Figure) -> tuple[Interval, float] | None:
    """The rate in percent, a point or the ends of a range."""
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        return Interval(float(figure.low), float(figure.high)).scaled(_scale(figure)), 0.0
    own, value = digits(figure), value_of(figure)
    if own is None or value is None:
        return None
    if figure.comparator == "=" and not figure.hedge and value < _SET:
        own = Interval(value, value)  # a daily or monthly rate is set, not measured
    return own, value


def _scale(figure: Figure) -> float:
    return {"permille": 0.1, "bp": 0.01}.get(figure.unit, 1.0)


def _pair(own: list[tuple[Figure, str]], *, ahead: bool = False) -> Iterable[Result]:
    """Rates of different periods that are one; ``ahead`` where the yearly one must come behind the other."""
    years = _rates(own, A_YEAR, (A_DAY, A_MONTH))
    told = {f.id: words for f, words in own}
    clauses = {name: _CLAUSE.split(words)[-1] for name, words in told.items()}
    if len(years) > 1:
        years = [f for f in years if not _EFFECTIVE.search(clauses[f.id])]
    for kind, words, periods in ((A_DAY, DAILY, DAYS), (A_MONTH, MONTHLY, (12.0,))):
        short = _rates(own, kind, (A_YEAR,))
        if kind is A_DAY:
            years = [f for f in years if not _INTERNAL.search(clauses[f.id])]
        if kind is A_MONTH:  # the effective rate of an instalment is another one than its months make
            years = [f for f in years if not _OF_INSTALMENTS.search(told[f.id])]
        if (
            len(short) == 1 and len(years) > 1
        ):  # 折成年化14.6%；…信用卡年化18.25%: the first, where it is said to be
            first = next((f for f in years if f.anchor.start > short[0].anchor.start), years[0])
            years = [first] if _COMES_TO.search(told[first.id]) else years
        if len(short) != 1 or len(years) != 1 or not _told_as_one(own, short[0], years[0]):
            continue
        if _is_of_another(own, kind, years[0]) or (ahead and short[0].anchor.start > years[0].anchor.start):
            continue
        yield from _held(short[0], years[0], words, periods)


def _is_of_another(own: list[tuple[Figure, str]], kind: re.Pattern[str], year: Figure) -> bool:
    """Whether a yearly rate is what a rate of the other period comes to: 日息万分之四，年化14.6%；月费率0.6%."""
    other, periods = (A_MONTH, (12.0,)) if kind is A_DAY else (A_DAY, DAYS)
    return any(
        not isinstance(result, Finding)
        for short in _rates(own, other, (A_YEAR,))
        for result in _held(short, year, DAILY, periods)
    )


def _told_as_one(own: list[tuple[Figure, str]], short: Figure, year: Figure) -> bool:
    """Whether a rate that is only 按日 is the one that a yearly rate is said to come to: 相当于年化18%."""
    words = {f.id: told for f, told in own}
    if not _CHARGED.search(words[short.id]):
        return True
    return short.anchor.start < year.anchor.start and bool(_COMES_TO.search(words[year.id]))


def _held(short: Figure, year: Figure, words: Text, periods: tuple[float, ...]) -> Iterable[Result]:
    rate, claim = _percent(short), _percent(year)
    if rate is not None and rate[1] and not short.hedge and short.comparator == "=":
        rate = Interval(rate[1], rate[1]), rate[1]  # a rate for a day or a month is set, not measured
    if rate is None or claim is None or rate[0].low < 0 or year.comparator in (">", "<", ">=", "<="):
        return
    ranged = rate[1] == 0.0
    most = max(periods)
    if ranged:
        found = [rate[0].scaled(n) for n in periods]
        good = claim[1] == 0.0 and any(
            abs(f.low - claim[0].low) <= 0.06 and abs(f.high - claim[0].high) <= 0.06 for f in found
        )
        grown = 0.0
    else:
        grown = compounded(rate[1], most)
        # anything between simple interest and interest on interest every day
        whole = Interval(rate[0].low * min(periods), compounded(rate[0].high, most))
        good = whole.meets(claim[0])
    written = SEMICOLON.join([_yearly(short, rate, n, ranged=ranged) for n in periods[:2]])
    figures = (year, short)
    if good:
        yield say.passed(KEY, figures, written)
        return
    if ranged != (claim[1] == 0.0):
        return
    if ranged:
        said = RANGED.format(words, bare(short), span_of(found[0]), stated(year))
    else:
        simple = span_of(Interval(rate[1] * min(periods), rate[1] * max(periods[:2])))
        said = WRONG.format(words, bare(short), simple, percent(grown), stated(year))
    yield say.finding(KEY, "inconsistent", figures, written, said)


def _yearly(short: Figure, rate: tuple[Interval, float], periods: float, *, ranged: bool) -> Text:
    """The rate times the days or months of a year."""
    found = span_of(rate[0].scaled(periods)) if ranged else f"{number(rate[1] * periods, 2)}%"
    return formula("{} × {} = {}", bare(short), number(periods, 0), found)


def _interest(sentence: Sentence, before: list[tuple[Figure, str]]) -> Iterable[Result]:
    """Borrowing P at a daily rate costs P × rate a day; at a yearly one, a 365th of P × rate."""
    money = [f for f in sentence.amounts if same_dimension(f.unit, "CNY") and value_of(f)]
    rate = _a_day(sentence, before) if len(money) > 1 else None
    if rate is None:
        return
    for last, cost in itertools.pairwise(money):
        words = sentence.between(last, cost)
        if not (_INTEREST.search(words) and _PER_DAY.search(words)) or _LONGER.search(
            _CLAUSE.split(words)[-1]
        ):
            continue
        lent = [f for f in money if f.anchor.end <= cost.anchor.start and _PRINCIPAL.search(sentence.lead(f))]
        sum_ = lent[-1] if lent else last
        claim, value = as_claim(cost), value_of(sum_)
        if claim is None or value is None:
            continue
        figure, per_day, point, yearly = rate
        found, shown = Interval(value, value).times(per_day), amount(value * point, cost)
        pattern = "{} × {} ÷ 365 = {}" if yearly else "{} × {} = {}"
        written = formula(pattern, bare(sum_), bare(figure), shown)
        if found.meets(claim):
            yield say.passed(KEY, (cost, sum_, figure), written)
        else:
            said = (INTEREST_OF_YEAR if yearly else INTEREST).format(
                bare(sum_), bare(figure), shown, stated(cost)
            )
            yield say.finding(KEY, "inconsistent", (cost, sum_, figure), written, said, "interest")


def _a_day(
    sentence: Sentence, before: list[tuple[Figure, str]]
) -> tuple[Figure, Interval, float, bool] | None:
    """The daily rate told so far, else the yearly one of the sentence, as parts of one a day; True for a yearly one."""
    daily = _rates(before, A_DAY, (A_YEAR,))
    here = {f.id for f in sentence.amounts}
    rates = daily or [f for f in _rates(before, A_YEAR, (A_DAY, A_MONTH)) if f.id in here]
    own, value = (digits(rates[0]), value_of(rates[0])) if len(rates) == 1 else (None, None)
    if own is None or value is None:
        return None
    if daily:
        return rates[0], own.scaled(0.01), value / 100, False
    return rates[0], Interval(own.low / DAYS[-1], own.high / DAYS[0]).scaled(0.01), value / 36500, True
