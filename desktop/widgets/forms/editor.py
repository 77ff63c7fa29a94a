"""The shell of every form: its head, a grid of fields, the reason, and a foot that says what saving would do."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.core.forms.base import Form, FormField
from desktop.core.text import LIST_COMMA, Language, Text
from desktop.services.theme import Theme
from desktop.widgets.forms.field import FieldBox
from desktop.widgets.scroll_area import scrolling
from desktop.widgets.words import Words

SAVE, CANCEL = Text("保存更正", "Save"), Text("取消（Esc）", "Cancel (Esc)")
MISSING = Text("还有 {} 处要改：{}", "{} to put right: {}")


class FormEditor(QWidget):
    """``saved`` tells what was made and the reason, ``left`` that nothing is to be done."""

    saved = Signal(object, str)
    left = Signal()
    SAVE_NEW: ClassVar[Text]
    MARGINS: ClassVar[tuple[int, int, int]]  # left and right, above, below

    def __init__(
        self, theme: Theme, title: Words, note: Words, reason: FormField, parent: QWidget | None = None
    ) -> None:
        """Start without anything to edit."""
        super().__init__(parent)
        self._theme = theme
        self._language: Language = "zh"
        self._form: Form | None = None
        self._before: Any = None
        self._made: Any = None
        self.is_new = self.is_touched = False
        self.fields: dict[str, FieldBox] = {}
        self.title, self.note, self.told = title, note, Words("muted")
        self.reason = FieldBox(reason)
        self.reason.changed.connect(self._touch)
        self.save, self.cancel = QPushButton(), QPushButton()
        self.save.setObjectName("primary")
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        self._build()

    def begin(self) -> None:
        """Give the keyboard to the first field."""
        self._scroll.verticalScrollBar().setValue(0)
        next(iter(self.fields.values())).box.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Forget what was edited and typed."""
        self._form = self._before = self._made = None
        self.is_touched = False

    def wanted_height(self) -> int:
        """Return the height at which nothing need be scrolled."""
        return self._content.sizeHint().height() + self._foot.sizeHint().height()

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language; what was typed stays, in the language it was typed in."""
        self._theme, self._language = theme, language
        side, above, below = (theme.px(n) for n in self.MARGINS)
        space = theme.px(8)
        self._column.setContentsMargins(side, above, side, theme.px(10))
        self._column.setSpacing(space)
        self._foot.setContentsMargins(side, space, side, below)
        self._foot.setSpacing(space)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(space)
        for words in (self.title, self.note, self.told):
            words.restyle(theme)
        for field in (*self.fields.values(), self.reason):
            field.look(theme, language)
        self.cancel.setText(CANCEL(language))
        self.save.setText((self.SAVE_NEW if self.is_new else SAVE)(language))
        if self._form is not None:
            self._head()
            self._check()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves; Enter saves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.save.isEnabled():
            self._save()
        else:
            super().keyPressEvent(event)

    def _head(self) -> None:
        """Say in ``title`` and ``note`` what is edited."""
        raise NotImplementedError

    def _would(self, made: Any) -> tuple[Text, bool]:
        """Return what saving would make, and whether that is worth a save."""
        raise NotImplementedError

    def _fill(self, form: Form, before: object, *, new: bool) -> None:
        """Show ``before`` in the fields of a form."""
        self._form, self._before = form, before
        self.is_new, self.is_touched = new, False
        self._make_fields(form.fields)
        for key, words in form.words(before).items():
            self.fields[key].show_words(words)
        self.reason.show_words("")
        self.reason.setVisible(not new)
        self.look(self._theme, self._language)

    def _build(self) -> None:
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for half in range(2):
            self._grid.setColumnStretch(half, 1)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        for part in (self.title, self.note, holder, self.reason):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._scroll = scrolling(self._content)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.told, 1)
        self._foot.addWidget(self.cancel)
        self._foot.addWidget(self.save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self._foot)

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
            box.changed.connect(self._touch)

    def _touch(self) -> None:
        self.is_touched = True
        self._check()

    def _check(self) -> None:
        """Read the fields: tell what is wrong beside each, or what saving would make of it."""
        if self._form is None:
            return
        given = {key: field.words() for key, field in self.fields.items()}
        self._made, problems = self._form.read(self._before, given)
        shown = problems if self.is_touched or not self.is_new else {}  # nobody was asked yet
        for key, field in self.fields.items():
            field.tell(shown.get(key), self._language)
        QTimer.singleShot(0, self, self._reveal_problem)
        if problems:
            names = [field.field.label for key, field in self.fields.items() if key in problems]
            text, worth = MISSING.format(len(names), LIST_COMMA.join(names)), False
        else:
            text, worth = self._would(self._made)
        self.told.setText(text(self._language))
        self.told.setToolTip(self.told.text())
        self.save.setEnabled(worth)

    def _reveal_problem(self) -> None:
        """What is wrong with the field that is being filled stands below it, and must not be out of view."""
        for field in self.fields.values():
            if field.box.hasFocus() and not field.problem.isHidden():
                self._scroll.ensureWidgetVisible(field, 0, 0)

    def _save(self) -> None:
        if self._made is not None:
            self.saved.emit(self._made, self.reason.words().strip())
