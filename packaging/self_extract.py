"""The archive that installs itself without root: a shell script, and behind it the very files of the ``.deb``."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Final

import linux_tree
import stamp

_HEAD: Final = (
    60  # bytes of an entry of the ar archive that a .deb is: name, ..., size (48 to 58), two of an end mark
)


def build(deb: Path, out: Path) -> Path:
    """Write ``guiyin-VERSION-linux-MACHINE.run`` to ``out``."""
    payload = member(deb.read_bytes(), "data.tar.xz")
    head = linux_tree.filled("install.sh")
    head = head.replace("@UNINSTALL@", (linux_tree.HERE / "uninstall.sh").read_text(encoding="utf-8"))
    head = head.replace("@SHA256@", hashlib.sha256(payload).hexdigest())
    head = head.replace("@LINES@", str(head.count("\n")))
    path = out / f"guiyin-{stamp.VERSION}-linux-{os.uname().machine}.run"
    path.write_bytes(head.encode() + payload)
    path.chmod(0o755)
    return path


def member(archive: bytes, name: str) -> bytes:
    """Return a file of an ar archive; raises ValueError when it is not there."""
    place = len(b"!<arch>\n")
    while place + _HEAD <= len(archive):
        size = int(archive[place + 48 : place + 58])
        if archive[place : place + 16].decode().strip().rstrip("/") == name:
            return archive[place + _HEAD : place + _HEAD + size]
        place += _HEAD + size + size % 2
    raise ValueError(f"there is no {name} in the archive")
