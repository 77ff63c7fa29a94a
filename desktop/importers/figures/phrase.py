"""The noun phrase beside a figure: its clause without connectives, dates, adverbs and verbs."""

from __future__ import annotations

import re
from typing import Final

from desktop.importers.figures import english
from desktop.importers.figures.direction import NOUNS, VERBS
from desktop.importers.lookup import sizes

_TAILS: Final = frozenset(
    ["反而", "大幅", "持续", "逐步", "快速", "迅速", "一路", "明显", "显著", "进一步", "已经", "已", "将",
    "则", "却", "仍", "仍然", "就", "都", "均", "也", "还", "才", "再", "又", "共", "累计", "合计",
    "总计", "分别", "普遍", "大约", "约", "近", "仅", "只", "只有", "仅有", "高达", "长达", "多达",
    "达到", "达", "约为", "约合", "占到", "占了", "占", "为", "是", "有", "由", "从", "自", "至", "到",
    "了", "在", "于", "以", "按", "达成", "实现", "录得", "报", "收于", "保持在", "维持在", "保持",
    "维持", "稳定在", "停留在", "徘徊在", "控制在", "处于", "居于", "列", "位列", "位居", "同比",
    "环比", "超", "突破", "跌破", "接近", "不足", "要", "需要", "需", "须", "应", "必须", "得", "可",
    "可以", "能", "能够", "会", "可达", "不得", "不到", "只剩", "剩", "还剩", "只及", "不及", "更",
    "最高", "最低", "最多", "至少", "去年", "今年", "上年", "上季", "当年", "首月", "峰值", "平均下来",
    "其中", "提", "改为", "变成", "变为", "调整为", "调到", "调", "成为", "的", "：", ":", "也就是",
    "即", "相当于", "掉了", "未进入", "未进", "进入", "跻身", "跌出", "曾", "一度", "每", "冲", "砍",
    "卖", "掉", "不得高于", "不得低于", "高于", "低于", "如今", "目前", "现在", "如今只需", "只需",
    "还是", "普遍为", "大多", "多为", "恢复", "恢复到", "回升", "仍停留在", "则为", "平均", "同期",
    "年底", "年末", "末", "也只有", "也有", "最多为", "起步", "只要", "不过", "上", "过", "报价",
    "显示", "為", "達", "僅", "約", "分別", "累計", "達到", "共計"]
) | frozenset(v for v in VERBS if v not in NOUNS and v not in ("提价", "加价", "让利", "优惠", "长", "高",
    "低", "多", "少", "快", "慢", "贵"))  # fmt: skip
_TAIL_SIZES: Final = sizes(_TAILS, -1)
LEADS: Final = frozenset(
    ["但是", "但", "而且", "而", "并且", "并", "且", "同时", "此外", "另外", "其次", "首先", "再者",
    "其中", "例如", "比如", "如", "其实", "因此", "所以", "不过", "只是", "反观", "相较之下",
    "相比之下", "与此同时", "据悉", "据", "对比发现", "即便", "尤其是", "尤其", "特别是", "以及", "和",
    "截至", "至", "在", "从", "由", "将", "把", "使得", "导致", "促使", "令", "让", "单看", "单", "看",
    "目前", "当前", "同期", "此时", "随后", "后来", "此前", "过去", "去年", "今年", "年内", "期间",
    "也", "又", "仍", "却", "则", "以来", "的", "提高", "降低", "减少", "增加", "压缩", "缩减", "扩大",
    "控制", "划定", "规定", "要求", "明确", "明确要求", "提出", "提倡", "鼓励", "规模达", "如今",
    "每天", "每日", "显示", "数据显示", "称", "表示", "只", "除了", "为", "以", "与", "随着", "每赎回",
    "每", "较", "全部", "预计", "估算", "据估算", "单周", "单月", "涉及", "而是", "以至", "甚至", "更",
    "曾", "已", "里", "共", "累计", "合计", "实现", "达到", "完成", "第一周"]
) - {"单", "总", "每日", "每", "规模达"}  # fmt: skip
_LEAD_SIZES: Final = sizes(LEADS, 0)
_WHOLE_HEADS_SPELT: Final = (
    "从业 在营 在校 在岗 在线 在建 在售 在职 将军 和平 由此 并购 并网 并表 但书 为期 以旧 与会 只数 "
    "里程 里约 里昂 里面 里屋 更新 更换 从事 较大 降低要求 提高要求 同期群"
)
_WHOLE_HEADS: Final = frozenset(_WHOLE_HEADS_SPELT.split())
_WHOLE_TAILS_SPELT: Final = (
    "产能 性能 动能 功能 社会 协会 机会 所得 供需 必要 主要 网上 线上 目的 买卖 系列 行为 作为 认为 "
    "储能 智能 节能 工会 基金会 理事会 超市 资质要求 不良率 份额上 合同 用途 自有 国有 持有 私有 中位 "
    "总的 盈余 报价 投入"
)
_WHOLE_TAILS: Final = frozenset(_WHOLE_TAILS_SPELT.split())
_AGAINST: Final = re.compile(
    r"(?:较|(?<![占同环对])比(?![例重率值分较]|亚迪|利时|特币)|相比|相较于?|低于|高于|不及|不到|逊于|"
    r"超过)([^，。的]{1,14})$"
)
_ORDERED: Final = re.compile(
    r"^.*》[^，。]{0,10}?(?:明确要求|要求|规定|明确|提出|强调|约定|提倡|鼓励|将|把)?"
)
_TIME_LEAD: Final = re.compile(r"^[^，]{0,14}?(?:以来|期间|之后|以后|后|前|时|以内)(?=[\u4e00-\u9fff]{2})")
_TIME_CHARS: Final = frozenset("来间后前时内")  # the last characters of the words that ``_TIME_LEAD`` knows
_NEXT: Final = re.compile(r"(?: ?的)?([^，。；、！？!?,;:：（）()|\n“”\"\s《]{2,24})")
_BAD_NEXT: Final = re.compile(
    r"^(?:以上|以下|左右|且|和|与|或|但|而|并|才|就|都|则|也|的|后|内|起|至|到|之|增|降|升|跌|减|涨|情况|"
    r"水平|不等|区间|开始|时|再|上|下|中|外|每|即|仍|这|该|由|级|甚至|变|改|来|因)"
)
_STOP_NEXT: Final = re.compile(
    r"的(?=[^的]{5,})|后|前|时|内|之外|以外|就|都|才|将|已|仍|被|遭|会|可|能够|进行|开展|参与|累计|合计|"
    r"增长|下降|接入|报|(?:里|中|上)$|名列|列|在(?=.{2})|从|由|需|应|必须|连续|由于|以|集体|宣布|相继|计划|"
    r"贡献|门店"
)
_SPACE: Final = " \t*“”\"'+-~>→：:·、"
_SUBJECT_NEXT: Final = re.compile(
    r" ?的?([^，。；、认表选对觉计开打来把]{0,8}?(?:用户|受访者|消费者|企业|家庭|居民|投资者|加盟商|客户|"
    r"患者|游客|读者|车主|员工|老人|学生|年轻人|产品|门店|基金|首席信息官|人))([^，。；]{2,30})"
)


def before(left: str) -> str:
    """Return the noun phrase that ends the words before a figure, or an empty string."""
    words = _strip_tail(left)
    if (
        "于" in words or "比" in words or "较" in words
        or "不及" in words or "超过" in words or "不到" in words
    ):  # fmt: skip
        against = _AGAINST.search(words)
        if against:
            words = _strip_tail(words[: against.start()])
    if "》" in words:
        words = _ORDERED.sub("", words)
    words = _strip_lead(words).strip(" 的" + _SPACE)
    if words.isascii():
        words = english.subject(words)
    return "" if len(words) < 2 or words in ("较", "比", "与", "相比", "同", "远") else words


def against(left: str) -> str:
    """Return what the figure is held against (远低于**澄贷** 65%), or an empty string."""
    if "于" not in left and "比" not in left and "较" not in left and "不及" not in left:
        return ""
    match = _AGAINST.search(left.rstrip(_SPACE + "的"))
    return match[1].strip("的 ") if match else ""


def _strip_tail(words: str) -> str:
    while True:
        words = words.rstrip(_SPACE)
        tails = _TAIL_SIZES.get(words[-1:])
        if tails is None or words[-2:] in _WHOLE_TAILS or words[-3:] in _WHOLE_TAILS:
            return words
        for size in tails:
            if words[-size:] in _TAILS:
                if words[-size:] == "占" or (words.endswith(("占比", "同比", "环比")) and size == 1):
                    return words[:-size] if words[-1] == "占" else words
                words = words[:-size]
                break
        else:
            return words


def _strip_lead(words: str) -> str:
    while True:
        words = words.lstrip(_SPACE + " ")
        leads = _LEAD_SIZES.get(words[:1])
        if leads is None or words[:2] in _WHOLE_HEADS:
            return words
        for size in leads:
            if size < len(words) and words[:size] in LEADS:
                words = words[size:]
                break
        else:
            return words


def after(right: str) -> str:
    """Return the noun that a figure counts or qualifies (三轮 *测试*, 36% *利率红线*), or an empty string."""
    match = _NEXT.match(right)
    if match is None or _BAD_NEXT.match(match[1]):
        return ""
    words = match[1]
    stop = _STOP_NEXT.search(words)
    if stop:
        words = words[: stop.start()]
    if words[:2] in VERBS or words[:1] == "占" or any(c.isdigit() for c in words):
        return ""
    return words if 2 <= len(words) <= 14 else ""


def people(right: str) -> tuple[str, str] | None:
    """Return who and what of 62% 的**某产品用户** **对提醒方式不满**."""
    match = _SUBJECT_NEXT.match(right)
    return (match[1], match[2]) if match and not match[2].startswith(("比", "占")) else None


def shorten(words: str) -> str:
    """Cut an adverbial of time from the head of a phrase."""
    if _TIME_CHARS.isdisjoint(words):
        return words
    lead = _TIME_LEAD.match(words)
    return words[lead.end() :] if lead and len(words) - lead.end() >= 2 else words
