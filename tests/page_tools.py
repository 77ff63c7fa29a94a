"""What tests of the pages share."""

from __future__ import annotations

from dataclasses import replace

from invented import assessment, dossier, factor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.core.dossier import Dossier
from desktop.core.text import Text
from desktop.widgets.cards.words import Words

SIZE = (760, 700)


def show(page: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    page.resize(*SIZE)
    page.show()
    qtbot.waitExposed(page)
    page.repaint()


def texts(page: QWidget) -> list[str]:
    return [w.text() for w in page.findChildren(Words) if w.isVisible()]


def with_premise(**more: object) -> Dossier:
    made = dossier()
    premise = assessment("a0", "f0", "differs", "n1", premise=True)
    return replace(made, assessments=(premise, *made.assessments), **more)  # type: ignore[arg-type]


def many(count: int) -> Dossier:
    """Many factors with long titles and no numbers."""
    title = Text("很长的标题" * 12, "A very long title " * 4)
    made = [
        replace(
            factor(f"m{n}", n, "名称", "Name", "一、规则收紧"),
            title=title,
            short=title,
            summary=Text("摘要" * 60, "A long summary. " * 19),
        )
        for n in range(1, count + 1)
    ]
    return dossier(
        factors=tuple(made), tables=(), figures=(), policies=(), events=(), points=(), assessments=()
    )
