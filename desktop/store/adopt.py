"""Where a dossier that somebody opens lies: a folder as it is, a ``.guiyin`` file as the library keeps it."""

from __future__ import annotations

from pathlib import Path

from desktop.core.errors import UserError
from desktop.core.text import Text
from desktop.core.value import value
from desktop.store.library import SUFFIX
from desktop.store.paths import is_there


@value
class Adopted:
    """The folder of a dossier, and what had to be done to keep others beside it."""

    folder: Path
    notices: tuple[Text, ...] = ()


def adopt(path: Path) -> Adopted:
    """Return the folder of a dossier: a folder (or its datapackage.json) as it is, a zip unpacked into the library.

    A zip that holds what the library has is not kept twice; one that differs becomes a dossier of its own, so
    that the other one and its edits stay. Raises UserError.
    """
    if path.name == "datapackage.json":
        return Adopted(path.parent)
    if not is_there(path):
        raise UserError(Text(f"找不到 {path}。", f"{path} does not exist."))
    if path.is_dir():
        return Adopted(path)
    import zipfile  # slow to import, and hardly ever needed at start

    if path.suffix.lower() != SUFFIX or not zipfile.is_zipfile(path):
        raise UserError(
            Text(
                f"{path.name} 不是归因的档案（.guiyin）。", f"{path.name} is not a Guiyin dossier (.guiyin)."
            ),
            Text("请选择 .guiyin 文件或档案文件夹。", "Choose a .guiyin file or a dossier folder."),
        )
    from desktop.store.unpack import unpack

    return unpack(path)
