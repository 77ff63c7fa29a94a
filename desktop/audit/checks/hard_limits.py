"""Hard limits: shares above 100 %, falls of more than everything, negative counts, days of more than 24 hours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import formula, quote, stated
from desktop.audit.bounded import BOTH_WAYS, BOUNDED, OPENS, WHO
from desktop.audit.capped import LEGAL_CAP, is_interest
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim, value_of
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure
from desktop.core.text import NOTHING, Text

KEY: Final = "hard_limits"
# Of what was planned for, more can be used: extra beds, overtime; nobody uses half as much again.
_CAPACITY: Final = re.compile(
    r"(?<!可)利用率|使用率|负[荷载]率|上座率|满[载座]率|utili[sz]ation|occupancy", re.I
)
_YIELD: Final = re.compile(
    r"光伏|风[电能]|发电|弃|水资源|[余废]热|综合利用"
)  # of what there was, none is used twice
STRAINED: Final = 150.0
_ROOMS: Final = re.compile(r"酒店|宾馆|民宿|客房|hotel", re.I)  # one room may be sold twice a day
_PRECISELY: Final = re.compile(
    r"^(?:(?:(?:19|20)\d\d年|[上下]半年|[去今上前]年|目前|如今)(?:的?数字)?)?(?:准确|确切|严格|具体|精确)?(?:地|来)?(?:说|讲|讲是|而言|的?数字)?(?:是|为|达到?|高达|甚至|约|在|约为|只有|仅)*$"
)
_GROWS: Final = re.compile(
    r"[与和对][^，,。；\d]{1,8}比例|增长|增速|同比|环比|完成|growth|increase|达成|of (?:the )?(?:target|plan|budget)"
)
# 占 with no whole named behind it, and people who did something: parts of what was counted, whatever it is called
_TAKES: Final = re.compile(
    r"占[^，,。；\d]{1,8}(?:总数|总量|总人数|全部|全体)的?$|占(?:全部|全体|所有)[^，,。；\d]{1,8}的$|占(?:到|了|去|据|约|近|其|总数|全部|全体|的|超过|高达)*$|的[^，,。；\d]{0,3}[人客者户员生众民](?:有|占|到|达到?|是|为|约|高达|多达|只有|仅有?|超过|竟|已|近|将近|接近|大约|不到)+$"
)
# Of a base that is named, which may be less than the part.
_OF: Final = re.compile(r"占[^，,。；\d]{1,10}的$")
_NOT_OF_ALL: Final = re.compile(r"相当于|等于|折合|贡献|收入|利润|负债|债务|杠杆|完成")
_OF_ALL: Final = 1000 * 3600  # seconds a day; more is the time of many people together
_SIGNED: Final = re.compile(
    r"利润|净|亏|盈|收益|现金流|增速|顺差|逆差|差额|profit|loss|income|earnings|balance", re.I
)
_FAR, _REACH = 300, 36  # percent; characters before a figure that are looked at
_IS: Final = re.compile(r"(?:[为是有占达到仅]|\b(?:was|is|of))\s*(?:约|近|大约)?$")  # 转化率-8% is a change
_CLAUSE, _MINUS = re.compile(r"[，；,;。！？\n]"), frozenset("-−")
_DATE = re.compile(r"((?:19|20)\d\d)-(\d\d)(?:-(\d\d))?")
# percent: no limit of rates is lower, and none of shares and changes
_LEAST, _ALL = Decimal("36"), Decimal("99")
OVER = Text(
    "{0}写作{1}，但占总体的比例不可能超过100%。",
    "{0} is given as {1}, but a share of a whole cannot exceed 100%.",
)
BELOW = Text(
    "{0}写作{1}，但占总体的比例不可能是负数。",
    "{0} is given as {1}, but a share of a whole cannot be negative.",
)
FELL = Text(
    "{0}写作下降{1}，但下降100%就已归零，不可能更多。",
    "{0} is said to fall by {1}, but a fall of 100% already leaves nothing.",
)
NEGATIVE = Text("{0}写作{1}，但数目不可能是负数。", "{0} is given as {1}, but a count cannot be negative.")
CAP = Text(
    "{0}写作{1}，高于36%：2015年的民间借贷司法解释曾把年利率36%以上的约定定为无效；请核对单位和口径。",
    "{0} is given as {1}, above 36%, beyond which the private-lending interpretation of 2015 voided interest; check "
    "its unit and basis.",
)
RANK = Text("文中写{0}，但名次从第一起数。", "The text says {0}, but ranks are counted from the first.")
_LONGER: Final = re.compile(
    r"(?:每个?(?:周|星期|月|季度?|年)|[周月年]均|一周)[^，,。；、天日]*$"
)  # 每周工作40小时
DAY = Text("{0}写作每天{1}，但一天只有24小时。", "{0} is given as {1} a day, but a day has 24 hours.")
MONTHS = Text("文中的日期{0}在日历上不存在。", "The date {0} in the text does not exist.")


@check(KEY, "硬性界限", "hard limits", "prose", "table")
def run(piece: Prose | Sheet, _world: World) -> Iterable[Result]:
    """Find values that cannot be; what lies within the limits is not thereby checked."""
    minus = not _MINUS.isdisjoint(piece.marks)
    for figure in piece.figures:
        if figure.is_date:
            if _impossible(figure):
                said = MONTHS.format(quote(figure.anchor.quote))
                yield say.finding(KEY, "inconsistent", (figure,), NOTHING, said, "calendar")
            continue
        if not ((minus and _is_minus(figure)) or _may_break(figure)) or _is_rounded_sum(piece, figure):
            continue
        claim = as_claim(figure)
        if claim is not None and isinstance(piece, Prose) and _is_no_part(piece, figure, claim.low):
            yield _no_part(figure)
            continue
        if figure.role == "rank" and value_of(figure) == 0:
            said = RANK.format(quote(figure.anchor.quote))
            yield say.finding(KEY, "inconsistent", (figure,), NOTHING, said, "rank")
            continue
        least = claim.low if claim is not None else 0.0
        if figure.comparator == "<" and figure.role != "threshold":
            least = value_of(figure) or 0.0  # 概率不足150%, 留存跌破140%
        found = _of(figure, least, claim.high, _around(piece, figure)) if claim is not None else None
        if found is not None:
            yield found


_ADDED: Final = re.compile(r"相加|合计|加总|总和|加起来|之和")
_ROUNDED_UP: Final = 101  # percent, to which rounded parts may add up


def _is_rounded_sum(piece: Prose | Sheet, figure: Figure) -> bool:
    """Whether a percentage is what rounded shares add up to: 三项相加得100.1%."""
    return (
        isinstance(piece, Prose) and figure.unit == "%" and figure.high is not None and figure.high <= _ROUNDED_UP
        and _ADDED.search(piece.text[: figure.anchor.start - piece.start][-8:]) is not None
    )  # fmt: skip


def _is_no_part(piece: Prose, figure: Figure, low: float) -> bool:
    beyond = low > 100 or _is_minus(figure)
    return beyond and (_is_part(piece, figure) or _is_below(piece, figure))


def _no_part(figure: Figure) -> Result:
    """What is told of a part of a whole that is above all of it, or below nothing."""
    below = _is_minus(figure)
    written = formula("{} < 0%" if below else "{} > 100%", stated(figure))
    said = _told(BELOW if below else OVER, figure)
    return say.finding(KEY, "inconsistent", (figure,), written, said, "negative" if below else "share")


def _is_part(piece: Prose, figure: Figure) -> bool:
    """Whether the words right before a percentage make it a part of what was counted."""
    at = figure.anchor.start - piece.start
    before = behind_last(_CLAUSE, piece.text[max(0, at - _REACH) : at])
    if figure.unit != "%" or _NOT_OF_ALL.search(before) is not None:
        return False
    who = OPENS.fullmatch(before) and WHO.match(piece.text, at + len(figure.anchor.quote))
    far = figure.low is not None and figure.low > _FAR and _OF.search(before) is not None
    return who is not None or far or _TAKES.search(before) is not None


def _is_below(piece: Prose, figure: Figure) -> bool:
    """Whether a percentage with a minus is what a share of a whole is said to be."""
    before = piece.text[: figure.anchor.start - piece.start][-_REACH:]
    name = figure.indicator.zh + behind_last(_CLAUSE, before)
    if not _is_minus(figure) or figure.unit != "%" or _IS.search(before) is None:
        return False
    return BOUNDED.search(name) is not None and BOTH_WAYS.search(name) is None


def _may_break(figure: Figure) -> bool:
    """Whether a figure is anywhere near a limit."""
    if figure.unit == "%":
        least = _LEAST if figure.role == "level" else _ALL
        low, high = figure.low, figure.high
        return (high is not None and high > least) or (low is not None and low > least)
    return value_of(figure) == 0 if figure.role == "rank" else figure.unit == "hour"


def _is_minus(figure: Figure) -> bool:
    return figure.as_printed.lstrip()[:1] in _MINUS


def _around(piece: Prose | Sheet, figure: Figure) -> str:
    if isinstance(piece, Sheet):
        return piece.head(figure.col or 0) + piece.label(figure.row or 0)
    start = figure.anchor.start - piece.start
    *earlier, before = re.split(
        r"[，；,;]", re.split(r"[。！？]", piece.text[max(0, start - 36) : start])[-1]
    )
    if earlier and _PRECISELY.match(before):  # 占座率仍有九成多，准确讲是96%
        before = earlier[-1] + before
    after = piece.text[start + len(figure.anchor.quote) :][:40]
    return before + (f"%{after}" if after.startswith(" of ") else re.split(r"[，。！？；]", after[:6])[0])


def _of(figure: Figure, low: float, high: float, around: str) -> Result | None:
    name = figure.indicator.zh + around
    if figure.unit == "%":
        if figure.role != "change" and low > 100 and low > _most(figure, name) and BOUNDED.search(name) and (
            not _GROWS.search(around)
        ):  # fmt: skip
            return _no_part(figure)
        if figure.role == "change" and figure.direction == "down" and low > 100 and not _SIGNED.search(name):
            return say.finding(
                KEY,
                "inconsistent",
                (figure,),
                formula("{} > 100%", stated(figure)),
                _told(FELL, figure),
                "fall",
            )
        top = high if figure.comparator == "=" and figure.low != figure.high else low  # of a range, its end
        if figure.role == "level" and top > LEGAL_CAP and is_interest(figure, name, around):
            written = formula("{} > 36%", stated(figure))
            return say.finding(KEY, "differs", (figure,), written, _told(CAP, figure), "cap")
        return None
    counted = figure.unit.startswith("count:") or figure.unit == "person"
    negative = _is_minus(figure) or high < 0
    if (
        counted
        and figure.role == "level"
        and negative
        and not re.search(
            r"净|增减|变化|变动|同比|环比|[较比](?:上|去|年|期|前)|指数|景气|信心|net|change|index", name
        )
    ):
        return say.finding(
            KEY,
            "inconsistent",
            (figure,),
            formula("{} < 0", stated(figure)),
            _told(NEGATIVE, figure),
            "negative",
        )
    if (
        figure.unit == "hour"
        and 24 * 3600 < low < _OF_ALL
        and re.search(r"每[天日]|日均|一天(?![后前比])|a day|per day", around)
        and not _LONGER.search(figure.anchor.prefix)
    ):
        written = formula("{} > 24 h", stated(figure))
        return say.finding(KEY, "inconsistent", (figure,), written, _told(DAY, figure), "day")
    return None


def _most(figure: Figure, name: str) -> float:
    """The greatest share, in percent, that can be."""
    strained = (_CAPACITY.search(name) and not _YIELD.search(name)) or _ROOMS.search(name + figure.entity.zh)
    return STRAINED if strained else 100.0


def _told(pattern: Text, figure: Figure) -> Text:
    return pattern.format(say.title(figure), stated(figure))


def _impossible(figure: Figure) -> bool:
    """Whether a date names a month or a day that no calendar has."""
    found = _DATE.fullmatch(figure.period.text) if figure.period else None
    if not found:
        return False
    try:
        date(int(found[1]), int(found[2]), int(found[3] or 1))
    except ValueError:
        return True
    return False
