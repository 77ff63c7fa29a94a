"""Which cell of a table with a row for each year a number may repeat: 分娩量最高的是2019年，当年接生31200例."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.keys import same_dimension
from desktop.audit.scope import Section
from desktop.audit.sheet import Sheet
from desktop.audit.table_names import noun
from desktop.audit.telling import told
from desktop.core.figure import Figure
from desktop.core.value import once

_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)年?")
_ROW: Final = re.compile(r"((?:19|20)\d\d)年?")
_THAT: Final = re.compile(r"^(?:当年|那年|那一年|这一年|该年)")
_ELSE: Final = re.compile(
    r"新[开设建招]|比|最|曾|一度|高峰|峰值|计划|目标|预计|将|如果|若|至少|至多|以[上下内]|每|均|各|月|季|半|日|天|周|累计|净|差|其中|共|除|"
    r"不含|距|离|超|过|第|占|率|倍|新增|从|由|至|到(?!了)|约|近|增|减|升|降|涨|跌|多|少"
)
_SAYS: Final = re.compile(r"[有是为达仅只的了也就才还共约]+")


def cell_of_year(piece: Section, sheet: Sheet, figure: Figure) -> Figure | None:
    """The cell of the year that a clause names, in the one column of its unit that its sentence speaks of.

    None wherever the clause names anything else: a part, a month, a plan, a change.
    """
    if figure.unit in ("", "%") or figure.change_from or figure.comparator != "=":
        return None
    years = _years(sheet)
    if not years:
        return None
    clause, before = piece.clause(figure), piece.opening(figure)
    year, words = _year_and_rest(clause, before)
    rows = years.get(year, ())
    if not year or len(rows) != 1 or _ELSE.search(words):
        return None
    own = [
        (noun(sheet.head(c)), cell) for c in sheet.cols
        if (cell := sheet.at(rows[0], c)) is not None and cell.role != "change" and cell.unit
        and same_dimension(cell.unit, figure.unit)
    ]  # fmt: skip
    said = _SAYS.sub("", words)
    subject = [cell for name, cell in own if len(name) > 1 and name in before]
    if said:
        named = [cell for name, cell in own if _short_for(said, name)]
        if named or not _only(own, subject):
            return named[0] if len(named) == 1 else None
        verb = _THAT.match(clause) is not None and len(said) == 2 and not told(said).changes
        return subject[0] if verb else None  # 当年接生31200例, of what the sentence has named
    return subject[0] if _only(own, subject) else None


@once
def _years(sheet: Sheet) -> dict[str, list[int]]:
    """The rows whose label is a year, by year."""
    found: dict[str, list[int]] = {}
    for row in sheet.rows:
        if label := _ROW.fullmatch(sheet.label(row).strip()):
            found.setdefault(label[1], []).append(row)
    return found


def _only(own: list[tuple[str, Figure]], subject: list[Figure]) -> bool:
    """Whether one column alone has the unit, and the sentence has named it."""
    return len(own) == len(subject) == 1


def _year_and_rest(clause: str, before: str) -> tuple[str, str]:
    """The year that a clause is of and its other words; "" where it names none."""
    that, earlier = _THAT.match(clause), _YEAR.findall(before)
    if that is not None:
        return (earlier[-1], clause[that.end() :]) if earlier else ("", "")
    years = list(_YEAR.finditer(clause))
    if len(years) != 1 or clause[: years[0].start()].strip("而但到"):
        return "", ""
    return years[0][1], clause[years[0].end() :]


def _short_for(word: str, name: str) -> bool:
    """Whether a word is a header or its usual short form: 营收 of 营业收入."""
    if word == name:
        return True
    rest = iter(name)
    return 1 < len(word) < len(name) and word[0] == name[0] and all(char in rest for char in word)


def spans(figure: Figure) -> bool:
    """Whether a figure is of the time between two years."""
    return figure.period is not None and "→" in figure.period.text


def year_of(figure: Figure) -> str:
    """The year that a figure is of: of "2017年到2019年由A增至B" the last for B."""
    if figure.period is None:
        return ""
    first, _, last = figure.period.text.partition("→")
    return (last if last and figure.change_from else first)[:4]
