"""What two columns of a table give for a row, told of it: 城西支行每户35万元, 完成率82.2%, 还剩45台, 同比增两成.

A column is meant where its words name it, or where other numbers of the paragraph are made of the same two columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, percent, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.made_fields import (
    EACH,
    GROWTH,
    LEFT,
    PART,
    RATE,
    RATIOS,
    REST,
    Made,
    Worked,
    made_fields,
    may_be,
    worked,
)  # fmt: skip
from desktop.audit.made_measure import Measure, alike, measures
from desktop.audit.made_told import Told, operands, paragraphs, scale_of, scaled, told_in
from desktop.audit.made_words import BEFORE, NAMING, is_named, is_of, of_times
from desktop.audit.row_fields import cells, total
from desktop.audit.row_sizes import fits_text
from desktop.audit.row_wholes import shares, totals
from desktop.audit.scope import Section
from desktop.audit.slips import of_scale
from desktop.audit.spots import clauses_before
from desktop.audit.table_names import plain
from desktop.audit.views import View, views_at
from desktop.audit.ways import allowed
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "made_rows"
_UNSURE: Final = re.compile(
    r"简单平均|算术平均|加权|若|如果|假如|假设|预计|目标|行业|全国|市场|曾|上限|下限|至少|最多可|标准|要求|规定|往年|前年|中位|一?年前|此前|[折换]算成|加上|连同|算上|扣除|除去|刨去|减去|去掉|不含"
)
_ELSEWHEN: Final = re.compile(r"(?:19|20)\d\d年|去年|上年|同期|上月|当年")
_VALUE_THEN: Final = re.compile(
    r"(?:[上去前]一?[年期月季]|同期)(?:同期|末|底)?(?:则|也|还|只|仅|的|为|是|有|约)*$"
)
_ON_TIME: Final = re.compile(r"同比|环比|[比较][上去前]一?[年期月季]")
_FAR: Final = 2.5  # times
_ROUGH: Final = 0.12
_CLOSE: Final = 0.15
SIGNS: Final = {
    EACH: "{} ÷ {} = {}", RATE: "{} ÷ {} = {}", LEFT: "1 − {} ÷ {} = {}", REST: "{} − {} = {}",
    GROWTH: "{} ÷ {} − 1 = {}", PART: "{0} ÷ ({0} + {1}) = {2}",
}  # fmt: skip
SUM_SIGN: Final = "{} + {} = {}"
SAID: Final = Text(
    "表中{0}的{1}是{2}、{3}是{4}，由此得{5}，不是文中的{6}。",
    "The table has {2} of {1} and {4} of {3} for {0}, which gives {5}, not {6} as the text says.",
)
ALL: Final = Text("各项合计", "all rows together")
AND: Final = Text("、", " + ")


@check(KEY, "表中两栏算出的数", "numbers made of two columns", "section", needs={"section": ("named",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each number that two columns give for the rows of its clause against what they give."""
    for view, clauses in paragraphs(piece):
        told = told_in(piece, view, clauses)
        if any(one.whose is not None for one in told) and any(
            one.fits or NAMING.search(one.clause.text) for one in told
        ):
            every = measures(piece, view, told)
            for measure in every:
                for one in measure.told:
                    yield from _judged(piece, view, every, measure, one)


def _judged(
    piece: Section, view: View, every: Sequence[Measure], measure: Measure, one: Told
) -> Iterator[Result]:
    if one.whose is None:
        return
    shown = _shown(view, every, measure, one)
    if one.fits:
        meant = [m for m in one.fits if m in shown or is_named(view, m, measure.words)]
        for made in meant[:1]:
            lines = one.whose.lines[:1] if one.whose.each else one.whose.lines
            yield say.passed(KEY, (one.figure, *operands(view, made, lines)))
        return
    able = [
        m for m in made_fields(view)
        if may_be(view, m, one.figure.unit) and (m.kind != GROWTH or of_times(view, m))
    ]  # fmt: skip
    named = [
        m for m in able
        if not measure.strange and m.kind != PART and is_named(view, m, measure.words)
    ]  # fmt: skip
    seen = [m for m in able if m in shown]
    best = None
    for some in ([m for m in seen if m in named], seen, named):
        best = best or _likeliest(view, one, shown, some, measure.words)
    if best is None or not one.whose.sure or _explained(piece, view, one, best):
        return
    if best.kind != GROWTH and one.figure.role == "change" and _ON_TIME.search(one.clause.before(one.figure)):
        return  # 营业收入比上年增长20%: no ratio of two fields
    if best.kind == GROWTH and _VALUE_THEN.search(one.clause.before(one.figure)):
        return
    scale, lines = scale_of(piece, one.clause, one.figure), one.whose.lines
    if one.whose.each:
        lines = next(((n,) for n in lines if not _fits(view, best, (n,), one, scale)), lines[:1])
    found = scaled(view, best, lines, scale)
    value = value_of(one.figure) or 0.0
    if not found or found[0].point <= 0 or _fits(view, best, lines, one, scale):
        return
    slip = best.kind == EACH and of_scale(one.figure, found[0].found) != 0
    if slip or value / _FAR < found[0].point < value * _FAR:
        yield _finding(view, one, best, found[0], lines)


def _shown(view: View, every: Sequence[Measure], measure: Measure, one: Told) -> dict[Made, int]:
    """The made fields that other numbers of the measure have, and how many; of all lines, that single lines have."""
    found: dict[Made, int] = {}
    whole = one.whose is not None and len(one.whose.lines) == len(view.lines)
    for other in every:
        if other is not measure and not alike(other, measure):
            continue
        for told in other.told:
            if (
                told is one
                or told.is_cell
                or told.whose is None
                or not told.whose.sure
                or _rough(told.figure)
            ):
                continue
            if whole and not told.whose.named:
                continue
            for made in told.fits:
                found[made] = found.get(made, 0) + 1
    return found


def _rough(figure: Figure) -> bool:
    """Whether a number is so round that much gives it by chance: 七成, 1万元."""
    size, value = allowed(figure, cut=True), value_of(figure)
    return size is None or not value or size.high - size.low > _ROUGH * abs(value)


def _likeliest(view: View, one: Told, shown: dict[Made, int], some: list[Made], words: str) -> Made | None:
    """The one of some made fields that a number should be of."""
    if len(some) > 1:
        some = [made for made in some if is_of(view, made, words)] or some
    if len(some) > 1:
        most = max(shown.get(made, 0) for made in some)
        some = [made for made in some if shown.get(made, 0) == most]
    if len(some) > 1:
        some = [made for made in some if _near(view, made, one)]
    return some[0] if len(some) == 1 else None


def _near(view: View, made: Made, one: Told) -> bool:
    """Whether a number is close to what a field gives."""
    value = value_of(one.figure) or 0.0
    found = worked(view, made, one.whose.lines) if one.whose is not None else []
    return bool(found) and abs(found[0].point - value) < _CLOSE * value


def _fits(view: View, made: Made, lines: tuple[str, ...], one: Told, scale: float) -> bool:
    size = allowed(one.figure, cut=True)
    return size is not None and any(size.meets(w.found) for w in scaled(view, made, lines, scale))


def _explained(piece: Section, view: View, one: Told, best: Made) -> bool:
    """Whether a number may be anything else: a cell, a sum or a share of a column, or of another line."""
    figure, size = one.figure, allowed(one.figure, cut=True)
    if (
        size is None
        or one.whose is None
        or one.is_cell
        or any(v.holders(figure) for v in views_at(piece, one.clause.start))
    ):
        return True
    text = "".join((one.clause.text, *(c.text for c in clauses_before(piece, one.clause))))
    if _UNSURE.search(text) or (figure.unit != "%" and one.clause.after(figure).startswith("的")):
        return True
    lines = one.whose.lines
    if _ELSEWHEN.search(text) and not view.of_years and not BEFORE.search("".join(view.fields.values())):
        return True
    for field in view.fields:
        made = total(view, lines, field)
        if made is not None and figure.unit != "%" and size.meets(made[0]):
            return True
        if (
            figure.unit == "%"
            and figure.role != "change"
            and any(size.meets(s[1]) for s in shares(view, lines, field))
        ):
            return True
        if any((own := as_claim(cell)) is not None and size.meets(own) for cell in totals(view, field)):
            return True
    scale = scale_of(piece, one.clause, figure)
    others = [n for n in view.lines if n not in lines and _fits(view, best, (n,), one, scale)]
    if others and not one.whose.named:
        return True
    if any(_is_hinted(n, lines, one.clause.text) for n in others):
        return True
    return fits_text(piece, one.clause, figure)


def _is_hinted(name: str, lines: tuple[str, ...], words: str) -> bool:
    """Whether words have a piece of a name that is no piece of those meant: 合作社, of 丰岭合作社."""
    pieces = {name[i : i + 2] for i in range(len(name) - 1)}
    return any(p in words and not any(p in line for line in lines) for p in pieces)


def _finding(view: View, one: Told, made: Made, found: Worked, lines: tuple[str, ...]) -> Result:
    every = len(lines) == len(view.lines)
    shown = [_whole(view, f, lines, every=every) for f in (made.one, made.other)]
    result = percent(found.point) if made.kind in RATIOS else amount(found.point, one.figure)
    who = ALL if every else AND.join([quote(n) for n in lines])
    heads = [quote(plain(view.fields[f])) for f in (made.one, made.other)]
    said = SAID.format(who, heads[0], shown[0], heads[1], shown[1], result, stated(one.figure))
    written = formula(SIGNS.get(made.kind, SUM_SIGN), *shown, result)
    return say.finding(KEY, "inconsistent", (one.figure, *operands(view, made, lines)), written, said)


def _whole(view: View, field: int, lines: tuple[str, ...], *, every: bool) -> Text:
    own = cells(view, lines, field) or []
    known = totals(view, field) if every else own if len(own) == 1 else []
    if known:
        return bare(known[0])
    return amount(sum(value_of(c) or 0.0 for c in own), own[0], exact=True)
