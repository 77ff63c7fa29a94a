"""What a text measures is remembered, and measured anew when anything changes that it depends on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.widgets import measured
from desktop.widgets.words import Words

TEXT = "一段很长的文字，写满好几行才写得完，用来量高度。" * 4


@pytest.fixture(autouse=True)
def _nothing_known() -> Iterator[None]:
    measured._known.clear()
    yield
    measured._known.clear()


def _words(qtbot: QtBot, text: str = TEXT) -> Words:
    words = Words()
    qtbot.addWidget(words)
    words.setText(text)
    return words


def _by_qt(words: Words, width: int) -> int:
    """What Qt measures, from nothing."""
    return QLabel.heightForWidth(words, width)


def test_a_text_is_measured_once_for_all_who_show_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    real = QLabel.heightForWidth

    def counted(words: QLabel, width: int) -> int:
        asked.append(width)
        return real(words, width)

    monkeypatch.setattr(QLabel, "heightForWidth", counted)
    heights = [_words(qtbot).heightForWidth(width) for width in (200, 200, 300, 300)]
    assert asked == [200, 300]
    assert heights[0] == heights[1] > heights[2] == heights[3]


def _longer(words: Words) -> None:
    words.setText(TEXT * 3)


def _larger(words: Words) -> None:
    font = words.font()
    font.setPixelSize(40)
    words.setFont(font)


def _framed(words: Words) -> None:
    words.setContentsMargins(60, 30, 60, 30)


@pytest.mark.parametrize("change", [_longer, _larger, _framed], ids=["text", "font", "margins"])
def test_a_change_is_measured_anew(qtbot: QtBot, change: Callable[[Words], None]) -> None:
    words = _words(qtbot)
    before = words.heightForWidth(200), words.sizeHint()
    words.minimumSizeHint()
    change(words)
    assert words.heightForWidth(200) == _by_qt(words, 200) > before[0]
    assert words.sizeHint() == QLabel.sizeHint(words) != before[1]
    assert words.minimumSizeHint() == QLabel.minimumSizeHint(words)


def test_a_label_that_does_not_wrap_is_another(qtbot: QtBot) -> None:
    wrapped, line = _words(qtbot), Words()
    qtbot.addWidget(line)
    line.setWordWrap(False)
    line.setText(TEXT)
    assert line.sizeHint().width() > wrapped.sizeHint().width()


def test_a_label_that_may_not_be_wide_is_another(qtbot: QtBot) -> None:
    wide, narrow = _words(qtbot), _words(qtbot)
    narrow.setMaximumWidth(120)
    assert narrow.sizeHint() == QLabel.sizeHint(narrow) != wide.sizeHint()


def test_other_fonts_measure_anew(qtbot: QtBot) -> None:
    words = _words(qtbot)
    words.heightForWidth(200)
    assert measured._known
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.fontDatabaseChanged.emit()
    assert not measured._known


def test_memory_is_bounded(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measured, "MOST", 3)
    words = _words(qtbot)
    assert [words.heightForWidth(width) for width in range(100, 110)] == [
        _by_qt(words, width) for width in range(100, 110)
    ]
    assert len(measured._known) <= 3
