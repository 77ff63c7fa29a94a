"""The page of a factor: sheets that were made are kept, so that coming back costs a repaint."""

from __future__ import annotations

import sys
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.core.factor import Factor
from desktop.core.focus import Focus
from desktop.services.context import Context
from desktop.widgets.pages.parts.factor_sheet import FactorSheet
from desktop.widgets.panel import Panel

KEY = "factor"
KEPT = 12
"""So many sheets at most; an article gives seven to ten reasons."""
CALM, STEP = 500, 30
"""Milliseconds without a selection before neighbours are made ready, and between two steps of that."""
UNSEEN = 100
"""Milliseconds until a sheet is finished that is never painted, such as that of a window behind others."""
SLOW = ("desktop.charts.view", "desktop.models.frame", "desktop.store.frames")


class FactorPage(Panel):
    """Shows the sheet of a factor at once with its head, and the rest as it is made.

    While nobody does anything, the sheets of the factors beside it are made ready, step by step. What is kept
    belongs to one dossier, record, language, theme and zoom: a change of any drops all but what is in view.
    """

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(ctx, parent)
        self._sheets: dict[str, FactorSheet] = {}
        self._key = f"factor page {id(self)}"
        self._stack = QStackedLayout(self)
        self._builder, self._calm = QTimer(self), QTimer(self)
        for timer, work in ((self._builder, self._build), (self._calm, self._make_ready)):
            timer.setSingleShot(True)
            timer.timeout.connect(work)
        self.refresh()

    @property
    def sheet(self) -> FactorSheet | None:
        """The one in view."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, FactorSheet) else None

    def is_ready(self, factor_id: str) -> bool:
        """Whether all of a factor is made."""
        sheet = self._sheets.get(factor_id)
        return sheet is not None and sheet.complete and self._is_right(sheet)

    def show_dossier(self) -> None:
        """What was made for another dossier is worth nothing."""
        for factor_id in tuple(self._sheets):
            self._drop(factor_id)

    def show_edited(self) -> None:
        """Make the sheet in view anew where it stands; the others are made anew when they are wanted."""
        self._drop_hidden()
        sheet, dossier = self.sheet, self.dossier
        place = sheet.area.verticalScrollBar().value() if sheet is not None else 0
        factor = dossier.item(sheet.factor.id) if dossier is not None and sheet is not None else None
        if (
            sheet is not None
            and dossier is not None
            and isinstance(factor, Factor)
            and not self._is_right(sheet)
        ):
            sheet.renew(dossier, factor)
        self.show_focus(self.ctx.selection.focus)
        if sheet is not None and sheet is self.sheet:
            sheet.stay(place)  # after what would bring the selected item into view

    def show_focus(self, focus: Focus) -> None:
        """Show the factor of the focus, and mark the item in it."""
        self._calm.start(CALM)
        if focus.page != KEY or self.dossier is None:
            return
        factor = self._factor(focus)
        if factor is None:
            return
        sheet = self._sheet_of(factor)
        if sheet is not self.sheet:
            sheet.area.verticalScrollBar().setValue(0)
            self.setUpdatesEnabled(False)  # or each part of the sheet asks for a paint of its own
            self._stack.setCurrentWidget(sheet)
            self.setUpdatesEnabled(True)
        sheet.look_at(focus.item)
        self._go_on()

    def restyle(self) -> None:
        """Theme, zoom or font are another: the sheet in view follows, the others are made anew."""
        self._drop_hidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the sheet while the page itself has the keyboard."""
        if self.hasFocus() and self.sheet is not None:
            self.sheet.scroll_with(event)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where a hidden page stopped."""
        super().showEvent(event)
        self._go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let what is missing wait."""
        super().hideEvent(event)
        self._go_on()

    def make_ready(self) -> bool:
        """Do one step towards having a sheet of each factor; False when they are there."""
        factor = next((f for f in self._nearest()[:KEPT] if not self.is_ready(f.id)), None)
        if factor is None:
            return False
        sheet = self._sheet_of(factor)
        sheet.step()
        if sheet.complete and sheet is not self.sheet:
            sheet.lay_out(self.size())
        return True

    def _make_ready(self) -> None:
        loaded = all(module in sys.modules for module in SLOW)
        if loaded and self.window().isVisible() and self.make_ready():
            self._calm.start(STEP)

    def _nearest(self, to: str = "") -> list[Factor]:
        """The factors, by their distance from one of them, or from the one in view."""
        factors = self.dossier.factors if self.dossier is not None else ()
        centre = to or (self.sheet.factor.id if self.sheet is not None else "")
        here = next((n for n, f in enumerate(factors) if f.id == centre), 0)
        order = sorted(range(len(factors)), key=lambda n: (abs(n - here), -n))
        return [factors[n] for n in order]

    def _factor(self, focus: Focus) -> Factor | None:
        """The factor of the focus, or the first reason where none is chosen."""
        assert self.dossier is not None
        chosen = self.dossier.item(focus.factor)
        if isinstance(chosen, Factor):
            return chosen
        return next(iter((*self.dossier.reasons, *self.dossier.factors)), None)

    def _sheet_of(self, factor: Factor) -> FactorSheet:
        """Return the sheet of a factor, making it if need be."""
        assert self.dossier is not None
        kept = self._sheets.get(factor.id)
        if kept is not None and self._is_right(kept):
            return kept
        if kept is not None:
            self._drop(factor.id)
        if len(self._sheets) >= KEPT:
            hidden = {key for key, sheet in self._sheets.items() if sheet is not self.sheet}
            self._drop(next(f.id for f in reversed(self._nearest(factor.id)) if f.id in hidden))
        sheet = FactorSheet(self.ctx, self.dossier, factor, self)
        sheet.chosen.connect(self._choose)
        sheet.seen.connect(self._build)
        self._stack.addWidget(sheet)
        self._sheets[factor.id] = sheet
        return sheet

    def _go_on(self) -> None:
        """Make the rest of the sheet in view, if it is in view: first comes its first paint."""
        sheet = self.sheet
        if sheet is not None and not sheet.complete and self.isVisible():
            self._builder.start(0 if sheet.was_painted else UNSEEN)
            self.ctx.jobs.hold(self._key)
        else:
            self._builder.stop()
            self.ctx.jobs.release(self._key)

    def _build(self) -> None:
        """Make one more part of the sheet in view; the window is painted between two of them."""
        sheet = self.sheet
        if sheet is not None and not sheet.complete and self.isVisible():
            sheet.step()
        self._go_on()

    def _is_right(self, sheet: FactorSheet) -> bool:
        return self.dossier is not None and sheet.is_of(self.dossier, self.ctx.workspace.record)

    def _drop_hidden(self) -> None:
        for factor_id in [key for key, sheet in self._sheets.items() if sheet is not self.sheet]:
            self._drop(factor_id)
        self._calm.start(CALM)

    def _drop(self, factor_id: str) -> None:
        sheet = self._sheets.pop(factor_id)
        self._stack.removeWidget(sheet)
        sheet.retire()

    def _choose(self, item_id: str) -> None:
        if self.dossier is not None:
            there = self.ctx.selection.focus.on(self.dossier, item_id)
            self.ctx.selection.show(replace(there, dossier=self.dossier.id, page=KEY))
