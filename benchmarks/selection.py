"""A change of selection until everything is repainted, against a frame at 60 Hz and Qt's own repaint.

Usage: uv run python -m benchmarks.selection. Steps through every figure, policy, event and statement of each
factor of the bundled dossiers, with the factor's page shown; the floor repaints the same window unchanged.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace

FRAME = 1 / 60


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="guiyin-") as home:
        os.environ["GUIYIN_HOME"] = home
        changed, repainted = measure()
    ratios = [a / statistics.median(repainted) for a in changed]
    good = line(f"change of selection / one frame ({len(changed)} steps)", [c / FRAME for c in changed], limit=1.0)
    good &= line("change of selection / Qt's repaint of the window", ratios, limit=3.0)
    line("Qt's repaint of the window, milliseconds", [r * 1000 for r in repainted], "ms")
    return 0 if good else 1


def measure() -> tuple[list[float], list[float]]:
    """Return the seconds of every change of selection, and of repaints of the same windows."""
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.app.compose import compose
    from desktop.app.main import make_app
    from desktop.app.tour import settle
    from desktop.core.focus import Focus
    from desktop.core.table import Table

    app = make_app()
    window = compose(app)
    window.resize(1280, 800)
    window.show()
    changed: list[float] = []
    repainted: list[float] = []
    for entry in window.ctx.workspace.entries():
        window.open_path(entry.folder)
        dossier = window.ctx.workspace.dossier
        assert dossier is not None
        for factor in dossier.factors:
            place = Focus(dossier.id, "factor", factor.id, factor.id)
            window.ctx.selection.show(place)
            settle(window.ctx.jobs)
            for item in dossier.of_factor(factor.id):
                if isinstance(item, Table):
                    continue
                began = time.perf_counter()
                window.ctx.selection.show(replace(place, item=item.id))
                QApplication.processEvents()
                changed.append(time.perf_counter() - began)
                parts = [part for part in window.findChildren(QWidget) if part.isVisible()]
                began = time.perf_counter()
                for part in parts:
                    part.update()
                QApplication.processEvents()
                repainted.append(time.perf_counter() - began)
    window.ctx.jobs.close()
    window.close()
    return changed, repainted


if __name__ == "__main__":
    from benchmarks.rounds import line

    sys.exit(main())
