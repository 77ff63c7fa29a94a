"""So much for each and how many of them, wherever the two stand: 每部两万三千元、六部, 24个班 × 每班25人 × 每人500元.

The thing that the price is for each of is what the count counts; what is left unsaid of times is taken in every way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.audit.operand import operand
from desktop.audit.passages import Passage, Told
from desktop.audit.per import no_times
from desktop.audit.unit_words import alike_named, kind_apart
from desktop.audit.ways import as_sum, like
from desktop.audit.worded import Worded, worded
from desktop.audit.worded_each import DATED, for_each, how_many
from desktop.audit.worded_price import Known, at_rate, products

_NOT_ALL: Final = re.compile(
    r"[次首]月|首年|首期|半价|优惠|减免|免[费票]|折扣|打折|[一二三四五六七八九\d]折|首重|续重|起步|扣[掉除]|除去|另[有加付收外]|加收|外加|含|之外|封顶|返|退"
    r"|其中|押[一二两三]|超出|剩|余|不足|最[多少高低大小]|左右不等|不等|至|[—–~～-]\d|[前后末头][\d一二两三四五六七八九十]|首批|部分|阶梯|[峰谷]段|免收|加上|连同|连[\u4e00-\u9fff]{1,4}一[共起]|算上|另[给发]|[费钱款]加|再加"
)
_OTHER: Final = re.compile(
    r"其中|之后|另|多出|少|省|便宜|贵|抵|目标|预计|计划|同行|行业|最|比|较|[增减涨降升跌]|差|利润|净|押金|补|预算"
)
_FOREIGN: Final = re.compile(
    r"人工|工资|薪|折旧|利息|维修|保养|广告|税|管理费|押金|罚|保险|补贴|贷款|投资|奖|盈|亏|赚|毛利|首付|定金|订金|其他|成本价|[拨捐借欠存]|到位"
)
_TOTAL: Final = re.compile(
    r"[费钱款总共耗]|合计|全部|成本|就是|即|[须需]要?|[花收]|收入|流水|进账|票房|支出|投入|开支|[可能]得"
)
_SOLD: Final = re.compile(
    r"流水|进账|票房|票款|落袋|货款|收入|收到|营业额|销售额|总价|价款|总额|[可能]得|到账|卖得"
)
_LIGHT: Final = re.compile(
    r"[，,、\s]|一年|全年|每年|一个?月|总|共|合计|收入|进账|支出|要|得|可|就|是|为|有|约|近|仅|光|单"
)
_EACH: Final = frozenset("每均单客票价净一天日月年周")  # some of which words for each of something have
_BEHIND: Final = ("/", "每", "一")
_FAR: Final = 1  # sentences
_BACK: Final = 10  # characters before a price that may take something off it
_HOLDS: Final = re.compile(r"[限核][坐载乘员]|可[容坐载]|载客|最多|上限|至多")
_ROOMS: Final = re.compile(r"座位|席位|车位|床位|铺位|房间|客房|工位")  # of which not all need be taken
_FULL: Final = re.compile(r"满|全部|全都|假如|假设|若|如果|均")


def of_products(passage: Passage) -> Iterator[Worded]:
    """Every amount of a line that a price and a count before it give, or that a total gives for each."""
    own = passage.own
    if len(own) < 3 or all(_EACH.isdisjoint(t.lead) and t.tail[:1] not in _BEHIND for t in own):
        return
    known = [(t, o) for t in passage.own if (o := operand(t.figure)) is not None]
    priced = False
    for at, (told, claim) in enumerate(known):
        before, priced = priced, priced or claim.each or claim.time != ""
        if not before and not claim.each:
            continue  # nothing is told for each of anything
        if claim.rate or told.figure.role not in ("level", "change") or claim.multiplies:
            continue
        if told.figure.unit == "times" or claim.dimension == "duration":
            continue
        near = [k for k in known[:at] if told.sentence - k[0].sentence <= _FAR]
        if _OTHER.search(told.lead) and not _again(known[at - 1] if at else None, told):
            found = how_many((told, claim), near)  # 新增8000万股
        elif claim.each and claim.per is not None:
            after = [k for k in known[at + 1 : at + 2] if k[0].sentence == told.sentence]
            found = for_each(passage, (told, claim), near, after)
            if found is None and _SOLD.search(told.lead):
                found = _in_all(passage, (told, claim), near)  # 坐满一场的票房
        else:
            found = _in_all(passage, (told, claim), near) or how_many((told, claim), near)
        if found is not None:
            yield found


def _in_all(passage: Passage, claim: Known, near: Sequence[Known]) -> Worded | None:
    """What the last price before an amount comes to for all that it is for."""
    told, own = claim
    price = next((k for k in reversed(near) if like(k[0].figure, told.figure)), None)
    if price is None or not (price[1].each or price[1].time) or price[0].figure.role == "change":
        return None
    if _NOT_ALL.search(passage.text, max(0, price[0].start - _BACK), told.end):
        return None
    if _has_parallel(near, price, told):
        return None
    between = passage.text[price[0].end : told.start]
    if DATED.search(between) or _HOLDS.search(price[0].lead):
        return None
    if _ROOMS.search(passage.text, max(0, near[0][0].start - _BACK), told.start) and not _FULL.search(
        between + told.lead
    ):
        return None
    many = [k for k in near if k[1].counted and k is not price]
    if near[-1] is not price and near[-1] not in many:
        return None
    ways = list(products(price, own, many))
    others = [t for t, _ in near if t is not price[0] and like(t.figure, told.figure)]
    ways += [w for way in ways for t in others if (w := as_sum(way, t.figure)) is not None]
    if not ways or near[-1][0].figure not in (price[0].figure, *ways[0].inputs):
        return None
    known = price[0].lead + price[0].tail + price[0].figure.indicator.zh + "".join(t.lead for t, _ in many)
    plain = _SOLD.sub("", told.lead)
    if kind_apart(price[0].lead, told.lead) or not (_tight(near, price, told) or alike_named(plain, known)):
        return None
    rates = [
        t for t, o in near if o.rate and t.share and t.start > price[0].start and t.figure.role != "change"
    ]
    if rates:
        ways = [w for r in reversed(rates) for way in ways for w in at_rate(way, r)] + ways
    return worded(told, ways, plain=True)


def _has_parallel(near: Sequence[Known], price: Known, told: Told) -> bool:
    """Whether the sentence prices two things alike, of which an amount may be both: A线每小时120件，B线每小时150件."""
    return any(
        k is not price and k[0].sentence in (told.sentence, price[0].sentence) and like(k[0].figure, price[0].figure)
        and (k[1].each or k[1].time != "") and k[0].value != price[0].value
        for k in near
    )  # fmt: skip


def _tight(near: Sequence[Known], price: Known, told: Told) -> bool:
    """Whether nothing but a price and its count stand before an amount in its sentence, and no other cost is named."""
    here = [k for k in near if k[0].sentence == told.sentence]
    return here[-1:] == [k for k in here if k is price or k[1].counted][-1:] and (
        price in here[-2:]
        and len(here) > 1
        and _TOTAL.search(told.lead) is not None
        and _FOREIGN.search(told.lead) is None
        and not _of_another(price[0], told)
    )


def _of_another(price: Told, told: Told) -> bool:
    """Whether an amount is called by a noun of its own: 每吨补贴120元，一年电费收入1.1亿元."""
    noun = _LIGHT.sub("", told.lead)
    return noun.endswith("费") and len(noun) > 1 and noun not in price.lead + price.tail


def _again(before: Known | None, told: Told) -> bool:
    """Whether an amount is the one before it for a longer time: 每月多收3.6万元，一年多收43.2万元."""
    if before is None or not before[1].time or not like(before[0].figure, told.figure):
        return False
    return no_times(before[0].lead)[-2:] == no_times(told.lead)[-2:]
