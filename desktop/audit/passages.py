"""A line of prose with its amounts, each with its words, and the list or the line that it goes on from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit.interval import Interval, as_claim, value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last
from desktop.audit.scope import Prose, Section
from desktop.core.figure import Figure
from desktop.core.value import kept, once, value

_ITEM: Final = re.compile(r"[ \t]*(?:[-*•·]|\d{1,2}[.、)）]|[（(]\d{1,2}[）)])\s*")
_BREAK: Final = re.compile(r"[，,。；;、（(）)！？!?\n—]")
_END: Final = "。！？!?"
_COLON: Final = re.compile(r"[：:]")
_MARKS: Final = re.compile(r"[\s*“”‘’\"：:]|^[-*•·]\s*")
_NOT_NAMES: Final = re.compile(
    r"^(?:其中|而|则|又|另外?|还|也|有|的)+|(?:分别|各|有|为|是|占比?|的|达到?|约|近|共|只|仅|就|便|则|了|还|已|"
    r"恰好|正好|刚好)+$"
)
_TOTAL: Final = re.compile(r"合计|总计|共计|总[数量额]|全部|小计")
_LEAST: Final = 2  # entries that make a list
_CLAUSE: Final = 40  # characters back to which a clause is followed
_REACH: Final = 2  # lines below a list or a table in which its entries are still meant
_TENTH: Final = 4.0  # points
_CELLS: Final = 30  # of a table that a sentence may take parts and wholes from
RATES: Final = frozenset(
    ("%", "permille", "pp", "bp", "times", "rank", "year", "age", "month", "day", "hour", "minute", "second",
     "count:折", "count:番", "count:项", "count:类", "count:种", "count:款", "grade")
)  # fmt: skip


class Told(NamedTuple):
    """A figure, the words before it in its clause and behind it, its sentence, and where it stands in the line.

    ``share`` tells whether it is a share, a rate or a percentage.
    """

    figure: Figure
    value: float
    lead: str
    tail: str
    sentence: int
    start: int
    end: int
    share: bool

    @property
    def name(self) -> str:
        """What the words before it call it."""
        return _NOT_NAMES.sub("", _NOT_NAMES.sub("", _MARKS.sub("", self.lead)))


@value
class Passage:
    """``own`` are the figures of a line, ``above`` those of the list or table it goes on from.

    ``items`` are the amounts of the entries of that list or of the one column of that table, totals left out,
    and ``heading`` is the line above it.
    """

    line: Prose
    own: tuple[Told, ...]
    above: tuple[Told, ...]
    items: tuple[Told, ...] = ()
    heading: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return self.line.text

    @property
    def marks(self) -> frozenset[str]:
        """What a check may need (``marks.py``)."""
        return self.line.marks

    @kept
    def shares(self) -> tuple[Told, ...]:
        """The percentages of the line."""
        return tuple(t for t in self.own if t.share)

    @kept
    def sizes(self) -> tuple[Told, ...]:
        """The amounts of the line that may be parts or wholes, in whatever role."""
        return tuple(t for t in self.own if t.figure.unit not in RATES)

    @kept
    def amounts(self) -> tuple[Told, ...]:
        """All that may be parts or wholes: no shares, no lengths of time."""
        return (*(t for t in self.above if t.figure.unit not in RATES), *self.sizes)

    def between(self, one: Told, other: Told) -> str:
        """The words between two figures of the line."""
        return self.text[one.end : other.start]

    def clause(self, told: Told) -> str:
        """All words of its clause before a figure of the line, other figures with them."""
        return behind_last(_BREAK, self.text[max(0, told.start - _CLAUSE) : told.start])

    def before(self, told: Told) -> list[Told]:
        """The figures of the line before one, and those above."""
        return [*self.above, *(t for t in self.own if t.start < told.start)]


def alike(one: Told, other: Told) -> bool:
    """Whether two amounts can be part and whole."""
    return same_dimension(one.figure.unit, other.figure.unit)


def asked(one: Told, other: Told) -> bool:
    """Whether one counts sheets or votes and the other the people who were given them."""
    sheets, people = (
        ("count:份", "count:票", "count:张", "count:条"),
        ("person", "count:户", "count:位", "count:名", "count:家"),
    )
    units = one.figure.unit, other.figure.unit
    return (units[0] in sheets and units[1] in people) or (units[1] in sheets and units[0] in people)


def told_as(told: Told) -> Interval | None:
    """What a share allows; 六成 and 五成 are not the two halves of a whole although 55 and 45 are."""
    own = as_claim(told.figure)
    tenths = told.figure.as_printed.endswith("成") and told.figure.comparator == "=" and not told.figure.hedge
    return Interval(told.value - _TENTH, told.value + _TENTH) if own is not None and tenths else own


def _told(line: Prose) -> Iterator[Told]:
    base, text = line.start, line.text
    breaks = [m.start() for m in _BREAK.finditer(text)]
    ends = [at for at in breaks if text[at] in _END]
    before = nth = 0  # where the figure before ends, and the first break behind that
    for n, figure in enumerate(line.figures):
        start, end = figure.anchor.start - base, figure.anchor.end - base
        value = None if figure.is_date else value_of(figure)
        nth = bisect_left(breaks, start, nth)
        if value is not None:
            last = text[max(before, breaks[nth - 1] + 1 if nth else 0) : start]
            if ":" in last or "：" in last:
                after = _COLON.split(last)[-1]
                last = after if after.strip(" *") else last
            stop = line.figures[n + 1].anchor.start - base if n + 1 < len(line.figures) else len(text)
            nth = bisect_left(breaks, end, nth)
            tail = text[end : min(stop, breaks[nth]) if nth < len(breaks) else stop]
            sentence = bisect_left(ends, start)
            yield Told(figure, value, last, tail, sentence, start, end, figure.unit == "%")
        before = end


@once
def passages(section: Section) -> tuple[Passage, ...]:
    """The lines of the prose of a section that have figures; an entry of a list goes with the other entries."""
    found: list[Passage] = []
    head: tuple[Told, ...] = ()
    block: list[tuple[Prose | None, tuple[Told, ...]]] = []
    above: tuple[Told, ...] = ()
    items: tuple[Told, ...] = ()
    left, seen = 0, 0
    last = heading = ""
    known = {line.start: line for line in section.lines}
    for start, words in section.prose_lines:
        if not words.strip():
            continue
        line = known.get(section.start + start)
        own = tuple(_told(line)) if line is not None else ()
        if _ITEM.match(words):
            block.append((line, own))
            continue
        if block:
            above, items, left, heading = *_of_block(head, block, found), _REACH, last
            block = []
        tables = section.tables_before(section.start + start)
        if tables > seen:
            above, items, left, heading = *_of_table(section, section.start + start), _REACH, last
            seen = tables
        if line is not None:
            found.append(Passage(line, own, *((above, items, heading) if left else ((), (), ""))))
        head, left, last = own, max(0, left - 1), words
    if block:
        _of_block(head, block, found)
    return tuple(found)


def _of_block(
    head: tuple[Told, ...], block: Sequence[tuple[Prose | None, tuple[Told, ...]]], found: list[Passage]
) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """Adds the entries of a list to what was found; all their figures, and the amounts that they are lists of."""
    every = [*head]
    begins = []
    for _, own in block:
        begins.append(len(every))
        every += own
    firsts = [next((t for t in own if t.figure.unit not in RATES), None) for _, own in block]
    items = tuple(t for t in firsts if t is not None and not _TOTAL.match(t.name))
    if len({t.figure.unit for t in items}) != 1 or len(items) < _LEAST:
        items = ()
    found += [
        Passage(line, own, (*every[:begin], *every[begin + len(own) :]), items)
        for begin, (line, own) in zip(begins, block, strict=True)
        if line is not None
    ]
    return tuple(every), items


def _of_table(section: Section, base: int) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """The cells of the table right above a line by their rows; its rows as a list where one column has amounts."""
    sheet = section.near(base)[min(1, section.tables_before(base) - 1)]
    cells: list[Told] = []
    for figure in sheet.figures:
        value = value_of(figure)
        if value is not None and not figure.is_date and figure.row:
            cells.append(
                Told(figure, value, sheet.label(figure.row), "", -1, -1, -1, share=figure.unit == "%")
            )
    if len(cells) > _CELLS:
        return (), ()
    cols = {t.figure.col for t in cells if t.figure.unit not in RATES}
    items = (
        [t for t in cells if t.figure.unit not in RATES and not _TOTAL.match(t.lead)]
        if len(cols) == 1
        else []
    )
    return tuple(cells), tuple(items) if len(items) >= _LEAST else ()
