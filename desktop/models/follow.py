"""The one place that ties what a view has selected to the window's selection, without echoes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject

from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.focus import Focus
from desktop.services.selection import Selection

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView


def reach(focus: Focus, dossier: Dossier, item_id: str) -> Focus:
    """Return where choosing an item leads: a factor to its page, another item to a page that can show it.

    The empty id is the dossier itself: its overview.
    """
    if not item_id:
        return Focus(dossier.id)
    there = replace(focus.on(dossier, item_id), dossier=dossier.id)
    is_factor = isinstance(dossier.item(item_id), Factor)
    return replace(there, page="factor") if is_factor or focus.page == "overview" else there


class Follower(QObject):
    """Keeps the current line of a view and the focus the same thing; lives as long as the view."""

    def __init__(
        self,
        view: QAbstractItemView,
        selection: Selection,
        to_item: Callable[[QModelIndex], str | None],
        from_item: Callable[[str], QModelIndex],
        lead: Callable[[str], Focus | None],
    ) -> None:
        """See ``bind``."""
        super().__init__(view)
        self._view, self._selection = view, selection
        self._to_item, self._from_item, self._lead = to_item, from_item, lead
        self._following = False
        view.selectionModel().currentChanged.connect(self._moved)
        view.clicked.connect(self._chosen)
        view.activated.connect(self._chosen)
        selection.focus_changed.connect(self.follow)

    def follow(self) -> None:
        """Make the line of the focus current; the selection hears nothing of it."""
        focus = self._selection.focus
        index = self._from_item(focus.item or focus.factor)
        if index == self._view.currentIndex():
            return
        self._following = True
        try:
            self._view.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            if index.isValid():
                self._view.scrollTo(index)
        finally:
            self._following = False

    def _moved(self, index: QModelIndex) -> None:
        # a view that is given the keyboard makes its first line current without selecting it: nothing was chosen
        if not self._following and self._view.selectionModel().isSelected(index):
            self._chosen(index)

    def _chosen(self, index: QModelIndex) -> None:
        item = self._to_item(index)
        focus = self._lead(item) if item is not None else None
        if focus is not None:
            self._selection.show(focus)


def bind(
    view: QAbstractItemView,
    selection: Selection,
    to_item: Callable[[QModelIndex], str | None],
    from_item: Callable[[str], QModelIndex],
    lead: Callable[[str], Focus | None],
) -> Follower:
    """Tie a view to the selection: moving in it shows ``lead(to_item(index))``, a focus moves the view.

    ``to_item`` gives None for a line that stands for nothing, ``from_item`` an invalid index for an item
    that the view does not show; call ``follow`` of what is returned after the model was reset.
    """
    return Follower(view, selection, to_item, from_item, lead)
