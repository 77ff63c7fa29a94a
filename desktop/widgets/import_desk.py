"""Where articles come in: files, folders, drops and pastes go to the import; what comes of them is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.core.text import Text
from desktop.services.context import Context
from desktop.services.session import Session
from desktop.store.library import is_dossier
from desktop.widgets.notice_bar import NoticeBar
from desktop.widgets.window_ui import WindowUi

if TYPE_CHECKING:
    from desktop.services.import_run import Report
    from desktop.widgets.import_bar import ImportBar

IMPORT = Text("导入文章", "Import Articles")
FOLDER = Text("导入文件夹", "Import a Folder")
ARTICLES = Text("文章 ({})", "Articles ({})")
ANY_FILE = Text("所有文件 (*)", "All files (*)")
NOTHING_COPIED = Text(
    "剪贴板里没有文字。请先在别处复制文章，再导入。",
    "The clipboard holds no text. Copy an article elsewhere first, then import it.",
)
BUSY = Text(
    "上一次导入还没有结束。请等它完成，或先取消它。",
    "An import is still running. Wait until it ends, or cancel it first.",
)
CANCELLED = Text(
    "导入已取消；此前导入的 {} 篇已保留。", "The import was cancelled; {} imported before that stay."
)
NOTHING_THERE = Text("“{}”里没有可以导入的文件。", "There is no file in “{}” that can be imported.")
DONE = Text(
    "导入完成：新增 {} 篇，更新 {} 篇，未能导入 {} 篇。", "Import done: {} new, {} updated, {} not imported."
)
MANY = Text(
    "“{}”里有 {} 个可以导入的文件，都要导入吗？", "“{}” has {} files that can be imported. Import them all?"
)
YES = Text("全部导入", "Import All")
FEW, MOST = 20, 20_000  # files: fewer need no question, more are not counted
SHOW = Text("查看", "Show")
REVIEW = "review"  # the page where an import is looked through


class ImportDesk(QObject):
    """Takes what comes in to ``session`` (dossiers) and ``ctx.importing`` (articles)."""

    def __init__(
        self, ctx: Context, ui: WindowUi, notices: NoticeBar, session: Session, window: QWidget
    ) -> None:
        """Follow the imports of a window; their progress is shown under ``notices``."""
        super().__init__(window)
        self._ctx, self._ui, self._notices, self._session, self._window = ctx, ui, notices, session, window
        self._asked_for = ""
        self._done = 0
        self._bar: ImportBar | None = None
        ctx.importing.started.connect(self._show_progress)
        ctx.importing.progressed.connect(self._count)
        ctx.importing.ended.connect(self._end)

    def ask_files(self) -> None:
        """Ask for articles and import them."""
        from desktop.importers.reading import load_readers

        known = " ".join(f"*{s}" for reader in load_readers() for s in reader.suffixes)
        filters = Text(";;", ";;").join([ARTICLES.format(known), ANY_FILE])
        self.take_paths(self._ui.ask_files(IMPORT, filters))

    def ask_folder(self) -> None:
        """Ask for a folder and import every article in it."""
        folder = self._ui.ask_folder(FOLDER)
        if folder is not None:
            self.take_paths([folder])

    def take_clipboard(self) -> None:
        """Import what was copied."""
        self.take(
            QApplication.clipboard().mimeData() or QMimeData(), pasted=True
        )  # none on a headless system

    def take(self, data: QMimeData, *, pasted: bool = False) -> None:
        """Open the dossiers and import the articles of a drop or a paste."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.take_paths(paths)
        elif data.text().strip():
            self._start(lambda: self._ctx.importing.start_text(data.text(), data.html()))
        elif pasted:
            self._ctx.ui.notify(NOTHING_COPIED)

    def take_paths(self, paths: list[Path]) -> None:
        """Open the first dossier among ``paths``, and import what is none."""
        dossiers = [p for p in paths if is_dossier(p)]
        for dossier in reversed(
            dossiers
        ):  # the first is the one to look at, the others are in the library now
            self._session.open(dossier)
        others = [p for p in paths if p not in dossiers]
        if others and self._is_meant(others):
            self._asked_for = others[0].name
            self._start(lambda: self._ctx.importing.start(others))

    def _is_meant(self, paths: list[Path]) -> bool:
        """Ask before a whole tree of folders is imported, which may be a slip of the mouse."""
        from desktop.services.import_run import files_of

        many = sum(1 for _ in islice(files_of(paths), MOST))
        if not any(p.is_dir() for p in paths) or many <= FEW:
            return True
        shown = f"{many:,}" if many < MOST else f"{MOST:,}+"
        return self._ui.ask_yes(MANY.format(paths[0].name, shown), YES)

    def _start(self, start: Callable[[], None]) -> None:
        if self._ctx.importing.busy:
            self._ctx.ui.notify(BUSY)
        else:
            self._done = 0
            start()

    def _show_progress(self) -> None:
        if self._bar is None:  # most starts import nothing
            from desktop.widgets.import_bar import ImportBar

            self._bar = ImportBar(self._ctx)
            holder = self._notices.parentWidget()
            layout = holder.layout() if holder is not None else None
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(layout.indexOf(self._notices) + 1, self._bar)
        self._bar.begin()

    def _count(self, done: int, _total: int) -> None:
        self._done = done

    def _end(self, report: Report | None) -> None:
        if report is None:
            self._ctx.ui.notify(CANCELLED.format(self._done))
            return
        imported, refused = report.imported, report.refused
        if not report.results:
            self._ctx.ui.notify(NOTHING_THERE.format(self._asked_for))
        elif len(report.results) == 1:
            for one in refused:
                self._ctx.ui.notify(one.problem)
            for made in imported:
                self._review(Path(made.folder))
                for notice in made.notices:
                    self._ctx.ui.notify(notice)
        else:
            updated = sum(one.updated for one in imported)
            said = DONE.format(len(imported) - updated, updated, len(refused))
            self._notices.notify(said, SHOW, lambda: self._list(report))

    def _list(self, report: Report) -> None:
        from desktop.widgets.import_report import ImportReport

        ImportReport(report, self._ctx, self._review, self._window).open()

    def _review(self, folder: Path) -> None:
        if self._session.open(folder):
            self._ctx.selection.show(replace(self._ctx.selection.focus, page=REVIEW))
