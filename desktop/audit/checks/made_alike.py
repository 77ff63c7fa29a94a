"""Two values of two times that are made alike: 每万件的投诉由5.5件升到12.0件, of complaints and policies then and now.

Where the one value is what two amounts of its time give, the other must be what the two of its own time give.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import amount, bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.fitting import fitting
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.passages import Passage, Told, passages
from desktop.audit.per import Thing, counts, rounded, size_of, thing_in
from desktop.audit.scope import Section
from desktop.audit.slips import of_scale
from desktop.audit.ways import Way, signed
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "made_alike"
_LEFT: Final = re.compile(r"剩|余(?!额)|能花|可支配|到手|落下|净|差额|还完|扣[完除掉]")
_AGO: Final = re.compile(
    r"(?:[一二两三四五六七八九十]年前|[去前]年|上年|此前|原来|当年|那时)[^，,。；\d]{0,4}$"
)
_NO: Final = re.compile(r"同比|环比|目标|预计|计划|最高|最低|其中|全国|行业|平均水平")
_TIMES: Final = ("%", "year", "month", "pp")
_DIGITS: Final = {"quotient": 2, "rest": 3}  # that a value must have for its making to be no accident
_MOST: Final = 8  # pairs that are tried
_SHEETS: Final = 3
_SENTENCES: Final = 2  # back to which amounts are looked for
_FAR: Final = 4  # times
WRONG: Final = Text(
    "{0}是{1}；照此，{2}应是{3}，不是文中的{4}。",
    "{0} is {1}; likewise {2} is {3}, not {4} as the text says.",
)


class _Two(NamedTuple):
    """One quantity at two times."""

    then: Figure
    now: Figure


@check(
    KEY, "两期同法", "values made alike", "section",
    needs={"section": ("每均摊剩余到净差完", "same*2", "level")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each two values of two times against the amounts of these times that one of them is made of."""
    for passage in passages(piece):
        for one, other in itertools.pairwise([t for t in passage.own if t.figure.unit not in _TIMES]):
            two = _claims(passage, one, other)
            if two is None:
                continue
            clause = passage.clause(one)
            thing = thing_in(clause)
            if thing is not None:
                yield from _held(piece, passage, one, two, thing)
            elif _LEFT.search(clause):
                yield from _held(piece, passage, one, two, None)


def _claims(passage: Passage, one: Told, other: Told) -> _Two | None:
    """Two values of one quantity in one sentence, the earlier first."""
    a, b = one.figure, other.figure
    gap = passage.between(one, other)
    if one.sentence != other.sentence or a.unit != b.unit or len(gap) > 24 or _NO.search(gap + one.lead):
        return None
    if a.role != "level" or b.role != "level" or not one.value or not other.value:
        return None
    if b.change_from == a.id:
        return _Two(a, b)
    if _AGO.search(gap):
        return _Two(b, a)
    years = _year(a), _year(b)
    if None in years or years[0] == years[1]:
        return None
    return _Two(a, b) if (years[0] or 0) < (years[1] or 0) else _Two(b, a)


def _year(figure: Figure) -> int | None:
    start = figure.period.start if figure.period is not None else None
    return start.year if start is not None else None


def _held(piece: Section, passage: Passage, told: Told, two: _Two, thing: Thing | None) -> Iterator[Result]:
    pairs = _pairs(piece, passage, told, two)
    found: list[tuple[Figure, Figure, Way, Way]] = []
    for top, bottom in itertools.permutations(pairs, 2):
        if not same_dimension(top.now.unit, two.now.unit):
            continue
        if thing is not None:
            if not _many(bottom.now, thing) or (
                thing.size == 1 and same_dimension(top.now.unit, bottom.now.unit)
            ):
                continue
            made = [_each(a, b, thing) for a, b in ((top.then, bottom.then), (top.now, bottom.now))]
        elif same_dimension(bottom.now.unit, two.now.unit):
            made = [signed((a, b), (1, -1)) for a, b in ((top.then, bottom.then), (top.now, bottom.now))]
        else:
            continue
        then, now = made
        if then is None or now is None or then.point <= 0 or now.point <= 0:
            continue
        fits = _gives(then, two.then), _gives(now, two.now)
        if all(fits):
            yield say.passed(KEY, (two.now, two.then, *now.inputs), _written(now, two.now), rounded=True)
            return
        kind = "quotient" if thing is not None else "rest"
        if fits[0] and _clear(two.then, kind):
            found.append((two.now, two.then, now, then))
        elif fits[1] and _clear(two.now, kind):
            found.append((two.then, two.now, then, now))
    if len({(claim.id, way.point) for claim, _, way, _ in found}) == 1:
        yield from _wrong(passage, told, *found[0])


def _wrong(
    passage: Passage, told: Told, claim: Figure, base: Figure, way: Way, like: Way
) -> Iterator[Result]:
    value = value_of(claim) or 0.0
    if not (way.point / _FAR < value < way.point * _FAR or of_scale(claim, way.found)):
        return
    near = [t.figure for t in passage.own if t.start < told.start and told.sentence - t.sentence <= 1]
    alike = [f for f in near if f is not base and f is not claim and same_dimension(f.unit, claim.unit)]
    if fitting(claim, alike) is not None:
        return
    shown = [formula(w.sign, *map(bare, w.inputs)) for w in (like, way)]
    said = WRONG.format(shown[0], stated(base), shown[1], amount(way.point, claim), stated(claim))
    yield say.finding(KEY, "inconsistent", (claim, *way.inputs, base), _written(way, claim), said)


def _gives(way: Way, claim: Figure) -> bool:
    own = rounded(claim)
    return own is not None and own.meets(way.found)


def _clear(figure: Figure, kind: str) -> bool:
    return len(re.sub(r"\D", "", figure.as_printed).strip("0")) >= _DIGITS[kind]


def _each(total: Figure, many: Figure, thing: Thing) -> Way | None:
    """So much for each of the thing, or for each ten thousand of it."""
    one, other, a, b = rounded(total), rounded(many), value_of(total), value_of(many)
    size = size_of(thing)
    found = one.over(other.scaled(1 / size)) if one is not None and other is not None else None
    if found is None or a is None or not b:
        return None
    return Way((total, many), found, a / b * size, "{} ÷ {}" if size == 1 else f"{{}} ÷ {{}} × {size:g}")


def _many(figure: Figure, thing: Thing) -> bool:
    """Whether an amount counts a thing, of whichever measure word: 5.4万把."""
    return counts(figure, thing) or (
        not figure.unit and figure.anchor.suffix.startswith(thing.code.removeprefix("count:"))
    )


def _written(way: Way, claim: Figure) -> Text:
    return formula("{} = {}", formula(way.sign, *map(bare, way.inputs)), amount(way.point, claim))


def _pairs(piece: Section, passage: Passage, told: Told, two: _Two) -> Sequence[_Two]:
    """What the text before, and the tables beside it, have at both times."""
    begin = next((t.start for t in passage.own if told.sentence - t.sentence <= _SENTENCES), 0)
    base = passage.line.start
    found = [
        _Two(m.before, m.after)
        for m in passage.line.moves
        if m.before.unit != "%" and base + begin <= m.before.anchor.start and m.after.anchor.end <= base + told.start
        and value_of(m.before) and value_of(m.after)
    ]  # fmt: skip
    years = {(_year(p.then), _year(p.now)) for p in (two, *found)}
    years = {y for y in years if None not in y and y[0] != y[1]}
    if len(years) == 1:
        ((then, now),) = years
        for sheet in piece.around(told.figure.anchor.start)[:_SHEETS]:
            heads = {str(y): [c for c in sheet.cols if c and str(y) in sheet.head(c)] for y in (then, now)}
            if all(len(cols) == 1 for cols in heads.values()):
                a, b = (cols[0] for cols in heads.values())
                cells = ((sheet.at(r, a), sheet.at(r, b)) for r in sheet.rows)
                found += [
                    _Two(x, y) for x, y in cells if x is not None and y is not None and x.unit == y.unit
                ]
    return list(dict.fromkeys(found))[:_MOST]
