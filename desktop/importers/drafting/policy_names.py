"""Titles and numbers of regulations in a form that can be compared: marks, issuers and small words aside."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

_MARKS: Final = re.compile(r"[《》〈〉“”\"'‘’「」『』\s]")
_BRACKET: Final = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|〔([^〔〕]*)〕|【([^【】]*)】")
_DRAFT: Final = re.compile(r"征求意见稿?|意见稿|公开征求意见|草案|送审稿|讨论稿")
_TRIAL: Final = re.compile(r"\(?试行\)?|暂行")
_YEARS: Final = re.compile(r"(?:19|20)\d\d")
_ABOUT: Final = re.compile(r"^.{2,60}?(?:会|局|部|厅|院|办|行|委|署|组|办公室|政府|总局)关于(?=.{4})")
_LAND: Final = re.compile(r"^中华人民共和国|^我国|^国家标准")
_NAMED: Final = re.compile(r"《([^《》]{4,})》")
_KINDS: Final = re.compile(
    r"(?:办法|条例|规定|通知|意见|方案|规划|纲要|决定|细则|指引|指南|准则|标准|公告|通告|解释|批复|规则|规程|"
    r"制度|计划|目录|清单|措施|规范|法典|要求|导则|函|法)$"
)
# Words that say how a document speaks rather than what it is about.
_SMALL: Final = re.compile(
    r"关于|有关事项|有关问题|相关|进一步|规范整顿|规范|加强|做好|开展|通过|工作|若干|整改|整治|健全|完善|"
    r"管理|监督|实施|的|和|与|及|等|、|,"
)
_FULL_NAMES: Final = {
    "中国银行保险监督管理委员会": "银保监会", "中国银保监会": "银保监会",
    "中国银行业监督管理委员会": "银监会", "中国银监会": "银监会",
    "中国证券监督管理委员会": "证监会", "中国证监会": "证监会",
    "国家金融监督管理总局": "金融监管总局", "中国人民银行": "人民银行", "央行": "人民银行",
    "国家互联网信息办公室": "网信办", "国家网信办": "网信办", "工业和信息化部": "工信部",
    "国家市场监督管理总局": "市场监管总局", "中华人民共和国": "", "国家发展和改革委员会": "国家发展改革委",
}  # fmt: skip
_NUMBER: Final = re.compile(
    r"(?P<agency>[\u4e00-\u9fff、 ]{1,40}?)?\(?(?P<year>(?:19|20)\d\d)?年?\)?第?"
    r"(?P<n>\d{1,5}|[一二三四五六七八九十百]{1,6})号"
)
_STANDARD: Final = re.compile(r"(?P<code>(?:GB|JR|YD|GA|SF)(?:/[TZ])?)(?P<n>\d{2,6})(?:-(?P<year>\d{4}))?")
_CN: Final = {c: n for n, c in enumerate("零一二三四五六七八九")}

NumberKey = tuple[str, str, int]


class Name(NamedTuple):
    """A title taken apart: what it is about, its kind of document, and the marks that tell versions apart."""

    full: str
    about: str
    kind: str
    draft: bool
    trial: bool
    years: frozenset[str]
    whole: str  # with what stands in brackets


@lru_cache(maxsize=4096)
def name_of(title: str) -> Name:
    """Take a title apart; forms, brackets, issuer and 《》 do not matter to the result."""
    words = _MARKS.sub("", unicodedata.normalize("NFKC", title)).replace("—", "-").replace("–", "-")
    whole = words
    draft = _DRAFT.search(words) is not None
    years: set[str] = set()

    def drop(match: re.Match[str]) -> str:
        years.update(_YEARS.findall(match[0]))
        return ""

    trial = _TRIAL.search(words) is not None
    words = _DRAFT.sub("", _BRACKET.sub(drop, words))
    words = _LAND.sub("", words)
    about = _ABOUT.match(words)
    if about:
        words = words[about.end() - 2 :]
    full = re.sub(r"暂行|试行", "", words).removeprefix("关于")
    kind = _KINDS.search(full)
    topic = full[: kind.start()] if kind else full
    return Name(full, _SMALL.sub("", topic), kind[0] if kind else "", draft, trial, frozenset(years), whole)


def titles_in(title: str) -> tuple[str, ...]:
    """Return the names that one entry goes by: the whole title, each of several, and one inside 《》."""
    found = [_NAMED.sub("", title) if _NAMED.search(title) and "（及" in title else title]
    found += _NAMED.findall(title)
    parts = [p for p in re.split(r"、", re.sub(r"（[^（）]*）|\([^()]*\)", "", title)) if _KINDS.search(p)]
    if len(parts) > 1:
        found += parts
    words = title.split(" ")
    if 1 < len(words) <= 3 and "关于" not in title:
        found += [" ".join(words[n:]) for n in range(1, len(words)) if len(words[n]) >= 6]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def numbers_in(text: str) -> tuple[NumberKey, ...]:
    """Return the document numbers in a text as (agency, year, number); brackets of any form do."""
    words = re.sub(r"[〔\[【（{]", "(", unicodedata.normalize("NFKC", text))
    words = re.sub(r"[—–−]", "-", re.sub(r"[〕\]】）}]", ")", words))
    found: list[NumberKey] = [
        (match["code"].replace("/", ""), match["year"] or "", int(match["n"]))
        for match in _STANDARD.finditer(words.replace(" ", ""))
    ]
    for match in _NUMBER.finditer(re.sub(r"(?<=[\d()第年号]) +| +(?=[\d()第年号])", "", words)):
        year, number = match["year"] or "", _whole(match["n"])
        agencies = [a for a in re.split(r"[、 ]", match["agency"] or "") if a]
        tail = re.search(r"(?:令|公告|通告)$", agencies[-1]) if agencies else None
        for agency in agencies:
            short = _short(agency)
            if tail and not short.endswith(tail[0]):
                short += tail[0]
            found.append((short, year, number))
    return tuple(dict.fromkeys(found))


def _short(agency: str) -> str:
    for full, short in _FULL_NAMES.items():
        agency = agency.replace(full, short)
    return agency


def _whole(token: str) -> int:
    if token.isdigit():
        return int(token)
    total = digit = 0
    for char in token:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _CN.get(char, 0)
    return total + digit
