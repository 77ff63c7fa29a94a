"""What is dropped, pasted or chosen is imported and shown; what cannot be is said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from page_tools import drop
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.store.paths import bundled_data
from desktop.widgets.import_bar import ImportBar
from desktop.widgets.import_report import ImportReport
from desktop.widgets.main_window import MainWindow
from desktop.widgets.review.page import ReviewPage

PATIENCE = 60_000  # ms for a worker process on a busy machine
ARTICLE = "# 门店为何关闭\n\n## 一、租金上涨\n\n2023年租金上涨18%，月租4.2万元。\n"


def _drop(window: MainWindow, *paths: Path, text: str = "") -> None:
    data = QMimeData()
    if paths:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        data.setText(text)
    drop(window, data)


def _product_in_title(window: MainWindow) -> str:
    return window.windowTitle().partition(" — ")[0]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "shop.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_a_second_import_is_reviewed_from_its_first_row(window: MainWindow, qtbot: QtBot) -> None:
    """The page is there already, and still on the first article."""
    for text in (ARTICLE, ARTICLE.replace("门店", "书店")):
        with qtbot.waitSignal(window.ctx.importing.ended, timeout=PATIENCE):
            _drop(window, text=text)
    page = window.pages.current
    assert isinstance(page, ReviewPage)
    assert page.view.chosen() == [page.model.order.ids[0]]
    window.ctx.selection.back()
    assert window.ctx.selection.focus.page == "overview", "its row was no step of its own"


def test_a_dropped_article_is_imported_and_its_review_opens(
    window: MainWindow, article: Path, home: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.ctx.importing.ended, timeout=PATIENCE):
        _drop(window, article)
        bar = window.findChild(ImportBar)
        assert bar is not None
        assert bar.isVisible()
    assert not bar.isVisible()
    dossier = window.ctx.workspace.dossier
    assert dossier is not None
    assert Path(dossier.location).parent == home / "data" / "library"
    assert dossier.sources[0].text == ARTICLE
    assert window.ctx.selection.focus.page == "review"


def test_pasted_text_is_imported(window: MainWindow, qtbot: QtBot) -> None:
    QApplication.clipboard().setText(ARTICLE)
    with qtbot.waitSignal(window.ctx.importing.ended, timeout=PATIENCE):
        window.actions_["import-clipboard"].trigger()
    assert window.ctx.workspace.dossier is not None
    assert window.ctx.workspace.dossier.title.zh == "门店为何关闭"


def test_an_empty_clipboard_is_said(window: MainWindow) -> None:
    QApplication.clipboard().clear()
    window.actions_["import-clipboard"].trigger()
    assert "剪贴板里没有文字" in window.notices.messages[-1].zh
    assert not window.ctx.importing.busy


def test_several_files_end_in_a_report_that_opens_dossiers(
    window: MainWindow, article: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE.replace("门店", "书店"), encoding="utf-8")
    before = window.ctx.workspace.dossier
    with qtbot.waitSignal(window.ctx.importing.ended, timeout=PATIENCE):
        _drop(window, article, empty, other)
    assert window.ctx.workspace.dossier is before
    assert window.notices.messages[-1].zh == "导入完成：新增 2 篇，更新 0 篇，未能导入 1 篇。"
    window.notices._offer.click()
    report = window.findChild(ImportReport)
    assert report is not None
    lines = [report.view.model().index(row, 0).data() for row in range(3)]
    assert lines == ["empty.txt", "shop.md", "other.txt"]
    opens = next(b for b in report.findChildren(QPushButton) if b.text() == "打开档案")
    assert not opens.isEnabled()  # the first line could not be imported
    report.view.setCurrentIndex(report.view.model().index(2, 0))
    opens.click()
    assert window.ctx.workspace.dossier is not None
    assert window.ctx.workspace.dossier.title.zh == "书店为何关闭"


def test_a_dossier_and_an_article_together(
    window: MainWindow, article: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    own = shutil.copytree(bundled_data("lilidai"), tmp_path / "own")
    with qtbot.waitSignal(window.ctx.importing.ended, timeout=PATIENCE):
        _drop(window, own, article)
        assert _product_in_title(window) == "粒粒贷"
    assert window.ctx.workspace.dossier is not None
    assert window.ctx.workspace.dossier.title.zh == "门店为何关闭"


def test_a_cancelled_import_says_so(window: MainWindow, article: Path) -> None:
    before = window.ctx.workspace.dossier
    _drop(window, article)
    window.ctx.importing.cancel()
    assert "导入已取消" in window.notices.messages[-1].zh
    assert not window.ctx.importing.busy
    assert window.ctx.workspace.dossier is before


def test_a_second_import_waits_for_the_first(window: MainWindow, article: Path) -> None:
    _drop(window, article)
    _drop(window, text=ARTICLE)
    assert "还没有结束" in window.notices.messages[-1].zh
    window.ctx.importing.cancel()


def test_a_large_folder_is_asked_about(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(25):
        (folder / f"{n}.txt").write_text(ARTICLE, encoding="utf-8")
    asked: list[str] = []
    monkeypatch.setattr(window._ui, "ask_yes", lambda question, yes: bool(asked.append(question.zh)))
    _drop(window, folder)
    assert asked == ["“many”里有 25 个可以导入的文件，都要导入吗？"]
    assert not window.ctx.importing.busy
