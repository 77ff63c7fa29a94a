"""Who comes first, told with the number: 鹿角社区44家排第一, 选“在家”的人最多，475人, 顶点落在2022年，为30,380间."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.table_names import TOTAL
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "ranked_first"
_RANKED: Final = re.compile(
    r"(?P<most>最[多高大贵长重]|(?:排名?|位居|位列|名列|高居|居|列)(?:在)?(?:第一|首位|榜首)|居首|领跑|夺冠|拔得头筹|独占鳌头|顶[点峰]|峰值|最高点)|"
    r"(?P<least>最[少低小短轻]|最便宜|垫底|倒数第一|末位|谷底|最低点)"
)
_MARKS: Final = (
    "最多|最高|最大|最贵|最长|最重|最少|最低|最小|最短|最轻|最便|第一|首位|榜首|居首|领跑|夺冠|拔得|独占|顶点|顶峰|峰值|垫底|"
    "倒数|末位|谷底"
)  # of which each has one
_SPEAKS: Final = re.compile(_MARKS)
_REACH, _TAIL = 40, 24  # characters before a number and behind it
_UNSURE: Final = re.compile(
    r"之一|并列|除|以外|不是|并非|未必|不再|仅次|第二|倒数第[二三]|[增降涨跌升减]幅|增速|变化|增加|减少|增长|下降|上升|[较比](?:上|去|20)|合计|平均|占|约"
)
_BUT: Final = re.compile(r"除|以外|之外|不算|不计|若|如果|仅次")
_OWN: Final = ("的", "按", "以", "每")  # what a number behind a comma is of
_TOTAL: Final = re.compile(r"合计|总计|平均|均值|行业|total|小计|其他|其它", re.I)
_CLAUSE: Final = re.compile(r"[，,；;：:。！？!?\n]")
_LEAST_ROWS: Final = 3
RANKED: Final = Text(
    "文中说{0}{1}，但表中{2}一栏{3}的是{4}（{5}）。",
    "The text says {1} of {0}, but in the column {2} the {3} is {4} ({5}).",
)
MOST, LEAST = Text("最大", "largest"), Text("最小", "smallest")


@check(
    KEY,
    "名列首末",
    "who ranks first or last",
    "section",
    needs={"section": ("named", _MARKS)},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold a rank that is told with a name and a number against the column of a table that has the number."""
    places = [m.start() for m in _SPEAKS.finditer(piece.text)]
    for figure in piece.amounts if places else ():
        at = figure.anchor.start - piece.start
        near = bisect_left(places, at - _REACH)
        if near == len(places) or places[near] >= at + len(figure.anchor.quote) + _TAIL:
            continue
        value = value_of(figure)
        if value is None or figure.role not in ("level", "ratio"):
            continue
        words, match = _around(piece, figure)
        if match is None or _UNSURE.search(words):
            continue
        for sheet in piece.around(figure.anchor.start):
            if any(words[match.start() : match.end() + 1] in sheet.head(c) for c in sheet.cols):
                continue  # 甲大学最低分372分: the column's name
            yield from list(_held(piece, sheet, figure, value, words, match))[:1]


def _around(piece: Section, figure: Figure) -> tuple[str, re.Match[str] | None]:
    """The clause of a number, and the one before where it names who comes first; the rank in them."""
    at = figure.anchor.start - piece.start
    end = at + len(figure.anchor.quote)
    tail = _CLAUSE.split(piece.text[end : end + _TAIL])[0].partition("比")[0]
    lead = piece.text[max(piece.sentence_start(at), at - _REACH) : at]
    parts = _CLAUSE.split(lead)
    own = parts[-1] + figure.anchor.quote + tail
    ranked = _RANKED.search(own)
    if _BUT.search(lead):
        return own, None
    alone = ranked is None and len(parts) > 1 and len(parts[-1]) <= 2 and not parts[-1].endswith(_OWN)
    if alone and not _has_own(piece, figure, len(parts[-2]) + len(parts[-1]) + 1):
        # the number alone, behind a comma
        own = parts[-2] + own
        ranked = _RANKED.search(parts[-2])
    return own, ranked


def _has_own(piece: Section, figure: Figure, back: int) -> bool:
    """Whether the words so far before a number have one of their own: 九场平局最多，输的6场里…"""
    at = figure.anchor.start
    return any(not f.is_date and f.unit != "year" for f in piece.between(at - back, at))


def _held(
    piece: Section, sheet: Sheet, figure: Figure, value: float, words: str, match: re.Match[str]
) -> Iterator[Result]:
    rows = [r for r in sheet.rows if not _is_total(sheet.label(r))]
    named = [r for r in rows if len(n := sheet.label(r).strip()) >= 2 and _names(n, words)]
    if len(named) != 1:
        return
    for col in sheet.cols:
        cells = {r: f for r in rows if (f := sheet.at(r, col))}
        known = {r: v for r, f in cells.items() if (v := value_of(f)) is not None and not f.is_date}
        holders = [r for r, v in known.items() if v == value]
        if len(known) < _LEAST_ROWS or not holders or not _one_unit(cells[holders[0]], figure):
            continue
        if any(not same_dimension(cells[r].unit, cells[holders[0]].unit) for r in known):
            continue  # a year of several quantities, one a row
        best = max(known.values()) if match["most"] else min(known.values())
        first = [r for r, v in known.items() if v == best]
        if known.get(named[0]) == value == best:
            written = formula("{} = {}", quote(sheet.head(col)), bare(figure))
            yield say.passed(KEY, (figure, cells[named[0]]), written)
        elif len(first) == 1 and (named[0] in holders or first == holders):
            end = MOST if match["most"] else LEAST
            head = quote(sheet.head(col))
            winner = cells[first[0]]
            told = quote(match[0])
            said = RANKED.format(
                quote(sheet.label(named[0])), told, head, end, quote(sheet.label(first[0])), bare(winner)
            )
            begin = piece.text.find(match[0], max(0, figure.anchor.start - piece.start - 40))
            written = formula("{} → {}", head, bare(winner))
            place = piece.anchor(begin, begin + len(match[0]))
            yield say.finding(
                KEY, "changes_conclusion", (figure, winner), written, said, "rank", spans=(place,)
            )


def _is_total(label: str) -> bool:
    return _TOTAL.search(label) is not None or TOTAL.search(label.strip()) is not None


def _names(label: str, words: str) -> bool:
    """Whether words name a row; a label may carry a remark in brackets, and a year its 年."""
    plain = re.sub(r"[（(].*?[）)]", "", label).strip()
    return len(plain) >= 2 and re.search(rf"(?<!\d){re.escape(plain)}", words) is not None


def _one_unit(cell: Figure, figure: Figure) -> bool:
    """Whether a cell may be the number: of one unit, or one of things counted."""
    counted = ("", "person", "count:")
    one, other = cell.unit, figure.unit
    return (
        one == other or one.split("/")[0] == other or (one.startswith(counted) and other.startswith(counted))
    )
