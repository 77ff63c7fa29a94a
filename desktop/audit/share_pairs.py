"""Which two amounts a share is of by where they stand, whatever the verb: 收入46.80亿元，其中经纪18.72亿元，贡献了四成.

The words only have to say that it is a share at all, and must not name something else; which of the two is the
part is left open where they do not tell.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from desktop.audit.passages import RATES, Passage, Told, alike
from desktop.audit.share_named import is_about
from desktop.audit.share_parts import Part

_ADVERBS: Final = (
    r"(?:大?约|将?近|接近|差不多|几乎|已经?|只|仅|就|便|也|则|还|又|竟|却|能|会|正好|恰好|整整|足足|高达|超过?|不到|"
    r"不足|有|为|是|达)*"
)
_TAKES: Final = re.compile(
    rf"(?:占|贡献|来自|出自|属于|归|比重|比例|份额|相当于|等于|[\u4e00-\u9fff](?:了|到|掉|走|去|下))了?"
    rf"(?P<of>[^，占]{{0,8}}的)?{_ADVERBS}$"
)
_RATE: Final = re.compile(
    rf"(?P<stem>[\u4e00-\u9fff]{{2,4}}?)(?:率|进度|比例|占比)(?:已经?|只|仅|高)?{_ADVERBS}$"
)
_SAID: Final = re.compile(rf"(?:也?就是说?|换[言句][^，]{{1,3}}|即|意味着|等于说?|相当于){_ADVERBS}$")
_WORDED: Final = re.compile(r"成|分之|半")
_WHO_DID: Final = re.compile(r"^(?:的|以上的?|左右的?)?[\u4e00-\u9fff]{2,}")
_NO_SHARE: Final = re.compile(
    r"增(?!量)|减(?!持)|降|升|涨|跌|同比|环比|[高低超多少]出|[高低多少]于|翻|缩|利率|费率|税|年化|收益|回报|毛利|净利|折|"
    r"平均|均|每|上限|下限|不得|要求|必须|预计|概率|可能|首付|负债率|不良|拨备|充足率|周转|杠杆|"
    r"全国|全球|全省|全市|世界|国内|行业|市场|同行|去年|上年|前年|往年|同期|此前|原来|(?:19|20)\d\d年|另|其他|其余|剩|余下|合计|两者|"
    r"满意|认为|表示|觉得|按"
)
_NO_TAIL: Final = re.compile(
    r"^(?:的?(?:增|降|涨|跌|利率|速度|折|价|股权|关税)|[高低多少]|个百分点)|^以[上下]的"
)
_WHOLE: Final = re.compile(
    r"总|共|全|合计|相加|加起来|加总|累计|原|应|计划|目标|预算|收到|登记|现有|设计|可用|待|需"
)
_GOAL: Final = re.compile(r"目标|计划|任务|规划|承诺|预算|指标|应|原定|要求|设计|额定|可售|需")
_INSIDE: Final = re.compile(r"其中(?<![在于]其中)|[里中内]的?[，,有]|[，,][^，,]{0,6}[里中]$")
_EACH: Final = re.compile(r"每$|每[\u4e00-\u9fff]$|均|单价")
_CHANGED: Final = re.compile(
    r"[增升涨跌减缩]|降(?!$)|同比|(?:上年|去年|同期|年初|年末)(?:则|也|的)?(?:只有|仅|为|是|有)*$|[到至]$"
)
_COMMON: Final = frozenset("的了个有为是占在年月日全公司一二三四五大小约率比例进度上下中里内以及和与其人")
_NO: Final = re.compile(r"[不未没非无]|[筛退流掉失闲空欠剩余]")
_MADE_UP: Final = re.compile(r"构成|组成|结构|分为|分成|来源|去向|分别")
_GAP: Final = 14  # characters between two amounts of a row
_NAMELESS: Final = frozenset("的了个有为是占约和与其")
_FIRST: Final = re.compile(r"^(?:其中)?(?:首|头|第)一?[项类块条位名个大]")
_SEVERAL: Final = re.compile(r"[两二三四五六几][者项类家个块]|以上|超过|以下|[和与、及]")
_OTHERS: Final = re.compile(r"其他|其它|其余|余下|剩下|另")
_LAST: Final = re.compile(r"[为是有达约近共的占：:\s]+$|\d[\d,.]*[万亿]?[^\d，]*[、，]")
_THING: Final = re.compile(
    r"(?:以[上下]|左右|上下|[多强弱]|有余|的)*(?P<of>[\u4e00-\u9fff]{2,6})"
)  # 贡献了六成销售额
_WORDS: Final = re.compile(
    r"也?就是说?|换[言句][^，]{1,3}|意味着|等于说?|其中|一[家项块类]|(?:大?约|将?近|已经?|只|仅|就|便|也|则|还|又|竟|却|高达|有)"
)
_AMONG: Final = re.compile(r"[\u4e00-\u9fff][里中内][\u4e00-\u9fff]{2}")
_SAMPLE: Final = re.compile(r"抽|查|访|测|检|核|受理|申请|问")
_TWO: Final = 2  # characters of a part of the sentence before that come back
_COUNTED: Final = re.compile(r"person|count:")
_MOST: Final = 8  # alike amounts that may stand before a share
_NEAR: Final = 20  # characters between a row and a share of an unnamed part of it
_FAR: Final = 40  # characters between the last of them and the share


def pair_of(passage: Passage, at: int, told: Told) -> Part | None:
    """The part and the whole that stand before a share as the only two of their kind, or as a whole with parts."""
    hedge = told.figure.anchor.quote.partition(told.figure.as_printed)[0]
    lead = (passage.clause(told) + hedge).strip(" *“”")
    worded = _WORDED.search(told.figure.as_printed) is not None
    if (
        _NO_SHARE.search(passage.clause(told))
        or _NO_TAIL.match(told.tail)
        or told.figure.comparator not in ("=", "~", "<", ">", "<=", ">=")
    ):
        return None
    before = passage.own[max(0, at - 2 * _MOST) : at]
    pool = [t for t in before if t.sentence == told.sentence and _is_amount(t)]
    away = not pool
    if away:  # 64家里，赚钱的24家，打平的18家。赚钱的不到四成
        pool = [t for t in before if told.sentence - t.sentence == 1 and _is_amount(t)]
    if not pool or told.start - pool[-1].end > _FAR:
        return None
    group = [t for t in pool if alike(t, pool[-1])]
    if len(group) == 1:
        group = [
            t for t in before if told.sentence - t.sentence == 1 and _is_amount(t) and alike(t, group[0])
        ] + group
    said = _SAID.search(lead) is not None
    if not 2 <= len(group) <= _MOST:
        return None
    if not said and any(t.share for t in before if t.start > group[-1].end):
        return None
    rate = _RATE.search(lead)
    takes = _TAKES.search(lead)
    if rate is not None:
        return _by_rate(passage, group, rate["stem"])
    whole = _whole(passage, group, lead + told.tail)
    row = () if whole is not None else _row(passage, group)
    if whole is None and not row:
        return None
    if takes is not None:
        thing = _THING.match(told.tail.strip())
        if not _of(takes["of"], whole) or (thing is not None and not _of(thing["of"], whole)):
            return None
        who = lead[: takes.start()]
    elif worded or (said and _WHO_DID.match(told.tail)):
        who = lead + told.tail
    else:
        return None
    if _AMONG.search(who):
        return None  # 销售团队中女性占六成
    part = _part(passage, group, whole, who)
    if away and (
        part is None or len(_own(passage, part, [t for t in group if t is not part]) & set(who)) < _TWO
    ):
        return None
    if part is not None and not _meant(passage, part, whole, who):
        return None
    if part is None:
        return Part(group[-1], either=True, row=row) if row and told.start - group[-1].end <= _NEAR else None
    return Part(part, either=not row and not _called(passage, part, whole, who), whole=whole, row=row)


def _is_amount(told: Told) -> bool:
    return told.figure.unit not in RATES and told.value > 0 and not _EACH.search(told.lead)


def _whole(passage: Passage, group: Sequence[Told], words: str) -> Told | None:
    """The amount that the others are told to be in; None where nothing says so, or they come to more."""
    whole = max(group, key=lambda t: t.value)
    rest = [t for t in group if t is not whole]
    if not rest:
        return None
    if any(_CHANGED.search(t.lead) for t in rest) or sum(t.value for t in rest) > whole.value * 1.001:
        return None
    gap = passage.between(group[0], group[1])
    if len(rest) > 1 and abs(sum(t.value for t in rest) - whole.value) < 1e-6 * whole.value:
        return whole
    if whole is group[0] and (_INSIDE.search(gap) or _WHOLE.search(whole.lead)):
        return whole
    if len(group) == 2 and whole is group[0]:
        again = set(whole.name[-3:]) - _COMMON
        if _shared(whole, rest[0]) or (again & set(words) and _COUNTED.match(whole.figure.unit)):
            return whole
    return whole if whole is not group[0] and _WHOLE.search(whole.lead) else None


def _row(passage: Passage, group: Sequence[Told]) -> tuple[Told, ...]:
    """The amounts that are all of something, though nothing tells how much: they stand in a row and are named alike."""
    if len(group) < 3 or any(_CHANGED.search(t.lead) or _WHOLE.search(t.lead) for t in group):
        return ()
    names = [_LAST.sub("", passage.clause(t)) for t in group]
    gaps = [passage.between(a, b) for a, b in itertools.pairwise(group)]
    if any(len(g) > _GAP or g[:1] not in "，、；," for g in gaps) or not all(names):
        return ()
    same = all(len(n) > 1 and (set(n[-4:]) & set(names[-1][-4:])) - _NAMELESS for n in names)
    made_up = same or _OTHERS.match(names[-1]) or _MADE_UP.search(passage.text[: group[0].start][-30:])
    return tuple(group) if made_up else ()


def _shared(one: Told, other: Told) -> bool:
    """Whether two amounts are named with a character in common: 网点5,480个，乡镇网点3,288个."""
    return bool((set(one.name[-4:]) & set(other.name + other.tail)) - _COMMON)


def _of(words: str | None, whole: Told | None) -> bool:
    """Whether what a share is said to be of may be a certain whole."""
    if not words or whole is None:
        return not words
    noun = words.removesuffix("的")
    if re.search(r"总|全|其|这|它", noun):
        return True
    name = whole.name.removesuffix("合计").removesuffix("总共")  # 保费 are no 费用合计
    return set(noun[-2:]) <= set(name) or noun[-1:] == name[-1:]


def _part(passage: Passage, group: Sequence[Told], whole: Told | None, who: str) -> Told | None:
    """The part that words name by characters of its own, by its place, or as the only one."""
    parts = [t for t in group if t is not whole]
    if _FIRST.match(who):
        return parts[0]
    same = [t for t in parts if _bare(passage.clause(t)) == _bare(who)]
    if len(same) == 1:
        return same[0]
    if len(parts) == 1:
        return parts[0]
    scores = [len(_own(passage, t, [o for o in group if o is not t]) & set(who)) for t in parts]
    best = max(scores)
    return (
        parts[scores.index(best)] if best and scores.count(best) == 1 and not _SEVERAL.search(who) else None
    )


def _bare(words: str) -> str:
    return re.sub(r"^其中|[的了只仅就已约占为是有]+$", "", words.strip())


def _own(passage: Passage, told: Told, others: Sequence[Told]) -> set[str]:
    """The characters of a name that the others have not."""
    other = {c for o in others for c in passage.clause(o)}
    return set(passage.clause(told) + told.tail) - _COMMON - other


def _called(passage: Passage, part: Told, whole: Told | None, who: str) -> bool:
    """Whether words call a part by characters of its own, and deny nothing."""
    own = _own(passage, part, [whole] if whole is not None else [])
    return bool(own & set(who)) and _NO.search(who) is None


def _meant(passage: Passage, part: Told, whole: Told | None, who: str) -> bool:
    """Whether words name the part, the rest of its kind, or nothing: 出口27万吨，高端产品占四成 is of other things."""
    name = _WORDS.sub("", _bare(who))
    if len(name) < _TWO or _FIRST.match(name) or _own(passage, part, []) & set(name):
        return True
    if part in passage.own and is_about(passage, part, name):
        return True
    kinds = [
        t.name.rstrip("的为是有共达约") or t.tail for t in (part, *([whole] if whole is not None else []))
    ]
    return any(k and (name[-1] == k[-1] or k[-2:] in name) for k in kinds)


def _by_rate(passage: Passage, group: Sequence[Told], stem: str) -> Part | None:
    """What was done of what was to be done: 计划投资9.60亿元，累计投入6.24亿元，投资进度65.0%."""
    if len(group) != 2:
        return None
    one, other = group
    if any(_CHANGED.search(t.lead.replace("到位", "")) for t in group):
        return None
    chars = set(stem) - _COMMON
    sampled = (
        _SAMPLE.search(one.lead) and _COUNTED.match(one.figure.unit) and one.figure.unit == other.figure.unit
    )
    if not sampled and not chars & set(one.name + one.tail[:6] + other.name + other.tail[:6]):
        return None
    goals = [t for t in group if _GOAL.search(t.lead)]
    whole = goals[0] if len(goals) == 1 else max(group, key=lambda t: t.value)
    part = other if whole is one else one
    if not goals and whole is not one:
        return None
    return Part(part, rate=True, either=True, whole=whole)
