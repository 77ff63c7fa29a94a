"""Events whose order lies in their meaning: a plan is filed before work begins, which begins before it ends."""

from __future__ import annotations

import re
from typing import Final

# What may come before what, by what the words mean; words of one stage have no order among each other.
_PROJECT: Final = (
    r"提出|酝酿|筹备|立项|申请|申报|动议|征求意见|征集",
    r"招标|招投标|中标|签约|签署|签订|签下|获批|核准|选址|拿地|融资",
    r"奠基|动工|开工|破土|启动|着手|开建|始建|开拍|研发|组建|成立|创立|创办",
    r"封顶|合龙|贯通|试产|试运[行营]|试点|内测|公测|试营业|调试|样机|投料|招股书|过会",
    r"投产|投运|上线|通车|开业|开通|开张|投用|启用|落地|竣工|完工|建成|交付|验收|落成|开(?:直播间|新?店"
    r"|馆|铺|厂|号|园|课)|首发|首航|首演|首播|开播|开馆|开园|开店|开售|开卖|发售|上架|推出|挂牌|面世"
    r"|登场|登上|亮相|上市|问世|量产|杀青|上映",
    r"收尾|结束|收官|完成|到期|届满|终止|下线|关停|关闭|停产|停运|停售|下架|绝版|退出|解散|注销|退市"
    r"|清算|拆除|停(?![车留顿靠泊在放当滞歇])[\u4e00-\u9fff]|断更|歇业|关门|关店|关张|闭店|闭馆|打烊"
    r"|熄灯|谢幕|落幕|末班|清退|注销|送完|卖完|收摊|倒闭|破产|散伙",
)
_RULE: Final = (
    r"起草|立法|征求意见|草案",
    r"发文|印发|下发|公布|发布|颁布|通过|签发|出台|公告",
    r"生效|施行|实施|执行|起效",
    r"废止|失效|到期|届满|取消|退出|终止|解除",
)
_LIFE: Final = (
    r"出生|生于",
    r"入学|考入|就读|招生",
    r"毕业",
    r"入职|参加工作|加入|任职|上任",
    r"离职|离任|卸任|退休|辞职",
    r"去世|逝世|病逝",
)
_COURT: Final = (
    r"案发",
    r"立案|受理|起诉|报案",
    r"开庭|庭审",
    r"宣判|宣告|判决|裁定|结案",
    r"执行完毕|出狱|刑满",
)
_DEBT: Final = (r"发行|借入|借款|放款|贷出", r"付息", r"兑付|到期|还清|偿清|结清")
_OF_GOODS: Final = (
    r"生产|出厂|购[买入]|签发|签[订署]?于|下单|入库|借款|放款|投保",
    r"最晚|最迟|到期|过期|失效|届满|截止",
)
_SERVICE: Final = (
    r"报修|下单|预约|挂号|报名|报案|投诉|求助",
    r"受理|接单|派单|接诊",
    r"上门|发货|送检|开考",
    r"送达|签收|到货|修好|取货",
)
_TRAVEL: Final = (r"出发|启程|起飞|发车|离港|上山", r"抵达|到达|到站|降落|进港|登顶", r"返程|返回|下山|归来")
_ILL: Final = (r"发病|入院|住院", r"手术", r"出院|康复")
_SHOW: Final = (r"布展|闭馆布展", r"开幕|开赛|开打|揭幕", r"闭幕|闭展|撤展|决赛|夺冠")
_LINES: Final = tuple(
    tuple(re.compile(one) for one in line)
    for line in (_PROJECT, _RULE, _OF_GOODS, _LIFE, _COURT, _DEBT, _SERVICE, _TRAVEL, _ILL, _SHOW)
)
_LAUNCHED: Final = re.compile(
    r"上线|推出|发售|开售|上架|首发|面世|开业|开张|开馆|开通|创立|创办|成立|投产|投运"
)
_LAST: Final = re.compile(
    r"(?:起|，|便|就|正式|宣布|全面|彻底)*(?P<own>停止[\u4e00-\u9fff]{2}|停售|停产|停运|停业|下架|下线|关停|关闭|歇业|关门|闭馆|闭店|清盘|注销|解散)(?![^，。；]{0,6}的)"
)
_PROJECT_END: Final = re.compile(_PROJECT[-1])
_NEAR: Final = 3  # characters from a date to its verb: 2022年3月正式上线
_ENDS: Final = re.compile(r"了?的?(?:$|[，,。；、）])")
# What sets the order of meaning aside, or names a second thing.
_ASIDE: Final = re.compile(
    r"追溯|溯及|回溯|倒推|补[签办报交]|已经?|早已|早在|此前|之前|先行|提前|原[定本计]|曾|再次|重新|恢复"
    r"|[一二三四五六七八九]期|[甲乙丙丁]|[ABC]|"
    r"另[一外]|上一|下一|新一|第[一二三四五]|各自|分别|前者|后者|同[类行]|而|则|比"
)


def in_order(first: str, then: str) -> tuple[str, str] | None:
    """The words of two events where the first, by its meaning, cannot come after the second; None of others.

    ``first`` and ``then`` are what the text says happened at the first date and at the second.
    """
    if _ASIDE.search(first) or _ASIDE.search(then):
        return None
    for line in _LINES:
        one, other = _stage(line, first), _stage(line, then)
        if one is not None and other is not None and one[0] < other[0]:
            return one[1], other[1]
    return None


def _stage(line: tuple[re.Pattern[str], ...], words: str) -> tuple[int, str] | None:
    """The first event that words name, and its place in the line."""
    found = [(m.start(), n, m[0]) for n, pattern in enumerate(line) if (m := pattern.search(words))
             and (m.start() <= _NEAR or _ENDS.match(words, m.end()))]  # fmt: skip
    return min(found)[1:] if found else None


def ended(first: str, then: str) -> tuple[str, str] | None:
    """What began in a sentence, and what the next one says to have ended right behind its date, of the same thing."""
    if _ASIDE.search(first) or _ASIDE.search(then):
        return None
    over = _LAST.match(then)
    begun = _LAUNCHED.findall(first)
    return (
        (begun[0], over["own"])
        if over is not None and len(begun) == 1 and not _PROJECT_END.search(first)
        else None
    )
