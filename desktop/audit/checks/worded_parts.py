"""Parts of a whole told in words, against the shares or amounts of the same paragraph or of a table: 老人餐占多数.

What several named parts come to is added up; a clause is wrong only if no whole that is told makes it true.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from desktop.audit import say
from desktop.audit.amounts import bare, formula, percent, quote
from desktop.audit.check import Result, World, check
from desktop.audit.interval import Interval, as_claim
from desktop.audit.scope import Prose, Section
from desktop.audit.sheet import Sheet
from desktop.audit.worded_portions import Portion, portions
from desktop.audit.worded_values import Named, called, grams, named_values
from desktop.core.figure import Figure
from desktop.core.span import Anchor
from desktop.core.text import Text, same

KEY: Final = "worded_parts"
_WHOLE: Final = re.compile(r"[总共全]|合计")
_SHARE: Final = re.compile(r"占|持|份额|比重|比例|贡献")
_LAST: Final = re.compile(r"^(?P<where>前|后)?(?P<many>两者|二者|三者|两[项个家种类]|三[项个家种类])$")
_MANY: Final = {"两": 2, "二": 2, "三": 3}
_NOT: Final = re.compile(r"去年|上年|同期|此前|[比较从由]|均|率")
_DIGIT: Final = re.compile(r"\d|成")
_FAR: Final = 160
SAID: Final = Text(
    "文中说{0}，可按文中的数是{1}，即{2}。", "The text says {0}, but its own numbers make it {1}: {2}."
)


class _Made(NamedTuple):
    """A share, in percent, with what it is made of."""

    share: Interval
    figures: tuple[Figure, ...]
    written: Text


@check(
    KEY,
    "用词说的占比",
    "parts of a whole in words",
    "section",
    needs={"section": ("半成数分", "same*2 table")},
)
def run(piece: Section, _world: World) -> Iterable[Result]:
    """Hold each clause against every share that its names may have."""
    for line in piece.lines:
        for portion in portions(line):
            made = list(_in_prose(line, portion)) or list(_in_tables(piece, line, portion))
            if made:
                yield from _held(line, portion, made)


def _held(line: Prose, portion: Portion, made: Sequence[_Made]) -> Iterator[Result]:
    fits = [m for m in made if m.share.meets(portion.claim)]
    if fits:
        yield say.passed(KEY, fits[0].figures, fits[0].written)
        return
    first = made[0]
    place = Anchor(line.source, line.start + portion.start, line.start + portion.end, portion.text)
    said = SAID.format(quote(portion.text), percent((first.share.low + first.share.high) / 2), first.written)
    yield say.finding(KEY, "changes_conclusion", first.figures, first.written, said, "part", spans=(place,))


def _in_prose(line: Prose, portion: Portion) -> Iterator[_Made]:
    at = line.start + portion.start
    told = [v for v in named_values(line) if v.figure.anchor.end <= at and at - v.figure.anchor.end <= _FAR
            and v.figure.role in ("level", "ratio") and not _NOT.search(v.words)
            and _DIGIT.search(v.figure.as_printed)]  # fmt: skip
    for code in dict.fromkeys(v.figure.unit for v in told):
        own = [v for v in told if v.figure.unit == code]
        parts = _parts(portion.names, own)
        if not parts or len({p.figure.id for p in parts}) < len(parts):
            continue
        total = _sum([p.figure for p in parts])
        if code == "%":
            if total.high <= 101 and all(map(_has_share, parts)):
                yield _Made(total, tuple(p.figure for p in parts), _added(parts))
            continue
        for whole, figures in _wholes(own, parts, total, portion):
            share = total.scaled(100).over(whole)
            if share is not None and share.low <= 100:
                written = formula(
                    "({}) ÷ ({})" if len(figures) > 1 else "({}) ÷ {}", _added(parts), _plus(figures)
                )
                yield _Made(share, (*(p.figure for p in parts), *figures), written)


def _has_share(one: Named) -> bool:
    return _SHARE.search(one.words) is not None


def _parts(names: Sequence[str], own: Sequence[Named]) -> list[Named]:
    """The one value of each name; none where a name has none or several."""
    if not names:  # of what was told last
        return list(own[-1:]) if len(own) > 1 and _WHOLE.search(own[-1].words) is None else []
    found = _LAST.match(names[0]) if len(names) == 1 else None
    if found is not None:
        row = _row(own)
        many = _MANY[found["many"][0]]
        if found["where"] is None:
            return row if len(row) == many else []
        return (row[:many] if found["where"] == "前" else row[-many:]) if len(row) > many else []
    each = [called(name, own) for name in names]
    if any(len(e) != 1 or not _is_of(name, e[0]) for e, name in zip(each, names, strict=True)):
        return []
    return [e[0] for e in each]


def _is_of(name: str, one: Named) -> bool:
    """Whether most of a name stands among the words of a value, before what it is a share of."""
    said = grams(name)
    known = said & grams(one.words.partition("占")[0])
    return bool(known) and len(known) * 2 >= len(said)


def _row(own: Sequence[Named]) -> list[Named]:
    """The values told one behind the other, the last before the clause."""
    row = list(own[-1:])
    for one in reversed(own[:-1]):
        if row[0].figure.anchor.start - one.figure.anchor.end > 20 or _WHOLE.search(one.words):
            break
        row.insert(0, one)
    return row


def _wholes(
    own: Sequence[Named], parts: Sequence[Named], total: Interval, portion: Portion
) -> Iterator[tuple[Interval, tuple[Figure, ...]]]:
    """The wholes that are told of one unit, and what a list comes to that has all the parts."""
    row = _row([v for v in own if v in parts or _WHOLE.search(v.words) is None])
    listed = row[1:] if all(p in row for p in parts) else []  # a neighbour in a list is no whole
    rest = [v for v in own if v not in parts and v not in listed and v.claim.high >= total.low]
    if portion.whole:
        rest, row = [v for v in rest if grams(portion.whole) & grams(v.full)], []
    for one in sorted(rest, key=lambda v: _WHOLE.search(v.words) is None):
        yield one.claim, (one.figure,)
    if len(row) > len(parts) and all(p in row for p in parts):
        for some in (row, row[1:]) if row[0] not in parts else (row,):
            figures = tuple(v.figure for v in some)
            if len(figures) > len(parts):
                yield _sum(figures), figures


def _sum(figures: Iterable[Figure]) -> Interval:
    claims = [c for f in figures if (c := as_claim(f)) is not None]
    return Interval(sum(c.low for c in claims), sum(c.high for c in claims))


def _added(parts: Sequence[Named]) -> Text:
    return _plus([p.figure for p in parts])


def _plus(figures: Sequence[Figure]) -> Text:
    return same(" + ").join([bare(f) for f in figures])


def _in_tables(piece: Section, line: Prose, portion: Portion) -> Iterator[_Made]:
    for sheet in piece.around(line.start + portion.start) if portion.names else ():
        rows = [_label(sheet, name) for name in portion.names]
        if any(r is None for r in rows) or len(set(rows)) < len(rows):
            continue
        for c in sheet.cols[1:]:
            cells = [sheet.at(r, c) for r in rows if r is not None]
            figures = [f for f in cells if f is not None]
            if len(figures) == len(rows) and all(f.unit == "%" for f in figures) and _is_share(sheet, c):
                yield _Made(_sum(figures), tuple(figures), _plus(figures))


def _label(sheet: Sheet, name: str) -> int | None:
    """The one row that a name ends with: 网点最密的华东."""
    found = [r for r in sheet.rows if len(sheet.label(r)) > 1 and name.endswith(sheet.label(r))]
    return found[0] if len(found) == 1 else None


def _is_share(sheet: Sheet, col: int) -> bool:
    """Whether the cells of a column make up a whole."""
    cells = [f for r in sheet.rows if (f := sheet.at(r, col)) is not None]
    if not cells or any(f.unit != "%" for f in cells):
        return False
    highs = [float(f.high or 0) for f in cells]
    own = list(itertools.takewhile(lambda v: v < 99.0, highs))
    return _SHARE.search(sheet.head(col)) is not None and abs(sum(own) - 100) < 2
