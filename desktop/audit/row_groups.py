"""The lines of a table that a clause names, in groups, each with the word that sets something against it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from desktop.audit.scope import Section
from desktop.audit.spoken import Clause
from desktop.audit.views import View
from desktop.core.value import once

THAN, OVER, WITH, IS = "than", "over", "with", "is"
IT: Final = "它"
_AND: Final = re.compile(r"(?:[和与及跟、或]|以及|加上?)(?:是|这)?")
_CALLED: Final = re.compile(  # 比最便宜的蜂途, 比排在第二的驰川
    r"(?:最[\u4e00-\u9fff]{1,3}|(?:[排位]名?列?在?)?第[一二三四五六](?:名|位)?[\u4e00-\u9fff]?|垫底|居首|末位|老?对手|同城|邻近|隔壁)的?$"
)
_REL: Final = re.compile(
    r"(?P<than>(?<![对相占环同可好反性])比起?|(?<![比计])较|[相对]比于?)$|"
    r"(?P<over>超[过出越]|[高低多少大小长短快慢早晚贵重轻强弱优逊晚先后]于|[高多长贵胜大重低少短快盖压]过|[高低多少长短贵超快慢重轻大小早晚]出|领先|落后|赢过?|输给?)$|"
    r"(?P<is>只有|仅有|不[到足及过是]|[相等当]于|接近|几乎|大约|恰好|差不多|[是为及占到抵似即足有约近仅只顶])$|"
    r"(?P<with>[和与跟同距离])$"
)
_BOUNDS: Final = re.compile(
    r"(?P<less>不到|不足|不及)|(?P<more>超过|不止|高过)|(?P<near>接近|几乎|差不多|将近|约|近)"
)
_REST: Final = re.compile(r"(?:其[余他它]|另外|剩下|别的)[^，。；的]{0,6}?(?=加|之和|合|总和|相加|还|都)")
_ITS: Final = re.compile(r"[它他她](?!们)|其(?![中余他它实次])")
_TIME: Final = re.compile(r"(?:19|20)\d\d|季度|\d月|[上下]半年")
_LEAST: Final = 2
_CUT: Final = re.compile(r"(?:[^，。、\s][、和与])+$")


class Group(NamedTuple):
    """Names that stand together; ``rel`` is what stands before them, ``bound`` the comparator that it tells."""

    names: tuple[str, ...]
    start: int
    end: int
    rel: str = ""
    bound: str = ""

    @property
    def is_object(self) -> bool:
        """Whether something is set against it."""
        return self.rel in (THAN, OVER, WITH)


def groups_of(piece: Section, view: View, clause: Clause) -> tuple[Group, ...]:
    """The groups of a clause, in order; 它 and 其余 are names too."""
    known = _known(piece)
    key = (view.sheet.key, view.across, clause.start)
    if key not in known:
        known[key] = tuple(_groups(view, clause.text))
    return known[key]


def objects(piece: Section, view: View, clause: Clause) -> set[str]:
    """The names that a clause compares with: they are not what the next clause goes on about."""
    return {
        name
        for group in groups_of(piece, view, clause)
        if group.is_object or (group.rel == IS and clause.text.startswith("的", group.end))
        for name in group.names
    }


@once
def _known(_piece: Section) -> dict[tuple[str, bool, int], tuple[Group, ...]]:
    return {}


def _groups(view: View, text: str) -> list[Group]:
    found: list[tuple[str, int, int]] = []
    pattern = _pattern(view)
    if pattern is not None:
        found = [(line_of(view, m[0]), m.start(), m.end()) for m in pattern.finditer(text)]
        found += [short for name, start, _ in found for short in _cut(view, name, text[:start])]
    taken = [(start, end) for _, start, end in found]
    for match in _ITS.finditer(text):
        found.append((IT, match.start(), match.end()))
    for match in _REST.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(("", match.start(), match.end()))
    found.sort(key=lambda one: one[1])
    made: list[Group] = []
    for name, start, end in found:
        last = made[-1] if made else None
        if last is not None and name and _AND.fullmatch(text[last.end : start]):
            made[-1] = last._replace(names=(*last.names, name), end=end)
            continue
        before = text[last.end if last is not None else 0 : start]
        lead = _CALLED.sub("", before)
        rel = _REL.search(lead)
        bound = _BOUNDS.search(lead[-4:])
        kind = rel.lastgroup or "" if rel is not None else ""
        names: tuple[str, ...] = (name,)
        if not name:
            own = {n for g in made for n in g.names}
            names = tuple(n for n in view.lines if n not in own) if own else (*view.lines, "")
        sign = {"less": "<", "more": ">", "near": "~"}[bound.lastgroup or ""] if bound is not None else ""
        made.append(Group(names, start, end, kind, sign))
    return made


def _cut(view: View, name: str, before: str) -> list[tuple[str, int, int]]:
    """The lines that stand before one without what all of them end in: 一、二车间, 1、2号线."""
    row = _CUT.search(before)
    own = [(row.start() + n, row[0][n]) for n in range(0, len(row[0]), 2)] if row is not None else []
    cut = [(first + name[1:], at, at + 1) for at, first in own]
    return cut if all(one in view.lines for one, _, _ in cut) else []


@once
def _pattern(view: View) -> re.Pattern[str] | None:
    short = view.other_names
    names = sorted({*view.lines, *_stems(view), *short}, key=len, reverse=True)
    parts = [rf"(?<!\d){n}(?!\d)" if n.isdigit() else re.escape(n) for n in names]
    return re.compile("|".join(parts)) if len(view.lines) >= _LEAST else None


@once
def _stems(view: View) -> dict[str, str]:
    """The names without the last character that all have: 东门, of 东门店."""
    lines = list(view.lines)
    if view.of_years or len({name[-1] for name in lines}) != 1 or not lines:
        return {}
    return {name[:-1]: name for name in lines if len(name) > _LEAST}


@once
def of_times(view: View) -> bool:
    """Whether the lines are times."""
    return view.of_years or any(_TIME.search(name) for name in view.lines)


def line_of(view: View, name: str) -> str:
    """The line that a name stands for, which may be told without its last character."""
    return _stems(view).get(name) or view.line_of(name)
