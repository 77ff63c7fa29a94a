"""Who issued a regulation: the agency that a text names as its author, against the register."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from desktop.audit.scope import Rule
from desktop.core.policy import RegisterEntry

_NAMES: Final[dict[str, str]] = {
    "pbc": "中国人民银行|人民银行|央行|人行|PBoC|PBC|People's Bank of China",
    "cbrc": "中国银监会|银监会|CBRC",
    "cbirc": "中国银保监会|原银保监会|银保监会|CBIRC",
    "nfra": "国家金融监督管理总局|国家金融监管总局|金融监管总局|金监总局|NFRA",
    "csrc": "中国证监会|证监会|CSRC",
    "safe": "国家外汇管理局|外汇管理局|外汇局",
    "miit": "工业和信息化部|工信部|MIIT",
    "cac": "国家互联网信息办公室|国家网信办|中央网信办|网信办|CAC",
    "mps": "公安部",
    "moj": "司法部",
    "samr": "国家市场监督管理总局|市场监督管理总局|市场监管总局|SAMR",
    "ndrc": "国家发展和改革委员会|国家发展改革委|国家发改委|发展改革委|发改委|NDRC",
    "mof": "财政部",
    "mofcom": "商务部",
    "moe": "教育部",
    "mohurd": "住房和城乡建设部|住房城乡建设部|住建部",
    "mot": "交通运输部|交通部",
    "nhc": "国家卫生健康委|国家卫健委|卫健委",
    "mohrss": "人力资源和社会保障部|人社部",
    "moa": "农业农村部",
    "mct": "文化和旅游部|文旅部",
    "sta": "国家税务总局|税务总局",
    "court": "最高人民法院|最高法院|最高法|Supreme People's Court",
    "procuracy": "最高人民检察院|最高检",
    "npc": "全国人民代表大会|全国人大|人大常委会|National People's Congress|NPC",
    "state": "国务院|国办|State Council",
    "mee": "生态环境部|环境保护部|环保部",
    "civil": "民政部",
    "nhsa": "国家医疗保障局|国家医保局|医保局",
    "nmpa": "国家药品监督管理局|国家药监局|药监局",
    "nea": "国家能源局|能源局",
    "post": "国家邮政局|邮政局",
    "press": "国家新闻出版署|新闻出版署",
    "tobacco": "国家烟草专卖局|烟草专卖局",
    "ip": "国家知识产权局|知识产权局",
    "standards": "国家标准化管理委员会|国家标准委|国标委",
    "campaign": "互联网金融风险专项整治工作领导小组|互金整治办|整治办",
}
_LATER: Final = {
    "cbrc": ("cbirc", "nfra"),
    "cbirc": ("nfra",),
}  # who went on with the work, and with the documents
_ANY: Final = "|".join(
    sorted({n for names in _NAMES.values() for n in names.split("|")}, key=len, reverse=True)
)
_KEY: Final = {name: key for key, names in _NAMES.items() for name in names.split("|")}
_FIND: Final = re.compile(_ANY)
_ISSUES: Final = "发布|印发|出台|下发|颁布|制定|公布|推出|发出|表决通过|审议通过|通过"
_AHEAD: Final = re.compile(
    rf"(?P<who>(?:{_ANY})(?:办公厅)?(?:[、和与及](?:{_ANY})(?:办公厅)?)*)(?P<more>等[^，。《]{{0,8}})?"
    rf"(?:的|(?:[^，,。；《》]{{0,16}}?(?:{_ISSUES})(?:了|的)?[^，,。；《》\d]{{0,6}}))?《?$"
)
AFTER_TITLE: Final = (
    r"^》?(?:[（(][^（）()]*[）)])?"
    r"(?:[，,、\s\d年月日初底末中旬]|在|于|是|系|即|曾|最早|最初|早先|当时|共同|联合){0,24}?"
)
"""Between a title and who is told as its author: no words but of time."""
_BEHIND: Final = re.compile(
    rf"{AFTER_TITLE}由(?P<who>(?:{_ANY})(?:办公厅)?(?:[、和与及](?:{_ANY})(?:办公厅)?)*)"
    rf"(?P<more>等[^，。《]{{0,8}})?[^，。；《》]{{0,16}}?(?:{_ISSUES})"
)


def issuer_told(rule: Rule) -> tuple[str, int, int] | None:
    """The agency that the sentence names as the author, with its offsets in the source; None where it names none."""
    if not rule.text or not _FIND.search(rule.text):
        return None
    at = rule.mention.anchor
    ahead = rule.words(rule.start, at.start)
    match, begin = _AHEAD.search(ahead), rule.start
    if match is None:
        match, begin = _BEHIND.search(rule.words(at.end, rule.start + len(rule.text))), at.end
    return (match["who"], begin + match.start("who"), begin + match.end("who")) if match else None


def is_other(words: str, entry: RegisterEntry, *, first: bool = False) -> bool:
    """Whether none of the agencies named is one that the register has, or the successor of one.

    Of many issuers the register names only the ``first``, and so does a text that says 某某等九部门.
    """
    told, known = agencies(words), agencies(entry.issuer.zh)
    if not told or not known:
        return False
    if "等" in entry.issuer.zh and not first:
        return False
    heirs = {h for k in known for h in _LATER.get(k, ())}
    return not told & (known | heirs)


@lru_cache(maxsize=500)
def agencies(words: str) -> frozenset[str]:
    """The agencies of a list, whatever name each goes by."""
    return frozenset(_KEY[m[0]] for m in _FIND.finditer(words))
