"""Words of a lasting trend over two moments, and of a gradual loss over a table of one moment."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.keys import folded
from desktop.audit.lines import lines
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text

KEY: Final = "trend_words"
_WAY: Final = r"(?:恶化|走弱|走低|走高|下滑|下降|下行|上升|攀升|上行|增长|萎缩|改善|扩大|减少|增加)"
_TREND: Final = re.compile(
    rf"(?:持续|不断|逐年|连年|一路|节节|逐步|日益){_WAY}|(?:呈现?|处[于在]|延续|保持)[^，。；\d]{{0,6}}{_WAY}[^，。；\d]{{0,3}}(?:趋势|态势|之中|通道)|"
    r"\b(?:steadily|continuously|year after year|kept) (?:rising|falling|rose|fell|growing|shrinking|declin\w+)",
    re.I,
)
_LOSING: Final = re.compile(
    r"(?:逐渐|渐渐|逐步|日渐|日益|越来越|渐|不断)(?P<way>(?:失去?|丧失|不再有?)[^，。；]{0,3}优势|落后|领先|占优|处于?(?:下风|劣势|上风)|不敌|被[^，。；]{1,8}(?:超越|赶超|甩开))"
)
_TIME: Final = re.compile(
    r"(?:19|20)\d\d|[一二三四]季度|[上下]半年|\d+月|Q[1-4]|之?前|之?后|初|现|上[年期]|去年|今年|此前", re.I
)
TWO = Text(
    "文中说{0}，本段给出的却至多是两个时点（{1}）{2}：首尾不同不等于其间一直如此。",
    "The text says {0} but gives two moments at most ({1}){2}: that the ends differ does not show what lay between.",
)
ONE = Text("，{0}只有一个", "; for {0} there is but one")
ONE_MOMENT = Text(
    "文中说{0}，对照的表（{1}）只有一个时点，没有更早的数值：能看出高低，看不出变化。",
    "The text says {0}, but the table it rests on ({1}) is of one moment, without earlier values: it can show who is "
    "ahead, and no change.",
)
_MOST: Final = 3


@check(
    KEY,
    "趋势用语",
    "words of a trend",
    "section",
    needs={
        "section": (
            "持续|不断|逐年|连年|一路|节节|逐步|日益|处于|处在|延续|保持|逐渐|越来 呈渐 latin",
            "恶化|走弱|走低|走高|下滑|下降|下行|上升|攀升|上行|增长|萎缩|改善|扩大|减少|增加 "
            "优势|落后|领先|占优|下风|上风|劣势|不敌|超越|赶超|甩开 latin",
        )
    },
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold words of a trend against the number of moments that the section gives."""
    if _TREND.search(piece.text):
        yield from _two_moments(piece)
    if piece.tables and _LOSING.search(piece.text):
        yield from _one_moment(piece)


def _two_moments(piece: Section) -> Iterable[Result]:
    for start, end in lines(piece.text):
        found = [] if "|" in piece.text[start:end] else list(_TREND.finditer(piece.text, start, end))
        if not found:
            continue
        series = _series(piece.between(piece.start + start, piece.start + end))
        pairs = {name: own for name, own in series.items() if len(own) == 2 and _apart(own)}
        if not pairs or any(len(own) > 2 for own in series.values()) or _elsewhere(piece, series):
            continue
        singles = [own[0] for own in series.values() if len(own) == 1 and own[0].direction]
        shown = Text("；", "; ").join([_line(own) for own in pairs.values()])
        names = Text("、", ", ").join([say.title(f) for f in singles[:_MOST]])
        rest = ONE.format(names) if singles else NOTHING
        words = say.listed([quote(m[0]) for m in found[:_MOST]])
        figures = [f for own in pairs.values() for f in own] + singles
        spans = [piece.anchor(m.start(), m.end()) for m in found]
        yield say.on_section(KEY, "ambiguous", figures, TWO.format(words, shown, rest), "two", spans)


def _series(figures: tuple[Figure, ...]) -> dict[str, list[Figure]]:
    """The values of each indicator, in the order of time; a change to a value adds the moment it started from."""
    found: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if (
            not figure.is_date
            and figure.role != "rank"
            and figure.indicator.zh
            and value_of(figure) is not None
        ):
            name = re.sub(r"[（(].*|较.*|比.*|的变化.*", "", figure.indicator.zh)
            kind = "share" if figure.unit in ("%", "pp") else figure.unit
            found[f"{figure.entity.zh}|{folded(name)}|{kind}"].append(figure)
    return found


def _apart(own: list[Figure]) -> bool:
    """Whether two values are of different years, by their own times or by that of a change."""
    years = {d.year for f in own if f.period for d in (f.period.start, f.period.end) if d}
    return len(years) == 2 and max(years) - min(years) >= 2


def _elsewhere(piece: Section, series: dict[str, list[Figure]]) -> bool:
    """Whether a table of the section has more moments of one of the indicators."""
    known = {name.split("|")[1] for name in series}
    count: defaultdict[str, set[str]] = defaultdict(set)
    for figure in piece.figures:
        if figure.table and figure.period is not None and folded(figure.indicator.zh) in known:
            count[folded(figure.indicator.zh)].add(figure.period.text)
    return any(len(times) > 2 for times in count.values())


def _line(own: list[Figure]) -> Text:
    """ "name: 2017, 2020"."""
    years = sorted({d.year for f in own if f.period for d in (f.period.start, f.period.end) if d})
    return Text("{0}：{1}年、{2}年", "{0}: {1} and {2}").format(say.title(own[0]), years[0], years[-1])


def _one_moment(piece: Section) -> Iterable[Result]:
    for start, end in lines(piece.text):
        if "|" in piece.text[start:end]:
            continue
        for match in _LOSING.finditer(piece.text, start, end):
            for sheet in piece.near(piece.start + start):
                if _of_rivals(sheet, piece.text[start:end]):
                    title = quote(sheet.table.title)
                    said = ONE_MOMENT.format(quote(match[0]), title)
                    place = piece.anchor(match.start(), match.end())
                    yield say.told(KEY, "ambiguous", (sheet.table.id,), (), NOTHING, said,
                                   (place, sheet.table.anchor), "one", tag=match[0])  # fmt: skip
                    return


def _of_rivals(sheet: Sheet, line: str) -> bool:
    """Whether a table sets things side by side, one of which the line names, and knows no time."""
    if any(f.is_date for f in sheet.figures) or len(sheet.figures) < 2:
        return False
    heads = [sheet.head(c) for c in sheet.cols]
    labels = [sheet.label(r) for r in sheet.rows]
    if any(_TIME.search(w) for w in (*heads, *labels, sheet.table.title.zh)):
        return False
    names = [w.strip() for w in (*heads[1:], *labels) if len(w.strip()) >= 2]
    return any(n in line for n in names)
