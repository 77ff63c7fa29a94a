"""What is left of the first of some amounts, and what a count has gained or lost, by their order and their names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.flows import flows
from desktop.audit.gap_words import of_time
from desktop.audit.passages import Passage, Told, asked
from desktop.audit.passages import alike as of_kind
from desktop.audit.tally import Tally, largest_less, tally_of
from desktop.audit.ways import Way, like, signed

REST: Final = re.compile(
    r"剩|余(?!额宝)(?<!款余)|[仍尚](?!未(?:公布|披露))|还[有差欠缺在剩]|闲置|空[置着闲缺]|欠|尚缺|缺口|仅存|现存|留存|流失|未|没|不|外购|到手|落袋|口袋|趴|实际|"
    r"期末|年末|直营|自有|另"
)
_WHOLE: Final = re.compile(
    r"总|共|全|合计|原|应|计划|目标|预算|收到|受理|登记|现有|一共|年初|期初|每100|需|投放|到期|受访|[问查]了|[回走采]访|抽|调查|拥?有"
)
_INSIDE: Final = re.compile(r"其中(?<![在于]其中)|[里中内]的?[，,有]|[：:]")
SKIP: Final = re.compile(
    r"每(?![百千万1])|均|率|最|第|同比|环比|[高低多少]于|以[上下]$|占|目标|预计|计划|[增减](?!持)(?!加值)"
)
_NAME_END: Final = re.compile(r"[为是达有约近共的占到了：:\s]+$")
_NOT: Final = re.compile(r"[不没未]")
KEPT: Final = re.compile(
    r"剩|余下|其余|还余|口袋|落袋|到手|落下|净得|[现还]存|眼下|现在|变[成为]|[年月季期]末|如今|最后"
)
_TO: Final = re.compile(r"[升降涨跌增减掉滑回][到至为成]$")
_LEAVES: Final = re.compile(r"\b(?:which leaves|leaving|leaves)\b", re.I)
_THAN: Final = re.compile(r"\b(?:less|more|fewer) than\b", re.I)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_STEP: Final = re.compile(r"[年月天日岁元万][以之]?[内上下前后]|[到至—–-][^，]{1,4}[年月天岁元万]")
_TAKEN: Final = re.compile(r"(?:扣[掉除去减]|减去|[除刨抛]去|去掉)了?[^，,]{0,6}$")
_LISTED: Final = re.compile(r"(?!.*[加补增退])[^，,。；;、\d]{0,8}[、和及与][^，,。；;、\d]{0,8}")
_NOTHING: Final = 1e-3  # of a whole
_TWO: Final = 2
_SHORT: Final = 3  # characters before the word for a total that may be no subject of their own
_ROW: Final = 3  # amounts before a rest that nothing tells to be one


def alike(one: Told, other: Told) -> bool:
    """Whether two amounts can be added: 31.2亿 beside 30.4亿千瓦时 is of its unit."""
    return of_kind(one, other) or asked(one, other) or like(one.figure, other.figure)


def is_taken(told: Told) -> bool:
    """Whether an amount is told to be taken off another, which is no change of it: 扣掉4,800元房租."""
    return _TAKEN.search(told.lead) is not None


def net_of(told: Told, parts: Sequence[Told]) -> Tally | None:
    """The difference of the two before it; of a count and the one of an earlier time, also further back."""
    if len(parts) > 2 and of_time(parts[-1].lead) and parts[-1].sentence == told.sentence:
        whole = next((t for t in parts if t.sentence < told.sentence), None)
        if whole is not None and whole.value == max(t.value for t in parts):
            return tally_of(told, "net", [largest_less([whole, parts[-1]])], sure=True)
    moved = [t for t in parts if flows(t.lead)]
    if len(moved) == 2 and flows(moved[0].lead) != flows(moved[1].lead):
        return tally_of(told, "net", [largest_less(moved)], sure=True)
    ways = [largest_less(parts[-2:])] if len(parts) > 1 else []
    return tally_of(told, "net", ways, sure=len(parts) in (2, 3))


def rest_of(passage: Passage, told: Told, parts: Sequence[Told]) -> Tally | None:
    """What the first of the amounts, which is the most, leaves beside the others."""
    if _LEAVES.search(told.lead):
        if _THAN.search(parts[-1].lead):
            return None  # £12m less than the £20m it hoped for, which leaves £3m: of something else
        return tally_of(told, "rest", [largest_less(parts)], sure=len(parts) < _ROW + 1)
    later = next((t for t in passage.own if t.start > told.start and t.sentence == told.sentence), None)
    if later is not None and alike(later, told) and REST.search(later.lead):
        return None  # 另有40户说是等涨价，余下16户说不清: the rest comes behind
    whole = parts[0]
    others = parts[1:]
    if _TO.search(told.lead):
        return None  # 从2.61元掉到2.38元再掉到2.20元
    if whole.value < sum(t.value for t in others):
        return None
    if SKIP.search("".join(t.lead for t in parts).replace("减", "")):
        return None
    if len(others) > 1 and abs(whole.value - sum(t.value for t in others)) < _NOTHING * whole.value:
        return None  # 前三季度80亿元，一季度30亿元、二季度26亿元、三季度24亿元: nothing is left
    inside = _INSIDE.search(passage.between(whole, others[0])) is not None
    cue = REST.search(told.lead) is not None or _negated(passage, others[-1], told)
    held = inside or _WHOLE.search(whole.lead) is not None
    held = held or _negated(passage, others[-1], told)
    held = held or (cue and _again(told.name, whole.name))
    held = held or (
        len(parts) > _TWO and KEPT.search(told.lead) is not None and _in_a_row(passage, parts, told)
    )
    loose = not held and not _shared(passage, parts, told)
    loose = loose or (not cue and whole.sentence != told.sentence)  # 480人，参加的265人。达标的212人
    if loose and len(parts) < _ROW:
        return None
    if whole.value <= told.value:
        loose = True
    ways = [largest_less(parts)]
    if len(parts) > 2:
        ways.append(largest_less((whole, parts[-1])))
    if cue and _taken_off(passage, parts):
        return tally_of(told, "signed", ways[:1], sure=True)
    if cue and len(parts) > _TWO and KEPT.search(told.lead):
        ways += in_any_way(parts)
    over = others[0].sentence == told.sentence and not loose and _shared(passage, parts, told)
    over = (
        over
        and (held or all(_STEP.search(passage.clause(t)) for t in others))
        and sum(t.value for t in (*others, told)) > whole.value
    )
    return tally_of(told, "loose" if loose else "rest", ways, sure=(cue and held) or over)


def _taken_off(passage: Passage, parts: Sequence[Told]) -> bool:
    """Whether all but the first are one list of what is taken off: 扣掉4,800元房租、6,500元工资和900元水电."""
    if len(parts) <= _TWO or _TAKEN.search(parts[1].lead) is None or parts[0].sentence != parts[1].sentence:
        return False
    gaps = (passage.between(a, b) for a, b in itertools.pairwise(parts[1:]))
    return not passage.between(*parts[:2]).count("、") and all(map(_LISTED.fullmatch, gaps))


def _in_a_row(passage: Passage, parts: Sequence[Told], told: Told) -> bool:
    """Whether nothing else is told from the first of some amounts to the one that they leave, in one sentence."""
    own = [t for t in passage.sizes if parts[0].start <= t.start < told.start]
    return parts[0].sentence == told.sentence and len(own) == len(parts)


def _negated(passage: Passage, part: Told, told: Told) -> bool:
    """Whether a clause is the one before it with a "not": 用满三年的有27万台，用不满三年的有48万台."""
    if told.sentence != part.sentence or not alike(told, part):
        return False
    words, other = passage.clause(told), passage.clause(part)
    return len(other) > _SHORT and words != other and _NOT.sub("", words, count=1) == other


def in_any_way(parts: Sequence[Told]) -> list[Way | None]:
    """What came and went, in any way: 原有12,400吨，入库6,800吨，轮出5,300吨."""
    figures = [t.figure for t in parts]
    every = itertools.product((1, -1), repeat=len(parts) - 1)
    return [signed(figures, (1, *signs)) for signs in every if len(set(signs)) > 1]


def _again(name: str, other: str) -> bool:
    """Whether a pair of characters of the one name comes back in the other."""
    return any(name[i : i + 2] in other for i in range(len(name) - 1))


def _shared(passage: Passage, parts: Sequence[Told], told: Told) -> bool:
    """Whether parts are named alike, and the whole is not: 充电中发生的, 放电中发生的; 一年内的, 三年以上的."""
    whole, *names = [_NAME_END.sub("", passage.clause(t)) for t in (*parts, told)]
    if len(names) < _TWO or not all(len(n) > 1 and _YEAR.search(n) is None for n in names):
        return False
    if len({n[-1:] for n in names}) == 1:
        return whole[-1:] != names[0][-1:]
    if len({n[:1] for n in names}) == 1:
        return whole[:1] != names[0][:1]
    return all(map(_STEP.search, names)) and _STEP.search(whole) is None
