"""Words that tell whether a rate is for a day, a month or a year: 日息, 每月手续费率, 年化."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.marks import Cue

A_DAY: Final = re.compile(
    r"日利率|日息|每日利率|日费率|按日计息|"
    r"(?:[息金率费][每按]?|每)[日天](?:按|以|收|计|加收|为|是)*$|"
    r"每[天日](?:要|需|得|另)?(?:付|收|交|扣|按|缴)[^，,。；\d]{0,4}$|"
    r"(?:按|逐)[日天](?:以|加?收|计|的)?$|daily (?:interest )?rate|per day|a day",
    re.I,
)
A_MONTH: Final = re.compile(
    r"月利率|月息|月费率|每?月(?:手续|服务|管理|分期)费率?|每月利率|monthly (?:interest )?rate|per month|a month",
    re.I,
)
A_YEAR: Final = re.compile(
    r"年化|年利率|年费率|年息|单利[一全每]?年|"
    r"(?:折合|折成|折算成?|合成|相当于|等于)[一每全]年|"
    r"一年(?:就是|总?共|总计|合|相当于|折合|下来)|APR|annual|per year|a year",
    re.I,
)
SPEAKS: Final = Cue(
    r"[息金率费][每按]?[日天]|日利率|日息|日费率|月利率|月息|月费率|月(?:手续|服务|管理|分期)费|每日|每天|一天|日利息|每月利率|按日|按天|逐日|逐天",
    r"rate|APR|per day|a day|per month",
)
