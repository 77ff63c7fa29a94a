"""What a row of a table is of its column, in any words: 内科一家就占去38%; 四成集中在南坪; 两店合占三分之二."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit.check import Result, World, check
from desktop.audit.enumerations import DIGITS
from desktop.audit.interval import value_of
from desktop.audit.made_whose import firsts, joint
from desktop.audit.mentions import is_named
from desktop.audit.row_fields import CLAUSE, NONE, SENTENCE, fields_told, of_no_cell, unexplained
from desktop.audit.row_groups import groups_of, of_times
from desktop.audit.row_scene import holders
from desktop.audit.row_share_told import told_share
from desktop.audit.row_sizes import fits_text
from desktop.audit.row_wholes import adds_up, is_whole, shares, within
from desktop.audit.scope import Section
from desktop.audit.slips import of_digits
from desktop.audit.spoken import Clause, spoken
from desktop.audit.spots import clauses_before
from desktop.audit.views import View, views_at
from desktop.audit.ways import allowed
from desktop.core.figure import Figure

KEY: Final = "rows_shares"
_TAKES: Final = re.compile(
    r"占|贡献|包[办揽]|来自|出自|集中|份额|比重|归|属于|撑起|扛起|承担|分走|吃[掉下]|拿[下走]|揽[下走]|"
    r"[\u4e00-\u9fff](?:了|掉|走|去|下)(?:全?[\u4e00-\u9fff]{1,4}的|全[\u4e00-\u9fff]{1,3})?(?:约|近|将近|超过|不到|不足)*$"
)
_VERB: Final = re.compile(
    r"[\u4e00-\u9fff]{1,3}(?:了|掉|走|去|下)(?=(?:全?[\u4e00-\u9fff]{1,4}的|全[\u4e00-\u9fff]{1,3})?(?:约|近|将近|超过|不到|不足)*$)"
)
_CUES: Final = re.compile(
    r"占比?|贡献|包[办揽]|来自|出自|集中|份额|比重|归|属于|撑起|扛起|承担|全部|总[数额量和]?|合计|整个|成本|全[\u4e00-\u9fff]{1,2}"
)
_UNSURE: Final = re.compile(
    r"增(?!量)|减|降|升|涨|跌|[大长贵重快宽厚深]了|同比|环比|[高低超多少]出|[高低多少]于|(?<![占])比(?!重|例)|翻|毛利|利润|均|每|上限|目标|预计|"
    r"全国|行业|市场|去年|上年|同期|其余|其他|剩|另|满意|认为|表示|累计|若|如果|[前后]者|只[有占]其"
)
_INSIDE: Final = re.compile(r"[”』」]?的[^，,。；]{0,8}[中里](?!程)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?=年)")
_HEADS: Final = re.compile(r"(?:19|20)\d\d")
_MOVES: Final = re.compile(r"[由从自]$|(?:[由从自]).*[到至为]$")
_TOGETHER: Final = re.compile(r"([两三四五])[\u4e00-\u9fff]{1,2}(?:合|共|一共|加起来|一起|总共|相加)")
_FIRST: Final = re.compile("前[两二三四五]")
_CHANGED: Final = re.compile("[增减多少涨降升跌高低贵]|节省|便宜")
_FAR: Final = 2.5  # times
_BACK: Final = 3  # clauses
_LEFT: Final = re.compile(r"\s*(?:余下|剩下|剩余|其余)")  # 前两类占72%，余下28%


@check(KEY, "表中各项的占比", "shares of the rows of a table", "section", needs={"section": ("named", "%")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each share of the prose that is of a row against the column that its sentence tells of."""
    sharing = None
    for clause in spoken(piece):
        figures = [f for f in clause.figures if f.unit == "%" and f.role in ("level", "ratio")]
        if not figures:
            continue
        begin = clause.start - piece.start
        opens = piece.text.rfind("\n", 0, begin) + 1
        known = [
            v for v in views_at(piece, clause.start)
            if not (of_times(v) or v.sheet.key.startswith("table:list:"))
            and is_named(piece, v.sheet, opens, clause.end - piece.start)
        ]  # fmt: skip
        if not known or _UNSURE.search(clause.text) or _LEFT.match(clause.text):
            continue
        for figure in figures:
            takes = _TAKES.search(clause.before(figure)) is not None or bool(clause.after(figure)[:1] == "集")
            if not takes and "率" in clause.text:
                sharing = None  # 上线率达到60%，二中35%
            if takes or sharing == clause.line:
                sharing = clause.line
                yield from _judged(piece, known, clause, figure, takes=takes)


def _judged(
    piece: Section, known: Sequence[View], clause: Clause, figure: Figure, *, takes: bool
) -> Iterator[Result]:
    failed: Result | None = None
    for view in known:
        for held, result in _held(piece, view, clause, figure, takes=takes):
            if held:
                yield result
                return
            failed = failed or result
    if failed is None or fits_text(piece, clause, figure) or _told_somewhere(known, figure):
        return
    if not any(_of_another(piece, known, earlier) for earlier in clauses_before(piece, clause)):
        yield failed


def _of_another(piece: Section, known: Sequence[View], clause: Clause) -> bool:
    """Whether a clause before tells a share of something else: 石门村老人占28%，下坪村占35%; 签约率，上坪村82%."""
    if "率" in clause.text:
        return True
    lead, takes, _ = _blank(piece, known[0], clause).partition("占")
    return bool(takes) and bool(unexplained(known[0], _CUES.sub("|", lead)))


def _held(
    piece: Section, view: View, clause: Clause, figure: Figure, *, takes: bool
) -> Iterator[tuple[bool, Result]]:
    whose, sure, _ = holders(piece, view, clause, figure)
    if many := _TOGETHER.search(clause.before(figure)):
        last = _last(piece, view, clause, DIGITS[many[1]])
        whose, sure = ((last,), True) if last else ((), False)
    whose, sure = ((both,), True) if not sure and (both := joint(piece, view, clause)) else (whose, sure)
    if "前" in clause.text and _FIRST.search(clause.text):
        ranked = {firsts(view, f, clause.text) for f in view.fields if adds_up(piece, view, f)}
        if len(ranked) != 1 or not (leading := ranked.pop()):
            return
        whose, sure = (leading,), True
    own = allowed(figure, cut=True)
    if not whose or own is None or any(n not in view.lines for n in whose[0]):
        return
    fields, near = fields_told(piece, view, clause, whose[0], figure)
    fields = [f for f in fields if adds_up(piece, view, f)]
    for lines in whose if not sure else whose[:1]:
        for field in fields or [f for f in view.fields if adds_up(piece, view, f)]:
            for _, share, point in shares(view, lines, field):
                if own.meets(share):
                    yield True, told_share(KEY, view, lines, field, figure, share, point, held=True)
                    return
    if not sure or not fields or _inside(piece, view, clause) or _of_another_year(piece, view, clause):
        return
    if _of_the_row(clause.before(figure), whose[0]) or _of_growth(view, clause):
        return
    if within(view, whose[0], own) or _MOVES.search(clause.before(figure)):
        return
    before = clause.before(figure)
    words = _VERB.sub("|", _blank(piece, view, clause)[: len(before)])
    strange = unexplained(view, _CUES.sub("|", words))
    first = max(
        (f.anchor.end - clause.start for f in clause.figures if f.anchor.end <= figure.anchor.start),
        default=0,
    )
    if first and unexplained(view, _CUES.sub("|", words[first:])):
        return  # 户数占六成多、金额占八成多
    if not takes and (strange or clause.after(figure).startswith("的")):
        return
    known = [(f, share) for f in fields for share in shares(view, whose[0], f)[:1]]
    slips = [(f, s) for f, s in known if of_digits(figure, s[2])]
    if near == NONE and len(known) > 1:
        known = slips if len(slips) == 1 else []
    if strange and not slips and any(f"{strange}{c}" in clause.text for c in "的占"):
        return  # 周末的客人占六成, 女生占52%
    if (strange and near < CLAUSE and not slips) or not known:
        return
    others = [f for f in view.fields if f not in fields and adds_up(piece, view, f)]
    if near < SENTENCE and any(own.meets(s[1]) for f in others for s in shares(view, whose[0], f)):
        return
    field, (whole, share, point) = known[0]
    if whole is None and not is_whole(piece, view, field) and not slips:
        return
    if _of_a_change(piece, view, clause, figure) or of_no_cell(
        piece, view, clause, figure, field, shares=True
    ):
        return
    value = value_of(figure) or 0.0
    if len(known) > 1 and near < SENTENCE:
        return
    if value / _FAR < point < value * _FAR:
        yield False, told_share(KEY, view, whose[0], field, figure, share, point, held=False)


def _of_the_row(words: str, lines: Sequence[str]) -> bool:
    """Whether a line is the whole that something is a share of: 夜间门诊占儿科门诊的六成."""
    whole = "|".join(map(re.escape, lines))
    return (
        re.search(rf"占(?:了|到|去)?[^，,占]{{0,4}}(?:{whole})[^，,]{{0,8}}的[^，,]{{0,4}}$", words)
        is not None
    )


def _of_growth(view: View, clause: Clause) -> bool:
    """Whether a share is of what came on top, which no column tells: 对全年收入增量的贡献率为17.5%."""
    return "增量" in clause.text and not any("增" in head for head in view.fields.values())


def _of_a_change(piece: Section, view: View, clause: Clause, figure: Figure) -> bool:
    """Whether a share is of what came on top: 成本多了1.90元，人工就多了0.70元，占去36.8%."""
    for one in (clause, *clauses_before(piece, clause)):
        told = [f for f in one.figures if f.anchor.end <= figure.anchor.start]
        if told:
            apart = any(g.is_object for g in groups_of(piece, view, one))
            moved = told[-1].role == "change" and _CHANGED.search(one.before(told[-1])) is not None
            return moved and told[-1].unit not in ("%", "times", "pp") and not apart
    return False


def _last(piece: Section, view: View, clause: Clause, many: int) -> tuple[str, ...]:
    """The lines that a sentence has named, where they are so many: 甲36%，乙30.6%，两店合占三分之二."""
    found: dict[str, None] = {}
    for one in (clause, *clauses_before(piece, clause)):
        for group in groups_of(piece, view, one):
            found.update(dict.fromkeys(n for n in group.names if n in view.lines))
    return tuple(found) if len(found) == many else ()


def _inside(piece: Section, view: View, clause: Clause) -> bool:
    """Whether a part of one row is told of: 甲的用户里，骑手占82%."""
    for one in (clause, *itertools.islice(clauses_before(piece, clause), _BACK)):
        for group in groups_of(piece, view, one):
            if _INSIDE.match(one.text, group.end):
                return True
    return False


def _of_another_year(piece: Section, view: View, clause: Clause) -> bool:
    told = set(_YEAR.findall(clause.text))
    for earlier in clauses_before(piece, clause) if not told else ():
        told = told or set(_YEAR.findall(earlier.text))
    known = set(_HEADS.findall(view.sheet.text))
    return bool(told) and told.isdisjoint(known)


def _told_somewhere(known: Sequence[View], figure: Figure) -> bool:
    """Whether a table has the share as one of its cells."""
    return any(
        cell.unit == "%" and value_of(cell) == value_of(figure)
        for view in known
        for cell in view.sheet.figures
    )


def _blank(piece: Section, view: View, clause: Clause) -> str:
    words = clause.text
    for group in groups_of(piece, view, clause):
        words = f"{words[: group.start]}{'|' * (group.end - group.start)}{words[group.end :]}"
    return words
