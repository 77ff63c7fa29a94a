"""Words that tell the theme of a factor; callers may pass a lexicon of their own, extended or replaced."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

Lexicon = Mapping[str, tuple[str, ...]]

THEMES: Lexicon = {
    "regulation": ("regulation", "regulator", "regulatory", "policy", "compliance", "tariff", "law",
    "监管", "政策", "合规要求", "法规", "整治", "牌照", "审批", "处罚", "立法", "规范",
    "红线", "反垄断", "关税", "反倾销", "制裁", "集采", "集中采购",
                   "支付方式", "限购", "许可", "法律", "合规", "新规", "制度"),
    "eligibility": ("eligibility", "credit score",
    "资质", "门槛", "准入", "资格", "白名单", "征信", "客群", "授信条件", "信用评分",
    "筛选", "额度"),
    "operations": ("operations", "supply chain", "logistics", "staff", "inventory",
    "运营", "经营策略", "渠道", "营销", "供应链", "物流", "产能", "库存", "人手", "人员",
    "效率", "管理", "服务能力", "海运", "交通", "赎回", "门店", "生产", "流程"),
    "competition": ("competition", "competitor", "rival", "price war", "market share",
    "竞争", "对手", "同质化", "替代", "价格战", "抢占", "市场份额", "竞品", "挤压", "分流",
    "份额", "新势力", "围剿", "外流"),
    "technology": ("technology", "system", "software",
    "技术", "系统", "架构", "研发", "升级", "算法", "人工智能", "AI", "芯片", "数字化",
    "智能", "应用适配", "兼容", "电池", "工艺", "自动化", "创新"),
    "experience": ("experience", "usability", "service quality",
    "体验", "用户体验", "界面", "交互", "服务质量", "口碑", "便利", "停留时间", "满意度",
    "设计", "使用习惯", "维修"),
    "data": ("data", "privacy", "churn", "retention",
    "数据", "隐私", "信息安全", "数据安全", "留存", "指标", "活跃", "转化"),
    "strategy": ("strategy", "strategic", "restructuring", "expansion",
    "战略", "转型", "聚焦", "布局", "重心", "资源配置", "再配置", "合作", "重组", "投入转向",
    "业务调整", "收缩", "扩张", "定位", "剥离", "依赖", "转向"),
    "complaints": ("complaint", "lawsuit", "scandal", "trust",
    "投诉", "舆情", "维权", "纠纷", "催收", "差评", "信任危机", "丑闻", "负面", "诉讼",
    "信任", "曝光"),
    "cost": ("cost", "debt", "price", "pricing", "margin", "loss", "losses", "cash flow", "interest rate",
    "成本", "利润", "费用", "价格", "亏损", "资金压力", "涨价", "利率", "汇率", "租金", "工资",
    "收益", "净值", "现金流", "支出", "开支", "预算", "价", "负债", "资金", "信用风险"),
    "outlook": ("outlook", "prospects", "未来", "展望", "前景", "趋势", "后市", "走势", "回归", "何去何从", "下一步"),
}  # fmt: skip


_LATIN = re.compile("[A-Za-z]")


@lru_cache(maxsize=16)
def _compiled(
    rows: tuple[tuple[str, tuple[str, ...]], ...], latin: bool
) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of the words, without the Latin ones unless ``latin``, and the theme of each."""
    owner: dict[str, str] = {}
    for theme, words in rows:
        for word in words:
            owner.setdefault(word.lower(), theme)
    known = (word for word in owner if latin or not word.isascii())
    forms = (_form(word) for word in sorted(known, key=len, reverse=True))
    return re.compile("|".join(forms), re.IGNORECASE if latin else 0), owner


@cache
def _own(latin: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    return _compiled(tuple(THEMES.items()), latin)  # without hashing all words for every heading


def _form(word: str) -> str:
    """A Latin word stands alone, or in the plural; a Chinese one may stand anywhere."""
    return rf"(?<![A-Za-z]){re.escape(word)}(?=s?(?![A-Za-z]))" if word.isascii() else re.escape(word)


def theme_of(heading: str, lexicon: Lexicon = THEMES) -> str | None:
    """Propose a theme: the longest and earliest words of the heading win; None when no word is known."""
    latin = _LATIN.search(heading) is not None
    pattern, owner = _own(latin) if lexicon is THEMES else _compiled(tuple(lexicon.items()), latin)
    scores: dict[str, float] = {}
    for match in pattern.finditer(heading):
        worth = len(match[0]) + 1.0 - 0.05 * match.start()
        theme = owner[match[0].lower()]
        scores[theme] = scores.get(theme, 0.0) + worth
    return max(scores, key=lambda t: scores[t]) if scores else None
