"""Qt's own strings (dialog buttons, context menus) in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from desktop.services.preferences import Preferences

LOCALES = {"zh": "zh_CN", "en": "en_GB"}


class QtStrings(QObject):
    """Follows the language; English is what Qt says without a translation."""

    def __init__(self, app: QCoreApplication, preferences: Preferences) -> None:
        """Speak the language that is set."""
        super().__init__(preferences)
        self._app, self._preferences = app, preferences
        self._translator: QTranslator | None = None
        preferences.language_changed.connect(self.apply)
        self.apply()

    def apply(self) -> None:
        """Install the translation of the language, or none."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        locale = LOCALES[self._preferences.language]
        QLocale.setDefault(QLocale(locale))
        if self._preferences.language == "en":
            return
        translator = QTranslator(self)
        if translator.load(f"qtbase_{locale}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self._app.installTranslator(translator)
            self._translator = translator
