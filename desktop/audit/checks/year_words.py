"""What words alone say of the years of a table: 收入逐年下降, 2022年的收入高于2019年."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, digits
from desktop.audit.keys import same_dimension
from desktop.audit.lines import sentence_start
from desktop.audit.scope import Section
from desktop.audit.series import Series, meant, series_of
from desktop.audit.telling import told
from desktop.core.text import Text, same

KEY: Final = "year_words"
_STEADY: Final = re.compile(
    r"(?P<strict>逐年|连年|年年|连续(?P<n>[两三四五六七八九]|\d)年)?(?(strict)|(?:一路|节节|持续|不断|稳步|接连|步步))(?:在|地)?(?P<way>[\u4e00-\u9fff]{2})"
    r"|(?P<only>只[升增涨多高]不[降减跌少低]|只[降减跌少低]不[升增涨多高]"
    r"|一[年季期届]比一[年季期届](?P<each>[高多大贵长低少小短])|一[年季期届](?P<over>[高多胜大长低少小短])[过似于]一[年季期届])"
)
_MAY: Final = (
    "逐年|连年|年年|连续|一路|节节|持续|不断|稳步|接连|步步|只升|"
    "只增|只涨|只多|只高|只降|只减|只跌|只少|只低|一年|一季|一期|一届"
)
_MAY_ORDER: Final = "高于|低于|超过|多于|少于|大于|小于|不及|不如|高过|低过"
_STEADY_AT_ALL, _ORDER_AT_ALL = re.compile(_MAY), re.compile(_MAY_ORDER)
_PART: Final = re.compile(
    r"\d|以来|之后|此后|其后|随后|后来|开始|[前后上下]半|近几|[近头前后末][一两二三四五六]|季|月|若|预计|将|同行|行业"
)
_YEAR: Final = r"((?:19|20)\d\d)年(?:末|底)?"
_ORDER: Final = re.compile(
    rf"{_YEAR}的?(?P<name>[^，,。；;：:\d]{{2,12}}?)(?:已经?|明显|显著|略微?|稍|远|大幅|大大|反而|反倒"
    rf"|仍然?|还|依然|首次|要|也|都)*"
    rf"(?P<way>高于|低于|超过了?|多于|少于|大于|小于|不及|不如|高过"
    rf"|低过){_YEAR}(?!的?[\u4e00-\u9fff]{{0,6}}(?:目标|预算|计划))"
)
_OVER: Final = ("高于", "超过", "超过了", "多于", "大于", "高过")
_DIGITS: Final = dict(zip("两三四五六七八九", range(2, 10), strict=True))
STEADY = Text(
    "文中说{0}，但表中“{5}”{1}年到{2}年由{3}变为{4}。",
    "The text says {0}, but from {1} to {2} the table has “{5}” go from {3} to {4}.",
)
ORDER = Text(
    "文中说{0}，但表中“{5}”{1}年是{3}、{2}年是{4}。",
    "The text says {0}, but the table has “{5}” at {3} in {1} and {4} in {2}.",
)


@check(
    KEY, "历年的说法", "words on the years of a table", "section",
    needs={"section": ("table", f"{_MAY}|{_MAY_ORDER}", "增升加提走攀涨扩降减下跌萎缩回递变高低超多少大小不")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold what a sentence says in words against the one series that it names."""
    for start, line in piece.prose_lines:
        said = (
            [*_STEADY.finditer(line)] if _STEADY_AT_ALL.search(line) else [],
            [*_ORDER.finditer(line)] if _ORDER_AT_ALL.search(line) else [],
        )
        if not any(said):
            continue
        known = [s for sheet in piece.around(piece.start + start) for s in series_of(sheet)]
        for match in said[0]:
            yield from _steady(piece, known, line, start, match)
        for match in said[1]:
            yield from _order(piece, known, start, match)


def _steady(
    piece: Section, known: list[Series], line: str, start: int, match: re.Match[str]
) -> Iterator[Result]:
    """Every step of 逐年上升 goes up; of 持续上升 at least one does."""
    words = line[sentence_start(line, match.start()) : match.end()]
    own = meant(known, words)
    says = told(match["way"] or "")
    if match["way"] and (not says.way or says.others):
        return
    if len(own) != 1 or len(own[0].cells) < 3 or _PART.search(words.removesuffix(match["only"] or match[0])):
        return
    years = own[0].cells
    if match["n"]:
        if years[0][1].row != years[1][1].row:
            return  # a row for each year: "superlatives" tells
        years = years[-1 - (int(match["n"]) if match["n"].isdigit() else _DIGITS[match["n"]]) :]
    up = (
        (match["each"] or match["over"] or match["only"][1]) in "升增涨多高大贵长胜"
        if match["only"]
        else says.way == "up"
    )
    steps = [s for s in itertools.pairwise(years) if same_dimension(s[0][1].unit, s[1][1].unit)]
    wrong = [((y, f), (z, g)) for (y, f), (z, g) in steps if _goes(digits(f), digits(g), up=not up)]
    figures = tuple(f for _, f in years)
    if wrong and (match["strict"] or match["only"] or len(wrong) == len(steps)):
        (y, f), (z, g) = wrong[0]
        said = STEADY.format(quote(match[0]), y, z, bare(f), bare(g), own[0].name)
        place = piece.anchor(start + match.start(), start + match.end())
        written = formula("{} → {}", bare(f), bare(g))
        yield say.finding(KEY, "changes_conclusion", (g, f), written, said, "steady", spans=(place,))
    elif not wrong:
        yield say.passed(KEY, figures, same(" → ").join([bare(f) for f in figures]))


def _order(piece: Section, known: list[Series], start: int, match: re.Match[str]) -> Iterator[Result]:
    """2022年的收入高于2019年."""
    own = meant(known, match["name"])
    first, second = int(match[1]), int(match[4])
    one, other = (own[0].of(first), own[0].of(second)) if len(own) == 1 else (None, None)
    if one is None or other is None or not same_dimension(one.unit, other.unit):
        return
    written = formula("{} → {}", bare(other), bare(one))
    if _goes(digits(other), digits(one), up=match["way"] not in _OVER):
        said = ORDER.format(quote(match[0]), first, second, bare(one), bare(other), own[0].name)
        place = piece.anchor(start + match.start(), start + match.end())
        yield say.finding(KEY, "changes_conclusion", (one, other), written, said, "order", spans=(place,))
    else:
        yield say.passed(KEY, (one, other), written)


def _goes(before: Interval | None, after: Interval | None, *, up: bool) -> bool:
    """Whether a value surely went one way, whatever was rounded off."""
    if before is None or after is None:
        return False
    return before.high < after.low if up else after.high < before.low
