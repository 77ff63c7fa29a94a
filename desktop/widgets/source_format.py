"""How a source text is set: headings, paragraphs, table lines, and quiet underlines below every item."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from desktop.services.theme import Theme

Line = QTextCharFormat.UnderlineStyle
UNDERLINES: dict[str, tuple[str, Line]] = {
    "figure": ("accent", Line.SingleUnderline),
    "policy": ("accent", Line.DashUnderline),
    "event": ("quiet_mark", Line.DashDotLine),
    "point": ("quiet_mark", Line.DotLine),
}
STOPS: dict[str, Line] = {"red": Line.WaveUnderline, "amber": Line.DashUnderline}
"""What does not hold has a wavy line, what is in doubt a dashed one, in the colour of the tone."""
TINTED = ("figure", "policy")  # a whole sentence on a tint would outshine what is lit
QUIET, TINT = 0.55, 0.75
HEIGHT = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value


@dataclass(frozen=True, slots=True)
class Underline:
    """A stretch of the document in UTF-16 units, the kind of item it is, and the tone of its verdict."""

    start: int
    end: int
    kind: str
    tone: str = ""


class SourceFormat(QSyntaxHighlighter):
    """Sets the characters while a document is filled; ``marked`` says whether items are underlined."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        """Format nothing until ``show``."""
        super().__init__(document)
        self._headings: frozenset[int] = frozenset()
        self._underlines: list[Underline] = []
        self._starts: list[int] = []
        self.marked = True
        self.restyle(theme)

    def restyle(self, theme: Theme) -> None:
        """Take the colours of a theme for the next fill."""
        self._colours = {token: QColor(theme[token]) for token in ("accent", "faint", "border", "quiet_mark")}
        self._colours["accent"].setAlphaF(QUIET)
        for tone in STOPS:
            self._colours[tone] = QColor(theme[f"{tone}_mark"])
            self._colours[f"{tone}_bg"] = QColor(theme[f"{tone}_bg"])
            self._colours[f"{tone}_bg"].setAlphaF(TINT)

    def show(self, headings: frozenset[int], underlines: list[Underline]) -> None:
        """Set another text: where its headings start, and what is underlined, by start."""
        self._headings, self._underlines = headings, underlines
        self._starts = [u.start for u in underlines]

    def highlightBlock(self, text: str) -> None:
        """Set one paragraph."""
        start, length = self.currentBlock().position(), self.currentBlock().length() - 1
        base = QTextCharFormat()
        if start in self._headings or (is_table_line(text) and is_rule(self.currentBlock().next().text())):
            base.setFontWeight(QFont.Weight.Bold)
            self.setFormat(0, length, base)
        elif is_rule(text):
            base.setForeground(self._colours["border"])
            base.setFontPointSize(1)
            self.setFormat(0, length, base)
            return
        if self.marked:
            self._underline(start, length, base)
        if is_table_line(text):
            pipe = QTextCharFormat(base)
            pipe.setForeground(self._colours["faint"])
            for at, character in enumerate(text):
                if character == "|":
                    self.setFormat(at, 1, pipe)

    def _underline(self, start: int, length: int, base: QTextCharFormat) -> None:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, start + length)
        inside = sorted(self._underlines[first:last], key=lambda u: u.start - u.end)
        for one in inside:  # the longest first, so that a figure shows within its sentence
            token, style = (one.tone, STOPS[one.tone]) if one.tone in STOPS else UNDERLINES[one.kind]
            line = QTextCharFormat(base)
            if one.tone in STOPS and one.kind in TINTED:
                line.setBackground(self._colours[f"{one.tone}_bg"])
            line.setUnderlineStyle(style)
            line.setUnderlineColor(self._colours[token])
            self.setFormat(one.start - start, min(one.end, start + length) - one.start, line)


def set_paragraphs(document: QTextDocument, headings: frozenset[int], theme: Theme) -> None:
    """Space the paragraphs of a document: air above headings, table lines closer on a tint."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        words = block.text()
        shape = QTextBlockFormat()
        shape.setLineHeight(115, HEIGHT)
        if block.position() in headings:
            shape.setTopMargin(theme.px(10) if block.blockNumber() else 0)
            shape.setBottomMargin(theme.px(2))
        elif is_table_line(words):
            shape.setBackground(QColor(theme["surface"]))
            shape.setLineHeight(105, HEIGHT)
            shape.setBottomMargin(theme.px(1))
        elif not words.strip():
            shape.setLineHeight(45, HEIGHT)
        else:
            shape.setBottomMargin(theme.px(3))
        cursor.setPosition(block.position())
        cursor.setBlockFormat(shape)
        block = block.next()
    cursor.endEditBlock()


def is_table_line(line: str) -> bool:
    """Whether a line belongs to a table in the plain layout with upright strokes."""
    return "|" in line


def is_rule(line: str) -> bool:
    """Whether a line is the rule below a table's header."""
    return "|" in line and not line.strip("|-: \t")
