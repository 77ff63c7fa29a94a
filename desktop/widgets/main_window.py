"""The window: bars around three columns that look at one selection."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from desktop.actions.base import ACTIONS, Window
from desktop.actions.build import ActionSet, page_action
from desktop.core.text import Text
from desktop.services.context import Context
from desktop.services.session import Session
from desktop.widgets import placement
from desktop.widgets.breadcrumb import Breadcrumb
from desktop.widgets.columns import Columns
from desktop.widgets.late import Late
from desktop.widgets.notice_bar import NoticeBar
from desktop.widgets.page_stack import PageStack
from desktop.widgets.pages.base import PAGES, PageSpec
from desktop.widgets.status_bar import StatusBar
from desktop.widgets.tab_order import move_keyboard
from desktop.widgets.top_bar import TopBar
from desktop.widgets.tree_panel import TreePanel
from desktop.widgets.window_ui import WindowUi

if TYPE_CHECKING:
    from desktop.widgets.import_desk import ImportDesk
    from desktop.widgets.inspector import Inspector

NAME = Text("归因", "Guiyin")
SMALLEST = (720, 480)
ATTACH = Text("附上原文", "Attach the Original")
ATTACHED = Text("已附上原文 {}。", "The original {} is attached.")
ANY_FILE = Text("所有文件 (*)", "All files (*)")


class MainWindow(QMainWindow):
    """Implements ``actions.base.Window``."""

    painted = Signal()

    def __init__(self, ctx: Context, session: Session, ui: WindowUi) -> None:
        """Build the bars and columns; the page in view is made, the others when they are first shown."""
        super().__init__()
        self.ctx, self._session, self._ui = ctx, session, ui
        ui.window = self
        self._shown = False
        centre = QWidget()
        self.setCentralWidget(centre)  # first, for every new parent styles all below it anew
        pages = sorted(PAGES.values(), key=lambda spec: spec.order)
        extra = [
            page_action(n, spec.key, spec.title, partial(_offers, spec), free=spec.free)
            for n, spec in enumerate(pages, 1)
        ]
        self.notices = NoticeBar(ctx)
        self._tree = TreePanel(ctx)
        self._inspector = Late(self._make_inspector)
        middle = QWidget()
        middle.setObjectName("middle")
        self.pages = PageStack(ctx, pages)
        crumbs = Breadcrumb(ctx, {spec.key: spec.title for spec in pages if not spec.wide})
        _stack(middle, crumbs, self.pages, grow=self.pages)
        self.columns = Columns(ctx, {"tree": self._tree, "middle": middle, "inspector": self._inspector})
        self.actions_ = ActionSet(self, self, [*ACTIONS.values(), *extra])
        top = TopBar(self, self.actions_, pages)
        status = StatusBar(ctx)
        _stack(centre, top, self.notices, self.columns, status, grow=self.columns)
        self._parts = (top, self.notices, self._tree, crumbs, self.pages, self._inspector, status)
        self.actions_.fill(self.menuBar())
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        placement.restore(self, ctx.preferences)
        self._follow()

    def open_path(self, path: Path) -> None:
        """Open a dossier and show it; import what is none."""
        self._imports.take_paths([path])

    def import_files(self) -> None:
        """Ask for articles and import them."""
        self._imports.ask_files()

    def import_folder(self) -> None:
        """Ask for a folder of articles and import them."""
        self._imports.ask_folder()

    def import_clipboard(self) -> None:
        """Import the text that was copied."""
        self._imports.take_clipboard()

    def attach_original(self) -> None:
        """Ask for the article that the dossier was made from."""
        path = self._ui.ask_file(ATTACH, ANY_FILE)
        if path is not None and self.ctx.originals.attach(path):
            self.ctx.ui.notify(ATTACHED.format(path.name))

    def find_text(self) -> None:
        """Search in the panel that has the keyboard, else in the source."""
        widget = QApplication.focusWidget()
        while widget is not None:
            opener = getattr(widget, "open_find", None)
            if opener is not None:
                opener()
                return
            widget = widget.parentWidget()
        self.show_column("inspector", True)
        self._inspector.panel().open_find()

    def step_in_page(self, step: int) -> None:
        """Go to the next or previous thing to judge of the page in view; elsewhere show the check."""
        stepper = getattr(self.pages.current, "step", None)
        if stepper is not None:
            stepper(step)
        else:
            self.ctx.selection.show(replace(self.ctx.selection.focus, page="check"))

    def column_shown(self, column: str) -> bool:
        """Whether a side column is shown."""
        return self.columns.shows(column)

    def show_column(self, column: str, shown: bool) -> None:
        """Show or hide a side column."""
        self.columns.show_column(column, shown)

    def focus_area(self, step: int) -> None:
        """Move the keyboard to the next or previous column."""
        self.columns.move_keyboard(step)

    def reset_layout(self) -> None:
        """Put sizes and columns back to how they came."""
        self.ctx.preferences.forget("layout/")
        self.showNormal()
        placement.restore(self, self.ctx.preferences)
        self.columns.restore()

    def show_dialog(self, key: str) -> None:
        """Show one of the dialogs."""
        from desktop.widgets.about import AboutDialog
        from desktop.widgets.shortcuts import ShortcutsDialog

        dialog = (
            AboutDialog(self.ctx.language, self.ctx.ui.theme(), self)
            if key == "about"
            else ShortcutsDialog(self.actions_.actions, self.ctx.language, self)
        )
        dialog.open()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through the parts as they stand in the window."""
        return move_keyboard(self, self._parts, forward=forward)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text; what they are is looked at when they are dropped."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a dropped dossier, import articles and text."""
        event.acceptProposedAction()
        self._imports.take(event.mimeData())

    def showEvent(self, event: QShowEvent) -> None:
        """Sizes of columns mean something only now, and a page made now is laid out only once."""
        super().showEvent(event)
        if not self._shown:
            self._shown = True
            self.columns.restore()
            self.pages.show_focus(self.ctx.selection.focus)
            if self.columns.shows("tree"):
                self._tree.view.setFocus()
            else:
                self.columns.enter("middle")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell; an event filter would see every event of the window."""
        super().paintEvent(event)
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Note where everything stands."""
        placement.remember(self, self.ctx.preferences)
        self.columns.remember()
        self._session.remember()
        self.ctx.preferences.flush()
        super().closeEvent(event)

    @cached_property
    def _imports(self) -> ImportDesk:
        from desktop.widgets.import_desk import ImportDesk

        return ImportDesk(self.ctx, self._ui, self.notices, self._session, self)

    def _make_inspector(self) -> Inspector:
        from desktop.widgets.inspector import Inspector

        return Inspector(self.ctx)

    def _follow(self) -> None:
        """Keep title, notices and sizes in step."""
        ctx = self.ctx
        ctx.workspace.dossier_changed.connect(self._retitle)
        ctx.preferences.language_changed.connect(self._retitle)
        for signal in (ctx.selection.focus_changed, ctx.workspace.dossier_changed):
            signal.connect(self._make_room)
        ctx.preferences.zoom_changed.connect(self.columns.restyle)
        self.columns.folded.connect(self.actions_.update)
        self._ui.noticed.connect(self._take_notices)
        self._take_notices()
        self._retitle()
        self._make_room()

    def _retitle(self) -> None:
        dossier = self.ctx.workspace.dossier
        name = NAME(self.ctx.language)
        self.setWindowTitle(f"{dossier.product(self.ctx.language)} — {name}" if dossier else name)

    def _make_room(self) -> None:
        """A wide page takes the room of the side columns."""
        spec = next((s for key, s in PAGES.items() if key == self.ctx.selection.focus.page), None)
        wide = spec is not None and spec.wide and spec.is_for(self.ctx.workspace.dossier)
        if self.columns.make_room(wide):
            self.actions_.update()

    def _take_notices(self) -> None:
        for message in self._ui.take_notices():
            self.notices.notify(message)


def _offers(spec: PageSpec, window: Window) -> bool:
    dossier = window.ctx.workspace.dossier
    return dossier is None or spec.is_for(dossier)


def _stack(holder: QWidget, *parts: QWidget, grow: QWidget) -> None:
    """Put widgets under each other without space between; ``grow`` takes what the others leave."""
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, int(part is grow))
