"""All dossiers of this machine in one table: open one, show its folder, throw it away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.core.errors import UserError
from desktop.core.focus import Focus
from desktop.core.progress import Progress
from desktop.core.text import Text
from desktop.services.context import Context
from desktop.services.discard import Discarded, discard
from desktop.services.jobs import Failed, Ok, Outcome
from desktop.store.library import folders
from desktop.store.listing import Listed, listing
from desktop.store.paths import bundled_data
from desktop.widgets.panel import Panel
from desktop.widgets.table.notice import LOADING
from desktop.widgets.table.panel import TablePanel

KEY = "library list"
TITLE = Text("档案库", "Library")
ALL = Text("全部档案", "All dossiers")
HINT = Text(
    "双击打开。导入文章，或把它拖到窗口里，就会多出一份档案。",
    "Double-click to open. Import an article, or drop it on the window, for another dossier.",
)
IMPORT = Text("导入文章…", "Import Articles…")
OPEN = Text("打开", "Open")
FOLDER = Text("显示文件夹", "Show Folder")
REMOVE = Text("移到回收站", "Move to Trash")
REMOVED = Text("“{}”已移到回收站。", "“{}” was moved to the trash.")
UNDO = Text("撤销", "Undo")
FAILED = Text("无法列出档案库：{}", "The library cannot be listed: {}")


class LibraryPage(Panel):
    """Lists anew each time it is shown, after an import, and when a dossier was thrown away."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Build heading, buttons and table."""
        super().__init__(ctx, parent)
        self._listed: tuple[Listed, ...] = ()
        self._chosen: Listed | None = None
        self._title, self._hint = QLabel(), QLabel()
        self._hint.setWordWrap(True)
        self._import, self._open = QPushButton(), QPushButton()
        self._folder, self._remove = QPushButton(), QPushButton()
        self.table = TablePanel(ctx)
        self._buttons = QHBoxLayout()
        for button, press in (
            (self._import, ctx.ui.import_files),
            (self._open, self._open_chosen),
            (self._folder, self._show_folder),
            (self._remove, self._throw_away),
        ):
            button.clicked.connect(press)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._hint)
        self._column.addLayout(self._buttons)
        self._column.addWidget(self.table)
        self._column.addStretch(1)
        self.table.cell_activated.connect(self._choose)
        self.table.view.doubleClicked.connect(self._open_chosen)
        for key, press in (
            ("Delete", self._throw_away),
            ("Return", self._open_chosen),
            ("Enter", self._open_chosen),
        ):  # of the rows alone: in a search box beside them these keys mean other things
            shortcut = QShortcut(QKeySequence(key), self.table.view, press)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        ctx.importing.ended.connect(self._list)
        self.refresh()
        self._allow()

    def keyboard_home(self) -> QWidget:
        """Return the table."""
        return self.table.view

    def showEvent(self, event: QShowEvent) -> None:
        """The library may have changed since it was last looked at."""
        super().showEvent(event)
        self._list()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        for label, text in (
            (self._title, TITLE), (self._hint, HINT), (self._import, IMPORT), (self._open, OPEN),
            (self._folder, FOLDER), (self._remove, REMOVE),
        ):  # fmt: skip
            label.setText(self.tr_(text))
        if self._listed:
            self._show()

    def restyle(self) -> None:
        """Follow theme and zoom."""
        theme = self.theme
        self._column.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(20))
        self._column.setSpacing(theme.px(10))
        self._buttons.setSpacing(theme.px(8))
        font = self.font()
        font.setPixelSize(theme.px(20))
        font.setBold(True)
        self._title.setFont(font)
        self._hint.setStyleSheet(f"color: {theme['muted']}")

    def _list(self) -> None:
        if self.isVisible():
            if not self._listed:
                self.table.head.offer_kinds(False, True)
                self.table.notice.say(LOADING, self.language)
            self.ctx.jobs.submit(KEY, _work, self._done)

    def _done(self, outcome: Outcome[tuple[Listed, ...]]) -> None:
        if isinstance(outcome, Ok):
            self._listed = outcome.value
            self._show()
        elif isinstance(outcome, Failed):
            self.ctx.ui.notify(FAILED.format(outcome.error))

    def _show(self) -> None:
        from desktop.models.frame_library import library_frame

        self.table.show_frame(library_frame(self._listed, self.language), ALL, KEY)
        self._allow()

    def _choose(self, folder: str) -> None:
        self._chosen = next((one for one in self._listed if str(one.folder) == folder), None)
        self._allow()

    def _allow(self) -> None:
        one = self._chosen
        self._open.setEnabled(one is not None and one.problem is None)
        self._folder.setEnabled(one is not None)
        self._remove.setEnabled(one is not None and not one.shipped)

    def _open_chosen(self) -> None:
        if self._chosen is not None:
            self.ctx.ui.open_path(self._chosen.folder)
            focus = self.ctx.selection.focus
            if focus.page == "library":  # its reader had left it for the library
                self.ctx.selection.show(Focus(focus.dossier))

    def _show_folder(self) -> None:
        if self._chosen is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._chosen.folder)))

    def _throw_away(self) -> None:
        one = self._chosen
        if one is None or one.shipped:
            return
        try:
            gone = discard(one.folder)
        except UserError as problem:
            self.ctx.ui.notify(problem.text)
            return
        self._choose("")
        self.ctx.ui.offer(REMOVED.format(one.product), UNDO, partial(self._bring_back, gone))
        dossier = self.ctx.workspace.dossier
        if dossier is not None and Path(dossier.location) == one.folder:
            self.ctx.ui.open_path(next(f for f in folders() if f.is_relative_to(bundled_data())))
        self._list()

    def _bring_back(self, gone: Discarded) -> None:
        try:
            gone.bring_back()
        except UserError as problem:
            self.ctx.ui.notify(problem.text)
        self._list()


def _work(progress: Progress) -> tuple[Listed, ...]:
    import desktop.models.frame_library  # noqa: F401 - pandas loads here, not in the window

    return listing(progress)
