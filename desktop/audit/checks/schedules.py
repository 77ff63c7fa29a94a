"""The first and the last of so many monthly instalments: 分36期，首期2022年5月15日，末期2025年4月15日."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, stated
from desktop.audit.check import Result, World, check
from desktop.audit.interval import value_of
from desktop.audit.moments import with_years
from desktop.audit.scope import Prose
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "schedules"
_FIRST: Final = re.compile(r"首[期次]|第一[期次]|第1[期次]")
_LENT: Final = re.compile(r"放款|到账|借款日|发放|起租|起息")
_LAST: Final = re.compile(r"[末尾]期|最后一[期次]")
_CLAUSE: Final = re.compile(r"[，,；;。：:\n]")
_NOT: Final = re.compile(r"提前|逾期|展期|延期|每[周季半两]|双月|按[周季]|宽限|免息|顺延|中途")
_TERM: Final = re.compile(r"(?:期限|为期|还款期|贷款期|借期|租期|分|共)[为是共计作成]*$")
_BESIDE: Final = 10  # characters around a date that tell what it is
_MONTH: Final = 30.4375 * 86400
WRONG: Final = Text(
    "{0}从{1}起每月一期，最后一期应在{3}月前后，不是文中的{2}。",
    "{0} instalments, one a month from {1}, end about {3}, not on {2}.",
)


@check(KEY, "分期首末日期", "first and last instalments", "prose",
       needs={"prose": ("date", "count:期 month", "末尾最")})  # fmt: skip
def run(piece: Prose, _world: World) -> Iterable[Result]:
    """Count the months from the first instalment, or from the loan, to the last."""
    if _NOT.search(piece.text):
        return
    terms = [(f, n) for f in piece.figures if (n := _terms(piece, f))]
    dated = [(f, _about(piece, f)) for f in with_years([f for f in piece.figures if f.is_date])]
    told = [f for f, words in dated if _FIRST.search(words) and not _LAST.search(words)]
    firsts = told or [f for f, words in dated if _LENT.search(words) and not _LAST.search(words)]
    lasts = [f for f, words in dated if _LAST.search(words) and not _FIRST.search(words)]
    if terms and firsts and len(lasts) == 1:
        yield from _held(terms, firsts, lasts[0], late=0 if told else 2)


def _terms(piece: Prose, figure: Figure) -> int:
    """How many instalments or months a figure tells, 0 where it tells neither."""
    value = value_of(figure)
    if value is None or figure.role != "level":
        return 0
    begin = figure.anchor.start - piece.start
    told = _TERM.search(piece.text[max(0, begin - 6) : begin])
    if not told or value >= 400 * _MONTH:
        return 0
    return (
        round(value / _MONTH) if figure.unit == "month" else round(value) if figure.unit == "count:期" else 0
    )


def _about(piece: Prose, figure: Figure) -> str:
    """The words of the clause of a date."""
    begin, end = figure.anchor.start - piece.start, figure.anchor.end - piece.start
    ahead = _CLAUSE.split(piece.text[max(0, begin - _BESIDE) : begin])[-1]
    return ahead + "|" + _CLAUSE.split(piece.text[end : end + _BESIDE])[0]


def _held(terms: list[tuple[Figure, int]], firsts: list[Figure], last: Figure, late: int) -> Iterator[Result]:
    """``late`` is by how many months the last may be later where they are counted from the loan."""
    first = firsts[-1]
    gaps = [g for f in firsts if (g := _months(f, last)) is not None]
    if not gaps or len(gaps) < len(firsts):
        return
    figure, many = terms[0]
    written = formula("{} − {} = {}", bare(last), bare(first), Text(f"{gaps[-1]}个月", f"{gaps[-1]} months"))
    if any(n - 1 <= gap <= n - 1 + late for _, n in terms for gap in gaps):
        yield say.passed(KEY, (last, first, figure), written)
    elif len(terms) == 1 and many > 2 and first.period is not None and first.period.start is not None:
        start = first.period.start
        year, month = divmod(start.year * 12 + start.month - 1 + many - 1, 12)
        due = Text(f"{year}年{month + 1}", f"{year}-{month + 1:02}")
        said = WRONG.format(stated(figure), bare(first), bare(last), due)
        yield say.finding(KEY, "inconsistent", (last, first, figure), written, said, "last")


def _months(one: Figure, other: Figure) -> int | None:
    a, b = one.period, other.period
    if a is None or b is None or a.start is None or b.start is None or "→" in a.text + b.text:
        return None
    if "-" not in a.text or "-" not in b.text:
        return None
    return (b.start.year - a.start.year) * 12 + b.start.month - a.start.month
