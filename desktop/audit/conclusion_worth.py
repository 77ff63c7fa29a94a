"""Which way of a quantity is better, also by names that leave it open elsewhere: 单产, 空驶率, 费率."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.audit import polarity

_HIGH: Final = re.compile(
    r"良率|客座率|上座|翻台|坪效|人效|单产|亩产|年?产出|能效|利差|息差|毛差|毛利|价差|回报率|收益率|续费|中标率|命中率|开工率|满载率|利用小时"
    r"|装载率|成活率|治愈率|升学率|通过率|达标率|回款率|收缴|缴费率|接通率|及格率|中签率|毛差|人均产|人均创|单店|单银幕|单柜|拨备|安全边际|市占|投资回报|周转次数"
)
_LOW: Final = re.compile(
    r"空驶|费率|费用率|能耗|煤耗|油耗|水耗|等泊|弃[光风电]|压货|积压|破损率|死亡率|复发率|失业率|污染|漏损|线损|换手成本|周转天数|存货周转|账期|获客成本|运费|料肉比|耗材"
    r"|成本收入比|赔付|返工|返修|次品率|坏账率|占用率不足|投诉率|差旅|住院日|候诊|响应|处理时长|交付周期|拿货|交货|出具时间|延长|违约"
)
_LASTS: Final = re.compile(r"@(?:second|minute|hour|day|month)\b")
_LONG_IS_GOOD: Final = re.compile(
    r"续航|寿命|保质|质保|免息|使用时长|停留|账期|任期|宽限|假期|停车|在线|观看|存续|工龄|合同|租期|期限|封闭|锁定|运行"
)


@lru_cache(maxsize=20_000)
def better_high(name: str) -> bool | None:
    """Whether more of it is better; None where the name does not tell, or tells both."""
    high, low = bool(_HIGH.search(name)), bool(_LOW.search(name))
    if high != low:
        return high
    known = polarity.better_high(name) if not high else None
    if known is None and not high and _LASTS.search(name) and not _LONG_IS_GOOD.search(name):
        return False
    return known
