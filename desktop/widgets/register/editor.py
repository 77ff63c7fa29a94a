"""Writing an entry of the register: a new one, or a correction, with the shipped value below what was changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.core.forms.base import FormField
from desktop.core.forms.entry import EntryForm
from desktop.core.policy import RegisterEntry
from desktop.core.register.layer import differing
from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.register.long_field import LongField
from desktop.widgets.review.field import FieldBox
from desktop.widgets.words import Words

Field = FieldBox | LongField
ADD, CORRECT = Text("新增条目", "New entry"), Text("更正：{}", "Correct: {}")
WHERE = Text(
    "写入你自己的一层，随软件提供的登记簿不变，升级也不会丢。",
    "Kept in your own layer: the shipped register stays as it is, and an upgrade loses nothing.",
)
REASON = FormField(
    "reason",
    Text("原因或依据（可不填）", "Reason (optional)"),
    hint=Text("为什么这样改", "why it should read so"),
)
SAVE, SAVE_NEW, CANCEL = (
    Text("保存更正", "Save"),
    Text("加入登记簿", "Add"),
    Text("取消（Esc）", "Cancel (Esc)"),
)
UNCHANGED = Text("没有改动", "Nothing is changed")
CHANGES = Text("改动 {} 项", "{} changed")
MISSING = Text("还有 {} 处要改：{}", "{} to put right: {}")


class EntryEditor(QWidget):
    """``saved`` tells the entry and the reason, ``left`` that nothing is to be done."""

    saved = Signal(object, str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without an entry."""
        super().__init__(parent)
        self._theme = theme
        self._language: Language = "zh"
        self._entry: RegisterEntry | None = None
        self._made: RegisterEntry | None = None
        self._form: EntryForm | None = None
        self._touched = False
        self.is_new = False
        self.fields: dict[str, Field] = {}
        self.title, self.where, self.told = (
            Words(bold=True, size=1.15),
            Words("muted", 0.92),
            Words("muted", 0.92),
        )
        self.reason = FieldBox(REASON)
        self.save, self.cancel = QPushButton(), QPushButton()
        self.save.setObjectName("primary")
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.left)
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        for part in (self.title, self.where, self._holder, self.reason):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.told, 1)
        self._foot.addWidget(self.cancel)
        self._foot.addWidget(self.save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(self._foot)

    @property
    def is_touched(self) -> bool:
        """Whether something was typed that nobody has saved or dropped."""
        return self._entry is not None and self._touched

    def edit(self, register: tuple[RegisterEntry, ...], entry: RegisterEntry, *, new: bool = False) -> None:
        """Show an entry to correct, or a new one to fill in."""
        self._entry, self.is_new, self._touched = entry, new, False
        self._form = EntryForm(register, self._language)
        self._make_fields(self._form.fields)
        for field in (*self.fields.values(), self.reason):
            field.look(self._theme, self._language)
        for key, words in self._form.words(entry).items():
            self.fields[key].show_words(words)
        self.reason.show_words("")
        self.reason.setVisible(not new)
        self._scroll.verticalScrollBar().setValue(0)
        self.look(self._theme, self._language)
        next(iter(self.fields.values())).box.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Forget the entry."""
        self._entry = self._made = None

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language; what was typed stays, in the language it was typed in."""
        self._theme, self._language = theme, language
        px = theme.px
        self._column.setContentsMargins(px(20), px(16), px(20), px(10))
        self._column.setSpacing(px(8))
        self._foot.setContentsMargins(px(20), px(8), px(20), px(12))
        self._foot.setSpacing(px(8))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(8))
        for words in (self.title, self.where, self.told):
            words.restyle(theme)
        for field in (*self.fields.values(), self.reason):
            field.look(theme, language)
        self.where.setText(WHERE(language))
        self.cancel.setText(CANCEL(language))
        self.save.setText((SAVE_NEW if self.is_new else SAVE)(language))
        if self._entry is not None:
            self.title.setText((ADD if self.is_new else CORRECT.format(self._entry.title))(language))
        self._check()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves; Enter saves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.save.isEnabled():
            self._save()
        else:
            super().keyPressEvent(event)

    def _make_fields(self, fields: tuple[FormField, ...]) -> None:
        for old in self.fields.values():
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.fields = {f.key: LongField(f) if f.long or f.several else FieldBox(f) for f in fields}
        row, right = 0, False
        before: QWidget | None = None
        for box in self.fields.values():
            half = box.field.half
            if right and not half:
                row, right = row + 1, False
            self._grid.addWidget(box, row, int(right), 1, 1 if half else 2)
            row, right = (row, True) if half and not right else (row + 1, False)
            box.changed.connect(self._touch)
            if before is not None:
                QWidget.setTabOrder(before, box.box)
            before = box.box
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def _touch(self) -> None:
        self._touched = True
        self._check()

    def _check(self) -> None:
        """Read the fields: tell what is wrong beside each, or how much is changed."""
        if self._form is None or self._entry is None:
            return
        made, problems = self._form.read(self._entry, {key: f.words() for key, f in self.fields.items()})
        for key, field in self.fields.items():
            field.tell(problems.get(key) if self._touched or not self.is_new else None, self._language)
        self._made = made
        changed = len(differing(self._entry, made)) if made is not None else 0
        self.save.setEnabled(changed > 0)
        QTimer.singleShot(0, self, self._reveal_problem)
        names = [field.field.label for key, field in self.fields.items() if key in problems]
        if names:
            text = MISSING.format(len(names), Text("、", ", ").join(names))
        else:
            text = CHANGES.format(changed) if changed else UNCHANGED
        self.told.setText(text(self._language))

    def _reveal_problem(self) -> None:
        """What is wrong with the field that is being filled stands below it, and must not be out of view."""
        for field in self.fields.values():
            if field.box.hasFocus() and not field.problem.isHidden():
                self._scroll.ensureWidgetVisible(field, 0, 0)

    def _save(self) -> None:
        if self._made is not None and self._entry is not None:
            self.saved.emit(self._made, self.reason.words().strip())
