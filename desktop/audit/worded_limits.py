"""How far an amount is from a limit that the line tells, and what one of two amounts saves or costs more.

上限为36亿元，授信42亿元，比上限高出6亿元; 年付168元，可省70.8元.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.fitting import fitting
from desktop.audit.passages import RATES, Passage, Told
from desktop.audit.ways import signed
from desktop.audit.worded import Worded, alike, apart, near_before, worded

_WALL: Final = r"(?:上限|下限|限额|红线|底线|额度|标准|目标|门槛|限度|规定|预算|警戒线)"
_BEYOND: Final = re.compile(
    rf"(?:超[出过]?|高出|突破|越过|[低高]于|不及|距离?|离)(?:了)?(?:[^，。\d]{{0,6}}){_WALL}[^，,。；\d]{{0,6}}$"
    rf"|(?:比|较){_WALL}[^，,。；\d]{{0,4}}[多高低少]出?了?$"
)
_ROOM: Final = re.compile(
    rf"(?:还|尚|仍)(?:可以?|能够?)再?[^，,。；\d]{{1,4}}$|(?:剩余|可用|余下)的?{_WALL}[^，,。；\d]{{0,4}}$|{_WALL}(?:还|尚|仍)[剩有余]"
)
_NO_THING: Final = re.compile(
    rf"(?:的?(?:{_WALL}|空间|余地|贷款|资金|授信))?$"
)  # 30万元的零星工程 is one thing of many
_LIMIT: Final = re.compile(rf"{_WALL}|最[多高大]|至[多少]|不[得能]?超过|顶格|封顶")
_SAVES: Final = re.compile(
    r"^(?:可以?|能够?|就|便|也|等于|相当于|足足|整整|一年|一个?月|每[年月次]|总?共|实际|这样|又|还|竟|反而|可|将|会)*(?:节?省下?|[少多][付花交掏还出赚得挣收拿]|便宜|贵|砍[掉下去]|让利|缩水)(?:出|下|了|掉)*(?:约|近|差不多)?$"
)
_ELSE: Final = re.compile(r"比|较|另|额外|首|每多|其中|至少|最|如果|要是|否则|再")
_CHEAPER: Final = re.compile(r"折扣|[打\d]折|优惠|减免|补贴|券|红包|积分")
_OWED: Final = re.compile(r"(?:[尚还仍][欠差缺]|缺口)[^，,。；\d]{0,4}$")
_PLAINLY: Final = re.compile(
    r"(?:至今|目前|现在|眼下|如今|就|便|也|则|因此|所以|于是|结果|其中)*(?:[尚还仍][欠差缺]|缺口)(?:[着了口达为是有约近的额]|高达)*"
)
_ADDS: Final = re.compile(r"^(?:再?加上|另加|再加|连同|算上|外加)[^，。\d]{0,4}$")
_IN_ALL: Final = re.compile(r"总|共|合计|成本|达到|变成|一?共|合起来|加起来")
_LEFT: Final = re.compile(r"^(?:而|则)?(?:其余|余下|剩下|剩余)的?(?:部分)?(?:为|是|约)?$")
_SAME: Final = 0.01
_MARKS: Final = frozenset("省少多便贵砍让缩欠差缺余剩上超限离突越高低不还尚仍可")
_FAR: Final = 2  # sentences
_PAIR: Final = 2


def of_limits(passage: Passage) -> Iterator[Worded]:
    """Every amount of a line that tells how far two before it are apart."""
    if passage.marks.isdisjoint(_MARKS):
        return
    seen: list[Told] = []
    for told in passage.own:
        if told.figure.unit not in RATES and len(seen) >= _PAIR:
            found = _from_limit(passage, told) or _saved(passage, told) or _owed(passage, told)
            found = found or _rest(passage, told) or _added(passage, told)
            if found is not None:
                yield found
        if told.figure.unit not in RATES:
            seen.append(told)


def _from_limit(passage: Passage, told: Told) -> Worded | None:
    room = _ROOM.search(told.lead) is not None and _NO_THING.match(told.tail) is not None
    if not room and not _BEYOND.search(told.lead):
        return None
    near = [t for t in alike(near_before(passage, told, _FAR), told) if t.figure.role != "change"]
    limits = [t for t in near if t.figure.role == "threshold" or _LIMIT.search(t.lead)]
    if not limits:
        return None
    limit = limits[-1]
    others = [t for t in near if t is not limit and abs(t.sentence - told.sentence) <= 1]
    behind = [t for t in others if t.start > limit.start] or others[-1:]
    if not behind:
        return None
    first = apart(behind[-1], limit)
    # 全年目标300套，一季度卖出35套，二季度100套: all of it may have been used up in parts.
    used = signed([limit.figure, *(t.figure for t in behind)], (1, *(-1 for _ in behind)))
    return worded(told, [first, used, *(apart(a, b) for a, b in itertools.combinations(near, 2))])


def _saved(passage: Passage, told: Told) -> Worded | None:
    """An amount right behind two of its kind, of which the one is told to be so much less."""
    words = passage.clause(told)
    if _SAVES.match(words) is None or _ELSE.search(words):
        return None
    near = near_before(passage, told, 1)
    two = alike(near, told)[-_PAIR:]
    if len(two) < _PAIR or near[-1] is not two[-1] or not _as_near(told, two):
        return None
    if _CHEAPER.search(passage.text, two[0].start, told.start):
        return None
    if fitting(told.figure, [t.figure for t in near], [t.figure for t in passage.before(told)]) is not None:
        return worded(told, [apart(*two)]) if _fits(told, two) else None
    return worded(told, [apart(*two)])


def _owed(passage: Passage, told: Told) -> Worded | None:
    """What is still missing between the two right before it: 应缴3亿元，实缴1.8亿元，尚欠1.2亿元."""
    if _OWED.search(told.lead) is None:
        return None
    near = near_before(passage, told, 1)
    two = alike(near, told)[-_PAIR:]
    if len(two) < _PAIR or near[-1] is not two[-1]:
        return None
    if _PLAINLY.fullmatch(passage.clause(told)) is None:
        return None  # 二期还差6亿元, 另外还欠着朋友9000元
    every = itertools.combinations(alike(near_before(passage, told, _FAR), told), 2)
    return worded(told, [apart(*two), *(apart(a, b) for a, b in every)])


def _rest(passage: Passage, told: Told) -> Worded | None:
    """What a part that a rate tells leaves of the whole: 5720万元。省里承担六成，即3432万元，其余2288万元."""
    if _LEFT.search(told.lead) is None:
        return None
    three = near_before(passage, told, 1)[-3:]
    if len(three) < 3 or not three[1].share:
        return None
    whole, rate, part = three
    if abs(whole.value * rate.value / 100 / part.value - 1) > _SAME:
        return None  # the part is not what the rate makes of it
    if len(alike([whole, part], told)) < _PAIR or whole.value <= part.value or part.sentence != told.sentence:
        return None
    return worded(told, [apart(whole, part)])


def _added(passage: Passage, told: Told) -> Worded | None:
    """利息150元，加上200元的审核费，成本达到350元."""
    if _IN_ALL.search(told.lead) is None:
        return None
    two = near_before(passage, told, 0)[-_PAIR:]
    if len(two) < _PAIR or _ADDS.search(two[1].lead) is None:
        return None
    if len(alike(two, told)) < _PAIR:
        return None
    made = signed([t.figure for t in two], (1, 1))
    return worded(told, [made], plain=True) if made is not None else None


def _as_near(told: Told, two: Sequence[Told]) -> bool:
    """Whether two amounts can be one thing at two prices, which are less than ten times apart."""
    sizes = sorted(t.value for t in two)
    return sizes[0] < sizes[1] < 10 * sizes[0]


def _fits(told: Told, two: Sequence[Told]) -> bool:
    return abs(abs(two[0].value - two[1].value) - told.value) < 1e-9 * two[0].value
