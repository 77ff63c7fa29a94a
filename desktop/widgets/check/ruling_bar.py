"""What a person says of a finding: accept, dispute or correct it, with a reason; or take that back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.core.review import Ruling
from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.words import Words

HEAD = Text("你的判断", "Your ruling")
ACCEPT, DISPUTE = Text("接受", "Accept"), Text("不同意", "Dispute")
CORRECT, BACK = Text("更正…", "Correct…"), Text("撤回", "Take back")
TIPS: dict[str, Text] = {
    "accept": Text("接受这个发现，它照常计数（A）", "Accept this finding; it counts as before (A)"),
    "dispute": Text(
        "不同意这个发现：它会划掉，不再计数；请写理由（D）",
        "Dispute this finding: it is struck out and no longer counts; give a reason (D)",
    ),
    "correct": Text(
        "更正读错的内容；文中所写仍会显示（F2 或 E）",
        "Correct what was read wrongly; what the text prints stays visible (F2 or E)",
    ),
    "back": Text("撤回你的判断", "Take back your ruling"),
}
REASON = Text("理由（随修改记录一起保留）", "Reason (kept with your changes)")
NEEDED = Text("不同意一个发现时，请先写下理由。", "Write down why before you dispute a finding.")
SAID: dict[str, Text] = {
    "accepted": Text("✓ 已接受", "✓ Accepted"),
    "disputed": Text("⊘ 不同意，不计入统计", "⊘ Disputed, does not count"),
}


class RulingBar(QWidget):
    """``wanted`` tells what is asked for ("accept", "dispute", "correct" or "back") and the reason.

    ``left`` says that nothing more is to be typed here.
    """

    wanted = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a ruling."""
        super().__init__(parent)
        self._language: Language = "zh"
        self._ruled = False
        self.setObjectName("rulingBar")
        self.head, self.said, self.problem = (
            Words("muted", 0.92, bold=True),
            Words("accent"),
            Words("red", 0.92),
        )
        self.reason = QLineEdit()
        self.accept, self.dispute = QPushButton(), QPushButton()
        self.correct, self.back = QPushButton(), QPushButton()
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        for part in (self.head, self.said, self.reason, self.problem):
            self._column.addWidget(part)
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _=False, key=key: self.ask(key))
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._column.addLayout(self._row)
        self.problem.hide()
        self.reason.textEdited.connect(self.problem.hide)
        self.reason.returnPressed.connect(lambda: self.ask("dispute"))

    @property
    def _buttons(self) -> dict[str, QPushButton]:
        return {"accept": self.accept, "dispute": self.dispute, "correct": self.correct, "back": self.back}

    def show_ruling(self, ruling: Ruling | None, *, correctable: bool) -> None:
        """Show what was said of the finding in view."""
        self._ruled = ruling is not None
        self.problem.hide()
        if ruling is not None:
            said = SAID[ruling.status](self._language)
            self.said.say("\n".join(part for part in (said, ruling.reason) if part))
        self.reason.clear()
        self.said.setVisible(self._ruled)
        self.reason.setVisible(not self._ruled)
        self.accept.setVisible(not self._ruled)
        self.dispute.setVisible(not self._ruled)
        self.back.setVisible(self._ruled)
        self.correct.setVisible(correctable)

    def ask(self, key: str) -> None:
        """Ask for something; a dispute needs a reason."""
        if self._ruled and key in ("accept", "dispute"):
            return
        words = self.reason.text().strip()
        if key == "dispute" and not words:
            self.problem.say(NEEDED(self._language))
            self.problem.show()
            self.reason.setFocus()
            return
        self.wanted.emit(key, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back; what was typed stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.problem.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def look(self, theme: Theme, language: Language) -> None:
        """Follow theme, zoom and language."""
        self._language = language
        px = theme.px
        self._column.setContentsMargins(px(14), px(9), px(14), px(11))
        self._column.setSpacing(px(6))
        self._row.setSpacing(px(6))
        for words in (self.head, self.said, self.problem):
            words.restyle(theme)
        self.head.setText(HEAD(language))
        self.reason.setPlaceholderText(REASON(language))
        self.reason.setAccessibleName(REASON(language))
        names = {"accept": ACCEPT, "dispute": DISPUTE, "correct": CORRECT, "back": BACK}
        for key, button in self._buttons.items():
            button.setText(names[key](language))
            button.setToolTip(TIPS[key](language))
            button.setAccessibleName(TIPS[key](language))
