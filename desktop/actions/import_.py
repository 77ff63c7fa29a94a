"""Import: an article, a folder of articles, or what was copied elsewhere becomes a dossier."""

from __future__ import annotations

from desktop.actions.base import Window, action
from desktop.core.text import Text


@action("import", Text("导入文章…", "Import Articles…"), "Ctrl+I", menu="file", group=1, asks=True)
def import_files(window: Window) -> None:
    """Ask for articles and import them."""
    window.import_files()


@action("import-folder", Text("导入文件夹…", "Import a Folder…"), menu="file", group=1, asks=True)
def import_folder(window: Window) -> None:
    """Ask for a folder and import every article in it."""
    window.import_folder()


@action(
    "import-clipboard",
    Text("从剪贴板导入", "Import from the Clipboard"),
    "Ctrl+V",
    "Ctrl+Shift+V",
    menu="file",
    group=1,
    asks=True,
)
def import_clipboard(window: Window) -> None:
    """Import the copied text; where text can be typed, Ctrl+V pastes as ever."""
    window.import_clipboard()
