"""Correcting one item: its fields, how it will read, and why it was changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.core.dossier import Dossier, Item, Record
from desktop.core.forms.base import Form, FormField
from desktop.core.forms.find import form_of
from desktop.core.review_rows import KINDS, brief, doubt_of, reading_of, review_kind
from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.review.field import FieldBox
from desktop.widgets.words import Words

CORRECT, ADD = Text("更正{}：“{}”", "Correct {}: “{}”"), Text("新增{}：“{}”", "Add {}: “{}”")
READS = Text("将读作：{}", "Will read: {}")
SAVE, SAVE_NEW, CANCEL = Text("保存更正", "Save"), Text("加入", "Add"), Text("取消（Esc）", "Cancel (Esc)")
REASON = FormField("reason", Text("更正原因（可不填）", "Reason for the correction (optional)"))
BETWEEN = Text(" · ", " · ")


class Editor(QWidget):
    """``saved`` tells the item and the reason, ``left`` that nothing is to be done."""

    saved = Signal(object, str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without an item."""
        super().__init__(parent)
        self._theme = theme
        self._language: Language = "zh"
        self._dossier: Dossier | None = None
        self._record = Record((), ())
        self._item: Item | None = None
        self._made: Item | None = None
        self._form: Form | None = None
        self.is_new = False
        self.fields: dict[str, FieldBox] = {}
        self.title, self.doubt = Words(bold=True), Words("amber", 0.92)
        self.preview = Words("muted")
        self.save, self.cancel = QPushButton(), QPushButton()
        self.save.setObjectName("primary")
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        self._grid_place = QWidget()
        self._grid = QGridLayout(self._grid_place)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.reason = FieldBox(REASON)
        self._build()

    def edit(self, dossier: Dossier, record: Record, item: Item, *, new: bool = False) -> None:
        """Show an item to correct, or a new one to add."""
        self._dossier, self._record, self._item, self.is_new = dossier, record, item, new
        self._form = form_of(item, record)
        self._make_fields(self._form.fields)
        for key, words in self._form.words(item).items():
            self.fields[key].show_words(words)
        self.reason.show_words("")
        self.reason.setVisible(not new)
        self.look(self._theme, self._language)

    def begin(self) -> None:
        """Give the keyboard to the first field."""
        self._scroll.verticalScrollBar().setValue(0)
        first = next(iter(self.fields.values())).box
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted_height(self) -> int:
        """Return the height at which nothing need be scrolled."""
        return self._content.sizeHint().height() + self._foot.sizeHint().height()

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._theme, self._language = theme, language
        px = theme.px
        self._column.setContentsMargins(px(14), px(10), px(14), px(10))
        self._column.setSpacing(px(8))
        self._foot.setContentsMargins(px(14), px(8), px(14), px(8))
        self._foot.setSpacing(px(8))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(7))
        for words in (self.title, self.doubt, self.preview):
            words.restyle(theme)
        for field in (*self.fields.values(), self.reason):
            field.look(theme, language)
        self.cancel.setText(CANCEL(language))
        self.save.setText((SAVE_NEW if self.is_new else SAVE)(language))
        self._retitle()
        self._check()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves; Enter saves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.save.isEnabled():
            self._save()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._content = content = QWidget()
        self._column = QVBoxLayout(content)
        for part in (self.title, self.doubt, self._grid_place, self.reason):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.preview, 1)
        self._foot.addWidget(self.cancel)
        self._foot.addWidget(self.save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self._foot)
        for backed in (self, content, self._scroll.viewport()):
            backed.setBackgroundRole(QPalette.ColorRole.Base)
            backed.setAutoFillBackground(True)

    def _make_fields(self, fields: tuple[FormField, ...]) -> None:
        """Make the fields of a form, unless they are there already."""
        if tuple(f.field for f in self.fields.values()) == fields:
            return
        for old in self.fields.values():
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.fields = {field.key: FieldBox(field) for field in fields}
        row, right = 0, False
        for box in self.fields.values():
            half = box.field.half
            if right and not half:
                row, right = row + 1, False
            self._grid.addWidget(box, row, int(right), 1, 1 if half else 2)
            row, right = (row, True) if half and not right else (row + 1, False)
            box.changed.connect(self._check)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._order()

    def _order(self) -> None:
        before: QWidget | None = None
        boxes: list[QLineEdit | QComboBox] = [field.box for field in (*self.fields.values(), self.reason)]
        for widget in (*boxes, self.cancel, self.save):
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget

    def _retitle(self) -> None:
        if self._item is None or self._dossier is None:
            return
        pattern, quote = ADD if self.is_new else CORRECT, brief(self._item.anchor.quote)
        self.title.setText(pattern.format(KINDS[review_kind(self._item)], quote)(self._language))
        doubt = doubt_of(self._dossier, self._item.id)(self._language)
        self.doubt.setText(doubt)
        self.doubt.setVisible(bool(doubt))

    def _check(self) -> None:
        """Read the fields: tell what is wrong beside each, or how the item will read."""
        if self._form is None or self._item is None or self._dossier is None:
            return
        made, problems = self._form.read(self._item, {key: f.words() for key, f in self.fields.items()})
        for key, field in self.fields.items():
            field.tell(problems.get(key), self._language)
        self._made = made
        QTimer.singleShot(0, self, self._reveal_problem)
        self.save.setEnabled(made is not None)
        words = ""
        if made is not None:
            reading = reading_of(self._dossier, made, self._record)
            parts = [t for t in (reading.means, reading.more) if t.zh]
            words = READS.format(BETWEEN.join(parts))(self._language)
        self.preview.setText(words)
        self.preview.setToolTip(words)

    def _reveal_problem(self) -> None:
        """What is wrong with the field that is being filled stands below it, and must not be out of view."""
        for field in self.fields.values():
            if field.box.hasFocus() and not field.problem.isHidden():
                self._scroll.ensureWidgetVisible(field, 0, 0)

    def _save(self) -> None:
        if self._made is not None:
            self.saved.emit(self._made, self.reason.words().strip())
