"""Shares that make up a whole: 骑手占82%，其他人占18%; 准时率92%，有8%误点; 30岁以下74%，另外26%过了三十.

What the words tell is counted, and so is what the numbers tell: a last share that misses what the others leave by
one digit is surely meant to be the rest of them. Any other arithmetic of the figures around clears it.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.adding import formula_of
from desktop.audit.amounts import bare, formula, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, digits
from desktop.audit.lines import behind_last
from desktop.audit.passages import Passage, Told, passages, told_as
from desktop.audit.rest_words import CERTAIN, is_rest, kinship, told_once
from desktop.audit.scope import Section
from desktop.audit.share_reach import reached
from desktop.audit.slips import one_slip
from desktop.core.text import Text

KEY: Final = "rest_shares"
_STOP: Final = re.compile(r"[。！？；;\n]")
_MOVES: Final = re.compile(
    r"增|减(?!免)|降|升(?!级)|涨|跌|同比|环比|[高低超多少]出|[高低多少]于|翻|缩|利率|费率|税|年化|收益|回报|毛利|净利|折|平均|"
    r"目标|预计|预算|计划|上限|下限|不得|由(?=[^\u4e00-\u9fff]|[降升涨跌增减回变]|$)|从(?=[\d一二三四五六七八九两])|以来|概率"
)
_TIMES: Final = re.compile(
    r"[前上去]一?年|同期|此前|原来|以前|当时|之前|(?:19|20)\d\d年|全国|全球|行业|同行|如今|今年"
)
_ASKED: Final = re.compile(r"多选|提到|担心|抱怨|认为|觉得|希望|愿意")
_WHICH: Final = re.compile(r"其中|[在于]其")
_AMONG: Final = re.compile(
    r"(?:里头?|(?<!其)中(?![间小大等])|当中)(?=[^，,。；]{2,}$)|[的里]{1}[^，。]{1,6}率$"
)
_LEAST: Final = re.compile(r"(?:至少|最少|起码|不[低少小]于|不下)[^，,；;]{0,4}$")
_MOST: Final = re.compile(r"(?:至多|最多|顶多|不超过|不[高多大]于)[^，,；;]{0,4}$")
_RED: Final = 5
_FAR: Final = 60  # characters between two shares of a whole
_ROW: Final = 8
_SAME, _ROOM = 0.5, 25.0  # points
_CLAUSE: Final = re.compile(r"[，,：:（(、]")
_BOTH: Final = re.compile(r"合计|合起来|加起来|一共|之和|两者|二者")
_FOLLOWS: Final = re.compile(r"至多|最多|顶多|至少|最少|也就|即|便|意味|相应|自然|另一[方侧半]|一[侧方边]")
_MARK: Final = re.compile(r"[，,、；;。]")
_NAMELESS: Final = re.compile(r"即|也就是|约|大约|合计|共计?|为|是")
_TAKES_ONLY: Final = re.compile(r"(?:约|大约|只|仅|共|合计|也|就|则)?占(?:比|了|到)?(?:约|近|为|是|达)?")
_SAID: Final = re.compile(r"就是说|换[言句]|反过来|意味|等于说")
_BUT: Final = re.compile(
    r"^(?P<who>[^，,。；]{2,10}?)(?:以外|之外)|除(?:了|去)?(?P<other>[^，,。；]{2,10}?)[之以]?外"
)
_MUST: Final = re.compile(r"不得|应当|必须|须|禁止")
OVER: Final = Text(
    "{0}相加是{1}，同一整体的各部分不可能超过100%。",
    "{0} add up to {1}; parts of one whole cannot exceed 100%.",
)
REST: Final = Text(
    "前面是{0}，余下的应是{1}，不是文中的{2}。",
    "With {0} told before, {1} is left, not {2} as the text says.",
)
BOUND: Final = Text(
    "一方{0}，另一方就应是{1}，不是文中的{2}。", "With {0} for the one, the other has {1}, not {2}."
)
AT_MOST, AT_LEAST = Text("至多{}", "{} at most"), Text("至少{}", "{} at least")


@check(KEY, "合成整体的占比", "shares that make up a whole", "section", needs={"section": ("%*2",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each share that may be what others leave against what they leave."""
    for passage in passages(piece):
        if len(passage.shares) > 1:
            shares = list(told_once([t for t in passage.shares if t.figure.role != "change"]))
            for at in range(1, len(shares)):
                yield from _of(passage, shares, at)


def _of(passage: Passage, shares: Sequence[Told], at: int) -> Iterator[Result]:
    told, gap = shares[at], passage.between(shares[at - 1], shares[at])
    if len(gap) > _FAR:
        return
    words = _words(passage, shares, at)
    clause = _last_clause(words)
    rest = is_rest(clause)
    row = _row(passage, shares, at, on=rest or _SAID.search(words) is not None)
    if not row:
        return
    base = row[-1]
    one = _words(passage, shares, shares.index(base))
    first = _CLAUSE.split(one)[-1]
    signs = _sign(base, first), _sign(told, clause)
    if "" not in signs and signs[0] != signs[1]:
        if _FOLLOWS.search(clause) and not _MUST.search(clause):
            yield from _bounds(base, told, signs[1])
        return
    since = behind_last(_STOP, passage.text[max(0, base.start - _FAR) : base.start])
    sure, takes = kinship(since, first, base.tail, clause, told.tail)
    if not sure or _is_apart(first, clause + told.tail, certain=sure == CERTAIN and not rest, rest=rest):
        return
    if _WHICH.search(passage.text, row[0].end, told.start):
        row = [t for t in row if not _WHICH.search(passage.text, row[0].start, t.start)] if rest else []
    elif but := _BUT.search(clause):
        who = but["who"] or but["other"]
        row = [t for t in row if who in t.lead]
    elif sure == CERTAIN and not rest:
        row = [base]
    claim, parts = told_as(told), [own for t in row if (own := told_as(t)) is not None]
    total = sum(t.value for t in row)
    if (
        claim is None
        or told.figure.comparator not in ("=", "~")
        or not row
        or len(parts) < len(row)
        or total >= 100
    ):
        return
    both = functools.reduce(Interval.plus, parts)
    figures, point = (told.figure, *(t.figure for t in row)), 100 - total
    written = formula("100% − {} = {}", percent(total), percent(point))
    if claim.meets(Interval(100 - both.high, 100 - both.low)):
        if sure > 1:
            plain = digits(told.figure)
            yield say.passed(KEY, figures, written, rounded=plain is None or not plain.holds(point))
        return
    if rest and _goes_on(passage, shares, at, 100 - total):
        return
    over = both.low + claim.low > 100
    ends = at + 1 == len(shares) or _STOP.search(passage.text, told.end, shares[at + 1].start) is not None
    slip = one_slip(told.figure, point)
    # 占46%，占31%，占15%，其他占18%: no arithmetic of amounts makes parts more than all of their whole.
    too_much = over and len(row) > 1 and all("占" in t.lead for t in (*row, told))
    if sure + takes + ends + over + slip < _RED - (sure == CERTAIN) or _reached(
        passage, shares[:at], told, row, sure=CERTAIN if too_much else sure
    ):
        return
    if not rest and sure < CERTAIN and not over and (sure == 1 or not slip):
        return
    if over and not rest:
        listed = say.listed([bare(f) for f in reversed(figures)])
        sums = formula_of(list(reversed(figures)), total + told.value, told.figure)
        said = OVER.format(listed, percent(total + told.value))
        yield say.finding(KEY, "inconsistent", figures, sums, said)
        return
    said = REST.format(say.listed([stated(t.figure) for t in row]), percent(point), stated(told.figure))
    yield say.finding(KEY, "inconsistent", figures, written, said)


def _words(passage: Passage, shares: Sequence[Told], at: int) -> str:
    """The words before a share, back to the share before it or to the end of the sentence before."""
    told = shares[at]
    before = next((t.end for t in reversed(shares[:at]) if _MARK.search(passage.text, t.end, told.start)), 0)
    begin = max(before, told.start - _FAR)
    hedge = told.figure.anchor.quote.partition(told.figure.as_printed)[0]
    return behind_last(_STOP, passage.text[begin : told.start]) + hedge


def _goes_on(passage: Passage, shares: Sequence[Told], at: int, left: float) -> bool:
    """Whether those told behind it go with a share to what is left: 其余客人来自外省，占28%，境外的占10%."""
    total = shares[at].value
    for last, more in itertools.pairwise(shares[at:]):
        if _STOP.search(passage.text, last.end, more.start):
            break
        total += more.value
        if abs(total - left) <= _SAME:
            return True
    return False


def _last_clause(words: str) -> str:
    """The last clause of some words, with the one before it where it names nothing: 其余改乘网约车，即."""
    clauses = _CLAUSE.split(words)
    if len(clauses) > 1 and _TAKES_ONLY.fullmatch(clauses[-1]):
        return clauses[-2] + clauses[-1]  # 其余老师都选了“没有变化”，占
    return clauses[-2] if len(clauses) > 1 and _NAMELESS.fullmatch(clauses[-1]) else clauses[-1]


def _row(passage: Passage, shares: Sequence[Told], at: int, *, on: bool) -> list[Told]:
    """The shares before one that may be all others: of its part of the sentence, or ``on`` behind that."""
    row: list[Told] = []
    crossed = False
    for one, other in itertools.pairwise(reversed(shares[: at + 1])):
        stop = _STOP.search(passage.text, other.end, one.start) is not None
        if len(row) == _ROW or one.start - other.end > _FAR or (stop and (crossed or row or not on)):
            break
        crossed = crossed or stop
        row.insert(0, other)
    return row


def _is_apart(one: str, other: str, *, certain: bool, rest: bool) -> bool:
    """Whether two shares are of other wholes, times or kinds."""
    if _BOTH.search(other) and not rest:
        return True
    if (_TIMES.search(other) and not _TIMES.search(one)) or _AMONG.search(other):
        return True
    if _TIMES.search(one) and not (certain or rest or _TIMES.search(other)):
        return True
    return not certain and bool(
        _MOVES.search(one) or _MOVES.search(other) or (not rest and _ASKED.search(other))
    )


def _reached(passage: Passage, before: Sequence[Told], told: Told, row: Sequence[Told], *, sure: int) -> bool:
    """Whether any shares in a row before a share come to it or leave it, or two amounts make it."""
    claim = told_as(told)
    inner = [t for t in before[-_ROW:] if t.start > row[-1].start] if is_rest(told.lead) else []
    near = [c for t in before[-_ROW:] if t.sentence >= row[0].sentence and t not in inner
            and (c := told_as(t)) is not None]  # fmt: skip
    for begin, end in itertools.combinations(range(len(near) + 1), 2):
        both = functools.reduce(Interval.plus, near[begin:end])
        left = Interval(100 - both.high, 100 - both.low)
        if claim is None or claim.meets(left) or (end - begin > 1 and claim.meets(both)):
            return True
    if sure == CERTAIN:
        return False
    return reached(told.figure, [t.figure for t in passage.sizes if abs(told.sentence - t.sentence) <= 1])


def _sign(told: Told, words: str) -> str:
    if told.figure.comparator in (">", ">=") or _LEAST.search(words):
        return ">"
    return "<" if told.figure.comparator in ("<", "<=") or _MOST.search(words) else ""


def _bounds(one: Told, other: Told, sign: str) -> Iterator[Result]:
    """At least x for the one leaves at most 100 − x for the other."""
    figures, left = (other.figure, one.figure), 100 - one.value
    if abs(left - other.value) > _ROOM:
        return
    written = formula("100% − {} = {}", percent(one.value), percent(left))
    if abs(left - other.value) < _SAME:
        yield say.passed(KEY, figures, written)
        return
    most = (AT_MOST if sign == "<" else AT_LEAST).format(percent(left))
    said = BOUND.format(stated(one.figure), most, stated(other.figure))
    yield say.finding(KEY, "inconsistent", figures, written, said, "bounds")
