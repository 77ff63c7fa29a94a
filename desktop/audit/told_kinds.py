"""Which quantity the words right before or behind a number demand, in a sentence: 长达19%, 成本升至3TB, 有74元."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from desktop.audit.demands import (
    A_HEAD,
    AFTER,
    ANYWHERE,
    BEHIND,
    DATA,
    FIRMS,
    NEEDS,
    OF_ALL,
    OF_BEFORE,
    PEOPLE,
    PERIOD,
    PHYSICAL,
    SAY,
    STEPS,
    refusing,
)
from desktop.audit.interval import value_of
from desktop.audit.lines import behind_last
from desktop.audit.quantity_nouns import promised
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.units import unit
from desktop.core.value import once

_MARK: Final = re.compile(r"[，,。；;：:（(、]")
_STOP: Final = re.compile(r"[，,。；;（(、]")
# A change to a value, of any verb of moving: 升至, 抬到, 提高到, 拖长到, 压缩成
_MOVED: Final = (
    r"(?:上|下|再|又|已)?[升降涨跌增减扩缩拖延提抬压落滑攀飙掉退窜翻推调加回冲跃拉走变转]"
    r"[升降涨跌高低长短大小多少加快慢缩成]?[至到成为了达]"
)
_SAYS: Final = re.compile(
    r"(?:[仅约大?]?[为是达]到?|高达|多达|累计|共计?|合计|约|近|大约|只有|平均(?!等)|超过?|逾|突破|实现|就要|要花?"
    r"|[一每][年月天]|(?:[每一][人户单台件晚天日月年季周次箱车趟班场位间托盘]+)+|全年|整整|最[长短多少大小快慢]|单次"
    r"|不[到足满]|将近|接近|至少|最多|(?<![产功性智节储动效职])能|可以|可|(?<!社)会|将|要|仍|也|却"
    r"|[跌升冲涨]破|(?:停留|维持|保持|稳定|控制|徘徊|集中|压缩)在|(?:一直|始终|大致|仍|都)?在|[得要须][到达]|(?<=[比例量额数率本用价期长间])[至到]"
    r"|(?:19|20)\d\d年[末底初]?"
    rf"|已[经有达]?|(?:投入|花|支付|付|达到|用[掉去])了|一度|目前|当时|当前|如今|眼下|现在|最新|[由从]|拨付|下拨|划拨|{_MOVED}|[\s：:])+$"
)
_CLAUSE: Final = re.compile(r"[，。；;：:（(、！？\n]")
# By how much it changed, in any verb: 电费每月多出42万元, 数据每天增加6.4TB
_GROWN: Final = re.compile(
    r"(?:(?:平均)?(?:[每一][年月天日周]|[日月年]均))?(?:累计|总共|一共|又|再|还|净|约|近)*"
    r"(?:[新净又再]?(?:多出|少掉|增加|减少|新增|净增|上升|下降|上涨|下跌|提高|降低|增长|多|少|增|减|涨|降|升|省)[了出去掉]?)$"
)
_THAN: Final = re.compile(r"[比较](?![例率重])")
_DONE_TO: Final = re.compile(
    r"(?:节[约省]|降低|压[缩降]|控制|[削缩裁]减|减少|增加|提高|为了?|因|由于|随着|扣除|除|[与和跟]|后|外)[^，,。；]{0,6}$"
)
_THEN: Final = re.compile(rf"^(?:{_MOVED})$")
_FROM: Final = ("由", "从")
_STOPS: Final = re.compile(
    r"^(?:左右|上下|以[上下内]|多|余|整|级别|的?水平|的[年月]份|大关|关口)?\s*(?:[，,。；;、）)！？]|$|[排居位名列占])"
)
_REACH: Final = 32  # characters before a number that are looked at
_NOW: Final = re.compile(r"(?:眼下|目前|现在|如今|当前|当时|最新)(?:是|为|约|每.|一.)*$")


class Number(NamedTuple):
    """An amount of a sentence: its dimension, what stands before it with its hedges and behind it.

    ``ends`` tells that it ends its clause: one that another follows at once does not, as in 起步价3公里10元.
    """

    figure: Figure
    kind: str
    before: str
    tail: str
    ends: bool


@once
def numbers(sentence: Sentence) -> tuple[Number, ...]:
    """The amounts of a sentence, in order."""
    amounts, gaps = sentence.amounts, sentence.gaps
    return tuple(
        Number(
            f,
            _dimension(f.unit),
            lead + f.anchor.quote.partition(f.as_printed)[0],
            tail,
            _STOPS.match(tail) is not None if tail else f is amounts[-1],
        )
        for f, lead, tail in zip(amounts, gaps, gaps[1:], strict=False)
    )


def dimension(figure: Figure) -> str:
    """The dimension of its unit; "" of a bare number."""
    return _dimension(figure.unit)


@lru_cache(maxsize=1000)
def _dimension(code: str) -> str:
    known = unit(code)
    return known.dimension if known is not None else ""


def words_before(sentence: Sentence, figure: Figure) -> str:
    """What stands before a number in its sentence, its hedges included."""
    return sentence.lead(figure) + figure.anchor.quote.partition(figure.as_printed)[0]


def names(sentence: Sentence) -> list[tuple[str, list[Figure]]]:
    """The noun right before a number that ends its clause, with the number; with both, where it moved to another."""
    found: list[tuple[str, list[Figure]]] = []
    open_from = False  # the last number is what something moved from
    for figure, _, before, _, stops in numbers(sentence):
        if figure.role == "change" or before.endswith(("新增", "净增", "多出")):
            before = _grown(before)
        if open_from and stops and _THEN.match(before.strip()):
            found[-1][1].append(figure)
            open_from = False
            continue
        open_from = before.rstrip().endswith(_FROM)
        if not stops and not open_from:
            continue
        name = behind_last(_MARK, _SAYS.sub("", behind_last(_STOP, before[-_REACH:])))[-14:]
        if not name and _NOW.search(before):
            name = _carried(before)
        found.append((name, [figure]))
    return found


def _grown(words: str) -> str:
    """The noun of what changed by an amount; none where the noun is what something was done to: 为节约成本减少12人."""
    match = _GROWN.search(words)
    noun = _THAN.split(words[: match.start()])[0] if match is not None else ""
    return "" if _DONE_TO.search(noun) else re.sub(r"(?<!数)数据$", "数据量", noun)


def _carried(before: str) -> str:
    """The noun that the clause before ends in, where this one has none: …含着燃油附加费，眼下是0.45升."""
    clauses = [c for c in _MARK.split(before) if c.strip()]
    last = clauses[-2][-14:] if len(clauses) > 1 else ""
    return last if promised(last) is not None else ""


_MUCH: Final = 10_000_000.0  # kilograms, which nobody has
_ALL: Final = 100  # percent
_CLOSING: Final = frozenset("，,。；;、：:（）()！？\n")  # what ends a clause right behind a number
_MEASURES: Final = ("money", "share", PEOPLE, FIRMS, *PHYSICAL)


def demanded(sentence: Sentence, number: Number) -> tuple[str, Text] | None:
    """The words that ask for another kind of quantity than a number is of, and the kind that they ask for."""
    figure, kind, _, tail, ends = number
    if not kind:
        return None
    start = figure.anchor.start - sentence.start
    lead = behind_last(_CLAUSE, sentence.text[max(0, start - 24) : start])
    lead += figure.anchor.quote.partition(figure.as_printed)[0]
    if lead and (ends or ANYWHERE.search(lead)):
        words, refused = refusing(kind)
        if words is not None and words.search(lead):
            size = _size(figure) if kind == "share" else 0.0
            for one in refused:
                found = one.words.search(lead) if kind != "share" or size > one.share else None
                if found is not None and (one.anywhere or ends):
                    return found[0], one.name
    return _behind(kind, lead, tail, figure) if kind.startswith(_MEASURES) else None


def _size(figure: Figure) -> float:
    """The greater end of what a figure states."""
    return max((float(v) for v in (figure.low, figure.high) if v is not None), default=0.0)


def _behind(kind: str, lead: str, tail: str, figure: Figure) -> tuple[str, Text] | None:
    """The noun right behind a number that is not counted in such units."""
    share = kind == "share" and _size(figure) > _ALL
    if kind == "share" and not share:
        return None
    if kind == "mass" and (value_of(figure) or 0.0) >= _MUCH and A_HEAD.search(lead):
        return "人均", Text("一个人的量", "what one person has")
    if not tail or tail[0] in _CLOSING:
        return None
    bits = figure.as_printed.endswith("位")  # a computer of 8 of them
    goods = BEHIND.match(tail) if share or (kind in (PEOPLE, FIRMS) and not bits) else None
    if goods is not None:
        return goods["noun"], Text("台数或套数", "a number of machines")
    others = OF_ALL.match(tail) if share and not OF_BEFORE.search(lead) else None
    if others is not None:
        return others["noun"], Text("不超过100%的占比", "a share of no more than 100%")
    steps = STEPS.match(tail) if kind != PEOPLE and kind != "share" else None
    if steps is not None and NEEDS.search(lead):
        return steps["noun"], Text("步数或件数", "a number of steps or cases")
    if AFTER.match(tail) and kind.startswith(("money", PEOPLE, FIRMS, *PHYSICAL)):
        return tail[:1], Text("一段时间", "a length of time")
    period = PERIOD.match(tail) if kind.startswith(("money", PEOPLE, FIRMS, *PHYSICAL)) else None
    if period is not None:
        return period["noun"], Text("一段时间", "a length of time")
    sayers = SAY.match(tail) if kind.startswith(("money", *PHYSICAL)) else None
    if sayers is not None:
        return sayers["noun"], Text("人数或占比", "a number or a share of people")
    if (kind.startswith("money") or kind == FIRMS) and DATA.match(tail):
        return "数据", Text("数据量", "an amount of data")
    return None
