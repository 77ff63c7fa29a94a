"""Writes what the real window shows at its start as plain JSON, so that the skeleton can show the same.

Usage: python -m benchmarks.texts FILE. Texts, colours and sizes are taken over, none of our objects.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget

from desktop.app.compose import compose
from desktop.app.main import make_app
from desktop.models.factor_tree import FactorTreeModel, Line
from desktop.models.roles import Role
from desktop.widgets.cards.badge import Badge
from desktop.widgets.cards.premise_banner import PremiseBanner
from desktop.widgets.cards.reason_card import ReasonCard
from desktop.widgets.main_window import MainWindow
from desktop.widgets.status_bar import StatusBar
from desktop.widgets.top_bar import TopBar
from desktop.widgets.tree_panel import TreePanel


def seen(window: MainWindow) -> dict[str, Any]:
    """Return every text of the window at its start."""
    theme, page = window.ctx.ui.theme(), window.pages.current
    assert page is not None
    tree = window.findChildren(TreePanel)[0]
    model = tree.findChildren(FactorTreeModel)[0]
    banner = window.findChildren(PremiseBanner)[0]
    return {
        "size": [window.width(), window.height()],
        "title": window.windowTitle(),
        "colours": theme.tokens,
        "palette": theme.palette,
        "menus": [[a.text(), _menu(a.menu())] for a in window.menuBar().actions()],  # type: ignore[arg-type]
        "top": [b.text() if b.objectName() != "icon" else "" for b in _of(window, TopBar, QToolButton)],
        "filter": tree.filter.placeholderText(),
        "tree": [_line(model, model.index(row, 0)) for row in range(model.rowCount())],
        "page": [label.text() for label in page.findChildren(QLabel)[:2]],
        "banner": {
            "tone": banner.findChildren(Badge)[0]._face.tone,
            "badge": banner.findChildren(Badge)[0].accessibleName(),
            "labels": [label.text() for label in banner.findChildren(QLabel) if not label.isHidden()],
            "links": [link.text() for link in banner.findChildren(QToolButton)],
        },
        "cards": [_card(card) for card in page.findChildren(ReasonCard)],
        "status": [part.text() for kind in (QLabel, QToolButton) for part in _of(window, StatusBar, kind)],
    }


def _of(window: MainWindow, panel: type[QWidget], kind: type[Any]) -> list[Any]:
    return [part for one in window.findChildren(panel) for part in one.findChildren(kind)]


def _menu(menu: QMenu) -> list[Any]:
    """Texts and keys of a menu; None is a separator, a pair a menu below it."""
    found: list[Any] = []
    for action in menu.actions():
        below = action.menu()
        if action.isSeparator():
            found.append(None)
        elif isinstance(below, QMenu):
            found.append([action.text(), _menu(below)])
        else:
            found.append({"text": action.text(), "keys": _keys(action), "check": action.isCheckable()})
    return found


def _keys(action: QAction) -> list[str]:
    return [key.toString(QKeySequence.SequenceFormat.PortableText) for key in action.shortcuts()]


def _line(model: FactorTreeModel, index: QModelIndex) -> dict[str, Any]:
    line: Line = index.data(Role.LINE)
    return {
        "kind": line.kind,
        "name": line.name,
        "values": list(line.values),
        "pills": [
            [f"{pill.mark} {pill.count}" if pill.count else pill.mark, pill.tone] for pill in line.pills
        ],
        "series": line.series,
        "below": [_line(model, model.index(row, 0, index)) for row in range(model.rowCount(index))],
    }


def _card(card: ReasonCard) -> dict[str, Any]:
    face, language = card.face, card.language
    return {
        "series": face.series,
        "name": face.name(language),
        "value": face.value(language),
        "measure": face.measure(language),
        "summary": face.summary(language),
        "counts": face.counts[0](language),
        "badges": [[b.text(language), b.short(language), b.tone] for b in face.badges],
    }


def main() -> int:
    """Write the file named on the command line."""
    window = compose(make_app())
    window.show()
    Path(sys.argv[1]).write_text(json.dumps(seen(window), ensure_ascii=False, indent=1), encoding="utf-8")
    window.ctx.jobs.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
