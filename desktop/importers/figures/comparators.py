"""Words and signs beside a number that make it a bound or an estimate, looked up by their own length."""

from __future__ import annotations

import re

BEFORE: dict[str, str] = {
    **dict.fromkeys(("不得低于", "不得少于", "不得小于", "大于等于", "不低于", "不少于", "不小于", "不下于", "不下",
    "至少", "最少", "最低不少于",
                     "应不低于", "≥", ">=", "≧", "⩾", "上"), ">="),
    **dict.fromkeys(("超过", "超出", "突破", "高于", "多于", "大于", "涨破", "升破", "冲破", "已超", "远超",
    "逾", "超", "破",
                     "过", ">"), ">"),
    **dict.fromkeys((f"{no}{than}" for no in ("不会", "不能", "不应", "不可", "不宜", "没有", "没", "并未", "从未")
    for than in ("超过", "高于", "多于")), "<="),
    **dict.fromkeys((f"{no}{than}" for no in ("不会", "不能", "不应", "不可", "不宜", "没有")
    for than in ("低于", "少于")), ">="),
    **dict.fromkeys(("不得超过", "不得高于", "不得多于", "不得大于", "小于等于", "不超过", "不高于", "不多于", "不大于",
    "不超", "不过",
                     "最多", "至多", "≤", "<=", "≦", "⩽"), "<="),
    **dict.fromkeys(("不足", "不到", "不及", "未到", "未达", "未满", "不满", "低于", "少于", "小于", "跌破",
    "降破", "未超过",
                     "尚不足", "<"), "<"),
    **dict.fromkeys(("约", "大约", "约为", "约合", "大概", "接近", "将近", "逼近", "几近", "近", "约占",
    "~", "～", "≈", "约莫",
                     "差不多"), "~"),
}  # fmt: skip
_ENGLISH = {
    "more than": ">", "over": ">", "above": ">", "exceeding": ">", "at least": ">=", "no less than": ">=",
    "no fewer than": ">=", "less than": "<", "fewer than": "<", "below": "<", "under": "<", "up to": "<=",
    "at most": "<=", "no more than": "<=", "about": "~", "around": "~", "nearly": "~", "almost": "~",
    "roughly": "~", "approximately": "~",
}  # fmt: skip
BEFORE |= _ENGLISH | {word.capitalize(): sign for word, sign in _ENGLISH.items()}
AFTER: dict[str, str] = {
    **dict.fromkeys(("以上", "及以上", "或以上", "(含)以上", "（含）以上", "起步", "起", "往上", "打底",
    "+"), ">="),
    **dict.fromkeys(("以下", "及以下", "不到", "(不含)以下", "（不含）以下"), "<"),
    **dict.fromkeys(("以内", "之内", "内", "(含)以内", "（含）以内", "封顶"), "<="),
    **dict.fromkeys(("开外", "有余", "还多", "还要多", "还不止", "不止", "多", "余"), ">"),
    **dict.fromkeys(("左右", "上下", "级别", "前后", "光景", "许", "级"), "~"),
}  # fmt: skip
MORE = {"多": ">", "余": ">", "来": "~"}
THRESHOLD = frozenset(
    ("不得低于", "不得少于", "不得小于", "不得超过", "不得高于", "不得多于", "不得大于", "应不低于")
)
LAST = frozenset(word[-1] for word in BEFORE) | {"了", " "}  # what ``before`` looks for
FIRST = frozenset(word[0] for word in AFTER) | {" "}  # what ``after`` looks for


def _by(words: dict[str, str], place: int) -> dict[str, tuple[tuple[str, int, str], ...]]:
    """Words, their lengths and signs by the first or the last character, longest first."""
    table: dict[str, list[tuple[str, int, str]]] = {}
    for word in sorted(words, key=len, reverse=True):
        table.setdefault(word[place], []).append((word, len(word), words[word]))
    return {char: tuple(rows) for char, rows in table.items()}


_BEFORE = _by(BEFORE, -1)
_AFTER = _by(AFTER, 0)
RISING = frozenset(("突破", "涨破", "升破", "冲破", "破"))
FALLING = frozenset(("跌破", "降破"))
# 上, 过 and 破 are words of their own too; they count only before these
_BEGAN = 14  # characters between 从 and a number
_ADDS = ("add ", "adds ", "added ", "adding ", "sum ", "sums ")
_SHARED = ("spread ", "divided ", "shared ", "split ", "averaged ")
_NEEDS_BIG = frozenset("百千万亿")
_NOT_AFTER = {
    "级": "市联",
    "起": "来点码因跑飞诉降草拍火",
    "内": "容部",
    "多": "少样元次数家位种年个",
    "余": "额",
    "上": "",
    "许": "可多",
}
_NOT_BEFORE = {
    "上": "以之乘加搭贴补冲站升跃攀爬涨登蹿迈窜踏",
    "过": "超不经通",
    "近": "最附将接逼靠临邻",
    "破": "打突",
    "约": "节制合签预违契相公婚简",
    "超": "赶",
}


_MORE_BY = re.compile(r"多(?:[了出]|出了)?[约近整]?(?!一[点些])[\d一二两三四五六七八九十百半几]")


def more_by(text: str, pos: int) -> bool:
    """Whether 多 at ``pos`` tells how much more the next number is: 比上年的50亿元多8亿元, not 50多亿元."""
    return _MORE_BY.match(text, pos) is not None


def before(text: str, pos: int, low: int) -> tuple[str, int] | None:
    """Return comparator and start of the words that end at ``pos``; ``low`` bounds the look back."""
    if pos <= low or text[pos - 1] not in LAST:
        return None
    skip = pos
    if skip > low and text[skip - 1] == " ":
        skip -= 1
    if skip > low and text[skip - 1] == "了":
        skip -= 1
    for word, size, sign in _BEFORE.get(text[skip - 1 : skip], ()):
        start = skip - size
        if start < low or not text.startswith(word, start):
            continue
        if word[0].isalpha() and word.isascii() and (skip == pos or text[start - 1 : start].isalpha()):
            continue
        if word == "up to" and text.endswith(_ADDS, low, start):
            return None  # the losses add up to £340.9m
        if word == "over" and text.endswith(_SHARED, low, start):
            return None  # spread over 1.6 million homes
        if size == 1:
            bad = _NOT_BEFORE.get(word)
            if bad and start > low and text[start - 1] in bad:
                return None
            if word in "上过破" and not _big(text, pos):
                return None
        return sign, start
    return None


def _big(text: str, pos: int) -> bool:
    return text[pos] in _NEEDS_BIG or any(c in _NEEDS_BIG for c in text[pos : pos + 6])


def after(text: str, pos: int) -> tuple[str, int] | None:
    """Return comparator and end of the words that begin at ``pos``."""
    if text[pos : pos + 1] == " ":
        pos += 1
    for word, size, sign in _AFTER.get(text[pos : pos + 1], ()):
        if text.startswith(word, pos):
            following = text[pos + size : pos + size + 1]
            if following and following in _NOT_AFTER.get(word, ""):
                return None
            if word == "多" and more_by(text, pos):
                return None
            return sign, pos + size
    return None


def begins(text: str, start: int, end: int, until: int) -> bool:
    """Whether 起 or 起步 names where something began (从640辆起) and no least value (640元起)."""
    if text[end:until].lstrip() not in ("起", "起步"):
        return False
    lead = text[max(0, start - _BEGAN) : start]
    at = max(lead.rfind(word) for word in "从由自")
    return at >= 0 and not any(c in "，。；\n" for c in lead[at:])
