"""One factor with everything that it rests on, from its figures to what the record says."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.focus import Focus
from desktop.core.key_figures import key_figures
from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.cards.dress import dress
from desktop.widgets.cards.flow_layout import CardGrid
from desktop.widgets.cards.key_figure import KeyFigureTile
from desktop.widgets.cards.words import Words
from desktop.widgets.pages.parts.factor_head import FactorHead
from desktop.widgets.pages.parts.factor_lists import FactorLists
from desktop.widgets.pages.scroll import ScrollPage

if TYPE_CHECKING:
    from desktop.widgets.cards.card import Card
    from desktop.widgets.cards.sheet import Sheet
    from desktop.widgets.pages.parts.factor_evidence import FactorEvidence

KEY = "factor"
NARROWEST, WIDEST, MOST = 176, 420, 4
NO_FIGURES = Text("这一节没有数字，所以没有图表。", "This section has no numbers, so there is no chart.")


class FactorPage(ScrollPage):
    """Made anew only when another factor is shown; a selection within it changes properties."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty; charts and tables come after the first paint."""
        super().__init__(ctx, parent)
        self._shown: tuple[Dossier, str] | None = None
        self._places: dict[str, list[Card | Sheet]] = {}
        self._marked: list[Card | Sheet] = []
        self._top, self._rest = QWidget(), QWidget()
        self.evidence: FactorEvidence | None = None
        self._holder = QVBoxLayout()
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._catch_up)
        self.column.addWidget(self._top)
        self.column.addLayout(self._holder)
        self.column.addWidget(self._rest)
        self.column.addStretch(1)
        self.refresh()

    def show_focus(self, focus: Focus) -> None:
        """Show the factor of the focus, and mark the item in it."""
        if focus.page != KEY or self.dossier is None:
            return
        factor = self._factor(focus)
        if factor is not None and self._shown != (self.dossier, factor.id):
            if self._shown is not None and self.isVisible():
                self._later.start(0)  # whoever runs through the tree by keys waits for the last one only
                return
            self._fill(self.dossier, factor)
        for part in self._marked:
            part.set_current(False)
        self._marked = self._places.get(focus.item, [])
        for part in self._marked:
            part.set_current(True)
        self._bring(focus)

    def _catch_up(self) -> None:
        """Show the factor that the focus has come to."""
        focus = self.ctx.selection.focus
        factor = self._factor(focus) if self.dossier is not None else None
        if self.dossier is not None and factor is not None and focus.page == KEY:
            self._fill(self.dossier, factor)
            self.show_focus(focus)

    def _factor(self, focus: Focus) -> Factor | None:
        """The factor of the focus, or the first reason where none is chosen."""
        assert self.dossier is not None
        chosen = self.dossier.item(focus.factor)
        if isinstance(chosen, Factor):
            return chosen
        return next(iter((*self.dossier.reasons, *self.dossier.factors)), None)

    def _fill(self, dossier: Dossier, factor: Factor) -> None:
        """Make the page of another factor."""
        self._shown = (dossier, factor.id)
        self._places, self._marked = {}, []
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(14))
        column.addWidget(FactorHead(dossier, factor))
        column.addWidget(self._tiles(dossier, factor))
        lists = FactorLists(dossier, factor, self.ctx.workspace.record, self._choose)
        for item_id, sheets in lists.places.items():
            self._places.setdefault(item_id, []).extend(sheets)
        for old, new in ((self._top, top), (self._rest, lists)):
            dress(new, self.theme, self.language)
            self.column.replaceWidget(old, new)
            old.hide()
            old.deleteLater()
        self._top, self._rest = top, lists
        self.area.verticalScrollBar().setValue(0)
        if self.evidence is not None:
            self.evidence.show_factor(dossier, factor)
        else:
            QTimer.singleShot(0, self, self._prove)
        self._order()

    def _tiles(self, dossier: Dossier, factor: Factor) -> QWidget:
        figures = key_figures(dossier, factor)
        if not figures:
            return Words(NO_FIGURES, colour="muted")
        holder = QWidget()
        grid = CardGrid(self.theme.px(NARROWEST), MOST, self.theme.px(WIDEST), holder)
        grid.setSpacing(self.theme.px(10))
        for figure in figures:
            tile = KeyFigureTile(figure)
            tile.clicked.connect(partial(self._choose, figure.items[-1]))
            grid.addWidget(tile)
            for item_id in figure.items:
                self._places.setdefault(item_id, []).append(tile)
        return holder

    def _prove(self) -> None:
        """Make the panels of charts and tables, whose libraries take long to load."""
        from desktop.widgets.pages.parts.factor_evidence import FactorEvidence

        if self.evidence is None and self._shown is not None:
            self.evidence = FactorEvidence(self.ctx)
            self.evidence.chosen.connect(self._choose)
            self.evidence.drawn.connect(self._order)
            self._holder.addWidget(self.evidence)
            dossier, factor_id = self._shown
            factor = dossier.item(factor_id)
            if isinstance(factor, Factor):
                self.evidence.show_factor(dossier, factor)
            self.evidence.show_focus(self.ctx.selection.focus)
            self._order()

    def _order(self) -> None:
        self.order_tabs(self._top, self.evidence, self._rest)

    def _bring(self, focus: Focus) -> None:
        """Scroll to what stands for the item, unless it is in view."""
        inside = self.evidence.part_of(focus.item) if self.evidence is not None else None
        part = self._marked[0] if self._marked else inside
        if part is not None:
            QTimer.singleShot(0, part, partial(self.bring, part))

    def _choose(self, item_id: str) -> None:
        if self.dossier is not None:
            there = self.ctx.selection.focus.on(self.dossier, item_id)
            self.ctx.selection.show(replace(there, dossier=self.dossier.id, page=KEY))
