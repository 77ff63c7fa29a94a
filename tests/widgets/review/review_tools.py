"""What the tests of the review share."""

from __future__ import annotations

from invented import entry
from page_tools import to_front
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.core.dossier import Dossier
from desktop.core.focus import Focus
from desktop.core.record import Record
from desktop.services.context import Context
from desktop.widgets.forms.item_editor import ItemEditor
from desktop.widgets.review.page import ReviewPage


def page_on(ctx: Context, qtbot: QtBot, case: Dossier) -> ReviewPage:
    ctx.workspace._record = Record((entry(),), ())
    ctx.workspace.show(case)
    ctx.selection.show(Focus(case.id, "review"))
    made = ReviewPage(ctx)
    to_front(made, qtbot)
    made.view.setFocus()
    return made


def status(page: ReviewPage, item: str) -> str:
    assert page.dossier is not None
    return page.dossier.status_of(item)


def type_words(editor: ItemEditor, key: str, words: str) -> None:
    box = editor.fields[key].box
    if isinstance(box, QComboBox):
        box.setEditText(words)
    else:
        box.setText(words)  # QTest types only ASCII
        box.textEdited.emit(words)
