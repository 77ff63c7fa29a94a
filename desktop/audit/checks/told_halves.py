"""The other half of a share that its names tell: 51岁及以上占30.1%，50岁及以下则只剩69.9%; 抽走27%，司机留下73%.

The two names share out a whole: a limit and what lies beyond it, what is taken and what is kept, home and away.
Any other arithmetic of the shares around clears the claim.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, percent, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.opposed import opposed
from desktop.audit.passages import Passage, Told, passages
from desktop.audit.scope import Section
from desktop.core.text import Text

KEY: Final = "told_halves"
_LIMIT: Final = re.compile(
    r"(?:(?P<not>不)?满)?(?P<n>\d+(?:\.\d+)?|[一二三四五六七八九十两]+)(?P<u>万?[\u4e00-\u9fff]{1,2}?)"
    r"(?:(?P<and>及|含)?(?P<side>以上|以下|以内))"
)
_TAKEN: Final = re.compile(r"抽[走成佣取]|分成|分给|分走|拿走|提成|上缴|返还|让给|收走|交给")
_KEPT: Final = re.compile(
    r"(?:自己|自家|公司|平台|店家|商家|司机|骑手|农户|工厂|作者|主播)?[^，]{0,3}(?:留下|留存|留住|到手|拿到手?|得到|剩下|余下)(?:来)?的?(?:部分|比例|份额|那份)?"
    r"(?:相应|因此|于是|随之|则|便|就|也|只|仅|已|会|[降升减增]|[至到为是有剩]|下|约|近)+$"
)
_SO: Final = re.compile(r"相应|则|便|就|只[剩有]|因此|于是|随之")
_GOES: Final = re.compile(
    r"(?:占比?|比[例重]|份额|[至到为是有剩]|占[^，,。；\d]{1,6}的)(?:了|约|近|大约|只有)*$"
)
_TAKES: Final = re.compile(r"占|来自")
_NO: Final = re.compile(
    r"同比|环比|目标|预计|计划|其中|率[^，]{0,4}$|(?:19|20)\d\d年|去年|上年|此前|原来|当年|全国|行业"
)
_EITHER: Final = re.compile(r"^[，,]?(?:大?约|即|也就是|合|折合|计|为|共|约为|合计)*$")
_TAIL: Final = re.compile(
    r"(?:则|就|便|也|已|还|只|仅|占比?|的|之|比例|比重|份额|有|为|是|了|降|升|到|至|剩|下)+$"
)
_STOP: Final = re.compile(r"[。；;！？\n]")
_CLAUSE: Final = re.compile(r"[，,：:（(]")
_BARE: Final = 3  # characters of a name that has no noun besides its side: 本地
_FAR: Final = 48  # characters between the two shares
WRONG: Final = Text(
    "前面是{0}，另一半应是{1}，不是文中的{2}。", "With {0} told before, the other half is {1}, not {2}."
)


@check(
    KEY, "两半占比", "the other half by its name", "section",
    needs={"section": ("%*2", "上下内留剩到地满")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold shares that are named as the other half of the one before them against what it leaves."""
    for passage in passages(piece):
        shares = [t for t in passage.own if t.share and t.figure.role != "change"]
        for base, told in itertools.pairwise(shares):
            if (
                told.sentence == base.sentence
                and told.start - base.end <= _FAR
                and told.figure.comparator in ("=", "~")
                and base.figure.comparator == "="
                and 0 < base.value < 100
                and _halves(passage, base, told)
            ):
                yield from _held(passage, shares, base, told)


def _halves(passage: Passage, base: Told, told: Told) -> bool:
    """Whether the names of two shares leave nothing outside of both."""
    between = passage.between(base, told)
    clause = _CLAUSE.split(between)[-1]
    if _STOP.search(between) or _GOES.search(clause) is None or _NO.search(clause):
        return False
    since = _STOP.split(passage.text[: base.start])[-1]
    if _limits(since, clause):
        return True
    if _TAKEN.search(since) and _KEPT.search(clause) and _SO.search(clause):
        return True
    return _apart(passage, base, told, since, clause)


def _limits(since: str, clause: str) -> bool:
    """51岁及以上 and 50岁及以下, 60岁以下 and 60岁及以上: no number between the two, and none in both."""
    one, other = (list(_LIMIT.finditer(words)) for words in (since, clause))
    if len(other) != 1 or len({m[0] for m in one}) != 1:
        return False
    a, b = one[-1], other[0]
    above = [m["side"] == "以上" for m in (a, b)]
    if a["u"] != b["u"] or above[0] == above[1] or a["not"] or b["not"]:
        return False
    if not (a["n"].isdecimal() and b["n"].isdecimal()):
        return a["n"] == b["n"]
    top, low = (a, b) if above[0] else (b, a)
    apart = int(top["n"]) - int(low["n"])
    return apart == 0 or (apart == 1 and a["u"] == "岁")


def _apart(passage: Passage, base: Told, told: Told, since: str, clause: str) -> bool:
    """异地客户占82%，约为344亿元，本地存款只占18%: opposites, with no more than an amount of the first between."""
    inner = [t for t in passage.own if base.end <= t.start < told.start]
    if len(inner) != 1 or inner[0].share or _EITHER.match(passage.between(base, inner[0])) is None:
        return False
    name = _CLAUSE.split(since)[-1]
    if not (_TAKES.search(name) and _TAKES.search(clause)):
        return False
    one, other = _TAIL.sub("", name), _TAIL.sub("", clause)
    same = len(other) < _BARE or other[-2:] in one  # 异地客户的存款 and 本地贷款 are two wholes
    return same and opposed(one, other) == "binary"


def _held(passage: Passage, shares: Sequence[Told], base: Told, told: Told) -> Iterator[Result]:
    own, claim, point = as_claim(base.figure), as_claim(told.figure), value_of(base.figure)
    if own is None or claim is None or point is None:
        return
    sums = formula("100% − {} = {}", percent(point), percent(100 - point))
    if claim.meets(Interval(100 - own.high, 100 - own.low)):
        yield say.passed(KEY, (told.figure, base.figure), sums, rounded=True)
        return
    near = [t.value for t in shares if t.start < told.start and told.sentence - t.sentence <= 1]
    runs = [near[a:b] for a, b in itertools.combinations(range(len(near) + 1), 2)]
    if any(claim.holds(x) for run in runs if run != [point] for x in (sum(run), 100 - sum(run))):
        return
    said = WRONG.format(stated(base.figure), percent(100 - point), stated(told.figure))
    yield say.finding(KEY, "inconsistent", (told.figure, base.figure), sums, said)
