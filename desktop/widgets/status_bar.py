"""The line under everything: what the dossier holds, that nothing goes online, the size of the text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from desktop.core.tally import whole
from desktop.core.text import DOT, Text
from desktop.services.context import Context
from desktop.services.preferences import ZOOM_STEPS
from desktop.widgets.elided import Elided
from desktop.widgets.menu_button import MenuButton
from desktop.widgets.panel import Panel

NOTHING = Text("没有打开的档案", "No dossier is open")
OFFLINE = Text("离线", "Offline")
OFFLINE_TIP = Text("本程序从不连接网络", "This application never connects to a network")
ZOOM = Text("文字大小", "Size of text")


class StatusBar(Panel):
    """Counts on the left; the rest on the right."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Show what is open."""
        super().__init__(ctx, parent)
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._counts, self._offline = Elided(), QLabel()
        self._zoom = MenuButton(self._fill_zoom)
        self._row = QHBoxLayout(self)
        for part in (self._counts, self._offline, self._zoom):
            self._row.addWidget(part, 1 if part is self._counts else 0)
            part.setFocusPolicy(
                Qt.FocusPolicy.NoFocus if isinstance(part, QLabel) else Qt.FocusPolicy.StrongFocus
            )
        self.refresh()

    def show_dossier(self) -> None:
        """Count what the dossier holds."""
        dossier = self.dossier
        text = NOTHING
        if dossier is not None:
            text = DOT.join([dossier.product, whole(dossier)])
        self._counts.show_text(self.tr_(text))

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        self.show_dossier()
        self._offline.setText(self.tr_(OFFLINE))
        self._offline.setToolTip(self.tr_(OFFLINE_TIP))
        self._zoom.setToolTip(self.tr_(ZOOM))
        self._zoom.setAccessibleName(self.tr_(ZOOM))

    def restyle(self) -> None:
        """Follow the zoom."""
        theme = self.theme
        self._zoom.setText(f"{self.ctx.preferences.zoom}%")
        self._row.setContentsMargins(theme.px(12), theme.px(1), theme.px(8), theme.px(1))
        self._row.setSpacing(theme.px(4))

    def _fill_zoom(self, menu: QMenu) -> None:
        for percent in ZOOM_STEPS:
            line = menu.addAction(f"{percent}%", partial(self.ctx.preferences.set_zoom, percent))
            line.setCheckable(True)
            line.setChecked(percent == self.ctx.preferences.zoom)
