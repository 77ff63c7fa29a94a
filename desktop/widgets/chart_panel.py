"""A card with a chart, its controls, its sentence and its table twin."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.core.chart.spec import ChartSpec
from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.chart_controls import ChartControls
from desktop.widgets.chart_twin import ChartTwin
from desktop.widgets.panel import Panel

if TYPE_CHECKING:
    from desktop.charts.view import ChartView

LOADING = Text("正在画图…", "Drawing the chart…")
NOTHING = Text("没有图表。", "There is no chart.")


class ChartPanel(Panel):
    """Shows one of several charts of the same thing.

    ``item_clicked`` carries the id of the item of a mark, ``drawn`` says that a chart is on the screen.
    """

    item_clicked = Signal(str)
    drawn = Signal()

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty; ``show_specs`` fills it."""
        super().__init__(ctx, parent)
        self._specs: tuple[ChartSpec, ...] = ()
        self._spec: ChartSpec | None = None
        self._item_id = ""
        self._view: ChartView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self.controls = ChartControls(self)
        self._message, self._sentence, self._caption = QLabel(self), QLabel(self), QLabel(self)
        for label in (self._message, self._sentence, self._caption):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._twin: ChartTwin | None = None
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.controls)
        self._column.addWidget(self._message)
        self._column.addWidget(self._sentence)
        self._column.addWidget(self._caption)
        self.controls.kind_chosen.connect(self._choose_kind)
        self.controls.indexed.connect(self._choose_index)
        self.controls.twin_shown.connect(self._show_twin)
        self.controls.zoom_reset.connect(self._reset_zoom)
        self.controls.export_asked.connect(self._export)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.draw)
        self.restyle()

    @property
    def spec(self) -> ChartSpec | None:
        """The chart that is shown."""
        return self._spec

    @property
    def specs(self) -> tuple[ChartSpec, ...]:
        """The charts that are offered."""
        return self._specs

    @property
    def view(self) -> ChartView | None:
        """The drawing, once it is there."""
        return self._view

    @property
    def twin(self) -> ChartTwin:
        """The table of the numbers, made when it is first wanted."""
        if self._twin is None:
            self._twin = ChartTwin(self)
            self._twin.hide()
            self._twin.chosen.connect(self.item_clicked)
            self._column.insertWidget(self._column.indexOf(self._sentence), self._twin, 1)
        return self._twin

    def show_specs(self, specs: tuple[ChartSpec, ...]) -> None:
        """Show the first of the charts and offer the others; a spec of kind "none" says why there is none."""
        if specs == self._specs and self._spec is not None:  # an edit of something else
            return
        self._specs = specs
        self._show(specs[0] if specs else None)

    def draw(self) -> None:
        """Draw now what is to be shown, also while the panel is hidden; loads pyqtgraph."""
        if self._spec is None or not self._spec.panels or self._view is not None:
            return
        from desktop.charts.view import ChartView

        self._view = ChartView(self._spec, self.theme, self.language, self)
        self._view.clicked.connect(self.item_clicked)
        self._view.highlight(self._item_id)
        self._column.insertWidget(2, self._view, 1)
        self._message.hide()
        self._show_twin(self.controls.twin.isChecked())
        self.drawn.emit()

    def highlight(self, item_id: str) -> None:
        """Ring the mark of an item (none when the chart does not show it); takes well under a frame."""
        self._item_id = item_id
        if self._view is not None:
            self._view.highlight(item_id)
        if self._twin is not None and self._twin.isVisible():
            self._twin.highlight(item_id)

    def retranslate(self) -> None:
        """Set all texts anew."""
        self._show(self._spec)

    def restyle(self) -> None:
        """Take colours, margins and fonts of the theme."""
        pad = self.theme.px(14)
        self._column.setContentsMargins(pad, self.theme.px(8), pad, self.theme.px(12))
        self._column.setSpacing(self.theme.px(6))
        for label, token in ((self._message, "muted"), (self._sentence, "text"), (self._caption, "muted")):
            palette = label.palette()
            palette.setColor(label.foregroundRole(), QColor(self.theme[token]))
            label.setPalette(palette)
        self._show(self._spec)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for while the panel was hidden."""
        super().showEvent(event)
        if self._view is None:
            self._later.start(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme["border"]), 1))
        painter.setBrush(QColor(self.theme["surface"]))
        radius = self.theme.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def _show(self, spec: ChartSpec | None) -> None:
        """Show texts now; the drawing follows, after the first paint if its library is not loaded yet."""
        self._spec = spec
        self._drop_view()
        self.controls.offer(self._specs, spec, self.language)
        self.controls.restyle(self.theme, spec)
        drawable = spec is not None and bool(spec.panels)
        why = LOADING if drawable else spec.why_not if spec is not None else NOTHING
        self._message.setText(why(self.language))
        self._message.setVisible(True)
        self._sentence.setText(spec.sentence(self.language) if spec else "")
        self._caption.setText(spec.caption(self.language) if spec else "")
        for label in (self._sentence, self._caption):
            label.setVisible(drawable and bool(label.text()))
        self.setAccessibleName(spec.title(self.language) if spec else NOTHING(self.language))
        self.setAccessibleDescription((spec.sentence if drawable else why)(self.language) if spec else "")
        if spec is None or not drawable:
            if self._twin is not None:
                self._twin.hide()
        elif self.controls.twin.isChecked():
            self.twin.show_spec(spec, self.language)
        if drawable and self.isVisible():
            if "desktop.charts.view" in sys.modules:
                self.draw()
            else:
                self._later.start(0)

    def _drop_view(self) -> None:
        if self._view is not None:
            self._column.removeWidget(self._view)
            self._view.hide()
            self._view.deleteLater()
            self._view = None

    def _choose_kind(self, kind: str) -> None:
        self._show(next(s for s in self._specs if s.kind == kind))

    def _choose_index(self, indexed: bool) -> None:
        kind = self._spec.kind if self._spec else ""
        self._show(next((s for s in self._specs if s.kind == kind and s.indexed == indexed), self._spec))

    def _show_twin(self, shown: bool) -> None:
        if shown and self._spec is not None:
            self.twin.show_spec(self._spec, self.language)
            self.twin.highlight(self._item_id)
        if self._twin is not None:
            self._twin.setVisible(shown)
        if self._view is not None:
            self._view.setVisible(not shown)
        self.controls.reset.setEnabled(not shown)

    def _reset_zoom(self) -> None:
        if self._view is not None:
            self._view.reset_zoom()

    def _export(self, suffix: str) -> None:
        from desktop.widgets.chart_controls import EXPORT
        from desktop.widgets.chart_export import picture, save

        if self._spec is None:
            return
        name = f"{self._spec.title(self.language)}.{suffix}".replace("/", "-")
        path = self.ctx.ui.ask_save(EXPORT, name, f"{suffix.upper()} (*.{suffix})")
        if path is None:
            return
        hidden = self._view.hidden_names if self._view is not None else frozenset()
        problem = save(path.with_suffix(f".{suffix}"), picture(self._spec, self.language, self.theme, hidden))
        if problem is not None:
            self.ctx.ui.notify(problem)
