"""What panels and actions are given: the services, and the few questions they may ask the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from desktop.core.text import Language, Text
from desktop.services.auditing import Auditing
from desktop.services.editing import Editing
from desktop.services.importing import Importing
from desktop.services.jobs import JobRunner
from desktop.services.originals import Originals
from desktop.services.preferences import Preferences
from desktop.services.register_editing import RegisterEditing
from desktop.services.selection import Selection
from desktop.services.theme import Theme
from desktop.services.workspace import Workspace


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

    def ask_open(self) -> Path | None:
        """Ask for a dossier to open."""

    def ask_save(self, title: Text, name: str, filters: str) -> Path | None:
        """Ask where to save."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Context:
    """The services of one window, passed by constructor."""

    workspace: Workspace
    selection: Selection
    preferences: Preferences
    jobs: JobRunner
    ui: Ui
    originals: Originals = field(init=False)
    importing: Importing = field(init=False)
    editing: Editing = field(init=False)
    register: RegisterEditing = field(init=False)
    auditing: Auditing = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "originals", Originals(self.workspace, self.preferences, self.workspace))
        object.__setattr__(self, "importing", Importing(self.jobs, self.workspace))
        object.__setattr__(self, "editing", Editing(self.workspace, self.workspace))
        object.__setattr__(self, "register", RegisterEditing(self.workspace, self.workspace))
        object.__setattr__(self, "auditing", Auditing(self.workspace, self.jobs, self.workspace))

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self.preferences.language
