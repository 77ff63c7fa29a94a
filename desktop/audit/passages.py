"""A line of prose with its amounts, each with its words, and the list or the line that it goes on from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit.interval import value_of
from desktop.audit.keys import same_dimension
from desktop.audit.lines import behind_last, lines
from desktop.audit.scope import Section
from desktop.core.figure import Figure
from desktop.core.value import once

_ITEM: Final = re.compile(r"[ \t]*(?:[-*•·]|\d{1,2}[.、)）]|[（(]\d{1,2}[）)])\s*")
_BREAK: Final = re.compile(r"[，,。；;、（(）)！？!?\n—]")
_END: Final = re.compile(r"[。！？!?]")
_COLON: Final = re.compile(r"[：:]")
_MARKS: Final = re.compile(r"[\s*“”‘’\"：:]|^[-*•·]\s*")
_NOT_NAMES: Final = re.compile(
    r"^(?:其中|而|则|又|另外?|还|也|有|的)+|(?:分别|各|有|为|是|占比?|的|达到?|约|近|共|只|仅|就|便|则|了|还|已|"
    r"恰好|正好|刚好)+$"
)
_COMMON: Final = frozenset((
    "其中", "合计", "总数", "人数", "占比", "比例", "金额", "公司", "全部", "全年", "一共", "总共",
    "数量", "的人", "只有", "还有", "共有", "这个", "那个", "一项", "一块", "部分", "所占",
))  # fmt: skip
_CLASS: Final = re.compile(
    r"(?:这|那|的)?[一二两三四五]?[项类块份笔种者]$|的人?$|(?:总?人?数|总?[额量]|金额|数量)$"
)
_NO: Final = re.compile(r"[不未没非]|无")
_TOTAL: Final = re.compile(r"合计|总计|共计|总[数量额]|全部|小计")
_LEAST: Final = 2  # entries that make a list
_CLAUSE: Final = 40  # characters back to which a clause is followed
_NARROWER: Final = 2  # characters more than the name: 赞成票 is 赞成, 食堂补贴 is not 食堂
_REACH: Final = 2  # lines below a list or a table in which its entries are still meant
_CELLS: Final = 30  # of a table that a sentence may take parts and wholes from
RATES: Final = frozenset(
    ("%", "permille", "pp", "bp", "times", "rank", "year", "age", "month", "day", "hour", "minute", "second",
     "count:折", "count:番", "count:项", "count:类", "count:种", "count:款", "grade")
)  # fmt: skip


class Told(NamedTuple):
    """A figure, the words before it in its clause and behind it, its sentence, and where it stands in the line."""

    figure: Figure
    value: float
    lead: str
    tail: str
    sentence: int
    start: int
    end: int

    @property
    def name(self) -> str:
        """What the words before it call it."""
        return _NOT_NAMES.sub("", _NOT_NAMES.sub("", _MARKS.sub("", self.lead)))

    @property
    def share(self) -> bool:
        """Whether it is a share, a rate or a percentage."""
        return self.figure.unit == "%"


class Passage(NamedTuple):
    """``own`` are the figures of a line, ``above`` those of the list or table it goes on from.

    ``items`` are the amounts of the entries of that list or of the one column of that table, totals left out,
    and ``heading`` is the line above it.
    """

    start: int
    text: str
    own: tuple[Told, ...]
    above: tuple[Told, ...]
    items: tuple[Told, ...] = ()
    heading: str = ""

    @property
    def amounts(self) -> tuple[Told, ...]:
        """All that may be parts or wholes: no shares, no lengths of time."""
        return tuple(t for t in (*self.above, *self.own) if t.figure.unit not in RATES)

    def between(self, one: Told, other: Told) -> str:
        """The words between two figures of the line."""
        return self.text[one.end : other.start]

    def clause(self, told: Told) -> str:
        """All words of its clause before a figure of the line, other figures with them."""
        return behind_last(_BREAK, self.text[max(0, told.start - _CLAUSE) : told.start])

    def before(self, told: Told) -> list[Told]:
        """The figures of the line before one, and those above."""
        return [*self.above, *(t for t in self.own if t.start < told.start)]


def grams(words: str) -> frozenset[str]:
    """The pairs of characters that tell names apart."""
    plain = _MARKS.sub("", words)
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1)) - _COMMON


def denies(words: str, core: str) -> bool:
    """Whether words have a name with a "not" before it."""
    at = words.find(core)
    return at > 0 and _NO.match(words[at - 1]) is not None


def named(who: str, pool: Iterable[Told], *, within: bool = False) -> list[Told]:
    """The amounts that words call by name: of the same words, else of hardly more; or that have them ``within``."""
    plain = _CLASS.sub("", _MARKS.sub("", who)) or who
    best, found = 0, list[Told]()
    for told in pool:
        name, behind = told.name, told.tail.lstrip("的")
        if len(plain) < 2 and plain != name:
            score = 0
        elif name == plain or behind.startswith(plain):
            score = 20 + len(plain)
        elif len(name) > 1 and (name.endswith(plain) or name.startswith(plain)):
            score = 10 + len(plain)
        elif within and plain in name:
            score = len(plain)
        elif len(name) > 1 and name in plain and len(plain) - len(name) < _NARROWER:
            score = len(name)
        else:
            score = 0
        if score > best:
            best, found = score, [told]
        elif score and score == best:
            found.append(told)
    return found


def alike(one: Told, other: Told) -> bool:
    """Whether two amounts can be part and whole."""
    return same_dimension(one.figure.unit, other.figure.unit)


def asked(one: Told, other: Told) -> bool:
    """Whether one counts sheets or votes and the other the people who were given them."""
    sheets, people = (
        ("count:份", "count:票", "count:张"),
        ("person", "count:户", "count:位", "count:名", "count:家"),
    )
    units = one.figure.unit, other.figure.unit
    return (units[0] in sheets and units[1] in people) or (units[1] in sheets and units[0] in people)


def _told(line: str, base: int, figures: Sequence[Figure]) -> Iterator[Told]:
    sentence, at = 0, 0
    for n, figure in enumerate(figures):
        start, end = figure.anchor.start - base, figure.anchor.end - base
        sentence += len(_END.findall(line, at, start))
        last = behind_last(_BREAK, line[at:start])
        if _COLON.search(last):
            after = _COLON.split(last)[-1]
            last = after if after.strip(" *") else last
        stop = figures[n + 1].anchor.start - base if n + 1 < len(figures) else len(line)
        value = value_of(figure)
        if value is not None and not figure.is_date:
            behind = _BREAK.search(line, end, stop)
            tail = line[end : stop if behind is None else behind.start()]
            yield Told(figure, value, last, tail, sentence, start, end)
        at = end


@once
def passages(section: Section) -> tuple[Passage, ...]:
    """The lines of the prose of a section; an entry of a list goes with the other entries."""
    found: list[Passage] = []
    head: tuple[Told, ...] = ()
    block: list[tuple[int, str, tuple[Told, ...]]] = []
    above: tuple[Told, ...] = ()
    items: tuple[Told, ...] = ()
    left, seen = 0, 0
    last = heading = ""
    for start, end in lines(section.text):
        line = section.text[start:end]
        if "|" in line or not line.strip():
            continue
        base = section.start + start
        own = tuple(_told(line, base, [f for f in section.between(base, base + len(line)) if not f.table]))
        if _ITEM.match(line):
            block.append((base, line, own))
            continue
        if block:
            above, items, left, heading = *_of_block(head, block, found), _REACH, last
            block = []
        tables = section.tables_before(base)
        if tables > seen:
            above, items, left, heading = *_of_table(section, base), _REACH, last
            seen = tables
        if left:
            found.append(Passage(base, line, own, above, items, heading))
        else:
            found.append(Passage(base, line, own, ()))
        head, left, last = own, max(0, left - 1), line
    if block:
        _of_block(head, block, found)
    return tuple(found)


def _of_block(
    head: tuple[Told, ...], block: Sequence[tuple[int, str, tuple[Told, ...]]], found: list[Passage]
) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """Adds the entries of a list to what was found; all their figures, and the amounts that they are lists of."""
    every = (*head, *(t for _, _, own in block for t in own))
    firsts = [next((t for t in own if t.figure.unit not in RATES), None) for _, _, own in block]
    items = tuple(t for t in firsts if t is not None and not _TOTAL.match(t.name))
    if len({t.figure.unit for t in items}) != 1 or len(items) < _LEAST:
        items = ()
    found += [
        Passage(at, line, own, tuple(t for t in every if t not in own), items) for at, line, own in block
    ]
    return every, items


def _of_table(section: Section, base: int) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """The cells of the table right above a line by their rows; its rows as a list where one column has amounts."""
    sheet = section.near(base)[min(1, section.tables_before(base) - 1)]
    cells: list[Told] = []
    for figure in sheet.figures:
        value = value_of(figure)
        if value is not None and not figure.is_date and figure.row:
            cells.append(Told(figure, value, sheet.label(figure.row), "", -1, -1, -1))
    if len(cells) > _CELLS:
        return (), ()
    cols = {t.figure.col for t in cells if t.figure.unit not in RATES}
    items = (
        [t for t in cells if t.figure.unit not in RATES and not _TOTAL.match(t.lead)]
        if len(cols) == 1
        else []
    )
    return tuple(cells), tuple(items) if len(items) >= _LEAST else ()
