"""What a command is, and the registry of all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

from desktop.core.registry import Registry
from desktop.core.text import Text
from desktop.services.context import Context


class Window(Protocol):
    """What a command may ask of the window, beyond the services."""

    ctx: Context

    def open_path(self, path: Path) -> None:
        """Open a dossier and show it."""

    def import_files(self) -> None:
        """Ask for articles and import them."""

    def import_folder(self) -> None:
        """Ask for a folder of articles and import them."""

    def import_clipboard(self) -> None:
        """Import the text that was copied."""

    def attach_original(self) -> None:
        """Ask for the article that the dossier was made from."""

    def find_text(self) -> None:
        """Search in the panel that has the keyboard, else in the source."""

    def step_in_page(self, step: int) -> None:
        """Go to the next (1) or previous (-1) thing to judge of the page in view; elsewhere to the check."""

    def column_shown(self, column: str) -> bool:
        """Whether a column, "tree" or "inspector", is shown."""

    def show_column(self, column: str, shown: bool) -> None:
        """Show or hide a column."""

    def focus_area(self, step: int) -> None:
        """Move the keyboard to the next (1) or previous (-1) column."""

    def reset_layout(self) -> None:
        """Put sizes and columns back to how they came."""

    def show_dialog(self, key: str) -> None:
        """Show one of the dialogs: "about" or "shortcuts"."""

    def close(self) -> bool:
        """Close the window."""


class Entry(NamedTuple):
    """One line of a submenu that is filled when it opens."""

    text: Text
    run: Callable[[], None]
    tip: str = ""


class Action(NamedTuple):
    """A command. ``menu`` is a key of MENUS and ``group`` its section there.

    ``told`` is a text that changes with what it would do now, in place of ``text``.
    One that ``asks`` waits for an answer, quits or starts another program: a smoke run leaves it out.
    """

    id: str
    text: Text
    run: Callable[[Window], None]
    menu: str
    group: int
    keys: tuple[str, ...] = ()
    enabled: Callable[[Window], bool] | None = None
    checked: Callable[[Window], bool] | None = None
    entries: Callable[[Window], list[Entry]] | None = None
    asks: bool = False
    told: Callable[[Window], Text] | None = None
    shown: Callable[[Window], bool] | None = None


MENUS: dict[str, Text] = {
    "file": Text("文件(&F)", "&File"),
    "edit": Text("编辑(&E)", "&Edit"),
    "view": Text("视图(&V)", "&View"),
    "go": Text("前往(&G)", "&Go"),
    "help": Text("帮助(&H)", "&Help"),
}
ACTIONS: Registry[Action] = Registry("action")
Run = Callable[[Window], None]


def action(
    id_: str,
    text: Text,
    *keys: str,
    menu: str,
    group: int = 0,
    enabled: Callable[[Window], bool] | None = None,
    checked: Callable[[Window], bool] | None = None,
    asks: bool = False,
    told: Callable[[Window], Text] | None = None,
) -> Callable[[Run], Run]:
    """Register the decorated function as a command; ``keys`` are in Qt's portable notation."""

    def register(run: Run) -> Run:
        ACTIONS.add(id_, Action(id_, text, run, menu, group, keys, enabled, checked, None, asks, told))
        return run

    return register


def submenu(
    id_: str, text: Text, *, menu: str, group: int = 0
) -> Callable[[Callable[[Window], list[Entry]]], None]:
    """Register the decorated function as a submenu whose lines it returns each time it opens."""

    def register(entries: Callable[[Window], list[Entry]]) -> None:
        ACTIONS.add(id_, Action(id_, text, _nothing, menu, group, entries=entries))

    return register


def _nothing(_window: Window) -> None:
    """A submenu itself does nothing."""
