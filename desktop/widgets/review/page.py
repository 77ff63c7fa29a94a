"""The review of an import: what its parts ask for is done here, and what follows from it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.core.dossier import Dossier, Item
from desktop.core.focus import Focus
from desktop.core.text import DOT, Text
from desktop.models.follow import bind
from desktop.models.review_order import Step, Wanted
from desktop.services.context import Context
from desktop.widgets.review.desk import ReviewDesk
from desktop.widgets.review.parts import ReviewParts
from desktop.widgets.tab_order import show_part

KEY = "review"
NOTHING = Text(
    "在这篇文章里没有找到数字、政策、表格或章节。可以在左边选中文字，自己加进来。",
    "No figures, policies, tables or sections were found in this article. Select text at the left to add some.",
)
NO_MATCH = Text("没有符合筛选条件的内容。", "Nothing passes the filter.")
PLACE = Text("第 {0:,} 条，共 {1:,} 条", "{0:,} of {1:,}")
KEYS = Text(
    "Enter 接受并到下一条 · F2 改 · Delete 删 · F8 下一条存疑 · Ctrl+Z 撤销",
    "Enter accepts and goes on · F2 corrects · Delete deletes · F8 next doubtful · Ctrl+Z undoes",
)
ALL_DONE = Text("没有存疑的了", "nothing is in doubt any more")
LEFT_OPEN = Text(
    "审阅已保存，还有 {} 条存疑；随时可以回到“审阅”页继续。",
    "The review is kept; {} items are still in doubt. The page “Review” takes you back to them.",
)


class ReviewPage(ReviewParts):
    """Filled while it is shown; hidden, it waits."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        """Tie the parts together, empty."""
        super().__init__(ctx, parent)
        self.desk, self._stale = ReviewDesk(ctx), True
        self._follower = bind(self.view, ctx.selection, self.model.item_at, self.model.index_of, self._lead)
        self._connect()
        ctx.selection.followed.connect(self._begin)
        self.refresh()

    def show_dossier(self) -> None:
        """List another dossier, or the same one anew."""
        self._stale = True
        if self.isVisible():
            self._fill()

    def show_edited(self) -> None:
        """One change more or less: everything stays where it is."""
        if self._stale or self.dossier is None:
            return
        self.model.edit(self.dossier)
        self._refill(self.dossier)
        self._follower.follow()

    def show_focus(self, focus: Focus) -> None:
        """Emphasise what is selected."""
        if self.dossier is not None and not self._stale and self.isVisible():
            self.article.show_current(self.dossier, focus.item)
            self._tell()

    def retranslate(self) -> None:
        """Show the other language."""
        self.model.set_language(self.language)
        self.restyle()
        if not self._stale and self.dossier is not None and self.dossier.is_imported:
            self.article.show_article(self.dossier, self.language)
            self._refill(self.dossier)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        if self._stale:
            self._fill()
        else:
            self.show_focus(self.ctx.selection.focus)

    def step(self, step: int) -> None:
        """Select the next (1) or previous (-1) item in doubt."""
        self._choose(self.model.order.neighbour(self._current, step, Step.OPEN))

    @property
    def _current(self) -> str:
        return self.ctx.selection.focus.item

    def _connect(self) -> None:
        self.head.left.connect(self._leave)
        self.head.settled.connect(self.desk.settle)
        self.head.finished.connect(self._finish)
        self.list_head.narrowed.connect(self._narrow)
        self.list_head.sorted_by.connect(self._sort)
        self.list_head.accepted.connect(self._accept_many)
        self.list_head.box.entered.connect(self._enter_list)
        self.list_head.box.escaped.connect(self.view.setFocus)
        self.view.wanted.connect(self._do)
        self.article.chosen.connect(self._choose)
        self.article.adding.connect(self._add)
        self.leftovers.chosen.connect(self.article.select)
        self.editor.saved.connect(self._save)
        self.editor.left.connect(self.close_editor)

    def _fill(self) -> None:
        """Show the open dossier."""
        dossier = self.dossier
        imported = dossier is not None and dossier.is_imported
        self.cards.setCurrentIndex(int(not imported))
        self.close_editor()
        self._stale = False
        if dossier is None or not imported:
            self.model.show(None, self.ctx.workspace.record)
            return
        self.list_head.reset()
        self.model.narrow(self.list_head.wanted)
        self.model.show(dossier, self.ctx.workspace.record)
        self.article.show_article(dossier, self.language)
        self._refill(dossier)
        self._begin()
        self._follower.follow()
        self.keyboard_home().setFocus()

    def _begin(self) -> None:
        """Make a row current where nothing that is listed is: keys are for that row."""
        dossier, focus = self.dossier, self.ctx.selection.focus
        if self._stale or dossier is None or not self.isVisible():
            return
        if (focus.dossier, focus.page) != (dossier.id, KEY) or focus.item in self.model.order.rows:
            return
        item = self._next("")
        there = self._lead(item) if item else None
        if there is not None:
            self.ctx.selection.refine(there)

    def _refill(self, dossier: Dossier) -> None:
        """Show counts, marks and leftovers as they are now."""
        order, language = self.model.order, self.language
        self.head.show_dossier(dossier, len(order.with_status("open")), language)
        self.list_head.show_rows(dossier, list(order.rows.values()), language)
        self.leftovers.show_dossier(dossier, language)
        self.leftovers.look(self.theme, language)
        self.article.show_marks(dossier, self._current)
        self._tell()

    def _tell(self) -> None:
        """Say where the reader is in the list, or why it is empty."""
        order, total = self.model.order, self.model.rowCount()
        self.list_head.listed = order.undecided()
        self.empty.setText(self.tr_(NO_MATCH if order.rows else NOTHING))
        self.empty.setVisible(not total)
        show_part(self.view, self.list_head.box if order.rows else self.article.text, shown=bool(total))
        row = order.place(self._current)
        parts = [PLACE.format(row + 1, total)] if row >= 0 else []
        parts += [KEYS] if order.with_status("open") or not order.rows else [ALL_DONE, KEYS]
        self.foot.setText(self.tr_(DOT.join(parts)))

    def _lead(self, item: str) -> Focus | None:
        if self.dossier is None:
            return None
        return replace(self.ctx.selection.focus.on(self.dossier, item), dossier=self.dossier.id, page=KEY)

    def _choose(self, item: str) -> None:
        focus = self._lead(item) if item else None
        if focus is not None:
            self.ctx.selection.show(focus)

    def _next(self, item: str) -> str:
        """Return the next item in doubt, or else simply the next one."""
        order = self.model.order
        return order.neighbour(item, 1, Step.OPEN) or order.neighbour(item, 1)

    def _do(self, what: str, items: list[str]) -> None:
        """Do what the list asks for, and go on to the next item where that is the way."""
        if what == "edit":
            self._choose(items[0])
            item = self.dossier.item(items[0]) if self.dossier is not None else None
            if item is not None:
                self.open_editor(item, new=False)
            return
        if what == "reopen":
            self.desk.reopen(items)
        elif what == "accept":
            self.desk.accept(items)
            self._choose(self._next(items[-1]))
        else:
            after = self.model.order.without(items)
            if self.desk.delete(items):
                self._choose(after if self.model.order.place(after) >= 0 else self._next(""))
        self.view.setFocus()

    def _accept_many(self, which: str) -> None:
        """Accept all that is listed, or all that was read without a doubt; it is one change."""
        order = self.model.order
        self.desk.accept(order.ids if which == "listed" else order.with_status("automatic"))
        self.view.setFocus()

    def _add(self, kind: str, start: int, end: int) -> None:
        if self.article.source is not None:
            self.open_editor(self.desk.read(self.article.source, (start, end), kind), new=True)

    def _save(self, item: Item, reason: str) -> None:
        new = self.editor.is_new
        done = self.desk.add(item) if new else self.desk.correct(item, reason)
        if done:
            self.close_editor()
            self._choose(item.id if new else self.model.order.neighbour(item.id, 1, Step.OPEN) or item.id)

    def _narrow(self, wanted: Wanted) -> None:
        self.model.narrow(wanted)
        self._follower.follow()
        self._tell()

    def _sort(self, sort: str) -> None:
        self.model.order_by(sort)
        self._follower.follow()

    def _enter_list(self) -> None:
        if self.model.rowCount() and not self.view.currentIndex().isValid():
            self._choose(self.model.order.ids[0])
        self.view.setFocus()

    def _leave(self) -> None:
        self.ctx.selection.show(Focus(self.dossier.id if self.dossier is not None else ""))

    def _finish(self) -> None:
        left = len(self.model.order.with_status("open"))
        self._leave()
        if left:
            self.ctx.ui.notify(LEFT_OPEN.format(left))
