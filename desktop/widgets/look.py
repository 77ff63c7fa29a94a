"""How the window looks: palette and one style sheet, made from the theme's tokens at the zoom that is set."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from desktop.core.text import Language
from desktop.services.preferences import Preferences
from desktop.services.theme import BASE_PIXELS, FONT, QUOTES_FONT, Theme, load_theme
from desktop.widgets.cards.ink import forget_fonts
from desktop.widgets.style_sheet import style_sheet

ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "red",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "selection_text",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "tooltip_text",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "border",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "grey_mark",
    QPalette.ColorRole.Accent: "accent",
}


class Look(QObject):
    """Keeps palette, font and style sheet of the application in step with the preferences.

    Made before any panel: its slots run first, so that panels restyle with the new theme at hand.
    """

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        """Apply the look that is set, and follow the preferences and the system's colour scheme."""
        super().__init__(preferences)
        self._app, self._preferences = app, preferences
        self.apply()
        preferences.theme_changed.connect(self.apply)
        preferences.zoom_changed.connect(self.apply)
        preferences.language_changed.connect(self.apply)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def theme(self) -> Theme:
        """Return the theme that is shown now."""
        return load_theme(self._name(), self._preferences.zoom)

    def apply(self) -> None:
        """Set font, palette and style sheet."""
        theme = self.theme()
        self._app.setFont(window_font(theme, self._preferences.language))
        forget_fonts()
        self._app.setPalette(palette(theme))
        self._app.setStyleSheet(style_sheet(theme))

    def _name(self) -> str:
        chosen = self._preferences.theme
        if chosen != "system":
            return chosen
        return "dark" if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"

    def _follow_system(self) -> None:
        if self._preferences.theme == "system":
            self._preferences.theme_changed.emit()


def window_font(theme: Theme, language: Language) -> QFont:
    """Return the font of the window; sizes are pixels, so that zoom and screen scale multiply.

    In a Chinese font curly quotes are as wide as a character; English text takes narrow ones from a
    small companion.
    """
    font = QFont(FONT)
    if language == "en":
        font.setFamilies([QUOTES_FONT, FONT])
    font.setPixelSize(theme.px(BASE_PIXELS))
    return font


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme; disabled text is faint."""
    made = QPalette()
    for role, token in ROLES.items():
        made.setColor(role, QColor(theme[token]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme["faint"]))
    return made
