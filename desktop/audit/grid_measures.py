"""What words measure the things of a grid by: a number they have, how it grew, one number over another.

All readings that the words allow are made; a claim is wrong only where it is so in each.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from desktop.audit.amounts import bare, formula, number
from desktop.audit.grids import Field, Grid
from desktop.audit.interval import Interval, as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.table_names import MERE_TIME, noun
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.units import unit

LEVEL, MOVE, GAP, RATIO, EACH = "level", "move", "gap", "ratio", "each"
_MOVE: Final = re.compile(
    r"(?P<rate>增[速幅]|[涨升降跌减]幅|增长率|变化率|提速)|(?P<gap>[增减]量|净增|净减|新增|多[了出]|少了|增收|增产)|"
    r"(?P<any>增[长加产收]|上[涨升]|下[降跌滑]|减少|提[升高]|回落|[涨升增降跌减](?=得|了|$))(?:得|了)?"
)
_DOWN: Final = re.compile(r"下|[降跌减落少]")
_WHEN: Final = re.compile(
    r"同比|环比|较?比?(?:上年|去年|上月|上季度?|上一[年季月]度?|上期|年初|前一年)(?:同期)?(?:来?说)?|(?:19|20)\d\d年度?|\d{1,2}月份?|[一二三四]季度|今年|本[年月季期]|[上下]半年"
)
_RATE: Final = re.compile(r"(?P<of>[\u4e00-\u9fff]{2,4})率")
_EACH: Final = re.compile(
    r"每(?P<thing>[亩人户店件单台车吨名位家])|(?P<who>[人户店件单台车])均|(?P<land>亩产|单产)|(?P<client>客单价)"
)
_THINGS: Final = {"亩": ("mu",), "人": ("person",), "名": ("person",), "位": ("person",)}
_PER_HEAD: Final = re.compile(r"率|均|每|单价|占比|比重|价格|指数|[倍分]")
_NO_OPERAND: Final = frozenset(("%", "times", "pp", "bp", "permille", "rank", "year"))
_COMMON: Final = frozenset("的了量数额率年月日人度期总合计单每大小高低多少上下")
_LIGHT: Final = re.compile(
    r"[的了是为在则也都还就却而但仍又得总]|其中|当中|里面?|[两三四五六七八九十]个?[年家个项类种款组户地市县区省店者条支所座大次]?[\u4e00-\u9fff]{0,3}[里中]|全部|总体|依然|反而|目前|达到?|成绩|水平|情况|规模|[\s，,、“”]"
)
_LAST: Final = 4  # times of one noun that are looked at two by two


class Reading(NamedTuple):
    """What each name comes to, with its kind, the figures it is worked out of and how it is shown."""

    kind: str
    unit: str
    values: dict[str, Interval]
    figures: Mapping[str, tuple[Figure, ...]]
    show: Callable[[str], Text]


def readings(grid: Grid, words: str) -> list[Reading]:
    """What words may measure a grid by; nothing where they have a noun that the grid does not explain."""
    moves = _MOVE.search(words)
    left = _WHEN.sub("|", words)
    if moves is not None:
        rest = _LIGHT.sub("|", _MOVE.sub("|", left))
        return [r for r in _moved(grid, moves, words) if _explained(rest, _words(grid, r))]
    left = _LIGHT.sub("|", left)
    each, rate = _EACH.search(left), _RATE.search(left)
    named = [f for f in grid.fields if not f.moves and rate is not None and _is_rate(f, rate[0])]
    if not named and rate is not None:
        return list(_ratios(grid, rate["of"]))
    if not named and each is not None and not any(each[0] in f.words for f in grid.fields):
        return list(_eachs(grid, each, _EACH.sub("|", left)))
    return list(_levels(grid, left, words))


def _explained(left: str, known: str) -> bool:
    return all(char in known for char in left if "\u4e00" <= char <= "\u9fff")


def _is_rate(field: Field, rate: str) -> bool:
    """Whether a field holds a rate: 不良率, of 不良贷款率."""
    return rate in field.words or (field.unit in ("%", "permille") and _explained(rate, field.words))


def _words(grid: Grid, _reading: Reading) -> str:
    return grid.topic + "".join(f.words for f in grid.fields) + "".join(grid.names) + "量额数"


def _levels(grid: Grid, left: str, words: str) -> Iterator[Reading]:
    own = [f for f in grid.fields if not f.moves and f.unit not in ("rank",)]
    bare_left = left.strip("|")
    if not bare_left:
        if len(own) == 1 or grid.end:
            yield from (_level(f) for f in own[:1])
        return
    nouns = {id(f): noun(f.words) for f in own}
    whole = [f for f in own if len(nouns[id(f)]) > 1 and nouns[id(f)] in left]
    years = set(re.findall(r"(?:19|20)\d\d|[一二三四]季度|\d+月", words))
    chosen = whole or [
        f for f in own if _explained(bare_left, f.words + (grid.topic if f is own[0] else "") + "数量额")
    ]
    chosen = [
        f for f in chosen if years & set(re.findall(r"(?:19|20)\d\d|[一二三四]季度|\d+月", f.words))
    ] or chosen
    yield from (_level(f) for f in chosen)


def _level(field: Field) -> Reading:
    values = {n: c for n, f in field.cells.items() if (c := _signed(f, moves=field.moves)) is not None}
    figures = {n: (f,) for n, f in field.cells.items()}
    return Reading(
        MOVE if field.moves else LEVEL, field.unit, values, figures, lambda n: bare(field.cells[n])
    )


def _signed(figure: Figure, *, moves: bool) -> Interval | None:
    own = as_claim(figure)
    return own.scaled(-1) if own is not None and moves and figure.direction == "down" and own.low > 0 else own


def _moved(grid: Grid, told: re.Match[str], words: str) -> Iterator[Reading]:
    """How all grew: as told, else from one time to the next."""
    own = [f for f in grid.fields if f.moves]
    if own and told["gap"] is None:
        yield from (_level(f) for f in own if f.unit == "%")
        if any(f.unit == "%" for f in own):
            return
    kinds = [MOVE] if told["rate"] else [GAP] if told["gap"] else [MOVE, GAP]
    if grid.of_times:
        for field in grid.fields:
            if not field.moves:
                pairs = {b: (field.cells[a], field.cells[b]) for a, b in itertools.pairwise(grid.names)}
                yield from (_pairs(pairs, kind) for kind in kinds)
        return
    for before, after in _times(grid, words):
        pairs = {n: (before.cells[n], after.cells[n]) for n in grid.names}
        yield from (_pairs(pairs, kind) for kind in kinds)


def _times(grid: Grid, words: str) -> Iterator[tuple[Field, Field]]:
    """Pairs of fields of one noun at two times, the earlier first."""
    fields = [f for f in grid.fields if not f.moves and f.unit not in ("rank",)]
    for one, other in itertools.combinations(fields[-_LAST:], 2):
        a, b = noun(one.words), noun(other.words)
        if one.unit == other.unit and one.words != other.words and (a == b or MERE_TIME & {a, b}):
            back = re.search(r"上年|去年|上月|上期|年初|同期|期初|改造前", other.words) is not None
            yield (other, one) if back else (one, other)


def _pairs(pairs: dict[str, tuple[Figure, Figure]], kind: str) -> Reading:
    values, shown = {}, {}
    for name, (one, other) in pairs.items():
        a, b = as_claim(one), as_claim(other)
        if a is None or b is None or a.low <= 0:
            continue
        quotient = b.over(a)
        made = (
            b.minus(a)
            if kind == GAP
            else quotient.minus(Interval(1.0, 1.0)).scaled(100)
            if quotient
            else None
        )
        if made is None:
            continue
        values[name] = made
        rate = "" if kind == GAP else f"（{number((made.low + made.high) / 2, 1)}%）"
        shown[name] = formula(
            "{} → {}{}", bare(one), bare(other), Text(rate, rate.replace("（", " (").replace("）", ")"))
        )
    code = next(iter(pairs.values()))[0].unit if kind == GAP else "%"
    return Reading(kind, code, values, {n: tuple(p) for n, p in pairs.items()}, shown.__getitem__)


def _ratios(grid: Grid, of: str) -> Iterator[Reading]:
    """及格率 of 及格人数 and 人数: the field that shares a word with the rate, over each other one that is as large."""
    fields = [f for f in grid.fields if not f.moves and f.unit not in _NO_OPERAND]
    shared = [(len((set(of) - _COMMON) & set(noun(f.words) if not grid.end else f.words)), f) for f in fields]
    most = max((n for n, _ in shared), default=0)
    for one, other in itertools.permutations(fields, 2):
        if most and not any(n == most and f is one for n, f in shared):
            continue
        if most and any(n == most and f is other for n, f in shared):
            continue
        if same_dimension(one.unit, other.unit) and not _PER_HEAD.search(one.words + other.words):
            made = _over(grid, one, other, RATIO)
            if made is not None and (most or not _DONE.search(of) or _PLAN.search(other.words)):
                yield made


_DONE: Final = re.compile("完成|达成|执行")
_PLAN: Final = re.compile("计划|目标|预算|任务|应")


def _eachs(grid: Grid, told: re.Match[str], left: str) -> Iterator[Reading]:
    """亩产 of 产量 and 面积, 户均 of 余额 and 户数."""
    thing = "亩" if told["land"] else "人单客" if told["client"] else told["thing"] or told["who"]
    fields = [f for f in grid.fields if not f.moves and f.unit not in _NO_OPERAND]
    for one, other in itertools.permutations(fields, 2):
        if same_dimension(one.unit, other.unit) or _PER_HEAD.search(one.words + other.words):
            continue
        if not _is_counted(other, thing) or not _explained(
            left.strip("|"), one.words + grid.topic + "产量额数"
        ):
            continue
        made = _over(grid, one, other, EACH)
        if made is not None:
            yield made


def _is_counted(field: Field, thing: str) -> bool:
    known = unit(field.unit)
    name = known.name.zh if known is not None else ""
    return any(c in name or field.unit in _THINGS.get(c, ()) or c in noun(field.words)[:1] for c in thing)


def _over(grid: Grid, one: Field, other: Field, kind: str) -> Reading | None:
    values: dict[str, Interval] = {}
    shown: dict[str, Text] = {}
    figures = {n: (one.cells[n], other.cells[n]) for n in grid.names}
    for name, (f, g) in figures.items():
        a, b = as_claim(f), as_claim(g)
        quotient = a.over(b) if a is not None and b is not None else None
        if quotient is None:
            return None
        values[name] = quotient.scaled(100) if kind == RATIO else quotient
        middle = (values[name].low + values[name].high) / 2
        shown[name] = formula(
            "{} ÷ {}" + (" = {}" if kind == RATIO else "{}"),
            bare(f),
            bare(g),
            Text(f"{number(middle, 1)}%", f"{number(middle, 1)}%") if kind == RATIO else Text("", ""),
        )
    return Reading(kind, "%" if kind == RATIO else one.unit, values, figures, shown.__getitem__)


def is_down(words: str) -> bool:
    """Whether words of change tell of a fall: 降幅, 下降."""
    found = _MOVE.search(words)
    return found is not None and _DOWN.search(found[0]) is not None


def agreeing(found: Sequence[Reading], figure: Figure) -> list[Reading]:
    """The readings in which some name has the number of a figure."""
    claim = as_claim(figure)
    if claim is None:
        return []
    alike = [r for r in found if same_dimension(r.unit, figure.unit)]
    size = (
        [Interval(-claim.high, -claim.low), claim]
        if figure.role == "change" or figure.unit == "%"
        else [claim]
    )
    return [r for r in alike if any(v.meets(s) for v in r.values.values() for s in size)]
