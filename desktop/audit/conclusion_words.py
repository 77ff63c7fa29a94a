"""The words of a conclusion: which way it says that something went, and what it says so of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.core.value import value

_MORE: Final = (
    r"(?:更|越来越|愈发|愈加|日益|日渐|也|都|反而|反倒|随之|因此|因而|由此|从而|自然|明显|显著|在"
    r"|其实在|实际在|继续|持续|同步|有所|略有|大幅|小幅"
    r"|必然|势必|只能|会|是|变得|变|得|其实|实际上?|也就|就|便)*"
)
_UP: Final = (
    r"(?:增加|增长|增多|上升|提高|提升|上涨|走高|攀升|抬高|抬升|变多|变大|变高|扩大|加大|加重|多|高|大)"
)
_DOWN: Final = r"(?:缩减|缩水|减少|下降|降低|下跌|下滑|走低|回落|收窄|缩小|变少|变小|变低|减轻|萎缩|少|低|小)"
_END: Final = r"(?:的|了|中|着|些|一些|许多|不少|不止|之中|空间)*$"
_WAY: Final = re.compile(rf"(?P<lead>.*?){_MORE}(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_END}")
_EN_WAY: Final = re.compile(
    r"\b(?:(?P<up>rose|grew|widened|increased|higher|up|dearer|pricier|more|longer|slower|expanded|improved)"
    r"|(?P<down>fell|shrank|narrowed|decreased|lower|down|cheaper|less|fewer|shorter|faster|contracted"
    r"|squeezed|declined))\b",
    re.I,
)
CONCLUDES: Final = re.compile(
    r"^(?:[^，,。；]{0,6}?)(?:所以|因此|因而|于是|可见|说明|表明|意味着|也就是说|换句话说|换言之|难怪"
    r"|显然|显示|反映出?|结果是?|由此|从而|自然"
    r"|其实|实际上|等于|导致|使得|令|这样一来|如此一来|不难看出|看得出|足见|证明|印证|这就是|平均到|平均下来"
    r"|平均每|分摊到|摊到|摊下来|算下来|折算下来|so\b|hence\b|thus\b|therefore\b|which means\b"
    r"|meaning\b)",
    re.I,
)
TURNS: Final = re.compile(
    r"^(?:但|却|不过|可是|然而|虽|尽管|只是|反倒|but\b|yet\b|although\b|however\b)|若|如果|假如|除非"
    r"|预计|计划|目标|希望|想|要(?!多|少)|建议|应该|需要|能否|是否|误以为|误判|[？?]"
)
NOT: Final = re.compile(
    r"(?:不再|并非|不是|没有|并没有?|未|不会|不曾|难以|无法|停止|避免|防止|遏制|扭转|放缓|不|没)"
)


@value
class Concept:
    """Words that tell of a quantity without its name: 贵 is a higher price. Names are matched on "name @unit"."""

    name: re.Pattern[str]
    more: re.Pattern[str]
    less: re.Pattern[str]


def concept(name: str, more: str, less: str) -> Concept:
    """A concept by its three patterns."""
    return Concept(re.compile(name, re.I), re.compile(more, re.I), re.compile(less, re.I))


CONCEPTS: Final = (
    concept(
        r"单价|售价|均价|价格|票价|房价|定价|标价|租金|月租|房租|费率|月费|年费|收费|资费|每公斤|保费|学费"
        r"|运费|rent|price|fare|fee",
        r"(?:变|更|越来越|也|就|都|觉得|嫌|太|得)+贵|贵了|涨价|负担(?:[^，。]{0,3})(?:加重|更重|重了)|(?:多"
        r"|要多)(?:掏|花|付|出)|dearer|pricier|more expensive",
        r"便宜|实惠|划算|更省|省钱|降价|负担(?:[^，。]{0,3})(?:减轻|更轻|轻了)|少(?:掏|花|付|出)|cheaper"
        r"|more affordable",
    ),
    concept(
        r"等待|等候|候[船车诊]|等[船车位餐]|排队|响应|候诊|时间|时长|用时|耗时|周期|时效|waiting|delivery time",
        r"(?:等|拖|耗|用|花|排|变|更|越来越)得?(?:更|越来越)?(?:久|长|慢)|更久|更慢|变慢|慢了|拖沓|longer|slower",
        r"(?:等|变|更|越来越)得?(?:更|越来越)?(?:短|快)|更快|变快|快了|提速|shorter|faster|quicker",
    ),
    concept(
        r"客单价|人均消费|人均支出|户均支出|笔单价",
        r"花(?:得|的)(?:[^，。]{0,4})(?:更|也)?多|更舍得(?:花"
        r"|掏)",
        r"花(?:得|的)(?:[^，。]{0,4})(?:更|也)?少|更抠|更省着",
    ),
    concept(
        r"负债率|杠杆",
        r"杠杆(?:[^，。]{0,3})(?:加大|上升|更高|加了|升)",
        r"杠杆(?:[^，。]{0,3})(?:下降|降|减)|去杠杆",
    ),
    concept(
        r"人手|员工|客户经理|人员|骑手|司机|医生|护士|客服|编制",
        r"人手(?:[^，。]{0,4})(?:宽裕|充足|富余|充裕|更多)",
        r"人手(?:[^，。]{0,4})(?:紧"
        r"|不够|不足|短缺|吃紧|捉襟见肘|更少)",
    ),
    concept(
        r"^(?!.*(?:流失|churn)).*(?:复购|留存|续费|续约|回头客|老客|retention)",
        r"(?:越来越|更)(?:忠诚|黏|粘)"
        r"|[黏粘]性(?:[^，。]{0,3})(?:增强|更强|提高|上升)|留得住|留住了",
        r"流失|不再回头|不回头|不再续"
        r"|[黏粘]性(?:[^，。]{0,3})(?:减弱|下降|变弱)|留不住|走掉|churn",
    ),
    concept(
        r"退卡率|退订率|退费率|流失率|卸载率",
        r"留不住|不再回头",
        r"留得住|留住了|(?:越来越|更)(?:忠诚|黏|粘)",
    ),
    concept(
        r"空置率|空房|待租",
        r"难租|租不出去|不好租|无人问津|招租(?:[^，。]{0,3})难",
        r"好租|抢手|一房难求|供不应求|容易租",
    ),
    concept(
        r"准点率|准时率|正点率|on-time",
        r"(?:晚点|延误|误点)(?:[^，。]{0,5})(?:少|减|降|缓解)|(?<!不)更准时?|越[\u4e00-\u9fff]越准",
        r"(?:晚点|延误|误点)(?:[^，。]{0,5})(?:多|增|升|加剧)|更不准时|越[\u4e00-\u9fff]越(?:晚|慢|不准)",
    ),
    concept(
        r"班额|每班人数|密度",
        r"(?:更|越来越|变)(?:拥)?挤|挤了|(?:更|越来越|变)密",
        r"(?:更|越来越|变)(?:宽?松|空|疏)|松了|宽敞",
    ),
    concept(
        r"亏损率|费用率|成本率|单位成本|能耗",
        r"(?:没|没有|未|未能)(?:给?[^，。]{0,3})?换来[^，。]{0,3}效率|效率[^，。]{0,3}(?:更低|变低|下降|变差)",
        r"(?<![没有未能])换来[^，。]{0,3}效率|效率[^，。]{0,3}(?:更高|提高|提升|变高)",
    ),
    concept(
        r"补贴|优惠|红包",
        r"(?:补贴|优惠|让利)?力度(?:[^，。]{0,3})(?:更?大|加大|增强)",
        r"(?:补贴|优惠"
        r"|让利)?力度(?:[^，。]{0,3})(?:更?小|减弱|缩水|减小)",
    ),
    concept(
        r"利润|毛利|净利|盈利|profit|margin",
        r"(?:盈利|赚钱)(?:能力|水平)?(?:[^，。]{0,4})(?:增强|更强"
        r"|提升|提高|改善|变强|更多)",
        r"(?:盈利|赚钱)(?:能力|水平)?(?:[^，。]{0,4})(?:减弱|更弱|下降|下滑|变弱"
        r"|变差|更少)",
    ),
    concept(
        r"成本",
        r"成本(?:压力|负担)(?:[^，。]{0,4})(?:加重|加大|上升|更大|增加)"
        r"|成本优势(?:[^，。]{0,4})(?:缩小|丧失|减弱|不再)",
        r"成本(?:压力|负担)(?:[^，。]{0,4})(?:减轻|缓解"
        r"|下降|更小)|成本优势(?:[^，。]{0,4})(?:扩大|增强|更明显|巩固)",
    ),
    concept(
        r"出租率|入住率|上座率|满座率|使用率|满载率|上架率|产能利用率|利用率",
        r"(?:更|越来越|变)?(?:拥挤|挤了|更挤|紧俏|抢手)|一[座房床]难求",
        r"闲置(?:[^，。]{0,3})(?:更多|增加|加剧)|更空|越来越空|空了|冷清",
    ),
)
_GETS: Final = r"(?:更加?|越来越|越发|愈发|愈来愈|变得?|也就|日渐|日益|反而|反倒)"
_VERY: Final = r"(?:明显|显著|大幅|持续|继续|进一步|有所|略有|也|在|更|变得?|越来越|稳步|见|有|走|转|得到)*"
GOOD: Final = re.compile(
    r"好转|喜人|可喜|亮眼|抢眼|稳健|趋稳|强劲|改善|向好|变好|转好|回暖|更健康|优化了|越[\u4e00-\u9fff]越[好强稳旺快顺]|口碑(?:更?好|回升|回来)"
    r"|宽裕|宽松|游刃有余|见效|有了?起色|上了?(?:一个)?台阶|精简|高效|及时|省心|兴旺|红火|吃香|畅销|热销|抢手|走俏|叫好|青睐"
    rf"|(?<!不)买账|(?<!不)认可|越来越认|占优|占便宜|有利|利好|受益|轻松|松了?口气|赚头{_VERY}(?:厚|足|大)|如虎添翼"
    rf"|(?:效率|能效|质量|能力|竞争力|体验|口碑|服务|韧性|实力|景气|状况|管理|品控|性价比){_VERY}(?:提升|提高|上升|走高|走强|增强|高|强|好|优化|变强)"
    rf"|{_GETS}(?:好[\u4e00-\u9fff]|容易|易|省|快|稳|顺|轻松|划算|方便|灵活|宽裕|踏实|从容)|(?:喘|松)了?一?口气|渐入佳境|如鱼得水|柳暗花明|高枕无忧|锦上添花|省(?:心|力|事|钱|下来)"
    r"|迎刃而解|立竿见影|水涨船高|势如破竹|蒸蒸日上|步入正轨|站稳脚跟|扭转(?:颓势|局面|乾坤)|打了?(?:一场)?翻身仗"
    r"|improve(?:d|ment)?\b|better\b|healthier\b|more efficient|in good shape|\bgood news",
    re.I,
)
BAD: Final = re.compile(
    r"恶化|堪忧|担忧|不妙|低迷|疲软|承压|告急|吃力|滑坡|惨淡|难看|变差|变坏|走弱|转差|变糟|下滑|倒退|每况愈下|越[\u4e00-\u9fff]越[坏差糟弱慢乱]"
    r"|口碑(?:更?差|塌|崩|砸|坏)|撑不住|吃紧|难以为继|臃肿|低效|拖沓|滞后|冷清|萧条|遇冷|失宠|滞销|不买账|不认可|不受待见|明显落后|处于劣势|吃亏"
    rf"|不利|利空|受损|受累|亮红灯|敲响警钟|捉襟见肘|赚头{_VERY}(?:薄|小|少)|疲态|乏力"
    rf"|(?:效率|能效|质量|能力|竞争力|体验|口碑|服务|韧性|实力|景气|状况|管理|品控|性价比){_VERY}(?:下降|降低|走低|走弱|减弱|低|弱|差|变弱|变差|下滑)"
    rf"|{_GETS}(?:难[\u4e00-\u9fff]{{0,3}}|费(?!率)[劲力事油电钱]?|慢|累|紧张?|险|乱|糟|差|被动|棘手)|雪上加霜|举步维艰|节节败退|江河日下|入不敷出|焦头烂额|捉襟见肘|岌岌可危|费[劲力]"
    r"|苦不堪言|不堪重负|进退两难|每况愈下|一落千丈|步履维艰|腹背受敌|寸步难行|元气大伤|栽了?跟头"
    r"|worse|deteriorat|less efficient|in bad shape|\bsuffer|\bbad news",
    re.I,
)


@value
class Way:
    """``up`` is the way that a clause says, ``lead`` the words before the word for it."""

    up: bool
    lead: str
    words: str


@lru_cache(maxsize=5000)
def way_of(clause: str) -> Way | None:
    """The way that a clause says something went, by the word that ends it; None where it says none."""
    words = clause.strip("。；;，, .")
    if not words or NOT.search(words[-8:]):
        return None
    if words.isascii():
        found = list(_EN_WAY.finditer(words))
        return (
            Way(found[-1]["up"] is not None, words[: found[-1].start()], found[-1][0])
            if len(found) == 1
            else None
        )
    match = _WAY.fullmatch(words)
    return Way(match["up"] is not None, match["lead"], match["up"] or match["down"]) if match else None
