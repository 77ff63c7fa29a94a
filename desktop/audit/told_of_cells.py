"""Which cell of a table a number of the prose is told of: by line, field, unit and the numbers around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from desktop.audit.interval import value_of
from desktop.audit.lines import behind_last
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.table_names import noun
from desktop.audit.views import View, like_units, views
from desktop.audit.year_rows import year_of
from desktop.core.figure import Figure
from desktop.core.units import unit
from desktop.core.value import once

CLAUSE: Final = re.compile(r"[，,；;：:。！？!?\n（(）)—](?!\d)")
# 少于2021年，只有35万人: no value of that year
COMPARED: Final = re.compile(
    r"(?:[多少高低大小强弱好差贵快慢]于|[超高]过|不及|不如|赶不上|比(?!例|重|率))\s*(?:19|20)\d\d年?(?:末|底)?"
)
_LATEST: Final = re.compile(r"去年|如今|今年|眼下|目前|现在|最近|最新|最后一年|末一年|到头来|已经")
_FIRST: Final = re.compile(r"头一年|第一年|起初|最初|最早|开头|一开始|当初|起步")
_COMMON: Final = ("", "%", "CNY", "person", "times", "pp", "day", "month")
_TELLS_NOTHING: Final = ("", "%", "times", "pp")
# Evidence as powers of ten: how much likelier it is to read this of the cell that is meant than of any other.
NAMED, AMONG, BEFORE, ABOVE = 1.2, 0.7, 1.0, 0.4
HEAD, _HEAD_BEFORE, _HEAD_ABOVE, _OTHER_HEAD = 1.0, 0.6, 0.3, -1.5
UNIT_ALONE, UNIT_RARE, _RARE_AND_NAMED = 0.4, 0.5, 0.9  # the only field of its unit, which may be a rare one


_PLACES: Final = tuple("区市县省镇乡村校店部院厂组")


class Words(NamedTuple):
    """The words around a number: its clause on both sides, its sentence before that, its paragraph before that."""

    clause: str
    tail: str
    sentence: str
    above: str

    def narrows(self, label: str) -> bool:
        """Whether a place or a part of its own stands before the name of a line: 东区小学."""
        lead, name, _ = self.clause.partition(label)
        return len(name) > 1 and lead.endswith(_PLACES)

    @classmethod
    def of(cls, piece: Section, figure: Figure) -> Words:
        """Those of a number of the prose."""
        text, at = piece.text, figure.anchor.start - piece.start
        line, begin = text.rfind("\n", 0, at) + 1, piece.sentence_start(at)
        clause = behind_last(CLAUSE, text[begin:at])
        rest = text[figure.anchor.end - piece.start :][:24]
        stop = CLAUSE.search(rest)
        return cls(
            clause, rest[: stop.start()] if stop is not None else rest,
            text[begin : at - len(clause)], text[line:begin],
        )  # fmt: skip


class Reading(NamedTuple):
    """A way to read a table for one number: the line that its words name and the weight of each field."""

    view: View
    line: str
    weight: float
    fields: dict[int, float]


def line_meant(view: View, words: Words, figure: Figure) -> tuple[str, float]:
    """The line of a table that the words around a number name, and how sure that is."""
    clause, sentence = (COMPARED.sub("", w) for w in (words.clause, words.sentence))
    if named := view.named(clause):
        return _last(view, clause, named), NAMED if len(named) == 1 else AMONG
    behind, before = view.named(words.tail), view.named(sentence)
    if behind and words.tail.startswith(f"的{behind[0]}"):
        return behind[0], NAMED  # 毛利率26.0%的西南
    if len(behind) == 1 and not before:
        return behind[0], BEFORE
    if before:
        return _last(view, sentence, before), BEFORE if len(before) == 1 else AMONG
    if view.of_years:
        at = next((n for cue, n in ((_LATEST, -1), (_FIRST, 0)) if cue.search(words.clause)), None)
        lines = sorted(view.lines)
        if at is not None:
            return lines[at], AMONG
        if (year := year_of(figure)) in view.lines:
            return year, AMONG
    parts = _parts(view)
    for said in (f"{words.clause}|{words.tail}", words.sentence):
        found = {n for part, n in parts.items() if part in said}
        if len(found) == 1:
            return found.pop(), AMONG
    above = view.named(words.above)
    return (_last(view, words.above, above), ABOVE) if above else ("", 0.0)


def _last(view: View, words: str, named: list[str]) -> str:
    if len(named) == 1 or view.pattern is None:
        return named[0]
    return view.line_of(view.pattern.findall(words)[-1])


@once
def _parts(view: View) -> dict[str, str]:
    """The pairs of characters that only one line has, and no field, with the line."""
    lines: dict[str, set[str]] = {}
    for line in view.lines:
        for part in pairs_in(line):
            lines.setdefault(part, set()).add(line)
    heads = (
        "|".join(map(view.sheet.head, view.sheet.cols))
        if not view.across
        else "|".join(map(view.sheet.label, view.sheet.rows))
    )
    return {
        p: next(iter(own)) for p, own in lines.items() if len(own) == 1 and p not in heads and not p.isascii()
    }


def fields_meant(view: View, words: Words, figure: Figure) -> dict[int, float]:
    """The fields that a number may stand in, with how surely its words name each."""
    may = [f for f in view.fields if any(like_units(u, figure.unit) for u in _units(view)[f])]
    own = {f: pairs_in(noun(head)) for f, head in view.fields.items()}
    shared = {p for f, pairs in own.items() for p in pairs if any(p in o for g, o in own.items() if g != f)}
    around = f"{words.clause}|{words.tail}"
    found = {}
    for field, pairs in own.items():
        clear = [p for p in pairs if p not in shared] or list(pairs)
        weight = next(
            (w for part, w in ((around, HEAD), (words.sentence, _HEAD_BEFORE), (words.above, _HEAD_ABOVE))
             if any(p in part for p in clear)), 0.0
        )  # fmt: skip
        if weight < HEAD and any(_per(u, around) for u in _units(view)[field]):
            weight = HEAD
        if may == [field] and figure.unit not in _TELLS_NOTHING:
            rare = _RARE_AND_NAMED if weight else UNIT_RARE
            weight += UNIT_ALONE if figure.unit in _COMMON else rare
        found[field] = weight
    best = max(found.values(), default=0.0)
    if best >= HEAD:
        found = {f: w if w >= HEAD else w + _OTHER_HEAD for f, w in found.items()}
    return found


@lru_cache(maxsize=5000)
def pairs_in(name: str) -> tuple[str, ...]:
    """The pairs of characters of a name by which it may be told, or its English words."""
    if name.isascii():
        return tuple(w.lower() for w in re.findall("[A-Za-z]{4,}", name))
    return tuple(name[i : i + 2] for i in range(len(name) - 1))


def _per(code: str, words: str) -> bool:
    """Whether words say per what a unit is: 每平方米 of USD/m2."""
    per = code.partition("/")[2]
    known = unit(per) or unit(f"count:{per}")
    name = known.name.zh.removeprefix("个") if known is not None else per
    return bool(per) and (f"每{name}" in words or f"一{name}" in words)


@once
def _units(view: View) -> dict[int, set[str]]:
    return {f: {c.unit for c in view.column(f).values()} for f in view.fields}


def readings(
    sheet: Sheet, words: Words, figure: Figure, cells: Sequence[Figure], *, alone: bool
) -> list[Reading]:
    """The ways to read a table for a number of the prose that may be of some cells.

    Its words must name the line of one of them, unless it is not ``alone``: other numbers or words tell the line.
    """
    found = []
    for view in views(sheet):
        line, weight = line_meant(view, words, figure)
        at = view.lines[line] if line else 0
        if alone if not line else all((c.col if view.across else c.row) != at for c in cells):
            continue
        fields = fields_meant(view, words, figure)
        if fields:
            found.append(Reading(view, line, weight, fields))
    return found


def is_extreme(way: Reading, cell: Figure, field: int) -> bool:
    """Whether a cell is the most or the least of its field."""
    values = [v for c in way.view.column(field).values() if (v := value_of(c)) is not None]
    return value_of(cell) in (min(values), max(values))


def is_touched(sheet: Sheet, cell: Figure, said: str) -> bool:
    """Whether words have two characters of the name of its row, or of its column: most likenesses are accidents."""
    if cell.unit.startswith("count:"):
        return True  # which may tell it by itself
    names = sheet.label(cell.row or 0), sheet.head(cell.col or 0)
    return any(pair in said for name in names for pair in pairs_in(noun(name)) or pairs_in(name))
