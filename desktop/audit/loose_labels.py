"""Headers and labels that leave open what their values are: an average of a range, a speed in minutes, a mean peak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, number, quote, stated
from desktop.audit.told_kinds import dimension
from desktop.core.figure import Figure
from desktop.core.finding import Finding
from desktop.core.text import NOTHING, Text

KEY: Final = "labels"
SPREAD = Text(
    "{0}应是一个平均数，写出的却是区间{1}，上端是下端的{2}倍。",
    "{0} names an average, but the value given is the range {1}, whose upper end is {2} times the lower.",
)
BOTH = Text(
    "{0}既说平均又说峰值，看不出{1}是哪一个。",
    "{0} speaks of an average and of a peak; it cannot be told which of the two {1} is.",
)
SPEED = Text(
    "{0}应是单位时间的量，写出的{1}却是时长，数值越大反而越慢；宜改称“用时”。",
    "{0} should be an amount per unit of time, but {1} is a duration: the larger, the slower; “time taken” is meant.",
)
ANOTHER = Text(
    "{0}说的是成本或金额，写出的{1}却是{2}；这一比例的高低不等于成本的高低。",
    "{0} is about a cost or an amount, but {1} is {2}; how high that share is does not tell how high the cost is.",
)
_ACTION: Final = re.compile(r"(?:的)?(?:控制|管理|管控|压降|压缩|调整|优化|变化|转型|升级|改善|分摊|节约)+$")
_COST: Final = re.compile(r"(?:成本|费用|支出|开支|价格|单价)$")
_SHARE_OF: Final = re.compile(
    r"(?:比例|占比|份额|比重|(?:合格|转化|通过|留存|出勤|准点|满意|覆盖|渗透|复购|参与|使用|上座|入住|出租|命中|识别)率)$"
)
_OF_MONEY: Final = re.compile(r"收入|营收|销售额|总额|支出|费用|成本|预算|利润")
MEAN: Final = re.compile(r"日均|月均|年均|平均|average", re.I)
PEAK: Final = re.compile(r"(?<![较比])(?:峰值|最高|最大|peak|maximum)", re.I)
_AVERAGE: Final = re.compile(r"平均|均值|均价|average|mean", re.I)
_SPEED: Final = re.compile(r"速度$|speed$", re.I)
# What a label has that is asked any of this but its share
LOOSE: Final = re.compile("|".join(p.pattern for p in (_AVERAGE, _SPEED, PEAK)), re.I)


def other_share(label: str, figures: Sequence[Figure]) -> Iterable[Finding]:
    """ "cost of funds: share of the banks raised to 70 %": a share of something else under a label of money."""
    name = label.strip()
    core = _ACTION.sub("", name)
    if not figures or not _COST.search(core):
        return
    for figure in figures:
        own = figure.entity.zh + figure.indicator.zh
        if (
            figure.unit != "%"
            or figure.role == "change"
            or not _SHARE_OF.search(own)
            or _OF_MONEY.search(own)
        ):
            return
        if any(core[i : i + 2] in own for i in range(len(core) - 1)):
            return
    said = ANOTHER.format(quote(name), stated(figures[0]), quote(figures[0].indicator))
    yield say.finding(KEY, "ambiguous", figures, NOTHING, said, "another")


def spread_average(label: str, figures: Sequence[Figure]) -> Iterable[Finding]:
    """An average that is given as a range."""
    wide = [
        f for f in figures
        if f.low is not None and f.high is not None and f.low != f.high and f.low > 0 and f.high >= 2 * f.low
    ]  # fmt: skip
    if wide and _AVERAGE.search(label):
        worst = max(wide, key=lambda f: f.high / f.low)  # type: ignore[operator]
        times = number(float(worst.high / worst.low))  # type: ignore[operator]
        figures = (worst, *(f for f in wide if f is not worst))
        said = SPREAD.format(quote(label), bare(worst), times)
        yield say.finding(KEY, "ambiguous", figures, NOTHING, said, "average")


def mean_and_peak(label: str, figures: Sequence[Figure]) -> Iterable[Finding]:
    """A name that says both mean and peak."""
    levels = [f for f in figures if f.role == "level"]
    if levels and PEAK.search(label) and MEAN.search(label):
        said = BOTH.format(quote(label), bare(levels[0]))
        yield say.finding(KEY, "ambiguous", levels, NOTHING, said, "both")


def speed_in_time(label: str, figures: Sequence[Figure]) -> Iterable[Finding]:
    """A speed that is given as a length of time."""
    if figures and all(dimension(f) == "duration" for f in figures) and _SPEED.search(label):
        said = SPEED.format(quote(label), stated(figures[0]))
        yield say.finding(KEY, "ambiguous", figures, NOTHING, said, "speed")
