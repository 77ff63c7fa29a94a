"""The bar over a review: which article it is, and how the review is ended."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.core.dossier import Dossier
from desktop.core.tally import counted
from desktop.core.text import DOT, Language, Text
from desktop.services.theme import Theme
from desktop.widgets.elided import Elided
from desktop.widgets.words import Words

TITLE = Text("审阅：{}", "Review: {}")
LEAVE = Text("离开", "Leave")
LEAVE_TIP = Text("离开审阅，所做的一切都会保留", "Leave the review; everything is kept")
SETTLE = Text("全部标为自动", "Mark All Automatic")
SETTLE_TIP = Text(
    "存疑的各条按现在的读法保留，标为自动；可以撤销",
    "Let everything in doubt stand as it was read, marked as automatic; this can be undone",
)
DONE, DONE_OPEN = Text("完成", "Done"), Text("完成（余 {} 条存疑）", "Done ({} still doubtful)")
DONE_TIP = Text(
    "结束审阅，看总览；存疑的以后还可以处理", "End the review and see the overview; doubts can wait"
)
NARROW = 900  # pixels of the bar
CHARS = Text("{:,} 字", "{:,} characters")


class ReviewHead(QWidget):
    """``left``, ``settled`` and ``finished`` are what the three buttons ask for."""

    left, settled, finished = Signal(), Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without an article."""
        super().__init__(parent)
        self._theme: Theme | None = None
        self.setObjectName("reviewHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._about = Elided(), Words("muted", 0.92)
        self._about.setWordWrap(False)
        self._about.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._about.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.leave, self.settle, self.done = QPushButton(), QPushButton(), QPushButton()
        self.done.setObjectName("primary")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._about)
        for button, signal in (
            (self.leave, self.left),
            (self.settle, self.settled),
            (self.done, self.finished),
        ):
            button.clicked.connect(signal)
            self._row.addWidget(button)

    def show_dossier(self, dossier: Dossier, open_count: int, language: Language) -> None:
        """Name the article and say how much is in doubt."""
        source = dossier.sources[0] if dossier.sources else None
        name = source.title if source is not None and source.title.zh else dossier.title
        self._title.setText(TITLE.format(name)(language))
        self._title.setToolTip(name(language))
        parts = [CHARS.format(len(source.text))] if source is not None else []
        parts += [counted(len(dossier.tables), "tables", full=True)] if dossier.tables else []
        self._about.setText(DOT.join(parts)(language))
        self.settle.setEnabled(bool(open_count))
        self.done.setText((DONE_OPEN.format(open_count) if open_count else DONE)(language))
        self.leave.setText(LEAVE(language))
        self.settle.setText(SETTLE(language))
        for button, tip in ((self.leave, LEAVE_TIP), (self.settle, SETTLE_TIP), (self.done, DONE_TIP)):
            button.setToolTip(tip(language))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the title needs it more than the numbers."""
        super().resizeEvent(event)
        self._make_room()

    def restyle(self, theme: Theme) -> None:
        """Follow theme and zoom."""
        self._theme = theme
        font = self.font()
        font.setBold(True)
        self._title.setFont(font)
        self._about.restyle(theme)
        self._row.setContentsMargins(*(theme.px(n) for n in (14, 7, 12, 7)))
        self._row.setSpacing(theme.px(8))
        self._make_room()

    def _make_room(self) -> None:
        self._about.setVisible(self._theme is None or self.width() >= self._theme.px(NARROW))
