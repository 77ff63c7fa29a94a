"""Comparisons of two names in words: who is set against whom, by how much, and which words tell of what."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from desktop.audit.interval import ABOUT, NEAR
from desktop.audit.lines import clause_start
from desktop.audit.move import BY, TO
from desktop.audit.scope import Section
from desktop.audit.table_names import OTHERS, Names
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.value import value

THAN: Final = re.compile(r"(?<![对相占环同可好反性])比(?![例重率值较起如分喻])")
_IT: Final = re.compile(r"^(?:它|其|前者|前面那个|这个数|这)(?!他|它|余|实|中|次)")
_OF_IT: Final = re.compile(r"(?:而|但|且|因为|由于|可是|不过|并且|况且)?[它其]")
_OBJECT: Final = re.compile(r"(?:比|较|[高低多少贵大小]于|超过|不及|落后)[^，；]{0,4}$")
_BACK: Final = 80  # characters back to which 它 is followed
_AS: Final = re.compile(
    r"(?:是|为|达到?了?|有|相当于|等于|等同于|只有|仅有|只及|仅及|抵得?上?|不到|不足|超过|接近|几乎|近|约|够|顶)$"
)
_BOUNDS: Final = {"不到": "<", "不足": "<", "超过": ">", "接近": "~", "近": "~", "约": "~", "几乎": "~"}
_HEDGES: Final = r"(?:[约近超逾]|不到|不足|超过|将近|接近|大约|差不多|整整|足足|几乎|还)*"
_ENDS: Final = re.compile(rf"^(?:当年|同期|那边)?的?{_HEDGES}$")
_OF: Final = re.compile(rf"的{_HEDGES}$")
SUM: Final = re.compile(r"加起来|加在一起|合起来|之和|合计|总和|加总")
_MORE: Final = re.compile(
    r"(?:[也还又要]|足足|整整)*(?:多|(?P<less>少))[\u4e00-\u9fff](?:[了出掉约近]|将近|足足|整整)*"
)
_CALLED_ONE: Final = re.compile(r"最[高低多少大小长短快慢贵]的?")
_CALLED: Final = re.compile(
    r"^(?:最[高低多少大小长短快慢贵]|排名?(?:第[一二三四五六七八九十]|最末)|垫底|居首)的"
)  # 比最低的北苑
_LOOSE: Final = re.compile(r"快|慢|早|晚|先|后|优|差")  # words whose way depends on what they are said of
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?=年)")
_NEARLY: Final = re.compile(rf"差不多|几乎|大体|大致|基本|快到|{ABOUT.pattern}|{NEAR.pattern}", re.I)

_UPPER: Final = re.compile(r"上限|最高|封顶|顶格|上端|最贵|最多")
_LOWER: Final = re.compile(r"下限|最低|起步|下端|最便宜|最少")
_TOPIC: Final = re.compile(  # 额度上，银杏是橙舟的1.5倍
    r"(?:而|但|至于|论起?|按|就|只?看|单看|说到|再看)?(?P<what>[^，。；;,\d\n]{2,8}?)(?:上|方面|来看|来说|而言|层面|这一[项栏列])?[，,：:]"
)


@value
class Said:
    """``one`` is set against ``other`` ("" is the sum of all others); ``words`` are those that tell of what."""

    one: str
    other: str
    way: str
    down: bool | None
    words: str
    own: str
    claim: Figure
    stated: tuple[Figure, ...]
    topic: str = ""

    @property
    def end(self) -> str:
        """Which end of a range the words name: "high" (利率上限), "low", or "" for neither."""
        return "high" if _UPPER.search(self.words) else "low" if _LOWER.search(self.words) else ""


def may_be_of(claim: Figure, words: str) -> bool:
    """Whether a clause ends as "A is the double of B" does before its number."""
    full = words + claim.anchor.quote.partition(claim.as_printed)[0]
    return "的" in full and _OF.search(full) is not None


def compared_in(piece: Section, names: Names, claim: Figure, begin: int, words: str) -> Said | None:
    """Which two names a clause compares before a figure, and how."""
    lead = claim.anchor.quote.partition(claim.as_printed)[0]
    full, pattern = words + lead, names.pattern
    if pattern is None:
        return None
    than = THAN.search(words)
    if than is not None:
        after = _CALLED.sub("", full[than.end() :])
        other = pattern.match(after)
        rest = after[other.end() :] if other is not None else after
        name = other[0] if other is not None else ""
        if other is None and _IT.match(after):
            rest, name = _IT.sub("", after), "它"
        elif other is None and OTHERS.match(after) and (added := SUM.search(after)):
            rest = after[added.end() :]
        elif other is None:
            return None
        spoken, more = told(names.rest(rest)), _MORE.fullmatch(rest)  # 多亏75万元 is more of a loss
        if not (spoken.way or more) or _LOOSE.search(rest) or pattern.search(rest):
            return None
        down = more["less"] is not None if more is not None else spoken.way == "down"
        way, head = BY, words[: than.start()]
    else:
        found = list(pattern.finditer(full))
        if not found or not _ENDS.match(full[found[-1].end() :]) or "的" not in full[found[-1].end() :]:
            return None
        head, name, way, down = full[: found[-1].start()], found[-1][0], TO, None
        bound = _AS.search(head)
        if bound is None:
            return None
        if claim.comparator == "=" and bound[0] in _BOUNDS:
            claim = replace(claim, comparator=_BOUNDS[bound[0]])
    subject, start = subject_of(piece, names, head, begin)
    if not subject:
        return None
    if name == "它":
        before = piece.text[piece.sentence_start(begin) : start]
        name = next((n for n in reversed(pattern.findall(before)) if n != subject), "")
        if not name:
            return None
    if subject == name:
        return None
    compared = THAN.search(piece.text, start, begin)
    until = compared.start() if compared is not None else begin  # a difference is no value of the subject
    between = tuple(
        f for f in piece.between(piece.start + start, piece.start + until)
        if not f.is_date and not f.table and f.role in ("level", "ratio")
    )  # fmt: skip
    text = _years(piece, start) + piece.text[start:begin] + full
    if claim.comparator == "=" and _NEARLY.search(
        full[-8:]
    ):  # the word stands before the verb: 差不多是甲的四倍
        claim = replace(claim, comparator="~")
    topic = _TOPIC.fullmatch(piece.text, clause_start(piece.text, begin - 1), begin) if begin else None
    about = topic["what"] if topic is not None else ""
    return Said(subject, name, way, down, f"{about}，{text}" if about else text, full, claim, between, about)


def _years(piece: Section, start: int) -> str:
    """The years that the sentence has told before, if any: 2023年，…"""
    return "，".join(f"{y}年" for y in _YEAR.findall(piece.text[piece.sentence_start(start) : start]))


def subject_of(piece: Section, names: Names, head: str, begin: int) -> tuple[str, int]:
    """Who is compared: the one name before the word of comparison, else that of the clause before."""
    pattern = names.pattern
    assert pattern is not None
    own = pattern.findall(head)
    if own:
        return (own[0], begin) if len(set(own)) == 1 else ("", 0)
    if _OF_IT.match(head):
        return _it(piece, pattern, begin)
    first = piece.sentence_start(begin)
    at = begin
    while at > first:
        at = max(first, clause_start(piece.text, at - 1))
        clause = piece.text[at:begin]
        if "；" in clause or ";" in clause:
            return "", 0
        found = pattern.search(clause)
        if found is not None and _AS.search(clause[: found.start()]) and clause[found.end() :][:1] == "的":
            continue  # 是麦穗借的4倍，也要比松果贷多等6分钟: of neither
        if found is not None:
            lead = _CALLED_ONE.sub("", names.rest(clause[: found.start()]))  # 老人占比最高的柳巷达到80%
            plain = not lead.strip("而但其中是则，, |的")
            than = THAN.search(clause, found.end()) is not None
            alone = len(set(pattern.findall(clause))) == 1
            return (found[0], at) if plain and (alone or than) else ("", 0)
    return "", 0


def _it(piece: Section, pattern: re.Pattern[str], begin: int) -> tuple[str, int]:
    """What a clause that begins with 它 goes on about: the one name of the sentence before that is no object in it."""
    at = max(piece.text.rfind("\n", 0, begin) + 1, begin - _BACK)
    before = piece.text[at:begin].rstrip("，；。,;因为由于而且但 ")
    before = before[max(before.rfind("。"), before.rfind("；")) + 1 :]
    found = [m for m in pattern.finditer(before) if not _OBJECT.search(before[: m.start()])]
    names = {m[0] for m in found}
    return (names.pop(), begin) if len(names) == 1 else ("", 0)
