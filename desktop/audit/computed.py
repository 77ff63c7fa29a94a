"""One way to compute an amount from others of its sentence, and the words that tell what an amount is of."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.interval import Interval
from desktop.audit.lines import behind_last
from desktop.audit.per import no_times
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text
from desktop.core.value import value

EXTREME: Final = re.compile(
    r"最|峰|旺季|淡季|高峰|纪录|节假|周末|首[日周月年]|当[天日月年]|单[日月周]|季度|半年|月份|目标|预计|计划|上限|"
    r"不得|起步|新增|增|减|涨|降|多出|少|超出"
)
_NOISE: Final = re.compile(
    r"累计|累积|合计|总计|共计|总共|一共|加起来|产生|摊到|摊下来|摊|平均到|平均|折[合算成]|换算成?|相当于|等于|也就是|就是|算下来|下来|名义上?|大约|大概|差不多|接近|将近|超过|"
    r"不到|不足|要花|要付|花费|花掉?|支付|付出?|需要?|承担|负担|拿到|分到|带|达到?|只有|仅有|约|近|逾|"
    r"[要得合即按算为是有共仅只就才也还会能可将则又的了到上每个一名位，、：:；;。,\s\d约“”]"
)
_CLAUSE: Final = re.compile(r"[，,；;：:。（(]")
# Where something is added or taken off on the way, one amount is not the other converted.
MORE: Final = re.compile(
    r"加上|另加|再加|外加|连同|算上|扣[掉除]|除去|不含|不算|封顶|折扣|优惠|送[一二两三半\d]|免租|减半"
)
_EACH: Final = re.compile(
    r"每(?:一)?(?:公斤|千克|平方米|平米|公里|小时|分钟|公顷|度电|千瓦时|[\u4e00-\u9fff])|[人户店车亩件单笔台套间]均"
)
_ROOTS: Final = frozenset("产销耗薪租供")  # 日产 and 产量, 月租 and 租金


@value
class Reading:
    """One way to compute a stated amount: the operands, the interval and point that they give, and how it is said.

    ``sure`` is whether nothing else can be meant, so that an amount that does not fit is wrong.
    """

    inputs: tuple[Figure, ...]
    found: Interval
    point: float
    sign: str
    said: Text
    sure: bool


def usable(figure: Figure) -> bool:
    """Whether a figure is an amount of something that can be divided among days or things."""
    return figure.role == "level" and figure.unit not in (
        "%",
        "pp",
        "times",
        "rank",
        "year",
        "month",
        "quarter",
        "week",
        "day",
        "",
    )


def clause_of(sentence: Sentence, figure: Figure) -> str:
    """The words before an amount, from the last comma on."""
    return behind_last(_CLAUSE, sentence.lead(figure))


def name_of(sentence: Sentence, figure: Figure) -> str:
    """What the clause of an amount names, without the words of periods, things and conversions."""
    return _NOISE.sub("", no_times(clause_of(sentence, figure)))


def same_thing(sentence: Sentence, claim: Figure, base: Figure) -> bool:
    """Whether the words before a converted amount name nothing else than the amount it comes from."""
    own = name_of(sentence, claim)
    other = sentence.lead(base) + base.indicator.zh + base.entity.zh
    shared = any(own[i : i + 2] in other for i in range(len(own) - 1)) or any(
        c in other for c in _ROOTS & set(own)
    )
    return len(own) < 2 or shared


def priced(sentence: Sentence, price: Figure) -> str:
    """What an amount for each of something is called after that: 加工费 of 每吨加工费, "" of 每袋."""
    *_, own = _EACH.split(clause_of(sentence, price))
    return _NOISE.sub("", own) if _EACH.search(clause_of(sentence, price)) else name_of(sentence, price)
