"""Writing an entry of the register: a new one, or a correction in a person's own layer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.core.forms.base import Form, FormField
from desktop.core.forms.entry import EntryForm
from desktop.core.policy import RegisterEntry
from desktop.core.register.layer import differing
from desktop.core.text import Text
from desktop.services.theme import Theme
from desktop.widgets.forms.editor import FormEditor
from desktop.widgets.words import Words

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
UNCHANGED = Text("没有改动", "Nothing is changed")
CHANGES = Text("改动 {} 项", "{} changed")


class EntryEditor(FormEditor):
    """What it makes is an entry."""

    SAVE_NEW = Text("加入登记簿", "Add")
    MARGINS = (20, 16, 12)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start without an entry."""
        super().__init__(theme, Words(bold=True, size=1.15), Words("muted", 0.92), REASON, parent)

    def edit(self, register: tuple[RegisterEntry, ...], entry: RegisterEntry, *, new: bool = False) -> None:
        """Show an entry to correct, or a new one to fill in."""
        form = EntryForm(register, self._language)
        self._fill(Form(form.fields, form.words, form.read), entry, new=new)
        self.begin()

    def _head(self) -> None:
        title = ADD if self.is_new else CORRECT.format(self._before.title)
        self.title.setText(title(self._language))
        self.note.setText(WHERE(self._language))

    def _would(self, made: RegisterEntry) -> tuple[Text, bool]:
        changed = len(differing(self._before, made))
        return CHANGES.format(changed) if changed else UNCHANGED, changed > 0
