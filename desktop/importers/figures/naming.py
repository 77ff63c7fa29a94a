"""What is a name and what is none: a noun phrase into its owner and what is measured of it."""

from __future__ import annotations

import re
from typing import Final

from desktop.importers.figures import phrase
from desktop.importers.figures.topic import Topic

ORG_WORD: Final = re.compile(  # what every organisation holds; a search for it alone is fast
    "银行|公司|集团|平台|协会|医院|大学|车企|运营商|事务所|交易所|景区|古镇|企业|部门|机构|全国|全省|全市|"
    "全县|全球|国内|美国|中国|欧盟|日本"
)
_PRONOUN: Final = re.compile(
    r"(?:该产品|该公司|该品牌|该平台|该系统|该行|该项目|本产品|其中|其|它|公司|我们)的?"
)
_PRONOUN_FIRST: Final = frozenset("该本其它公我")
ORG: Final = re.compile(
    r"(?![跨境各多这那两三几第该本某些其一每家个位名等])[\u4e00-\u9fffA-Za-z]{1,10}?(?:银行|公司|集团|平台|协会|医院|"
    r"大学|车企|运营商|事务所|交易所|景区|古镇|企业|部门|机构)|全国|全省|全市|全县|全球|国内|美国|中国|"
    r"欧盟|日本"
)
_HEADED: Final = re.compile(
    r"(?![日周月]活|活跃|付费|注册)([\u4e00-\u9fffA-Za-z]{2,10}?)(用户数?|会员|客户|门店|员工|人口|粉丝|订单|出货|出口|销量)$"
)
_HEADS: Final = (
    "用户", "用户数", "会员", "客户", "门店", "员工", "人口", "粉丝", "订单", "出货", "出口", "销量",
)  # fmt: skip
_WITHIN: Final = re.compile(r"([\u4e00-\u9fffA-Za-z]{2,12}?)(?:中|里|内)(.{2,})$")
_QUOTED: Final = re.compile(r"[\"“「]?([^\"“”「」]{2,20})[\"”」]的?(.*)$")
MEASURES: Final = re.compile(
    r"(?:率|额度?|量|数|占比|比例|比重|份额|成本|价格?|费用?|收入|利润|规模|余额|增速|时长|时间|周期|速度|"
    r"效率|支出|开支|营收|工资|月薪|评分|面积|密度|强度|概率|水平|均价|单价|投资|缺口|亏损|产值|增加值|"
    r"总值|薪酬|片酬|资金|资本|上限|下限|红线|门槛|市值|债务|贷款|存款|损失|难度|用时|年限|寿命|幅|毛利|"
    r"净利|负债|现金流|库存|排名)$"
)
_NO_NAME_AHEAD: Final = re.compile(
    r"^(?:相当于|接近|只有|仅有|大约|意味着|约(?=占)|这是|便是|就是|是(?!否)|超过|(?:上年|去年)?同期为?)+"
)
_NO_NAME_FIRST: Final = frozenset("相接只仅大意约这便就是超上去同")
_NO_NAME: Final = (
    "常态", "如此", "这样", "什么", "怎么", "为了", "因为", "由于", "可以", "能够", "如果", "即使", "虽然",
    "了", "着", "过", "个", "地", "得", "们", "等",
)  # fmt: skip
_NO_NAME_INSIDE: Final = re.compile(
    r"[一二三四五六七八九十两几\[\]【】“”‘’《》?？!！](?:(?<![一二三四五六七八九十两几])|个)"
)
_NO_NAME_LAST: Final = frozenset("不对把被将向给让使从或且而但没未请就才又再很最更一二三四五六七八九十两几")
_NO_NAMES_SPELT: Final = (
    "取消 全国共 一份 提倡 鼓励 动辄 投入 一项 一杯 一笔 一家 一年 一名 常态 规定 要求 预计 预测 估计 "
    "认为 表示 显示 看来 左右 上下 不少 许多 很多 其他 开始 继续 成立 上市 宣布 披露 公布 发布 推出 "
    "获得 拿到 拥有 完成 涉及 覆盖 包括 包含 持续 历时 耗时 耗资 斥资 出资 花费 如今 现在 此前 随后 "
    "之后 以后 以前 之前 当时 当天 当年 次年 原因 结果 说过 位于 来自 距离 至今 迄今 满打满算 折合 总共 "
    "拖欠 支付 收取 提供 计算 跌回 升回 回到"
)
_NO_NAMES: Final = frozenset(_NO_NAMES_SPELT.split())
_NO_OWNER: Final = re.compile(
    r"^(?:剩下|新增|其余|全部|所有|平均|同样|最大|最高|最低|目前|现有|原有|主要|部分|大部分|多数|整个|每个|"
    r"任何|相关|上述|不同|其他|额外|"
    r"当时|实际|名义|预期|传统|普通|一般|累计|合计|更多|更大|更高|新的|这样|那样|自己|大家|他们|人们|过去|"
    r"将来|未来|同期|去年|今年|上年|上一?财年|前一财年|"
    r"[一二三四五六七八九十两几\d].*)$|[了着过到把被让]$|^(?:在|把|被|让|对|从|由|以|用|将|要|会|能)"
)
_AMOUNT: Final = re.compile(r"\d[\d.,]*[万亿千百]*[\u4e00-\u9fff%]{0,2}[多余]?")
_STARTS_FROM: Final = re.compile(r"(?<=..)[由从](?:每.{1,6})?$")
TIME_BEFORE: Final = re.compile(r"(?:[去今上前]一?年度?|年初|上一?个?[月周]|上一?季度?)(?:[末底初]|同期)?")
_AROUND: Final = '"“”*：: 、，的'


def split(words: str, topic: Topic, named: bool, organised: bool) -> tuple[str | None, str]:
    """Part a noun phrase into its owner and what is measured of it.

    ``named`` and ``organised`` are whether the sentence holds one of the topic's names, or an ``ORG_WORD``.
    """
    if not words:
        return None, ""
    if "、" in words and len(words) > 18:
        words = words.rsplit("、", 1)[-1]
    if ('"' in words or "”" in words or "」" in words) and (quoted := _QUOTED.match(words)):
        return quoted[1], quoted[2]
    pronoun = _PRONOUN.match(words) if words[0] in _PRONOUN_FIRST else None
    if pronoun and len(words) > pronoun.end():
        return topic.name, phrase.shorten(words[pronoun.end() :])
    if named and topic.names is not None:
        name = topic.names.search(words)
        if name:
            rest = words[name.end() :]
            agent = re.match(r"([\u4e00-\u9fff]{1,5})的(?=.{2})", rest)
            if agent and rest[0] != "的" and not MEASURES.search(agent[1]):
                return name[0] + agent[1], rest[agent.end() :]
            return name[0], phrase.shorten(rest.lstrip("的"))
    organisation = ORG.match(words) if organised else None
    if organisation and len(words) - organisation.end() >= 2:
        return organisation[0], phrase.shorten(words[organisation.end() :].lstrip("的"))
    if "的" in words:
        owner, _, measured = words.rpartition("的")
        if _AMOUNT.fullmatch(measured):
            return None, ""  # 比上年的50亿元多了8亿元
        owner = phrase.shorten(owner)
        return (owner if 2 <= len(owner) <= 14 and not _NO_OWNER.search(owner) else None), measured
    words = phrase.shorten(words)
    if ("中" in words or "里" in words or "内" in words) and (within := _WITHIN.match(words)):
        return within[1], within[2]
    if words.endswith(_HEADS) and words[0] != "占" and (headed := _HEADED.match(words)):
        return headed[1], headed[2]
    return None, words if len(words) <= 22 else words[-14:] if MEASURES.search(words) else ""


def clean(words: str) -> str:
    """Return the words as a name of something measured; nothing where they are none."""
    words = words.strip(_AROUND)
    if words[:1] in _NO_NAME_FIRST and (ahead := _NO_NAME_AHEAD.match(words)):
        words = words[ahead.end() :].strip(_AROUND)
    words = words.removesuffix("较")
    if "由" in words or "从" in words:
        words = _STARTS_FROM.sub("", words)
    if len(words) < 2 or words[-1] in _NO_NAME_LAST or words in _NO_NAMES:
        return ""
    if words.startswith(_NO_NAME) or _NO_NAME_INSIDE.search(words):
        return words if MEASURES.search(words) else ""
    return words
