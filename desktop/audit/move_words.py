"""The words that tell of a change: verbs, "from" and "to", and what it is against."""

from __future__ import annotations

import re
from typing import Final

EN_UP: Final = (
    "increase|rise|gain|growth|jump|surge|climb|rose|grew|increased|climbed|jumped|surged|gained|up|higher|"
    "more"
)
EN_DOWN: Final = (
    "drop|fall|decline|decrease|reduction|cut|loss|fell|dropped|declined|decreased|shrank|reduced|slid|down|"
    "lower|less"
)
EN_CHANGE: Final = re.compile(rf"\b(?P<up>{EN_UP})\b|\b(?P<down>{EN_DOWN})\b", re.I)
EN_TO: Final = re.compile(r"\bto(\s+(about|nearly|almost|just))?\s*$", re.I)
EN_FROM: Final = re.compile(r"\bfrom(\s+(about|nearly|almost|just))?\s*$", re.I)
EARLIER: Final = re.compile(
    r"(?:较|比|相比|高于|低于|多于|少于|超过|相较)[^，,。；]{0,8}(?:上年|去年|上一?财?年度?|前一?财?年|同期|此前|之前|原来|原先|以前|从前|当初|过去|年初|上月|上季度?|上一?(?:赛季|学[年期])|上一?[届期轮]|前期|\d{4}年?)[^，,。；]{0,6}$"
    r"|[，,（(]\s*(?:而|则|其?中)?(?:上年|去年|上一?财?年度?|前一?财?年|上一?(?:赛季|学[年期]|[届轮月期季])|上年同期|去年同期|此前|原来|原先|原为?)[^，,。；\d]{0,4}(?:为|是|仅为?|只有|达|有)?$"
    r"|\((?:up|down|compared)\b[^)]*$|\b(?:compared (?:with|to)|versus|against)\b[^,.]*$"
)
CHAIN: Final = re.compile(r"年均|年平均|复合|平均每年|每年|逐年|CAGR|annual|per year|a year|each year", re.I)
YEARLY: Final = re.compile(r"同比|(?:较|比)(?:上一?财?|去|前一?财?)年|year on year|year-on-year|yoy", re.I)
STEPWISE: Final = re.compile(r"环比|(?:较|比)上(?:月|季)|month on month|quarter on quarter", re.I)
VERB: Final = 24  # characters of what may stand between two values of a move
FROM: Final = re.compile(r"[从由自][^，,。；从由自]{0,12}$")
TO: Final = re.compile(
    r"^[^，,。；\d]{0,8}[增升降减涨跌调扩缩压提延改变落滑攀回][^，,。；\d]{0,4}?(?:至|到|为|成)(?:了)?[^，,。；\d]{0,8}$"
)
OVERALL: Final = re.compile(r"累计|合计|总共|一共|共(?=[增减上下收扩])")
PART_OF: Final = re.compile(r"其中|of which|including")
MORE_OF: Final = re.compile(r"[多少]([拿得付花赚收领交缴挣赔亏])了?(?:约|近)?$")  # 今年少赚3万元: by how much
CHINESE: Final = re.compile(r"[\u4e00-\u9fff]{2,}")
