"""Sums: totals of tables and sentences against their parts, within what rounding allows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.adding import KEY, added, formula_of, held, more_than, nested, wrong
from desktop.audit.breakdown import Breakdown, counted_in
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.marks import Cue
from desktop.audit.scope import Prose
from desktop.audit.sentence import Sentence
from desktop.audit.share_sums import in_column, in_list
from desktop.audit.sheet import Sheet
from desktop.audit.some_parts import is_mean_of_rates, only_some_of, some_give
from desktop.audit.stated_change import is_change
from desktop.audit.total_rows import RATE, differences, is_rate, is_total, totals_of_runs
from desktop.core.figure import Figure

_TOTAL: Final = re.compile(
    r"^(?:合计|总计|共计|总和|合共|小计|总数|总额|全部|全国|全年|总体|总|total|sum|all|overall)(?:[（(:：].*)?$",
    re.I,
)
_SUBTOTAL: Final = re.compile(r"小计|subtotal|其中|of which", re.I)
_WHOLE: Final = re.compile(
    r"合计|总计|共计|总共|一共|累计(?:达|为|有)?$|加起来|总和|合起来|"
    r"in total|a total of|altogether|adding up to|together",
    re.I,
)
_SPEAKS: Final = Cue(
    r"合计|总计|共计|总共|一共|累计|加起来|总和|合起来|其中|占|构成|其他|其它|比例|比重|份额|其余|剩余|余下|剩下",
    r"in total|a total of|altogether|adding up to|together|of which|account|make up|remaining|rest",
)
_EACH: Final = re.compile(r"分别|其中|依次|各|respectively|of which|including|包括|包含", re.I)
_TOGETHER: Final = re.compile(r"以上|上述|这|[一二三四五六七八九十两几各全总\d]")
_NO_SUM: Final = re.compile(
    r"单产|每|均|率|价|速|最|密度|浓度|年龄|指数|直径|[长宽高深厚]度?$"
)  # has no parts that add up
_ELSEWHERE: Final = re.compile(r"全年|全国|去年|上年|同期|合计|总|\d{4}年")  # names no part of the same whole
_JOINED: Final = re.compile(r"[、和及与](?:[^，,。；;、\d]{1,8})?")
_REST: Final = re.compile(r"其余|其他|其它|剩余|剩下|余下|另外|the other|the rest", re.I)
_MEASURED: Final = (
    "year", "age", "month", "day", "hour", "minute", "second", "m", "cm", "mm", "celsius", "degree",
)  # fmt: skip


@check(KEY, "合计", "sums", "prose", "table", needs={"prose": ("合总共累加其占构比份剩余中里 latin",)})
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Check totals of columns and rows, totals in sentences, and shares of one whole."""
    if isinstance(piece, Prose):
        for sentence in piece.sentences:
            yield from _in_sentence(sentence)
        return
    rows = [r for r in piece.rows if _TOTAL.match(piece.label(r).strip())]
    for col in piece.cols:
        yield from _column(piece, col, rows)
    for row in piece.rows:
        if is_total(piece.label(row)):
            yield from totals_of_runs(piece, row, known=row in rows)
    yield from _across(piece)
    yield from differences(piece)


def _column(sheet: Sheet, col: int, totals: list[int]) -> Iterable[Result]:
    if not totals:
        yield from in_column(sheet, col)
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
        if is_rate(sheet, col, total) and not (total.unit == "%" and value_of(total) == 100):
            continue
        if _is_mean(total, filled):
            continue
        yield from held(total, filled)


def _is_mean(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a "total" lies amid its rows, as an average over all of them does and no sum can."""
    whole, values = value_of(total), [value_of(p) or 0.0 for p in parts]
    return whole is not None and len(values) > 2 and min(values) < whole < max(values)


def _across(sheet: Sheet) -> Iterable[Result]:
    """A column of totals beside the columns that it totals."""
    total_col = next((c for c in sheet.cols if c and _TOTAL.match(sheet.head(c).strip())), None)
    if total_col is None:
        return
    for row in sheet.rows:
        total = sheet.at(row, total_col)
        parts = [
            sheet.at(row, c) for c in sheet.cols if c not in (0, total_col) and not RATE.search(sheet.head(c))
        ]
        filled = [p for p in parts if p is not None]
        if total is not None and len(filled) == len(parts) >= 2 and total.unit != "%":
            yield from held(total, filled)


def _in_sentence(sentence: Sentence) -> Iterable[Result]:
    """A、B、C，合计 D; and D, 其中 A、B、C; and shares 分别占 A、B、C."""
    if not (_SPEAKS.in_(sentence) or counted_in(sentence)):
        return
    values = [
        f
        for f in sentence.amounts
        if f.role in ("level", "ratio") and not is_change(sentence, f) and value_of(f) is not None
    ]
    for at, total in enumerate(values if len(sentence.shares) > 2 else ()):
        before = sentence.lead(total)
        if total.unit != "%" or not _WHOLE.search(before[-12:]) or _REST.search(before[-16:]):
            continue
        run_after = _run_after(sentence, values[at + 1 :], total)
        if _own_subject(before) and not run_after:
            continue
        run_before = _last_list(sentence, _run(values[:at], total), total)
        parts = run_before if len(run_before) >= 2 else run_after
        if some_give(run_before, total) or (parts is run_after and only_some_of(sentence, parts, total)):
            return
        if len(parts) >= 2:
            if not is_mean_of_rates(sentence, total, parts):
                yield from held(total, parts)
            return
    yield from _parts_of_whole(sentence, values)
    yield from in_list(sentence, values)


def _own_subject(before: str) -> bool:
    """Whether a total is of something that its own clause names: 我国现行有效法律共计306件."""
    clause = re.split(r"[，,；;、]", before)[-1]
    subject = _WHOLE.split(clause)[0]
    return len(subject) > 4 and subject[0] > "\u4e00" and not _TOGETHER.match(subject)


def _run(values: Sequence[Figure], total: Figure) -> list[Figure]:
    """The shares right before a total that it may be the sum of."""
    parts: list[Figure] = []
    for figure in reversed(values):
        if not same_dimension(figure.unit, total.unit) or figure.comparator not in ("=", "~"):
            break
        if value_of(figure) == value_of(total) and parts:
            break  # the total itself, told before
        parts.insert(0, figure)
    return parts


def _last_list(sentence: Sentence, run: list[Figure], total: Figure) -> list[Figure]:
    """The list right before a total, where an amount of another clause stands before it and only the list is told.

    三季度35亿元，前三季度35亿元、38亿元、35亿元加起来是108亿元: the first amount is told twice.
    """
    at = len(run) - 1
    while at > 0 and _JOINED.fullmatch(sentence.between(run[at - 1], run[at])):
        at -= 1
    own, whole = run[at:], run
    if at == 0 or len(own) < 2:
        return run
    both, claim, full = added(own), as_claim(total), added(whole)
    if both is None or claim is None or full is None or full[0].meets(claim):
        return run
    told_twice = any(value_of(f) == value_of(g) for f in run[:at] for g in own)
    nearer = len(own) > 2 and abs(both[1] - claim.low) < abs(full[1] - claim.low)
    return own if both[0].meets(claim) or told_twice or nearer else run


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
    """ "共有 180 家，其中 A 81 家、B 63 家": parts cannot exceed the whole; with 其他 they make up all of it."""
    lists = sentence.breakdowns
    for one in lists:
        yield from _against_whole(sentence, one)
    for at, whole in enumerate(values[:-1] if not lists else ()):
        rest = values[at + 1 :]
        gap = sentence.between(whole, rest[0])
        if (
            not re.search(r"(?<![在于])其中(?!，)|of which", gap)
            or whole.unit in _MEASURED
            or _NO_SUM.search(sentence.lead(whole)[-12:] + gap[-6:])
        ):
            continue
        parts = [f for f in rest[:1] if same_dimension(f.unit, whole.unit)]
        if not parts or any(_ELSEWHERE.search(sentence.lead(p)) for p in parts):
            continue
        yield from _against_whole(sentence, Breakdown(whole, tuple(parts), (), said=True, complete=False))
        return


def _against_whole(sentence: Sentence, one: Breakdown) -> Iterable[Result]:
    whole, parts = one.whole, one.parts
    both, own, value = added(parts), as_claim(whole), value_of(whole)
    if both is None or own is None or value is None or whole.comparator not in ("=", "~"):
        return
    of_share = whole.unit == "%" and parts[0].unit == "%"
    if of_share and (len(parts) == 1 or value >= 100 or any((value_of(p) or 0.0) > value for p in parts)):
        return  # 预约率76%，其中线上占八成: of those who did
    written = formula_of(parts, both[1], whole)
    if not one.tight and nested(whole, parts):
        yield say.passed(KEY, (whole, *parts), written)
    elif both[0].low > own.high + 1e-9 or (one.complete and both[0].high < own.low - 1e-9):
        yield wrong(whole, parts, both[1], written) if len(parts) > 1 else more_than(whole, parts[0])
    elif both[0].meets(own) or _remainder(sentence, parts[-1]):
        yield say.passed(KEY, (whole, *parts), written, rounded=abs(both[1] - value) > 1e-9 * value)


def _remainder(sentence: Sentence, last: Figure) -> bool:
    return "其余" in sentence.tail(last)
