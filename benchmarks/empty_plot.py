"""What a first chart costs at least: PySide6, pandas and pyqtgraph imported, an empty plot painted."""

from __future__ import annotations

import sys

import pandas
import pyqtgraph
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

assert pandas.__version__


class Plot(pyqtgraph.PlotWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        print("painted", flush=True)
        app.exit(0)


app = QApplication(sys.argv)
window = QMainWindow()
window.setCentralWidget(Plot())
window.resize(1440, 900)
window.show()
sys.exit(app.exec())
