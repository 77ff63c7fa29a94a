"""Lines of all pages into paragraphs and headings, onto a Writer: by size, bold, indent and how full a line is."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, NamedTuple

from desktop.core.text import Text
from desktop.importers import lines as forms
from desktop.importers.readers.normal import Writer
from desktop.importers.readers.pdf_lines import Line, furniture, joined
from desktop.importers.readers.pdf_tables import Ruled, rows_of, unruled

_ENDS: Final = re.compile(r"[。！？!?；;：:…”」』）)]\s*$|[.]\s*$")
_LARGER: Final = 0.6  # points above the body's size make a heading
_LONGEST_HEADING: Final = 80


class Page(NamedTuple):
    """What was found on one page."""

    height: float
    lines: list[Line]
    tables: list[Ruled]


class _Open:
    """The paragraph that is being gathered."""

    def __init__(self) -> None:
        self.text = ""
        self.last: Line | None = None
        self.full = False
        self.page = 0
        self.bold = True


def write(pages: list[Page], writer: Writer) -> list[Text]:
    """Write the pages; returns notices about tables that are only supposed."""
    dropped = furniture([(page.height, page.lines) for page in pages])
    body = _body_size(pages)
    levels = _levels(pages, body, dropped)
    notices: list[Text] = []
    paragraph = _Open()
    repeated = ""
    waiting: Ruled | None = None  # a table that may go on over the page

    def close() -> None:
        if paragraph.text:
            level = levels.get(paragraph.last.size, 0) if paragraph.last else 0
            if level and len(paragraph.text) <= _LONGEST_HEADING:
                writer.title(paragraph.text) if level == -1 else writer.heading(paragraph.text, level)
            elif forms.BULLET.match(paragraph.text):
                writer.item(paragraph.text)
            else:
                writer.paragraph(paragraph.text, paragraph.bold)
        paragraph.text, paragraph.last, paragraph.bold = "", None, True

    for p, page in enumerate(pages):
        kept = [line for n, line in enumerate(page.lines) if (p, n) not in dropped]
        margins = {n: _margins([line for line in kept if line.column == n], body) for n in range(3)}
        if kept and p and repeated and kept[0].text == repeated:
            del kept[0]  # a line cut by the foot of the page is printed again at the head of the next
        repeated = kept[-1].text if kept and len(kept[-1].text) > 5 else ""
        supposed: dict[int, int] = dict(unruled(kept))
        behind = 0
        for n, thing in _in_order(kept, page.tables):
            if isinstance(thing, Ruled):
                close()
                if waiting and _continues(waiting, thing):
                    rows = thing.rows[1:] if thing.rows[0] == waiting.rows[0] else thing.rows
                    waiting = Ruled(thing.box, waiting.columns, waiting.rows + rows)
                else:
                    if waiting:
                        writer.table(waiting.rows)
                    waiting = thing
                continue
            if waiting:
                writer.table(waiting.rows)
                waiting = None
            if n < behind:
                continue
            if n in supposed:
                close()
                behind = supposed[n]
                notices.append(_supposed(p + 1, thing.text))
                writer.table(rows_of(kept[n:behind]), loose=True)
                continue
            left, right = margins[thing.column]
            if _begins(paragraph, thing, p, left, levels):
                close()
            paragraph.text = joined(paragraph.text, thing.text)
            paragraph.last, paragraph.page = thing, p
            paragraph.bold = paragraph.bold and thing.bold
            slack = 2.2 if _ENDS.search(thing.text) else 6  # a long word moves to the next line whole
            paragraph.full = thing.x1 > right - slack * thing.size
    close()
    if waiting:
        writer.table(waiting.rows)
    return notices


def _supposed(page: int, words: str) -> Text:
    return Text(
        "第 {} 页的表格没有框线（“{}”），行列是按位置推断的，请对照原件。",
        "A table on page {} has no rules (“{}”); its cells were told by their places: compare it with the original.",
    ).format(page, words[:16])


def _in_order(kept: list[Line], tables: list[Ruled]) -> list[tuple[int, Line | Ruled]]:
    """Put each table before the first line that stands below its top; lines keep their reading order."""
    things: list[tuple[int, Line | Ruled]] = []
    rest = list(tables)
    for n, line in enumerate(kept):
        while rest and rest[0].box[1] <= line.top and not _beside(rest[0], line):
            things.append((-1, rest.pop(0)))
        things.append((n, line))
    return things + [(-1, table) for table in rest]


def _beside(table: Ruled, line: Line) -> bool:
    return line.x1 <= table.box[0] or line.x0 >= table.box[2]


def _continues(above: Ruled, below: Ruled) -> bool:
    """Whether a table at the head of a page goes on with the columns of the one before."""
    return len(above.columns) == len(below.columns) and all(
        abs(a - b) < 4 for a, b in zip(above.columns, below.columns, strict=True)
    )


def _body_size(pages: list[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 10.0


def _levels(pages: list[Page], body: float, dropped: set[tuple[int, int]]) -> dict[float, int]:
    """Return the heading level of each size above the body's; -1 for the title's."""
    larger: dict[float, list[tuple[int, int]]] = {}
    for p, page in enumerate(pages):
        for n, line in enumerate(page.lines):
            if line.size > body + _LARGER and (p, n) not in dropped:
                larger.setdefault(line.size, []).append((p, n))
    sizes = sorted(larger, reverse=True)
    levels = {size: n + 1 for n, size in enumerate(sizes)}
    if sizes:
        places = larger[sizes[0]]
        together = places[-1][1] - places[0][1] == len(places) - 1
        if (
            places[0][0] == places[-1][0] == 0
            and together
            and len(places) <= 3
            and len(pages[0].lines) > len(places)
        ):
            levels = {size: n for n, size in enumerate(sizes)}
            levels[sizes[0]] = -1
    return levels


def _margins(kept: list[Line], body: float) -> tuple[float, float]:
    """Return where full lines begin and end in a column."""
    prose = sorted(line.x0 for line in kept if abs(line.size - body) < _LARGER) or [0.0]
    ends = sorted((line.x1 for line in kept if abs(line.size - body) < _LARGER), reverse=True) or [0.0]
    return prose[len(prose) // 20], ends[len(ends) // 20]


def _begins(paragraph: _Open, line: Line, page: int, left: float, levels: dict[float, int]) -> bool:
    """Whether a line begins a new paragraph."""
    last = paragraph.last
    if last is None:
        return True
    if abs(line.size - last.size) > 0.4 and (line.size in levels or last.size in levels):
        return True
    if line.size in levels:
        return line.top - last.bottom > 0.9 * line.size or page != paragraph.page
    if (
        line.bold != last.bold
        and (len(last.text) < 40 if last.bold else len(line.text) < 40)
        and not paragraph.full
    ):
        return True
    if forms.BULLET.match(line.text) or (forms.numbered(line.text) and _ENDS.search(last.text)):
        return True
    if page != paragraph.page or line.top < last.top - line.size:  # a new page or column
        return not paragraph.full or _ENDS.search(last.text) is not None or line.x0 > left + 1.2 * line.size
    if line.top - last.bottom > 1.0 * line.size:
        return True
    if line.x0 > last.x0 + 1.2 * line.size and line.x0 > left + 1.2 * line.size:
        return True  # indented more than the line before
    return not paragraph.full
