"""The first page: the premise, the reasons as cards, when it happened, how firm it is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.core.dossier import Dossier
from desktop.core.focus import Focus
from desktop.core.tally import unbroken, whole
from desktop.core.text import Text
from desktop.services.context import Context
from desktop.widgets.cards.dress import dress
from desktop.widgets.cards.flow_layout import CardGrid
from desktop.widgets.cards.premise_banner import PremiseBanner
from desktop.widgets.cards.reason_card import ReasonCard, reason_face
from desktop.widgets.cards.text_label import TextLabel
from desktop.widgets.pages.base import PAGES, PageSpec
from desktop.widgets.pages.scroll import ScrollPage

KEY = "overview"
NARROWEST, MOST = 150, 4
NARROWEST_OTHER = 260
FRAME = ("introduction", "conclusion")  # sections around the reasons; an outlook stands beside them
NO_REASONS = Text("这份档案没有列出原因。", "This dossier names no reasons.")


class OverviewPage(ScrollPage):
    """Cards are there at the first paint; the charts follow after it."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Build what does not depend on the dossier."""
        super().__init__(ctx, parent)
        self._title, self._counts = TextLabel(role="title"), TextLabel(colour="muted")
        self._top = QVBoxLayout()
        self._review: QWidget | None = None
        self._banner: PremiseBanner | None = None
        self._cards: list[ReasonCard] = []
        self._none = TextLabel(NO_REASONS, colour="muted")
        self._reasons, self._frame = QWidget(), QWidget()
        self._grid = CardGrid(NARROWEST, MOST, parent=self._reasons)
        self._others = CardGrid(NARROWEST_OTHER, MOST, parent=self._frame)
        self._charts: QWidget | None = None
        self.column.addWidget(self._title)
        self.column.addWidget(self._counts)
        self.column.addLayout(self._top)
        self.column.addWidget(self._none)
        self.column.addWidget(self._reasons)
        self.column.addWidget(self._frame)
        self.column.addStretch(1)
        self.refresh()

    def show_dossier(self) -> None:
        """Make banner and cards anew; the keyboard stays on the card where it was."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self.content.isAncestorOf(focused)
        at = focused.face.item if isinstance(focused, ReasonCard) else ""
        for old in (self._review, self._banner, *self._cards):
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        self._review, self._banner, self._cards = None, None, []
        dossier = self.dossier
        if dossier is None:
            return
        self._title.tell(dossier.title)
        self._counts.tell(unbroken(whole(dossier)))
        if dossier.is_imported:
            self._review = self._make_review(dossier)
        self._none.setVisible(not dossier.reasons)
        if dossier.premise is not None:
            self._banner = PremiseBanner(dossier.premise)
            self._banner.asked.connect(self._open)
            self._top.addWidget(self._banner)
        others = [f for f in dossier.factors if not f.is_reason]
        for factor in (*dossier.reasons, *others):
            card = ReasonCard(reason_face(dossier, factor))
            card.clicked.connect(partial(self._open, factor.id))
            (self._others if factor.kind in FRAME else self._grid).addWidget(card)
            self._cards.append(card)
        self._frame.setVisible(any(f.kind in FRAME for f in others))
        self.dress()
        if self.was_painted:  # else ``draw`` does it
            self._order()
        if inside:
            same_card = next((card for card in self._cards if card.face.item == at), None)
            (same_card or self).setFocus()

    def show_focus(self, focus: Focus) -> None:
        """Mark the card of the factor in view."""
        for card in self._cards:
            card.set_current(card.face.item == focus.factor)

    def restyle(self) -> None:
        """Follow theme and zoom."""
        for grid, narrowest in ((self._grid, NARROWEST), (self._others, NARROWEST_OTHER)):
            grid.setSpacing(self.theme.px(10))
            grid.set_narrowest(self.theme.px(narrowest))
        super().restyle()

    def draw(self) -> None:
        """Make the charts: their libraries take long to load."""
        from desktop.widgets.pages.parts.overview_charts import OverviewCharts

        if self._charts is None:
            charts = OverviewCharts(self.ctx)
            charts.drawn.connect(self._order)
            self._charts = charts
            self.column.insertWidget(self.column.indexOf(self._frame), charts)
            dress(self._charts, self.theme, self.language)
            self._order()

    def _order(self) -> None:
        self.order_tabs(self._review, self._banner, self._reasons, self._charts, self._frame)

    def _make_review(self, dossier: Dossier) -> QWidget:
        from desktop.widgets.review.note import ReviewNote  # shipped dossiers need none

        note = ReviewNote()
        note.clicked.connect(self._open_review)
        self._top.addWidget(note)  # first: what has no parent would show as a window of its own
        note.show_dossier(dossier)
        return note

    def _open_review(self) -> None:
        self.ctx.selection.show(replace(self.ctx.selection.focus, page="review"))

    def _open(self, item_id: str) -> None:
        if self.dossier is not None:
            there = self.ctx.selection.focus.on(self.dossier, item_id)
            self.ctx.selection.show(replace(there, dossier=self.dossier.id, page="factor"))


PAGES.add(KEY, PageSpec(KEY, Text("概览", "Overview"), "layout-dashboard", 0, OverviewPage))
