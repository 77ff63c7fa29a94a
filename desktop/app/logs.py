"""The log file: opened after the first paint, at most 1 MB, and two older ones.

``logging`` and its handlers take 30 ms to import: nothing here does before there is something to log.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from desktop.core.text import Text
from desktop.store.paths import user_folder

SIZE, KEPT = 1_000_000, 2
LEVELS = {
    QtMsgType.QtDebugMsg: "DEBUG",
    QtMsgType.QtInfoMsg: "INFO",
    QtMsgType.QtWarningMsg: "WARNING",
    QtMsgType.QtCriticalMsg: "ERROR",
    QtMsgType.QtFatalMsg: "CRITICAL",
}
# What Qt's offscreen platform says of every window; means nothing.
NOISE = "This plugin does not support "


def log_path() -> Path:
    """Return the path of the log file."""
    return user_folder("log") / "guiyin.log"


def log(level: str, message: str) -> None:
    """Write to the log; before it is opened, warnings and worse go to stderr."""
    import logging

    logging.getLogger("guiyin").log(logging.getLevelNamesMapping()[level], "%s", message)


def open_log() -> Text | None:
    """Start writing to the log file; returns a sentence when it cannot be written."""
    import logging
    from logging.handlers import RotatingFileHandler

    logger = logging.getLogger("guiyin")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8")
    except OSError as failure:
        logger.addHandler(logging.NullHandler())
        return Text(
            f"日志无法写入 {path}（{failure.strerror}），本次不记录日志。",
            f"The log cannot be written to {path} ({failure.strerror}); nothing is logged this time.",
        )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    return None


def close_log() -> None:
    """Close the log file, if it was opened."""
    import logging

    logger = logging.getLogger("guiyin")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def log_qt_messages() -> None:
    """Send what Qt has to say to the log."""
    qInstallMessageHandler(_qt_message)


def _qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if not message.startswith(NOISE):
        log(LEVELS.get(kind, "WARNING"), f"Qt: {message}")
