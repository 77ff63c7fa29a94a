"""Fields of judgement: what words such as 收紧, 流失, 冷清 or 难做 say of a quantity, by its name or its unit.

A name is matched on "name @unit", so that a field may be of all lengths of time or all money.
"""

from __future__ import annotations

from typing import Final

from desktop.audit.conclusion_words import concept

_SO: Final = r"[^，,。；]{0,3}"
_STAYS: Final = (
    rf"(?:愿意?|肯){_SO}(?:留|续|回|再来)|留下|留住|留得住|回来|回流|回归|归来|回头(?!率)|忠诚"
    rf"|[粘黏]性?{_SO}(?:强|高|增)|捧场|越来越认|更认可|coming back|loyal"
)
_LEAVES: Final = (
    r"离开|流失|出走|走了|走掉|离场|散去|散了|走人|弃|不愿|不肯|不再续|不回头|用脚投票|撑不住|守不住|留不住|leaving"
    r"|walk(?:ed|ing)? away"
)
_BUSY: Final = (
    rf"(?:换来|带来|引来|赢得|迎来|聚起){_SO}(?:人气|客流|生意|客人|销量|需求|顾客)"
    rf"|[更越变转]{_SO}(?:旺|热|火|红火|抢手|紧俏|满|挤)|热闹|升温|走俏|供不应求|供不上"
    rf"|一[位座床房票]难求|见效|奏效|busier|packed"
)
_IDLE: Final = (
    rf"冷清|降温|遇冷|转冷|转淡|[更越变]{_SO}(?:冷|空|淡)|门可罗雀|乏人问津|无人问津|卖不动|供过于求"
    rf"|落空|不灵|emptier|quieter"
)
_WORSE: Final = (
    rf"更?危险|加剧|加重|更严重|风险{_SO}(?:上升|加大|增大|走高|抬头|积聚|更大|变大|升高|暴露|更高)"
    rf"|(?:质量|稳定性?|品控"
    rf"|服务|体验|口碑|可靠性?|安全性?){_SO}(?:[变见转走]?[差坏]|下降|走弱|下滑|不如|恶化|减弱|降低)|更不稳"
    rf"|riskier|less (?:reliable|safe|stable)"
)
_BETTER: Final = (
    rf"风险{_SO}(?:下降|减小|降低|回落|出清|化解|缓释|更小|变小|更低)|(?:质量|稳定性?|品控|服务|体验"
    rf"|口碑|可靠性?|安全性?){_SO}(?:[变见转走]?好|提升|提高|改善|向好|增强|更[稳强好高]|上升)|缓解|减轻|更稳|更可靠"
    rf"|更?安全(?![性垫])|放心|safer|more (?:reliable|stable)"
)
_EARNS: Final = (
    rf"(?:更|越来越|越做越|很|倒){_SO}(?:赚|好做|有赚头|滋润)|赚钱|有利可图|由亏转[盈赚]|扭亏|转亏为盈"
    rf"|盈利{_SO}(?:增强|改善|变好|好转|提高|提升)|more profitable|pays better"
)
_LOSES: Final = (
    r"难做|难赚|越做越亏|不划算|越来越薄|变薄|更薄|鸡肋|赔本|白忙|由[盈赚]转亏|转盈为亏|入不敷出|难以为继"
    r"|做不下去|less profitable"
)

FIELDS: Final = (
    concept(  # a volume
        r"放款|余额|规模|销量|收入|订单|营收|份额|门店|网点|人数|用户|客户|产量|产能|保费|sales|revenue|lending",
        r"(?:扩张|壮大)(?:之势|态势|势头|明显|加快|了|中)*$|高歌猛进|蒸蒸日上|红火|做大了?$",
        r"(?:收缩|萎缩|缩水)(?:之势|态势|势头|明显|加快|了|中)*$|退守|式微|颓势|每况愈下",
    ),
    concept(  # a cap
        r"额度|限额|授信|上限|最高|可[借贷]|名额|配额|宽限|期限|免息期|退费期",
        rf"放宽|放松|宽松|松绑|松动|门槛{_SO}(?:低|降)|looser|relaxed",
        rf"收紧|从严|趋严|收窄|[更变]严|门槛{_SO}(?:高|抬|升)|tighter|stricter",
    ),
    concept(
        r"额度|限额|授信|最高|贷款|借款",
        r"[借贷]到?的?钱?[^，,。；]{0,2}多了|[借贷]得更?多",
        r"[借贷]到?的?钱?[^，,。；]{0,2}少了|[借贷]得更?少",
    ),
    concept(
        r"^(?!.*(?:补贴|优惠|折扣|减免|红包|赠)).*(?:额|费|价|息|租|收入|占比|工资|薪|用量|消费|贷款|成本)",
        rf"[用借花拿付缴交掏赚挣存]得{_SO}多|(?:到手|实付){_SO}更?多",
        rf"[用借花拿付缴交掏赚挣存]得{_SO}少|(?:到手|实付){_SO}更?少",
    ),
    concept(
        r"补贴|优惠|折扣|减免|红包",
        rf"(?:实付|[付花掏]得){_SO}少|更?便宜|实惠|加码",
        rf"(?:实付|[付花掏]得){_SO}多|更贵|变贵|退坡",
    ),
    concept(  # a hurdle
        r"门票|注册资本|资本金|首付|起投|起购|起存|保证金|押金|入会|学费|材料|要求|层级|审批|复核|核查"
        r"|下限|最低|门槛|起点"
        r"|学历|年限|积分",
        rf"门槛{_SO}(?:高|升|抬|提)|收紧|[更变]严|趋严|更难[进入申办]|tighter|stricter",
        rf"门槛{_SO}(?:低|降|松)|放宽|放松|宽松|[更变]松|更容易[进入申办]|easier to (?:join|get)",
    ),
    concept(
        r"材料|步骤|环节|手续|流程|表格|层级|盖章|字段|页数|条款|弹窗|点击|跳转|签字|授权|@step",
        r"繁|复杂|麻烦|啰嗦|折腾|more (?:complex|complicated|paperwork)",
        r"(?:更|变|从|精|越来越)简|简[便单化]|省事|省心|方便|利索|simpler|less paperwork",
    ),
    concept(
        r"@second|@minute|@hour|@day|等待|等候|时效|耗时|用时|周期|时长",
        rf"(?:[更越变也要得]|等|拖|耗){_SO}(?:久|长|慢)|拖长|拉长|久了|慢了|慢下来|慢了下来|磨蹭|拖沓|变慢"
        rf"|slower|\blonger",
        rf"(?:[更越变得]|等){_SO}(?:短|快)|快了|快起来|短了|缩短|提速|省时|利索|变快|faster|quicker|shorter|\bless\b",
    ),
    concept(
        r"价|收费|费用|费率|利率|息|年化|月供|租|成本|票|运费|保费|学费|fare|fee|price|rent|cost",
        rf"(?:[变更越也就都嫌太得]){_SO}贵|贵了|负担{_SO}(?:重|大|增)|更花钱|更费钱|dearer|pricier|more expensive",
        rf"便宜|实惠|划算|更省|省钱|负担{_SO}(?:轻|小|减)|cheaper|more affordable",
    ),
    concept(
        r"药占比|自付|负债率|月供收入比|负担|^(?!.*(?:收入|工资|薪|利润|补贴|营收|存款|资产|净值|额度)).*@CNY$",
        rf"负担{_SO}(?:加重|更重|重了|增)|压力{_SO}(?:加大|更大|增)",
        rf"负担{_SO}(?:减轻|更轻|轻了|减)|压力{_SO}(?:减|更小|缓)",
    ),
    concept(
        r"不良|逾期|坏账|违约|赔付率|崩溃|故障|事故|破损|差错|损坏|投诉|退货|宕机|次品|返修|漏|召回|误诊"
        r"|感染|受?伤|死亡|中毒|overdue|default|faults?|complaint",
        _WORSE,
        _BETTER,
    ),
    concept(
        r"(?<!不)合格率|良品率|可用率|准确率|准点率|达标率|好评|满意度|评分|在线率|on-time|satisfaction",
        _BETTER,
        _WORSE,
    ),
    concept(
        r"拨备|资本充足|流动性|准备金|缓冲|储备|库存|现金|净资产",
        r"厚|充足|充裕|宽裕|更?安全(?!垫)",
        r"薄|吃紧|紧张|捉襟|见底|危险|不安全|脆弱",
    ),
    concept(
        r"^(?!.*(?:流失|退[卡订费租会保款]|卸载|注销|解约)).*(?:续[约保卡费订租会签期]|继续率|复购|留存"
        r"|回头|老客|活跃|retention|renewal)",
        _STAYS,
        _LEAVES,
    ),
    concept(r"退[卡订费租会保款]|流失|卸载|注销|离职|解约|闭店|关店|弃保|弃用|销户|churn", _LEAVES, _STAYS),
    concept(
        r"入住|上座|出租率|客流|游客|人次|观众|到店|订单|销量|访问|预约|报名|成交|住客|读者|乘客|visitors"
        r"|passengers|bookings",
        _BUSY,
        _IDLE,
    ),
    concept(r"空置|空床|空房|空座|空驶|待租|滞销|vacan", _IDLE, _BUSY),
    concept(r"毛利|利润|净利|盈利|单笔|每单|单票|一单|每笔|到手|净收|净赚|profit|margin", _EARNS, _LOSES),
    concept(r"综合成本率|赔付率|费用率|成本率", _LOSES, _EARNS),
)
