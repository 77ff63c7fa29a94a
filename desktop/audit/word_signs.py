"""Which way a clause without numbers points along a quantity, and what it names besides."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from desktop.audit import adjectives
from desktop.audit.conclusion_fields import FIELDS
from desktop.audit.conclusion_words import BAD, CONCEPTS, GOOD, NOT
from desktop.audit.conclusion_worth import better_high
from desktop.core.units import unit

_MORE: Final = re.compile(
    r"超[过出]|反超|[高多大长胜强盖压]过|[高多大长贵重胜]于|高出|[多贵长大快]出|居多|占多数|头号|第一|首位|大头|主力|主角"
)
_LESS: Final = re.compile(
    r"[低少小短轻]于|[低少小短轻]过|不及|不如|赶不上|比不[上过]|不敌|低出|少了|居后|小头|零头"
)
_WINS: Final = re.compile(
    r"更胜|略胜|胜出|胜过|占优|占上风|领先|[优好强]于|拔得头筹|更[优强]|占先|技高一筹|见长"
)
_LOSES: Final = re.compile(r"逊|落后|落下风|下风|劣于|差于|弱于|更[差弱]|吃亏|输给|甘拜")
# what a comparison may have besides names, words of size and what the values are of
_FILL: Final = re.compile(
    r"那时|当时|只占|只有|可见|显然|明显|显著|其实|厉害|反而|反倒|自然|当然|果然|依然|仍然?|依旧|仍旧|已经?|早已|如今|现在|目前|看来|来看|来说|而言|相比之下|相比|相较|"
    r"对比|比较|相对|相比较|之间|之下|两者|两家|二者|其中|方面|单[看论从]|光[看论从]|仅[看论从]|就|上|里|中|论|按|看|从|说|的话|的|地|得|了|些|"
    r"一点儿?|一点|一些|不少|许多|很多|一筹|稍|略微?|微|更加?|更为|远远?|大大|大幅|太|是|为|在|也|都|还|却|则|但|而|且|并|又|才|要|会|能|便|显得|"
    r"算|属|这|那|同样|总体|整体|反|倒|于是|所以|因此|因而|结果|可|不过|然而|这样一来|由此|够|比|较|与|和|跟|同|被|把|让|使|者|以|"
    r"原因|理由|绝对|名副其实|占|一大?截|真正|跑|干|做|起来|下来|上去|来|去|过|出|近|约|足足|整整|至少|家|个|位|名|台|组|队|方|款|号|类|种|项|所|条|支|边|厚重"
)
_DEGREE: Final = re.compile(r"得多|许多|不少|差不多|好多|(?<=[高低大小长短快慢贵宜])[多好]了")
_LENGTH: Final = re.compile(r"(?<![增擅特])[长短久](?!期|处|板|于)")
_MONEY: Final = re.compile(r"贵|便宜|实惠|省钱|划算")
_VOLUME: Final = r"规模|数量|总量|体量|人气|份额|贷款|存款|余额|销售|票房|读者|人次|粉丝|装机"
_WORDS: Final = re.compile(
    r"便宜|实惠|划算|省钱|赚钱|挣钱|麻利|迅速|利索|受欢迎|热门|抢手|头号|第一|首位|[高低多少大小长短快慢贵重轻厚薄近远早晚久宽窄优好佳强差糟弱坏省深浅严松]"
)
_NOUNS: Final = {
    "duration": "时间|时长|用时|耗时|速度|周期|效率|日子",
    "money": "价格|价钱|费用|花费|金额|规模|钱|价|支出|收入|单价|成本",
    "share": "比例|比率|占比|份额|水平|比重|概率|率",
    "": "用户|客户|数量|规模|人数|总量|数目|体量|量|数|总数|人气|人",
}


def _dimension(code: str) -> str:
    known = unit(code.partition("/")[0])
    if known is None:
        return ""
    return "money" if known.dimension.startswith("money") else known.dimension


class Sign(NamedTuple):
    """``way`` is 1 where words say that of two values of a quantity one is the larger, −1 for the smaller, else 0.

    ``literal`` where they tell of the size itself, and not of what it means.
    """

    way: int
    literal: bool = True


@lru_cache(maxsize=5000)
def sign(words: str, name: str, code: str) -> Sign:
    """Which of two values words call the larger; ``name`` is what the values are told with."""
    if NOT.search(words.replace("不及", "").replace("不如", "").replace("不敌", "")):
        return Sign(0)
    if _MONEY.search(words) and _dimension(code) != "money":
        return Sign(0)
    full = f"{name} @{code}"
    wanted = better_high(full)
    won, lost = _WINS.search(words), _LOSES.search(words)
    if bool(won) != bool(lost):
        if wanted is None:
            volume = re.search(_VOLUME, words + name) is not None
            return Sign(0 if not volume else 1 if won else -1)
        return Sign(1 if (won is not None) == wanted else -1)
    more, less = _MORE.search(words), _LESS.search(words)
    if bool(more) != bool(less):
        if less is not None and less[0] in ("不及", "不如", "不敌") and wanted is False:
            return Sign(0)
        return Sign(1 if more else -1)
    found = adjectives.way(_DEGREE.sub("", words), code, full)
    if found and not (_LENGTH.search(words) and _dimension(code) not in ("duration", "length")):
        return Sign(found)
    for concept in (*CONCEPTS, *FIELDS):
        if concept.name.search(full):
            up, down = concept.more.search(words), concept.less.search(words)
            if bool(up) != bool(down):
                return Sign(1 if up else -1, literal=False)
    good, bad = GOOD.search(words), BAD.search(words)
    if wanted is None or bool(good) == bool(bad):
        return Sign(0)
    return Sign(1 if (good is not None) == wanted else -1, literal=False)


def left(words: str, told: str, code: str) -> str:
    """The Chinese words of a clause that neither point a way, nor fill, nor are among those a value is told with."""
    words = _WINS.sub("", _LOSES.sub("", words))
    words = _LESS.sub("", _MORE.sub("", words))
    nouns = _NOUNS.get(_dimension(code), _NOUNS[""])
    words = re.sub(nouns, "", words)
    kept = []
    at = 0
    while at < len(words):  # what is told with the values, two characters at a time
        size = next((n for n in (4, 3, 2) if len(words[at : at + n]) == n and words[at : at + n] in told), 0)
        if not size:
            kept.append(words[at])
        at += size or 1
    words = GOOD.sub("", BAD.sub("", "".join(kept)))
    rest = re.sub(r"[^\u4e00-\u9fffA-Za-z]", "", _FILL.sub("", _WORDS.sub("", words)))
    return "" if len(rest) == 1 and rest in told else rest  # 更省煤, of 煤耗
