"""GRIM: x % of n things that were looked at must be a whole number of them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, number
from desktop.audit.check import Result
from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.lines import behind_last
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "shares"
_CLAUSE: Final = re.compile(r"[，,；;。]")
_SAMPLE: Final = re.compile(
    r"受访|调查|样本|样品|抽|访|问卷|参与|接受|回收|收回|检|查|测|试[用驾吃睡读]|随机|听了|看了|翻[看阅]|走了|复核|核对|盲|评[审选估]|审[核查]|考[核察]|"
    r"survey|respondent|sample|interview|poll|asked|inspected|tested|of the|of \d",
    re.I,
)
_AMONG_THEM: Final = re.compile(
    r"[^，,。；]{0,12}(?:(?<![高初集其居空])中|里头?|当中)(?=[，有约近\d]|$)|[^，,。；]{0,10}，其中(?:约|有|只有|近)?$"
)
_MEETING: Final = re.compile(  # 一场25人参加的座谈会上
    r"(?:[^，,。；\d的]{0,6}(?:参加|出席|到场|在场|加入|报名))?的[^，,。；\d]{0,8}(?:会|课|班|团|讲座|活动|体验|培训|聚餐|沙龙|小组|演练|试点)[上中里]?[，,]"
)
_NO_SAMPLE: Final = (
    "count:轮",
    "count:期",
    "count:遍",
    "count:步",
    "count:年",
    "count:种",
    "count:类",
    "count:项",
)
_FEWEST: Final = 5  # of fewer, nobody tells a percentage
_DONE: Final = re.compile(r"[\u4e00-\u9fff](?:[过了遍]|[到上](?:其中的?)?|其中的?)$")
_AT_ONCE: Final = re.compile(
    r"[^，,。；\d]{0,8}[，,](?:其中|约|有|里面)*\d[\d.]*%(?!的(?!人|受访|用户|[户店家]|学[生员]|员工|企业|顾客|司机))"
)
_ASKED: Final = ("person", "count:家", "count:户", "count:位", "count:名", "count:份", "count:所")
_WHO_ARE: Final = re.compile(r"的(?:人|店|户|家)?(?:只|仅|约)?占(?:了|到)?$")
_TOLD_OF: Final = re.compile(
    r"[^，,。；\d]{0,6}[，,；](?:其中)?[^，,。；\d]{1,16}的(?:人|户|家|店)?(?:只|仅|大?约|都)?占(?:比|了|到|约)?$"
)
_NOUN: Final = re.compile(r"的(?P<noun>[\u4e00-\u9fff]{2,4}?)(?:只|仅|大?约|都)?占(?:比|了|到|约)?$")
_OF_THEM: Final = re.compile(r"[^，,。；\d]{0,4}[，,]其中的?(?P<noun>[^，,。；\d]{2,10})占(?:了|到|比)?\d")
_ONES: Final = ("person", "count:名", "count:位", "count:例", "count:件", "count:份", "count:户")
# Rates of a state that each of them is in or not, and no rates of days, of money or of what comes and goes.
_STATE: Final = re.compile(
    r"[^，,。；\d]{0,4}[，,](?:总|平均|整体)?(?:近视|合格|优秀|及格|达标|录取|治愈|有效|阳性|患病|持证|签约|升学|通过|龋齿|肥胖|好转|中标|脱贫|参保|接种)率"
    r"(?:为|是|达到?|高达|只有|仅)?\d[\d.]*%"
)
# Places and firms have rates of what is in them; only some rates are of the places themselves.
_PLACES: Final = tuple(f"count:{c}" for c in "个家所座处村店站栋片镇县市区校")
_RATE: Final = re.compile(
    r"(?P<of>[\u4e00-\u9fff]{2})率(?:大?约|近|已|均|都|仅|只|高)*(?:为|是|有|在|达到?)?$"
)
_OF_PLACES: Final = re.compile(r"合格|达标|合规|检出|通过|配备|安装|持证|公示|挂牌|完好|命中|准确")
IMPOSSIBLE = Text(
    "{7}：{0}的{1}是{2}，不是整数；{3}占{4}，{5}占{6}，都得不出{1}。",
    "{7}: {1} of {0} is {2}, no whole number; {3} would be {4} and {5} would be {6}, neither of them {1}.",
)


def is_count(figure: Figure) -> bool:
    """Whether a figure is a whole number of things or people."""
    if figure.role != "level" or not figure.unit.startswith(("count:", "person")):
        return False
    value = value_of(figure)
    return value is not None and value == int(value) and value > 0


def samples(sentence: Sentence) -> list[Figure]:
    """The figures of a sentence that tell how many were asked or looked at."""
    found = []
    for figure in sentence.amounts:
        if not is_count(figure) or figure.comparator != "=" or figure.hedge or figure.unit in _NO_SAMPLE:
            continue
        if (value_of(figure) or 0) < _FEWEST:
            continue
        lead = behind_last(_CLAUSE, sentence.lead(figure)[-16:])
        if lead.endswith("每"):
            continue  # 每10个申请里有3个被拒
        around = lead + sentence.tail(figure)[:16]
        if (
            _SAMPLE.search(around)
            or _AMONG_THEM.match(sentence.tail(figure))
            or (figure.unit in _ASKED and _MEETING.match(sentence.tail(figure)))
            or _done_to(sentence, figure, lead)
            or (figure.unit in _ASKED and _TOLD_OF.match(sentence.tail(figure)))
            or _in_group(sentence, figure, lead)
        ):
            found.append(figure)
    return found


def _done_to(sentence: Sentence, figure: Figure, lead: str) -> bool:
    """Whether something was done to people, of whom a share is told at once: 问过48位，44.7%说…"""
    then = sentence.text[figure.anchor.end - sentence.start :][:16]
    return figure.unit in _ASKED and _DONE.search(lead) is not None and _AT_ONCE.match(then) is not None


def _in_group(sentence: Sentence, figure: Figure, lead: str) -> bool:
    """Whether a share told at once is of them by its name: 成员25名，其中农民成员占84%; 40名学生，近视率85%."""
    then = sentence.text[figure.anchor.end - sentence.start :][:24]
    own, rate = _OF_THEM.match(then), _STATE.match(then)
    name = lead.rstrip()[-2:]
    of_name = own is not None and len(name) > 1 and own["noun"].endswith(name)
    return of_name or (rate is not None and figure.unit in _ONES)


def is_of(share_lead: str, whole_lead: str) -> bool:
    """Whether a share of a later sentence is of the things that were counted: 合同240份…；要素完整的合同占97.5%."""
    noun = _NOUN.search(share_lead)
    return noun is not None and noun["noun"] in whole_lead


def of_sample(sentence: Sentence, share: Figure, whole: Figure) -> bool:
    """Whether a share is of what was looked at, and not a rate or a share of money or time."""
    rate = _RATE.search(sentence.lead(share)) if whole.unit in _PLACES else None
    if rate is not None and not _OF_PLACES.search(rate["of"]):
        return False  # 走访6个小区，参与率73.5%: of those who live there
    return not (
        (
            not _WHO_ARE.search(sentence.lead(share))
            and re.search(
                r"利率|毛利|增长|同比|折|费率|税|可能|概率|预[期测计]|平均|率[^，。]{0,2}[到至]|[增减降升涨跌]",
                behind_last(_CLAUSE, sentence.lead(share)[-10:]),  # 40位被降额的用户，54%
            )
        )
        or re.match(
            r"的?(?:收入|利润|费用|成本|销[量售]|客流|时间|金额|营收|支出|产[量值]|折)", sentence.tail(share)
        )
    )


def grim(share: Figure, whole: Figure) -> Iterable[Result]:
    """Hold a share with digits against a count so small that not every percentage can be."""
    n, claim, x = value_of(whole), as_claim(share), value_of(share)
    if n is None or claim is None or x is None or not 0 <= x <= 100:
        return
    decimals = len(share.as_printed.partition(".")[2].rstrip("%％ "))
    if share.as_printed.isascii() is False and not any(c.isdigit() for c in share.as_printed):
        return
    if n >= 10 ** (decimals + 2):
        return
    low, high = math.floor(x * n / 100), math.ceil(x * n / 100)
    product = number(x * n / 100, 2)
    written = formula("{} × {} = {}", bare(share), bare(whole), product)
    wide = Interval(claim.low, claim.high)
    if any(wide.holds(k / n * 100) for k in (low, high)):
        exact = abs(x * n / 100 - round(x * n / 100)) < 1e-9
        yield say.passed(KEY, (share, whole), written, rounded=not exact)
        return
    under, over = (f"{number(k / n * 100, decimals + 1)}%" for k in (low, high))
    said = IMPOSSIBLE.format(bare(whole), bare(share), product, low, under, high, over, say.title(share))
    yield say.finding(KEY, "inconsistent", (share, whole), written, said, "grim")
