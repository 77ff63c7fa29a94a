"""Which dossiers there are on this machine."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from pathlib import Path

from desktop.core.errors import UserError
from desktop.core.text import Text
from desktop.core.value import value
from desktop.store.aside import restore
from desktop.store.package import open_package
from desktop.store.paths import bundled_data, is_there, user_folder

LIST = "dossiers.txt"  # of the shipped dossiers, one a line
SUFFIX = ".guiyin"


@value
class Entry:
    """A dossier of the library before it is loaded; ``problem`` says why it cannot be opened."""

    id: str
    folder: Path
    product: Text
    problem: Text | None = None


@cache
def bundled() -> tuple[str, ...]:
    """Return the names of the shipped dossiers, in the order of the library; none when their list is gone."""
    try:
        return tuple(bundled_data(LIST).read_text("utf-8").split())
    except OSError:
        return ()


def folders() -> list[Path]:
    """Return the folders of the library, bundled dossiers first, then the user's own, by name."""
    own = user_folder("data") / "library"
    found = [bundled_data(name) for name in bundled()]
    with suppress(OSError):  # no library yet, or not readable: the bundled dossiers are all there is
        restore(own)
        found += sorted(p for p in own.glob("[!.]*") if is_there(p / "datapackage.json"))
    return found


def problem() -> Text | None:
    """Say why the user's own dossiers cannot be listed; None when they can, or when there are none yet."""
    own = user_folder("data") / "library"
    try:
        next(own.iterdir(), None)
    except FileNotFoundError:
        return None
    except OSError as problem:
        return Text(
            f"无法读取档案库 {own}（{problem.strerror}），目前只列出随附的档案。",
            f"The library {own} cannot be read ({problem.strerror}); only the shipped dossiers are listed.",
        )
    return None


def entries() -> list[Entry]:
    """List the dossiers of the library; a broken one is listed with its problem."""
    return [_entry(folder) for folder in folders()]


def _entry(folder: Path) -> Entry:
    try:
        package = open_package(folder)
    except UserError as problem:
        return Entry(folder.name, folder, Text(folder.name, folder.name), problem.text)
    return Entry(package.name, folder, package.text("product"))


def is_dossier(path: Path) -> bool:
    """Whether a path looks like a dossier; whether it is a good one shows when it is opened."""
    if path.suffix.lower() == SUFFIX or path.name == "datapackage.json":
        return True
    return is_there(path / "datapackage.json")
