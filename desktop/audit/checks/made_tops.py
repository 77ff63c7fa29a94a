"""The place of a row by what two columns give: 每人次只花38元，在四家里垫底; 完成率以91%居首; 人均240件，排第二."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.adjectives import way
from desktop.audit.amounts import amount, bare, formula, percent, quote
from desktop.audit.check import Result, World, check
from desktop.audit.made_fields import GROWTH, RATIOS, REST, Made
from desktop.audit.made_told import Told, likely, operands, paragraphs, scaled, told_in, topic
from desktop.audit.made_words import scale_in
from desktop.audit.row_groups import groups_of
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause
from desktop.audit.table_names import plain
from desktop.audit.views import View
from desktop.core.text import Text

KEY: Final = "made_tops"
_PLACE: Final = re.compile(
    r"最(?P<adj>[高低多少大小厚薄贵长短快慢]|便宜)(?![值限额多少])|(?P<first>居首|领跑|拔得头筹|居第一|排第一)|(?P<last>垫底|末位|居末)|"
    r"[排居列占位](?:名|在|到|于)*(?P<back>倒数)?第(?P<n>[一二三四五六七八九十])(?![季月年期轮批次])"
)
_UNSURE: Final = re.compile(
    r"之一|并列|除|以外|不是|并非|未必|不再|仅次|全国|全省|行业|历史|若|如果|目标|曾|至今|以来|增[速幅]|[降涨]幅"
)
_DIGITS: Final = {c: n for n, c in enumerate("零一二三四五六七八九十")}
_MOVES: Final = (GROWTH, REST)  # of which the most may be the one that fell farthest
_LEAST: Final = 3  # lines
SAID: Final = Text(
    "文中说{0}{1}，但按表中{2}与{3}算，{0}是{4}，由高到低排第{5}（共{6}项），最高的是{7}，最低的是{8}。",
    "The text says {1} of {0}, but worked out of {2} and {3} of the table {0} has {4}, no. {5} of {6} from the top; "
    "the highest is {7}, the lowest {8}.",
)


@check(
    KEY, "算出各数的位次", "places by worked-out numbers", "section",
    needs={"section": ("named", "最居领拔垫末排列占位")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold the place that a row is given by a number made of two columns against all rows."""
    for view, clauses in paragraphs(piece):
        told = told_in(piece, view, clauses) if len(view.lines) >= _LEAST else []
        for clause in clauses if any(t.fits for t in told) else ():
            for match in _PLACE.finditer(clause.text):
                yield from _judged(piece, view, told, clause, match)


def _judged(
    piece: Section, view: View, told: Sequence[Told], clause: Clause, match: re.Match[str]
) -> Iterator[Result]:
    if _UNSURE.search(clause.text):
        return
    about = _about(piece, view, told, clause, match)
    if about is None or about.whose is None or not about.whose.sure:
        return
    line = about.whose.lines[0]
    if len(about.whose.lines) != 1 and not about.whose.each:
        return
    scale = scale_in(about.clause.before(about.figure))
    failed: Result | None = None
    meant = [m for m in likely(view, told, about) if m.kind not in _MOVES]
    for made in meant:
        values = {n: w[0].point for n in view.lines if (w := scaled(view, made, (n,), scale))}
        if len(values) < len(view.lines):
            return
        if _is_there(values, line, match, about.figure.unit):
            yield say.passed(KEY, (about.figure, *operands(view, made, (line,))))
            return
        failed = failed or _finding(piece, view, made, values, about, clause, match)
    if failed is not None:
        yield failed


def _about(
    piece: Section, view: View, told: Sequence[Told], clause: Clause, match: re.Match[str]
) -> Told | None:
    """The number by which a clause gives a place: the one told before, or the one that follows a name in it."""
    at = clause.start + match.start()
    names = {n for g in groups_of(piece, view, clause) for n in g.names if n in view.lines}
    before = topic(told, clause, at)
    if before is not None and before.whose is not None and names <= set(before.whose.lines):
        gap = clause.text if before.clause is not clause else clause.text[: match.start()]
        return before if before.clause is clause or not _MEASURE.search(gap) else None
    after = next((t for t in told if t.figure.anchor.start > at), None)
    if after is None or after.scene is not None or after.is_cell or after.whose is None or not after.fits:
        return None
    near = after.clause.sentence == clause.sentence and after.clause.start <= clause.end + 2
    same = len(names) == 1 and set(after.whose.lines) == names
    return after if near and same and not _MEASURE.search(clause.text[: match.start()]) else None


# a place by something else, as the clause says
_MEASURE: Final = re.compile(r"[额量数价长率积模]|收入|人口|成本|余额|规模|论|按|[人件户]数")


def _is_there(values: dict[str, float], line: str, match: re.Match[str], code: str) -> bool:
    own = values[line]
    above = sum(v > own * (1 + 1e-9) for v in values.values())
    below = sum(v < own * (1 - 1e-9) for v in values.values())
    if match["n"]:
        place = _DIGITS[match["n"]] - 1
        return place in (above, below)
    if match["adj"]:
        sign = way(match["adj"], code, "")
        return not sign or (above if sign > 0 else below) == 0
    if match["first"]:
        return above == 0 or (below == 0 and code.startswith(("day", "hour", "minute")))
    return below == 0 or (above == 0 and code.startswith(("day", "hour", "minute")))


def _finding(
    piece: Section, view: View, made: Made, values: dict[str, float], about: Told, clause: Clause,
    match: re.Match[str],
) -> Result:  # fmt: skip
    line = about.whose.lines[0] if about.whose is not None else ""
    order = sorted(values, key=lambda n: -values[n])
    shown = [
        percent(values[n]) if made.kind in RATIOS else amount(values[n], about.figure)
        for n in (line, order[0], order[-1])
    ]
    ends = [
        Text("{}（{}）", "{} ({})").format(quote(n), v)
        for n, v in zip((order[0], order[-1]), shown[1:], strict=True)
    ]
    heads = [quote(plain(view.fields[f])) for f in (made.one, made.other)]
    above = sum(v > values[line] for v in values.values())
    at = clause.start - piece.start
    place = piece.anchor(at + match.start(), at + match.end())
    said = SAID.format(
        quote(line), quote(match[0]), *heads, shown[0], str(above + 1), str(len(values)), *ends
    )  # fmt: skip
    cells = operands(view, made, (line,))
    written = formula("{}, {} → {}", *(bare(c) for c in cells[:2]), shown[0])
    return say.finding(
        KEY, "changes_conclusion", (about.figure, *cells), written, said, "place", spans=(place,)
    )
