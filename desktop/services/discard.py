"""Away with a dossier: into the trash of the system, from where it can come back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFile

from desktop.core.errors import UserError
from desktop.core.text import Text
from desktop.core.value import value


@value
class Discarded:
    """A dossier's folder, and where it lies in the trash."""

    folder: Path
    trash: Path

    def bring_back(self) -> None:
        """Put the folder back; raises UserError when that is not possible any more."""
        try:
            self.trash.rename(self.folder)
        except OSError as problem:
            raise UserError(
                Text(
                    f"无法从回收站取回 {self.folder.name}（{problem.strerror}）。",
                    f"{self.folder.name} cannot be brought back from the trash ({problem.strerror}).",
                )
            ) from None


def discard(folder: Path) -> Discarded:
    """Move a dossier's folder into the trash; raises UserError where there is none."""
    file = QFile(str(folder))
    if not file.moveToTrash():
        raise UserError(
            Text(
                f"无法把 {folder} 移到回收站（{file.errorString()}）。",
                f"{folder} cannot be moved to the trash ({file.errorString()}).",
            ),
            Text("可以在文件管理器里删除这个文件夹。", "The folder can be deleted in the file manager."),
        )
    return Discarded(folder, Path(file.fileName()))
