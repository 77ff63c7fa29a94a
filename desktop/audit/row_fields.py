"""Which fields of a table a clause may speak of: by nouns, by the numbers that it repeats, by units."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit.field_times import of_times
from desktop.audit.interval import Interval, as_claim, step_of, value_of
from desktop.audit.row_groups import groups_of
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause
from desktop.audit.spots import clauses_before
from desktop.audit.table_names import OTHERS, noun
from desktop.audit.views import View, like_units
from desktop.core.figure import Figure
from desktop.core.units import unit
from desktop.core.value import once

CLAUSE, SENTENCE, LINE, NONE = 3, 2, 1, 0
_POINTS: Final = ("pp", "bp")
_RATES: Final = ("%", "permille", "times")
_CORNER: Final = re.compile(r"[（(]([^）)\d]{1,6})[）)]$")
_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_EXACT: Final = 1e-6
_HOW_MANY: Final = re.compile(r"[一两二三四五六七八九十]{1,2}[\u4e00-\u9fff]")  # 丙省一家, 前两类
_FAR: Final = 8  # clauses back
_MONEY: Final = re.compile(r"贵|便宜|价[格钱]|花[钱费]|省钱|成本")
_RATE: Final = re.compile(r"比率|比例|占比")
_TIME: Final = re.compile(r"[快慢久]|时间|[早晚]到|耗时|用时|时长")


def fits_unit(view: View, field: int, figure: Figure) -> bool:
    """Whether a figure may tell of a field: of its unit, as points of its per cent, or as a rate of anything."""
    if figure.unit in _RATES:
        return True
    cell = next(iter(view.column(field).values()))
    if figure.unit in _POINTS:
        return cell.unit == "%"
    if not cell.unit and _CORNER.search(view.sheet.head(0)):
        return scale_of(view, figure) != 0
    return cell.unit not in _RATES and like_units(cell.unit, figure.unit)


def scale_of(view: View, figure: Figure) -> float:
    """What the cells are to be multiplied by where the corner of the table tells their unit; 0 where it does not."""
    told = _CORNER.search(view.sheet.head(0))
    printed = _NUMBER.match(figure.as_printed)
    value = value_of(figure)
    if printed is None or not value:
        return 0.0
    unit_ = figure.as_printed[printed.end() :].strip()
    if (told is None and re.search("[千万亿]", unit_)) or (told is not None and unit_ != told[1]):
        return 0.0
    number = float(printed[0].replace(",", ""))
    return value / number if number else 0.0


def fields_told(
    piece: Section, view: View, clause: Clause, lines: Iterable[str], figure: Figure | None
) -> tuple[list[int], int]:
    """The fields that may be meant, and how near they are bound; all that may be where nothing binds any."""
    able = [f for f in view.fields if figure is None or fits_unit(view, f, figure)]
    own = set(lines)
    every = [clause, *itertools.islice(clauses_before(piece, clause, sentence=False), _FAR)]
    for told in every:
        found = [f for f in _named(piece, view, told) if f in able]
        cells_ = [
            place
            for one in told.figures
            if one is not figure
            and one.role != "rank"
            and (figure is None or one.anchor.end <= figure.anchor.start)
            for place in (
                *view.holders(one),
                *(("", f) for f in _sums(view).get(round(value_of(one) or 0.0, 6), ())),
                *(("", f) for f in _of_groups(piece, view, told, one)),
            )
            if place[1] in able
        ]
        mine = [f for line, f in cells_ if line in own] or [f for _, f in cells_]
        found = [f for f in found if f in mine] or found or mine
        if found:
            near = CLAUSE if told is clause else SENTENCE if told.sentence == clause.sentence else LINE
            return of_times(view, every, list(dict.fromkeys(found))), near
    found = of_times(view, every, able)
    if len(found) == 1 and figure is not None and figure.unit not in _RATES:
        return found, SENTENCE
    return found, LINE if len(found) == 1 < len(able) else NONE  # of the one year


def _named(piece: Section, view: View, clause: Clause) -> list[int]:
    words = clause.text
    for group in reversed(groups_of(piece, view, clause)):
        words = f"{words[: group.start]}|{words[group.end :]}"
    found = view.fields_named(words)
    if found:
        return found
    rest = set(unexplained(view, words)) - _COMMON - set("".join(view.lines))
    alike = [f for f, head in view.fields.items() if rest & set(noun(head))]
    if len(alike) == 1:  # 客流, of 日客运量
        return alike
    if _RATE.search(words):  # B线的比率是C线的2倍
        return [f for f in view.fields if next(iter(view.column(f).values())).unit == "%"]
    for pattern, kind in ((_MONEY, "money"), (_TIME, "duration")):
        if pattern.search(words):
            units = {f: unit(next(iter(view.column(f).values())).unit.partition("/")[0]) for f in view.fields}
            return [f for f, u in units.items() if u is not None and u.dimension.startswith(kind)]
    return []


def cells(view: View, lines: Iterable[str], field: int) -> list[Figure] | None:
    """The cells of some lines; None where one has none."""
    column = view.column(field)
    found = [column.get(line) for line in lines]
    own = [f for f in found if f is not None]
    return own if own and len(own) == len(found) else None


def total(view: View, lines: Iterable[str], field: int) -> tuple[Interval, float] | None:
    """What the cells of some lines come to, as an interval and as a number; None where one has no number."""
    low = high = point = 0.0
    half = _finest(view, field) / 2
    for part in cells(view, lines, field) or ():
        own, value = as_claim(part), value_of(part)
        if own is None or value is None:
            return None
        if part.comparator == "=" and not part.hedge:  # 12 beside 10.5 is 12.0
            own = Interval(max(own.low, value - half), min(own.high, value + half))
        low, high, point = low + own.low, high + own.high, point + value
    return (Interval(low, high), point) if point else None


def _finest(view: View, field: int) -> float:
    """One unit of the last digit that the numbers of a field are told to."""
    known, cells_ = _steps(view), view.column(field).values()
    return known.setdefault(field, min((s for f in cells_ if (s := step_of(f))), default=0.0))


@once
def _steps(_view: View) -> dict[int, float]:
    return {}


@once
def _sums(view: View) -> dict[float, list[int]]:
    """The fields by what they come to."""
    found: dict[float, list[int]] = {}
    for field in view.fields:
        made = total(view, view.lines, field) if len(view.column(field)) == len(view.lines) else None
        if made is None:
            continue
        cells_ = [view.sheet.at(*((field, at) if view.across else (at, field))) for at in _others(view)]
        rest = sum(value_of(cell) or 0.0 for cell in cells_ if cell is not None)
        for whole in {round(made[1], 6), round(made[1] + rest, 6)}:
            found.setdefault(whole, []).append(field)
    return found


def _others(view: View) -> list[int]:
    """The rows (or columns) that are called the others, which are no lines."""
    sheet = view.sheet
    places, told = (sheet.cols[1:], sheet.head) if view.across else (sheet.rows, sheet.label)
    return [at for at in places if OTHERS.search(told(at))]


def _of_groups(piece: Section, view: View, clause: Clause, figure: Figure) -> list[int]:
    """The fields in which lines that a clause names together come to a number: 华东与华南合计5130万元."""
    value = value_of(figure) or 0.0
    return [
        f
        for g in groups_of(piece, view, clause) if len(g.names) > 1 and "" not in g.names for f in view.fields
        if (made := total(view, g.names, f)) is not None and abs(made[1] - value) < _EXACT
    ]  # fmt: skip


def of_no_cell(
    piece: Section, view: View, clause: Clause, figure: Figure, field: int, *, shares: bool = False
) -> bool:
    """Whether the amount that its sentence goes on about stands in no cell: 每人6000元，比甲高一半.

    With ``shares`` those that were told before are passed over.
    """
    code = next(iter(view.column(field).values())).unit
    for one in (clause, *clauses_before(piece, clause)):
        if any(g.is_object for g in groups_of(piece, view, one)):
            continue  # 比乙早17小时 is of two cells
        told = [
            f for f in one.figures if f.anchor.end <= figure.anchor.start and f.role in ("level", "ratio")
        ]
        told = [
            f
            for f in told
            if f.unit not in ("times", "rank", "year")
            and (f.role == "level" or f.unit == code)
            and not _HOW_MANY.fullmatch(f.as_printed)
        ]
        told = [
            f for f in told if f.unit != "%" or code == "%" or (not shares and "率" in one.before(f)[-6:])
        ]
        if told:
            known = bool(view.holders(told[-1]) or _of_groups(piece, view, one, told[-1]))
            known = known or round(value_of(told[-1]) or 0.0, 6) in _sums(view)
            return not known and (like_units(told[-1].unit, code) or told[-1].unit == "%")
    return False


def unexplained(view: View, words: str, field: int | None = None) -> str:
    """What is left of some words without the fields of a table and all that any sentence may have.

    A word that has a character of a ``field`` may be another name of it: 藏书, of 图书.
    """
    for head in view.fields.values():
        name = noun(head)
        for i in range(len(name) - 1):
            words = words.replace(name[i : i + 2], "|")
    left = [w for w in _PLAIN.sub("|", words).split("|") if len(w) > 1]
    if field is not None:
        known = set(noun(view.fields[field])) - _COMMON
        left = [w for w in left if known.isdisjoint(w)]
    return left[0] if left else ""


_COMMON: Final = frozenset("的了量数额率年月日人度期平均总合计单每大小高低多少上下")
_PLAIN: Final = re.compile(
    r"(?:19|20)\d\d年|(?:[排位]名?列?在?)?第[一二三四五六](?:名|位)?[\u4e00-\u9fff]?(?=的)|最[\u4e00-\u9fff]{1,2}(?=的)|"
    r"[^\u4e00-\u9fff]|"
    r"(?:一[家个条所项款店座站户馆类种](?:[\u4e00-\u9fff]{1,2}(?=[就便独|]))?|[两三四五六七八九十][家个条所项款店座站馆校地者类种区人位名样]|"
    r"相当于|差不多|只有|仅有|几乎|恰好|正好|刚好|整整|足足|大约|大概|将近|接近|不到|不足|不及|超过|高出|多出|超出|落后|领先|"
    r"同样|反而|反倒|甚至|竟然|居然|依然|依旧|仍然|明显|远远|大幅|略微|稍微|还要|也要|却要|可是|但是|不过|因此|所以|其中|另外|此外|"
    r"而且|并且|同时|比起|相比|之间|相差|差距|差着|差了|隔着|论起|说到|方面|来看|来说|而言|平均|加起来|加在一起|合起来|之和|总和|合计|合共|"
    r"整个|全部|单是|光是|就是|便是|算是|已经|早已|目前|如今|当年|全年|上月|当月|每月|每年|每天|每日|一年|一天|一次|规模|水平|数字|数量|"
    r"便宜|[多少高低贵快慢早晚长短大小重轻远近强弱]出?)|"
    r"[的了着过是为在有也还又都却则而但且就才只仅倒更竟要与和跟同比较于从由对把被将给到去走它她约近超逾余些]"
)
