"""What stands in place of the list: that the check is under way, how far it is, or that there is nothing to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.words import Words

RUNNING = Text("正在核查每一个数字和政策……", "Checking every figure and policy …")
STOPPED = Text("核查已停止，还没有结果。", "The check was stopped; there is no result.")
FAILED = Text(
    "核查没有完成，因为程序出了错。", "The check did not finish because of a fault in the application."
)
WIDTH = 360
STOP, AGAIN = Text("停止", "Stop"), Text("重新核查", "Check Again")


class Waiting(QWidget):
    """``stopped`` and ``started`` are what its button asks for."""

    stopped, started = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._running = True
        self.words, self.bar, self.button = Words("muted"), QProgressBar(), QPushButton()
        self.bar.setTextVisible(False)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self.words)
        for part in (self.bar, self.button):
            self._column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(2)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button.clicked.connect(lambda: (self.stopped if self._running else self.started).emit())

    def show_state(
        self, theme: Theme, language: Language, progress: tuple[int, int], *, running: bool, failed: bool
    ) -> None:
        """Say how far the check is, or that it ended without a result."""
        self._running = running
        px = theme.px
        self._column.setContentsMargins(px(40), px(20), px(40), px(20))
        self._column.setSpacing(px(12))
        self.words.restyle(theme)
        self.bar.setFixedSize(px(WIDTH), px(6))
        self.words.say((RUNNING if running else FAILED if failed else STOPPED)(language))
        self.bar.setVisible(running)
        self.bar.setAccessibleName(RUNNING(language))
        self.bar.setRange(0, progress[1])
        self.bar.setValue(progress[0])
        self.button.setText((STOP if running else AGAIN)(language))
