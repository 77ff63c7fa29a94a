"""What the words right before or behind a number ask for: a small lexicon by dimension of words that refuse others.

Each entry lists what its words can never be followed by, so that whatever is unknown is left alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.audit.quantity_nouns import ORGANISATIONS
from desktop.core.text import Text
from desktop.core.value import value


@value
class Demand:
    """Words that end right before a number, the kinds they refuse, the share they refuse from, and what they ask for.

    ``anywhere`` tells that the number need not end its clause: 长达19%的停产.
    """

    words: re.Pattern[str]
    refuses: tuple[str, ...]
    name: Text
    share: float = float("inf")  # percent, above which a share is refused as well
    anywhere: bool = False


_FORM: Final = ("data", "temperature", "voltage", "degree", "decibel", "power")
_BODY: Final = ("mass", "length", "area", "volume", "energy")
_PHYSICAL: Final = (*_FORM, *_BODY)
FIRMS, SCORE, MONEY, PEOPLE, TIME = (
    "count of organisations",
    "count of 分",
    "money",
    "persons",
    "duration",
)
_GOODS: Final = (
    "(?:车|车辆|单车|货车|客车|设备|服务器|机器|银幕|床位|房源"
    "|充电桩|基站|摄像头|终端|电脑|手机|平板|冰箱|空调|柜)"
)
_STAFF: Final = "(?:员工|工人|职工|人员|司机|骑手|客服|教师|医生|护士|技工|学生)"
_USERS: Final = "(?:用户|会员|游客|乘客|旅客|学员|居民|消费者|读者|观众|病人|患者)"
_STAYS: Final = "(?:营业|宕机|停牌|候诊|停留|逗留|滞留|平均(?:等待|等候|住院|在线|通勤))"
_ABOUT: Final = "(?:大?约|仍|还|就|已|近|达到?|为|是|了|仅|只|超过?|逾|不到|不足|将近)*$"
_OWNS: Final = "(?:[一总]?共|现|还|仅|只)?有[约近]?$"
# 价格高42元 is a difference, 水塔高42米 a height.
_BUILT: Final = "(?:[塔楼墙坝山桥树杆柱井洞沟渠路线轨管缆堤岸河湖隧梯船]|(?<![渠频管])道)"
PERSONS, TIMES = Text("人数", "a number of people"), Text("时间", "a length of time")
DEMANDS: Final = (
    # time
    Demand(re.compile(rf"(?:长达|历时|为期|时隔){_ABOUT}"), (MONEY, PEOPLE, FIRMS, *_FORM, "mass", "area", "energy"),
           Text("时间或长度", "a length of time or a length"), 0.0, True),
    Demand(re.compile(rf"(?:耗时|用时|费时){_ABOUT}"), (MONEY, PEOPLE, FIRMS, *_PHYSICAL), TIMES, 0.0),
    Demand(re.compile(rf"{_STAYS}{_ABOUT}"), (MONEY, PEOPLE, *_PHYSICAL), TIMES, 100.0),
    Demand(re.compile(rf"(?:停业|停产|停工|停运|闭店|歇业|停机){_ABOUT}"), (MONEY, *_PHYSICAL), TIMES, 100.0),
    # people
    Demand(re.compile(rf"(?:接待[^，,。；\d]{{0,5}}|裁员|招聘|招工|减员|辞退|遣散|录取|招生|毕业生(?=[有达为共约近超])|服务人口|覆盖人口){_ABOUT}"),
           (MONEY, SCORE, *_PHYSICAL), PERSONS, 100.0),
    Demand(re.compile(rf"{_STAFF}{_OWNS}"), (MONEY, SCORE, FIRMS, *_PHYSICAL), PERSONS),
    Demand(re.compile(rf"(?:{_STAFF}|{_USERS})(?:已?(?:[增减升降扩]|增加|减少|扩大)[至到]|已?达到?)[约近]?$"),
           (MONEY, SCORE, *_PHYSICAL), PERSONS),
    Demand(re.compile(rf"(?:计息|推迟|延后|顺延){_ABOUT}"), (PEOPLE, FIRMS, *_PHYSICAL), TIMES, 100.0),
    Demand(re.compile(r"(?:人数|户数|家数|件数|台数|辆数)$"), (MONEY, TIME, *_PHYSICAL),
           Text("一个数目", "a number"), 100.0),
    # cases
    Demand(re.compile(r"(?:报案|投诉|保单|工单)[却仍还共仅已]?有?[约近]?$"), (TIME, *_PHYSICAL),
           Text("件数", "a number of cases")),
    # ages
    Demand(re.compile(rf"(?:年龄|年纪|岁数){_ABOUT}"), (MONEY, PEOPLE, FIRMS, *_PHYSICAL), Text("年龄", "an age"), 0.0),
    # organisations and things
    Demand(re.compile(rf"{ORGANISATIONS}{_OWNS}"), (MONEY, SCORE, *_PHYSICAL),
           Text("机构的家数", "a number of organisations")),
    Demand(re.compile(rf"(?:清退|新增|减少|退出|关闭|新开|合作|签约|接入|关停)了?{ORGANISATIONS}$"),
           (MONEY, SCORE, *_PHYSICAL), Text("机构的家数", "a number of organisations")),
    Demand(re.compile(rf"{_GOODS}{_OWNS}"), (MONEY, PEOPLE, SCORE, "data", "temperature", FIRMS),
           Text("物品的数目", "a number of things")),
    Demand(re.compile(rf"(?:查[扣获]|扣押|采购|部署|配备|投放|购置|安装|购入|调用|租用|新增)了?[^，,。；\d]{{0,2}}{_GOODS}{_ABOUT}"),
           (PEOPLE, FIRMS, SCORE, "data", "temperature"), Text("物品的数目", "a number of things"), 100.0),
    Demand(re.compile(rf"供餐{_ABOUT}"), (PEOPLE, FIRMS, *_PHYSICAL), Text("份数", "a number of meals"), 100.0),
    # money
    Demand(re.compile(rf"(?:[分均]?摊|花[掉去]|赔掉|亏掉|垫付|倒贴|净赚|下拨){_ABOUT}"),
           ("count of 单", "count of 套", "count of 份", "count of transactions", "count of cases", "count of machines",
            FIRMS, *_PHYSICAL), Text("一笔钱", "an amount of money")),
    Demand(re.compile(rf"(?:收费|票价|定价|流水|涉案金额){_ABOUT}"), (PEOPLE, FIRMS, SCORE, TIME, "steps", *_PHYSICAL),
           Text("一笔钱", "an amount of money")),
    Demand(re.compile(rf"(?:房租|租金|工资|[月年时]薪|学费|电费|水费|票价|单价|押金)(?:每[月天年人户])?{_ABOUT}"),
           (PEOPLE, FIRMS, "count of cases", "count of transactions", "count of times", "steps", *_PHYSICAL),
           Text("一笔钱", "an amount of money")),
    Demand(re.compile(rf"(?:融[到得]|募[到得]|借[了到入]?){_ABOUT}"), (SCORE, *_PHYSICAL),
           Text("一笔钱", "an amount of money")),
    Demand(re.compile(rf"(?:贵出|便宜|涨价|降价|提价){_ABOUT}"), (PEOPLE, FIRMS, SCORE, *_PHYSICAL),
           Text("金额或百分比", "an amount of money or a percentage")),
    Demand(re.compile(rf"(?:[赔挣赚缴]|[多少][收付花]|[件单笔]均){_ABOUT}"), (*_FORM, "length", "area", "energy"),
           Text("一笔钱", "an amount of money")),
    # shares
    Demand(re.compile(r"占(?![地用领线位])[^，。；]{1,18}的$"), (MONEY, PEOPLE, FIRMS, TIME, *_PHYSICAL),
           Text("占比", "a share")),
    # electricity; of batteries both are told
    Demand(re.compile(rf"(?:^|光伏|[风水火核煤]电|电站|发电|机组|总|[年月季][末底])的?(?:累计|新增|并网|总)?装机(?:总?容量|规模)?{_ABOUT}"),
           (MONEY, PEOPLE, TIME, "energy", "mass", "length", "volume"), Text("功率", "a power")),
    Demand(re.compile(rf"(?:[发用耗售充放]|上网)电量{_ABOUT}"),
           (MONEY, PEOPLE, TIME, "power", "mass", "length", "volume"), Text("电量", "an amount of energy"), 100.0),
    # sizes
    Demand(re.compile(rf"{_BUILT}(?:面|身|口)?最?[高长宽深厚]{_ABOUT}"), (MONEY, PEOPLE, FIRMS, *_FORM, "mass", "area"),
           Text("长度", "a length"), 0.0),
    Demand(re.compile(rf"(?:蓄水|储水|库容){_ABOUT}"), (MONEY, PEOPLE, FIRMS, "length", *_FORM),
           Text("水量", "a volume"), 100.0),
)  # fmt: skip
ANYWHERE: Final = re.compile("|".join(d.words.pattern for d in DEMANDS if d.anywhere))


@lru_cache(maxsize=1000)
def refusing(kind: str) -> tuple[re.Pattern[str] | None, tuple[Demand, ...]]:
    """The entries that refuse a kind of quantity, and one pattern of the words of all of them."""
    if kind == "share":
        found = tuple(d for d in DEMANDS if d.share < float("inf"))
    else:
        found = tuple(d for d in DEMANDS if kind.startswith(d.refuses))
    return re.compile("|".join(d.words.pattern for d in found)) if found else None, found


# A number and the thing right behind it: servers are not counted in people, and nothing is counted in thousands of %.
BEHIND: Final = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,2})?(?P<noun>服务器|设备|冷机|机组|机器|货车|客车|电脑|终端|摄像头|充电桩|基站|银幕)"
    r"(?:资源|设施|集群)?(?=[，,。；;、]|$)"
)
# Shares of people or firms: none is above all there are, unless it is by how much they grew.
OF_ALL: Final = re.compile(
    r"^的?(?:[\u4e00-\u9fff]{0,3})?(?P<noun>用户|客户|会员|人员|员工|受访者|居民|家庭|企业|门店|商户|学生|消费者)"
    r"(?![数量]|的?[增减上下涨]|规模)"
)
OF_BEFORE: Final = re.compile(r"相当|同期|[去上前]年|[比较]")
STEPS: Final = re.compile(r"^(?P<noun>验证|核验|步骤|流程|环节|工序|客诉|投诉|工单)(?=[，,。；;、]|$)")
NEEDS: Final = re.compile(r"(?:需要?|须|经过?|历经|完成|分|共|走完?|收到|受理|[，,。；;]|^)$")
SAY: Final = re.compile(r"^(?P<noun>认为|觉得|表示|回答|反映|选择了|不满)")
AFTER: Final = re.compile(r"^后的?\d{1,4}[年月]")
PERIOD: Final = re.compile(r"^的(?P<noun>(?:免息|等待|犹豫|宽限|过渡|缓冲|封闭|质保|保修|租)期|期限|时长)")
DATA: Final = re.compile(r"^数据(?=[，,。；;、]|$)")
A_HEAD: Final = re.compile(r"人均[^，,。；;\d]{0,6}$")
PHYSICAL: Final = _PHYSICAL
