"""The most of what is worked out of two columns: 一单只剩0.60元，四年里最薄, where the table has price and cost."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.adjectives import way
from desktop.audit.amounts import bare, formula, number, quote, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import step_of, value_of
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.audit.spots import AMONG, clauses_before
from desktop.audit.views import View, like_units, views_at
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "worked_tops"
_CUE: Final = re.compile(r"最(?P<adj>[高低多少大小厚薄贵长短]|便宜)(?![值限额])")
_UNSURE: Final = re.compile(
    r"之一|并列|除|以外|不是|并非|未必|不再|仅次|第二|[增降涨跌升减][幅速]|变化|若|如果|目标|历史|行业|全国|比|曾|至今"
)
_MOST: Final = 8  # columns that are put together two by two
_LEAST: Final = 3
_CLEAR: Final = 3  # digits that a product does not have by chance
SAID: Final = Text(
    "文中说{0}的{1}{2}，但按表中{3}与{4}算，{5}的是{6}（{7}）。",
    "The text says {2} of {0} ({1}), but worked out of {3} and {4} of the table the {5} is {6} ({7}).",
)
MOST, LEAST = Text("最大", "largest"), Text("最小", "smallest")


@check(KEY, "算出各数之最", "the most of what is worked out", "section", needs={"section": ("table", "最")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Work out a number of a sentence for every line of a table, and hold what is called the most against that."""
    if not piece.has_tables:
        return
    for clause in spoken(piece):
        match = _CUE.search(clause.text) if "最" in clause.text else None
        if match is None or _UNSURE.search(clause.text):
            continue
        lead, words = clause.text[: match.start()].strip(), clause.text
        before = [f for f in clause.figures if f.anchor.end <= clause.start + match.start()]
        if not lead or AMONG.fullmatch(lead):
            earlier = next(clauses_before(piece, clause), None)
            before, words = (list(earlier.figures), earlier.text) if earlier is not None else ([], "")
        if before:
            yield from list(_held(piece, clause, before[-1], words, match))[:1]


def _held(
    piece: Section, clause: Clause, figure: Figure, words: str, match: re.Match[str]
) -> Iterator[Result]:
    sign = way(match["adj"], figure.unit, "")
    value = value_of(figure)
    if not sign or not value or figure.role not in ("level", "ratio"):
        return
    for view in views_at(piece, clause.start):
        if len(view.lines) < _LEAST or view.holders(figure):
            continue
        named = view.named(words)
        found = [
            (line, f, g, values)
            for f, g, values in _worked(view, figure)
            for line, v in values.items()
            if abs(v - value) <= step_of(figure) / 2 + 1e-9 * abs(value) and (not named or line in named)
        ]
        if len({line for line, *_ in found}) != 1:
            continue
        for line, f, g, values in found:
            best = max(values.values()) if sign > 0 else min(values.values())
            if abs(values[line] - best) <= 1e-9 * abs(best):
                yield say.passed(KEY, (figure, view.column(f)[line], view.column(g)[line]))
                return
        line, f, g, values = found[0]
        best = max(values.values()) if sign > 0 else min(values.values())
        who = next(n for n, v in values.items() if v == best)
        cells = (view.column(f)[who], view.column(g)[who])
        shown = number(best / (value / _printed(figure)), 2)
        said = SAID.format(
            quote(line), stated(figure), quote(match[0]), quote(view.fields[f]), quote(view.fields[g]),
            MOST if sign > 0 else LEAST, quote(who), shown,
        )  # fmt: skip
        written = formula("{}, {} → {}", bare(cells[0]), bare(cells[1]), shown)
        at = clause.start - piece.start
        place = piece.anchor(at + match.start(), at + match.end())
        yield say.finding(KEY, "changes_conclusion", (figure, *cells), written, said, "top", spans=(place,))
        return


def _printed(figure: Figure) -> float:
    found = re.search(r"\d[\d,]*(?:\.\d+)?", figure.as_printed)
    return (
        float(found[0].replace(",", ""))
        if found and float(found[0].replace(",", ""))
        else value_of(figure) or 1.0
    )


def _worked(view: View, figure: Figure) -> Iterator[tuple[int, int, dict[str, float]]]:
    """What two columns give line by line: a difference in the unit of a figure, a product or a quotient."""
    fields = [f for f in view.fields if len(view.column(f)) == len(view.lines)][:_MOST]
    clear = len(re.sub(r"\D", "", figure.as_printed).strip("0")) >= _CLEAR
    for f, g in itertools.permutations(fields, 2):
        one, other = view.column(f), view.column(g)
        pairs = {n: (value_of(one[n]) or 0.0, value_of(other[n]) or 0.0) for n in view.lines}
        unit = next(iter(one.values())).unit
        if like_units(unit, figure.unit) and like_units(next(iter(other.values())).unit, figure.unit):
            yield f, g, {n: a - b for n, (a, b) in pairs.items()}
        if clear and f < g:
            yield f, g, {n: a * b for n, (a, b) in pairs.items()}
        if clear and all(b for _, b in pairs.values()):
            yield f, g, {n: a / b for n, (a, b) in pairs.items()}
