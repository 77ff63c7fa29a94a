"""The check of a dossier: the list of what was found, one finding in full, and how much was checked."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.core.audit_rows import FINDINGS, OPEN, AuditRow
from desktop.core.finding import Audit
from desktop.core.focus import Focus
from desktop.core.text import DOT, Text
from desktop.models.audit_list import Wanted, concerns
from desktop.models.follow import bind
from desktop.services.context import Context
from desktop.widgets.check.desk import CheckDesk
from desktop.widgets.check.parts import CheckParts

KEY = "check"
CLEAN = Text(
    "✓ 没有发现问题：核查过的数字与政策都站得住。不能核查的，上方的“未核查”逐一写明原因。",
    "✓ Nothing was found wrong: what was checked holds. What cannot be checked is listed under "
    "“not checked” above, with the reason.",
)
ALL_CLEAN = Text(
    "✓ 没有发现问题：每一个数字与政策都核查过，都站得住。",
    "✓ Nothing was found wrong: every figure and policy was checked, and holds.",
)
NOTHING = Text(
    "这份档案里没有可以核查的数字或政策。", "There is no figure or policy to check in this dossier."
)
NO_MATCH = Text("没有符合筛选条件的内容。", "Nothing passes the filter.")
PLACE = Text("第 {:,} 条，共 {:,} 条", "{:,} of {:,}")
KEYS = Text("F8 下一条 · Shift+F8 上一条", "F8 next · Shift+F8 previous")
RULING_KEYS = Text(
    "A 接受 · D 不同意 · F2 更正 · Ctrl+Z 撤销", "A accepts · D disputes · F2 corrects · Ctrl+Z undoes"
)


class CheckPage(CheckParts):
    """Filled while it is shown; hidden, it waits."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Tie the parts together, empty."""
        super().__init__(ctx, parent)
        self.desk, self._row = CheckDesk(ctx), ""
        self._dossier_id = ""
        self.view.selectionModel().currentChanged.connect(self._moved)  # first: then the focus finds its row
        self._follower = bind(self.view, ctx.selection, self.model.id_at, self._index_for, self._lead)
        self._connect()
        self.refresh()

    def show_dossier(self) -> None:
        """List what the audit says of the open dossier, if the page is shown."""
        if not self.isVisible():
            return
        dossier = self.dossier
        if dossier is not None and dossier.id != self._dossier_id:
            self._dossier_id, self._row = dossier.id, ""
            self.head.reset()
            self.view.scrollToTop()
        self._fill()

    def show_edited(self) -> None:
        """Another audit, or an edit: the reader stays where he was, if what he looked at is still there."""
        row, place = self._row, self.view.verticalScrollBar().value()
        self.show_dossier()
        if row and self._row == row:
            self.view.verticalScrollBar().setValue(place)

    def show_focus(self, focus: Focus) -> None:
        """Follow to what is selected elsewhere."""
        if self.isVisible() and focus.page == KEY:
            self._tell()

    def retranslate(self) -> None:
        """Show the other language."""
        self.model.set_language(self.language)
        self.restyle()
        if self.isVisible():
            self._fill()

    def restyle(self) -> None:
        """Follow theme and zoom."""
        super().restyle()
        if self.isVisible():
            self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden; the first look at the page asks for an audit."""
        self._behind = False  # all of it is shown anew below
        super().showEvent(event)
        self.ctx.auditing.wake()
        self.show_dossier()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list needs the height more than the coverage does."""
        super().resizeEvent(event)
        self.coverage.make_room(self.height())

    def step(self, step: int) -> None:
        """Select the next (1) or previous (-1) row."""
        self.choose(self.model.neighbour(self._row, step))

    def choose(self, row_id: str) -> None:
        """Select a row, opening its group."""
        self.model.reveal(row_id)
        index = self.model.index_of(row_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    @property
    def row(self) -> AuditRow | None:
        """The row in view at the right."""
        return self.model.row_named(self._row)

    def _connect(self) -> None:
        self.head.narrowed.connect(self._narrow)
        self.head.sorted_by.connect(self._sort)
        self.head.fitted.connect(self._tell_place)
        for leaving in (self.head.box.entered, self.head.box.escaped, self.side.left):
            leaving.connect(self.view.setFocus)
        self.view.wanted.connect(self.side.ask_with_key)
        self.side.ruled.connect(self.desk.rule)
        self.side.corrected.connect(self.desk.correct)
        self.detail.chosen.connect(self._look_at)
        self.detail.asked.connect(self._show_there)
        shown = self.ctx.selection
        self.detail.consulted.connect(lambda e: shown.show(replace(shown.focus, page="register", entry=e)))
        self.coverage.chosen.connect(self._list_rest)
        self.waiting.stopped.connect(self.ctx.auditing.cancel)
        self.waiting.started.connect(self.ctx.auditing.again)
        self.ctx.auditing.changed.connect(self._tell_state)

    def _fill(self) -> None:
        """Show the rows, and the row that was in view if it is still there."""
        dossier, kept = self.dossier, self._row
        self.model.show(dossier)
        if dossier is not None and dossier.found is not None:
            self.head.show_dossier(dossier)
            self.coverage.show_dossier(dossier, self.theme, self.language)
        self._row = kept if self.model.place(kept) >= 0 else ""
        self._return()
        self._tell_state()

    def _return(self) -> None:
        """Make the row in view current again after the list was made anew; the first one where there is none."""
        about = self.model.about(self.ctx.selection.focus.item)
        first = self.model.rows[0].id if self.model.rows else ""
        if not self._row:
            self._row = about or first
            self.model.reveal(self._row)
        self._follower.follow()
        self._tell()

    def _index_for(self, item: str) -> QModelIndex:
        """The row for an item: that in view if it concerns it, else the first that does."""
        row = self.row
        if row is not None and (not item or concerns(row, item)):
            return self.model.index_of(row.id)
        about = self.model.about(item)
        self.model.reveal(about)
        return self.model.index_of(about or self._row)

    def _lead(self, row_id: str) -> Focus | None:
        row = self.model.row_named(row_id)
        if self.dossier is None or row is None or self.dossier.item(row.item) is None:
            return None
        return replace(self.ctx.selection.focus.on(self.dossier, row.item), dossier=self.dossier.id, page=KEY)

    def _moved(self, index: QModelIndex) -> None:
        self._row = self.model.id_at(index) or self._row
        self._tell()

    def _tell(self) -> None:
        """Show the row in view in full, and say where it stands."""
        dossier, row, total = self.dossier, self.row, len(self.model.rows)
        self.show_empty(_why_empty(self.ctx.auditing.audit, self.head.wanted), total=total)
        self._tell_place()
        self.side.setVisible(row is not None or self.head.wanted != Wanted())
        if dossier is None or row is None:
            self.side.clear()
            return
        focus = self.ctx.selection.focus
        self.side.show_row(dossier, self.ctx.workspace.record, row, focus.item, self.language)

    def _tell_place(self) -> None:
        row, total = self.row, len(self.model.rows)
        place = [PLACE.format(self.model.place(row.id) + 1, total)] if row is not None else []
        ruled = self.head.wanted.section == FINDINGS and not self.head.is_narrow
        keys = [KEYS, RULING_KEYS] if ruled else [KEYS]
        self.foot.setText(self.tr_(DOT.join([*place, *keys])))

    def _tell_state(self) -> None:
        """Show the list, or how far the check is."""
        auditing, dossier = self.ctx.auditing, self.dossier
        there = auditing.audit is not None or dossier is None
        focused = QApplication.focusWidget() or self.waiting
        waited = focused is self or self.waiting.isAncestorOf(focused)
        self.cards.setCurrentIndex(0 if there else 1)
        if there and waited:
            self.keyboard_home().setFocus()
        if not there:
            self.waiting.show_state(
                self.theme, self.language, auditing.progress, running=auditing.running, failed=auditing.failed
            )
        elif dossier is not None and self.isVisible():
            self.head.tell(again=auditing.running)

    def _look_at(self, item: str) -> None:
        if self.dossier is not None:
            self.ctx.selection.show(replace(self.ctx.selection.focus.on(self.dossier, item), page=KEY))

    def _show_there(self) -> None:
        row, focus = self.row, self.ctx.selection.focus
        if self.dossier is not None and row is not None:
            item = focus.item if concerns(row, focus.item) else row.item
            self.ctx.selection.show(replace(focus.on(self.dossier, item), page="factor"))

    def _narrow(self, wanted: Wanted) -> None:
        self.model.narrow(wanted)
        self._row = self._row if self.model.place(self._row) >= 0 else ""
        self._return()

    def _sort(self, order: str) -> None:
        self.model.order_by(order)
        self._return()

    def _list_rest(self, factor: str) -> None:
        self.head.want(Wanted(OPEN, factor=factor))
        self.view.setFocus()


def _why_empty(audit: Audit | None, wanted: Wanted) -> Text:
    if wanted != Wanted():
        return NO_MATCH
    if audit is None or not audit.total:
        return NOTHING
    return CLEAN if audit.uncheckable else ALL_CLEAN
