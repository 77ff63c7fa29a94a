"""The parts of a review and how they stand: article at the left; list, form and leftovers at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QStackedLayout, QVBoxLayout, QWidget

from desktop.core.dossier import Item
from desktop.core.text import Text
from desktop.models.review_list import ReviewList
from desktop.services.context import Context
from desktop.widgets.forms.item_editor import ItemEditor
from desktop.widgets.panel import Panel
from desktop.widgets.review.article_pane import ArticlePane
from desktop.widgets.review.head import ReviewHead
from desktop.widgets.review.leftovers import Leftovers
from desktop.widgets.review.list_head import ListHead
from desktop.widgets.review.list_view import ReviewListView
from desktop.widgets.words import Words

NOT_IMPORTED = Text(
    "这份档案不是导入的，没有要审阅的内容。", "This dossier was not imported; there is nothing to review."
)
SIDES = (11, 9)
MOST = 0.72  # of the list's height that the form may take


class ReviewParts(Panel):
    """Builds and dresses; what happens is up to the page."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Build the parts, empty."""
        super().__init__(ctx, parent)
        self.model = ReviewList(self)
        self.head, self.list_head, self.leftovers = ReviewHead(), ListHead(), Leftovers()
        self.article, self.editor = ArticlePane(self.theme, self.model.tip), ItemEditor(self.theme)
        self.view = ReviewListView(self.model, self.theme, self.language)
        self.empty, self.foot, self.nothing = Words("muted"), Words("muted", 0.92), Words("muted")
        lists, side, work = QWidget(), QWidget(), QWidget()
        _stack(lists, (self.list_head, self.empty, self.view), grow=(self.empty, self.view))
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._right.addWidget(lists)
        self._right.addWidget(self.editor)
        self.editor.hide()
        _stack(side, (self._right, self.leftovers, self.foot), grow=(self._right,))
        sides = QSplitter(Qt.Orientation.Horizontal)
        for number, part in enumerate((self.article, side)):
            sides.addWidget(part)
            sides.setStretchFactor(number, SIDES[number])
        for splitter in (self._right, sides):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        _stack(work, (self.head, sides), grow=(sides,))
        for backed in (side, lists):
            backed.setBackgroundRole(QPalette.ColorRole.Base)
            backed.setAutoFillBackground(True)
        self.cards = QStackedLayout(self)
        self.cards.addWidget(work)
        self.cards.addWidget(self.nothing)

    def keyboard_home(self) -> QWidget:
        """Return the list: its keys are told below it; without anything to list, the article."""
        return self.view if self.model.order.rows else self.article.text

    def open_find(self) -> None:
        """Search in the article."""
        self.article.open_find()

    def restyle(self) -> None:
        """Follow theme and zoom."""
        theme, px = self.theme, self.theme.px
        for words in (self.empty, self.foot, self.nothing):
            words.restyle(theme)
        self.foot.setContentsMargins(px(14), px(5), px(14), px(7))
        for words in (self.empty, self.nothing):
            words.setContentsMargins(px(20), px(20), px(20), px(20))
        self.nothing.setText(self.tr_(NOT_IMPORTED))
        self.head.restyle(theme)
        self.list_head.restyle(theme)
        self.list_head.retranslate(self.language)
        for part in (self.view, self.editor, self.leftovers, self.article):
            part.look(theme, self.language)

    def open_editor(self, item: Item, *, new: bool) -> None:
        """Show the form of an item, as high as it needs, and give it the keyboard."""
        if self.dossier is None:
            return
        self.editor.edit(self.dossier, self.ctx.workspace.record, item, new=new)
        if self.editor.isHidden():
            self.editor.show()
            room = self._right.height()
            wanted = min(self.editor.wanted_height(), round(room * MOST))
            self._right.setSizes([room - wanted, wanted])
        self.editor.begin()
        self.view.scrollTo(self.view.currentIndex())

    def close_editor(self) -> None:
        """Hide the form; the list has the keyboard again."""
        self.editor.hide()
        if self.view.isVisible():
            self.view.setFocus()


def _stack(holder: QWidget, parts: Sequence[QWidget], *, grow: Sequence[QWidget]) -> None:
    """Put widgets under each other without space between; ``grow`` take what the others leave."""
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, int(part in grow))
