"""What went wrong inside the application: one window for all of it, and work can go on."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop import __version__
from desktop.core.text import Language, Text

TITLE = Text("程序出错", "Something Went Wrong")
SAID = Text(
    "程序内部出了错，刚才的操作可能没有完成；可以继续使用。\n如要反馈，请附上下面的内容。日志：{}",
    "Something went wrong inside the application, and what you just did may be incomplete. You can go on.\n"
    "If you report it, please include the details below. Log: {}",
)
COPY = Text("复制详情", "Copy Details")
CLOSE = Text("关闭", "Close")
DETAILS = Text("错误详情", "Details of the fault")
MOST = 20  # faults listed; a fault in a paint event would never end


class FaultDialog(QDialog):
    """Lists faults; a second one is added to the list instead of opening another window."""

    def __init__(self, language: Language, log: Path, parent: QWidget | None = None) -> None:
        """Start with nothing listed."""
        super().__init__(parent)
        self._faults: dict[str, int] = {}
        self.setWindowTitle(TITLE(language))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = QLabel(SAID(language).format(log))
        said.setWordWrap(True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._details.setAccessibleName(DETAILS(language))
        buttons = QDialogButtonBox()
        copy = buttons.addButton(COPY(language), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(CLOSE(language), QDialogButtonBox.ButtonRole.RejectRole)
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        close.setDefault(True)
        column = QVBoxLayout(self)
        for part in (said, self._details, buttons):
            column.addWidget(part)
        em = self.fontMetrics().height()
        column.setContentsMargins(em, em, em, em * 3 // 4)
        column.setSpacing(em // 2)
        self.resize(40 * em, 26 * em)

    @property
    def text(self) -> str:
        """The details as they are copied."""
        return self._details.toPlainText()

    def add(self, details: str) -> None:
        """List a fault; the same one again is counted."""
        if details not in self._faults and len(self._faults) >= MOST:
            return
        self._faults[details] = self._faults.get(details, 0) + 1
        about = f"Guiyin {__version__}, Python {platform.python_version()}, {platform.platform()}"
        listed = [text if n == 1 else f"({n} ×) {text}" for text, n in self._faults.items()]
        self._details.setPlainText("\n".join((about, *listed)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
