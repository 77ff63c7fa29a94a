"""Sums over years of a table, told in a sentence: 头三年累计亏1.85亿元, 六年营业额累计2,720万元."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import amount, stated
from desktop.audit.check import Result, World, check
from desktop.audit.fitting import fitting
from desktop.audit.interval import value_of
from desktop.audit.marks import TABLE
from desktop.audit.reading import number
from desktop.audit.scope import Section
from desktop.audit.series import Series, series_of
from desktop.audit.sheet import Sheet
from desktop.audit.slips import of_digits, of_scale
from desktop.audit.ways import Way, allowed, like, signed
from desktop.audit.worked import Worked, worked
from desktop.audit.worked_told import written
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "column_totals"
_N: Final = r"[一二两三四五六七八九十]{1,2}|\d{1,2}"
_SPAN: Final = re.compile(
    rf"(?P<end>前|头|后|末|最初|起初|最后|最近|近|过去|这)?(?P<n>{_N})(?:个)?(?:完整)?(?:财|会计)?年(?:度|间|里|下来|来)?(?!前|后|期|多|半)|"
    r"(?P<from>(?:19|20)\d\d)年?(?:至|到|—|–|-|~|～)(?P<to>(?:19|20)\d\d)年|(?P<all>历年|各年|逐年)"
)
_TOTAL: Final = re.compile(
    r"累计|合计|总计|总共|一共|共计|加起来|加在一起|合起来|相加|总[数额量和]|[^公]共|in total|altogether"
)
_NO_TOTAL: Final = re.compile(
    r"均|复合|新[开增设建]|净增|关[掉闭停店]|每年|年年|增|减少|下降|上升|涨|降|翻|从|由|升|跌|少了|多了|预[计期]|计划|未来"
)
_EACH: Final = re.compile(r"(?:平均|每)[^，,。；]*$")  # 平均每城的车辆六年来都是2万辆
_ENDS: Final = dict.fromkeys(("前", "头", "最初", "起初"), True) | dict.fromkeys(
    ("后", "末", "最后", "最近", "近", "过去"), False
)
_STOP: Final = frozenset("年度数量额的总均和期末初元万亿人次率每单合计累")
WRONG: Final = Text(
    "表中“{0}”{1}—{2}年相加是{3}，不是文中的{4}。", "“{0}” in the table adds up to {3} over {1}–{2}, not {4}."
)


@check(KEY, "表中多年合计", "totals over the years of a table", "section", needs={"section": (TABLE, "年")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold a total over some years against the column that its words name."""
    if _SPAN.search(piece.plain_text) is None or not any(map(series_of, (*piece.sheets, *piece.earlier))):
        return
    for told in worked(piece):
        at = told.figure.anchor.start - told.start
        opening = told.sentence[max(0, at - 40) : at]
        if "年" not in opening:  # every span has one
            continue
        span = None
        for span in _SPAN.finditer(opening):  # noqa: B007 - the last one is wanted
            pass
        if span is None:
            continue
        words = opening[span.start() :]
        cue = _TOTAL.search(words) is not None
        if (
            _NO_TOTAL.search(words)
            or _EACH.search(opening[: span.start()])
            or "。" in words
            or (not cue and len(words) > span.end() - span.start() + 2)
        ):
            continue
        yield from _over(piece, told, span, opening, cue=cue)


def _over(piece: Section, told: Worked, span: re.Match[str], opening: str, *, cue: bool) -> Iterator[Result]:
    sheets = [s for s in piece.around(told.figure.anchor.start) if not s.key.startswith("table:list:")]
    known = [s for sheet in sheets for s in series_of(sheet) if like(s.cells[0][1], told.figure)]
    sums = [(one, way) for one in known if (way := _sum(one, span)) is not None]
    own = allowed(told.figure)
    if not sums or own is None:
        return
    for _, way in sums:
        if own.meets(way.found) or own.meets(way.found.scaled(-1)):
            exact = abs(abs(way.point) - (value_of(told.figure) or 0.0)) < 1e-9 * max(1.0, abs(way.point))
            yield say.passed(KEY, (told.figure, *way.inputs), written(way, told.figure), rounded=not exact)
            return
    named = _named(sums, opening)
    if len(named) == 1:
        accused = named
    else:  # no column, or more than one, is named: only a plain slip of one of them is told
        accused = [
            (s, w)
            for s, w in (named or sums)
            if of_digits(told.figure, abs(w.point)) or _scaled(told.figure, w)
        ]
    if len(accused) == 1 and not _otherwise(told, known, sheets, cue=cue):
        one, way = accused[0]
        yield _wrong(told, one, way)


def _scaled(claim: Figure, way: Way) -> bool:
    return of_scale(claim, way.found if way.point > 0 else way.found.scaled(-1)) != 0


def _sum(one: Series, span: re.Match[str]) -> Way | None:
    cells = [f for _, f in one.cells]
    if span["from"]:
        first, last = int(span["from"]), int(span["to"])
        own = [f for y, f in one.cells if first <= y <= last]
        whole = len(own) == last - first + 1
    elif span["all"]:
        own, whole = cells, True
    else:
        many = number(span["n"])
        ahead = _ENDS.get(span["end"] or "")
        own = cells[:many] if ahead else cells[-many:]
        if ahead is None and many < len(cells):  # of as many years as there was anything
            some = [n for n, f in enumerate(cells) if value_of(f)]
            own = cells[some[0] : some[-1] + 1] if len(some) == many else []
        whole = len(own) == many
    return signed(own, (1,) * len(own)) if whole and len(own) > 1 else None


def _named(sums: Sequence[tuple[Series, Way]], opening: str) -> list[tuple[Series, Way]]:
    """The columns that the words before a total name: by two characters of their names, else by one of its own."""
    for size, words in ((2, opening[-14:]), (1, opening[-8:]), (2, opening)):
        found = [(s, w) for s, w in sums if _shared(s.name, words, size)]
        if found:
            return found
    return []


def _shared(name: str, words: str, size: int) -> bool:
    runs = (name[i : i + size] for i in range(len(name) - size + 1))
    return any(r in words for r in runs if not _STOP.issuperset(r))


def _otherwise(told: Worked, known: Sequence[Series], sheets: Sequence[Sheet], *, cue: bool) -> bool:
    """Whether any other run of a column, or the amounts of the text give the number; or a change, without ``cue``."""
    if fitting(told.figure, told.near, told.far) is not None:
        return True
    own = allowed(told.figure)
    for one in known:
        cells = [f for _, f in one.cells]
        for start, end in itertools.combinations(range(len(cells) + 1), 2):
            way = signed(cells[start:end], (1,) * (end - start))
            if (
                way is not None
                and own is not None
                and (own.meets(way.found) or own.meets(way.found.scaled(-1)))
            ):
                return True
        for a, b in itertools.combinations(cells, 2) if not cue else ():
            gap = signed((b, a), (1, -1))
            if (
                gap is not None
                and own is not None
                and (own.meets(gap.found) or own.meets(gap.found.scaled(-1)))
            ):
                return True
    cells = [f for sheet in sheets for f in sheet.figures if like(f, told.figure)]
    return any(value_of(f) == value_of(told.figure) for f in cells)


def _wrong(told: Worked, one: Series, way: Way) -> Result:
    years = [y for y, f in one.cells if f in way.inputs]
    made = amount(abs(way.point), told.figure, exact=True)
    said = WRONG.format(one.name, str(years[0]), str(years[-1]), made, stated(told.figure))
    return say.finding(KEY, "inconsistent", (told.figure, *way.inputs), written(way, told.figure), said)
