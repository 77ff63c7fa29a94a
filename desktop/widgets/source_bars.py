"""What stands above and below a source text: which text, marks, steps, search; place and copy."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.cards.flow_layout import FlowLayout
from desktop.widgets.icons import icon
from desktop.widgets.words import Words

HEAD = Text("出处", "Source")
DIGEST, ORIGINAL = Text("要点", "Digest"), Text("原文", "Original")
MARKS = Text(
    "标出文中的每一项（实线：数字，虚线：政策，点线：要点）",
    "Underline every item (solid: figures, dashed: policies, dotted: statements)",
)
PREVIOUS = Text("上一项（Shift+F4）", "Previous item (Shift+F4)")
NEXT = Text("下一项（F4）", "Next item (F4)")
FIND = Text("在文中查找（Ctrl+F）", "Find in the text (Ctrl+F)")
COPY_SENTENCE = Text("复制句子和出处", "Copy with citation")
COPY_VALUE = Text("复制数值", "Copy value")


class SourceHead(QWidget):
    """Heading, the switch between digest and original, and buttons."""

    switched = Signal()
    stepped = Signal(int)
    find_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the bar; the switch is hidden until there is an original."""
        super().__init__(parent)
        self._title = Words("muted", 0.92, bold=True)
        self._title.setWordWrap(False)
        self._title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.digest, self.original = QToolButton(), QToolButton()
        self.marks, self.previous, self.next, self.search = (QToolButton() for _ in range(4))
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._title, 1)
        for choice in (self.digest, self.original):
            choice.setCheckable(True)
            choice.hide()
            group.addButton(choice)
            row.addWidget(choice)
        for button in (self.marks, self.previous, self.next, self.search):
            button.setObjectName("icon")
            row.addWidget(button)
        self.digest.setChecked(True)
        self.marks.setCheckable(True)
        self.marks.setChecked(True)
        self.original.toggled.connect(self.switched)
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.search.clicked.connect(self.find_wanted)
        self._row = row

    def offer_original(self, offered: bool) -> None:
        """Show the switch, or hide it and go back to the digest."""
        for choice in (self.digest, self.original):
            choice.setVisible(offered)
        if not offered:
            self.digest.setChecked(True)

    def retranslate(self, language: Language) -> None:
        """Show the other language."""
        self._title.setText(HEAD(language))
        self.digest.setText(DIGEST(language))
        self.original.setText(ORIGINAL(language))
        named = ((self.marks, MARKS), (self.previous, PREVIOUS), (self.next, NEXT), (self.search, FIND))
        for button, text in named:
            button.setToolTip(text(language))
            button.setAccessibleName(text(language))

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._row.setSpacing(theme.px(2))
        self._title.restyle(theme)

    def draw_icons(self, theme: Theme) -> None:
        """Draw the icons, which can wait until after the first paint."""
        named = ((self.marks, "eye"), (self.previous, "chevron-left"), (self.next, "chevron-right"),
                 (self.search, "search"))  # fmt: skip
        for button, name in named:
            button.setIcon(icon(name, theme))


class SourceFoot(QWidget):
    """Where the passage stands, and buttons that copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the bar; nothing can be copied yet."""
        super().__init__(parent)
        self.place = Words("muted", 0.92, selectable=True)
        self.place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.copy_sentence, self.copy_value = QPushButton(), QPushButton()
        self._row = FlowLayout()
        self._row.addWidget(self.copy_sentence)
        self._row.addWidget(self.copy_value)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.place)
        self._column.addLayout(self._row)

    def offer(self, place: str, *, sentence: bool, value: bool) -> None:
        """Say where the passage stands and what can be copied."""
        self.place.setText(place)
        self.place.setVisible(bool(place))
        self.copy_sentence.setEnabled(sentence)
        self.copy_value.setVisible(value)
        self.setVisible(sentence)

    def retranslate(self, language: Language) -> None:
        """Show the other language."""
        self.copy_sentence.setText(COPY_SENTENCE(language))
        self.copy_value.setText(COPY_VALUE(language))

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._column.setSpacing(theme.px(6))
        self._row.setSpacing(theme.px(6))
        self.place.restyle(theme)
