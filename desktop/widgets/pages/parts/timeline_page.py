"""Policies and events in time: a chart, filters, and the same as a list."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.core.chart.choose import timeline
from desktop.core.dated import Dated, dated
from desktop.core.focus import Focus
from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.cards.chips import Chips
from desktop.widgets.cards.text_label import TextLabel
from desktop.widgets.chart_panel import ChartPanel
from desktop.widgets.icons import icon
from desktop.widgets.pages.parts.dated_list import DatedList
from desktop.widgets.pages.scroll import ScrollPage

TITLE = Text("时间线：所称时间与官方日期", "Timeline: claimed and official dates")
FACTORS, KINDS = Text("只看因素", "Only the reason"), Text("只看类别", "Only the kind")
CHOICES: dict[str, tuple[Text, frozenset[str]]] = {
    "policy": (Text("政策", "Policies"), frozenset(("claimed", "official"))),
    "event": (Text("事件", "Events"), frozenset(("event",))),
}
NONE = Text("没有带日期的政策或事件。", "There is no dated policy or event.")
IN, OUT, STEP = Text("放大", "Zoom in"), Text("缩小", "Zoom out"), 1.4
BY_MOUSE = Text("{}（或按住 Ctrl 滚动滚轮；拖动平移）", "{} (or Ctrl and the wheel; drag to move)")


class TimelinePage(ScrollPage):
    """Chart and list show the same dates; both follow the selection."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Build the parts; the chart is drawn after the first paint."""
        super().__init__(ctx, parent)
        self._dates: tuple[Dated, ...] = ()
        self.factors, self.kinds = Chips(FACTORS), Chips(KINDS)
        self._in, self._out = QToolButton(), QToolButton()
        for button in (self._in, self._out):
            button.setObjectName("icon")
        self._none = TextLabel(NONE, colour="muted")
        self._chart, self.list = ChartPanel(ctx), DatedList(ctx)
        bar = QHBoxLayout()
        bar.addWidget(self.kinds, 1)
        bar.addWidget(self._out)
        bar.addWidget(self._in)
        self.column.addWidget(TextLabel(TITLE, "title"))
        self.column.addWidget(self.factors)
        self.column.addLayout(bar)
        for part in (self._none, self._chart, self.list):
            self.column.addWidget(part)
        self.column.addStretch(1)
        for chips in (self.factors, self.kinds):
            chips.changed.connect(self._filter)
        self._in.clicked.connect(lambda: self._zoom(STEP))
        self._out.clicked.connect(lambda: self._zoom(1 / STEP))
        self._chart.item_clicked.connect(self._choose)
        self._chart.drawn.connect(self._order)
        self.refresh()

    def show_dossier(self) -> None:
        """Offer the factors that have a date."""
        dossier = self.dossier
        if dossier is None:
            return
        self._dates = dated(dossier, self.ctx.workspace.record)
        present = {one.factor for one in self._dates}
        order = {f.id: n for n, f in enumerate(dossier.reasons)}
        factors = [(f.id, f.label, order.get(f.id, -1)) for f in dossier.factors if f.id in present]
        self.factors.offer(factors)
        kinds = {one.kind for one in self._dates}
        self.kinds.offer([(k, text, -1) for k, (text, parts) in CHOICES.items() if parts & kinds])
        for part in (self.factors, self.kinds, self._chart, self.list, self._in, self._out):
            part.setVisible(bool(self._dates))
        self._none.setVisible(not self._dates)
        self.dress()
        self._filter()

    def show_edited(self) -> None:
        """Keep what the chips ask for."""
        factors, kinds = self.factors.chosen, self.kinds.chosen
        super().show_edited()
        if factors or kinds:
            self.factors.choose(factors)
            self.kinds.choose(kinds)
            self._filter()

    def show_focus(self, focus: Focus) -> None:
        """Ring the mark of what is selected; the list follows by itself."""
        self._chart.highlight(focus.item)

    def restyle(self) -> None:
        """Follow theme and zoom."""
        for button, name in ((self._in, "zoom-in"), (self._out, "zoom-out")):
            button.setIcon(icon(name, self.theme))
        super().restyle()

    def retranslate(self) -> None:
        """Name the buttons too."""
        for button, text in ((self._in, IN), (self._out, OUT)):
            button.setToolTip(self.tr_(BY_MOUSE.format(text)))
            button.setAccessibleName(self.tr_(text))
        super().retranslate()

    def draw(self) -> None:
        """Make the chart: its library takes long to load."""
        self._filter()

    def _filter(self) -> None:
        """Show what the chips ask for; none of them asks for everything."""
        dossier = self.dossier
        if dossier is None:
            return
        factors, kinds = self.factors.chosen, self.kinds.chosen or frozenset(CHOICES)
        shown = frozenset[str]().union(*(CHOICES[k][1] for k in kinds))
        rows = tuple(d for d in self._dates if d.kind in shown and (not factors or d.factor in factors))
        self.list.show_rows(rows)
        if self.was_painted and self._dates:
            self._chart.show_specs((timeline(dossier, self.ctx.workspace.record, factors, kinds),))

    def _order(self) -> None:
        self.order_tabs(self.factors, self.kinds, self._out, self._in, self._chart, self.list)

    def _zoom(self, factor: float) -> None:
        if self._chart.view is not None:
            self._chart.view.zoom(factor)

    def _choose(self, item_id: str) -> None:
        if self.dossier is not None:
            self.ctx.selection.show(self.ctx.selection.focus.on(self.dossier, item_id))
