"""A dossier as one ``.guiyin`` file, edits and all, to give away or to keep."""

from __future__ import annotations

import io
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from desktop.core.changes import settled_down
from desktop.core.dossier import Dossier
from desktop.core.errors import UserError
from desktop.core.text import Text
from desktop.store.writer import files_of


def export(dossier: Dossier, path: Path) -> None:
    """Write a dossier as it stands; what ``path`` held is replaced as a whole or stays. Raises UserError.

    The file opens without the application too: it is a zip of a Data Package in which corrections are made and
    ``reviews.csv`` says what was decided, when and by whom.
    """
    data = _zipped(settled_down(dossier))
    beside = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-")
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as problem:
        if beside is not None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        raise UserError(
            Text(f"无法写入 {path}（{problem.strerror}）。", f"Cannot write {path} ({problem.strerror})."),
            Text(
                "请检查权限和磁盘空间，或换个地方。",
                "Check permissions and free space, or choose another place.",
            ),
        ) from None


def _zipped(dossier: Dossier) -> bytes:
    """The same dossier gives the same bytes: no times go in."""
    import zipfile  # slow to import, and not needed at start

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files_of(dossier).items()):
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
