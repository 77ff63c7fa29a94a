"""Help: shortcuts, log, about."""

from __future__ import annotations

from desktop.actions.base import Window, action
from desktop.core.text import Text
from desktop.store.paths import user_folder


@action("shortcuts", Text("键盘快捷键", "Keyboard Shortcuts"), "F1", menu="help")
def shortcuts(window: Window) -> None:
    """List every command with its keys."""
    window.show_dialog("shortcuts")


@action("open-log", Text("打开日志文件夹", "Open Log Folder"), menu="help", group=1, asks=True)
def open_log(window: Window) -> None:
    """Show the folder of the log in the system's file manager."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    folder = user_folder("log")
    if not (folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))):
        window.ctx.ui.notify(Text(f"日志文件夹：{folder}", f"The log folder is {folder}"))


@action("about", Text("关于归因", "About Guiyin"), menu="help", group=2)
def about(window: Window) -> None:
    """Show versions and licences."""
    window.show_dialog("about")
