"""The words of amounts that are told to be worked out: that one is a gap, a rest or a gain, and what else they name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.audit.passages import Passage, Told

# Broad on purpose: which amounts are meant follows from where they stand, not from these.
_LESS: Final = re.compile(
    r"[剩余缺欠差净赚挣盈亏赔贴落省贵超短隔窟砍]|利润|毛利|便宜|到手|口袋|实[得发付收]|趴|[结留]存|空[着缺余出]|中间|"
    r"[多少高低](?!数|于|过|达|端|校|铁|管|新|中|额|频|年|儿)|[升降涨跌增减缩抬添](?![到至为成])|拉开|领先|落后|未|没有|不到位"
)
_OPEN: Final = re.compile(r"利润|(?<!净)亏损|盈利|净利")  # of more than one cost, mostly
_HUNDRED: Final = re.compile(r"每(?:[一]?[百千万]|100|1,?000)元")
_CHARS: Final = frozenset(
    "剩余缺欠差净赚挣盈亏赔贴落省贵超短隔窟砍利毛便到口实趴结留空中多少高低"
    "升降涨跌增减缩抬添拉领未没意等即也就"
)
_THAT_IS: Final = re.compile(r"(?:意味着|也就是|就是|等于|即)(?:说)?(?:有|是)?[^，]{0,4}$")
_TAIL: Final = re.compile(
    r"^(?:的?(?:赚头|差[价额距]|空间|窟窿|缺口|余地|落差|利润|毛利|差)|[人户家名]?落选|没(?!有)|未|不到位|仍?未|还没)"
)
_MOVED_TO: Final = re.compile(r"[升降涨跌增减缩变改扩提调滑回跳压拉抬][^，]{0,2}[到至为成]|[到至成]$|为$")
_NO: Final = re.compile(
    r"[前后]者|每(?:[百千]元|100元?|天平均)|均|率|最[^，]{0,3}$|累计|第[一二三四]|目标|计划|预[计算]|预期|若|如果|假[如设]|至少|超过$|不[到足少低]|"
    r"以[上下内]|[上下]限$|[高低多少]于|占|同比|环比|其中|分别|各自?$|再(?!扣|减|除)|合计|总共|一共|共计|累"
)
_TIME: Final = re.compile(
    r"同期|(?:上|去|前一?|往|今|当|本)[年月季周期]|年[初末底]|[年月]前|此前|之前|以前|原[来先]|(?:19|20)\d\d|昨|前[天日]"
)
_NAME_END: Final = re.compile(r"[为是达有约近共的占到了：:\s]+$")
# What says nothing beyond that an amount follows: no noun of its own.
_PLAIN: Final = re.compile(
    r"两[头者边项数样家个]|二者|中间|之间|前后|一来一[回去]|一进一[出减]|[一每这那单][单杯盒只件套张份台趟斤公里吨度升次笔户人个头亩间辆年月天晚]|"
    r"(?:19|20)\d\d年|(?:上一?|去|前一?|往)[年月季周]|离|每[百千万]元|意味着|也就是说?|等于说?|就是说?|于是|因此|所以|结果|反[而倒]|足足|整整|正好|恰好|刚好|一下子?|一口气|这样|如此|算下来|算来|"
    r"减下来|扣完|刨去|最[后终]|到头来|真正|实际|自己|大[家约]|账[面上]|[月年]底|手[里上头]|"
    r"[相之者而则但却则又也还仍尚就便都共约近竟只仅能可要被把给让在里中上下来去出掉了的得着有是为达成到与和跟同比较额距价"
    r"差剩余缺欠净赚挣盈亏赔贴落省贵超短隔砍多少高低升降涨跌增减缩抬添大小长快慢早晚重轻宽窄便宜空间窟窿口袋头手收付花交利润毛新加拿到足这那量距总损倒]"
)
_MARKS: Final = re.compile(r"[\s*“”‘’\"：:、—\-·]|[（(].*")
_GAIN: Final = re.compile(r"赚|盈利?|挣|净流入")
_LOSS: Final = re.compile(r"亏|赔|倒贴|净流出")


def says_less(told: Told) -> bool:
    """Whether an amount is said to be a difference of any kind."""
    if told.figure.role == "change":
        return True
    lead, tail = told.lead, told.tail
    if not _CHARS.isdisjoint(lead) and (_LESS.search(lead) or _THAT_IS.search(lead)):
        return _MOVED_TO.search(lead[-5:]) is None
    return _TAIL.match(tail) is not None


def is_open(told: Told) -> bool:
    """Whether a gain or loss may be of more costs than are told beside it."""
    return _OPEN.search(told.lead) is not None


def is_other(told: Told, clause: str) -> bool:
    """Whether its clause tells of an average, a plan, a limit or a share, which no difference of amounts is."""
    clause = _HUNDRED.sub("", clause)
    return _NO.search(clause) is not None


def of_time(words: str) -> bool:
    """Whether words tell of another time."""
    return _TIME.search(words) is not None


def explained(passage: Passage, told: Told, first: Told) -> bool:
    """Whether all that the words beside an amount name is named from the first of some amounts before it on."""
    begin = passage.text.rfind("，", 0, first.start) + 1
    begin = max(begin, passage.text.rfind("。", 0, first.start) + 1)
    around = passage.text[begin : told.start - len(told.lead)] + first.lead
    return not unnamed(_NAME_END.sub("", _MARKS.sub("", told.lead)), around)


@lru_cache(maxsize=4000)
def unnamed(words: str, around: str) -> str:
    """What is left of words without those that stand around, two characters or more, and those that name nothing."""
    for size in range(min(len(words), 6), 1, -1):
        at = 0
        while at + size <= len(words):
            part = words[at : at + size]
            if "|" not in part and part in around:
                words = words[:at] + "|" + words[at + size :]
            at += 1
    return _PLAIN.sub("", words.replace("|", ""))


def is_gain(told: Told) -> bool | None:
    """True of an amount that is told to be gained, False of one lost, None where neither is said."""
    if _LOSS.search(told.lead):
        return False
    return True if _GAIN.search(told.lead) else None
