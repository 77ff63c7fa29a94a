"""The filter of one column: a text it must contain, and a list of its values with how often each occurs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core.text import Language, Text
from desktop.services.jobs import Ok, Outcome
from desktop.services.theme import Theme
from desktop.widgets.cards.ink import font

if TYPE_CHECKING:
    from desktop.models.frame import FrameModel
    from desktop.models.frame_filter import Distinct

TITLE = Text("筛选：{}", "Filter: {}")
CONTAINS = Text("包含文字…", "Contains…")
ALL = Text("全部", "All")
MISSING = Text("（无数据）", "(no value)")
VALUES = Text("值", "Values")
COUNTING = Text("正在统计…", "Counting…")
FAILED = Text("无法列出这一列的值。", "The values of this column cannot be listed.")
TOO_MANY = Text(
    "共 {} 个不同的值，列出最常见的 {} 个。", "{} different values; the {} most frequent are listed."
)
APPLY = Text("应用", "Apply")
CLEAR = Text("清除", "Clear")


class FilterPopup(QFrame):
    """Applies with Enter or its button and closes; Escape closes without a change."""

    applied = Signal()

    def __init__(
        self, frame: FrameModel, col: int, theme: Theme, language: Language, parent: QWidget
    ) -> None:
        """Show the filter that ``col`` has, and start counting its values."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._frame, self._col, self._theme, self._language = frame, col, theme, language
        self._found: Distinct | None = None
        heading = TITLE(language).format(frame.frame.columns[col].heading(language))
        title, self._note = QLabel(heading), QLabel(COUNTING(language))
        title.setFont(font("name", theme.percent))
        self._note.setWordWrap(True)
        self.setAccessibleName(heading)
        self.box = QLineEdit(frame.arrangement.text_of(col))
        self.box.setPlaceholderText(CONTAINS(language))
        self.box.setAccessibleName(CONTAINS(language))
        self.all = QCheckBox(ALL(language))
        self.values = QListWidget()
        self.values.setAccessibleName(VALUES(language))
        self.values.setFrameShape(QFrame.Shape.NoFrame)
        self.values.setUniformItemSizes(True)
        self.apply_button, self.clear_button = QPushButton(APPLY(language)), QPushButton(CLEAR(language))
        self.apply_button.setDefault(True)
        palette = self.palette()  # the style outlines check boxes in a darker shade of this: it must be seen
        palette.setColor(QPalette.ColorRole.Window, QColor(theme["muted"]))
        self.all.setPalette(palette)
        self.values.setPalette(palette)
        buttons = QHBoxLayout()
        buttons.addWidget(self.clear_button)
        buttons.addStretch(1)
        buttons.addWidget(self.apply_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(12),) * 4)
        column.setSpacing(theme.px(8))
        for part in (title, self.box, self.all, self.values, self._note):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setFixedWidth(theme.px(280))
        self._highest = theme.px(220)
        self.values.setFixedHeight(theme.px(66))
        self.all.setEnabled(False)
        self.box.textChanged.connect(self._narrow)
        self.all.clicked.connect(self._check_all)
        self.values.itemChanged.connect(self._follow_checks)
        self.apply_button.clicked.connect(self._apply)
        self.clear_button.clicked.connect(self._clear)
        frame.list_values(col, self._list)

    def open_at(self, place: QPoint) -> None:
        """Show the popup with its top left corner at a place of the screen, or where it fits near it."""
        self.adjustSize()
        self._keep_on_screen(place)
        self.show()
        self.box.setFocus()
        self.box.selectAll()

    def _keep_on_screen(self, place: QPoint) -> None:
        room = self.screen().availableGeometry()
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        top = max(room.top(), min(place.y(), room.bottom() - self.height()))
        self.move(left, top)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._apply()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a sheet with an edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme["surface"]))
        painter.setPen(QPen(QColor(self._theme["border"])))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _list(self, outcome: Outcome[Distinct]) -> None:
        if not isinstance(outcome, Ok):
            self._note.setText(FAILED(self._language))
            return
        found = self._found = outcome.value
        chosen = self._frame.arrangement.chosen_of(self._col)
        entries = [(label, n, chosen is None or value in chosen.values) for value, label, n in found.values]
        if found.missing:
            entries.append((MISSING(self._language), found.missing, chosen is None or chosen.missing))
        self.values.blockSignals(True)
        for label, count, checked in entries:
            item = QListWidgetItem(f"{' '.join(label.split())[:80]}   {count:,}")
            item.setData(Qt.ItemDataRole.UserRole, label.lower())
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
            item.setToolTip(label[:400])
            self.values.addItem(item)
        self.values.blockSignals(False)
        hidden = found.total - len(found.values)
        note = TOO_MANY(self._language).format(f"{found.total:,}", f"{len(found.values):,}") if hidden else ""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        rows = sum(self.values.sizeHintForRow(row) for row in range(min(self.values.count(), 30)))
        self.values.setFixedHeight(max(self.values.height(), min(self._highest, rows + self._theme.px(6))))
        self.adjustSize()
        self._keep_on_screen(self.pos())
        self.all.setEnabled(bool(entries))
        self._narrow(self.box.text())
        self._follow_checks()

    def _items(self) -> list[QListWidgetItem]:
        return [self.values.item(row) for row in range(self.values.count())]

    def _narrow(self, text: str) -> None:
        for item in self._items():
            item.setHidden(text.lower() not in item.data(Qt.ItemDataRole.UserRole))

    def _checks(self) -> list[bool]:
        return [item.checkState() == Qt.CheckState.Checked for item in self._items()]

    def _check_all(self) -> None:
        state = Qt.CheckState.Unchecked if all(self._checks()) else Qt.CheckState.Checked
        self.values.blockSignals(True)
        for item in self._items():
            item.setCheckState(state)
        self.values.blockSignals(False)
        self.values.viewport().update()
        self._follow_checks()

    def _follow_checks(self) -> None:
        checks = self._checks()
        some = Qt.CheckState.PartiallyChecked if any(checks) else Qt.CheckState.Unchecked
        self.all.setCheckState(Qt.CheckState.Checked if all(checks) else some)
        self.apply_button.setEnabled(any(checks) or not checks)

    def _apply(self) -> None:
        if not self.apply_button.isEnabled():
            return
        wanted = self._frame.arrangement.with_text(self._col, self.box.text())
        found, checks = self._found, self._checks()
        if found is not None and all(checks):
            wanted = wanted.with_chosen(self._col, None)
        elif found is not None:
            kept = [value for (value, _, _), on in zip(found.values, checks, strict=False) if on]
            wanted = wanted.with_chosen(
                self._col, frozenset(kept), missing=bool(found.missing) and checks[-1]
            )
        self._frame.arrange(wanted)
        self.applied.emit()
        self.close()

    def _clear(self) -> None:
        self._frame.arrange(self._frame.arrangement.without_filter(self._col))
        self.applied.emit()
        self.close()
