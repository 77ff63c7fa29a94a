"""Words of a trend against the numbers they are of, beside them or in a table: 940件、760件、510件，逐年减少."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.lines import sentence_start
from desktop.audit.scope import Section
from desktop.audit.series import Series, meant
from desktop.audit.time_rows import time_rows
from desktop.audit.time_windows import told_series, window_of
from desktop.audit.trend_words_read import Trend, trends, way_on
from desktop.core.figure import Figure
from desktop.core.text import Text, same

KEY: Final = "trends"
_MARKS: Final = (
    "环比|逐年|逐月|逐季|逐次|逐日|逐周|逐届|逐期|年年|月月|季季|连年|次次|每年|连着|连续|连升|连涨|连增|连降|连跌|连减|一路|节节|步步|持续|不断|一直|越来|稳步|接连|每况|"
    "一年|一月|一季|一届|一期|先升|先涨|先增|先高|先降|先跌|先减|先低|先抑|先扬|先上|先下|先多|先少|只升|只增|只涨|只多|只高|只降|只减|只跌|只少|只低"
)
_ANY: Final = re.compile(_MARKS)
_GAP: Final = re.compile(
    r"(?:、|和|，|,|；|→|\d|年|月|末|底|初|季度|第[一二三四五六]个?[年月季周]|[首次一二三四五六][月年季周]度?|再?[一又]?[\u4e00-\u9fff]{0,2}[到至](?!底)|为|是|又|则|的|[上下]半年|\s)*"
)
_END: Final = re.compile(r"[。！？；;\n]")
_TIMES: Final = re.compile(
    r"(?:19|20)\d\d年[末底]?|\d{1,2}月份?|第?[首头次一二三四五六七八九十]个?[年月季周期]度?|到|为|是|则|有|只|仅|就|又|再|补贴前|[，,、：:→\s]"
)
_UNSURE: Final = re.compile(
    r"但|却|不再|没有|并未|未|不是|除|增速|[增降涨跌升减]幅|同比|环比|若|如果|预计|目标|计划|希望|可能|将|行业|同行|曾"
)
_PACE: Final = re.compile(r"(?:增长|上涨|下降|下跌|[升涨增降跌]势)得?$")  # 增长越来越慢 is of the steps
_PART: Final = re.compile(
    r"\d|以来|之后|其后|随后|后来|开始|[前后上下]半|近几|[近头前后末最][一两二三四五六]|季|月|若|预计|将|同行|行业|增速|[增降涨跌升减]幅|如果|目标|计划|希望|曾|不是|没有|并未|占|增量|[增减]加?量"
)
_SINCE: Final = re.compile(r"此后|之后|以后|随后")
_ITEM: Final = re.compile(r"^\s*(?:[-*•·]|\d{1,2}[.、)）])\s*")
_SAID: Final = re.compile(r"[两三四五六七八九十几\d]年[间来里]?|这|期间|的|数字|指标|[\s，,]")
_LASTS: Final = ("year", "month")  # 三年里一路走高
_FAR: Final = 16  # characters between the numbers and the words
_LEAST: Final = 3
_NAME: Final = 6
SAID: Final = Text(
    "文中说{0}，可{3}由{1}到{2}，方向不符。",
    "The text says {0}, but {3} goes from {1} to {2}, the other way.",
)
TURN: Final = Text(
    "文中说{0}，可{2}依次是{1}，并不如此。", "The text says {0}, but {2} goes {1}, which it is not."
)
NUMBERS: Final = Text("所列的数", "its own numbers")


@check(
    KEY,
    "走势用语",
    "words of a trend and the numbers",
    "section",
    needs={"section": (_MARKS, "table same*3")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold the words of a trend against the numbers right beside them, or the one series of a table that they name."""
    lines = {p.start: p for p in piece.lines}
    for start, line in piece.prose_lines:
        if _ANY.search(line) is None:
            continue
        for trend in trends(line):
            own = lines.get(piece.start + start)
            beside = _told(line, own.figures, own.start, trend) if own is not None else []
            if beside:
                yield from _held(piece, start, trend, beside, "")
            else:
                yield from _in_table(piece, start, line, trend)


def _beside(line: str, figures: Sequence[Figure], base: int, trend: Trend) -> list[Figure]:
    """The run of three numbers or more of one unit that ends right before the words, in their sentence."""
    at = trend.match.start()
    begin = sentence_start(line, at)
    before = [f for f in figures if begin <= f.anchor.start - base and f.anchor.end - base <= at
              and not f.is_date and f.unit not in _LASTS]  # fmt: skip
    if len(before) < _LEAST:
        return []
    gap = line[before[-1].anchor.end - base : at]
    after = re.split(r"[，,。；;！？]", line[trend.match.end() :])[0]
    if len(gap) > _FAR or _UNSURE.search(gap + after) or re.search(r"[。！？]", gap) or _PACE.search(gap):
        return []
    found = [before[-1]]
    for figure in reversed(before[:-1]):
        between = line[figure.anchor.end - base : found[-1].anchor.start - base]
        if figure.unit not in ("", found[-1].unit) or not _GAP.fullmatch(between):
            break
        found.append(figure)
    found.reverse()
    dates = [f.period.start for f in found if f.period is not None and f.period.start is not None]
    alike = all(f.role in ("level", "ratio") for f in found)
    in_order = len(set(dates)) < len(found) or dates == sorted(dates)
    return found if alike and in_order and len(found) >= _LEAST else []


def _told(line: str, figures: Sequence[Figure], base: int, trend: Trend) -> list[Figure]:
    """The run of numbers that some words are of: right before them, or announced by them."""
    if not trend.subject:
        return _beside(line, figures, base, trend) or _behind(line, figures, base, trend)
    return _behind(line, figures, base, trend)


def _behind(line: str, figures: Sequence[Figure], base: int, trend: Trend) -> list[Figure]:
    """The run of three numbers or more that follows the words and a colon: 连续两年不良率上升：2022年1.47%，…."""
    at = trend.match.end()
    if line[at : at + 1] not in ("：", ":") or trend.reaches or not trend.strict:
        return []
    stop = _END.search(line, at)
    end = stop.start() if stop is not None else len(line)
    found: list[Figure] = []
    last = at + 1
    for figure in figures:
        start = figure.anchor.start - base
        if start < last or figure.is_date or figure.unit in _LASTS:
            continue
        words = _TIMES.sub("", line[last : start + len(figure.anchor.quote) - len(figure.as_printed)])
        own = not found or same_dimension(figure.unit, found[0].unit)
        if start >= end or figure.role not in ("level", "ratio") or not own:
            break
        if len(words) > _NAME or (words and set(words).isdisjoint(trend.subject or words)):
            return []
        found.append(figure)
        last = figure.anchor.end - base
    return found if len(found) >= _LEAST and all((f.low or 0) >= 0 for f in found) else []


def _in_table(piece: Section, start: int, line: str, trend: Trend) -> Iterator[Result]:
    begin = sentence_start(line, trend.match.start())
    words = _ITEM.sub("", line[begin : trend.match.start()])
    clause = re.split(r"[，,；;：:]", words)[-1]
    window = window_of(clause)
    clause, words = (t[: -len(clause)] + window.left if clause else t for t in (clause, words))
    if (_SINCE.search(words) and not trend.steps) or (trend.reaches and not trend.match["loose"]):
        return
    known = [
        *told_series(piece, start),
        *(s for sheet in piece.around(piece.start + start) for s in time_rows(sheet)),
    ]
    own = meant(known, words + trend.match[0])
    if not own and len(known) == 1 and not _SAID.sub("", words):
        own = known  # 五年间逐年上升, of the one series there is
    own = [cut for s in own if (cut := window.of(s)) is not None]
    if trend.subject:
        own = [
            s for s in own if any(s.name[n : n + 2] in words + trend.subject for n in range(len(s.name) - 1))
        ]
        if "亏" in trend.subject and any((f.low or 0) < 0 for s in own for _, f in s.cells):
            return  # a loss that grows is a number that falls
    if len(own) != 1 or len(own[0].cells) < _LEAST or _PART.search(clause.replace(own[0].name, "")):
        return
    if trend.reaches:
        own = _until(piece, own[0], start + trend.match.end())
    yield from _held(
        piece, start, trend, [f for _, f in own[0].cells] if own else [], own[0].name if own else "",
        windowed=window.first > 0,
    )  # fmt: skip


def _until(piece: Section, series: Series, at: int) -> list[Series]:
    """The part of a series up to the number that follows some words; none where it has no such number."""
    figure = next(iter(piece.between(piece.start + at, piece.start + at + 6)), None)
    claim = as_claim(figure) if figure is not None else None
    if figure is None or claim is None:
        return []
    alike = [(n, as_claim(f)) for n, (_, f) in enumerate(series.cells) if same_dimension(f.unit, figure.unit)]
    ends = [n for n, own in alike if own is not None and own.meets(claim)]
    if len(ends) != 1 or ends[0] < 1:
        return []
    return [Series(series.name, series.cells[: ends[0] + 1])]


def _held(
    piece: Section, start: int, trend: Trend, values: Sequence[Figure], name: str, *, windowed: bool = False
) -> Iterator[Result]:
    if not values:
        return
    ways = way_on(trend, f"{name} {values[0].indicator.zh} @{values[0].unit}")
    if not ways or (trend.steps > len(values) + (not name) and not windowed):
        return
    if trend.steps and any(
        _all_go(values[n : n + trend.steps + 1], ways[0]) for n in range(len(values) - trend.steps)
    ):
        yield say.passed(KEY, values, same(" → ").join([bare(f) for f in values]))
        return
    if windowed and trend.steps >= len(values):
        shown = same(" → ").join([bare(f) for f in values])
        said = TURN.format(quote(trend.match[0]), shown, quote(name))
        place = piece.anchor(start + trend.match.start(), start + trend.match.end())
        yield say.finding(KEY, "changes_conclusion", values, shown, said, "steps", spans=(place,))
        return
    values = values[-1 - trend.steps :] if trend.steps else values
    steps = [s for s in itertools.pairwise(values) if same_dimension(s[0].unit, s[1].unit)]
    shown = same(" → ").join([bare(f) for f in values])
    place = piece.anchor(start + trend.match.start(), start + trend.match.end())
    told = quote(trend.match[0])
    whose = quote(name) if name else NUMBERS
    if len(ways) > 1:
        if _turns(steps, ways):
            yield say.passed(KEY, values, shown)
        else:
            said = TURN.format(told, shown, whose)
            yield say.finding(KEY, "changes_conclusion", values, shown, said, "turn", spans=(place,))
        return
    wrong = [s for s in steps if _goes(*s, up=ways[0] < 0)]
    if trend.strict and not wrong and all(a.as_printed == b.as_printed for a, b in steps):
        wrong = steps  # 一直是8500元
    if not wrong:
        yield say.passed(KEY, values, shown)
    elif trend.strict or len(wrong) == len(steps):
        one, other = wrong[0]
        said = SAID.format(told, bare(one), bare(other), whose)
        written = formula("{} → {}", bare(one), bare(other))
        yield say.finding(KEY, "changes_conclusion", (other, one), written, said, "steady", spans=(place,))


def _all_go(values: Sequence[Figure], way: int) -> bool:
    return not any(_goes(*s, up=way < 0) for s in itertools.pairwise(values))


def _turns(steps: Sequence[tuple[Figure, Figure]], ways: tuple[int, ...]) -> bool:
    """Whether some steps may go one way first and the other way after."""
    first, last = (w > 0 for w in ways)
    return any(
        not any(_goes(*s, up=not first) for s in steps[:n])
        and not any(_goes(*s, up=not last) for s in steps[n:])
        for n in range(1, len(steps))
    )


def _goes(before: Figure, after: Figure, *, up: bool) -> bool:
    """Whether a value surely went one way, whatever was rounded off."""
    one, other = as_claim(before), as_claim(after)
    if one is None or other is None:
        return False
    return one.high < other.low if up else other.high < one.low
