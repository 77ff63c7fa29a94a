"""Which way is better: quantities that a reader wants high, and those wanted low."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.core.figure import Figure

_HIGH: Final = re.compile(
    r"盈利|正点率|准时率|续保|回头客|入住率|上座率|触达率|到达率|转化率|留存|满意度|好评|准确率|成功率|通过率|合格率|良品率|利用率|周转率|复购|续费|续订|完成率|覆盖率|效率|收入|营收|利润|毛利|净利|"
    r"客流|销量|订单|产量|评分|活跃|准点率|出勤率|就业|"
    r"retention|conversion|satisfaction|accuracy|revenue|sales|profit|margin|on-time|efficiency|bookings",
    re.I,
)
_LOW: Final = re.compile(
    r"成本|费用|难度|差评|赔付率|离职|亏损率|坏果|损耗|投诉|客诉|逾期|不良|坏账|流失|卸载|退货|退订|退单|延迟|时延|延误|耗时|用时|等待|排队|故障|事故|差错|错误|失误|缺陷|亏损|"
    r"步骤|能耗|排放|空置|"
    r"costs?\b|complaints?|overdue|delays?|waiting|errors?|churn|returns|failures?|defects?|downtime",
    re.I,
)


@lru_cache(maxsize=20_000)
def better_high(name: str) -> bool | None:
    """Whether more of it is better; None where the name does not tell, or tells both."""
    high, low = bool(_HIGH.search(name)), bool(_LOW.search(name))
    return None if high == low else high


def adverse(figure: Figure) -> bool | None:
    """Whether a change is for the worse; None where that cannot be told."""
    if figure.direction not in ("up", "down"):
        return None
    zh, en = (name.rpartition("·")[2] for name in figure.indicator)
    wanted = better_high(zh if zh == en else f"{zh} {en}")
    if wanted is None:
        return None
    return wanted == (figure.direction == "down")
