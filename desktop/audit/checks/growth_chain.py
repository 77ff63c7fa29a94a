"""Growth chains: an average yearly growth against start and end, and yearly rates against a total."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, number, percent, signed_percent, stated
from desktop.audit.chains import Chain, chains
from desktop.audit.check import Result, World, check
from desktop.audit.compare import FAILS, FITS, ROUNDED, Compared, against, compared, moved, ratio
from desktop.audit.exact_slips import added_up
from desktop.audit.growth_lengths import lengths
from desktop.audit.interval import INF, Interval, as_claim, value_of
from desktop.audit.move import Move, years_between
from desktop.audit.move_words import CHAIN
from desktop.audit.real_terms import PRICES, in_real_terms
from desktop.audit.scope import Prose
from desktop.audit.sheet import Sheet
from desktop.audit.year_amounts import of_amounts
from desktop.audit.year_means import year_means
from desktop.audit.year_spans_told import YearSpan, year_spans
from desktop.core.figure import Figure
from desktop.core.finding import Passed
from desktop.core.text import Text, same

KEY: Final = "growth_chain"
_TWO: Final = ("%*2", "times")
_EACH: Final = re.compile(rf"{CHAIN.pattern}|各(?=[增减升降涨跌上下提加压缩])", re.I)
_PLAINLY: Final = re.compile(r"年均|平均|average|a year|annual", re.I)
_BY_YEARS: Final = re.compile(r"[两二三四五六2-6]年[^。；]{0,8}(?:累计|合计|总共|一共|每年|年均)")
SPANNED = Text("由{0}到{1}，变化{2}，不是文中的{3}。", "From {0} to {1} is a change of {2}, not {3}.")
_GROWTH: Final = re.compile(
    r"(?:年均(?:复合)?(?:增长率?|增速|增幅|递增|上升|上涨|涨幅|提高|下降|下滑|递减|降幅|减少|缩减|萎缩)|平均每年递[增减])"
    r"(?:为|是|达到?|了|约)*$"
)
PLAIN = Text(
    "{0}，历时{1}年，年均（复合）变化{2}；文中的{3}是总变化除以年数，不是年均变化率。",
    "{0} in {1} years is {2} a year compounded; {3} is the total divided by the years, no yearly rate.",
)
AVERAGE = Text(
    "{0}，历时{1}年，年均（复合）变化{2}，简单平均{4}，都不是文中的{3}。",
    "{0} in {1} years is {2} a year compounded, or {4} as a plain average; neither is {3}.",
)
ADDED = Text(
    "{0}，历时{1}年，年均（复合）变化{2}；每年变化{3}应到{4}，文中把各年的变化直接相加了。",
    "{0} in {1} years is {2} a year compounded; {3} each year comes to {4}: the text adds the changes of the years up.",
)
COMPOUND = Text(
    "{4}先后变化{0}，连乘是{1}（直接相加是{3}），不是文中的{2}。",
    "{4}: changes of {0} compound to {1} (added up, {3}), not {2}.",
)

REPEATED = Text(
    "每年变化{0}，连续{1}次的结果是{2}、原来的{3}倍（直接相加是{5}），不是文中的{4}。",
    "{0} a year, {1} times over, comes to {2}, or {3} times as much (added up, {5}), not {4}.",
)


@check(KEY, "增长连乘", "growth chain", "prose", "table")
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check average yearly growth, and in prose totals of yearly growth."""
    for move in piece.moves_of(KEY):
        if move.change is not None and move.change.unit == "%":
            result = _average(piece, move)
            if result is not None:
                yield result
    if isinstance(piece, Prose) and "年" in piece.marks and _BY_YEARS.search(piece.text):
        for span in year_spans(piece):
            yield from _spans(span)
    if isinstance(piece, Prose) and "%" in piece.marks and not piece.marks.isdisjoint(_TWO):
        for chain in chains(piece):
            yield from _chain(chain)
    if isinstance(piece, Prose) and "年" in piece.marks and "%*2" in piece.marks:
        yield from year_means(piece, KEY)


def _spans(span: YearSpan) -> Iterable[Result]:
    """两年累计增长110%, told after the values of the years; any two of the values clear it."""
    found, change = ratio(span.move), span.move.change
    if change is not None and change.unit != "%":
        yield from of_amounts(span)
        return
    if found is None or found[0].low <= 0 or change is None:
        return
    if span.each:
        result = _over(span.move, found, span.years)
        if result is not None:
            yield result
        return
    move, held = span.move, against(*found, span.move)
    figures, quotient = (change, move.before, move.after), (bare(move.after), bare(move.before))
    written = formula("{} ÷ {} − 1 = {}", *quotient, signed_percent((found[1] - 1) * 100))
    if held is None:
        return
    if held.result != FAILS:
        yield say.passed(KEY, figures, written, rounded=held.result != FITS)
        return
    for one, other in itertools.permutations(span.others, 2):
        made = ratio(move._replace(before=one, after=other))
        fits = against(*made, move) if made is not None else None
        if fits is not None and fits.result != FAILS:
            return
    said = SPANNED.format(bare(move.before), bare(move.after), percent((found[1] - 1) * 100), stated(change))
    yield say.finding(KEY, "inconsistent", figures, written, said, "span")


def _average(piece: Prose | Sheet, move: Move) -> Result | None:
    found = ratio(move)
    if found is None or found[0].low <= 0 or move.change is None:
        return None
    years_of = lengths(piece, move)
    tried = [r for years in years_of if (r := _over(move, found, years)) is not None]
    if not _EACH.search(move.lead):  # 连续三年增长30%: of each year, or of all
        whole = against(*found, move)
        if whole is None or whole.result != FAILS or not tried:
            return None
    fits = next((r for r in tried if isinstance(r, Passed)), None)
    return fits or _from_another(piece, move) or (tried[0] if tried else None)


def _from_another(piece: Prose | Sheet, move: Move) -> Passed | None:
    """The yearly rate from another value of the paragraph, of an earlier year: of the first of three."""
    for base in piece.figures if isinstance(piece, Prose) else ():
        if base.unit != move.after.unit or base.role != "level" or base in (move.before, move.after):
            continue
        years, longer = years_between(base, move.after), move._replace(before=base)
        found = ratio(longer) if years and years > 1 else None
        result = _over(longer, found, years) if found is not None and found[0].low > 0 and years else None
        if isinstance(result, Passed):
            return result
    return None


def _over(move: Move, found: tuple[Interval, float], years: int) -> Result | None:
    assert move.change is not None
    sign = -1 if move.down else 1
    ends = sorted(((v ** (1 / years) - 1) * 100 * sign) for v in found[0])
    point = (found[1] ** (1 / years) - 1) * 100 * sign
    held = compared(Interval(*ends), point, move.change)
    plain = (found[1] - 1) * 100 / years * sign
    simple = compared(Interval(plain, plain), plain, move.change)
    if held is None or simple is None:
        return None
    figures = (move.change, move.before, move.after)
    quotient, result = (bare(move.after), bare(move.before)), signed_percent(point * sign)
    written = formula("({} ÷ {})^(1/{}) − 1 = {}", *quotient, years, result)
    added = held.result == ROUNDED and added_up(move, plain)
    if not added and (held.result != FAILS or _compounds(move, found[0], years)):
        return say.passed(KEY, figures, written, rounded=held.result != FITS)
    if simple.result != FAILS and _GROWTH.search(move.lead) and not in_real_terms(move):
        said = PLAIN.format(moved(move), years, percent(point), stated(move.change))
        return say.finding(KEY, "inconsistent", figures, written, said, "plain")
    if simple.result != FAILS and _PLAINLY.search(move.lead) and "复合" not in move.lead:
        total = signed_percent((found[1] - 1) * 100)
        averaged = formula(
            "({} ÷ {} − 1) ÷ {} = {} ÷ {} = {}", *quotient, years, total, years, signed_percent(plain * sign)
        )
        return say.passed(KEY, figures, averaged, rounded=True)
    if added or simple.result == FITS:
        last = amount(
            (value_of(move.before) or 0.0) * (1 + sign * (value_of(move.change) or 0.0) / 100) ** years,
            move.after,
        )
        said = ADDED.format(moved(move), years, percent(point), stated(move.change), last)
    else:
        said = AVERAGE.format(moved(move), years, percent(point), stated(move.change), percent(plain))
    if in_real_terms(move):
        return say.finding(KEY, "ambiguous", figures, written, PRICES.format(said), "prices")
    return say.finding(KEY, "inconsistent", figures, written, said)


def _compounds(move: Move, quotient: Interval, years: int) -> bool:
    """Whether the stated rate, as printed, compounds to the values: 4.15 of 2.00 at 20 % in four years."""
    rate = as_claim(move.change) if move.change is not None else None
    if rate is None or -INF in rate or INF in rate:
        return False
    sign = -1 if move.down else 1
    return Interval(*sorted((1 + sign * r / 100) ** years for r in rate)).meets(quotient)


def _chain(chain: Chain) -> Iterable[Result]:
    """增长 10%、20%，累计增长 32 %."""
    factor, point = chain.product()
    held = _compared(chain, factor, point)
    if held is None:
        return
    result = signed_percent((point - 1) * 100)
    factors = same(" × ").join([_factor(chain, p, s) for p, s in zip(chain.parts, chain.signs, strict=True)])
    power = f"^{chain.times}" if chain.times > 1 else ""
    written = formula(f"{{}}{power} − 1 = {{}}", factors, result)
    figures = (chain.total, *chain.parts)
    if held.result != FAILS:
        yield say.passed(KEY, figures, written, rounded=held.result != FITS)
        return
    if any(
        (own := _compared(run, *run.product())) is not None and own.result != FAILS for run in chain.runs()
    ):
        return  # the total of some of them
    if chain.times > 1:
        said = REPEATED.format(
            bare(chain.parts[0]),
            chain.times,
            result,
            number(point, 2),
            stated(chain.total),
            percent(chain.added()),
        )
    else:
        rates = say.listed([_signed(p, s) for p, s in zip(chain.parts, chain.signs, strict=True)])
        title = say.title(chain.total)
        said = COMPOUND.format(rates, result, stated(chain.total), signed_percent(chain.added()), title)
    yield say.finding(KEY, "inconsistent", figures, written, said, "product")


def _compared(chain: Chain, factor: Interval, point: float) -> Compared | None:
    """The total against what the rates compound to, as what was added or as what became of the first value."""
    scale = 1.0 if chain.total.unit == "times" else 100.0
    added = Interval(*sorted(((factor.low - 1) * scale * chain.sign, (factor.high - 1) * scale * chain.sign)))
    became = compared(factor.scaled(scale), point * scale, chain.total)
    grown = compared(added, (point - 1) * scale * chain.sign, chain.total)
    if chain.became:
        return became
    open_to_both = chain.total.unit == "times" and became is not None and became.result != FAILS
    return became if open_to_both else grown


def _signed(part: Figure, sign: int) -> Text:
    return formula("−{}", bare(part)) if sign < 0 else bare(part)


def _factor(chain: Chain, part: Figure, sign: int) -> Text:
    if part.id in chain.reached:
        return bare(part)
    return formula("(1 {} {})", "−" if sign < 0 else "+", bare(part))
