"""A card with a table: of a dossier, as printed or as values, or any frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.dossier import Dossier
from desktop.core.focus import Focus
from desktop.core.table import Table
from desktop.core.text import NOTHING, Text
from desktop.services.context import Context
from desktop.services.jobs import Failed, Ok, Outcome
from desktop.widgets.cards.ink import paint_sheet
from desktop.widgets.find_bar import FindBar
from desktop.widgets.panel import Panel
from desktop.widgets.table import engine
from desktop.widgets.table.anywhere import AnywhereBox
from desktop.widgets.table.column_layout import ColumnLayout
from desktop.widgets.table.commands import TableCommands
from desktop.widgets.table.finder import Finder
from desktop.widgets.table.head import TableHead, size_text
from desktop.widgets.table.notice import EMPTY, LOADING, NO_MATCH, BusyBar, Notice
from desktop.widgets.table.view import TableView

if TYPE_CHECKING:
    from desktop.models.frame import FrameModel
    from desktop.store.frames import Frame

FIND = Text("在表中查找", "Find in the table")
FAILED = Text("表格无法排序或筛选：{}", "The table cannot be sorted or filtered: {}")
BROKEN = Text("表格组件无法载入：{}", "The table component cannot be loaded: {}")


class TablePanel(Panel):
    """``cell_activated`` carries the id of the item of the cell the user moved to."""

    cell_activated = Signal(str)

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty; ``show_table`` or ``show_frame`` fills it."""
        super().__init__(ctx, parent)
        self._dossier_shown: Dossier | None = None
        self._table: Table | None = None
        self._title = NOTHING
        self._typed = True
        self._key = ""
        self._engine_job = f"table engine {id(self)}"
        self._wanted_item = ""
        self.model: FrameModel | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.head, self.view, self.find_bar = TableHead(), TableView(), FindBar()
        self.anywhere, self.notice, self.busy = AnywhereBox(self.view), Notice(), BusyBar()
        self.columns = ColumnLayout(self.view, ctx.preferences)
        self.commands = TableCommands(ctx, self.view, self.columns)
        self.finder = Finder(self.view, self.find_bar)
        self._column = QVBoxLayout(self)
        self._inset = QHBoxLayout()
        self._inset.addWidget(self.anywhere)
        self._column.addWidget(self.head)
        self._column.addLayout(self._inset)
        for part in (self.find_bar, self.view, self.notice, self.busy):
            self._column.addWidget(part)
        self._connect()
        self.restyle()
        self.retranslate()

    def show_table(self, dossier: Dossier, table: Table) -> None:
        """Show a table of a dossier; it appears as soon as the table engine is loaded."""
        self._dossier_shown, self._table, self._title = dossier, table, table.title
        self.head.offer_kinds(False, self._typed)
        self.head.set_title(self.tr_(self._title))
        self.view.setAccessibleName(self.tr_(self._title))
        if engine.is_loaded():
            self._show_dossier_table()
            return
        self.view.hide()
        self.notice.say(LOADING, self.language)
        self.ctx.jobs.submit(self._engine_job, engine.load, self._engine_loaded)

    def show_frame(self, frame: Frame, title: Text, key: str = "") -> None:
        """Show any frame; ``key`` names it for what is remembered of its columns."""
        self._dossier_shown = self._table = None
        self._title = title
        self.head.set_title(self.tr_(title))
        self.view.setAccessibleName(self.tr_(title))
        self.head.offer_kinds(False, True)
        self._show(frame, key)

    def show_item(self, item_id: str) -> None:
        """Move to the cell of an item (of a figure, the cell it stands in), without telling anyone."""
        self._wanted_item = item_id
        if self.model is None:
            return
        place = self.model.index_of(item_id)
        if not place.isValid() and self._dossier_shown is not None:
            cell = self._dossier_shown.cell_of(item_id)
            place = self.model.index_of(cell.id) if cell is not None else QModelIndex()
        if place != self.view.currentIndex():
            self.view.enter(place)

    def open_find(self) -> None:
        """Open the find bar."""
        self.find_bar.open_bar()

    def show_focus(self, focus: Focus) -> None:
        """Follow the window's selection."""
        self.show_item(focus.item)

    def retranslate(self) -> None:
        """Set all texts anew."""
        for part in (self.head, self.find_bar, self.anywhere, self.notice, self.busy):
            part.retranslate(self.language)
        self.find_bar.box.setPlaceholderText(self.tr_(FIND))
        self.find_bar.box.setAccessibleName(self.tr_(FIND))
        self.head.set_title(self.tr_(self._title))
        self.view.setAccessibleName(self.tr_(self._title))
        if self._table is not None and self.model is not None:
            self._show_dossier_table()
        elif self.model is not None:
            self.model.set_language(self.language)
            self._tell()

    def restyle(self) -> None:
        """Follow theme and zoom."""
        theme = self.theme
        for part in (self.head, self.find_bar, self.view, self.notice, self.busy):
            part.restyle(theme)
        self._column.setContentsMargins(1, theme.px(6), 1, theme.px(8))
        self._column.setSpacing(theme.px(6))
        for part in (self.head, self.find_bar):
            part.setContentsMargins(theme.px(12), 0, theme.px(8), 0)
        self._inset.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        self.update()

    def let_go(self) -> None:
        """Nothing that still runs comes back here."""
        super().let_go()
        self.ctx.jobs.cancel(self._engine_job)
        if self.model is not None:
            self.model.cancel()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        paint_sheet(painter, self.theme, QRectF(self.rect()))
        painter.end()

    def _connect(self) -> None:
        head, view, commands = self.head, self.view, self.commands
        head.typed_chosen.connect(self._choose_kind)
        head.filter_toggled.connect(self.anywhere.open_box)
        head.find_wanted.connect(self.open_find)
        head.reset_wanted.connect(commands.reset)
        head.columns_opened.connect(commands.fill_columns)
        head.copy_opened.connect(commands.fill_copy)
        view.item_entered.connect(self._entered)
        self.columns.changed.connect(self._tell)
        self.notice.clear_wanted.connect(commands.clear_filters)
        commands.filtered.connect(self.anywhere.follow)
        self.finder.counted.connect(self.find_bar.show_count)
        self.busy.cancel_wanted.connect(commands.give_up)

    def _choose_kind(self, typed: bool) -> None:
        self._typed = typed
        if self._table is not None and self.model is not None:
            self._show_dossier_table()

    def _engine_loaded(self, outcome: Outcome[None]) -> None:
        if isinstance(outcome, Ok):
            self._show_dossier_table()
        elif isinstance(outcome, Failed):
            self.notice.say(BROKEN.format(outcome.error), self.language)

    def _show_dossier_table(self) -> None:
        from desktop.store.frames import frame_of

        if self._dossier_shown is None or self._table is None:
            return
        frame = frame_of(self._dossier_shown, self._table, self.language, typed=self._typed)
        was_read = any(info.kind != "text" for info in frame.columns) or bool(frame.keys)
        self.head.offer_kinds(was_read or not self._typed, self._typed)
        self._show(frame, self._table.id)

    def _show(self, frame: Frame, key: str) -> None:
        """Show a frame; the same table in other words keeps its order and filters."""
        from desktop.models.frame import FrameModel
        from desktop.models.frame_carry import carried

        old, same = self.model, key != "" and key == self._key
        self._key = key
        model = self.model = FrameModel(frame, self.ctx.jobs, self.language, self)
        model.arranged.connect(self._tell)
        model.arranged.connect(self.finder.again)
        model.failed.connect(lambda error: self.ctx.ui.notify(FAILED.format(error)))
        model.busy_changed.connect(self.busy.set_busy)
        model.progressed.connect(self.busy.show_progress)
        self.view.show_frame(model)
        self.columns.restore(key)
        if not same:
            self.anywhere.clear()
        if old is not None:
            old.cancel()
            old.deleteLater()
            if same:
                model.arrange(carried(old.arrangement, old.columns, model.columns, model.total))
        self.view.show()
        self.finder.again()
        self._tell()
        self.show_item(self._wanted_item)

    def _tell(self) -> None:
        """Say how large the table is, and why it is empty when it is."""
        model = self.model
        if model is None:
            return
        rows, shown = model.rowCount(), len(self.view.visible_columns())
        self.head.reset.setVisible(
            model.arrangement != model.arrangement.at_rest() or self.columns.is_changed
        )
        self.head.show_size(self.tr_(size_text(rows, model.total, shown)))
        empty = EMPTY if model.total == 0 else NO_MATCH if rows == 0 else None
        self.notice.say(empty, self.language, can_clear=empty is NO_MATCH)
        self.view.updateGeometry()

    def _entered(self, item_id: str) -> None:
        self._wanted_item = item_id
        self.cell_activated.emit(item_id)
