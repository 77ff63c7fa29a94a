"""Which share of a sentence is of which stated part and whole: "…共21亿元，其中广告8.4亿元…，广告独占四成"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.breakdown import Breakdown
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.sentence import Sentence
from desktop.audit.stated_change import is_change
from desktop.core.figure import Figure

_TAKES: Final = re.compile(
    r"占|比重|吃[掉去下]?|[揽包独][办揽占下]|拿[走去下]|分[走去得]|用[去掉在]|花[去掉在]|耗[去掉]|消耗|撑起|扛[起下]|承担|负担|"
    r"贡献|来自|出自|属于|归|切[走去]|拿到|相当于|account|make up|made up"
)
_ONLY: Final = re.compile(r"[光单仅][^，。]{1,10}(?:就|便|已)|[一两]?[项家块笔]就")
_BARE: Final = re.compile(
    r"^(?:也就是|相当于|差不多|大约|约合?|即|已经?|正好|恰好|刚好|几乎|还|只|仅|竟|就|便|高达|达到?|为|是|[了到去掉下])*$"
)
_ENDS: Final = re.compile(r"^(?:[强弱多]|[左上]右?下?)?\s*(?:$|[，,。；;！!？?、）)\n]|以上|左右|上下)")
_AMONG: Final = re.compile(
    r"^[^，,。；]{0,10}(?:里头?|中|内|当中|之中)(?=[，,]|[^，,。；\d]{0,8}有|[^，,。；\d]{1,12}$)|of which"
)
_RATE: Final = re.compile(
    r"(?P<stem>[\u4e00-\u9fff]{2})率(?:分别)?(?:已经?|只|仅|高)?(?:为|达到?|是|有|约|近)?"
)
_MOVES: Final = re.compile(r"[减降缩增涨跌升]")  # 压减率 is of what is gone, not of what is left
_ALL: Final = re.compile(r"总|全[年部体国省市]|一共|共|合计|预算|应")
_WITHIN: Final = re.compile(r"占(?:到|了|去)?(?:[总全][^，,。；\d]{1,6})?$")
_NOT_OF_IT: Final = re.compile(r"率|增|减|降|升|涨|跌|同比|环比|折|比[^重例]|超额|目标|完成|[高低多少]于?$")
_OF_LAST: Final = re.compile(r"^[^，,。；;\d]{0,4}[，,（(]?其中[^，,。；;\d]{1,12}$")
_ASIDE: Final = re.compile(r"其余|其中|最|比")
_FILLER: Final = re.compile(
    r"[一这那两]?[项块家笔类部分门]+|费用|支出|成本|收入|开支|单单|[光单仅就则独已便竟更还也又约近的是、“”‘’\s]|一个|大约|将近|接近|超过|几乎|正好|恰好|"
    r"差不多|要|会|能|足足|整整|本身|自己|环节|板块|业务"
)
_CLAUSE: Final = re.compile(r"[，,；;：:。（(]")


def portions(sentence: Sentence, before: Sequence[Breakdown] = ()) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Yield (share, part, whole); ``before`` are the totals with parts that the sentence before tells."""
    if len(sentence.amounts) < 2 and not before:
        return
    lists = [*before, *sentence.breakdowns]
    for share in sentence.shares:
        if is_change(sentence, share):
            continue
        clause = behind_last(_CLAUSE, sentence.lead(share))
        rate = _of_rate(sentence, share, clause)
        if rate is not None:
            yield (share, *rate)
        if rate is not None or _NOT_OF_IT.search(clause) or not _ENDS.match(sentence.tail(share)):
            continue
        found = _of_list(share, clause, lists) or _of_pair(sentence, share, clause)
        if found is not None:
            yield (share, *found)


def _of_list(share: Figure, clause: str, lists: Sequence[Breakdown]) -> tuple[Figure, Figure] | None:
    """The part of a stated total that the clause of a share names."""
    takes = _TAKES.search(clause)
    if takes is None and not _ONLY.search(clause):
        return None
    own = clause[: takes.start()] if takes else clause
    for one in reversed(lists):
        if one.whole.anchor.start > share.anchor.start or one.whole.unit == "%":
            continue
        named = [p for p, label in zip(one.parts, one.labels, strict=True) if _alone(label, own)]
        if len(named) == 1 and share.anchor.start > named[0].anchor.start:
            return named[0], one.whole
    return None


def _alone(label: str, words: str) -> bool:
    """Whether words name a part and nothing else: 光广告一项, but not 广告里的线上."""
    for name in (label, label[:2], label[-2:]) if len(label) > 2 else (label,):
        if len(name) > 1 and name in words:
            return not _FILLER.sub("", words.replace(label if label in words else name, "", 1))
    return False


def _of_pair(sentence: Sentence, share: Figure, clause: str) -> tuple[Figure, Figure] | None:
    """The amount right before a share, of the one that "里" or "中" makes the whole; "占486万人的四成" names it."""
    place = sentence.amounts.index(share)
    earlier = [f for f in sentence.amounts[:place] if f.unit not in ("age", "year", "month", "day", "%")]
    if len(earlier) < 2:
        return None
    part, last = earlier[-1], earlier[-2]
    if (
        clause.endswith("的")
        and len(clause) < 12
        and _WITHIN.search(sentence.lead(part))
        and _alike(last, part)
    ):
        return (last, part) if _amount(last) <= _amount(part) else None
    takes = _TAKES.search(clause)
    own = clause[: takes.start()] if takes else clause
    gap = sentence.between(part, share)
    again = re.sub(r"[的者]+$", "", own)
    if not _BARE.match(own) and not (len(again) > 1 and again in _CLAUSE.split(gap)[0]):
        return None
    if (takes is None and share.as_printed[:1].isdigit()) or (
        takes and not _BARE.match(clause[takes.end() :])
    ):
        return None
    if len(_CLAUSE.split(gap)) > 2 + ("有" not in gap[:2]) or _ASIDE.search(gap):
        return None
    wholes = [f for f in earlier[:-1] if _AMONG.search(sentence.tail(f)) and _alike(f, part)]
    if not wholes and len(earlier) == 2 and _alike(last, part) and _is_total(sentence, last, part):
        wholes = [last]
    if not wholes and _alike(last, part) and _OF_LAST.search(sentence.between(last, part)):
        wholes = [last]
    if len(wholes) != 1 or _amount(wholes[0]) < _amount(part):
        return None
    between = [f for f in earlier[:-1] if f.anchor.start > wholes[0].anchor.start]
    return (part, wholes[0]) if not between else None


def _of_rate(sentence: Sentence, share: Figure, clause: str) -> tuple[Figure, Figure] | None:
    """Of 200 checked, 188 合格, 合格率 98 %: a rate named after what the part before it did."""
    named = _RATE.fullmatch(clause)
    place = sentence.amounts.index(share)
    if named is None or place < 2:
        return None
    whole, part = sentence.amounts[place - 2 : place]
    lead = _CLAUSE.split(sentence.lead(part))[-1] + _CLAUSE.split(sentence.tail(part))[0]
    if (
        _MOVES.search(named["stem"])
        or part.change_from
        or not all(c in lead for c in named["stem"])
        or not _alike(whole, part)
        or _amount(whole) <= _amount(part)
    ):
        return None
    counted = whole.unit.startswith("count:") or whole.unit == "person"
    return (part, whole) if counted and "其中" not in sentence.lead(whole) else None


def _is_total(sentence: Sentence, whole: Figure, part: Figure) -> bool:
    """Whether the words before an amount say that it is all, or name what the part is a kind of."""
    lead, own = _CLAUSE.split(sentence.lead(whole))[-1], _CLAUSE.split(sentence.lead(part))[-1]
    if own.endswith("占") or "其中" in own:
        return True
    if _ALL.search(own) or re.search(r"比|同行|对手|去年|上年|另|\d{4}", own):
        return False
    name = whole.indicator.zh
    return bool(_ALL.search(lead)) or (len(name) > 1 and own.endswith(name[-2:]) and len(own) > 2)


def _alike(whole: Figure, part: Figure) -> bool:
    """Whether the one can be counted in the other; 486万 of 486万活跃借款人 has no unit of its own."""
    return same_dimension(whole.unit, part.unit) or (
        not whole.unit and (part.unit == "person" or "count" in part.unit)
    )


def _amount(figure: Figure) -> float:
    return value_of(figure) or 0.0
