"""What the rows of a table come to, or are on average, in any words: 四店当月卖出2,000万元; 四家首重均价10.63元."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.enumerations import DIGITS
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.row_fields import CLAUSE, SENTENCE, fields_told, fits_unit, scale_of, total
from desktop.audit.row_groups import groups_of, of_times
from desktop.audit.row_sizes import fits_text
from desktop.audit.scope import Section
from desktop.audit.slips import of_digits, of_scale
from desktop.audit.spoken import Clause, spoken
from desktop.audit.spots import clauses_before
from desktop.audit.table_names import TOTAL, plain
from desktop.audit.views import View, like_units, views_at
from desktop.audit.ways import allowed
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "rows_added"
_COUNT: Final = re.compile(
    r"(?<![第近前后过\d.])(?P<n>[两三四五六七八九十]|\d{1,2})(?:大|个|种|类)?"
    r"(?P<of>[家条款座种项块处地级档站店厂县市区镇乡村省国行门科笔个所校馆人名位队场支线路城者样类险股部组班台园])"
)
_SUM: Final = re.compile(
    r"合计|总计|共计|总共|一共|加起来|加在一[起块]|合起来|加总|相加|总和|之和|(?<!公)共(?![同享识和])|总[数额量]?|全部|拢共|通共"
)
_MEAN: Final = re.compile(r"平均|均(?!为|是)|每[家店校站馆所个条款县镇]")
_PLAIN_MEAN: Final = re.compile(r"算术|简单平均")
_UNSURE: Final = re.compile(
    r"预计|目标|计划|去年|上年|同期|同比|环比|增[长加]|[减升降涨跌]|年(?:间|里|来|累计)|前|后|除|以外|之外|剩|其余|行业|全国|若|如果|其中|最|第|比|超过|以上|左右各|净|相差|差"
)
_COMMON: Final = ("year", "month", "day", "rank", "times", "pp", "bp", "permille", "count:折", "count:成")
_AND: Final = re.compile("[和与、及]")
_WEIGHS: Final = re.compile(r"[数量额件户口人]|规模|余额|保费|收入|面积|里程")
_GOES_ON: Final = re.compile(r"[\d万亿元%][、和与及]+$")
_FAR: Final = 2.5  # times
_MANY: Final = 12  # lines whose runs are looked at
ADDED: Final = Text(
    "表中{0}一栏{1}项相加是{2}，不是文中的{3}。",
    "The {1} rows of the column {0} add up to {2}, not {3} as the text says.",
)
MEAN: Final = Text(
    "表中{0}一栏{1}项的平均是{2}，不是文中的{3}。",
    "The {1} rows of the column {0} are {2} on average, not {3} as the text says.",
)


@check(
    KEY, "表中各行之和与平均", "sums and means of the rows of a table", "section",
    needs={"section": ("table", "合总共加相和部均每两三四五六七八九十"), },
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Add up, or take the mean of, the rows that a clause counts or names all together."""
    if not piece.has_tables:
        return
    for clause in spoken(piece):
        figures = [f for f in clause.figures if f.role in ("level", "ratio") and f.unit not in _COMMON]
        if not figures or _UNSURE.search(clause.text):
            continue
        for figure in figures:
            yield from _judged(piece, clause, figure)


def _judged(piece: Section, clause: Clause, figure: Figure) -> Iterator[Result]:
    words = clause.before(figure)
    if _GOES_ON.search(words):
        return  # 四个季度依次为81.2亿、96.5亿、87.9亿和84.4亿元: the last of a list
    mean = _MEAN.search(words) is not None
    added = _SUM.search(words) is not None
    counted = _counts(words)
    if not counted and (mean or added):
        counted = next((n for c in clauses_before(piece, clause) if (n := _counts(c.text))), set())
    if not (mean or added or counted) or (figure.unit == "%" and not _PLAIN_MEAN.search(words)):
        return
    if figure.unit.startswith("count:") and _COUNT.fullmatch(figure.as_printed) is not None:
        return  # 四家
    failed: Result | None = None
    for view in views_at(piece, clause.start):
        if (
            of_times(view)
            or view.sheet.key.startswith("table:list:")
            or (len(view.lines) not in counted and not (added and (not counted or _AND.search(words))))
        ):
            continue
        for held, result in _held(piece, view, clause, figure, counted, mean=mean, added=added):
            if held:
                yield result
                return
            failed = failed or result
    if failed is not None and not fits_text(piece, clause, figure):
        yield failed


def _counts(words: str) -> set[int]:
    return {DIGITS.get(m["n"]) or int(m["n"]) for m in _COUNT.finditer(words)}


def _held(
    piece: Section, view: View, clause: Clause, figure: Figure, counted: set[int], *, mean: bool, added: bool
) -> Iterator[tuple[bool, Result]]:
    groups = [g for g in groups_of(piece, view, clause) if g.end + clause.start <= figure.anchor.start]
    lines = tuple(view.lines)
    if groups:
        lines = groups[-1].names
        if len(groups) > 1 or len(lines) < 2 or "" in lines or "它" in lines or not added or mean:
            return
    elif counted and len(lines) not in counted:
        return
    fields, near = fields_told(piece, view, clause, (), figure)
    fields = [f for f in fields if _levels(view, f)]
    known = [
        (f, made)
        for f in fields
        if len(view.column(f)) == len(view.lines) and (made := total(view, lines, f))
    ]
    own = allowed(figure, cut=True)
    value = value_of(figure) or 0.0
    if own is None or not known or not value:
        return
    many = len(lines)
    for field, (found, point) in known:
        scale = scale_of(view, figure) if not _unit(view, field) and figure.unit else 1.0
        if not scale:
            return
        ways = ((mean, 1 / many), (not mean, 1.0), (mean, 1.0))
        for wanted, by in ways:
            if wanted and own.meets(found.scaled(by * scale)):
                yield True, _told(view, field, lines, figure, point * by * scale, mean=by != 1, held=True)
                return
    field, (_, point) = known[0]
    point *= (scale_of(view, figure) if not _unit(view, field) and figure.unit else 1.0) / (
        many if mean else 1
    )
    slip = of_digits(figure, point) or of_scale(figure, Interval(point, point)) != 0
    close = value / _FAR < point < value * _FAR
    all_told = many in counted or bool(groups)
    bound = near >= (SENTENCE if all_told or groups else CLAUSE) and len(known) == 1
    if not bound and all_told:  # of several columns the one that it is a slip of
        slips = [(f, p / (many if mean else 1)) for f, (_, p) in known]
        slips = [(f, p) for f, p in slips if of_digits(figure, p)]
        bound = len(slips) == 1
        field, point, slip = (*slips[0], True) if bound else (field, point, False)
    if not bound or not (slip or (close and all_told)):
        return
    if _otherwise(view, figure, own, runs=not all_told, mean=mean):
        return
    yield False, _told(view, field, lines, figure, point, mean=mean, held=False)


def _levels(view: View, field: int) -> bool:
    return "率" not in view.fields[field] or next(iter(view.column(field).values())).unit == "%"


def _unit(view: View, field: int) -> str:
    return next(iter(view.column(field).values())).unit


def _otherwise(view: View, figure: Figure, own: Interval, *, runs: bool, mean: bool) -> bool:
    """Whether a cell of the table, a run of a column or of a row, or a quotient of totals is the amount."""
    cells = {p: c for p, c in view.sheet.levels.items() if like_units(c.unit, figure.unit)}
    if any(own.holds(value_of(cell) or 0.0) for cell in cells.values()):
        return True
    for axis in (0, 1) if runs else ():
        lines: dict[int, list[Interval]] = {}
        for place, cell in cells.items():
            end = as_claim(cell)
            if end is not None and not TOTAL.search(plain(view.sheet.label(place[0]))):
                lines.setdefault(place[axis], []).append(end)
        for ends in lines.values():
            for start, end_ in itertools.combinations(range(min(len(ends), _MANY) + 1), 2):
                both = Interval(sum(e.low for e in ends[start:end_]), sum(e.high for e in ends[start:end_]))
                if own.meets(both) or own.meets(both.scaled(1 / (end_ - start))):
                    return True
    if not mean:
        return False
    sums = [
        made[0] for f in view.fields if (made := total(view, view.lines, f)) is not None and made[0].low > 0
    ]
    for one, other in itertools.permutations(sums, 2):
        quotient = one.over(other)
        if quotient is not None and any(own.meets(quotient.scaled(by)) for by in (1.0, 100.0)):
            return True
    return _weighted(view, figure, own)


def _weighted(view: View, figure: Figure, own: Interval) -> bool:
    for f, g in itertools.product(view.fields, [f for f, h in view.fields.items() if _WEIGHS.search(h)]):
        if not fits_unit(view, f, figure):
            continue
        pairs = [
            (value_of(a) or 0.0, value_of(b) or 0.0)
            for n, a in view.column(f).items() if (b := view.column(g).get(n)) is not None
        ]  # fmt: skip
        weights = sum(w for _, w in pairs)
        if weights > 0 and own.holds(sum(v * w for v, w in pairs) / weights):
            return True
    return False


def _told(
    view: View, field: int, lines: tuple[str, ...], figure: Figure, point: float, *, mean: bool, held: bool
) -> Result:
    cells = [view.column(field)[n] for n in lines]
    made = amount(point, figure, exact=not mean)
    parts = say.listed([bare(c) for c in cells])
    written = (
        formula("({}) ÷ {} = {}", parts, str(len(cells)), made) if mean else formula("{} → {}", parts, made)
    )
    figures = (figure, *cells)
    if held:
        return say.passed(KEY, figures, written)
    head = quote(plain(view.fields[field]))
    said = (MEAN if mean else ADDED).format(head, str(len(cells)), made, stated(figure))
    return say.finding(KEY, "inconsistent", figures, written, said, "mean" if mean else "sum")
