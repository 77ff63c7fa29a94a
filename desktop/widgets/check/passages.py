"""The sentences of a finding, with what it quotes lit in them."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.quotes import Quote
from desktop.core.text import Language, Text
from desktop.services.theme import FONT, Theme
from desktop.widgets.cards.ink import paint_sheet

LOST = Text("（原文里已找不到这段引文）", "(this passage no longer stands in the text)")
SHOWN = 6  # sentences; a whole table has more, and its findings name the numbers


class Passages(QWidget):
    """Rich text, made from escaped words only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme: Theme | None = None
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.text)

    def show_quotes(self, quotes: tuple[Quote, ...], language: Language) -> None:
        """Show sentences, the first of them if there are many."""
        if self._theme is not None:
            more = "<p>…</p>" if len(quotes) > SHOWN else ""
            shown = [_html(quote, self._theme, language) for quote in quotes[:SHOWN]]
            self.text.setText(f"<div style=\"font-family:'{FONT}'\">{''.join(shown)}{more}</div>")
            self.text.setAccessibleName("\n".join(quote.words for quote in quotes[:SHOWN]))

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._theme = theme
        self._column.setContentsMargins(*[theme.px(10)] * 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        if self._theme is not None:
            painter = QPainter(self)
            paint_sheet(painter, self._theme, QRectF(self.rect()), ground="sunken")
            painter.end()


def _html(quote: Quote, theme: Theme, language: Language) -> str:
    light = f"background-color:{theme['highlight']};color:{theme['highlight_text']}"
    parts, at = [], 0
    for start, end in quote.lit:
        if start < at:  # a figure within what is lit already
            continue
        lit = escape(quote.words[start:end])
        parts += [escape(quote.words[at:start]), f'<span style="{light}">{lit}</span>']
        at = end
    parts.append(escape(quote.words[at:]))
    head = quote.section(language)
    lost = f" {escape(LOST(language))}" if quote.lost else ""
    small = f'<span style="color:{theme["muted"]}">{escape(head)}</span><br>' if head else ""
    return f'<p style="margin:0 0 {theme.px(6)}px 0">{small}{"".join(parts)}{lost}</p>'
