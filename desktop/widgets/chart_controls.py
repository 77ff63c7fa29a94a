"""The head of a chart card: title, kind, index or absolute, table twin, reset, export."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.core.chart.kind import load_charts
from desktop.core.chart.spec import ChartSpec
from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.widgets.icons import icon

KIND = Text("图表类型", "Kind of chart")
INDEX = Text("指数", "Index")
INDEX_TIP = Text("显示为指数：首期 = 100", "Show as an index: the first period is 100")
TWIN = Text("以表格显示图中的数", "Show the numbers of the chart as a table")
RESET = Text("恢复缩放（0）", "Reset the zoom (0)")
EXPORT = Text("导出图片", "Export the picture")
FORMATS = {"png": Text("PNG 图片…", "PNG picture…"), "svg": Text("SVG 矢量图…", "SVG drawing…")}


class ChartControls(QWidget):
    """Shows what applies to the charts at hand and nothing else."""

    kind_chosen = Signal(str)
    indexed = Signal(bool)
    twin_shown = Signal(bool)
    zoom_reset = Signal()
    export_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the controls; ``offer`` decides which of them are visible."""
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setWordWrap(True)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.kind, self.index, self.twin, self.reset, self.export = (QToolButton(self) for _ in range(5))
        self.index.setCheckable(True)
        self.twin.setCheckable(True)
        self.kind.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button in (self.kind, self.export):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setMenu(QMenu(button))
        for button in (self.twin, self.reset, self.export):
            button.setObjectName("icon")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.title, 1)
        for button in self._buttons():
            row.addWidget(button)
        self.index.toggled.connect(self.indexed)
        self.twin.toggled.connect(self.twin_shown)
        self.reset.clicked.connect(self.zoom_reset)

    def offer(self, specs: tuple[ChartSpec, ...], current: ChartSpec | None, language: Language) -> None:
        """Show the title and the controls that make sense for the current chart among ``specs``."""
        drawn = current is not None and bool(current.panels)
        self.title.setText(current.title(language) if current else "")
        kinds = list(dict.fromkeys(s.kind for s in specs)) if drawn else []
        self.kind.setVisible(len(kinds) > 1)
        self.index.setVisible(
            drawn
            and current is not None
            and any(s.indexed != current.indexed for s in specs if s.kind == current.kind)
        )
        for button in (self.twin, self.reset, self.export):
            button.setVisible(drawn)
        if current is None or not drawn:
            return
        self.index.blockSignals(True)
        self.index.setChecked(current.indexed)
        self.index.blockSignals(False)
        self.index.setText(INDEX(language))
        charts = load_charts()
        self.kind.setText(f"{charts[current.kind].name(language)} ▾")
        self._fill_kinds(kinds, current.kind, language)
        self._fill_formats(language)
        for button, tip in zip(self._buttons(), (KIND, INDEX_TIP, TWIN, RESET, EXPORT), strict=True):
            button.setToolTip(tip(language))
            button.setAccessibleName(tip(language))
        self.kind.setAccessibleName(f"{KIND(language)}: {charts[current.kind].name(language)}")

    def restyle(self, theme: Theme, current: ChartSpec | None) -> None:
        """Take icons and sizes of the theme."""
        font = self.font()
        font.setBold(True)
        self.title.setFont(font)
        if current is not None and current.panels:
            self.kind.setIcon(icon(load_charts()[current.kind].icon, theme))
        for button, name in ((self.twin, "table"), (self.reset, "rotate-ccw"), (self.export, "download")):
            button.setIcon(icon(name, theme))
        row = self.layout()
        assert row is not None
        row.setSpacing(theme.px(2))

    def _buttons(self) -> tuple[QToolButton, ...]:
        return (self.kind, self.index, self.twin, self.reset, self.export)

    def _fill_kinds(self, kinds: list[str], current: str, language: Language) -> None:
        menu = self.kind.menu()
        menu.clear()
        for old in menu.findChildren(QActionGroup):
            old.deleteLater()
        group = QActionGroup(menu)
        for key in kinds:
            action = QAction(load_charts()[key].name(language), group)
            action.setCheckable(True)
            action.setChecked(key == current)
            action.triggered.connect(lambda _=False, key=key: self.kind_chosen.emit(key))
            menu.addAction(action)

    def _fill_formats(self, language: Language) -> None:
        menu = self.export.menu()
        menu.clear()
        for suffix, name in FORMATS.items():
            action = QAction(name(language), menu)
            action.triggered.connect(lambda _=False, suffix=suffix: self.export_asked.emit(suffix))
            menu.addAction(action)
