"""When the first chart is on the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

LOOK = 5  # ms between two looks
PATIENCE = 600  # looks; a page without a chart is ready by then


class FirstChart(QObject):
    """Emits ``drawn`` once: when a chart has been drawn, or when there evidently is none to come."""

    drawn = Signal()

    def __init__(self, window: QWidget) -> None:
        """Start looking for charts in ``window``."""
        super().__init__(window)
        self._window = window
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK)

    def _look(self) -> None:
        from desktop.widgets.chart_panel import ChartPanel

        self._looks += 1
        drawn = any(panel.view is not None for panel in self._window.findChildren(ChartPanel))
        if drawn or self._looks >= PATIENCE:
            self._timer.stop()
            QTimer.singleShot(0, self, self.drawn.emit)
