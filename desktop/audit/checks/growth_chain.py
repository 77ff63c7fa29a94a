"""Growth chains: an average yearly growth against start and end, and yearly rates against a total."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.compare import FAILS, FITS, compared, ratio
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.kinds_of_move import owner, years_between
from desktop.audit.moves import Move
from desktop.audit.scope import Prose, Sentence, Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "growth_chain"
_TOTAL: Final = re.compile(
    r"累计|合计|共|总共|两年|三年|四年|五年|cumulative|in total|overall|combined", re.I
)
AVERAGE = Text(
    "从{0}到{1}历时 {2} 年，年均（复合）变化 {3}，简单平均 {5}，不是文中的{4}。",
    "From {0} to {1} in {2} years is {3} a year compounded ({5} as a plain average), not {4}.",
)
CHAIN = Text(
    "{0}连乘是 {1}（直接相加是 {3}），不是文中的{2}。",
    "{0} compound to {1} (added up, {3}), not {2}.",
)


@check(KEY, "增长连乘", "growth chain", "prose", "table")
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check average yearly growth, and in prose totals of yearly growth."""
    for move in piece.moves:
        if move.change is not None and owner(move) == KEY and move.change.unit == "%":
            result = _average(piece, move)
            if result is not None:
                yield result
    if isinstance(piece, Prose):
        for sentence in piece.sentences:
            yield from _chain(sentence)


def _average(piece: Prose | Sheet, move: Move) -> Result | None:
    years, found = years_between(move), ratio(move)
    if not years:
        years = _head_years(piece, move) if isinstance(piece, Sheet) else _stretch(piece, move.after)
    if not years or years < 2 or found is None or found[0].low <= 0 or move.change is None:
        return None
    sign = -1 if move.down else 1
    ends = sorted(((v ** (1 / years) - 1) * 100 * sign) for v in found[0])
    point = (found[1] ** (1 / years) - 1) * 100 * sign
    held = compared(Interval(*ends), point, move.change)
    plain = (found[1] - 1) * 100 / years * sign
    simple = compared(Interval(plain, plain), plain, move.change)
    if held is None or simple is None:
        return None
    figures = (move.change, move.before, move.after)
    formula = (
        f"({say.printed(move.after)} ÷ {say.printed(move.before)})^(1/{years}) − 1 = {say.number(point)}%"
    )
    if held.result != FAILS:
        return say.passed(KEY, figures, formula, rounded=held.result != FITS)
    if simple.result != FAILS and "复合" not in move.lead and "CAGR" not in move.lead:
        return say.passed(KEY, figures, f"{formula}; ÷ {years} = {say.number(plain)}%", rounded=True)
    said = AVERAGE.format(say.printed(move.before), say.printed(move.after), years, say.percent(point),
                          say.printed(move.change), say.percent(plain))  # fmt: skip
    return say.finding(KEY, "inconsistent", figures, formula, said)


def _stretch(piece: Prose, figure: Figure) -> int | None:
    """The years between the two dates of the sentence of a figure."""
    at = figure.anchor.start
    sentence = next((s for s in piece.sentences if s.start <= at < s.start + len(s.text)), None)
    years = [
        day.year for d in (sentence.dates if sentence else ()) if d.period
        for day in ((d.period.start, d.period.end) if "→" in d.period.text else (d.period.start,)) if day
    ]  # fmt: skip
    return abs(years[1] - years[0]) or None if len(years) == 2 else None


def _head_years(sheet: Sheet, move: Move) -> int | None:
    found = [re.search(r"(?:19|20)\d\d", sheet.head(f.col or 0)) for f in (move.before, move.after)]
    return int(found[1][0]) - int(found[0][0]) if found[0] and found[1] else None


def _chain(sentence: Sentence) -> Iterable[Result]:
    """增长 10%、20%，累计增长 32 %."""
    rates = [f for f in sentence.amounts if f.role == "change" and f.unit == "%" and value_of(f) is not None]
    if len(rates) < 3:
        return
    *parts, total = rates
    words = sentence.lead(total)
    if not _TOTAL.search(words) or any(_TOTAL.search(sentence.lead(p)[-6:]) for p in parts):
        return
    if any(f not in rates for f in sentence.amounts if f.anchor.start > parts[0].anchor.start):
        return
    if not re.search(r"分别|respectively|依次|先后|第一年|首年", sentence.text):
        return
    product, point, added = Interval(1.0, 1.0), 1.0, 0.0
    for part in parts:
        own, value = as_claim(part), value_of(part)
        if own is None or value is None:
            return
        sign = -1 if part.direction == "down" else 1
        product = product.times(Interval(*sorted((1 + sign * own.low / 100, 1 + sign * own.high / 100))))
        point, added = point * (1 + sign * value / 100), added + sign * value
    sign = -1 if total.direction == "down" else 1
    found = Interval(*sorted(((product.low - 1) * 100 * sign, (product.high - 1) * 100 * sign)))
    held = compared(found, (point - 1) * 100 * sign, total)
    if held is None:
        return
    factors = " × ".join(_factor(p) for p in parts)
    formula = f"{factors} − 1 = {say.number((point - 1) * 100)}%"
    figures = (total, *parts)
    if held.result != FAILS:
        yield say.passed(KEY, figures, formula, rounded=held.result != FITS)
        return
    listed = Text("、".join(map(say.core, parts)), ", ".join(map(say.core, parts)))
    said = CHAIN.format(listed, say.percent((point - 1) * 100), say.printed(total), say.percent(added))
    yield say.finding(KEY, "inconsistent", figures, formula, said, "product")


def _factor(part: Figure) -> str:
    return f"(1 {'−' if part.direction == 'down' else '+'} {say.core(part)})"
