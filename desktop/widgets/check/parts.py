"""The parts of the check page and how they stand: list and coverage at the left, the finding at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from desktop.core.text import Text
from desktop.models.audit_list import AuditList
from desktop.services.context import Context
from desktop.widgets.check.coverage import CoveragePanel
from desktop.widgets.check.head import CheckHead
from desktop.widgets.check.list_view import AuditListView
from desktop.widgets.check.side import FindingSide
from desktop.widgets.check.waiting import Waiting
from desktop.widgets.panel import Panel
from desktop.widgets.tab_order import show_part
from desktop.widgets.words import Words

SIDES = (13, 8)


class CheckParts(Panel):
    """Builds and dresses; what happens is up to the page."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Build the parts, empty."""
        super().__init__(ctx, parent)
        self.model = AuditList(self)
        self.head, self.coverage, self.waiting = CheckHead(self.model), CoveragePanel(), Waiting()
        self.view = AuditListView(self.model, self.theme, self.language)
        self.empty, self.foot = Words(size=1.08), Words("muted", 0.92)
        self.foot.setObjectName("listFoot")
        self.foot.setIndent(0)  # its line above would shift it
        self.side = FindingSide(self.theme)
        self.detail, self.ruling, self.editor = self.side.detail, self.side.ruling, self.side.editor
        self.empty.hide()
        left = QWidget()
        lists = QVBoxLayout(left)
        lists.setContentsMargins(0, 0, 0, 0)
        lists.setSpacing(0)
        left.setBackgroundRole(QPalette.ColorRole.Base)
        left.setAutoFillBackground(True)
        for part in (self.head, self.empty, self.view, self.foot, self.coverage):
            lists.addWidget(part, int(part in (self.empty, self.view)))
        self._split = QSplitter(Qt.Orientation.Horizontal)
        for number, holder in enumerate((left, self.side)):
            self._split.addWidget(holder)
            self._split.setStretchFactor(number, SIDES[number])
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.setSizes([SIDES[0] * 100, SIDES[1] * 100])
        self.cards = QStackedLayout(self)
        self.cards.addWidget(self._split)
        self.cards.addWidget(self.waiting)
        for ruled in (self.ruling, self.coverage):
            ruled.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.coverage.setObjectName("coverage")

    def keyboard_home(self) -> QWidget:
        """Return the list: its keys are told below it."""
        return self.view

    def open_find(self) -> None:
        """Filter the list."""
        self.head.box.setFocus()
        self.head.box.selectAll()

    def restyle(self) -> None:
        """Follow theme and zoom."""
        theme, px = self.theme, self.theme.px
        for words in (self.empty, self.foot):
            words.restyle(theme)
        self.empty.setContentsMargins(px(20), px(20), px(20), px(20))
        self.foot.setContentsMargins(px(16), px(5), px(14), px(7))
        for part in (self.head, self.view, self.side):
            part.look(theme, self.language)
        if self.dossier is not None and self.dossier.found is not None:
            self.coverage.show_dossier(self.dossier, theme, self.language)

    def show_empty(self, why: Text, *, total: int) -> None:
        """Say why nothing is listed, where nothing is."""
        self.empty.setText(self.tr_(why))
        self.empty.setVisible(not total)
        self.head.offer_filters(bool(self.model.every))
        self.foot.setVisible(bool(total))
        show_part(self.view, self.head.box if self.model.every else self, shown=bool(total))
