"""Names of shares of a whole, which lie between 0 and 100 per cent, and of rates that may be below nothing."""

from __future__ import annotations

import re
from typing import Final

# Most rates are shares of a whole; the ones that are not are excepted.
BOUNDED: Final = re.compile(
    r"占比|比重|份额|概率|[续付缴]费率|(?:报销|出资|持股|首付|分成)比例|可能性|满意度|可用[性度]|"
    r"(?<!增长)(?<!回报)(?<!收益)(?<!拨备覆盖)(?<!利息覆盖)(?<!债务覆盖)(?<!保障覆盖)(?<!流动性覆盖)(?<!现金覆盖)(?<!周转)(?<!翻台)(?<!市盈)(?<!市净)(?<!负债)(?<!杠杆)(?<!完成)(?<!达成)(?<!产销)(?<!充足)"
    r"(?<!溢价)(?<!变化)(?<!贡献)(?<!换手)(?<!通胀)(?<!膨胀)(?<!流动比)(?<!速动比)(?<!赔付)(?<!成本)(?<!费用)(?<!提升)(?<!偿付)"
    r"(?<!加成)(?<!认购)(?<!申购)(?<!担保)(?<!兑付)(?<!执行)(?<!(?<!成)功)(?<![利汇频倍效涨速费税斜曲分])率|"
    r"(?:次[日周月年]|[日月周])留存|"
    r"(?<![按等同正反])(?<!覆盖)(?<!保障)(?<!杠杆)(?<!负债)(?<!债务)(?<!收入)(?<!成本)(?<!产销)(?<!充足)(?<!完成)(?<!达成)"
    r"(?<!增长)(?<!上涨)(?<!赔付)(?<!换股)(?<!转股)(?<!送股)(?<!供需)(?<!认购)(?<!超募)(?<!溢价)(?<!回报)(?<!资金)(?<!费用)(?<!放大)(?<!缩放)(?<!兑换)(?<!产出)(?<!存贷)(?<!男女)(?<!性别)(?<!盈亏)(?<!供求)(?<!收支)(?<!之间的)比例|"
    r"(?<=%) of (?:all |our |its )?(?:flights|trains|buses|trips|customers|users|people|respondents|passengers"
    r"|travellers|patients|students|pupils|voters|employees|staff|members|orders|parcels|deliveries|calls|households|visitors|residents)\b"
    r"(?! (?:in|of|as|a year))|"
    r"market share|conversion rate|retention|occupancy|turnout|probability|unemployment|pass rate|error rate|churn",
    re.I,
)  # fmt: skip
# Rates of gain, growth or difference, which may well be below nothing.
BOTH_WAYS: Final = re.compile(
    r"[利益增长速幅涨跌差价值]率|[利净亏损益差]|回报|报酬|增|变[化动]|溢价|折价|贡献|通胀|膨胀|偏[离差]|误差|弹性|相关|同比|环比|收益"
    r"|profit|margin|growth|return|change|yield|deviation|correlation",
    re.I,
)
# 98%的存量客户收到了通知: those of a kind who did or are something, at the head of a clause
OPENS: Final = re.compile(
    r"[\s*“]*(?:(?:而|且|但|如今|目前|现在|当年|至今|这时|其中|截至[^，]{2,8})?(?:已|就|还|竟|也|只|仅|约|近|超过?|多达|高达|足足|有)*"
    r"|[^，,。；\d]{1,12}[里中])"
)
WHO: Final = re.compile(
    r"的[\u4e00-\u9fff]{0,8}?(?:[人户者员客众民生家店商车单件村镇县校路站台院所馆]|企业|公司|机构|申请|投诉|案例?|网点|设备|商品|包裹|问卷|样本|"
    r"项目|产品|航班|班次|列车|房间|床位|家庭|理赔|合同|短信|电话|病例|学校|读者|会员)"
    r"(?=[已都在可能会收表认说选来没愿打接自从被因为是把就只不未仍还按当需]|通过(?!率))"
)
