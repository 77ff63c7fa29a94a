"""Which columns a table shows, where, how wide: remembered by the name of the table."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.services.preferences import Preferences
from desktop.widgets.table.view import TableView

PLACE = "layout/table/"
_SETTLED = 400  # ms after the last change


class ColumnLayout(QObject):
    """Keeps hidden columns, order, widths (at 100 % zoom) and the frozen column of the table that is shown."""

    changed = Signal()

    def __init__(self, view: TableView, preferences: Preferences) -> None:
        """Watch ``view``."""
        super().__init__(view)
        self._view, self._preferences = view, preferences
        self._key = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLED)
        self._later.timeout.connect(self.save)
        view.columns_changed.connect(self._changed)

    def restore(self, key: str) -> None:
        """Arrange the columns of a table as they were left; an empty key remembers nothing."""
        self.save_now()
        self._key = ""
        known = self._preferences.value(PLACE + key) if key else None
        self._apply(known if isinstance(known, dict) else {})
        self._key = key

    def hide(self, col: int) -> None:
        """Hide a column, but never the last one."""
        if len(self._view.visible_columns()) > 1:
            self._view.setColumnHidden(col, True)
            self._changed(fit=True)

    def show_column(self, col: int) -> None:
        """Show a hidden column again."""
        self._view.setColumnHidden(col, False)
        self._changed(fit=True)

    def freeze(self, on: bool) -> None:
        """Freeze the first column, or let it go."""
        self._view.frozen.freeze(on)
        self._changed()

    @property
    def is_changed(self) -> bool:
        """Whether columns are hidden, moved, sized or frozen by hand."""
        return bool(self._state())

    def reset(self) -> None:
        """Show every column in its place, sized anew."""
        self._apply({})
        self._view.fit_columns(anew=True)
        self._changed()

    def save_now(self) -> None:
        """Save a change that is still waiting."""
        if self._later.isActive():
            self._later.stop()
            self.save()

    def save(self) -> None:
        """Remember the columns."""
        if self._key:
            self._preferences.set_value(PLACE + self._key, self._state())

    def _changed(self, *, fit: bool = False) -> None:
        if fit:
            self._view.fit_columns()
        self._view.frozen.place()
        self._later.start()
        self.changed.emit()

    def _names(self) -> list[str]:
        frame = self._view.frame
        return [] if frame is None else [str(name) for name in frame.frame.data.columns]

    def _state(self) -> dict[str, object]:
        view, names = self._view, self._names()
        header, zoom = view.heading, self._preferences.zoom
        order = [header.logicalIndex(place) for place in range(header.count())]
        hidden = [names[col] for col in range(len(names)) if view.isColumnHidden(col)]
        widths = {names[col]: round(width * 100 / zoom) for col, width in view.own_widths().items()}
        state: dict[str, object] = {"hidden": hidden, "widths": widths, "frozen": view.frozen.is_on}
        if order != sorted(order):
            state["order"] = [names[col] for col in order]
        return {key: value for key, value in state.items() if value}

    def _apply(self, state: dict[str, object]) -> None:
        """Arrange the columns; names that the table does not have are passed over."""
        view, header = self._view, self._view.heading
        column = {name: col for col, name in enumerate(self._names())}
        hidden, widths, order = (state.get(key) for key in ("hidden", "widths", "order"))
        for name, col in column.items():
            view.setColumnHidden(col, isinstance(hidden, list) and name in hidden)
        if column and not view.visible_columns():
            view.setColumnHidden(0, False)
        wanted = [column[n] for n in order if n in column] if isinstance(order, list) else []
        for place, col in enumerate([*wanted, *(c for c in column.values() if c not in wanted)]):
            header.moveSection(header.visualIndex(col), place)
        if isinstance(widths, dict):
            for name, width in widths.items():
                if name in column and isinstance(width, int) and width > 0:
                    view.set_width(column[name], round(width * self._preferences.zoom / 100))
        view.frozen.freeze(bool(state.get("frozen")))
        view.fit_columns()
