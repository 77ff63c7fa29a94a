"""The pages in the middle, each made when it is first shown."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.core.focus import Focus
from desktop.services.context import Context
from desktop.widgets.pages.base import PageSpec
from desktop.widgets.panel import Panel


class PageStack(Panel):
    """Shows the page that the focus names; an unknown one is the first."""

    def __init__(self, ctx: Context, specs: list[PageSpec], parent: QWidget | None = None) -> None:
        """``specs`` in the order of the tabs; empty until ``show_focus``."""
        super().__init__(ctx, parent)
        self._specs = {spec.key: spec for spec in specs}
        self._made: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
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
        if key not in self._made:
            self._made[key] = self._specs[key].factory(self.ctx, self._stack)
            self._made[key].resize(self._stack.size())  # or it would be laid out for another size first
            self._stack.addWidget(self._made[key])
        self._stack.setCurrentWidget(self._made[key])
