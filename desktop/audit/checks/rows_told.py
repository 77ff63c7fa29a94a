"""Two lines of a table set against each other, in any words: so many times, so much or so many per cent more."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.adjectives import way
from desktop.audit.amounts import amount, formula, number, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, value_of
from desktop.audit.made_told import follows_made
from desktop.audit.mentions import is_named
from desktop.audit.row_ends import ends_told
from desktop.audit.row_fields import (
    CLAUSE,
    LINE,
    SENTENCE,
    cells,
    fields_told,
    fits_unit,
    of_no_cell,
    scale_of,
    total,
    unexplained,
)
from desktop.audit.row_groups import groups_of
from desktop.audit.row_scene import OF, PAIR, POINTS, RATES, Scene, scene
from desktop.audit.row_sizes import fits, fits_text, size_of
from desktop.audit.scope import Section
from desktop.audit.slips import of_digits
from desktop.audit.spoken import Clause, spoken
from desktop.audit.table_names import plain
from desktop.audit.views import View, views_at
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "rows_told"
_UNSURE: Final = re.compile(
    r"[早晚迟]了|提[前早]|推[迟后]|增[速幅长]|[降涨跌升]幅|变化|增加|减少|上涨|下降|上升|若|如果|假如|预计|计划|目标|曾|原来|同期|同比|环比|去年|上年|行业|全国|市场|同行|[前后]者"
)
_MAY: Final = re.compile(r"[比较于过出先后和与跟同距离赢输的]|[多少高低贵快慢早晚长短大小][了出约近逾]")
_PER: Final = re.compile(r"每|[人户店亩件笔单次台]均")
_PRICED: Final = re.compile(r"每|均|价|贵|便宜|[单一][件台公斤度吨箱]|率|效")
_EITHER: Final = re.compile(r"相?差(?!劲)|隔|悬殊|之间|差距")
TIMES: Final = Text(
    "表中{0}一栏，{1}是{2}，{3}是{4}：前者是后者的{5}，文中却说{6}。",
    "In the column {0}, {1} is {2} and {3} is {4}: the first is {5} of the second; the text says {6}.",
)
APART: Final = Text(
    "表中{0}一栏，{1}是{2}，{3}是{4}：前者比后者{5}，文中却说{6}。",
    "In the column {0}, {1} is {2} and {3} is {4}: the first is {5} than the second; the text says {6}.",
)
MORE, LESS = Text("高{}", "{} more"), Text("低{}", "{} less")
AND: Final = Text("、", " + ")


@check(KEY, "表中两项相比", "two things of a table compared", "section", needs={"section": ("named",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Reckon what each figure that sets one line against another should be; false only if nothing near gives it."""
    for clause in spoken(piece):
        figures = [f for f in clause.figures if f.role not in ("rank", "threshold") and f.unit != "year"]
        if not figures or _MAY.search(clause.text) is None:
            continue
        begin = clause.start - piece.start
        opens = piece.text.rfind("\n", 0, begin) + 1
        known = [
            v for v in views_at(piece, clause.start)
            if not v.of_years and is_named(piece, v.sheet, opens, clause.end - piece.start)
        ]  # fmt: skip
        if not known or _UNSURE.search(clause.text):
            continue
        known += ends_told(known, piece.text[piece.sentence_start(begin) : clause.end - piece.start])
        for figure in figures:
            yield from _judged(piece, known, clause, figure)


def _judged(piece: Section, known: list[View], clause: Clause, figure: Figure) -> Iterator[Result]:
    failed: Result | None = None
    for view in known:
        told = scene(piece, view, clause, figure)
        if told is None:
            continue
        for held, result in _held(piece, view, clause, figure, told):
            if held:
                yield result
                return
            failed = failed or result
    if (
        failed is not None
        and _PER.search(clause.text)
        and not any(_PER.search(h) for v in known for h in v.fields.values())
    ):
        return  # 海岛线比古城线每人贵一倍
    if failed is not None and not fits_text(piece, clause, figure) and not follows_made(piece, figure):
        yield failed


def _held(
    piece: Section, view: View, clause: Clause, figure: Figure, told: Scene
) -> Iterator[tuple[bool, Result]]:
    pairs = [(s, o) for s, o in itertools.product(told.subjects, told.objects) if not set(s) & set(o)]
    if not pairs:
        return
    lines = {n for pair in pairs[:1] for names in pair for n in names}
    fields, near = fields_told(piece, view, clause, lines, figure)
    own = [f for f in fields if cells(view, pairs[0][0], f) and cells(view, pairs[0][1], f)]
    if not _PRICED.search(clause.text):  # 葡萄比香蕉多卖180元 is of no column of 元/公斤 where one has 元
        own = [f for f in own if not _is_price(view, f)] or own
    for subject, other in pairs[:1] if told.clear else pairs:
        for field in fields if near else view.fields:
            if _fits(view, field, subject, other, figure, told):
                yield True, _told(piece, view, clause, field, subject, other, figure, told, held=True)
                return
    start = clause.figures[0].anchor.start - clause.start if clause.figures[0] is not figure else 0
    words = clause.text[: figure.anchor.start - clause.start]
    for group in reversed(groups_of(piece, view, clause)):
        if group.end <= len(words):
            words = f"{words[: group.start]}{'|' * (group.end - group.start)}{words[group.end :]}"
    for line in lines:  # 6月单月
        words = words.replace(f"单{line[-1:]}", "||")
    strange = unexplained(view, words[start:])
    if near < SENTENCE or (near < CLAUSE and strange):  # of something else, perhaps
        for field in view.fields:
            if (
                field not in fields
                and fits_unit(view, field, figure)
                and _fits(view, field, *pairs[0], figure, told)
            ):
                return
    if (
        not own
        or not told.clear
        or ((told.over or told.kind == OF) and any(_is_cell(view, n, figure) for n in lines))
    ):
        return
    if not told.named and (
        of_no_cell(piece, view, clause, figure, own[0]) or unexplained(view, words, own[0])
    ):
        return
    if size_of(figure, told.bound, told.words) is None or _values(view, own[0], *pairs[0]) is None:
        return
    if near < CLAUSE and strange and not _slip(view, own[0], pairs[0], figure, told):
        return
    if near < LINE and figure.unit in RATES and len(view.fields) > 1:
        return
    yield False, _told(piece, view, clause, own[0], *pairs[0], figure, told, held=False)


def _is_price(view: View, field: int) -> bool:
    return "/" in next(iter(view.column(field).values())).unit


def _is_cell(view: View, line: str, figure: Figure) -> bool:
    return any(name == line for name, _ in view.holders(figure))


def _values(
    view: View, field: int, subject: tuple[str, ...], other: tuple[str, ...]
) -> tuple[tuple[Interval, float], tuple[Interval, float]] | None:
    a, b = total(view, subject, field), total(view, other, field)
    return (a, b) if a is not None and b is not None and a[1] > 0 and b[0].low > 0 else None


def _fits(
    view: View, field: int, subject: tuple[str, ...], other: tuple[str, ...], figure: Figure, told: Scene
) -> bool:
    both = _values(view, field, subject, other)
    size = size_of(figure, told.bound, told.words)
    cell = next(iter(view.column(field).values()))
    if size is not None and figure.unit not in (*RATES, *POINTS) and not cell.unit and figure.unit:
        scale = scale_of(view, figure)
        if not scale:
            return True  # who knows what they are counted in
        size = size.scaled(1 / scale)
    if both is None or size is None:
        return False
    sign = _way(view, field, told) if told.kind not in (OF, PAIR) else 0
    return fits(both[0][0], both[1][0], size, figure.unit, ratio=told.kind == OF, way=sign)


def _way(view: View, field: int, told: Scene) -> int:
    if _EITHER.search(told.words):
        return 0
    cell = next(iter(view.column(field).values()))
    return way(told.words, cell.unit, plain(view.fields[field]))


def _slip(
    view: View, field: int, pair: tuple[tuple[str, ...], tuple[str, ...]], figure: Figure, told: Scene
) -> bool:
    both = _values(view, field, *pair)
    if both is None:
        return False
    a, b = both[0][1], both[1][1]
    if figure.unit not in RATES:
        return of_digits(figure, abs(a - b))
    scale = 1.0 if figure.unit == "times" else 100.0
    return of_digits(figure, a / b * scale if told.kind == OF else abs(a - b) / b * scale)


def _told(
    piece: Section, view: View, clause: Clause, field: int, subject: tuple[str, ...], other: tuple[str, ...],
    figure: Figure, told: Scene, *, held: bool,
) -> Result:  # fmt: skip
    one, two = cells(view, subject, field) or [], cells(view, other, field) or []
    a, b = (sum(value_of(f) or 0.0 for f in own) for own in (one, two))
    figures = (figure, *one, *two)
    left, right = amount(a, one[0], exact=True), amount(b, two[0], exact=True)
    names = [AND.join([quote(n) for n in own]) for own in (subject, other)]
    shown = (quote(plain(view.fields[field])), names[0], left, names[1], right)
    if figure.unit in RATES:
        share = Text(f"{number(a / b * 100)}%", f"{number(a / b * 100)}%")
        if a > b and told.kind == OF:
            share = Text(f"{number(a / b, 2)}倍", f"{number(a / b, 2)} times the size")
        written = formula("{} ÷ {} = {}", left, right, share)
        pattern, extra = TIMES, share
        if told.kind != OF:
            apart = Text(*(f"{number(abs(a / b - 1) * 100)}%",) * 2)
            written = formula(
                "{} ÷ {} − 1 = {}", left, right, Text(*(f"{'−' if a < b else ''}{apart.zh}",) * 2)
            )
            pattern, extra = APART, (LESS if a < b else MORE).format(apart)
    else:
        apart = amount(abs(a - b), one[0], exact=True)
        if figure.unit in POINTS:
            apart = Text(f"{number(abs(a - b))}个百分点", f"{number(abs(a - b))} percentage points")
        written = formula("{} − {} = {}", left, right, formula("−{}" if a < b else "{}", apart))
        pattern, extra = APART, (LESS if a < b else MORE).format(apart)
    if held:
        return say.passed(KEY, figures, written)
    at = max(0, figure.anchor.start - piece.start - len(told.words) - 8)
    place = piece.anchor(max(at, clause.start - piece.start), figure.anchor.end - piece.start)
    return say.finding(
        KEY,
        "inconsistent",
        figures,
        written,
        pattern.format(*shown, extra, quote(place.quote)),
        "rows",
        spans=(place,),
    )
