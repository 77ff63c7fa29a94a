"""What sentences say of a table beside them: "the most", "three years running", "losing its edge"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import partial
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.held_against import is_of_no_cell
from desktop.audit.interval import as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.listed_words import is_enumeration
from desktop.audit.mentions import is_named
from desktop.audit.polarity import better_high
from desktop.audit.running import RUN, running
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.standing import EDGES, advantage
from desktop.audit.table_names import TOTAL
from desktop.audit.told_near import told_near
from desktop.core.figure import Figure
from desktop.core.finding import Passed
from desktop.core.text import Text
from desktop.core.value import once

KEY: Final = "superlatives"
_MOST: Final = re.compile(
    r"(?:数量|占比|规模|增幅|收入|得分|评分)?(?:最(?P<word>高|多|大|长|低|少|小|短|快|慢|好|差(?![异距别额价]))|(?P<first>居首|排名第一|位居第一|位列第一|居第一|排第一|领先)|(?P<last>垫底|末位|最末))"
)
_PACE: Final = re.compile(  # told of changes, not of levels
    r"[增涨升跌降滑缩][^，]{0,8}最[快慢]|(?:[增涨升跌降减][幅速量]|净[增减])[^，]{0,4}最[大小高低多少]|"
    r"(?:增[长加]|上[涨升]|下[降滑跌]|减少|提[升高]|萎缩|缩[水减]|压[缩减]|[裁削砍省掉涨跌]|抬升|回落|节[省约]|变[化动])(?:得|了|掉)?最[多大少小高低]"
)
_MARKS: Final = (  # of which every such phrase has one
    "最高|最多|最大|最长|最低|最少|最小|最短|最快|最慢|最好|最差|居首|排名|位居|位列|居第|排第|领先|垫底|末位|最末|连续|优势|占优|"
    "劣势|下风|落后|逊色|一筹"
)
_WORDS: Final = re.compile(_MARKS)
_MAY_TOP, _MAY_RUN = re.compile("[最首第领垫末]"), re.compile("连续")
_MAY_LEAD: Final = re.compile("优势|占优|劣势|下风|落后|逊色|领先|一筹")
_SKIP: Final = re.compile(r"合计|总计|平均|均值|行业|total|average|小计|其他|其它", re.I)
_WHO: Final = re.compile(r"的[^，,。；]{0,6}?(?:是|为)(?P<who>[^，,。；]{2,12})")
_NOT_ONE: Final = re.compile(r"不算|不是|比最|最[多高低少]时|并非|未必|之一|并列|除|以外")
_MADE: Final = re.compile(r"率|增量|减量|[增降涨跌]幅|增速|占比|比重|密度|强度")
_PER: Final = re.compile(r"[人户店亩件笔单次台]均|平均|每|[亩单]产")  # 户均余额 is no 余额
_EXCEPT: Final = re.compile(r"除[^，。]{1,12}[，,]$")  # 除甲店外，
_STOP, _BY = re.compile(r"[，,。；]"), re.compile("[按以照依]")  # 按甲的最低日利率: an end of its own range
_FILL: Final = re.compile(r"[的是为也还则数占得以而但又都就]|其中|依然|仍然?|当中|里面?")
_REMARK: Final = re.compile(r"[（(][^）)]*[）)]|\s")
TOP = Text(
    "文中说{0}{1}，但表中{2}一栏{6}的是{3}（{4}），{0}是{5}。",
    "The text says {1} of {0}, but in the column {2} the {6} is {3} ({4}); {0} has {5}.",
)
LARGEST, SMALLEST = Text("最大", "largest"), Text("最小", "smallest")


@check(
    KEY,
    "最高级与连续变化",
    "superlatives and runs",
    "section",
    needs={"section": ("table", _MARKS)},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Check the sentences of a section against the tables nearest to them."""
    if not (piece.has_tables or piece.told):
        return
    for start, line in piece.prose_lines:
        if not _WORDS.search(line):
            continue
        most, runs, edges = (
            list(pattern.finditer(line)) if may.search(line) else []
            for may, pattern in ((_MAY_TOP, _MOST), (_MAY_RUN, RUN), (_MAY_LEAD, EDGES))
        )
        near = piece.start + start
        for sheet in (*told_near(piece, near), *piece.around(near)) if most or runs or edges else ():
            if most and is_named(piece, sheet, start, start + len(line)):
                yield from _superlatives(piece, sheet, line, start, most)
            if runs:
                column = partial(_column, sheet)
                yield from running(KEY, piece, sheet, line, start, runs, column)
            if edges:
                yield from advantage(KEY, piece, sheet, line, start, edges)


def _superlatives(
    piece: Section, sheet: Sheet, line: str, start: int, matches: list[re.Match[str]]
) -> Iterable[Result]:
    labels = _labels(sheet)
    for match in matches:
        clause_start = _clause_start(line, match.start())
        before = line[clause_start : match.start()]
        named = [name for name in labels if name in before]
        if not named:
            after = _WHO.match(line, match.end())
            named = [name for name in labels if after and after["who"].startswith(name)]
            clause = line[clause_start : match.end()]
        else:
            clause = line[clause_start : match.end()] + _STOP.split(line[match.end() :], 1)[0]
        if len(named) != 1 or _NOT_ONE.search(line, clause_start, match.end() + 6) or _BY.match(before):
            continue
        if _EXCEPT.search(line[:clause_start]):
            continue
        if any(line[match.start() : match.end() + 1] in head for head in _heads(sheet).values()):
            continue  # 甲大学最低分372分: the column's name
        if is_enumeration(sheet.key) and _of_else(sheet, named[0], match, before):
            continue
        if is_of_no_cell(piece, sheet, piece.start + start + match.end()):
            continue
        told = [
            result for col in _columns(sheet, clause.replace(named[0], ""))
            if (_PER.search(before) is None or _PER.search(sheet.head(col)))
            and _has_made(sheet, before, col)
            and (result := _top(piece, sheet, named[0], labels[named[0]], col, match, start)) is not None
        ]  # fmt: skip
        held = [result for result in told if isinstance(result, Passed)]
        yield from held or told[-1:]  # false only if it is in every column that may be meant


def _has_made(sheet: Sheet, before: str, col: int) -> bool:
    """Whether a column may have what a clause names; a rate or an increase is of no column of plain amounts."""
    made = _MADE.search(before)
    return made is None or made[0] in sheet.head(col) or any(
        (f := sheet.at(r, col)) is not None and (f.unit == "%" or f.role == "change") for r in sheet.rows
    )  # fmt: skip


def _of_else(sheet: Sheet, name: str, match: re.Match[str], before: str) -> bool:
    """Whether words beside a name say of what it is the most, which an enumeration need not be: 丙付用户最多."""
    left = _FILL.sub("", before.replace(name, "", 1))
    return bool(left) and not any(left[i : i + 2] in sheet.head(1) for i in range(len(left)))


@once
def _labels(sheet: Sheet) -> dict[str, int]:
    """The rows by name."""
    return {name: r for r in sheet.rows if len(name := sheet.label(r).strip()) >= 2}


def _clause_start(line: str, at: int) -> int:
    return max(line.rfind(c, 0, at) for c in "。；，,：:") + 1


def _column(sheet: Sheet, words: str) -> int | None:
    """The one column that a clause speaks of."""
    found = _columns(sheet, words)
    return found[0] if len(found) == 1 else None


def _columns(sheet: Sheet, words: str) -> list[int]:
    """The columns that a clause may speak of: by their names, or the only one of numbers."""
    heads = _heads(sheet)
    numeric = list(heads)
    whole = [c for c in numeric if len(heads[c]) >= 2 and heads[c] in words]
    if len(whole) == 1:
        return whole
    if _PACE.search(words):
        return []  # of changes that no column is named after, "row_extremes" tells
    part = [c for c in numeric if any(heads[c][i : i + 2] in words for i in range(len(heads[c]) - 1))]
    if part or len(numeric) == 1:
        return part or numeric
    subject = sheet.head(0)
    years = [c for c in numeric if re.search(r"(?:19|20)\d\d", heads[c])]
    levels = [
        c
        for c in numeric
        if any((f := sheet.at(r, c)) is not None and f.role != "change" for r in sheet.rows)
    ]
    named = any(subject[i : i + 2] in words for i in range(len(subject) - 1))
    return years if years and (named or len(years) == len(levels)) else []


@once
def _heads(sheet: Sheet) -> dict[int, str]:
    """The columns of numbers and what they are called."""
    many = Counter(col for _, col in sheet.amounts)
    return {c: _REMARK.sub("", sheet.head(c)) for c in sheet.cols if c and many[c] >= 2}


def _top(
    piece: Section, sheet: Sheet, name: str, row: int, col: int, match: re.Match[str], start: int
) -> Result | None:
    word = match["word"] or ("高" if match["first"] else "低")
    own = sheet.at(row, col)
    if own is None:
        return None
    durations = own.unit in ("second", "minute", "hour", "day", "month", "millisecond")
    if word in "快慢" and not durations and own.unit.startswith(("count:", "person", "CNY")):
        return None  # 件数最少的一类办得最快 is of no 件数
    good = better_high(sheet.head(col)) if word in "好差" else True
    if good is None:
        return None
    small = (
        word in "低少小短"
        or (word in "好差" and good == (word == "差"))
        or (word == "快" and durations)
        or (word == "慢" and not durations)
    )
    rows = [r for r in sheet.rows if not (_SKIP.search(w := sheet.label(r)) or TOTAL.search(w.strip()))]
    cells = [(f, r) for r in rows if (f := sheet.at(r, col)) is not None]
    if not all(same_dimension(f.unit, own.unit) for f, _ in cells):
        return None  # rows of several measures
    values = [(v, r) for f, r in cells if (v := _end(f, small=small)) is not None]
    mine = _end(own, small=small)
    if mine is None or len(values) < 2:
        return None
    best = min(values) if small else max(values)
    anchor = piece.anchor(start + match.start(), start + match.end())
    most = Text("最小值", "min") if small else Text("最大值", "max")
    figure = sheet.at(best[1], col)
    if mine == best[0] or figure is None:
        return say.passed(KEY, (own,), formula("{}({}) = {}", most, quote(sheet.head(col)), bare(own)))
    end = SMALLEST if small else LARGEST
    label = quote(sheet.label(best[1]))
    head = quote(sheet.head(col))
    said = TOP.format(quote(name), quote(match[0]), head, label, bare(figure), bare(own), end)
    written = formula("{}({}) = {}", most, head, bare(figure))
    return say.finding(
        KEY, "changes_conclusion", (own, figure), written, said, "superlative", spans=(anchor,)
    )


def _end(figure: Figure, *, small: bool) -> float | None:
    """The number of a cell; of a range the end that is the least, or the most."""
    value = value_of(figure)
    bounds = (
        as_claim(figure) if value is None and figure.low is not None and figure.high is not None else None
    )
    return value if bounds is None else bounds.low if small else bounds.high
