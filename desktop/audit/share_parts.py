"""Which part a share of the prose is of: the amount right before it, or the one that it names or is named after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop.audit.passage_names import denies, grams, named
from desktop.audit.passages import RATES, Passage, Told, alike
from desktop.audit.share_named import ADVERBS, ELSE, of_other_thing, whole_of_then

_TAKES: Final = re.compile(
    rf"^(?P<who>.*?){ADVERBS}(?:占(?!比[由从])|比[重例](?=[为是达仅只约])|份额(?=[为是达仅只约])|相当于)"
    rf"(?:了|到|去|掉|据|比|为|是|达|有|得)*(?P<of>[^占]*?的)?{ADVERBS}$"
)
_PLAIN: Final = re.compile(rf"^(?:是|为|即|等于|也就是)?{ADVERBS}(?:是|为|有)?{ADVERBS}$")
_BARELY: Final = re.compile(rf"^(?P<who>[^是为的]{{2,8}}?的?){ADVERBS}(?:是|为)?{ADVERBS}$")
_RATE: Final = re.compile(
    rf"^(?P<who>.{{0,6}}?)(?P<did>[\u4e00-\u9fff]{{2,3}})(?:率|进度|比例)(?:已经?)?(?:为|是|有|达到?|在)?{ADVERBS}$"
)
_MOVES: Final = re.compile(
    r"增|减|降|升|涨|跌|同比|环比|[高低超多少]出|[高低多少]于|[大小]于|由|从|翻|缩|利率|费率|税|年化|收益|回报|毛利|净利|折|"
    r"平均|均|每|上限|下限|不得|要求|必须|目标|计划|预计|预算|概率|可能|超额|首付"
)
_WORDED: Final = re.compile(r"成|分之|半")
_INSIDE: Final = re.compile(r"(?P<of>[^里中内]{2,8})(?:里头?|当?中|内)(?P<who>.{2,})$")
_OPENING: Final = re.compile(r"^(?:其中|而|则|另外?|还有?|也)+")
_IT: Final = re.compile(r"其|这|它|他们|前者|后者|这[一部]\w{1,3}")
_SEVERAL: Final = re.compile(
    r"[两二三四五几][者项类家个]|前[两二三四五]|其余|剩|余下|其他|以上|上述|这[两三四五几]|.*[和与、及跟]."
)
_DONE: Final = re.compile(r"完成|达成|兑现|达标|实现|到位|执行|落实")
_SHORT: Final = re.compile(r"差|缺|剩|余|欠")
_REACHED: Final = re.compile(
    r"(?:完成|达到|达成|实现|兑现|用去|用掉)了?[^，,占]{0,6}(?:目标|计划|任务|指标|预算|规划|额度)[^，,占]{0,2}的"
)
_GOAL: Final = re.compile(r"目标|计划|任务|规划|承诺|预算|指标|应|原定|要求")
_FEW: Final = 10  # things that a share is told of together
_BREAK: Final = re.compile(r"[，,。；;：:（(]")
_OF_IT: Final = re.compile(rf"^的{ADVERBS}$")
_IS: Final = re.compile(r"占|相当于|等于|[是为]")
_AMONG: Final = re.compile(rf"^[^，占]{{0,8}}[里中内](?:就|只|也|才)?占(?:到|了|据)?{ADVERBS}$")
_IN_ALL: Final = re.compile(r"在(?:全[部体]|总共|一共|所有|这)的?$")
_IS_OF: Final = re.compile(
    rf"^(?:只|仅|才|就|便|恰|正)*(?:是|为|有|及|相当于|等于)(?P<of>[^，的占]{{2,8}})的{ADVERBS}$"
)
_VERB: Final = re.compile(rf"^{ADVERBS}[\u4e00-\u9fff]{{1,3}}(?:了|到|掉|去|走){ADVERBS}$")
_DID: Final = re.compile(rf"^{ADVERBS}(?P<did>完成|兑现|落实|到位){ADVERBS}$")
_LEFT: Final = re.compile(
    rf"^(?:而|则|也就是说|就是说|换言之|于是)?(?:还|仍|尚)?(?:有|剩下?|余下?|差|欠|其余|剩余|余下|剩下)的?{ADVERBS}$"
)
_REMAINS: Final = re.compile(r"剩|余")
_UNDONE: Final = re.compile(
    r"^(?:的[人钱款货户单件房]?)?(?:还|尚|仍)?(?:没有?|未)能?(?P<did>[\u4e00-\u9fff])"
)
_CLOSE: Final = 14  # characters between a part and its share
_ENDS: Final = re.compile(r"[强弱多]?(?:以上|左右|上下)?\s*$")


class Part(NamedTuple):
    """The part that a share is of, and the words for its whole; ``rest`` where the share is of what is not it.

    A ``rate`` may be of more than all; ``whole`` is the amount that stands right before the share as its whole,
    and ``row`` are the amounts that make up all of it.
    That is ``named`` where words call it by all of its name, so that no other amount is meant.
    With ``either`` the verb does not tell whether the share is of the part or of the rest.
    """

    part: Told
    of: str = ""
    rest: bool = False
    rate: bool = False
    either: bool = False
    whole: Told | None = None
    row: tuple[Told, ...] = ()
    named: bool = False


def part_of(passage: Passage, at: int, told: Told) -> Part | None:
    """The part that the words of a share name or follow; None where they leave it open, or it is no share of a part."""
    clause, before = told.lead.strip(" *“”"), passage.own[at - 1] if at else None
    stated = _OF_IT.match(clause) is not None and before is not None and not before.share
    if not stated and ELSE.search(passage.clause(told)):
        return _of_named(passage, at, told, clause)
    if _REACHED.match(clause):
        found = _before(passage, at, "")
        if found is not None and _GOAL.search(found.part.lead):
            return None
        return found._replace(rate=True) if found is not None else None
    if _MOVES.match(told.tail.strip()) or _MOVES.search(clause):
        return _of_rate(passage, told, clause) if "毛利" in clause else None
    if _LEFT.match(clause):
        return _of_left(passage, told, clause)
    if _OF_IT.match(clause) and before is not None and _IS.search(before.lead) and at > 1:
        found = _before(passage, at - 1, "")
        return found._replace(whole=before) if found is not None else None
    is_of = _IS_OF.match(clause)
    if is_of is not None and not ELSE.search(clause):
        return _before(passage, at, is_of["of"])
    if before is not None and _AMONG.match(clause) and _IN_ALL.search(before.lead) and at > 1:
        found = _before(passage, at - 1, "")  # 36人…，在全部48条留言里占三分之二
        return found._replace(whole=before, named=True) if found is not None else None
    takes = _TAKES.match(clause)
    if takes is not None:
        if ELSE.search(clause):
            return None
        who, of = _OPENING.sub("", takes["who"]), (takes["of"] or "").removesuffix("的")
        inside = _INSIDE.match(who)
        if inside is not None and not of:
            of, who = inside["of"], inside["who"]
        if who == "前者":
            return _former(passage, at, of)
        if not who.strip("，、的") or _IT.fullmatch(who):
            return _before(passage, at, of)
        if _SEVERAL.match(who):
            return None
        found = _by_name(who, of, _pool(passage, told)) or _of_item(passage, who, of)
        return None if found is not None and of_other_thing(passage, told, found.part) else found
    if _VERB.match(clause) and _ENDS.match(told.tail):
        called = [t for t in _pool(passage, told) if len(clause) > 2 and t.name.startswith(clause[:2])]
        if called:
            return Part(called[-1]) if len({t.value for t in called}) == 1 else None
        found = _before(passage, at, "")
        return found._replace(either=True) if found is not None else None
    if before is not None and not clause and passage.between(before, told) in ("（", "("):
        return _before(passage, at, "")
    worded = _WORDED.search(told.figure.as_printed) is not None
    if (worded or _listed(passage, told)) and _PLAIN.match(clause) and (clause or worded):
        return _before(passage, at, "") if _ENDS.match(told.tail) else None
    rate = _of_rate(passage, told, clause)
    if rate is not None:
        return rate
    barely = _BARELY.match(clause)
    if barely is not None and (worded or _listed(passage, told)):
        who = barely["who"].removesuffix("的")
        if who != barely["who"] and clause.endswith("的") and told.figure.comparator in ("=", "~"):
            return None  # 闪米贷的四分之一
        found = _by_name(who, "", _pool(passage, told))
        return found if found is not None and found.part.name == who else None
    return None


def _of_named(passage: Passage, at: int, told: Told, clause: str) -> Part | None:
    """The part right before a share whose whole words call by its very name, time and all: 是去年会员的60%."""
    before = passage.own[at - 1] if at else None
    whole = None if _MOVES.search(clause) else whole_of_then(passage, told, before, clause)
    found = _before(passage, at, whole.name) if whole is not None else None
    if found is None or whole is None or whole is found.part or not alike(whole, found.part):
        return None
    return found._replace(whole=whole, named=True)


def _pool(passage: Passage, told: Told) -> list[Told]:
    """The amounts before a share that may be its part."""
    return [t for t in passage.before(told) if t.figure.unit not in RATES]


def _of_left(passage: Passage, told: Told, clause: str) -> Part | None:
    """What was done, of whose rest a share is told: 到年底已退3,900万元…还有37.5%没退; 已发1,800万元，剩下25%."""
    undone = _UNDONE.match(told.tail)
    if undone is None and not _REMAINS.search(clause):
        return None
    near = [t for t in _pool(passage, told) if t in passage.own and told.sentence - t.sentence <= 1][-3:]
    done = [t for t in near if "已" in t.lead or (undone is not None and undone["did"] in t.lead)]
    if undone is not None:
        done = [t for t in done if undone["did"] in t.lead + t.tail[:2]]
    return Part(done[-1], "", rest=True) if done and done[-1] is near[-1] else None


def _listed(passage: Passage, told: Told) -> bool:
    """Whether a share stands in a row of shares that are told to be some: 煤窑占44%，气窑…，电窑22%."""
    return any(
        t.sentence == told.sentence and "占" in t.lead and t.start < told.start for t in passage.shares
    )


def _before(passage: Passage, at: int, of: str) -> Part | None:
    """The amount right before a share, or with those that are told along with it."""
    before, told = passage.own[at - 1] if at else None, passage.own[at]
    if before is None or before.share or before.figure.unit in RATES:
        return None
    if before.value < _FEW and not _BREAK.search(passage.between(before, told)):
        return None  # 本地三家合计占77%
    return Part(before, of) if told.start - before.end <= _CLOSE else None


def _former(passage: Passage, at: int, of: str) -> Part | None:
    """The first of the two amounts right before 前者: 物理类21.4万人，历史类15.4万人，前者占58%."""
    two = passage.own[max(0, at - 2) : at]
    if len(two) < 2 or any(t.share or t.figure.unit in RATES for t in two) or not alike(*two):
        return None
    return Part(two[0], of) if passage.own[at].start - two[1].end <= _CLOSE else None


def _by_name(who: str, of: str, pool: Sequence[Told]) -> Part | None:
    found = named(who, pool)
    if not found or len({t.value for t in found}) > 1 or ELSE.search(found[-1].lead):
        return None
    last = found[-1]
    core = next((g for g in grams(who) if g in last.name or g in last.tail), "")
    rest = bool(core) and denies(who, core) != (denies(last.name, core) or denies(last.tail, core))
    return Part(last, of, rest)


def _of_item(passage: Passage, who: str, of: str) -> Part | None:
    """The one entry of a list that words mean by its end (自家商城: 星澜商城), or with a noun of the list's heading."""
    found = [t for t in passage.items if t.name[-2:] == who[-2:]]
    found = found or [
        t
        for t in passage.items
        if len(t.name) > 1 and who.startswith(t.name) and who.removeprefix(t.name) in passage.heading
    ]
    return Part(found[0], of) if len(found) == 1 else None


def _of_rate(passage: Passage, told: Told, clause: str) -> Part | None:
    """The part that a rate is named after: 合格61辆，合格率82.4%; 540个，目标604个，完成率89.4%."""
    rate = _RATE.match(clause) or _DID.match(clause)
    if rate is None:
        return None
    near = [
        t
        for t in passage.own
        if t.figure.unit not in RATES and t.start < told.start and told.sentence - t.sentence <= 1
    ]
    did = rate["did"]
    core = did[-2:]
    parts = [t for t in near if core in t.name or core in t.tail[:6]]
    if _DONE.match(core) or _DONE.search(clause):
        goals = [t for t in near if _GOAL.search(t.lead)]
        left = [
            t for t in near if goals and t not in goals and alike(t, goals[0]) and not _SHORT.search(t.lead)
        ]
        return Part(left[-1], "", rate=True) if len(goals) == 1 and left else None
    parts = parts or [
        t for t in near if t.sentence == told.sentence and "率" not in t.lead and core[0] in t.name[-3:]
    ]
    if not parts or len({t.value for t in parts}) > 1:
        return None
    own = parts[-1]
    smaller = [t for t in near if alike(t, own) and t.start > own.start and t.value < own.value]
    if smaller or (_GOAL.search(own.lead) and any(alike(t, own) and t is not own for t in near)):
        return None  # 计划投资9.60亿元，累计投入6.24亿元，投资进度65%: it is no part, but the whole
    rest = core in own.name + own.tail and denies(clause, core) != (
        denies(own.name, core) or denies(own.tail, core)
    )
    return Part(own, "", rest, rate=True)
