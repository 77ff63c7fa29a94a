"""The numbers of a register entry, clause by clause: subject, sign, value, and what the clause is limited to."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.core.figure import Figure
from desktop.core.policy import RegisterEntry
from desktop.core.text import Text
from desktop.core.units import UNITS, unit
from desktop.core.value import value

_NUMBER: Final = re.compile(
    r"(?P<sign>≥|≤|＞|＜|>|<|不低于|不高于|不超过|以上|超过)?\s*(?P<n>\d[\d,]*(?:\.\d+)?)\s*(?P<scale>万亿|亿|万|千)?\s*(?P<unit>%|‰|元|倍|次|家|年|个月|分钟|小时|天|(?:个?(?:工作|自然))?日|公里|级|周?岁|个|类|项|条|章|种|人|名|户|笔|件|台|辆)?"
)
_SCALES: Final = {"万亿": 1e12, "亿": 1e8, "万": 1e4, "千": 1e3, None: 1.0}
_UNITS: Final = {
    "%": "share",
    "‰": "share",
    "元": "money CNY",
    "倍": "multiple",
    "年": "duration",
    "个月": "duration",
    "天": "duration",
    "日": "duration",
    "工作日": "duration",
    "个工作日": "duration",
    "个自然日": "duration",
    "岁": "age",
    "周岁": "age",
    "小时": "duration",
    "分钟": "duration",
    "级": "grade",
    "公里": "length",
}
_LENGTHS: Final = (
    ("年", "year"), ("个月", "month"), ("天", "day"), ("日", "day"),
    ("工作日", "day"), ("个工作日", "day"), ("个自然日", "day"), ("小时", "hour"), ("分钟", "minute"),
)  # fmt: skip
_FACTORS: Final = {
    "‰": 0.1,
    "公里": UNITS["km"].factor,
    **{w: UNITS[c].factor for w, c in _LENGTHS},
}
_DATE: Final = re.compile(
    r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|〔\d{4}〕\d+号|第\s*\d+\s*条"
)
_RANGE: Final = re.compile(
    r"[≥≤]?\d[\d,.]*\s*(?:万亿|亿|万|千)?[^\d；，、。]{0,3}(?:[～~—–-]|以上)\s*$"
)  # its lower end
_FRACTION: Final = re.compile(r"(?<!\d)(\d)/([2-9])(?!\d)")
_WORDED: Final = re.compile(r"([二三四五六七八九十])分之([一二三四五六七八九])")
_DIGITS: Final = "零一二三四五六七八九十"
_CLAUSE: Final = re.compile(r"[；;]")
_PARTY: Final = re.compile(r"合作方|对方|另一方|合作机构")


@value
class Provision:
    """One number of an entry: ``subject`` are the words before it, ``limited`` those in brackets after it.

    ``counted`` is the word for what a count counts (条, 章, 项).
    """

    entry: str
    subject: str
    sign: str
    number: float
    dimension: str
    limited: str
    words: Text
    counted: str = ""

    @property
    def of_partner(self) -> bool:
        """Whether it binds the other party."""
        return bool(_PARTY.search(self.subject))


@lru_cache(maxsize=500)
def provisions(entry: RegisterEntry) -> tuple[Provision, ...]:
    """Every number of the key numbers of an entry."""
    found = []
    clauses, translated = _CLAUSE.split(entry.key_numbers.zh), _CLAUSE.split(entry.key_numbers.en)
    if len(clauses) != len(translated):
        translated = [f"“{c.strip()}”" for c in clauses]  # quoted: the translation is not clause by clause
    for clause, english in zip(clauses, translated, strict=True):
        limited = "".join(re.findall(r"（([^）]*)）", clause))
        blank = _DATE.sub(lambda m: "　" * len(m[0]), clause)
        blank = _FRACTION.sub(lambda m: f"{100 * int(m[1]) / int(m[2])}%", blank)
        blank = _WORDED.sub(lambda m: f"{100 * _DIGITS.index(m[2]) / _DIGITS.index(m[1])}%", blank)
        if re.search(r"没有|未写|不含|并无", clause.split("（")[0]):
            continue
        for match in _NUMBER.finditer(blank):
            number = (
                float(match["n"].replace(",", ""))
                * _SCALES[match["scale"]]
                * _FACTORS.get(match["unit"] or "", 1.0)
            )
            dimension = _UNITS.get(match["unit"] or "", "count" if match["unit"] else "")
            subject = _RANGE.sub("", blank[: match.start()]).strip("　 ：")
            counted = (match["unit"] or "") if dimension == "count" else ""
            words = Text(clause.strip(), _set(english.strip()))
            sign = match["sign"] or ""
            found.append(Provision(entry.id, subject, sign, number, dimension, limited, words, counted))
    return tuple(found)


def _set(words: str) -> str:
    """English key numbers as a sentence prints them: signs for what is typed, digits in groups."""
    for typed, sign in (("<=", "≤"), (">=", "≥"), ("->", "→")):
        words = words.replace(typed, sign)
    return re.sub(r"\b\d{5,}\b", lambda m: f"{int(m[0]):,}", words)


def dimension_of(figure: Figure) -> str:
    """The dimension of a figure in the words of this file."""
    known = unit(figure.unit)
    dimension = known.dimension if known is not None else ""
    return "count" if dimension.startswith(("count", "persons")) else dimension


_UPPER: Final = ("≤", "不高于", "不超过", "<", "＜")
_LOWER: Final = ("≥", "不低于", "以上", "超过", ">", "＞")


def against(provision: Provision, comparator: str) -> bool:
    """Whether a text turns a ceiling into a floor, or a floor into a ceiling."""
    if provision.dimension == "age":
        return False  # 不得招募未满18周岁的 is 年龄≥18周岁
    signs = [provision.sign] if provision.sign else re.findall("[≥≤]", provision.subject)
    sign = signs[-1] if signs else ""
    return (sign in _UPPER and comparator in (">=", ">")) or (sign in _LOWER and comparator in ("<=", "<"))


def shared_words(one: str, other: str) -> int:
    """How many different pairs of characters two phrases share."""
    return len(
        {one[i : i + 2] for i in range(len(one) - 1)} & {other[i : i + 2] for i in range(len(other) - 1)}
    )
