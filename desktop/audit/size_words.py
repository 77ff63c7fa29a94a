"""The words before a size of change: what they tell of it, and whether they name anything but the values before."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from desktop.audit.any_reading import POINTS
from desktop.audit.interval import value_of
from desktop.audit.move import BY, TO
from desktop.audit.reading import TIMES
from desktop.audit.telling import told
from desktop.audit.times_apart import NOW, WHEN
from desktop.core.figure import Figure

SIZES: Final = ("%", "permille", "times", "count:番", "count:折", *POINTS)
_NO_VALUE: Final = ("times", "count:番", "count:折", "rank", *POINTS)
_SCALED: Final = re.compile(r"[万亿]$")
APART: Final = re.compile(  # two values of one time are set against each other
    r"[差距隔超越逊赢胜输贵]|相去|倒挂|领先|落后|拉开|甩开|悬殊|便宜|[高低多少快慢]出|[高低]于|溢价|折价|(?<![同环占])比(?![例重率])"
    r"|较(?![上去前年月])[\u4e00-\u9fff]{1,6}[高低贵多少]$|偏[高低多少]$|[前后]者(?:[更要则却]|还要)?[高低贵多少快慢长短大小]"
)
LEVEL: Final = re.compile(  # a percentage behind it is a value, not a change
    r"(?<!幅)[至到为达成](?:了|不足|不到|超过|高达|[约近仅只超逾])*$|[加减乘除比]$|[高低多少大小]于[^，,。]*的$"
    r"|(?<![增长降减涨跌升化])率$|(?:占比|之比|比[例重值]|份额)是?$"
)
BREAK: Final = re.compile(r"[，,；;：:。（(）)、！？\n]")
OBJECT: Final = re.compile(  # what a value is held against
    r"(?:[高低优劣]于|[高低多少]出|(?<![同环对占])比|较|距离?|离|领先|落后|跑[赢输]|不及)([\u4e00-\u9fff]+)"
)
VERB: Final = re.compile(
    r"(?:[增减升降涨跌][出去]?|退出|撤[出掉走]|关[停闭掉张]|流失|离[开场]|倒闭|停业|淘汰|注销|[砍裁丢]掉|[走丢没跑少]了|蒸发|消失)了?$"
)
TO_SIZE: Final = re.compile(  # what became of the base, or so it may be read
    r"(?:[剩余]下?|[只仅才][有及够为是剩]?|不[及过到足]|(?:[是为有到至成及]|相当于|等于)[^，,。；]{0,12}的)"
    r"(?:约|近|将近|大约|有|不到|不足)*$"
)
_LEFT: Final = re.compile(r"(?:[剩余]下?|[^，,。]的)(?:约|近|将近|大约|有|不到|不足)*$")
THEN: Final = re.compile(
    r"前(?![三五十])|[原旧曾昔]|过去|去年|上[年月季周届期半一轮]|上赛季|上学[年期]|[往常]年|同期|[年月季期]初|当[初年时]|[起最]初"
    r"|高峰|[峰巅]值?[时期]|顶[峰点]|峰值|巅峰|高点|高位"
)
LENGTH: Final = re.compile(
    r"第?[\d一二两三四五六七八九十半几]+个?(?:季度|赛季|[年月季周天日])(?:间|内|里|来|下来)?"
)
_GENERIC: Final = re.compile(  # names that any amount may have
    r"差距|规模|数量|总[数量体]|两[者地家边数处项]|二者|之间|前后|彼此|[首头]尾|水平|数字|指标|门槛|幅度|要求|标准|红线"
    r"|[新旧原本该此两]+|每(?:小时|分钟|[\u4e00-\u9fff])"
)
_BY_UNIT: Final = {  # names that an amount may have by its unit
    "CNY": re.compile(r"差价|价差|价格|价钱|单价|售价|收费|要价|报价|定价|标?价"),
    "time": re.compile(r"间隔|等候|等待|时间|时长|用时|耗时|工期|周期|速度|效率"),
    "%": re.compile(r"份额|占比|比例|比重"),
    "count": re.compile(r"效率|产能|节奏|人手|力度|强度"),
}
_AMOUNT: Final = re.compile(r"(?![涨降提加减增砍抬调])[\u4e00-\u9fff][额量数率价费润入](?![为到])")
_SMALL: Final = re.compile(r"\d{1,2}元(?:/.*)?")
_DOUBLINGS: Final = 9  # more than that is a misreading


def is_value(figure: Figure) -> bool:
    """Whether an amount may be a value before or after a change."""
    return (
        (
            figure.role in ("level", "ratio", "threshold")
            or (figure.role == "change" and figure.unit not in SIZES)
        )
        and figure.unit not in _NO_VALUE
        and figure.unit not in ("year", "quarter")
        and (figure.unit != "" or _SCALED.search(figure.as_printed) is not None)
        and (figure.role == "threshold" or figure.comparator in ("=", "~"))
        and value_of(figure) not in (None, 0)
    )


def exact(figure: Figure) -> Figure:
    """A price of a few yuan is no rounded number."""
    posted = figure.unit.startswith("CNY") and _SMALL.fullmatch(figure.as_printed) is not None
    return replace(figure, role="threshold") if posted else figure


def way_of(clause: str, size: Figure) -> str:
    """BY where the words before a size tell of what was added, TO of what became of the base, "" of either."""
    if _LEFT.search(clause) or size.unit == "count:折":
        return TO
    says = told(clause)
    if TO_SIZE.search(clause):
        return "" if says.changes else TO
    return BY if says.sure or VERB.search(clause) else ""


def plain_size(size: Figure) -> Figure:
    """A size as it is computed with: 翻两番 has grown by three times, 超出8.4% is no more than that."""
    number = value_of(size)
    if size.unit == "count:番" and number is not None and 0 < number < _DOUBLINGS:
        times = Decimal(2) ** int(number)
        wide = (times * Decimal("0.93") - 1, times * Decimal("1.08") - 1)
        return replace(size, unit="times", low=wide[0], high=wide[1], comparator="=", as_printed="")
    if size.hedge.endswith("出") and size.low is not None:
        return replace(size, comparator="=", high=size.low, hedge="")
    return size


def only_known(words: str, known: str, near: str = "", code: str = "") -> bool:
    """Whether words name nothing that is not known, but times and things of any kind.

    Half of the characters of a name are enough where they stand in words nearby: 单笔出资 of 每笔只出.
    """
    words = _GENERIC.sub("", WHEN.sub("", NOW.sub("", THEN.sub("", LENGTH.sub("", words)))))
    says = told(words)
    kind = _BY_UNIT.get("time" if code in TIMES else code.partition(":")[0].partition("/")[0])
    if any(n not in known and not _generic(n, kind) for n in _AMOUNT.findall(words)):
        return False
    return all(
        len(o) == 1
        or o == says.verb
        or o in known
        or _generic(o, kind)
        or sum(c in near for c in o) * 2 >= len(o)
        for o in says.others
    )


def _generic(name: str, kind: re.Pattern[str] | None) -> bool:
    """Whether a name may be that of any amount of a kind."""
    return kind is not None and kind.fullmatch(name) is not None
