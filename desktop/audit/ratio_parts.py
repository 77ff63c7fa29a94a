"""Which two amounts a share is of, with a count of what speaks for it: words, place, and the digits themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop.audit.passages import RATES, Passage, Told, asked
from desktop.audit.ratio_names import calls, is_places, of_two, stands_for
from desktop.audit.slips import one_slip
from desktop.audit.ways import like

_ADVERBS: Final = (
    r"(?:大?约|将?近|接近|差不多|几乎|已经?|只|仅|就|便|也|则|还|又|更|竟|却|独|同样|要|能|会|正好|恰好|刚好|刚刚|恰|正|整整|不到|不足|"
    r"超过?|高达|多达|足足|合计|一共|总共|共|也就是|即|折合|合|为|是|有|达到?|等于)*"
)
_TAKES: Final = re.compile(
    rf"^(?P<who>[^占]*?){_ADVERBS}(?:占(?!比[由从])|比[重例](?=[为是达仅只约]|$)|份额|相当于|合(?=.{{1,4}}的$))"
    rf"(?:了|到|去|掉|据|比|为|是|达|有|得)*(?P<of>[^占]*?的)?{_ADVERBS}$"
)
_RATE: Final = re.compile(rf"^(?P<who>.{{0,6}}?)(?P<did>[\u4e00-\u9fff]{{1,3}})率{_ADVERBS}$")
_BARE: Final = re.compile(rf"^{_ADVERBS}$")
_OTHER: Final = re.compile(
    r"增|减|降|升|涨|跌|同比|环比|[高低超多少]出|[高低多少大小]于|由|从|翻|缩|利率|费率|税|年化|收益|回报|净利|折(?!合)|平均|均|每|"
    r"上限|下限|不得|要求|必须|目标|计划|预计|预算|概率|可能|超额|首付|全国|全球|全省|全市|全县|国内|行业|市场|同行|去年|上年|前年|"
    r"同期|此前|原来|以前|当时|年初|(?:19|20)\d\d年|其余|剩|余下|其他|另|两者|[两三四五]项"
)
_NO_TAIL: Final = re.compile(
    r"^(?:的?(?:增|降|涨|跌|利率|折|价|股)|[高低多少]|个百分点|以[上下]的|的[^，。；]{2,})"
)
_TOTAL: Final = re.compile(r"总|共|全|合计|原有|一共|应|收到|登记|发出|开|申请|受理|接到|打了|触达")
_ALL: Final = re.compile(r"^(?:其中?|总\w{0,4}|全\w{0,5}|所有\w*|整个\w*|合计|这\w{0,4})?$")
_AMONG: Final = re.compile(r"里头?[，,面有]?|(?<!其)中[，,有]|当中|之中|其中|这些")
_CHANGED: Final = re.compile(r"[增升涨跌减缩降]|同比|[到至]$|差|均|每")
_SYNONYMS: Final = str.maketrans("胜", "赢")
_COMMON: Final = frozenset(
    "的了个有为是占在年月日全公司一二三四五大小约率比例进度上下中里内以及和与其人户件家这些去掉也就说都还只共"
)
_NO: Final = re.compile(r"[不未没非无]")
_OF_LAST: Final = re.compile(rf"^的{_ADVERBS}$")
_IS: Final = re.compile(r"(?:只有|仅有|是|为|相当于|等于|不到|[只仅]及|才是)[^，。占]{0,8}$")
_IS_OF: Final = re.compile(
    rf"^(?P<who>[^，占]*?){_ADVERBS}(?:只有|仅有|[只才]?是|为|相当于|等于|[只仅]及|抵得上)(?P<of>[^，的占\d]{{2,8}}的){_ADVERBS}$"
)
_MOVED: Final = re.compile(r"占|其中|增|减|降|升|涨|比|差|目标|计划")
_EVERY: Final = re.compile(r"^(?:公司|集团|全公司|全店)?(?:全部|所有|整个|全体|总)的?")
_ASIDE: Final = re.compile(r"另[有外]|此外|而(?!且)|上年|去年|同期")
_LATIN: Final = re.compile(r"[A-Za-z]")
_TIMES: Final = (
    "year",
    "quarter",
    "month",
    "week",
    "day",
    "hour",
    "minute",
    "second",
)  # 48人需在三个月内复查，占…
_LENGTHS: Final = RATES | {*_TIMES}
STARTS: Final = re.compile(r"[由从]$")  # 月活由4200万增至5460万: what it was is no whole of what is now
_PARTS, _SLIP, _SURE, _CALLED, _NAMED = 4, 2, 6, 2, 4
CLOSE, FAR, MOST = 16, 40, 8


class Ratio(NamedTuple):
    """A part and its whole, and how much speaks for them: the words, and one digit that makes all the difference.

    ``bare`` where no word tells whether the share is of the part or of the rest; ``named`` where words name the whole,
    ``sure`` where they can name no other, and ``others`` are the amounts that may be meant instead of it.
    """

    part: Told
    whole: Told
    weight: int
    bare: bool
    named: bool = False
    others: tuple[Told, ...] = ()
    sure: bool = False


class Known(NamedTuple):
    """The parts and the wholes of the shares before that came out right."""

    parts: set[str]
    wholes: set[str]


def ratio_of(passage: Passage, at: int, told: Told, known: Known, earlier: Sequence[Passage]) -> Ratio | None:
    """The part and the whole for which most speaks; None where the words name something else."""
    hedge = told.figure.anchor.quote.partition(told.figure.as_printed)[0]
    clause = (passage.clause(told) + hedge).strip(" *“”")
    if _NO_TAIL.match(told.tail) or told.figure.comparator not in ("=", "~"):
        return None
    pool = [t for t in passage.own[max(0, at - 2 * MOST) : at]
            if t.figure.unit not in _LENGTHS and t.value > 0 and told.sentence - t.sentence <= 1]  # fmt: skip
    if not pool or told.start - pool[-1].end > FAR:
        return None
    last = passage.own[at - 1]
    if last is pool[-1] and _OF_LAST.match(told.lead + hedge) and _IS.search(last.lead):
        return _of_next(passage, pool, told)
    if (two := of_two(clause)) is not None:
        return _by_names(pool, *two)
    if _OTHER.search(clause):
        return None
    takes, rate = _TAKES.match(clause) or _IS_OF.match(clause), _RATE.match(clause)
    of, who, did = "", "", ""
    if takes is not None:
        of, who = (takes["of"] or "").removesuffix("的"), re.sub(r"^其中|[的了]$", "", takes["who"])
    elif rate is not None:
        did = rate["did"]
    elif not _BARE.match(clause) or len(told.tail) > 1 or last.sentence != told.sentence:
        return None  # 690户没有。有欠款的家庭里，四成用着两种
    if did and last is pool[-1] and (places := _of_places(passage, pool, did)) is not None:
        return places
    last = next((t for t in passage.own[:at][::-1] if t.figure.unit not in _TIMES), last)
    best: Ratio | None = None
    for part in pool[::-1][:_PARTS]:
        behind = passage.text[part.end : told.start - len(clause)] if part is last else part.tail
        own = _weight(passage, part, last, told, who, did, behind, len(of))
        if (
            not own
            or _LATIN.search(passage.text, part.end, told.start)
            or (_CHANGED.search(part.lead) and not of)
        ):
            continue
        wholes = _wholes(passage, part, pool, of, did, known) or _far(part, of, earlier)
        others = tuple(t for t, _ in wholes)
        for whole, more in wholes:
            slip = one_slip(told.figure, part.value / whole.value * 100)
            bare, weight = takes is None and rate is None, own + more + _SLIP * slip
            found = Ratio(part, whole, weight, bare, more > _CALLED, others, more == _NAMED)
            if best is None or found.weight > best.weight:
                best = found
    return best


def _of_next(passage: Passage, pool: Sequence[Told], told: Told) -> Ratio | None:
    """剩下4万人，只有上年10万人的四成: the amount before is what the amount before that is held against."""
    whole = pool[-1]
    own = [t for t in pool[:-1] if _like(t, whole) and t.sentence == told.sentence][-1:]
    if not own or _MOVED.search(passage.between(own[0], whole)) or whole.start - own[0].end > CLOSE:
        return None
    return Ratio(own[0], whole, _SURE, bare=False)


def _by_names(pool: Sequence[Told], who: str, of: str) -> Ratio | None:
    """日活与月活之比为39%: the last amount of the one name, and those of the other that it is not said to rise from."""
    parts, wholes = ([t for t in pool if stands_for(t, name)] for name in (who, of))
    wholes = [t for t in wholes if t not in parts and not STARTS.search(t.lead)]
    if not parts or not wholes or not _like(parts[-1], wholes[-1]):
        return None
    return Ratio(parts[-1], wholes[-1], _SURE, bare=False, named=True, others=tuple(wholes), sure=True)


def _of_places(passage: Passage, pool: Sequence[Told], did: str) -> Ratio | None:
    """报名640人，学位320个，录取率50%: the places and those who wanted them, where nothing else stands by."""
    two = [t for t in pool if t.sentence == pool[-1].sentence]
    if len(two) != 2:
        return None
    whole, part = two if two[0].value > two[1].value else two[::-1]
    if not is_places(did, passage.clause(whole) + whole.tail, whole.figure, part.figure):
        return None
    return Ratio(part, whole, _SURE, bare=False, named=True, others=(whole,), sure=True)


def _weight(
    passage: Passage, part: Told, last: Told, told: Told, who: str, did: str, behind: str, noun: int
) -> int:
    """What speaks for a part: it stands right before, or is called by the name that the share is given."""
    words = passage.clause(part) + behind
    if did:
        stem = did.translate(_SYNONYMS)
        shared = [c for c in stem if c in words]
        denied = bool(_NO.search(stem)) != bool(_NO.search(words))
        near = told.start - part.end <= CLOSE
        return 0 if denied or len(shared) * 2 < len(stem) or not near else 2
    if who:
        name = who.strip("，")
        called = part.name and (name in words or (len(part.name) > 1 and part.name in name))
        return 2 if called and not _NO.search(name) else 0
    return 2 if part is last and told.start - noun - part.end <= CLOSE else 0


def _wholes(
    passage: Passage, part: Told, pool: Sequence[Told], of: str, did: str, known: Known
) -> list[tuple[Told, int]]:
    """The amounts that a part may be of, and what speaks for each."""
    found = []
    alike = [
        t for t in pool
        if t is not part and (of or t.start < part.start) and t.value * 0.999 > part.value and _like(t, part)
        and (of or not _CHANGED.search(t.lead))
    ]  # fmt: skip
    for whole in reversed(alike):
        words = passage.clause(whole) + whole.tail
        between = passage.text[min(whole.end, part.end) : max(whole.start, part.start)]
        among = _AMONG.search(between) is not None
        if of and calls(of, words, _first(passage, whole), whole.figure) and not STARTS.search(whole.lead):
            more = _NAMED
        elif of and not _ALL.match(of):
            if of not in words and sum(c in words for c in set(of) - _COMMON) * 2 < len(of):
                continue
            more = 2 + (of in words)
        else:
            kin = (set(whole.name[-4:] + whole.tail[:4]) & set(part.name + part.tail[:4] + did)) - _COMMON
            more = 2 if among or _TOTAL.search(whole.lead) or kin else _only(alike, whole, part)
            more = more or int(bool(did) and whole is alike[-1])  # 9310人起跑，9124人…，完赛率
            if whole.figure.id in known.parts and not among:
                continue  # 204人，四成；153人，三成: both are of what was told before
            more += whole.figure.id in known.wholes
        if more and not _elsewhere(between, whole, part):
            found.append((whole, more))
    named = [(t, more) for t, more in found if more == _NAMED]
    return (named or found)[:3]


def _first(passage: Passage, whole: Told) -> str:
    """The words before the first amount of its sentence, whose name later ones may leave out: 一季度收入…，二季度…."""
    return passage.clause(next(t for t in passage.sizes if t.sentence == whole.sentence))


def _only(alike: Sequence[Told], whole: Told, part: Told) -> int:
    """What speaks for the only amount that a part may be of: more where both stand in one sentence."""
    return (1 + (whole.sentence == part.sentence)) * (len(alike) == 1)


def _far(part: Told, of: str, earlier: Sequence[Passage]) -> list[tuple[Told, int]]:
    """The one amount of the lines before that has the name of a whole: 全县共有学校250所 … 占全部学校的."""
    noun = _EVERY.sub("", of)
    if len(noun) < 2:
        return []
    found = [t for p in earlier for t in p.sizes if _like(t, part) and t.value > part.value
             and noun in p.clause(t) + t.tail[: len(noun) + 1] and (noun == of or _TOTAL.search(t.lead))]  # fmt: skip
    return [(found[0], 3)] if len(found) == 1 else []


def _like(one: Told, other: Told) -> bool:
    """Whether two amounts can be part and whole; 96万 can be of 480万人."""
    return like(one.figure, other.figure) or like(other.figure, one.figure) or asked(one, other)


def _elsewhere(between: str, whole: Told, part: Told) -> bool:
    """Whether words set another thing or time between two amounts."""
    a, b = whole.figure.period, part.figure.period
    return _ASIDE.search(between) is not None or (a is not None and b is not None and a != b)
