"""The left half of a review: the article, a search in it, ticks beside it, and what a selection can become."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from desktop.core.dossier import Dossier
from desktop.core.review_marks import Mark, Marks, chip_of, grid_of, review_marks
from desktop.core.source import Source
from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.find_bar import FindBar
from desktop.widgets.review.add_bar import AddBar
from desktop.widgets.review.article import Heading, ReviewText
from desktop.widgets.review.grid import MOST, Grid
from desktop.widgets.review.strip import MarkStrip
from desktop.widgets.text_finder import TextFinder

NAME = Text("文章", "Article")
LEFT_OVER = Text("没看懂的数字", "a number that was not understood")
TONES = {"open": "amber", "automatic": "grey"}


class ArticlePane(QWidget):
    """``chosen`` tells the item of a mark that was clicked, ``adding`` kind and span of what is to be added."""

    chosen = Signal(str)
    adding = Signal(str, int, int)

    def __init__(self, theme: Theme, describe: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Start without an article; ``describe`` tells of an item, for its tool tip."""
        super().__init__(parent)
        self._describe = describe
        self._marks = Marks([])
        self._language: Language = "zh"
        self.source: Source | None = None
        self.find_bar, self.text, self.strip = FindBar(), ReviewText(theme), MarkStrip(theme)
        self.finder = TextFinder(self.text, self.find_bar)
        self.bar = AddBar(self.text.viewport())
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.strip)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.find_bar)
        self._column.addLayout(self._row, 1)
        self._connect()

    def show_article(self, dossier: Dossier, language: Language) -> None:
        """Show the text of a dossier; nothing is current."""
        self._language = language
        self.source = dossier.sources[0] if dossier.sources else None
        self.bar.hide()
        if self.source is None:
            self.text.show_article("", (), ())
            self.show_marks(dossier, "")
            return
        self.text.show_article(self.source.text, self._headings(dossier), _grids(dossier, self.source))
        self.show_marks(dossier, "")

    def show_marks(self, dossier: Dossier, item_id: str) -> None:
        """Mark what the dossier has now, one item more than the others."""
        self._marks = review_marks(dossier, self.source) if self.source is not None else Marks([])
        self.text.show_chips(self._headings(dossier))
        self.show_current(dossier, item_id)

    def show_current(self, dossier: Dossier, item_id: str) -> None:
        """Emphasise an item and bring it into view."""
        item = dossier.item(item_id)
        here = (0, 0)
        if item is not None and self.source is not None and item.anchor.holds(self.source.text):
            here = (item.anchor.start, item.anchor.end)
        self.text.show_marks(self._marks, here)
        length = len(self.source.text) if self.source is not None else 1
        self.strip.show_marks(self._marks, length, here[0] if here[1] else -1)
        if here[1]:
            self.text.bring(*here)

    def select(self, start: int, end: int) -> None:
        """Select a stretch and offer to add it."""
        self.text.setFocus()
        self.text.select(start, end)

    def open_find(self) -> None:
        """Open the search, with the words that are selected."""
        self.finder.open()

    def tip_at(self, point: QPoint) -> str:
        """Return what the mark at a place of the text stands for; nothing where there is none."""
        mark = self._marks.at(self.text.offset_at(point))
        if mark is None or not any(box.contains(point) for box in self.text.boxes_of(mark)):
            return ""
        return self._describe(mark.item) if mark.item else LEFT_OVER(self._language)

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._language = language
        self.text.restyle(theme)
        self.strip.restyle(theme)
        self.bar.look(theme, language)
        self.find_bar.restyle(theme)
        self.find_bar.retranslate(language)
        self.find_bar.setContentsMargins(*(theme.px(n) for n in (14, 6, 8, 6)))
        self.text.setAccessibleName(NAME(language))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The bar stays with its selection only while nothing moves; a tool tip tells how a mark was read."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self.text.viewport())
            return True
        if event.type() in (QEvent.Type.Wheel, QEvent.Type.Resize):
            self.bar.hide()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.text.chosen_at.connect(self._click)
        self.text.selected.connect(self._offer)
        self.text.viewport().installEventFilter(self)
        self.strip.chosen.connect(lambda at: self.text.bring(at, at + 1))
        self.bar.chosen.connect(self._add)
        self.bar.escaped.connect(self._drop)

    def _headings(self, dossier: Dossier) -> tuple[Heading, ...]:
        if self.source is None:
            return ()
        found = [
            Heading(
                f.anchor.start,
                f.anchor.end,
                chip_of(f)(self._language),
                TONES.get(dossier.status_of(f.id), "green"),
            )
            for f in dossier.factors
            if f.anchor.source == self.source.id and f.anchor.quote and f.anchor.holds(self.source.text)
        ]
        return tuple(sorted(found))

    def _click(self, offset: int) -> None:
        mark: Mark | None = self._marks.at(offset)
        if mark is None:
            return
        if mark.item:
            self.chosen.emit(mark.item)
        else:
            self.select(mark.start, mark.end)

    def _offer(self, start: int, end: int) -> None:
        if start < end:
            self.bar.show_at(self.text.box_of(start, end), self.text.viewport())
        else:
            self.bar.hide()

    def _add(self, kind: str) -> None:
        start, end = self.text.selection()
        self.bar.hide()
        if start < end:
            self.adding.emit(kind, start, end)

    def _drop(self) -> None:
        """Leave the selection: nothing is to be added."""
        self.text.setFocus()
        at = self.text.selection()[1]
        self.text.select(at, at)


def _grids(dossier: Dossier, source: Source) -> tuple[Grid, ...]:
    """Return the tables that can be shown as tables, in the order of the text."""
    found = []
    for table in dossier.tables:
        if table.anchor.source != source.id or not table.anchor.holds(source.text):
            continue
        rows = grid_of(table, source.text)
        if rows is not None and sum(map(len, rows)) <= MOST:
            numbers = frozenset(c.col for c in table.columns if c.kind == "quantity")
            found.append(Grid(table.anchor.start, table.anchor.end, rows, numbers))
    return tuple(sorted(found))
