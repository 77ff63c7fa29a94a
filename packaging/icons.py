"""Every icon from the one drawing ``resources/guiyin.svg``: PNG for Linux, ICO for Windows, ICNS for macOS.

Qt draws them, because the build has it anyway.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Final

SVG: Final = Path(__file__).parent.parent / "resources" / "guiyin.svg"
LINUX: Final = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
WINDOWS: Final = (16, 20, 24, 32, 40, 48, 64, 256)
MAC: Final = {  # the type of an entry and its pixels; @2x are entries of their own
    b"icp4": 16, b"icp5": 32, b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256,
    b"ic14": 512, b"ic09": 512, b"ic10": 1024,
}  # fmt: skip


def png(size: int) -> bytes:
    """Return the drawing as a PNG of ``size`` x ``size`` pixels."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know paths only
    return bytes(buffer.data().data())


def ico() -> bytes:
    """Return a Windows icon: a directory, then one PNG a size."""
    pictures = [png(size) for size in WINDOWS]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    for size, picture in zip(WINDOWS, pictures, strict=True):
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + b"".join(pictures)


def icns() -> bytes:
    """Return an icon of macOS: tagged PNGs, one after the other."""
    body = b""
    for kind, size in MAC.items():
        picture = png(size)
        body += kind + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write_all(folder: Path) -> None:
    """Write ``guiyin.ico``, ``guiyin.icns`` and ``hicolor/`` (the layout of Linux's icon themes) to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "guiyin.ico").write_bytes(ico())
    (folder / "guiyin.icns").write_bytes(icns())
    for size in LINUX:
        for kind, name in (("apps", "guiyin"), ("mimetypes", "application-x-guiyin")):
            path = folder / "hicolor" / f"{size}x{size}" / kind / f"{name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(png(size))
    for kind, name in (("apps", "guiyin"), ("mimetypes", "application-x-guiyin")):
        path = folder / "hicolor" / "scalable" / kind / f"{name}.svg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(SVG.read_bytes())
