"""The source of what is selected: the whole text with sentence and span lit; a click in it selects."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.citation import cite
from desktop.core.facts import VALUE_KINDS, facts_of
from desktop.core.focus import Focus
from desktop.core.passage import Passage, original_passage, passage_of, source_of
from desktop.core.source import Source
from desktop.core.stretches import (
    Stretch,
    digest_stretches,
    items_at,
    kind_of,
    neighbour,
    original_stretches,
)
from desktop.core.text import NOTHING, Text
from desktop.models.follow import reach
from desktop.services.context import Context
from desktop.widgets.find_bar import FindBar
from desktop.widgets.panel import Panel
from desktop.widgets.source_bars import SourceFoot, SourceHead
from desktop.widgets.source_text import SourceText
from desktop.widgets.text_finder import TextFinder
from desktop.widgets.words import Words

PLACE = Text("字符 {0:,}–{1:,}", "characters {0:,}–{1:,}")
LOST = Text(
    "出处已失效：这里已找不到记录的引文“{0}”，因此没有标亮。",
    "This passage is lost: the recorded quote “{0}” no longer stands here, so nothing is lit.",
)
NOT_THERE = Text("没有记录这一项在原文里的位置。", "No place in the original is on record for this item.")
MOVED = Text(
    "原文里记录的位置对不上，因此没有标亮。", "The place on record does not fit the original; nothing is lit."
)
NO_TEXT = Text("这份档案没有附带来源文字。", "This dossier comes without the text of its source.")
QUOTE_SHOWN = 40


class SourceView(Panel):
    """Follows the focus. The text is set once, after the first paint; lighting leaves it as it is."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Build the parts, without a text."""
        super().__init__(ctx, parent)
        self.head, self.find_bar, self.text = SourceHead(), FindBar(), SourceText(self.theme)
        self.finder = TextFinder(self.text, self.find_bar)
        self.message, self.foot = Words("amber"), SourceFoot()
        self._column = QVBoxLayout(self)
        for part in (self.head, self.find_bar, self.message, self.text, self.foot):
            self._column.addWidget(part, int(part is self.text))
        self._source: Source | None = None
        self._stretches: tuple[Stretch, ...] = ()
        self._passage: Passage | None = None
        self._loaded: tuple[object, ...] | None = None
        self._awake = False
        self._connect()
        self.refresh()

    def open_find(self) -> None:
        """Open the search, with the words that are selected in the text."""
        self.finder.open()

    def step_item(self, step: int) -> None:
        """Select the next (1) or previous (-1) item of the text."""
        item = neighbour(self._stretches, self._item, self.text.offset_in_view(), step)
        if item:
            self._choose(item)

    def show_dossier(self) -> None:
        """Another text is needed."""
        self._loaded = None

    def show_edited(self) -> None:
        """Mark the items anew if others are marked now; the text stays where it is."""
        bar = self.text.verticalScrollBar()
        place, source = bar.value(), self._source
        now = self.dossier.source(source.id) if self.dossier is not None and source is not None else None
        if self._loaded is None or now is None or self._marked(now) != self._stretches:
            self._loaded = None
        self.show_focus(self.ctx.selection.focus)
        bar.setValue(place)

    def show_focus(self, focus: Focus) -> None:
        """Light the passage of what is selected."""
        if not self._awake or self.dossier is None:
            return
        self._load(source_of(self.dossier, self._item))
        self._passage = self._find_passage()
        self.text.light(self._passage)
        self._tell()

    def retranslate(self) -> None:
        """Show the other language."""
        self.text.setAccessibleName(self.tr_(Text("来源文字", "Source text")))
        for part in (self.head, self.find_bar, self.foot):
            part.retranslate(self.language)
        if self._awake:
            self._tell()

    def restyle(self) -> None:
        """Follow theme and zoom."""
        px = self.theme.px
        self._column.setContentsMargins(px(14), px(8), px(14), px(12))
        self._column.setSpacing(px(6))
        for part in (self.head, self.foot, self.message):
            part.restyle(self.theme)
        if self._awake:
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Set the text as soon as the window has been painted."""
        super().showEvent(event)
        if not self._awake:
            QTimer.singleShot(0, self, self._wake)

    @property
    def _item(self) -> str:
        focus = self.ctx.selection.focus
        return focus.item or focus.factor

    def _connect(self) -> None:
        self.text.chosen_at.connect(self._clicked)
        self.head.switched.connect(self._again)
        self.head.stepped.connect(self.step_item)
        self.head.find_wanted.connect(self.open_find)
        self.head.marks.toggled.connect(self.text.set_marked)
        self.foot.copy_sentence.clicked.connect(self._copy_sentence)
        self.foot.copy_value.clicked.connect(self._copy_value)
        self.ctx.originals.changed.connect(self._again)
        for key, step in (("F4", 1), ("Shift+F4", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda step=step: self.step_item(step))

    def _wake(self) -> None:
        self._awake = True
        self._draw()
        self._again()

    def _draw(self) -> None:
        self.head.draw_icons(self.theme)
        self.find_bar.restyle(self.theme)
        self.text.restyle(self.theme)

    def _again(self) -> None:
        self.show_focus(self.ctx.selection.focus)

    def _load(self, source: Source | None) -> None:
        """Set the text of a source, or of its original, unless it is there already."""
        self._source = source
        self.head.offer_original(self.ctx.originals.is_attached(source))
        original = self._original_of(source)
        wanted = (source.id, source.sha256, original is None) if source is not None else ()
        if wanted == self._loaded or self.dossier is None:
            return
        self._loaded = wanted
        text = original if original is not None else source.text if source is not None else ""
        self._stretches = self._marked(source) if source is not None else ()
        self.text.show_text(text, [s.start for s in self._stretches if s.kind == "factor"], self._stretches)
        self.text.setVisible(bool(text))
        self.finder.again()

    def _marked(self, source: Source) -> tuple[Stretch, ...]:
        """Return the items of a source, or of its original if that is what is read."""
        if self.dossier is None:
            return ()
        original = self._original_of(source)
        if original is not None:
            return original_stretches(self.dossier, source, original)
        return digest_stretches(self.dossier, source)

    def _find_passage(self) -> Passage | None:
        if self.dossier is None:
            return None
        text = self._original_of(self._source)
        if text is None:
            return passage_of(self.dossier, self._item)
        return original_passage(self.dossier, self._item, text)

    def _original_of(self, source: Source | None) -> str | None:
        """The text of the original, if the reader wants it and it is there."""
        if source is None or not self.head.original.isChecked():
            return None
        return self.ctx.originals.text(source)

    def _tell(self) -> None:
        """Say where the passage stands, or why nothing is lit."""
        passage, original = self._passage, self._original_of(self._source) is not None
        problem = NOTHING
        if self._source is None or not self._source.text:
            problem = NO_TEXT
        elif passage is None and self._item and original:
            problem = NOT_THERE
        elif passage is not None and not passage.found:
            problem = MOVED if original else LOST.format(passage.quote[:QUOTE_SHOWN])
        self.message.setText(self.tr_(problem))
        self.message.setVisible(bool(problem.zh))
        place = ""
        if passage is not None and passage.found:
            place = " · ".join(
                [self.tr_(passage.section), self.tr_(PLACE.format(passage.start, passage.end))]
            )
        item = self.dossier.item(self._item) if self.dossier else None
        value = item is not None and kind_of(item) in VALUE_KINDS
        self.foot.offer(place, sentence=passage is not None, value=value)

    def _clicked(self, offset: int) -> None:
        found = items_at(self._stretches, offset)
        if found:
            self._choose(found[0])

    def _choose(self, item: str) -> None:
        if self.dossier is not None:
            self.ctx.selection.show(reach(self.ctx.selection.focus, self.dossier, item))

    def _copy_sentence(self) -> None:
        if self._passage is not None:
            QGuiApplication.clipboard().setText(self.tr_(cite(self._passage)))

    def _copy_value(self) -> None:
        facts = facts_of(self.dossier, self._item) if self.dossier is not None else None
        if facts is not None:
            QGuiApplication.clipboard().setText(self.tr_(facts.value))
