"""When the first chart is on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QGraphicsView

PATIENCE = 3000  # ms; a page without a chart is ready by then


class FirstChart(QObject):
    """Emits ``drawn`` once: after the first paint of a chart, or when there evidently is none to come."""

    drawn = Signal()

    def __init__(self, parent: QObject) -> None:
        """Watch the application; only between first paint and first chart, since it sees every event."""
        super().__init__(parent)
        self._app = QCoreApplication.instance()
        assert self._app is not None
        self._app.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._done)
        self._timer.start(PATIENCE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint of a graphics view's viewport."""
        if event.type() == QEvent.Type.Paint and isinstance(watched.parent(), QGraphicsView):
            self._timer.start(0)
        return False

    def _done(self) -> None:
        if self._app is not None:
            self._app.removeEventFilter(self)
        self.drawn.emit()
