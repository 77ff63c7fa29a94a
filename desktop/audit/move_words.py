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
    r"(?:较|比|相比|高于|低于|多于|少于|超过|相较)[^，,。；]{0,8}(?:上年|去年|上一?财?年度?|前一?财?年|同期|此前|之前|原来|原先|以前|从前|当初|过去|年初|上月|上季度?|前期|\d{4}年?)[^，,。；]{0,6}$"
    r"|[，,（(]\s*(?:而|则|其?中)?(?:上年|去年|上一?财?年度?|前一?财?年|上年同期|去年同期|此前|原来|原先|原为?)[^，,。；\d]{0,4}(?:为|是|仅为?|只有|达|有)?$"
    r"|\((?:up|down|compared)\b[^)]*$|\b(?:compared (?:with|to)|versus|against)\b[^,.]*$"
)
CHAIN: Final = re.compile(r"年均|年平均|复合|平均每年|每年|逐年|CAGR|annual|per year|a year|each year", re.I)
YEARLY: Final = re.compile(r"同比|(?:较|比)(?:上一?财?|去|前一?财?)年|year on year|year-on-year|yoy", re.I)
STEPWISE: Final = re.compile(r"环比|(?:较|比)上(?:月|季)|month on month|quarter on quarter", re.I)
RESUMES: Final = re.compile(
    r"^[\s，,]*(?:即|也就是|相当于|意味着|这意味着|合计|累计|增幅|降幅|涨幅|跌幅|增速|同比|环比|This is|That is|an? )"
)
VERB: Final = 24  # characters of what may stand between two values of a move
FROM: Final = re.compile(r"[从由自][^，,。；从由自]{0,12}$")
ANY_TO: Final = re.compile(r"^[^，,。；\d]{0,8}[\u4e00-\u9fff](?:至|到|为|成)(?:了)?[^，,。；\d]{0,8}$")
TO: Final = re.compile(
    r"^[^，,。；\d]{0,8}[增升降减涨跌调扩缩压提延改变落滑攀回][^，,。；\d]{0,4}?(?:至|到|为|成)(?:了)?[^，,。；\d]{0,8}$"
)
OVERALL: Final = re.compile(r"累计|合计|总共|一共|共(?=[增减上下收扩])")
PART_OF: Final = re.compile(r"其中|of which|including")
CLAUSES: Final = re.compile(r"[，,；;]")
CHINESE: Final = re.compile(r"[\u4e00-\u9fff]{2,}")
CHANGE_VERB: Final = re.compile(r"[增升涨高多扩减降跌低少缩窄压收快慢长短]")
# Words that go with any change and name nothing that changes.
ABOUT_CHANGE: Final = re.compile(
    r"(?:19|20)\d\d年?|同比|环比|(?:较|比|与|相比)?(?:上|去|前一?|往)(?:年|月|季度?)(?:同期|相比)?|同期|年均|复合|平均|每年|逐年|累计|合计|总共|"
    r"增长|增加|增多|上升|提高|提升|上涨|上调|抬高|走高|攀升|激增|飙升|暴增|扩大|扩充|扩张|延长|下降|减少|降低|下跌|下滑|下调|回落|缩短|缩小|"
    r"缩减|收窄|收紧|压缩|精简|放宽|削减|裁减|跌去|跌破|涨幅|增幅|降幅|减幅|跌幅|升幅|幅度|增速|变化|变动|折合|相当于|等于|意味着|大约|接近|"
    r"将近|超过|不足|不到|左右|以上|大幅|小幅|明显|显著|进一步|继续|整整|几年|期间|一年|两年|三年|四年|五年|年间|年来|原来的?|此前|之前|"
    r"[的了是为达到共约近超逾仅只就也又则即这其中间均都净略微高出多少翻差涨升降跌减增缩扩年，、（）,()\s]"
)
