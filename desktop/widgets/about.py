"""What this is, in which versions, and under whose licences."""

from __future__ import annotations

import csv
import platform
from dataclasses import dataclass
from importlib import metadata

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop import __version__
from desktop.core.text import Language, Text
from desktop.services.theme import Theme
from desktop.store.paths import resource

TITLE = Text("关于归因", "About Guiyin")
WHAT = Text(
    "归因 {}\n一篇解释性文章的依据：从原因到数字、表格、政策，直到那句话。完全离线。",
    "Guiyin {}\nWhat an explanatory article rests on: from its reasons to the figures, tables, regulations "
    "and the sentence. Entirely offline.",
)
LICENCES = Text("随附的软件与许可", "What ships with it, and its licences")
TEXT = Text("许可全文", "Full text of the licence")
GONE = Text("找不到许可文件 {}。", "The licence file {} is missing.")


@dataclass(frozen=True, slots=True)
class Component:
    """A row of resources/licenses/index.csv."""

    name: str
    version: str
    licence: str
    file: str
    note: str


def components() -> list[Component]:
    """Return what ships; empty when the index is missing."""
    try:
        with resource("licenses", "index.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    except OSError:
        return []
    return [
        Component(
            row.get("component") or "",
            _version(row.get("version_source") or ""),
            row.get("licence") or "",
            row.get("file") or "",
            row.get("url_free_note") or "",
        )
        for row in rows
    ]


def versions() -> str:
    """Return the versions that matter in a report of a fault."""
    names = ("PySide6-Essentials", "pandas", "numpy", "pyqtgraph")
    parts = [f"Python {platform.python_version()}", f"Qt {qVersion()}"]
    return " · ".join(parts + [f"{name} {_version(name)}" for name in names])


class AboutDialog(QDialog):
    """Versions on top; below, the components, and the licence of the one that is chosen."""

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the first licence."""
        super().__init__(parent)
        self._language = language
        self._components = components()
        self.setWindowTitle(TITLE(language))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name, _, what = WHAT(language).format(__version__).partition("\n")
        heading, said, numbers, below = (
            QLabel(name),
            QLabel(what),
            QLabel(versions()),
            QLabel(LICENCES(language)),
        )
        font = self.font()
        font.setPixelSize(theme.px(20))
        font.setBold(True)
        heading.setFont(font)
        for label in (said, numbers):
            label.setWordWrap(True)
        numbers.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.list, self.text = QListWidget(), QPlainTextEdit()
        self.text.setReadOnly(True)
        self.list.setAccessibleName(LICENCES(language))
        self.text.setAccessibleName(TEXT(language))
        self.list.addItems([f"{c.name} {c.version}".strip() for c in self._components])
        self.list.currentRowChanged.connect(self._show)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.list, 2)
        row.addWidget(self.text, 5)
        column = QVBoxLayout(self)
        for part in (heading, said, numbers, below):
            column.addWidget(part)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        column.setSpacing(theme.px(8))
        column.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(14))
        em = self.fontMetrics().height()
        self.resize(46 * em, 34 * em)
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        chosen = self._components[row]
        try:
            licence = resource("licenses", chosen.file).read_text(encoding="utf-8")
        except OSError:
            licence = GONE(self._language).format(chosen.file)
        head = f"{chosen.name} {chosen.version}".strip() + f"\n{chosen.licence}"
        self.text.setPlainText("\n\n".join(part for part in (head, chosen.note, licence) if part))


def _version(distribution: str) -> str:
    """Return an installed version; "" for what is no distribution."""
    if not distribution:
        return ""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""
