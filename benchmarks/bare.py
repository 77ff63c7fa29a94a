"""A bare PySide6 window with an empty table: the least that any Qt program in Python costs."""

from __future__ import annotations

import sys

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView


class Window(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        print("painted", flush=True)
        app.exit(0)


app = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QTableView())
window.resize(1440, 900)
window.show()
sys.exit(app.exec())
