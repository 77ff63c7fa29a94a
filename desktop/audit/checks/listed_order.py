"""Names listed in an order told in words: 利率由低到高依次是甲、乙、丙, against a table or the values told before."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from desktop.audit import say
from desktop.audit.amounts import bare, formula, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import as_claim
from desktop.audit.keys import same_dimension
from desktop.audit.lines import clause_start, sentence_start
from desktop.audit.scope import Prose, Section
from desktop.audit.told_values import values_before
from desktop.core.figure import Figure
from desktop.core.text import Text

KEY: Final = "listed_order"
_WAY: Final = re.compile(
    r"[由从](?:(?P<down>高[到至]低|大[到至]小|多[到至]少|长到短|贵到便宜|重到轻)"
    r"|(?P<up>低[到至]高|小[到至]大|少[到至]多|短到长|便宜到贵|轻到重)|(?P<fast>快到慢)|(?P<slow>慢到快))"
)
_ORDER: Final = re.compile(
    r"(?:[由从](?:[高大多长贵重低小少短轻快慢]|便宜)[到至](?:[高大多长贵重低小少短轻快慢]|便宜)|按[^，。；\d]{0,14}?排[序名列]?)"
    r"[^，。；、\d]{0,6}?[，,]?(?:分别|依次)?(?:应该?)?(?:是|为|：|:)?"
    r"(?P<names>[^，,。；：:、\d]{1,12}(?:、[^，,。；：:、\d]{1,12}){1,8}(?:[和与][^，,。；：:、\d]{1,12})?)(?=[，,。；]|$)"
)
_MARKS: Final = (
    "高到|低到|大到|小到|多到|少到|长到|短到|贵到|便宜|重到|轻到|高至|低至|大至|小至|多至|少至|快到|慢到|"
    "排序|排名|排列|低排|小排|少排|慢排|短排"
)
_ANY: Final = re.compile(_MARKS)
_LEAST: Final = 3
SAID: Final = Text(
    "文中说{0}，可{1}的数依次是{2}，次序不符。",
    "The text says {0}, but the numbers of {1} are {2}, in that order.",
)
Listed = list[tuple[str, Figure]]


@check(KEY, "列举的次序", "names listed in order", "section", needs={"section": (_MARKS, "、")})
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold the order of at least three names against every column or told unit that has them all."""
    own = {p.start: p for p in piece.lines}
    for start, line in piece.prose_lines:
        for match in _ORDER.finditer(line) if _ANY.search(line) is not None else ():
            names = [n.strip() for n in re.split(r"[、和与]", match["names"])]
            if len(names) >= _LEAST and len(set(names)) == len(names):
                about = line[sentence_start(line, match.start()) : match.start("names")]
                near = line[clause_start(line, match.start()) : match.start("names")]
                told = list(_told(own.get(piece.start + start), names, match.start()))
                yield from _held(piece, start, match, told, [*_columns(piece, start, names, about, near)])


def _held(
    piece: Section, start: int, match: re.Match[str], told: list[Listed], columns: list[tuple[Listed, bool]]
) -> Iterator[Result]:
    """Passed where any fits; wrong where there is but one that may be meant."""
    every = [*((c, True) for c in told), *columns]
    for cells, _ in every:
        if any(_runs(cells, way) for way in _ways(match, cells[0][1])):
            yield say.passed(KEY, [f for _, f in cells], Text("、", ", ").join([bare(f) for _, f in cells]))
            return
    if len(every) != 1 or not every[0][1]:
        return
    cells = every[0][0]
    shown = say.listed([bare(f) for _, f in cells])
    place = piece.anchor(start + match.start(), start + match.end())
    said = SAID.format(quote(match[0]), say.listed([quote(n) for n, _ in cells]), shown)
    written = formula("{}", shown)
    figures = [f for _, f in cells]
    yield say.finding(KEY, "changes_conclusion", figures, written, said, "order", spans=(place,))


def _ways(match: re.Match[str], cell: Figure) -> tuple[int, ...]:
    """1 of values that rise along the list, −1 of those that fall; both where the words do not tell."""
    lasts = cell.unit in ("second", "minute", "hour", "day", "month")
    way = _WAY.search(match[0])
    if way is None:
        return (1, -1)
    if way["fast"] or way["slow"]:
        return (1 if lasts == (way["fast"] is not None) else -1,)
    return (-1,) if way["down"] else (1,)


def _runs(cells: Listed, way: int) -> bool:
    claims = [as_claim(f) for _, f in cells]
    return all(
        a is not None and b is not None and (a.low <= b.high if way > 0 else b.low <= a.high)
        for a, b in itertools.pairwise(claims)
    )


def _columns(
    piece: Section, start: int, names: Sequence[str], about: str, near: str
) -> Iterator[tuple[Listed, bool]]:
    """The columns of the tables around that have all names; and whether the words name one of them alone."""
    for sheet in piece.around(piece.start + start):
        for table in sheet.by_names:
            rows = [_one(n, list(table.lines)) for n in names]
            if None in rows or len(set(rows)) != len(rows):
                continue
            fields = [f for f in table.fields if not table.is_change(f)]
            meant = table.meant(fields, near)
            meant = meant if len(meant) < len(fields) else table.meant(fields, about)
            for field in meant:
                found = [(n, table.column(field).get(r or "")) for n, r in zip(names, rows, strict=True)]
                cells = [(n, f) for n, f in found if f is not None and as_claim(f) is not None]
                if len(cells) == len(names) and all(
                    same_dimension(cells[0][1].unit, f.unit) for _, f in cells
                ):
                    yield cells, len(meant) < len(fields) or len(fields) == 1


def _one(name: str, labels: Sequence[str]) -> str | None:
    """The one label that a name stands for, whole or shortened."""
    found = [n for n in labels if n == name] or [n for n in labels if name in n or n in name]
    return found[0] if len(found) == 1 else None


def _told(line: Prose | None, names: Sequence[str], until: int) -> Iterator[Listed]:
    """The values told of all names before, one of each in some unit."""
    if line is None:
        return
    before = values_before(line, line.start + until)
    for unit in dict.fromkeys(t.figure.unit for t in before):
        own = [t for t in before if t.figure.unit == unit]
        found = [[t.figure for t in own if n in t.words] for n in names]
        if all(len(f) == 1 for f in found) and len({f[0].id for f in found}) == len(names):
            yield [(n, f[0]) for n, f in zip(names, found, strict=True)]
