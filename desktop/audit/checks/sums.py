"""Sums: totals of tables and sentences against their parts, within what rounding allows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.adding import KEY, WRONG, added, formula_of, held, wrong
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.moves import is_change
from desktop.audit.scope import Prose, Sentence, Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

_TOTAL: Final = re.compile(
    r"^(?:合计|总计|共计|总和|合共|小计|总数|总额|全部|全国|全年|总体|总|total|sum|all|overall)(?:[（(:：].*)?$",
    re.I,
)
_SUBTOTAL: Final = re.compile(r"小计|subtotal|其中|of which", re.I)
_WHOLE: Final = re.compile(
    r"合计|总计|共计|总共|一共|累计达?|加起来|总和|合起来|in total|a total of|altogether|adding up to|together",
    re.I,
)
_RATE: Final = re.compile(
    r"率|平均|均值|人均|户均|单均|件均|均价|单价|价格|占比|比重|比例|份额|percent|rate|average|share|price|同比|环比|增|排名|rank",
    re.I,
)
_SHARE: Final = re.compile(r"占比|比重|份额|构成|比例|share|percent", re.I)
_SPEAKS: Final = re.compile(
    _WHOLE.pattern
    + r"|其中|of which|占|构成|比例|比重|份额|其余|剩余|余下|剩下|account|make up|remaining|rest",
    re.I,
)
_EACH: Final = re.compile(r"分别|其中|依次|各|respectively|of which|including|包括|包含", re.I)
_OVERLAP: Final = re.compile(r"多选|可重复|重叠|multiple")
OVER = Text(
    "各部分占比相加为 {0}，超过 100%，舍入最多只能解释 {1}。",
    "The shares add up to {0}, more than 100%; rounding explains {1} at most.",
)


@check(KEY, "合计", "sums", "prose", "table")
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check totals of columns and rows, totals in sentences, and shares of one whole."""
    if isinstance(piece, Prose):
        for sentence in piece.sentences:
            yield from _in_sentence(sentence)
        return
    rows = [r for r in piece.rows if _TOTAL.match(piece.label(r).strip())]
    for col in piece.cols:
        yield from _column(piece, col, rows)
    yield from _across(piece)


def _column(sheet: Sheet, col: int, totals: list[int]) -> Iterable[Result]:
    if not totals:
        yield from _shares(sheet, col)
        return
    for row in totals:
        last = max((t for t in totals if t < row), default=0)
        first = 1 if last == row - 1 or not _SUBTOTAL.search(sheet.label(row)) else last + 1
        own = [r for r in range(first, row) if r not in totals and not _SUBTOTAL.search(sheet.label(r))]
        if row <= 2 and not own:  # a total that stands first
            own = [r for r in sheet.rows if r > row and not _SUBTOTAL.search(sheet.label(r))]
        total = sheet.at(row, col)
        parts = [sheet.at(r, col) for r in own]
        filled = [p for p in parts if p is not None]
        if total is None or len(filled) < 2 or len(filled) != len(parts):
            continue
        if _is_rate(sheet, col, total) and not (total.unit == "%" and value_of(total) == 100):
            continue
        yield from held(total, filled)


def _is_rate(sheet: Sheet, col: int, total: Figure) -> bool:
    return total.unit in ("%", "permille", "pp", "times", "rank") or bool(_RATE.search(sheet.head(col)))


def _across(sheet: Sheet) -> Iterable[Result]:
    """A column of totals beside the columns that it totals."""
    total_col = next((c for c in sheet.cols if c and _TOTAL.match(sheet.head(c).strip())), None)
    if total_col is None:
        return
    for row in sheet.rows:
        total = sheet.at(row, total_col)
        parts = [
            sheet.at(row, c)
            for c in sheet.cols
            if c not in (0, total_col) and not _RATE.search(sheet.head(c))
        ]
        filled = [p for p in parts if p is not None]
        if total is not None and len(filled) == len(parts) >= 2 and total.unit != "%":
            yield from held(total, filled)


def _shares(sheet: Sheet, col: int) -> Iterable[Result]:
    """A column of shares without a total may fall short of 100 %, never exceed it."""
    head = sheet.head(col)
    parts = [sheet.at(r, col) for r in sheet.rows]
    filled = [p for p in parts if p is not None]
    if not _SHARE.search(head) or len(filled) < 3 or len(filled) != len(parts):
        return
    if any(
        p.unit != "%" or p.role == "change" or (p.period and p.period != filled[0].period) for p in filled
    ):
        return
    if re.search(r"\d{4}", "".join(sheet.label(r) for r in sheet.rows)):
        return
    both = added(filled)
    if both is None:
        return
    found, point = both
    formula = formula_of(filled, point, "%")
    if found.low > 100 + 1e-9 and not _OVERLAP.search(head) and point < 130:
        slack = say.number(point - found.low)
        said = OVER.format(say.percent(point), slack)
        yield say.finding(KEY, "inconsistent", filled, formula, said, "shares")
    elif found.holds(100):
        yield say.passed(KEY, filled, formula, rounded=abs(point - 100) > 1e-9)


def _in_sentence(sentence: Sentence) -> Iterable[Result]:
    """A、B、C，合计 D; and D, 其中 A、B、C; and shares 分别占 A、B、C."""
    if not _SPEAKS.search(sentence.text):
        return
    values = [
        f
        for f in sentence.amounts
        if f.role in ("level", "ratio") and not is_change(sentence, f) and value_of(f) is not None
    ]
    for at, total in enumerate(values):
        before = sentence.lead(total)
        if not _WHOLE.search(before[-12:]):
            continue
        run_before = _run(sentence, values[:at], total)
        run_after = _run_after(sentence, values[at + 1 :], total)
        parts = run_before if len(run_before) >= 2 else run_after
        if len(parts) >= 2 and not any(p in (total,) for p in parts):
            yield from held(total, parts)
            return
    yield from _parts_of_whole(sentence, values)
    yield from _share_list(sentence, values)


def _run(sentence: Sentence, values: Sequence[Figure], total: Figure) -> list[Figure]:
    """The values right before a total that it may be the sum of."""
    parts: list[Figure] = []
    for figure in reversed(values):
        if not same_dimension(figure.unit, total.unit) or figure.comparator not in ("=", "~"):
            break
        parts.insert(0, figure)
    return parts


def _run_after(sentence: Sentence, values: Sequence[Figure], total: Figure) -> list[Figure]:
    if not values or not _EACH.search(sentence.between(total, values[0])):
        return []
    parts: list[Figure] = []
    for figure in values:
        if not same_dimension(figure.unit, total.unit):
            break
        parts.append(figure)
    return parts


def _parts_of_whole(sentence: Sentence, values: Sequence[Figure]) -> Iterable[Result]:
    """ "共有 180 家，其中 A 81 家、B 63 家": parts cannot exceed the whole; "分为" makes them all of it."""
    for at, whole in enumerate(values[:-1]):
        rest = values[at + 1 :]
        gap = sentence.between(whole, rest[0])
        if "其中" not in gap and "of which" not in gap:
            continue
        parts = [f for f in rest if same_dimension(f.unit, whole.unit)]
        whole_value = value_of(whole)
        if not parts or len(parts) != len(rest) or whole_value is None or whole.comparator != "=":
            continue
        both = added(parts)
        own = as_claim(whole)
        if both is None or own is None or (whole.unit == "%" and parts[0].unit == "%" and len(parts) == 1):
            continue
        formula = formula_of(parts, both[1], "", whole)
        if both[0].low > own.high + 1e-9:
            yield wrong(whole, parts, both[1], formula)
        elif both[0].meets(own) or _remainder(sentence, parts[-1]):
            yield say.passed(
                KEY, (whole, *parts), formula, rounded=abs(both[1] - whole_value) > 1e-9 * whole_value
            )
        return


def _remainder(sentence: Sentence, last: Figure) -> bool:
    return "其余" in sentence.tail(last)


def _share_list(sentence: Sentence, values: Sequence[Figure]) -> Iterable[Result]:
    """ "分别占 50%、30% 和 20%": parts of one whole; with 其余 or 剩余 they make up all of it."""
    shares = [f for f in values if f.unit == "%"]
    if len(shares) < 3 or len(shares) != len(values):
        return
    words = sentence.text[: shares[0].anchor.start - sentence.start][-30:]
    exclusive = re.search(
        r"分别占|依次占|构成|占比分别|比例分别|比重分别|份额分别|account for|make up|accounted for", words
    )
    rest = re.search(r"其余|剩余|余下|剩下|remaining|rest", sentence.text)
    if not exclusive and not rest:
        return
    if _OVERLAP.search(sentence.text) or re.search(r"增长率|合格率|满意率|利率|毛利率", words[-10:]):
        return
    both = added(shares)
    if both is None:
        return
    found, point = both
    formula = formula_of(shares, point, "%")
    if found.low > 100 + 1e-9:
        yield say.finding(KEY, "inconsistent", shares, formula,
                          OVER.format(say.percent(point), say.number(point - found.low)), "shares")  # fmt: skip
    elif (
        rest
        and found.high < 100 - 1e-9
        and re.search(r"(?:其余|剩余|余下|剩下)[^，,。；]{0,12}$", sentence.lead(shares[-1]))
    ):
        said = WRONG.format(say.percent(point), "100%", say.percent(100 - point))
        yield say.finding(KEY, "inconsistent", shares, formula, said, "shares")
    elif found.holds(100):
        yield say.passed(KEY, shares, formula, rounded=abs(point - 100) > 1e-9)
