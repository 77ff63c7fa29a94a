"""How many rows of a table pass a mark: 综合成本率超过100%的年份有三个, 四款里有两款续航超过500公里."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.enumerations import DIGITS
from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.spoken import Clause, spoken
from desktop.audit.spots import clauses_before
from desktop.audit.views import View, views_at
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "counted_rows"
_OVER: Final = r"(?P<over>(?<!不)超过了?|(?<!不)[高大多]于|高过|突破|不[低少小]于)"
_UNDER: Final = r"(?P<under>(?<!不)[低少小]于|不足|不到|未到|跌破|不[高大多]于|不超过)"
_MARK: Final = re.compile("超过|[高大多]于|高过|突破|[低少小]于|不足|[不未]到|跌破")
_BEFORE: Final = re.compile(rf"(?:{_OVER}|{_UNDER})\s*$")  # the mark, then the count
_COUNT: Final = re.compile(
    r"^\s*的[^，。；\d]{0,6}?(?:一?共?有|共|只有|仅有?|占了?|达到?|是"
    r"|为)(?P<n>[一二两三四五六七八九十]|\d{1,2})(?=[\u4e00-\u9fff]?(?:$|[，。；]))"
)
_FIRST: Final = re.compile(
    rf"^(?:.*[有里中])?(?:只|仅|共|就)?(?P<n>[一二两三四五六七八九十]"
    rf"|\d{{1,2}})(?P<of>[个家款种项条年城店座只省市][\u4e00-\u9fff]{{0,4}}?)的?(?P<what>[^，。；\d]{{2,14}}?)(?:{_OVER}"
    rf"|{_UNDER})\s*$"
)
_ALL: Final = re.compile(rf"^(?P<what>[^，。；]{{2,18}}?)(?:全?都|均|无不)(?:{_OVER}|{_UNDER})\s*$")
_EVERY: Final = re.compile(r"^(?:[各每](?:个|家|款|条|站|线|店|校|县|市)|所有|全部|其[余他])")
_BUT: Final = re.compile(r"除了?(?P<who>[^，。；]{2,12}?)(?:以外|之外|外)?$")
_UNSURE: Final = re.compile(r"若|如果|预计|目标|至少|以上|将|曾|连续|行业|全国|第")
_LEAST: Final = 3
SAID: Final = Text(
    "文中说{0}{1}{2}的有{3}个，按表中这一栏应是{4}个（{5}）。",
    "The text counts {3} whose {0} is {1} {2}; in this column of the table there are {4} ({5}).",
)
NOT_ALL: Final = Text(
    "文中说{0}都{1}{2}，表中却有{3}不是。", "The text has every {0} {1} {2}, but in the table {3} is not."
)
_TWO: Final = 2
NOBODY: Final = Text("没有一行", "none")


@check(
    KEY, "过线的行数", "how many rows pass a mark", "section",
    needs={"section": ("table", "超过|高于|大于|多于|高过|突破|低于|少于|小于|不足|不到|未到|跌破")},
)  # fmt: skip
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Count the rows of the column that a clause names."""
    if _MARK.search(piece.plain_text) is None:
        return
    for clause in spoken(piece):
        if clause.figures and _MARK.search(clause.text) and not _UNSURE.search(clause.text):
            for mark in clause.figures:
                yield from _held(piece, clause, mark)


def _held(piece: Section, clause: Clause, mark: Figure) -> Iterator[Result]:
    own = mark.anchor.quote.partition(mark.as_printed)[0]
    before, after = clause.before(mark) + own, clause.after(mark)
    universal = _ALL.search(before) if after.strip()[:1] in ("", "的") else None
    if universal is not None:
        yield from _of_all(piece, clause, mark, universal)
        return
    behind = _COUNT.match(after)
    found = _BEFORE.search(before) if behind is not None else _FIRST.search(before)
    value = value_of(mark)
    if found is None or value is None or (behind is None and after.strip()[:1] not in ("", "的")):
        return
    words = before[: found.start()] if behind is not None else found["what"]
    told = (behind or found)["n"]
    claimed = DIGITS.get(told) or int(told)
    failed: Result | None = None
    for view in views_at(piece, clause.start):
        for field in view.fields_named(words):
            result, holds = _counted(view, field, mark, value, claimed, over=found["over"] is not None)
            if holds:
                if result is not None:
                    yield result
                return
            failed = failed or result
    if failed is not None:
        yield failed


def _of_all(piece: Section, clause: Clause, mark: Figure, found: re.Match[str]) -> Iterator[Result]:
    """除北苑外，各家的老人占比都超过一半: every line but those that are left out, or each that is named."""
    value, over = value_of(mark), found["over"] is not None
    earlier = next(clauses_before(piece, clause), None)
    but = _BUT.search(earlier.text) if earlier is not None else None
    for view in views_at(piece, clause.start) if value is not None else ():
        fields, named = view.fields_named(found["what"]), view.named(found["what"])
        left_out = view.named(but["who"]) if but is not None else []
        if len(fields) != 1 or value is None or not (named or left_out or _EVERY.search(found["what"])):
            continue
        cells = {
            n: c for n, c in view.column(fields[0]).items() if (not named or n in named) and n not in left_out
        }
        if len(cells) < _TWO or not all(same_dimension(c.unit, mark.unit) for c in cells.values()):
            continue
        failing = [
            n
            for n, c in cells.items()
            if ((value_of(c) or 0.0) < value if over else (value_of(c) or 0.0) > value)
        ]
        figures = (mark, *(cells[n] for n in failing or cells))
        names = say.listed([quote(n) for n in failing]) if failing else NOBODY
        if not failing:
            yield say.passed(KEY, figures)
            return
        written = formula("{} → {}", names, say.listed([bare(cells[n]) for n in failing]))
        way = Text("超过", "above") if over else Text("低于", "below")
        said = NOT_ALL.format(quote(view.fields[fields[0]]), way, bare(mark), names)
        yield say.finding(KEY, "inconsistent", figures, written, said, "all")
        return


def _counted(
    view: View, field: int, mark: Figure, value: float, claimed: int, *, over: bool
) -> tuple[Result | None, bool]:
    """What a column says of a count, and whether it bears it out; nothing is known of a column with gaps."""
    cells = view.column(field)
    if len(cells) < max(_LEAST, len(view.lines)) or not all(
        same_dimension(c.unit, mark.unit) for c in cells.values()
    ):
        return None, False
    passing = [
        n
        for n, c in cells.items()
        if ((value_of(c) or 0.0) > value if over else (value_of(c) or 0.0) < value)
    ]
    level = sum(value_of(c) == value for c in cells.values())
    figures = (mark, *(cells[n] for n in passing))
    names = say.listed([quote(n) for n in passing]) if passing else NOBODY
    written = formula("{} → {}", names, str(len(passing)))
    if claimed in range(len(passing), len(passing) + level + 1):
        return say.passed(KEY, figures, written), True
    way = Text("超过", "above") if over else Text("低于", "below")
    said = SAID.format(quote(view.fields[field]), way, bare(mark), str(claimed), str(len(passing)), names)
    return say.finding(KEY, "inconsistent", figures, written, said), False
