"""Whether the names of two shares exclude each other: men and women, those who did and those who did not."""

from __future__ import annotations

import re
from typing import Final

# Opposites of which everything is the one or the other; a list of the language, not of a subject.
_BINARY: Final = (
    ("线上", "线下"), ("男", "女"), ("首", "复"), ("新", "老"), ("新", "旧"), ("城镇", "农村"), ("城", "乡"),
    ("境内", "境外"), ("国内", "海外"), ("国内", "国外"), ("国内", "境外"), ("国产", "进口"), ("本地", "外地"),
    ("本地", "异地"), ("周边", "外地"),
    ("市内", "市外"), ("省内", "省外"), ("室内", "室外"), ("全款", "贷款"), ("直营", "加盟"), ("公办", "民办"),
    ("堂食", "外卖"), ("内销", "外销"), ("内需", "外需"), ("新能源", "燃油"), ("电动", "燃油"), ("纯电", "燃油"),
    ("长租", "短租"), ("合租", "整租"), ("自有", "外包"), ("全职", "兼职"), ("散客", "团队"), ("付费", "免费"),
    ("已", "未"), ("有", "没有"), ("住校", "走读"),
)  # fmt: skip
_SIDES: Final = tuple(pair for a, b in _BINARY for pair in ((a, b), (b, a)))
_MARKS: Final = frozenset(c for word, _ in _SIDES for c in word)
SIDES: Final = "|".join(word for word, _ in _SIDES if len(word) > 1)
_OPENS: Final = re.compile(SIDES)
_APART: Final = (
    ("企业", "个人"),
    ("机构", "个人"),
    ("自营", "第三方"),
    ("固定", "浮动"),
    ("自有", "租赁"),
    ("自营", "外包"),
    ("安卓", "苹果"),
    ("批发", "零售"),
    ("白班", "夜班"),
    ("到店", "外送"),
    ("现金", "电子"),
    ("正式", "临时"),
)  # a third may stand beside them
_OF_EACH: Final = re.compile(r"[者性户员众生客人工]群?体?[中里内]")  # 男性用户中会员占…，女性用户中会员占…
_DENIES: Final = re.compile(
    r"(?:而|另有|其余|另外|还有)?(?P<no>没有?|未|不|非)(?P<core>[\u4e00-\u9fff]{2,6}?)"
    r"(?:的[\u4e00-\u9fff]{0,4}|者|人)?(?P<or>(?:或|和|以及|及)[^，,。；]{2,8}?)?(?:的|者)?(?:合计|一共|共)?(?:占|有|达|为|是|约)+$"
)
_NO: Final = re.compile(r"[没未不非]有?$")
_QUOTES: Final = str.maketrans("", "", '“”‘’"')


def opposed(one: str, other: str) -> str:
    """Whether two names exclude each other: "binary" where they also leave nothing, "unlike" by one character."""
    if _OF_EACH.search(one) and _OF_EACH.search(other):
        return ""
    if not (_MARKS.isdisjoint(one[:6]) or _MARKS.isdisjoint(other[:6])):
        for x, y in _SIDES:
            if x in one[:6] and y in other[:6] and not (x in other and x not in y):
                return "binary"
    if one and other in (f"非{one}", f"不{one}", f"未{one}"):
        return "binary"
    if any((a in one and b in other) or (b in one and a in other) for a, b in _APART):
        return "unlike"
    one, other = one.removesuffix("的"), other.removesuffix("的")
    if (
        len(one) == len(other) > 1
        and one[0] != other[0]
        and sum(x != y for x, y in zip(one, other, strict=True)) == 1
    ):
        x, y = next(p for p in zip(one, other, strict=True) if p[0] != p[1])
        return "" if re.search(r"[一二三四五六七八九十\da-zA-Z东西南北中]", x + y) else "unlike"
    return ""


def denied(left: str, right: str) -> str:
    """Whether the one is who did and the other who did not: 打满意的有74%，没打满意的占26%.

    "binary" where nobody is left over: who did not (没, 未) or who is not or is silent; between good and bad lies more.
    """
    left, right = left.translate(_QUOTES), right.translate(_QUOTES)
    found = _DENIES.match(right)
    if found is None or found["core"] not in left or _NO.search(left[: left.index(found["core"])][-2:]):
        return ""
    return "binary" if found["no"] != "不" or found["or"] else "apart"


def other_side(words: str) -> tuple[str, str] | None:
    """The word that names begin with, and its opposite, of which everything is the one or the other: 线下, 线上."""
    found = _OPENS.match(words)
    return next(pair for pair in _SIDES if pair[0] == found[0]) if found is not None else None
