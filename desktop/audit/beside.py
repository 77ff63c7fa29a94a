"""A number with the nouns that stand beside it: the words that end before it and those that begin behind it."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.lines import sentence_start
from desktop.core.figure import Figure
from desktop.core.value import value

_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]+")
STOP: Final = re.compile(r"[，,。；;：:！？\n|（）()、“”]")
_AGAIN: Final = re.compile(
    r"(?:这|那|剩下的?|余下的?|仅剩的?|仅存的?|现有的?|剩余的?|those|these|the remaining|its)\s*$", re.I
)
_VERB: Final = re.compile(
    r"(?:[已就也还却共]|一共|总共|目前|现在|如今|[是为有达到至约近超仅只]|达到|高达|只有|仅有|定[为在]|大约|左右|共有|拥有|分别|合计|约为|升至|降至|增至|减至|来到|剩|还剩)+$"
)
_COMMON: Final = frozenset(
    [
        "公司",
        "目前",
        "全年",
        "其中",
        "平均",
        "一年",
        "增长",
        "下降",
        "减少",
        "增加",
        "同比",
        "环比",
        "左右",
        "以上",
        "以下",
        "以内",
        "之间",
        "的人",
        "年的",
        "就是",
        "已经",
        "只有",
        "达到",
        "超过",
        "不到",
        "这个",
        "一个",
        "占比",
        "比例",
        "总额",
        "金额",
        "数量",
        "水平",
        "规模",
        "总量",
        "人数",
        "个月",
        "时间",
        "上下",
        "多年",
        "以来",
        "期间",
        "相当",
        "一半",
        "三成",
    ]
)
_TIME: Final = re.compile(
    r"(?:在|于|到|截至|至)?(?:19|20)\d\d年(?:\d{1,2}月)?(?:底|末|初|全年|上半年|下半年)?"
)
_GLUE: Final = frozenset("的了是在有和与，0123456789０１２３４５６７８９")
_LONG: Final = 6  # characters of a noun before a number


@value
class Named:
    """A figure with the nouns before and behind it, the offset of its sentence, and whether it refers back."""

    figure: Figure
    ahead: str
    behind: str
    sentence: int
    again: bool

    @property
    def told(self) -> tuple[str, ...]:
        """The pairs of characters by which another number may be found to be beside the same noun."""
        words = [self.ahead[i : i + 2] for i in range(max(0, len(self.ahead) - _LONG), len(self.ahead) - 1)]
        words += [self.behind[:2] if not self.behind.isascii() else self.behind]
        return tuple(w for w in words if len(w) >= 2 and w not in _COMMON and _GLUE.isdisjoint(w))

    @property
    def asks(self) -> tuple[str, ...]:
        """The pairs of characters that the noun of this one begins or ends with."""
        words = [self.behind[:2] if not self.behind.isascii() else self.behind, self.ahead[-2:]]
        return tuple(w for w in words if len(w) >= 2 and w not in _COMMON and _GLUE.isdisjoint(w))


def beside(figure: Figure, text: str) -> Named:
    """The nouns that end before a number and begin behind it."""
    at = figure.anchor
    begin = sentence_start(text, at.start)
    if figure.table:
        name = figure.indicator.zh.partition("·")[0]
        return Named(
            figure,
            figure.entity.zh if name in ("", "数值", "数量", "金额", "数据") else name,
            "",
            begin,
            again=False,
        )
    lead = text[max(begin, at.start - 24) : at.start]
    parts = STOP.split(lead.rstrip("：:"))
    ahead, behind = (
        _VERB.sub("", _TIME.sub("", parts[-1]).rstrip()),
        STOP.split(text[at.end : at.end + 24])[0],
    )
    if (lead + behind).isascii():
        own = re.sub(r"\b(?:million|billion|thousand)\b", "", figure.anchor.quote + behind)
        words = [w.rstrip("s") for w in re.findall(r"[a-z]+", own.lower())[:1]]
        return Named(
            figure, "", words[0] if words and len(words[0]) > 3 else "", begin, bool(_AGAIN.search(lead))
        )
    tail, runs = re.match(r"的?([\u4e00-\u9fff]{2,6})", behind), _CHINESE.findall(ahead)
    noun = runs[-1] if runs and ahead.endswith(runs[-1]) else ""
    return Named(figure, noun, tail[1] if tail else "", begin, bool(_AGAIN.search(parts[-1])))
