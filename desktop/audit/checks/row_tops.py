"""The most and the least of a table in open words: 在2024年降至70.0%的低点, 谷底出现在2024年, 仙林店最麻利，11分钟."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from desktop.audit import say
from desktop.audit.adjectives import which_end
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.row_groups import objects
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.audit.spots import (
    AMONG,
    Spot,
    clauses_before,
    first_that_holds,
    many_among,
    meant,
    only_counts,
    repeated,
)
from desktop.audit.table_names import plain
from desktop.audit.top_values import field_told, winner
from desktop.audit.views import View, views_at
from desktop.core.text import Text
from desktop.core.units import unit

KEY: Final = "row_tops"
_CUE: Final = re.compile(
    r"(?P<top>顶[点峰]|峰[值顶]|巅峰|(?<![早晚])高峰(?!期|时)|高点|顶部|再也?没有?被?(?:超过|打破)|至今未被?(?:超过|打破)|(?P<newly>新高)|[见触登封]顶|达峰)|"
    r"(?P<low>谷底|低谷|低点|底部|(?P<newlow>新低)|[触见探]底)|(?P<either>居首|之[首冠]|居冠|榜首|领跑|排头|打头|头名|头一个|魁首|夺冠|垫底|末位|末尾|殿后|倒数第一)|"
    r"最(?![终后初新早晚先近]|低生活|低工资|低资本|低还款|高授信|高[人院法检]|多[只能可]|[高低]可|高限|惠国|优解)(?:为|是)?(?P<adj>[\u4e00-\u9fff]{1,3})|最(?P<near>近)(?=$|的)|"
    r"(?<!at )\b(?:(?P<en_top>peak(?:ed)?|highest|a high|topped out|record high)|"
    r"(?P<en_low>lowest|a low|bottomed|trough(?:ed)?)|"
    r"(?P<en_adj>costliest|priciest|heaviest|lightest|shortest|longest|largest|smallest|cheapest|dearest|fastest|slowest|busiest|quietest|fewest|worst|best))\b",
    re.I,
)
_MARKS: Final = (
    "顶点|顶峰|顶部|峰值|峰顶|巅峰|高峰|高点|再没|再也|至今|新高|见顶|触顶|登顶|封顶|达峰|谷底|低谷|低点|底部|新低|触底|见底|探底|居首|"
    "之首|之冠|居冠|榜首|领跑|排头|打头|头名|头一|魁首|夺冠|垫底|末位|末尾|殿后|倒数"
)
_MAY: Final = re.compile(f"[A-Za-z最]|{_MARKS}")
_UNSURE: Final = re.compile(
    r"一个?[月周天季]|最[高低多少]时|之一|并列|除|以外|之外|不是|并非|未必|不算|不计|不再|仅次|[增降涨跌升减]幅|增速|变化|增长|增加|减少|上限|至多|至少|若|如果|阶段|局部|当时|此前|"
    r"(?:晚|早|迟|提前|推[后迟])了?(?:近|约)?(?:半|[一两二三四五六七八九十\d]+)个?[年月季周天]|年内|单[月日季周]|目标|预计|计划|同行|行业|全国|全市|全省|国内|业内|历史|第二|倒数第[二三]|(?:增|升|涨|降|跌|减|滑)得?最|[较比从]|(?:距|离)[^，]{0,4}(?:最[高低]|[峰顶谷]|[高低]点)|"
    r"\b(?:almost|except|so far|one of|second|since|than|from)\b",
    re.I,
)
_ALONE: Final = re.compile(
    r"^(?:一[\u4e00-\u9fff])?(?:只有|仅有?|只要|为|是|有|达到?|高达|要|卖|[收标开]价?|售价|价格|才|at|with|of|约|，|\s)*$"
)
_BUT: Final = re.compile(r"除|以外|之外|不算|不计|抛开|撇开|剔|\bexcept|\bapart from", re.I)
_COMPARED: Final = re.compile(
    r"(?<=[是有为及])[^，是有为及]{2,8}的(?=[^，]{0,4}(?:\d|[一二三四五六七八九两半]))"
)  # 是2019年的2.6倍
_IT: Final = re.compile(r"[它其]|^(?:也|又|都|就)?(?:是|为|创|成为|系|堪称)")
_TRAIL: Final = re.compile(r"(?:[的是为一有])+$")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PER: Final = re.compile(r"[人户店亩件笔单次台]均|每")  # 户均余额 is no 余额
_MADE: Final = re.compile(r"率|增量|减量|占比|比重|密度|强度")
_TWO: Final = 2
_SHORT: Final = 6  # characters of a noun
_KINDS: Final = (
    (re.compile(r"贵|便宜|costliest|priciest|dearest|cheapest"), "money"),
    (re.compile(r"[久快慢短长]|shortest|longest|fastest|slowest"), "duration"),
)
SAID: Final = Text(
    "文中说{0}是{1}，但表中{2}一栏{3}的是{4}（{5}），{0}是{6}。",
    "The text calls {0} {1}, but in the column {2} the {3} is {4} ({5}); {0} has {6}.",
)
NO_CELL: Final = Text(
    "文中说{0}{1}，但表中{2}一栏{3}的是{4}的{5}，这一栏没有{0}。",
    "The text calls {0} {1}, but in the column {2} the {3} is {5}, of {4}; no cell of it is {0}.",
)
LARGEST, SMALLEST = Text("最大", "largest"), Text("最小", "smallest")


@check(
    KEY,
    "表中之最",
    "the most and the least of a table",
    "section",
    needs={"section": ("table", f"{_MARKS} 最 latin")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold what is called the most or the least against the column that its number, or its noun, stands for."""
    if not piece.has_tables:
        return
    every = spoken(piece)
    for n, clause in enumerate(every):
        cues = list(_CUE.finditer(clause.text)) if _MAY.search(clause.text) else []
        if len(cues) == 1 and views_at(piece, clause.start) and not _UNSURE.search(clause.text):
            follow = every[n + 1] if n + 1 < len(every) and every[n + 1].sentence == clause.sentence else None
            yield from _held(piece, clause, follow, cues[0])


def _held(piece: Section, clause: Clause, follow: Clause | None, match: re.Match[str]) -> Iterable[Result]:
    if any(_BUT.search(c.text) for c in clauses_before(piece, clause)):
        return
    many = many_among(clause.text)  # 三种结果中最少的
    views = [v for v in views_at(piece, clause.start) if many in (0, len(v.lines), len(v.fields))]
    words = _COMPARED.sub("|", clause.text)
    spots = [s for v in views for s in _spots(piece, v, clause, words, follow, match)]
    if any(_PER.search(c.text) for c in (clause, *clauses_before(piece, clause))):
        spots = [s for s in spots if s.figure is not None or _PER.search(s.head)]
    if (made := _MADE.search(clause.text[: match.start()])) is not None:
        spots = [s for s in spots if s.figure is not None or made[0] in s.head or s.has_rates]
    if not spots:
        yield from _of_no_cell(piece, views, clause, match)
        return
    if len({s.line for s in spots}) > 1:  # of two things there is no most
        spots = [s for s in spots if len(s.view.column(s.field)) > _TWO] or spots
    yield from first_that_holds(_judged(piece, clause, spot, match) for spot in meant(clause, spots))


def _spots(
    piece: Section, view: View, clause: Clause, words: str, follow: Clause | None, match: re.Match[str]
) -> list[Spot]:
    """The cells that may be called the most; ``words`` are those of the clause without what it compares with."""
    own = view.named(words)
    figures = tuple(
        f for f in clause.figures if f.unit != "year" and (view.holders(f) or (own and not only_counts(f)))
    )
    if (
        not figures
        and follow is not None
        and follow.figures
        and _ALONE.match(follow.before(follow.figures[0]))
    ):
        figures = follow.figures[:1]
        if set(view.named(follow.text)) - set(own):
            if not own:
                return []
            figures = ()  # 最短的是乙平台，24分钟只有甲平台65分钟的一小半
    if len(own) > 1 or (
        match["adj"] and any(match[0][:2] in name for name in (*view.fields.values(), *view.lines))
    ):
        return []
    if figures:
        spots = repeated(view, clause, figures)
        mine = [s for s in spots if not own or s.line in own]
        if mine or not own:
            return mine if own or len(mine) == 1 else []
        # the number is that of another line
        fields = {s.field for s in spots if own[0] in view.column(s.field)}
        return [replace(s, line=own[0]) for s in spots if s.field in fields] if len(fields) == 1 else []
    if own:
        fields_ = view.fields_named(_without(clause.text, match))
        for earlier in clauses_before(piece, clause) if match["adj"] is None else ():
            fields_ = fields_ or view.fields_named(earlier.text)
        fields_ = fields_ or _fields_of_word(view, match, piece, clause)
        return [Spot(view, own[0], f) for f in fields_ if own[0] in view.column(f)]
    for earlier in clauses_before(piece, clause):
        spots = [s for s in repeated(view, earlier) if _is_of(clause.text, match, s)]
        if spots or (earlier.figures and "比" not in earlier.text):
            return spots if len(spots) == 1 else []
        lines = [n for n in view.named(earlier.text)[:1] if n not in objects(piece, view, earlier)]
        mine_ = view.fields_named(_without(clause.text, match)) if lines and not earlier.figures else []
        if lines and (_IT.search(clause.text) or mine_):  # 糯稻亩产虽低，收购价却最高
            fields_ = mine_ or view.fields_named(earlier.text)
            return [Spot(view, n, f) for n in lines for f in fields_ if n in view.column(f)]
    return []


def _fields_of_word(view: View, match: re.Match[str], piece: Section, clause: Clause) -> list[int]:
    """The one field that an adjective can be of by itself: 最贵 of money, 最久 of time; of two the one of the year."""
    word = (match["adj"] or match["en_adj"] or "").lower()
    kind = next((kind for pattern, kind in _KINDS if pattern.match(word)), "")
    known = (
        {f: unit(next(iter(view.column(f).values())).unit.partition("/")[0]) for f in view.fields}
        if kind
        else {}
    )
    fields = [f for f, u in known.items() if u is not None and u.dimension.startswith(kind)]
    if len(fields) > 1:
        told = "".join([*(c.text for c in clauses_before(piece, clause)), clause.text])
        years = set(_YEAR.findall(told))
        fields = [f for f in fields if years & set(_YEAR.findall(view.fields[f]))] if len(years) == 1 else []
    return fields if len(fields) == 1 else []


def _of_no_cell(piece: Section, views: list[View], clause: Clause, match: re.Match[str]) -> Iterable[Result]:
    """件均3.30万元，为四条渠道中最低, where the least of the column is 3.03万元."""
    field = field_told(views, clause, next(clauses_before(piece, clause), None), match.start())
    sign = which_end(match, field.figure.unit, field.view.fields[field.at]) if field is not None else 0
    if field is None or sign == 0:
        return
    if field.figure not in clause.figures and any(v.named(clause.text) for v in views):
        return  # 三条线共1800次，西线最少
    line, cell, holds = winner(field, sign)
    head = quote(plain(field.view.fields[field.at]))
    written = formula("{} → {}", head, bare(cell))
    if holds:
        yield say.passed(KEY, (field.figure, cell), written)
        return
    begin = clause.start - piece.start
    place = piece.anchor(begin + match.start(), begin + match.end())
    said = NO_CELL.format(
        bare(field.figure), quote(match[0]), head, LARGEST if sign > 0 else SMALLEST, quote(line), bare(cell)
    )
    yield say.finding(KEY, "inconsistent", (field.figure, cell), written, said, "value", spans=(place,))


def _is_of(words: str, match: re.Match[str], spot: Spot) -> bool:
    """Whether a clause without a name tells of a number before it: 四家里数它最远; 7.10元一斤，单价最高."""
    if _IT.search(words):
        return True
    name = words[: match.start()].strip()
    if not name or AMONG.fullmatch(name):
        return which_end(match, spot.unit, spot.head) != 0
    money = spot.unit.startswith("CNY") and name[-1] in "价费"
    return len(name) <= _SHORT and (money or name[-1] in spot.head or name[:2] in spot.head)


def _without(words: str, match: re.Match[str]) -> str:
    return f"{words[: match.start()]}|{words[match.end() :]}"


def _judged(piece: Section, clause: Clause, spot: Spot, match: re.Match[str]) -> tuple[Result, bool]:
    view, line = spot.view, spot.line
    values = {n: v for n, f in view.column(spot.field).items() if (v := value_of(f)) is not None}
    newly = match["newly"] or match["newlow"]
    if newly and view.of_years:
        values = {n: v for n, v in values.items() if n <= line}
    sign = which_end(match, spot.unit, spot.head)
    figures = (spot.cell,) if spot.figure is None else (spot.figure, spot.cell)
    blank = len(values) < len(view.lines) and not newly  # a line without a number may be the most
    most, least = max(values.values()), min(values.values())
    fits = {1: (most,), -1: (least,), 0: (most, least)}[sign]
    if values[line] in fits or blank or len(values) < (_TWO if newly else _TWO + 1):
        return say.passed(KEY, figures, formula("{} = {}", quote(spot.head), bare(spot.cell))), True
    best = most if sign == 1 or (sign == 0 and most - values[line] < values[line] - least) else least
    who = next(n for n, v in values.items() if v == best)
    winner = view.column(spot.field)[who]
    place = piece.anchor(clause.start - piece.start + match.start(), clause.start - piece.start + match.end())
    said = SAID.format(
        quote(line), quote(_TRAIL.sub("", match[0])), quote(spot.head),
        LARGEST if best == most else SMALLEST, quote(who),
        bare(winner), bare(spot.cell),
    )  # fmt: skip
    written = formula("{} → {}", quote(spot.head), bare(winner))
    return say.finding(
        KEY, "changes_conclusion", (*figures, winner), written, said, "top", spans=(place,)
    ), False
