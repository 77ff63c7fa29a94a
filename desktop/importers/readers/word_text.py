"""The body of a Word document in reading order, onto a Writer: changes accepted, merged cells repeated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from desktop.core.progress import NoProgress, Progress
from desktop.importers.lines import numbered
from desktop.importers.readers.grids import MOST_CELLS, one_header
from desktop.importers.readers.normal import Writer, clean
from desktop.importers.readers.word_styles import Lists, Styles, child, list_of, name_of, number, on, val

if TYPE_CHECKING:
    from lxml.etree import _Element

_THROUGH: Final = frozenset(
    "sdt sdtContent ins moveTo smartTag customXml hyperlink fldSimple dir bdo r "  # noqa: SIM905
    "oMath oMathPara ruby rubyBase".split()
)
_SPACES: Final = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_DEEP: Final = 60


class Body:
    """Writes the paragraphs and tables of a document."""

    def __init__(self, writer: Writer, styles: Styles, lists: Lists) -> None:
        self.writer, self.styles, self.lists = writer, styles, lists

    def write(self, body: _Element, progress: Progress) -> None:
        """Write everything below an element."""
        children = list(_blocks(body))
        for n, element in enumerate(children):
            if n % 50 == 0:
                progress.step(n, len(children))
            if name_of(element) == "tbl":
                self._table(element, 0)
            else:
                self._paragraph(element)

    def _paragraph(self, element: _Element) -> None:
        properties = child(element, "pPr")
        look = self.styles.look(val(child(properties, "pStyle")))
        if look.contents:
            return
        text, bold = self._words(element, look.bold)
        boxes = list(_boxes(element))
        if clean(text):
            outline = val(child(properties, "outlineLvl"))
            level = number(outline) + 1 if outline and number(outline, 9) < 9 else look.level
            where = list_of(properties)
            where = where if where is not None else look.num
            label = self.lists.label(*where) if where else ""
            self._say(text, bold, level, look.title, label, where[1] if where else 0)
        for box in boxes:
            self.write(box, NoProgress())

    def _say(self, text: str, bold: bool, level: int, title: bool, label: str, depth: int) -> None:
        shown = _labelled(label, text) if label and label != "•" else text
        if title:
            self.writer.title(text)
        elif level:
            self.writer.heading(shown, level)
        elif label == "•":
            self.writer.item(text, depth + 1)
        elif label and not bold:
            style = numbered(shown)
            if style is not None and style.style in ("cn", "nth"):
                self.writer.paragraph(
                    shown
                )  # 一、 at the head of a line: the scanner knows headings of that kind
            else:
                self.writer.item(text, depth + 1, label)
        else:
            for line in shown.split("\n"):
                self.writer.paragraph(line, bold)

    def _words(self, element: _Element, bold: bool) -> tuple[str, bool]:
        """Return the words of a paragraph and whether all of them are bold."""
        parts: list[str] = []
        strong = seen = 0
        for run, text in _runs(element, 0):
            properties = child(run, "rPr")
            if on(child(properties, "vanish")):
                continue
            raised = val(child(properties, "vertAlign")) == "superscript"
            if raised and text[:1].isdecimal() and parts and parts[-1][-1:].isdecimal():
                parts.append("^")  # 10⁸ must not become 108
            parts.append(text)
            own = on(child(properties, "b"))
            if own is None:
                own = bold or self.styles.bold(val(child(properties, "rStyle")))
            size = len(text.strip())
            seen += size
            strong += size if own else 0
        return "".join(parts), 0 < seen == strong

    def _table(self, table: _Element, deep: int) -> None:
        rows: list[list[str]] = []
        inner: list[_Element] = []
        heads = total = 0
        spread = False
        for row in _under(table, "tr"):
            made: list[str] = []
            made += [""] * min(number(val(child(row, "trPr", "gridBefore"))), 60)
            spans = down = False
            for cell in _under(row, "tc"):
                properties = child(cell, "tcPr")
                across = max(1, min(number(val(child(properties, "gridSpan")), 1), 60))
                merged = child(properties, "vMerge")
                words = self._cell(cell, inner)
                if merged is not None and val(merged) != "restart" and rows and len(made) < len(rows[-1]):
                    words = rows[-1][len(made)]
                    down = down or len(rows) < 3
                spans = spans or across > 1
                made += [words] * across
            total += len(made)
            if total > MOST_CELLS:
                break
            if len(made) > 1 and len(list(_under(row, "tc"))) == 1:
                made = made[:1]  # one cell across the table: a caption or the name of a group
                if not rows:
                    self.writer.paragraph(made[0])
                    continue
            spread = spread or (not rows and spans)
            header = on(child(row, "trPr", "tblHeader")) or (spread and (down or not rows))
            heads += header and len(rows) == heads
            rows.append(made)
        self.writer.table(one_header(rows, heads))
        for other in inner:
            if deep < _DEEP:
                self._table(other, deep + 1)

    def _cell(self, cell: _Element, inner: list[_Element]) -> str:
        words = []
        for element in _blocks(cell):
            if name_of(element) == "tbl":
                inner.append(element)
            else:
                where = list_of(child(element, "pPr"))
                label = self.lists.label(*where) if where else ""
                text = clean(self._words(element, False)[0])
                words.append(_labelled(label, text) if label and text else text)
        return clean(" ".join(words))


def _labelled(label: str, text: str) -> str:
    return f"{label} {text}" if label[-1:].isalnum() or label[-1:] in ".•" else label + text


def _blocks(element: _Element) -> Iterator[_Element]:
    """Yield paragraphs and tables below an element, through content controls and tracked insertions."""
    stack = list(reversed(element))
    while stack:
        one = stack.pop()
        name = name_of(one)
        if name in ("p", "tbl"):
            yield one
        elif name in (
            "sdt",
            "sdtContent",
            "ins",
            "moveTo",
            "customXml",
            "smartTag",
            "AlternateContent",
            "Choice",
        ):
            stack.extend(reversed(one))


def _under(element: _Element, wanted: str) -> Iterator[_Element]:
    stack = list(reversed(element))
    while stack:
        one = stack.pop()
        name = name_of(one)
        if name == wanted:
            yield one
        elif name in ("sdt", "sdtContent", "ins", "customXml"):
            stack.extend(reversed(one))


def _runs(element: _Element, deep: int) -> Iterator[tuple[_Element, str]]:
    """Yield (run, text) of a paragraph: no deleted text, no field codes, no text boxes."""
    for one in element:
        name = name_of(one)
        if name == "t":
            yield element, one.text or ""
        elif name in _SPACES:
            yield element, _SPACES[name] if val(one, "type") != "page" else " "
        elif name == "sym":
            yield element, " "
        elif name in _THROUGH and deep < _DEEP:
            yield from _runs(one, deep + 1)


def _boxes(element: _Element) -> Iterator[_Element]:
    """Yield the contents of text boxes, each once: the fallback for older programs repeats them."""
    stack = list(reversed(element))
    while stack:
        one = stack.pop()
        name = name_of(one)
        if name == "txbxContent":
            yield one
        elif name not in ("Fallback", "del", "moveFrom", "t"):
            stack.extend(reversed(one))
