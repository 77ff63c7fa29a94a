"""What panels and actions are given: the services, and the few questions they may ask the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.core.text import Language, Text
from desktop.services.jobs import JobRunner
from desktop.services.preferences import Preferences
from desktop.services.selection import Selection
from desktop.services.theme import Theme
from desktop.services.workspace import Workspace

if TYPE_CHECKING:
    from desktop.services.auditing import Auditing
    from desktop.services.editing import Editing
    from desktop.services.importing import Importing
    from desktop.services.originals import Originals
    from desktop.services.register_editing import RegisterEditing


class Ui(Protocol):
    """What a service or action may ask of the window."""

    def theme(self) -> Theme:
        """Return the theme that is shown now."""

    def notify(self, message: Text) -> None:
        """Tell the user something that does not need an answer."""

    def offer(self, message: Text, what: Text, accept: Callable[[], object]) -> None:
        """Tell the user something, with a button named ``what``."""

    def open_path(self, path: Path) -> None:
        """Open a dossier and show it; import what is none."""

    def import_files(self) -> None:
        """Ask for articles and import them."""

    def ask_open(self) -> Path | None:
        """Ask for a dossier to open."""

    def ask_save(self, title: Text, name: str, filters: str) -> Path | None:
        """Ask where to save."""


class Context:
    """The services of one window, passed by constructor; those that no start needs are made when first asked for."""

    def __init__(
        self, workspace: Workspace, selection: Selection, preferences: Preferences, jobs: JobRunner, ui: Ui
    ) -> None:
        """Take what every window has from its start."""
        self.workspace, self.selection, self.preferences = workspace, selection, preferences
        self.jobs, self.ui = jobs, ui

    @cached_property
    def originals(self) -> Originals:
        """The articles that the reader has attached."""
        from desktop.services.originals import Originals

        return Originals(self.workspace, self.preferences, self.workspace)

    @cached_property
    def importing(self) -> Importing:
        """Imports into the library."""
        from desktop.services.importing import Importing

        return Importing(self.jobs, self.workspace)

    @cached_property
    def editing(self) -> Editing:
        """Changes of the open dossier."""
        from desktop.services.editing import Editing

        return Editing(self.workspace, self.workspace)

    @cached_property
    def register(self) -> RegisterEditing:
        """Changes of the register."""
        from desktop.services.register_editing import RegisterEditing

        return RegisterEditing(self.workspace, self.workspace)

    @cached_property
    def auditing(self) -> Auditing:
        """The audit of the open dossier."""
        from desktop.services.auditing import Auditing

        return Auditing(self.workspace, self.jobs, self.workspace)

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self.preferences.language
