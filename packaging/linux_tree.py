"""The files of an installation on Linux: the bundle and what makes a desktop know it."""

from __future__ import annotations

import gzip
import os
import shutil
from pathlib import Path
from typing import Final

import stamp

HERE: Final = Path(__file__).with_name("linux")
METAINFO: Final = "org.guiyin.Guiyin.metainfo.xml"


def lay(usr: Path, bundle: Path, icons: Path) -> None:
    """Fill ``usr`` (``/usr`` of a package, or ``~/.local``) with programs, icons, types and manual."""
    shutil.copytree(bundle, usr / "lib" / "guiyin", symlinks=True)
    (usr / "bin").mkdir(parents=True)
    (usr / "bin" / "guiyin").symlink_to("../lib/guiyin/guiyin")
    share = usr / "share"
    for name, place in (("guiyin.desktop", "applications"), ("guiyin.xml", "mime/packages")):
        (share / place).mkdir(parents=True)
        shutil.copyfile(HERE / name, share / place / name)
    (share / "metainfo").mkdir()
    (share / "metainfo" / METAINFO).write_text(filled(f"{METAINFO}.in"), encoding="utf-8")
    (share / "man" / "man1").mkdir(parents=True)
    manual = gzip.compress(filled("guiyin.1.in").encode(), mtime=0)
    (share / "man" / "man1" / "guiyin.1.gz").write_bytes(manual)
    shutil.copytree(icons / "hicolor", share / "icons" / "hicolor")


def filled(name: str) -> str:
    """Return a template with version and date put in."""
    text = (HERE / name).read_text(encoding="utf-8")
    return text.replace("@VERSION@", stamp.VERSION).replace("@DATE@", stamp.day())


def settle(folder: Path) -> None:
    """Give every file the same rights and date wherever it was built."""
    for path in [folder, *sorted(folder.rglob("*"))]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        os.utime(path, (stamp.epoch(), stamp.epoch()), follow_symlinks=False)


def size(folder: Path) -> int:
    """Return the bytes of all files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
