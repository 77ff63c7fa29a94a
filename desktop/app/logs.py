"""The log file: opened when something is to be written, at most 1 MB, and two older ones."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from desktop.core.text import Text
from desktop.store.paths import user_folder

NAME = "guiyin.log"
SIZE, KEPT = 1_000_000, 2
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# Said by Qt's offscreen platform of every window; means nothing.
NOISE = ("This plugin does not support propagateSizeHints()",)
logger = logging.getLogger("guiyin")


def log_path() -> Path:
    """Return the path of the log file."""
    return user_folder("log") / NAME


def open_log() -> Text | None:
    """Start writing to the log file; returns a sentence when it cannot be written."""
    from logging.handlers import RotatingFileHandler  # costs 20 ms: not before the first paint

    logger.setLevel(logging.INFO)
    logger.propagate = False
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            path, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8"
        )
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
    """Close the log file."""
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def log_qt_messages() -> None:
    """Send what Qt has to say to the log."""
    qInstallMessageHandler(_qt_message)


def _qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if message not in NOISE:
        logger.log(LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
