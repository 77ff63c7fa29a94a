"""A gain or loss out of each hundred, which rates turn round: 14.4% in and 13.5% out leave 0.9 of every 100."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, quote, stated
from desktop.audit.check import Result
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.scope import Section
from desktop.audit.ways import like
from desktop.audit.worked import Worked, worked
from desktop.core.figure import Figure
from desktop.core.text import Text

HUNDRED: Final = Text(
    "每收{0}元要花{1}，{3}应是{2}，文中却写成{4}。",
    "Of every {0} that come in, {1} goes out: {3} is a {2}, which the text makes a {4}.",
)
RATES: Final = Text(
    "收进的是{0}、付出的是{1}，相减是{2}，文中却说{3}。",
    "{0} comes in and {1} goes out, which is a {2}; the text says {3}.",
)
ONE_RATE: Final = Text(
    "按{0}计，每收{1}元是{2}{3}，文中却说{4}。",
    "At {0}, every {1} that comes in is a {2} of {3}; the text says {4}.",
)
_ALL_COSTS: Final = re.compile(r"(?:综合|总)(?:成本|费用)率|combined ratio", re.I)
_KEPT: Final = re.compile(r"(?:净利|利润|净利润|承保利润)率|(?:net|profit) margin", re.I)
_HUNDRED: Final = re.compile(r"每[\u4e00-\u9fff]{0,3}?(?P<n>[百千万]|100|1,?000|一[百千万])元")
_SIZES: Final = {"百": 100.0, "千": 1000.0, "万": 10_000.0, "100": 100.0, "1000": 1000.0}
_EARNED: Final = re.compile(r"利率|年化|日息|收益|收入|票面|利息|定价")
_SUMMED: Final = re.compile(r"成本|费用|支出|加总|合计|[共总]计|资金")


SPENT: Final = re.compile(r"成本|花[掉费]|支出|开支|开销|进价|付出")
GAIN, LOSS = Text("盈余", "gain"), Text("亏损", "loss")
SAID: Final = Text(
    "{0}是收入、{1}是支出，相减是{2}{3}，文中却说{4}。",
    "{0} came in and {1} went out, which is a {2} of {3}; the text says {4}.",
)
NET: Final = re.compile(
    r"(?P<gain>净赚|倒赚|白赚|反赚|盈利|盈余|结余|净得|净?挣|尚余|还剩|结余|净余|赚(?!钱)|净利|profit|gain|surplus)|(?P<loss>净亏|倒亏|反亏|亏损?|倒贴|倒赔|赔|净赔|入不敷出|缺口|\bloss|lost\b|deficit|shortfall)"
)
NOT: Final = re.compile(r"[不没未]|如果|若|原[来本]|预计|目标|以前|去年|累计|比|少|多|扭亏|减亏|转")
KEY: Final = "gain_or_loss"
MOST: Final = 8


def in_section(piece: Section) -> Iterable[Result]:
    """Hold the gains and losses of a section that follow from rates, or from a row of a table."""
    for told in worked(piece):
        net = NET.search(told.clause)
        if net is None or NOT.search(told.clause):
            continue
        hundred = _HUNDRED.search(told.clause)
        if hundred is not None:
            whole = _SIZES[hundred["n"].strip("一").replace(",", "")]
            yield from _of_a_hundred(piece, told, whole, gain=net["loss"] is None)


def _of_a_hundred(piece: Section, told: Worked, whole: float, *, gain: bool) -> Iterator[Result]:
    """四项共107元，综合成本率107%，也就是每百元净赚7元: what goes out of every hundred that come in."""
    combined = _combined(piece, told)
    if combined is not None:
        yield from _by_one_rate(told, combined, whole, gain=gain)
        return
    spent: Figure | None = next((f for f in reversed(told.before) if like(f, told.figure)), None)
    value, point = value_of(told.figure), value_of(spent) if spent is not None else None
    if spent is None or value is None or point is None or "收" not in told.heading:
        yield from _by_rates(piece, told, whole, gain=gain)
        return
    if not SPENT.search(told.sentence):
        return
    if abs(abs(point - whole) - value) > 1e-9 * whole or (point > whole) != gain:
        return
    written = formula(
        "{} − {} = {}",
        Text(f"{whole:g}元", f"¥{whole:g}"),
        bare(spent),
        amount(whole - point, told.figure, exact=True),
    )
    said = HUNDRED.format(
        f"{whole:g}",
        bare(spent),
        GAIN if point < whole else LOSS,
        stated(told.figure),
        GAIN if gain else LOSS,
    )
    yield say.finding(KEY, "inconsistent", (told.figure, spent), written, said)


def _combined(piece: Section, told: Worked) -> tuple[Figure, bool] | None:
    """The last rate before, where it is one of all costs or (True) of what is left, out of all that comes in."""
    rate = next((f for f in reversed(told.before) if f.unit == "%"), None)
    if rate is None or rate.role == "change" or rate.comparator != "=":
        return None
    words = piece.clause(rate)
    return (rate, False) if _ALL_COSTS.search(words) else (rate, True) if _KEPT.search(words) else None


def _by_one_rate(
    told: Worked, combined: tuple[Figure, bool], whole: float, *, gain: bool
) -> Iterator[Result]:
    """综合成本率为120.1%，每收100元要亏20元: what is beyond all that comes in is lost."""
    rate, kept = combined
    own, claim, point = as_claim(rate), as_claim(told.figure), value_of(rate)
    if own is None or claim is None or point is None:
        return
    left = (own if kept else Interval(100 - own.high, 100 - own.low)).scaled(whole / 100)
    size = (point if kept else 100 - point) * whole / 100
    figures = (told.figure, rate)
    written = (
        formula("{}", bare(rate))
        if kept
        else formula("100% − {} = {}", bare(rate), f"{number(100 - point)}%")
    )
    if (left if gain else left.scaled(-1.0)).meets(claim):
        yield say.passed(KEY, figures, written)
        return
    spoken = ONE_RATE.format(
        bare(rate), f"{whole:g}", GAIN if size > 0 else LOSS, amount(abs(size), told.figure), quote(
            told.clause.strip() + stated(told.figure).zh)
    )  # fmt: skip
    yield say.finding(KEY, "changes_conclusion", figures, written, spoken, "rates")


def _by_rates(piece: Section, told: Worked, whole: float, *, gain: bool) -> Iterator[Result]:
    """年化14.4%…成本加总13.5%，每放出100元一年尚余0.9元: the one pair of rates so far apart, one of them a cost."""
    claim = as_claim(told.figure)
    before = piece.between(piece.start, told.figure.anchor.start)
    rates = [f for f in before if f.unit == "%" and not f.table and f.role in ("level", "ratio")][-2 * MOST :]
    if claim is None:
        return
    pairs: dict[tuple[float | None, float | None], tuple[Figure, Figure, Interval]] = {}
    for income, cost in itertools.permutations(rates, 2):
        a, b = as_claim(income), as_claim(cost)
        about = [f"{piece.clause(f)} {f.indicator.zh}" for f in (income, cost)]
        if a is None or b is None or not _EARNED.search(about[0]) or not _SUMMED.search(about[1]):
            continue
        gap = a.minus(b).scaled(whole / 100)
        if gap.meets(claim) or gap.scaled(-1.0).meets(claim):
            pairs[value_of(income), value_of(cost)] = (income, cost, gap)
    if len(pairs) != 1:
        return
    income, cost, gap = next(iter(pairs.values()))
    figures = (told.figure, income, cost)
    apart = number(abs((value_of(income) or 0.0) - (value_of(cost) or 0.0)))
    below = "−" if gap.high < 0 else ""
    written = formula(
        "{} − {} = {}", bare(income), bare(cost), Text(f"{below}{apart}个百分点", f"{below}{apart} points")
    )
    if gap.meets(claim) if gain else gap.scaled(-1.0).meets(claim):
        yield say.passed(KEY, figures, written)
    else:
        words = told.clause.strip() + stated(told.figure).zh
        said = RATES.format(bare(income), bare(cost), LOSS if gap.high < 0 else GAIN, quote(words))
        yield say.finding(KEY, "changes_conclusion", figures, written, said, "rates")
