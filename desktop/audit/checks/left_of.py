"""What is left of a whole, in any words: 目标604个，还差64个; 合格61辆，不合格13辆; 净减16家; 年末还有1.72亿元.

The words bind the amount to what stands before it; any sum or difference around it that gives it clears it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.check import Result, World, check
from desktop.audit.flows import flows
from desktop.audit.interval import Interval
from desktop.audit.marks import SAME_TWO
from desktop.audit.passage_names import denies, grams
from desktop.audit.passages import RATES, Passage, Told, alike, asked, passages
from desktop.audit.scope import Section
from desktop.audit.slips import of_digits
from desktop.audit.ways import Way, allowed, signed
from desktop.audit.worked_told import written, wrong_of
from desktop.core.figure import Figure

KEY: Final = "left_of"
_REST: Final = re.compile(
    r"^(?:而|则|那么|于是|最后|结果|所以|因此|这样)?(?:(?:其余|余下|剩下|剩余|剩)[^，]{0,6}|(?:还|尚|仍)(?:剩|差|余|缺|欠)[^，]{0,4}|"
    r"(?:结余|盈余|余额为|缺口|尚缺|缺|余|短缺)(?:了|为|是|达)?(?:约|近)?|差(?:了)?)$"
)
_WEAK: Final = re.compile(r"^(?:还有|仍有|尚有|另有|其他|其它|其它的|另外|只剩|仅剩)[^，]{0,6}$")
_EACH: Final = re.compile(r"每|均|单价|比")
_TAKEN: Final = re.compile(r"^(?:再|又|还|要)*(?:扣|减去|除去|刨|去掉|抵|补)")
_CUE: Final = frozenset("剩余差缺欠净亏赚毛利落末底终现前下最还仍尚其另不未没非无顺逆赤轧相到只仅")
_HUNDRED: Final = re.compile(r"每(?:[百千万]|100)")
_COSTS: Final = re.compile(r"(?:合计|总|共)[^，]{0,3}(?:成本|费用|支出|开支|开销)|(?:总成本|总支出|总费用)")
_STILL: Final = re.compile(r"^(?:还|仍|尚)[\u4e00-\u9fff]{1,5}$")
_OWN: Final = re.compile(r"^[^，]{0,6}(?:落|落下|到手|净得|实得|净剩|纯赚)(?:了|有|约)?$")
_WHOLE: Final = re.compile(r"总|共|全|合计|原有|计划|目标|应|收到|登记|名单|\d+户|待")
_NET: Final = re.compile(
    r"^(?:全年|当年|年内|一年|一个?月)?(?:毛利润?|毛赚|净赚|净亏|倒亏|亏损?|赚|盈利|净(?:增加?|减少?|流[入出]|新增)|顺差|逆差|赤字|差额|"
    r"轧差|相抵)[^，率每均]{0,4}$"
)
_CLOSES: Final = re.compile(
    r"^(?:到|至)?(?:年|期|月|季|周|日)?(?:末|底|终)[^，]{0,8}$|^(?:现有|如今有|目前有|眼下有|最后)[^，]{0,5}$"
)
_OPENS: Final = re.compile(r"初|原有|原先|上年末|去年底|期初|起先|开始|本来")
_SKIP: Final = re.compile(r"每|各|均|率|比|同比|累计|最|第|单价|目标|[高低]于|以上|以下|占")
_LEAST: Final = 3  # amounts: two, and what they leave
_NOT: Final = re.compile(r"[不没未]")
_NOTS: Final = frozenset("不没未")
_SHORT: Final = 3
_NEAR: Final = 7  # amounts before it that it may be worked out from


@check(KEY, "余数", "what is left of amounts", "section", needs={"section": ("level",)})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold rests, nets and closing amounts against the amounts before them."""
    for passage in passages(piece):
        if len(passage.sizes) < _LEAST or SAME_TWO not in passage.marks:
            continue
        own = [t for t in passage.sizes if _is_amount(t)]
        for at, told in enumerate(own[_LEAST - 1 :], _LEAST - 1):
            yield from _rest(passage, own, at, told)


def _is_amount(told: Told) -> bool:
    """Whether it is no change, but for what is told to be a net one."""
    return told.figure.role == "level" or (told.figure.role == "change" and "净" in told.lead)


def _rest(passage: Passage, own: Sequence[Told], at: int, told: Told) -> Iterator[Result]:
    lead = told.lead.strip(" *“”")
    way: Way | None = None
    if not _NOTS.isdisjoint(passage.marks) and _negated(passage, own, at):
        way = _asked_less(passage, told, own[at - 1])
        if way is not None:
            yield from _told(passage, told, own[:at][-_NEAR:], way, sure=True)
        return
    if _CUE.isdisjoint(lead + told.tail[:2]) or _SKIP.search(lead) or _HUNDRED.search(passage.text):
        return
    if told.tail.startswith("、") or passage.text[told.end : told.end + 1] == "、":
        return  # 剩下的是研发84人、风控66人: one of what is left
    pool = [
        t for t in own[:at]
        if (alike(t, told) or asked(t, told)) and told.sentence - t.sentence <= 1 and not _EACH.search(t.lead)
    ][-_NEAR:]  # fmt: skip
    if len(pool) < 2:
        return
    here = [t for t in pool if t.sentence == told.sentence]
    way = None
    sure = True
    if _REST.match(lead) or _WEAK.match(lead):
        way, sure = _less(told, pool, here), _REST.match(lead) is not None
    elif _STILL.match(lead) and here:
        way = _less(told, pool, here)
        sure = (
            way is not None
            and len(way.inputs) == 2
            and _WHOLE.search(_lead_of(pool, way.inputs[0])) is not None
        )
    elif _OWN.match(lead) and len(here) > 1 and here[0].value > here[-1].value:
        way = _less(told, here, here)
    elif _NET.search(lead):
        way = _net(lead, here if len(here) > 1 else pool)
        sure = (
            len(here) == 2 or (len(here) == 1 and _TAKEN.search(here[0].lead) is not None) or len(pool) == 2
        )
        sure = sure or _COSTS.search(pool[-1].lead) is not None
        sure = sure or ("净" in lead and any(flows(t.lead) < 0 for t in here))
    elif _CLOSES.match(lead) and _OPENS.search(pool[0].lead) and len(pool) in (2, 3):
        way = _closing(told, pool)
        sure = len(pool) > 2 and any(flows(t.lead) for t in pool)
    elif here and (core := _denied(told, here[-1])):
        way, sure = _asked_less(passage, told, here[-1]), len(core) > 1
    if way is not None:
        yield from _told(passage, told, pool, way, sure=sure)


def _negated(passage: Passage, own: Sequence[Told], at: int) -> bool:
    """Whether a clause is the one before it with a "not": 用满三年的有27万台，用不满三年的有48万台."""
    told, part = own[at], own[at - 1]
    if not at or told.sentence != part.sentence or not alike(told, part):
        return False
    words, other = passage.clause(told), passage.clause(part)
    return len(other) > _SHORT and words != other and _NOT.sub("", words, count=1) == other


def _lead_of(pool: Sequence[Told], figure: Figure) -> str:
    return next((t.lead for t in pool if t.figure is figure), "")


def _denied(told: Told, part: Told) -> str:
    """The words that an amount denies of the one before it: 合格61辆，不合格13辆."""
    name = told.name or told.tail[:6]
    other = part.name or part.tail[:6]
    core = next((g for g in grams(name) if g in other), "")
    return core if core and denies(name, core) and not denies(other, core) else ""


def _less(told: Told, pool: Sequence[Told], here: Sequence[Told]) -> Way | None:
    """The whole less all that is told behind it, or less the last of it; what is a slip away comes first."""
    top = max(pool, key=lambda t: t.value)
    runs = [run for run in (here, pool, (top, pool[-1])) if len(run) > 1]
    made = [signed([t.figure for t in run], (1, *(flows(t.lead) or -1 for t in run[1:]))) for run in runs]
    known = [w for w in made if w is not None and w.point > 0]
    return next((w for w in known if of_digits(told.figure, w.point)), known[0] if known else None)


def _asked_less(passage: Passage, told: Told, part: Told) -> Way | None:
    """The nearest larger amount before a part, less that part: 收回236份，其中177人愿意，不愿意的59人."""
    wholes = [
        t for t in passage.own
        if t.start < part.start and t.value > part.value and part.sentence - t.sentence <= 1
        and t.figure.unit not in RATES and (alike(t, part) or asked(t, part))
    ]  # fmt: skip
    return signed([wholes[-1].figure, part.figure], (1, -1)) if wholes else None


def _net(lead: str, pool: Sequence[Told]) -> Way | None:
    """What came in less what went out; of more amounts, the first less the last total."""
    if "净" in lead and len(pool) > 2:
        ways = [flows(t.lead) for t in pool]
        pool = (
            [pool[ways.index(w)] for w in (1, -1)] if sorted(w for w in ways if w) == [-1, 1] else pool[-2:]
        )
    one, other = (pool[0], pool[-1]) if len(pool) > 2 else (pool[-2], pool[-1])
    if one.value < other.value:
        one, other = other, one
    return signed([one.figure, other.figure], (1, -1))


def _closing(told: Told, pool: Sequence[Told]) -> Way | None:
    """What there was, with what came and without what went; where no word tells which, what is nearest."""
    signs = [flows(t.lead) for t in pool[1:]]
    ways = [
        signed([t.figure for t in pool], (1, *each))
        for each in itertools.product((1, -1), repeat=len(pool) - 1)
        if all(known in (0, sign) for known, sign in zip(signs, each, strict=True))
    ]
    return min((w for w in ways if w is not None), key=lambda w: abs(w.point - told.value), default=None)


def _told(passage: Passage, told: Told, pool: Sequence[Told], way: Way, *, sure: bool) -> Iterator[Result]:
    own = allowed(told.figure)
    if own is None or len({t.figure.period for t in pool if t.figure.period is not None}) > 1:
        return
    if own.meets(way.found) or own.meets(way.found.scaled(-1)):
        exact = abs(abs(way.point) - told.value) <= 1e-9 * max(1.0, told.value)
        yield say.passed(KEY, (told.figure, *way.inputs), written(way, told.figure), rounded=not exact)
    elif (sure or of_digits(told.figure, abs(way.point))) and not _comes_out(passage, told, pool, own):
        yield wrong_of(KEY, told.figure, way)


def _comes_out(passage: Passage, told: Told, pool: Sequence[Told], own: Interval) -> bool:
    """Whether some sum or difference of the amounts before an amount gives it."""
    above = [t for t in passage.above if alike(t, told)][-_NEAR:]
    every = [*above, *(t for t in passage.own if t.start < told.start and alike(t, told))][-2 * _NEAR :]
    values = [t.value for t in every]
    for a, b in itertools.combinations(values, 2):
        if own.holds(abs(a - b)) or own.holds(a + b):
            return True
    for first in range(len(values)):
        for end in range(first + 2, len(values) + 1):
            total = sum(values[first + 1 : end])
            if own.holds(abs(values[first] - total)) or own.holds(values[first] + total):
                return True
    for rate in (t for t in passage.own if t.share and t.start < told.start and t.sentence == told.sentence):
        for one in (*values, sum(t.value for t in pool)):  # 货位7,000个，使用率82%，还剩1,260个
            if own.holds(one * rate.value / 100) or own.holds(one * (1 - rate.value / 100)):
                return True
    near = [t.value for t in pool][-4:]
    return any(
        own.holds(abs(near[0] + sum(s * v for s, v in zip(signs, near[1:], strict=True))))
        for signs in itertools.product((1, -1, 0), repeat=len(near) - 1)
    )
