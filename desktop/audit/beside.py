"""A number with the nouns that stand beside it: the words that end before it and those that begin behind it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.audit.lines import behind_last, sentence_start
from desktop.core.figure import Figure

_LAST: Final = re.compile(r"[\u4e00-\u9fff]+$")
_NEXT: Final = re.compile(r"的?([\u4e00-\u9fff]{2,6})")
_ENGLISH: Final = re.compile(r"[a-z]+")
_SCALE: Final = re.compile(r"\b(?:million|billion|thousand)\b")
STOP: Final = re.compile(r"[，,。；;：:！？\n|（）()、“”]")
_AGAIN: Final = re.compile(
    r"(?:这|那|剩下的?|余下的?|仅剩的?|仅存的?|现有的?|剩余的?|those|these|the remaining|its)\s*$", re.I
)
_VERB: Final = re.compile(
    r"(?:[已就也还却共]|一共|总共|目前|现在|如今|[是为有达到至约近超仅只]|达到|高达|只有|仅有|定[为在]|大约|左右|共有|拥有|分别|合计|约为|升至|降至|增至|减至|来到|剩|还剩)+$"
)
# What either ends with: most words before a number end otherwise.
_VERB_ENDS: Final = frozenset("已就也还却共前在今是为有达到至约近超仅只达右别计来剩")
_AGAIN_ENDS: Final = frozenset("这那的下余存有剩EeSsGg")
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
_PLAIN: Final = ("", "数值", "数量", "金额", "数据")  # indicators that name nothing
_REACH: Final = 24  # characters before a number and behind it
_LONG: Final = 6  # characters of a noun before a number


class Named(NamedTuple):
    """A figure of a text with the nouns before and behind it, and whether it refers back."""

    figure: Figure
    text: str
    ahead: str = ""
    behind: str = ""
    again: bool = False

    @property
    def sentence(self) -> int:
        """Where its sentence begins."""
        at = self.figure.anchor.start
        start = sentence_start(self.text, at)
        return max(start, self.text.rfind(". ", start, at) + 1)

    @property
    def told(self) -> tuple[str, ...]:
        """The pairs of characters by which another number may be found to be beside the same noun."""
        ahead, last = self.ahead, len(self.ahead) - 1
        return (*[ahead[i : i + 2] for i in range(max(0, last + 1 - _LONG), last)], self._next)

    @property
    def asks(self) -> tuple[str, ...]:
        """Those of the pairs that the noun of this one begins or ends with by which others can be told from many."""
        words = (self._next, self.ahead[-2:])
        return tuple(w for w in words if len(w) >= 2 and w not in _COMMON and _GLUE.isdisjoint(w))

    @property
    def _next(self) -> str:
        return self.behind if self.behind.isascii() else self.behind[:2]


def points_back(figure: Figure, text: str) -> bool:
    """Whether the words before a number may point back, which costs much less to see."""
    return not _AGAIN_ENDS.isdisjoint(
        text[max(0, figure.anchor.start - 2) : figure.anchor.start].rstrip()[-1:]
    )


def words_near(figure: Figure, text: str) -> str:
    """All that the nouns beside a number are read from."""
    if figure.table:
        return f"{figure.indicator.zh}|{figure.entity.zh}"
    at = figure.anchor
    around = text[max(0, at.start - _REACH) : at.end + _REACH]
    return around.lower() if around.isascii() else around


def beside(figure: Figure, text: str) -> Named:
    """The nouns that end before a number and begin behind it."""
    at = figure.anchor
    if figure.table:
        name = figure.indicator.zh.partition("·")[0]
        return Named(figure, text, figure.entity.zh if name in _PLAIN else name)
    lead, behind = text[max(0, at.start - _REACH) : at.start], text[at.end : at.end + _REACH]
    own = behind_last(STOP, lead.rstrip("：:"))
    stop = STOP.search(behind)
    behind = behind[: stop.start()] if stop is not None else behind
    if own.isascii() and behind.isascii():
        lead = lead[max(0, sentence_start(text, at.start) - max(0, at.start - _REACH)) :]
        if lead.isascii():
            return _in_english(figure, text, lead, behind)
    ahead = _TIME.sub("", own).rstrip()
    noun = _LAST.search(_VERB.sub("", ahead) if ahead[-1:] in _VERB_ENDS else ahead)
    tail = _NEXT.match(behind)
    again = own.rstrip()[-1:] in _AGAIN_ENDS and _AGAIN.search(own) is not None
    return Named(figure, text, noun[0] if noun else "", tail[1] if tail else "", again)


def _in_english(figure: Figure, text: str, lead: str, behind: str) -> Named:
    words = _ENGLISH.findall(_SCALE.sub("", figure.anchor.quote + behind).lower())
    noun = words[0].rstrip("s") if words else ""
    return Named(figure, text, "", noun if len(noun) > 3 else "", _AGAIN.search(lead) is not None)
