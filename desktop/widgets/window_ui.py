"""Answers what panels and commands ask of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.core.text import Text
from desktop.services.preferences import Preferences
from desktop.services.theme import Theme
from desktop.store.library import SUFFIX
from desktop.widgets.look import Look

if TYPE_CHECKING:
    from desktop.widgets.main_window import MainWindow


class WindowUi(QObject):
    """Implements ``services.context.Ui``; notices wait until a window takes them."""

    noticed = Signal()

    def __init__(self, look: Look, preferences: Preferences) -> None:
        """Start without a window."""
        super().__init__()
        self._look, self._preferences = look, preferences
        self._waiting: list[Text] = []
        self.window: MainWindow | None = None

    def theme(self) -> Theme:
        """Return the theme that is shown now."""
        return self._look.theme()

    def notify(self, message: Text) -> None:
        """Tell the user something that does not need an answer."""
        self._waiting.append(message)
        self.noticed.emit()

    def take_notices(self) -> list[Text]:
        """Return what was said since the last call."""
        taken, self._waiting = self._waiting, []
        return taken

    def offer(self, message: Text, what: Text, accept: Callable[[], object]) -> None:
        """Tell the user something, with a button named ``what``."""
        if self.window is not None:
            self.window.notices.notify(message, what, accept)

    def open_path(self, path: Path) -> None:
        """Open a dossier and show it; import what is none."""
        if self.window is not None:
            self.window.open_path(path)

    def import_files(self) -> None:
        """Ask for articles and import them."""
        if self.window is not None:
            self.window.import_files()

    def ask_open(self) -> Path | None:
        """Ask for a dossier to open: a ``.guiyin`` file, or the datapackage.json of a folder."""
        return self.ask_file(
            Text("打开档案", "Open Dossier"),
            Text(f"归因档案 (*{SUFFIX} datapackage.json)", f"Guiyin dossiers (*{SUFFIX} datapackage.json)"),
        )

    def ask_file(self, title: Text, filters: Text) -> Path | None:
        """Ask for an existing file, from the folder of last time."""
        from PySide6.QtWidgets import QFileDialog

        language = self._preferences.language
        name, _ = QFileDialog.getOpenFileName(self.window, title(language), self._folder(), filters(language))
        return self._chosen(name)

    def ask_files(self, title: Text, filters: Text) -> list[Path]:
        """Ask for existing files, from the folder of last time."""
        from PySide6.QtWidgets import QFileDialog

        language = self._preferences.language
        names, _ = QFileDialog.getOpenFileNames(
            self.window, title(language), self._folder(), filters(language)
        )
        return [chosen for name in names if (chosen := self._chosen(name))]

    def ask_folder(self, title: Text) -> Path | None:
        """Ask for an existing folder, from the folder of last time."""
        from PySide6.QtWidgets import QFileDialog

        language = self._preferences.language
        return self._chosen(QFileDialog.getExistingDirectory(self.window, title(language), self._folder()))

    def ask_yes(self, question: Text, yes: Text) -> bool:
        """Ask before something large; ``yes`` names what the button does."""
        from PySide6.QtWidgets import QMessageBox

        language = self._preferences.language
        box = QMessageBox(QMessageBox.Icon.Question, "", question(language), parent=self.window)
        chosen = box.addButton(yes(language), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is chosen

    def ask_save(self, title: Text, name: str, filters: str) -> Path | None:
        """Ask where to save."""
        from PySide6.QtWidgets import QFileDialog

        proposed = str(Path(self._folder()) / name)
        chosen, _ = QFileDialog.getSaveFileName(
            self.window, title(self._preferences.language), proposed, filters
        )
        return self._chosen(chosen)

    def _folder(self) -> str:
        value = self._preferences.value("folder")
        return value if isinstance(value, str) and Path(value).is_dir() else str(Path.home())

    def _chosen(self, name: str) -> Path | None:
        if not name:
            return None
        self._preferences.set_value("folder", str(Path(name).parent))
        return Path(name)
