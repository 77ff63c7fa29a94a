"""The register as a list: what fits the filters, in the order asked for, worded when it is seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QCollator,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.core.policy import STATUS_MARKS, STATUSES, RegisterEntry
from desktop.core.record import NO_LAYER, Record
from desktop.core.register.find import (
    CORRECTED,
    MINE,
    ORIGINS,
    SHIPPED,
    Asked,
    Searchable,
    Stretch,
    dated,
    needles,
    stretches,
)
from desktop.core.register.force import STATES, Force, force_of, state_of
from desktop.core.text import Language, Text
from desktop.models.roles import Role

Index = QModelIndex | QPersistentModelIndex
_NOTHING = QModelIndex()
SORTS: dict[str, Text] = {
    "newest": Text("最新在前", "Newest first"),
    "oldest": Text("最早在前", "Oldest first"),
    "title": Text("按标题", "By title"),
    "number": Text("按文号", "By number"),
    "issuer": Text("按发布机关", "By issuer"),
    "status": Text("按状态", "By status"),
}
BETWEEN = " · "


class Marked(NamedTuple):
    """A text and the stretches of it that match."""

    text: str
    found: tuple[Stretch, ...] = ()


class RegisterLine(NamedTuple):
    """What a delegate paints: texts in one language, the status, whose it is, when it is in force, and that day."""

    title: Marked
    meta: Marked
    excerpt: Marked
    status: str
    mark: str
    tone: str
    origin: str
    moved: bool
    force: Force | None
    dated: date | None
    state: str
    used: int


class RegisterList(QAbstractListModel):
    """Shows a version of the register; ``ask`` narrows, ``order_by`` sorts, ``look_at`` moves the day."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.found: tuple[RegisterEntry, ...] = ()
        self.asked, self.sorted_by = Asked(), "newest"
        self.day = date.min
        self._record = Record((), ())
        self.search = Searchable((), NO_LAYER)
        self._language: Language = "zh"
        self._used: dict[str, int] = {}
        self._rows: dict[str, int] = {}

    def show(self, record: Record, used: dict[str, int], language: Language) -> None:
        """List another version of the register; ``used`` counts the mentions of each entry."""
        self.beginResetModel()
        if record is not self._record:
            self.search = Searchable(record.register, record.layer)
        self._record, self._used, self._language = record, used, language
        self._arrange()
        self.endResetModel()

    def ask(self, asked: Asked) -> None:
        """List only what is asked for."""
        if asked != self.asked:
            self.beginResetModel()
            self.asked = asked
            self._arrange()
            self.endResetModel()

    def order_by(self, sort: str) -> None:
        """Sort by one of SORTS."""
        self.beginResetModel()
        self.sorted_by = sort
        self._arrange()
        self.endResetModel()

    def look_at(self, day: date) -> None:
        """Word the rows for another day; which rows there are stays."""
        self.day = day
        if self.found:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.found) - 1, 0))

    def index_of(self, entry_id: str) -> QModelIndex:
        """Return the row of an entry; invalid when it is not listed."""
        return self.index(self._rows.get(entry_id, -1), 0)

    def entry_at(self, index: Index) -> RegisterEntry | None:
        """Return the entry of a row."""
        return self.found[index.row()] if index.isValid() and index.row() < len(self.found) else None

    def rowCount(self, parent: Index = _NOTHING) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line to paint, the id, the title, or the text for a screen reader."""
        entry = self.entry_at(index)
        if entry is None:
            return None
        match role:
            case Role.ITEM:
                return entry.id
            case Role.LINE:
                return self.line(entry)
            case Qt.ItemDataRole.DisplayRole:
                return entry.title(self._language)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                line = self.line(entry)
                whose = "" if line.origin == SHIPPED else ORIGINS[line.origin](self._language)
                state = STATES[line.state](self._language) if self.day != date.min else ""
                parts = (line.title.text, line.meta.text, line.status, whose, state, line.excerpt.text)
                apart = "\n" if role == Qt.ItemDataRole.ToolTipRole else self._comma
                return apart.join(part for part in parts if part)
        return None

    def line(self, entry: RegisterEntry) -> RegisterLine:
        """Return a row in words."""
        language, wanted = self._language, needles(self.asked.words)
        when = dated(entry)
        parts = (when.isoformat() if when else "", entry.number, entry.issuer(language))
        title, meta = entry.title(language), BETWEEN.join(part for part in parts if part)
        excerpt = self.search.excerpt(entry.id, self.asked.words, language)
        mark, tone = STATUS_MARKS[entry.status]
        return RegisterLine(
            Marked(title, stretches(title, wanted)),
            Marked(meta, stretches(meta, wanted)),
            Marked(excerpt, stretches(excerpt, wanted)),
            STATUSES[entry.status](language),
            mark,
            tone,
            self.search.origin(entry.id),
            any(one.has_moved for one in self._record.layer.of(entry.id).values()),
            force_of(entry, self.search.entries),
            when,
            state_of(entry, self.day, self.search.entries),
            self._used.get(entry.id, 0),
        )

    @property
    def counts(self) -> dict[str, int]:
        """How many entries are shipped, corrected and own."""
        found = [self.search.origin(i) for i in self.search.entries]
        return {key: found.count(key) for key in (SHIPPED, CORRECTED, MINE)}

    def states(self) -> dict[str, int]:
        """Return how many of the listed entries were in each state on the day."""
        counts: dict[str, int] = {}
        for entry in self.found:
            state = state_of(entry, self.day, self.search.entries)
            counts[state] = counts.get(state, 0) + 1
        return counts

    @property
    def _comma(self) -> str:
        return "，" if self._language == "zh" else ", "

    def _arrange(self) -> None:
        found = list(self.search.find(self.asked))
        found.sort(key=lambda e: dated(e) or date.min, reverse=self.sorted_by != "oldest")
        if self.sorted_by == "status":
            order = list(STATUSES)
            found.sort(key=lambda e: order.index(e.status))
        elif self.sorted_by in ("title", "number", "issuer"):
            found.sort(key=self._words_key())
        self.found = tuple(found)
        self._rows = {entry.id: row for row, entry in enumerate(self.found)}

    def _words_key(self) -> Callable[[RegisterEntry], tuple[bool, object]]:
        """Return the key of a sort by words: Chinese by pinyin, numbers by their value, nothing last."""
        collator = QCollator(QLocale(QLocale.Language.Chinese) if self._language == "zh" else QLocale("en"))
        collator.setNumericMode(True)

        def key(entry: RegisterEntry) -> tuple[bool, object]:
            said = {"title": entry.title(self._language), "number": entry.number,
                    "issuer": entry.issuer(self._language)}[self.sorted_by]  # fmt: skip
            return not said, collator.sortKey(said)

        return key
