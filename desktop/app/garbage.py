"""Collects Python's garbage on the GUI thread alone.

The collector runs on whichever thread happens to allocate. When that is a job's, widgets that lie in a cycle
of references would be destroyed there while the window goes through them: Qt does not survive that.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 1000  # ms


class Garbage(QObject):
    """Switches the automatic collector off and looks at regular intervals whether a collection is due."""

    def __init__(self, parent: QObject) -> None:
        """Collect as long as ``parent`` lives."""
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect_what_is_due)
        timer.start(PAUSE)


def collect_what_is_due() -> None:
    """Collect the oldest generation that has reached its threshold, as the automatic collector would."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
