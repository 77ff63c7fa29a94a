"""The pages in the middle, each made when it is first shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.core.focus import Focus
from desktop.services.context import Context
from desktop.widgets.pages.base import PageSpec
from desktop.widgets.panel import Panel
from desktop.widgets.tab_order import go_home

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

    def retranslate(self) -> None:
        """Name the pages in the language of the window."""
        for key in self._made:
            self._name(key)

    def show_dossier(self) -> None:
        """What had the keyboard may go with the old dossier: then the page in view gets it."""
        if self._holds_keyboard():
            QTimer.singleShot(0, self, self._take_keyboard)

    def show_focus(self, focus: Focus) -> None:
        """Show the page, making it first if need be."""
        key = focus.page if focus.page in self._specs else next(iter(self._specs), "")
        if not key:
            return
        page = self._page(key)
        changes = page is not self.current
        if changes and isinstance(page, Panel):
            page.show_focus(focus)  # before it is shown: what it showed last would be laid out in vain
        held = changes and self._holds_keyboard()
        self._stack.setCurrentWidget(page)
        if held:  # Qt would give the keyboard to whatever comes after what is hidden now
            go_home(page)
        self._quiet.start(QUIET)

    def _page(self, key: str) -> QWidget:
        if key not in self._made:
            self._made[key] = self._specs[key].factory(self.ctx, self._stack)
            self._made[key].resize(self._stack.size())  # or it would be laid out for another size first
            self._stack.addWidget(self._made[key])
            self._name(key)
        return self._made[key]

    def _name(self, key: str) -> None:
        self._made[key].setAccessibleName(self.tr_(self._specs[key].title))

    def _holds_keyboard(self) -> bool:
        """Whether the keyboard is in the column of the pages."""
        focused, column = self.window().focusWidget(), self.parentWidget() or self
        return focused is not None and column.isAncestorOf(focused)

    def _take_keyboard(self) -> None:
        if self.current is not None and not self._holds_keyboard():
            go_home(self.current)

    def _make_ahead(self) -> None:
        if self.isVisible():
            for key, spec in self._specs.items():
                if spec.ahead:
                    self._page(key)

    def _settle(self) -> None:
        """Lay everything out now: a chart has the window painted as soon as it changes, and again after layouts."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
