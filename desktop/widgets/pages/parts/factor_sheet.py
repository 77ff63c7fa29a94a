"""One factor with everything that it rests on, built step by step so that no step holds up the window."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.key_figures import key_figures
from desktop.core.record import Record
from desktop.core.text import Language, Text
from desktop.services.context import Context
from desktop.services.theme import Theme
from desktop.widgets.cards.dress import Dressed, dress
from desktop.widgets.cards.flow_layout import CardGrid
from desktop.widgets.cards.key_figure import KeyFigureTile
from desktop.widgets.cards.text_label import TextLabel
from desktop.widgets.pages.parts.factor_head import FactorHead
from desktop.widgets.pages.parts.factor_lists import FactorLists
from desktop.widgets.pages.scroll import ScrollPage

if TYPE_CHECKING:
    from desktop.widgets.cards.card import Card
    from desktop.widgets.cards.sheet import Sheet
    from desktop.widgets.pages.parts.factor_evidence import FactorEvidence

NARROWEST, WIDEST, MOST = 176, 320, 4
NO_FIGURES = Text("这一节没有数字，所以没有图表。", "This section has no numbers, so there is no chart.")


class FactorSheet(ScrollPage):
    """Starts with head and key figures; each ``step`` adds what comes next below, so that nothing jumps.

    ``chosen`` carries the id of an item that was clicked, ``seen`` says that the first paint is over.
    """

    chosen = Signal(str)
    seen = Signal()

    def __init__(self, ctx: Context, dossier: Dossier, factor: Factor, parent: QWidget | None = None) -> None:
        """Build what the first frame shows."""
        super().__init__(ctx, parent)
        self.factor = factor
        self._dossier, self._record = dossier, ctx.workspace.record
        self.evidence: FactorEvidence | None = None
        self.complete = False
        self._item, self._sought = "", False
        self._places: defaultdict[str, list[Card | Sheet]] = defaultdict(list)
        self._marked: list[Card | Sheet] = []
        self.column.addStretch(1)
        self._top, self._lists = self._begin()
        self._steps = self._build()
        self.restyle()

    def is_of(self, dossier: Dossier, record: Record) -> bool:
        """Whether it was made from exactly these."""
        return self._dossier is dossier and self._record is record

    def step(self) -> None:
        """Build one more part; where an item stands is known when all are there."""
        self.complete = next(self._steps, None) is None
        self._mark()
        if self.complete:
            QTimer.singleShot(0, self, self._seek)

    def renew(self, dossier: Dossier, factor: Factor) -> None:
        """Show what an edit made of the factor, where the reader stands; the charts it left alone stay."""
        self.factor = factor
        self._dossier, self._record = dossier, self.ctx.workspace.record
        place = self.area.verticalScrollBar().value()
        self._places.clear()
        self._marked = []
        kept = self.evidence if self.complete else None
        if kept is not None and not kept.renew(dossier, factor, self._record):
            kept = None
        for old in (*self._top, self._lists):
            old.hide()
            old.deleteLater()
        if kept is None and self.evidence is not None:
            self.evidence.retire()
        self._top, self._lists = self._begin()
        self.evidence, self.complete = kept, False
        self._steps = self._build()
        while not self.complete:
            self.step()
        self.stay(place)

    def show_edited(self) -> None:
        """The page asks for ``renew``, or for another sheet."""

    def look_at(self, item_id: str) -> None:
        """Mark an item and scroll to what shows it, as soon as that has its place."""
        self._item, self._sought = item_id, True
        turned = self._mark()
        if self.complete and not turned:
            self._seek()
        elif self.complete:
            QTimer.singleShot(0, self, self._seek)

    def lay_out(self, size: QSize) -> None:
        """Do now what showing a hidden sheet in a size would do."""
        self.resize(size)
        self.grab(QRect(0, 0, 1, 1))

    def draw(self) -> None:
        """The first paint is over: the rest may come."""
        self.seen.emit()

    def _mark(self) -> bool:
        """Mark what shows the item; True when another table had to be shown for it."""
        for marked in self._marked:
            marked.set_current(False)
        self._marked = self._places.get(self._item, [])
        for marked in self._marked:
            marked.set_current(True)
        return self.evidence is not None and self.evidence.mark(self._item)

    def _seek(self) -> None:
        """Bring into view what was asked for last, once."""
        inside = self.evidence.part_of(self._item) if self.evidence is not None else None
        part: QWidget | None = self._marked[0] if self._marked else inside
        if part is not None and self._sought and self.complete and self.isVisible():
            self._sought = False
            QCoreApplication.sendEvent(self.area, QEvent(QEvent.Type.LayoutRequest))  # its length may be new
            self.bring(part)

    def _begin(self) -> tuple[tuple[QWidget, ...], FactorLists]:
        """Make what stands at the top, and the lists, which are empty as yet."""
        tiles = Tiles(self._dossier, self.factor, self.chosen.emit, self._places)
        top = (FactorHead(self._dossier, self.factor), tiles)
        for place, part in enumerate(top):
            dress(part, self.theme, self.language)
            self.column.insertWidget(place, part)
        return top, FactorLists(self.chosen.emit, self._consult, self._places)

    def _consult(self, entry: str) -> None:
        self.ctx.selection.show(replace(self.ctx.selection.focus, page="register", entry=entry))

    def _build(self) -> Iterator[bool]:
        """Make the parts from top to bottom; charts and tables load their libraries here."""
        from desktop.widgets.pages.parts.factor_evidence import FactorEvidence

        dossier, record = self._dossier, self._record
        if self.evidence is None:
            self.evidence = FactorEvidence(self.ctx)
            self.evidence.chosen.connect(self.chosen)
            self._add(self.evidence)
            yield from self.evidence.fill(dossier, self.factor, record)
        self._add(self._lists)
        for parts in self._lists.fill(dossier, self.factor, record):
            for part in parts:
                dress(part, self.theme, self.language)
            yield True

    def _add(self, part: QWidget) -> None:
        self.column.insertWidget(self.column.count() - 1, part)


class Tiles(QWidget, Dressed):
    """The key figures, or that there are none."""

    def __init__(
        self,
        dossier: Dossier,
        factor: Factor,
        choose: Callable[[str], None],
        places: defaultdict[str, list[Card | Sheet]],
    ) -> None:
        """Note in ``places`` which tile stands for which item."""
        super().__init__()
        self._grid = CardGrid(NARROWEST, MOST, WIDEST, self)
        figures = key_figures(dossier, factor)
        if not figures:
            self._grid.addWidget(TextLabel(NO_FIGURES, colour="muted"))
        for figure in figures:
            tile = KeyFigureTile(figure)
            tile.clicked.connect(partial(choose, figure.items[-1]))
            self._grid.addWidget(tile)
            for item_id in figure.items:
                places[item_id].append(tile)

    def dress(self, theme: Theme, language: Language) -> None:
        """Follow the zoom."""
        self._grid.setSpacing(theme.px(10))
        self._grid.set_widths(theme.px(NARROWEST), theme.px(WIDEST))
