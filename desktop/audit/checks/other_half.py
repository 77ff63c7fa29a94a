"""One share told the other way round: 利用率52.9%，换言之有47.1%闲置; 债券58%…，债券以外占42%; 每100件里有18件."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.opposed import SIDES, other_side
from desktop.audit.passages import Passage, Told, passages
from desktop.audit.scope import Section
from desktop.audit.share_reach import reached
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "other_half"
_AGAIN: Final = re.compile(
    r"(?:也?就是说|换(?:言之|句话说|个[^，]{1,3})|意味着|等于说|反过来[说看]?|相应地?|这样一来)[，,]?[^，,。；]{0,8}$"
)
_BUT: Final = re.compile(
    r"^(?P<who>[^，,。；]{2,10}?)(?:以外|之外)的?[^，,。；]{0,8}$|除(?:了|去)?(?P<other>[^，,。；]{2,10}?)[之以]?外[，,]?[^，,。；]{0,8}$"
)
_TAKES: Final = re.compile(r"占|贡献|来自|属于|归|持有")
_MANY: Final = re.compile(
    r"每(?P<n>100|10|1000|百|十|千|一百)个?(?P<of>[\u4e00-\u9fff]{1,5}?)(?P<among>里|中|当中|之中)?[，,]?(?:大?约|就?有|差不多|只有|仅有|近|不到|超过|会)*$"
)
_OF_EACH: Final = re.compile(r"每(?:[百十千]|一百|10)")
# What a line has of which some share turns another round
_TURNS: Final = re.compile(rf"就是说|换言|换句|换个|意味|等于说|反过|相应|这样|外|{SIDES}")
_SIZES: Final = {"百": 100, "一百": 100, "十": 10, "千": 1000}
_MOVES: Final = re.compile(
    r"增|减|降|升|涨|跌|同比|环比|[高低超多少]出|[高低多少]于|翻|利率|费率|年化|收益|回报|毛利|净利|折|平均|均|上限|下限|目标|预计|"
    r"全国|行业|市场|去年|上年|同期|相当于|四倍|[两二三四五]年"
)
_NO: Final = re.compile(r"闲置|空[置着]|没|未|不(?!过)|从不")
_NEAR: Final = 12  # figures before a share
_GRAM: Final = 4  # characters of a label
_REST: Final = re.compile(r"其余|其他|余下|剩下")
WRONG: Final = Text(
    "前面是{0}，另一半应是{1}，不是文中的{2}。", "With {0} told before, the other half is {1}, not {2}."
)
EACH: Final = Text(
    "{0}即每{1}个里有{2}个，其余{3}个；文中的{4}两者都不是。",
    "{0} means {2} in {1}, and {3} that are not; {4} in the text is neither.",
)


class _Base(NamedTuple):
    """A share told before; ``both`` where the claim may also repeat it."""

    figure: Figure
    both: bool


@check(
    KEY, "换个说法的占比", "a share told the other way round", "section",
    needs={"section": ("%", "换意就反相外每线境城内国直堂新")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold shares that turn another share round against what that share leaves."""
    for passage in passages(piece):
        turns = "%" in passage.marks and _TURNS.search(passage.text) is not None
        many = "每" in passage.marks and _OF_EACH.search(passage.text) is not None
        for at, told in enumerate(passage.own if turns or many else ()):
            if turns and told.share and told.figure.role != "change" and at:
                base = _base(passage, at, told)
                if base is not None:
                    yield from _held(piece, passage, told, base)
            elif many and not told.share and "每" in passage.clause(told):
                yield from _of_many(piece, passage, told)


def _base(passage: Passage, at: int, told: Told) -> _Base | None:
    """The share that the words turn round."""
    hedge = told.figure.anchor.quote.partition(told.figure.as_printed)[0]
    before = passage.text[max(0, told.start - 30) : told.start] + hedge
    clause = passage.clause(told) + hedge
    if _MOVES.search(clause + told.tail[:8]) or _REST.search(clause):
        return None
    again, but, sides = _AGAIN.search(before), _BUT.search(clause), other_side(clause)
    if again is None and but is None and sides is None:
        return None
    shares = [
        t for t in passage.own[max(0, at - _NEAR) : at]
        if t.share and t.figure.role != "change" and told.sentence - t.sentence <= 1
        and t.figure.comparator in ("=", "~")
    ]  # fmt: skip
    last = passage.own[at - 1]
    if again is not None and shares and shares[-1] is last and not _MOVES.search(last.tail):
        return _Base(last.figure, both=_NO.search(told.tail) is None or _NO.search(last.lead) is not None)
    if but is not None and _TAKES.search(clause):
        who = but["who"] or but["other"]
        named = [t for t in shares if t.name.endswith(who) or who in t.lead]
        return _Base(named[0].figure, both=False) if len(named) == 1 else None
    if sides is not None and _TAKES.search(clause) and shares and shares[-1] is last and len(shares) == 1:
        opening = passage.text[: last.start].rpartition("。")[2]
        lead = passage.clause(last)
        if sides[1] in opening and sides[0] not in opening and _TAKES.search(lead) and "其中" not in opening:
            return _Base(last.figure, both=False)
    return None


def _held(piece: Section, passage: Passage, told: Told, base: _Base) -> Iterator[Result]:
    own, claim, point = as_claim(base.figure), as_claim(told.figure), value_of(base.figure)
    if own is None or claim is None or point is None or not 0 < point < 100:
        return
    left = Interval(100 - own.high, 100 - own.low)
    sums = formula("100% − {} = {}", percent(point), percent(100 - point))
    if claim.meets(left):
        yield say.passed(KEY, (told.figure, base.figure), sums, rounded=True)
        return
    near = [t.figure for t in passage.own if t.start < told.start and told.sentence - t.sentence <= 1]
    if base.both and (claim.meets(own) or reached(told.figure, near)):
        return
    others = [c for f in near if f.unit == "%" and f is not base.figure and (c := as_claim(f)) is not None]
    if any(claim.meets(s) for s in _sums(others)):  # what is named as the other half may be told in parts
        return
    said = WRONG.format(stated(base.figure), percent(100 - point), stated(told.figure))
    yield say.finding(KEY, "inconsistent", (told.figure, base.figure), sums, said)


def _sums(claims: Sequence[Interval]) -> Iterator[Interval]:
    """What every run of shares comes to."""
    for start, end in itertools.combinations(range(len(claims) + 1), 2):
        yield functools.reduce(Interval.plus, claims[start:end])


def _of_many(piece: Section, passage: Passage, told: Told) -> Iterator[Result]:
    """每100件里约有18件没撑过第13个月: so many of a hundred are some share told before, or what it leaves."""
    many = _MANY.search(passage.clause(told) + told.figure.anchor.quote.partition(told.figure.as_printed)[0])
    claim = as_claim(told.figure)
    if many is None or claim is None or told.value <= 0:
        return
    if many["among"] is None and not told.figure.as_printed.endswith(many["of"][0]):
        return  # 每千人口床位7.9张
    whole = _SIZES.get(many["n"]) or int(many["n"])
    if told.value >= whole:
        return
    here = [t.figure for t in passage.own if t.share and t.figure.role != "change" and t.start < told.start]
    sentence = passage.text[passage.text.rfind("。", 0, told.start) + 1 : told.end] + told.tail
    table = [f for s in piece.around(told.figure.anchor.start) for f in _in_row(s, sentence)]
    room = whole / 100 * 0.5 if told.figure.comparator == "=" else whole / 100 * 1.5
    apart = [t.value for t in passage.own if t.figure.unit == "pp" and t.start < told.start]
    for f in (*here, *table):
        for point in (value_of(f) or 0.0, *((value_of(f) or 0.0) + s * p for p in apart for s in (1, -1))):
            left = abs(100 - point)
            if any(abs(told.value - each * whole / 100) <= room for each in (point, left)):
                return
    known = here or table[-1:]
    if len(known) != 1:
        return
    base = known[0]
    point = (value_of(base) or 0.0) * whole / 100
    said = EACH.format(stated(base), str(whole), number(point), number(whole - point), stated(told.figure))
    sums = formula("{} × {} = {}", str(whole), bare(base), number(point))
    yield say.finding(KEY, "inconsistent", (told.figure, base), sums, said)


def _in_row(sheet: Sheet, words: str) -> list[Figure]:
    """The percentages of the one row that a sentence calls by most of its label."""
    rows = []
    for row in sheet.rows:
        label = re.sub(r"[（(].*", "", sheet.label(row)).strip()
        parts = {label[i : i + _GRAM] for i in range(len(label) - _GRAM + 1)}
        if parts and any(p in words for p in parts):
            rows.append([c for col in sheet.cols if (c := sheet.at(row, col)) is not None and c.unit == "%"])
    return rows[0] if len(rows) == 1 else []
