"""The pages in the middle, each made when it is first shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.core.focus import Focus
from desktop.services.context import Context
from desktop.widgets.pages.base import PageSpec
from desktop.widgets.panel import Panel

QUIET = 1000
"""Milliseconds on one page before others are made ahead."""


class PageStack(Panel):
    """Shows the page that the focus names; an unknown one is the first."""

    def __init__(self, ctx: Context, specs: list[PageSpec], parent: QWidget | None = None) -> None:
        """``specs`` in the order of the tabs; empty until ``show_focus``."""
        super().__init__(ctx, parent)
        self._specs = {spec.key: spec for spec in specs}
        self._made: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        ctx.selection.followed.connect(self._settle)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._make_ahead)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    @property
    def current(self) -> QWidget | None:
        """The page that is shown."""
        return self._stack.currentWidget()

    def show_focus(self, focus: Focus) -> None:
        """Show the page, making it first if need be."""
        key = focus.page if focus.page in self._specs else next(iter(self._specs), "")
        if not key:
            return
        page = self._page(key)
        if page is not self.current and isinstance(page, Panel):
            page.show_focus(focus)  # before it is shown: what it showed last would be laid out in vain
        self._stack.setCurrentWidget(page)
        self._quiet.start(QUIET)

    def _page(self, key: str) -> QWidget:
        if key not in self._made:
            self._made[key] = self._specs[key].factory(self.ctx, self._stack)
            self._made[key].resize(self._stack.size())  # or it would be laid out for another size first
            self._stack.addWidget(self._made[key])
        return self._made[key]

    def _make_ahead(self) -> None:
        if self.isVisible():
            for key, spec in self._specs.items():
                if spec.ahead:
                    self._page(key)

    def _settle(self) -> None:
        """Lay everything out now: a chart has the window painted as soon as it changes, and again after layouts."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
