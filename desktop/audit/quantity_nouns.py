"""Nouns that promise a quantity: a 成本 is money, a 面积 an area, a 人数 persons."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.core.text import Text
from desktop.core.value import value

_PEOPLE: Final = "(?:人员|员工|工人|职工|司机|骑手|客服|教师|医生|护士|学生|坐席|团队)"
ORGANISATIONS: Final = (
    "(?:银行|企业|机构|公司|门店|商户|商家|牧场|影城|医院|学校|网点|经销商|供应商|合作方|伙伴|工厂|店铺)"
)


@value
class Noun:
    """What a label's last word promises: pattern, dimensions that keep the promise or do not, and its name."""

    pattern: re.Pattern[str]
    dimensions: tuple[str, ...]
    name: Text
    refuses: tuple[str, ...] = ()


NOUNS: Final = (
    Noun(re.compile(
        r"(?:成本|费用|支出|价格|单价|金额|营收|收入|利润|租金|工资|薪资|预算|罚款|售价|均价|房租|月租|薪酬|年薪|月薪|保费|营业额|销售额|成交额"
        r"|(?<![消免付浪自公收缴计经退续欠交])费|补贴|津贴|(?<![黄冶白镀五])金|(?<![条新爆旧老一两几多个借放贷还提存汇付退收])款|(?<![评估议代性物溢])价|(?:要|得|须|需|共)(?:掏|付|缴|花)"
        r"|欠款|债务|花费|开销|开支|净亏损|亏损额|学费|客单价|研发投入|资金投入|一次性投入|广告投放|投资额|融资额|融资总额|毛利润?|净利润?|余额|起付线|封顶线|总投资|造价|资金|经费|赔偿|补偿|佣金|提成|罚没|薪水|客单"
        r"|折旧|摊销|(?:授信|借款|贷款|最高|单户|信用|透支|平均|人均|户均|单笔|可用)额度)$|\b(?:cost|"
        r"price|revenue|expense|fee)s?$|^(?:cost|price)s? of\b", re.I),
         ("money",), Text("一笔钱", "an amount of money")),
    Noun(re.compile(r"(?:周期|时长|用时|耗时|工期|时效|"
        r"(?:等待|等候|候诊|排队|响应|处理|审批|交付|配送|送达|检修|审核|停留|通勤|充电|待机|加工|制作|办理|培训|施工|发货|到货|飞行|(?<!正常)运行|到账|维修)时间|平均等[候待]|(?<!单位)(?<!一段)(?<!这段)(?<!同样)(?<!相同)(?<=[\u4e00-\u9fff]{2})(?<![长短])(?<!运行)(?<!在线)时间|耗时|用时|历时"
        r"|(?:等待|犹豫|免息|宽限|过渡|缓冲|封闭|锁定|租赁|保质|质保|保修|有效|冷静|观察|回款|建设|还款|借款|贷款|公示)期限?|期限|住院日|[天日月年]数|工龄|账[期龄]|库龄|[交供到发]货期|交付期|回收期|租期|年限)$"
        r"|\b(?:duration|period)$", re.I),
         ("duration", "date", "count of 期"), Text("一段时间", "a length of time")),
    Noun(re.compile(rf"(?:人数|员工数|编制数|{_PEOPLE}(?:[总人]?数|总量|数量|规模))$|^在[岗职编]{_PEOPLE}$"
        r"|\bheadcount$", re.I),
         ("persons", "count"), Text("人数", "a number of people"), ("count of organisations",)),
    Noun(re.compile(rf"{ORGANISATIONS}(?:总?数|数量|家数)$"), ("count",),
         Text("家数", "a number of organisations")),
    Noun(re.compile(r"(?:业务|访问|门诊|接诊|客流|客运|旅客|注册|接待|申请|进件|咨询|活跃)量$"),
         ("count", "persons"), Text("一个数目", "a number")),
    Noun(re.compile(r"(?:查询|投诉|订单|下载|浏览|点击|发货|出货|发车|投放|报案|理赔|工单|装机|保有)量$"),
         ("count", "energy", "power", "mass", "volume", "steps"), Text("一个数目", "a number")),
    Noun(re.compile(r"(?:数据量|存储量|内存)$|(?:新增|产生|沉淀|累[计积])(?:的|加密|脱敏|敏感|用户|交易|日志|原始|行为|业务)*数据$"
        r"|^日志(?:数?量)?$|(?:日志|流量)数?量$"), ("data", "count", "steps"), Text("数据量", "an amount of data")),
    Noun(re.compile(r"(?:排队|等候|等待)$"), ("duration", "persons", "count", "length", "steps"),
         Text("等多久或多少人", "how long or how many")),
    Noun(re.compile(r"(?:得|评|均|打|总|满|信用|征信|积|芝麻|学)分$|分数$"),
         ("count", "multiple", "grade", "steps", "duration"), Text("分数", "a score"), ("count of organisations",)),
    Noun(re.compile(r"(?:环节|步骤|工序|流程)$"), ("steps", "count", "duration", "persons"),
         Text("步骤", "steps"), ("count of organisations",)),
    Noun(re.compile(r"(?:占比|份额|比重|比例|负债比|收入比)$|\bshare$", re.I), ("share",),
         Text("一个占比", "a share")),
    Noun(re.compile(r"(?:面积|占地)$|\barea$", re.I), ("area",), Text("面积", "an area")),
    Noun(re.compile(r"(?:重量|自重|净重|毛重|体重|载重|载重量|(?<!数据)产量)$|\bweight$", re.I),
         ("mass", "count", "volume", "energy", "length"), Text("重量或产量", "a weight or output")),
    Noun(re.compile(r"(?:库容|容积|蓄水量|方量)$"), ("volume", "mass", "count", "area"), Text("容积", "a capacity")),
    Noun(re.compile(r"(?:温度|气温)$|\btemperature$", re.I), ("temperature", "degree"), Text("温度", "a temperature")),
    Noun(re.compile(r"(?:[时车网航流]速|速度)$"), ("length", "data", "count", "duration", "steps"),
         Text("速度", "a speed")),
    Noun(re.compile(r"(?:里程|航程|路程|距离|全长|总长|长度|高度|宽度|深度|直径|跨度|厚度|身高|海拔)$"
        r"|\b(?:distance|mileage|length)$", re.I),
         ("length", "duration"), Text("长度", "a length")),
    Noun(re.compile(r"(?:发电|用电|耗电)量?$"), ("energy", "power", "duration", "degree"),
         Text("电量", "an amount of electricity")),
    Noun(re.compile(r"(?:噪[声音]|音量|分贝数?)(?:均值|峰值|平均值?)?$"), ("decibel",),
         Text("音量", "a sound level")),
    Noun(re.compile(r"(?:甲醛|粉尘|PM2\\.5|二氧化硫|氮氧化物|TVOC|苯)(?:浓度|含量|均值)?$"),
         ("concentration", "density", "mass"), Text("浓度", "a concentration")),
    Noun(re.compile(r"(?:数量|[个台家辆件户站次趟班点店]数|班次|场次)$"),
         ("count", "persons", "steps", "mass", "volume", "area", "length", "energy", "data"),
         Text("一个数目", "a number")),
    Noun(re.compile(r"^(?:[日月年]|每[日天月年])均?(?:处理|产(?![值业权])|供[水气热]|输送|发送|运送|吞吐|加工|接待)(?!.*(?:[额值费款价入利本金]|资金量)$)|[日月]产能$"),
         ("count", "persons", "mass", "volume", "energy", "length", "data", "area", "power"),
         Text("处理或产出的数量", "an amount handled or made")),
    Noun(re.compile(r"(?:合规|环保|治理|减排|信息化|数字化|研发|营销|广告|宣传|安全|技术|科技|设备|运维|改造|装修)投入$"),
         ("money", "persons", "count", "duration", "share"), Text("投入的钱或人力", "money or work put in")),
    Noun(re.compile(
        r"(?<![汇费速频功曲斜效倍周温样新码帧辨])率$|年化$|满意度$|(?:次[日月周]|[月周日])留存$"),
         ("share", "count", "multiple", "duration"), Text("一个比率", "a rate"),
         ("count of organisations", "count of cases", "count of 分")),
    Noun(re.compile(r"(?<=[\u4e00-\u9fff]{2})(?<![易交金贷费款行资售产销水务融存质能力总买])量$"),
         ("count", "persons", "mass", "volume", "area", "length", "energy", "power", "data", "duration",
          "concentration", "density", "steps", "degree", "charge"), Text("一个数量", "an amount")),
)  # fmt: skip
_ANY: Final = re.compile("|".join(n.pattern.pattern for n in NOUNS), re.I)
# A sum of money or a length of time that no thing is counted by: 周期31万套, 均价2,000件
SUMS: Final = re.compile(r"(?:金额|单价|价格|[均售房]价|客单价|[薪租佣]金|薪酬|工资|成本|折旧|摊销)$")
COSTS: Final = re.compile(r"(?:费用|支出|开支|开销|花费)$")
SPANS: Final = re.compile(
    r"(?<!每个)(?<!一个)(?<!每一)(?<!整个)(?<!单个)(?<!上个)(?<!本)(?<!同一)(?:周期|时长|用时|耗时|工期|时效|[账租]期|[账库]龄|[交供到发]货期|交付期|回收期"
    r"|(?:等待|等候|排队|响应|处理|审批|交付|配送|送达|检修|办理|发货|到货|到账|维修|审核|等车|候诊|通话)时间)$"
)
GOODS: Final = frozenset(
    f"count:{c}"
    for c in (
        "件",
        "套",
        "台",
        "辆",
        "笔",
        "单",
        "份",
        "张",
        "只",
        "部",
        "箱",
        "瓶",
        "间",
        "户",
        "桶",
        "片",
        "颗",
        "栋",
        "艘",
        "架",
    )
)
HARD: Final = ("data", "mass", "length", "area", "volume", "energy", "power", "duration", "money", "persons",
                "temperature", "voltage", "degree", "charge")  # fmt: skip
KINDS: Final[dict[str, Text]] = {
    "data": Text("数据量", "an amount of data"), "mass": Text("重量", "a weight"), "length": Text("长度", "a length"),
    "area": Text("面积", "an area"), "volume": Text("体积", "a volume"), "energy": Text("能量", "energy"),
    "power": Text("功率", "a power"), "duration": Text("时长", "a length of time"),
    "money": Text("一笔钱", "an amount of money"), "persons": Text("人数", "a number of people"),
    "charge": Text("电荷量", "an electric charge"),
    "temperature": Text("温度", "a temperature"), "count": Text("计数", "a count"),
    "share": Text("百分比", "a percentage"), "steps": Text("步数", "a number of steps"),
}  # fmt: skip


@lru_cache(maxsize=20_000)
def promised(name: str) -> Noun | None:
    """What a name promises, by its last word."""
    if name.startswith("按") or not _ANY.search(name):
        return None  # 按受理件数平均每件450元
    return next((n for n in NOUNS if n.pattern.search(name)), None)
