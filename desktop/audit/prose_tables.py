"""Enumerations of a sentence read as tables, so that what the text says of them can be held against them.

甲平台41.2%，乙平台19.6%，丙平台16.3%; 一季度566亿元，二季度584亿元，三季度607亿元; 四周依次为9.6亿元、7.2亿元、5.4亿元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from desktop.audit.bullet_tables import Entry, listed_table
from desktop.audit.keys import same_dimension
from desktop.audit.listed_words import ANY, CALLED, TOLD
from desktop.audit.marks import SAME_THREE
from desktop.audit.scope import Prose
from desktop.audit.sheet import Sheet
from desktop.core.figure import Figure

_LEAST: Final = 3  # amounts that make a row of them a table
_LONG: Final = 10  # characters of a name
_ROLES: Final = ("level", "ratio")
_NO_UNIT: Final = ("", "year", "rank", "times", "pp", "age", "grade", "count:折", "count:番")
_GAP: Final = re.compile(r"[、，,；;和与及以而\s]*(?:其中)?")
_JOIN: Final = re.compile(r"(?:左右|上下|多)?[、，,和与及以]+")
_IS: Final = re.compile(
    r"(?:的)?(?:占(?:比|到|了|据|总数)?|为|是|有|达到?|约|近|共|卖出?|分到|拿下|贡献|只|仅|(?<!规)则|也|各|合计|[：:\s“”])*$"
)
_NO_NAME: Final = re.compile(
    r"[。！？|\n（）()]|[增升涨降跌减][长加至到为幅了]|同比|环比|[比较][上去前]|[多少高低]于|超过?|不[到足]|每|平均|均|从|由|[升降涨跌]|相当|其中"
    r"|合$|[前后头两二三四五六七八九几][家店者项类大个种名位]|总|一共|[加合]起来|合计|全年|累计|剩|差|比|又|再|还|原来|目标|预计|计划|如果|若|按"
)
_BARE: Final = re.compile(r"[、，,和与及]")
_CLAUSE: Final = re.compile(r"[，,。；;：:！？\n]")
_EACH: Final = re.compile(
    r"(?P<head>[^，,。；;：:\d]{0,12}?)(?:分别|依次)(?:约|大约|大致)?(?:[为是有达占到卖收涨升降]|：|:|，)*(?:约|近)?$"
)
_SPAN: Final = re.compile(
    r"(?:(?P<from>[一1])至?[到—–-]?(?P<to>[二三四2-4])季度|(?:前|头|后|最近|全年|各)?(?P<n>[三四五六七八九十3-9]|1[0-2])?个?(?P<of>季度|月|周|年|天|轮|期|批))"
)
_YEARS: Final = re.compile(r"((?:19|20)\d\d)(?:年)?\s*(?:至|到|—|–|-)\s*((?:19|20)\d\d)年")
_NAMES: Final = re.compile(
    r"(?P<names>[^，,。；;：:！？\n]{2,60}、[^，,。；;：:！？\n]{2,60}?)(?P<head>的[^，、]{1,8})?(?:分别|依次)"
)
_LINK: Final = re.compile(r"、|以及|和|与|及")
_DIGIT: Final = {c: n for n, c in enumerate("零一二三四五六七八九十")}
_NUMERALS: Final = "一二三四五六七八九十"
_OPENED: Final = re.compile(r"(?P<words>[^，,。；;：:\n]{2,20})[：:][^，,。；;：:\n]*$")
_WHEN: Final = re.compile(r"^(?:19|20)\d\d年(?:末|底)?")
_LISTED: Final = re.compile(r"^.*(?:季度?|个?月|周|[三四五六七八九十]年)")
_NO_TOPIC: Final = re.compile(r"[\d一二三四五六七八九十两百千万]|完成|集中|包括|来自")
_SHARE: Final = re.compile(r"[，,（(、]?\s*(?:分别)?(?:占(?:比|到|了|总[^，]{0,3})?|为|约|近)*")
_TIME: Final = re.compile(r"(?:(?:19|20)\d\d年|[1-9]\d?月|第?[一二三四]季度)$")
_YEAR: Final = re.compile(r"(?:19|20)\d\d年?$|^[1-9]\d?月")


class _Row(NamedTuple):
    """Amounts that stand beside each other, what each is of, and what all are called; ``many`` figures make it up."""

    head: str
    entries: list[Entry]
    many: int


def told_tables(line: Prose) -> Iterator[Sheet]:
    """The tables that a line of prose tells in a sentence; of three amounts or more."""
    if SAME_THREE not in line.marks:
        return
    own = [f for f in lent(line, line.figures) if not f.is_date and f.unit not in _NO_UNIT]
    at = 0
    while at + _LEAST <= len(own):
        row = (_each(line, own, at) or _named(line, own, at)) if own[at].role in _ROLES else None
        if row is not None:
            head = row.head or CALLED.get(own[at].unit, ANY)
            yield listed_table(TOLD[:-1], line.source, head, row.entries, row.entries[0].start)
        at += row.many if row is not None else 1


def lent(line: Prose, figures: Sequence[Figure]) -> list[Figure]:
    """Figures of a line, with the unit of the last of a row for those before it: 1.2亿、0.9亿和1.3亿千瓦时."""
    own = list(figures)
    for n in range(len(own) - 2, -1, -1):
        alike = not own[n].unit and own[n + 1].unit and own[n].role == own[n + 1].role
        if alike and _BARE.fullmatch(_between(line, own[n], own[n + 1])):
            own[n] = replace(own[n], unit=own[n + 1].unit)
    return own


def _named(line: Prose, own: Sequence[Figure], at: int) -> _Row | None:
    """The row that begins with an amount, each behind its name, and perhaps with the share that it is."""
    first = own[at]
    name = _first_name(line, first)
    if not name:
        return None
    entries, end = [Entry(name, first.anchor.start, first)], at + 1
    while end < len(own):
        last = entries[-1]
        if last.share is None and first.unit != "%" and own[end].unit == "%":
            if not _SHARE.fullmatch(_between(line, last.figure, own[end])):
                break
            entries[-1] = last._replace(share=own[end])
            end += 1
            continue
        gap = _between(line, last.share or last.figure, own[end])
        name = _name(gap.lstrip("）)")) if _alike(first, own[end]) else ""
        if not name:
            break
        entries.append(Entry(name, own[end].anchor.start, own[end]))
        end += 1
    if len(entries) < _LEAST or len({e.label for e in entries}) < len(entries):
        return None
    head = _topic(line, first)
    time = _TIME.search(entries[0].label)
    if time is not None and all(_TIME.fullmatch(e.label) for e in entries[1:]):
        head = entries[0].label[: time.start()] or head  # 毛利率2023年35.0%、2024年33.0%
        entries[0] = entries[0]._replace(label=time[0])
    return _Row(head, entries, end - at)


def _alike(one: Figure, other: Figure) -> bool:
    return other.role in _ROLES and same_dimension(one.unit, other.unit) and other.comparator == "="


def _between(line: Prose, one: Figure, other: Figure) -> str:
    return line.text[one.anchor.end - line.start : other.anchor.start - line.start]


def _name(gap: str) -> str:
    """The name that stands between two amounts and nothing else; "" where there is more."""
    lead = _GAP.match(gap)
    if lead is None or not lead[0].strip() or "其中" in gap:
        return ""
    words = _IS.sub("", gap[lead.end() :])
    if not 0 < len(words) <= _LONG or _CLAUSE.search(words) or "、" in words or _NO_NAME.search(words):
        return ""
    return words if not any(c.isdigit() for c in words) or _YEAR.search(words) else ""


def _first_name(line: Prose, first: Figure) -> str:
    """The name before the first amount, in its clause."""
    at = first.anchor.start - line.start
    words = _CLAUSE.split(line.text[max(0, at - 40) : at])[-1]
    return _name("，" + words.rpartition("、")[2])


def _topic(line: Prose, first: Figure) -> str:
    """The noun that a colon before a row announces; "" where that is a sentence of its own."""
    at = first.anchor.start - line.start
    opened = _OPENED.search(line.text[max(0, at - 60) : at])
    words = _WHEN.sub("", opened["words"].strip("-*_· ")) if opened is not None else ""
    return "" if _NO_TOPIC.search(words) else words


def _each(line: Prose, own: Sequence[Figure], at: int) -> _Row | None:
    """The row behind 分别 or 依次, with the names or the periods before it."""
    end = at + 1
    while (
        end < len(own)
        and _alike(own[at], own[end])
        and _JOIN.fullmatch(_between(line, own[end - 1], own[end]))
    ):
        end += 1
    if end - at < _LEAST:
        return None
    begin = own[at].anchor.start - line.start
    lead = line.text[max(0, begin - 90) : begin]
    said = _EACH.search(lead)
    if said is None:
        return None
    before = lead[: said.start("head")] + said["head"]
    names = _listed(lead) or _periods(before, end - at)
    if len(names) != end - at or len(set(names)) < len(names):
        return None
    entries = [Entry(n, f.anchor.start, f) for n, f in zip(names, own[at:end], strict=True)]
    return _Row(_head(said["head"], names), entries, end - at)


def _listed(lead: str) -> list[str]:
    """The names of a list before 分别."""
    found = list(_NAMES.finditer(lead))
    if not found:
        return []
    parts = [p.strip() for p in _LINK.split(found[-1]["names"]) if p.strip()]
    return parts if all(len(p) <= _LONG for p in parts) else []


def _periods(words: str, many: int) -> list[str]:
    """The quarters, months, weeks or years that words before 依次 speak of, in order."""
    clause = re.split(r"[。；;\n]", words)[-1]
    years = _YEARS.search(clause)
    if years is not None and int(years[2]) - int(years[1]) + 1 == many:
        return [f"{y}年" for y in range(int(years[1]), int(years[2]) + 1)]
    every = list(_SPAN.finditer(clause))
    if not every or many > len(_NUMERALS):
        return []
    found = every[-1]
    if found["from"]:
        last = _DIGIT.get(found["to"], 0) or int(found["to"])
        return [f"{c}季度" for c in _NUMERALS[:many]] if last == many else []
    told = found["n"]
    number = (_DIGIT.get(told) or int(told)) if told else 0
    if number not in (0, many):
        return []
    unit = found["of"]
    if unit == "季度":
        return [f"{c}季度" for c in _NUMERALS[:many]] if many == 4 else []
    return [f"第{c}{'个' if unit == '月' else ''}{unit}" for c in _NUMERALS[:many]] if number else []


def _head(words: str, names: Sequence[str]) -> str:
    """The noun between what is listed and 分别."""
    words = _LISTED.sub("", words)
    for name in names:
        words = words.replace(name, "")
    return _LINK.sub("", words).strip("的 ")
