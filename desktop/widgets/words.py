"""A label that takes its colour from a token of the theme and its size from the font of the window."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from desktop.services.theme import BASE_PIXELS, FONT, QUOTES_FONT, Theme
from desktop.widgets.measured import measured

QUOTES = frozenset("“”‘’")


class Words(QLabel):
    """Plain text, wrapped; ``size`` is relative to the text of the window."""

    def __init__(
        self,
        token: str = "text",  # noqa: S107 - a colour
        size: float = 1.0,
        *,
        bold: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Call ``restyle`` before it is shown."""
        super().__init__(parent)
        self._looks: tuple[object, ...] | None = None
        self._token, self._size, self._bold = token, size, bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # also on a surface, where it would be Text
        # an unbroken long word must not push the column wider
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew after what changes the size of a text."""
        self._looks = None
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text at a width."""
        key = width, self.devicePixelRatio(), self._look()
        return measured(key, lambda: super(Words, self).heightForWidth(width))

    def sizeHint(self) -> QSize:
        """Return the size that the text would like."""
        key = "wanted", self.maximumWidth(), self.devicePixelRatio(), self._look()
        return QSize(measured(key, super().sizeHint))

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the text is cut."""
        key = "least", self.maximumWidth(), self.devicePixelRatio(), self._look()
        return QSize(measured(key, super().minimumSizeHint))

    def say(self, text: str) -> None:
        """Show a text; the same one again lays nothing out."""
        if text != self.text():
            self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; its quotes are as wide as most of its letters."""
        self._looks = None
        super().setText(text)
        self._fit_quotes()

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        font = self.font()
        font.setPixelSize(theme.px(BASE_PIXELS * self._size))
        font.setBold(self._bold)
        self.setFont(font)
        self._fit_quotes()
        self.recolour(theme, self._token)

    def resize_words(self, theme: Theme, size: float) -> None:
        """Take another size, such as a smaller one for a longer text."""
        if size != self._size:
            self._size = size
            self.restyle(theme)

    def recolour(self, theme: Theme, token: str) -> None:
        """Take another colour of the theme."""
        self._token = token
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme[token]))
        self.setPalette(palette)

    def _look(self) -> tuple[object, ...]:
        """All that the size of the text depends on, but for the screen."""
        if self._looks is None:
            margins = self.contentsMargins()
            edges = margins.left(), margins.top(), margins.right(), margins.bottom()
            manner = self.wordWrap(), self.indent(), self.textInteractionFlags().value
            self._looks = self.text(), self.font().key(), edges, manner
        return self._looks

    def _fit_quotes(self) -> None:
        """Quotes of the Chinese font are as wide as a character, whatever the language of the window."""
        text = self.text()
        if QUOTES.isdisjoint(text):
            return
        lead = _lead_of_chinese(text)
        families = [FONT] if lead > 0 else [QUOTES_FONT, FONT] if lead < 0 else QApplication.font().families()
        font = self.font()
        if font.families() != families:
            font.setFamilies(families)
            self.setFont(font)


@lru_cache(4096)
def _lead_of_chinese(text: str) -> int:
    """How many more Chinese characters than Latin letters a text has."""
    chinese = sum("\u2e80" <= letter <= "\uffef" for letter in text)
    return chinese - sum(letter.isascii() and letter.isalpha() for letter in text)
