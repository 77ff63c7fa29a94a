"""A yearly rate against the rates for a day, a month or an instalment told with it: 日息万分之五，折合年化18.25%.

Every convention acquits that the words of the yearly rate leave open: 360 or 365 days, simple or compounded, or the
internal rate of instalments; and so does every shorter rate of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, compounded, value_of
from desktop.audit.rates_told import COMPOUND, DAY, MONTH, REAL, SIMPLE, TERM, YEAR, Rate, rates
from desktop.audit.scope import Prose
from desktop.core.text import Text, same

KEY: Final = "rates_of_time"
_DAYS: Final = (365.0, 360.0, 366.0)
_COMES_TO: Final = re.compile(
    r"折|合|相当于|等于|换算|即|也就是|就是|单利|复利|名义|实际|真实|内部收益|IRR|算|累计|一年|全年|总计|下来"
    r"|comes? to|\b(?:about|roughly|approximately|equal\w*|works? out|or)\b",
    re.I,
)
_LIMIT: Final = re.compile(
    r"上限|不超过|不得|以内|红线|保护|LPR|封顶|至多|最高|加上|另加|另收|监管|法定|同业|行业|原来|此前|过去"
)
_DENIED: Final = re.compile(r"(?:不是|而非|并非|not)\s*$")
_PARTS: Final = re.compile(r"分期|每期|手续费|IRR|内部收益|instalment|installment", re.I)
_INTERNAL, _BACK = re.compile(r"内部收益|IRR|逐[月期]归还", re.I), 30
_FEE: Final = (1.45, 2.2)  # times a flat fee: what its internal rate may be
SAID: Final = Text(
    "{0}按所写的口径折成一年是{1}，不是文中的{2}。",
    "{0} comes to {1} a year by the convention named, not {2}.",
)


class Yearly(NamedTuple):
    """What a shorter rate comes to in a year, how it is written, and by which convention."""

    found: Interval
    written: str
    how: str


@check(
    KEY, "各期利率折年", "rates of any time by the year", "prose",
    needs={"prose": ("% permille bp", "率息利费化 latin", "日天月期 latin", "年 latin 复")},
)  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Hold each yearly rate against the shorter one told right before it."""
    if len(piece.figures) < 2:
        return
    known = list(rates(piece))
    short = [r for r in known if r.time != YEAR]
    if not short:
        return
    terms = [0.0] if _PARTS.search(piece.text) else []  # 0: paid back in parts, nobody says how many
    terms += [v for f in piece.figures if f.unit == "count:期" and (v := value_of(f))]
    for one in known:
        if one.time == YEAR and one.figure.comparator in ("=", "~") and not _LIMIT.search(one.clause):
            yield from _held(one, short, terms)


def _held(year: Rate, short: list[Rate], terms: list[float]) -> Iterator[Result]:
    claim = as_claim(year.figure)
    before = [r for r in short if r.figure.anchor.end <= year.figure.anchor.start]
    own = before[-1] if before else next((r for r in short if r.sentence == year.sentence), None)
    if claim is None or own is None or year.sentence - own.sentence > 1:
        return
    if _DENIED.search(year.clause):
        return  # 接近10.9%而不是6%
    told = _COMES_TO.search(year.clause + year.figure.anchor.quote) is not None
    if (own.sentence != year.sentence or not before) and not told:
        return
    # 用内部收益率折算，单利年化在17%上下: by whatever convention it is written up
    how = "" if _INTERNAL.search(year.figure.anchor.prefix[-_BACK:]) else year.how
    ways = list(_ways(own, how, terms))
    figures = (year.figure, own.figure)
    for way in ways:
        if way.found.meets(claim):
            yield say.passed(
                KEY, figures, formula(way.written, bare(own.figure), percent(_middle(way.found)))
            )
            return
    others = (w for r in before if r is not own for w in _ways(r, how, terms))
    if not ways or not told or any(w.found.meets(claim) for w in others):
        return
    shown = [percent(_middle(w.found)) for w in ways[:3]]
    said = SAID.format(
        bare(own.figure), say.listed([same(s) for s in dict.fromkeys(shown)]), stated(year.figure)
    )
    written = formula(ways[0].written, bare(own.figure), shown[0])
    yield say.finding(KEY, "inconsistent", figures, written, said)


def _ways(rate: Rate, how: str, terms: list[float]) -> Iterator[Yearly]:
    """What a shorter rate may come to in a year; the likely way first."""
    ways = [w for w in _any_way(rate, terms) if how in ("", w.how)]
    yield from ways
    if not how and ways:  # 0.6% a month, or 7.5% a year: somewhere between simple and compounded
        plain = [w.found for w in ways if w.how != REAL]
        low, high = min(f.low for f in plain), max(f.high for f in plain)
        yield Yearly(Interval(low, high), "{} → {}", "")


def _any_way(rate: Rate, terms: list[float]) -> Iterator[Yearly]:
    own = rate.bounds
    if rate.time == DAY:
        for days in _DAYS:
            yield Yearly(own.scaled(days), f"{{}} × {days:g} = {{}}", SIMPLE)
        for days in _DAYS:
            yield Yearly(_compounded(own, days), f"(1 + {{}})^{days:g} − 1 = {{}}", COMPOUND)
        yield Yearly(_compounded(own.scaled(30), 12), "(1 + 30 × {})^12 − 1 = {}", COMPOUND)
        yield Yearly(Interval(own.low * 360, _compounded(own, 366).high), "{} → {}", REAL)
    if rate.time in (MONTH, TERM):
        for many in (12.0, *(n for n in terms if n and rate.time == TERM)):
            yield Yearly(own.scaled(many), f"{{}} × {many:g} = {{}}", SIMPLE)
        yield Yearly(_compounded(own, 12), "(1 + {})^12 − 1 = {}", COMPOUND)
        yield Yearly(_compounded(own.scaled(1 / 30), 365), "(1 + {} ÷ 30)^365 − 1 = {}", COMPOUND)
    # what is paid back in parts is lent for about half of the time
    if rate.time in (MONTH, TERM) and terms:
        yield Yearly(Interval(own.low * 12 * _FEE[0], own.high * 12 * _FEE[1]), "IRR({}) ≈ {}", REAL)
    if rate.time == MONTH:
        yield Yearly(_compounded(own, 12), "(1 + {})^12 − 1 = {}", REAL)


def _compounded(rate: Interval, times: float) -> Interval:
    return Interval(*(compounded(r, times) for r in rate))


def _middle(found: Interval) -> float:
    return (found.low + found.high) / 2
