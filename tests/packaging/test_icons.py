"""The icons: every size is there, square, drawn, and not the same blur of one colour when small."""

from __future__ import annotations

import struct
from pathlib import Path

import icons
import pytest
from PySide6.QtGui import QImage

pytestmark = pytest.mark.usefixtures("qapp")


def _image(data: bytes) -> QImage:
    image = QImage()
    assert image.loadFromData(data)
    return image


@pytest.mark.parametrize("size", [16, 24, 48, 256])
def test_a_size_is_square_and_says_something(size: int) -> None:
    image = _image(icons.png(size))
    assert (image.width(), image.height()) == (size, size)
    assert image.pixelColor(0, 0).alpha() < 128  # the corners are round
    pixels = [image.pixelColor(x, y) for x in range(size) for y in range(size)]
    hues = {pixel.hue() // 30 for pixel in pixels if pixel.alpha() > 200}
    assert len(hues) > 2  # ground, white, and a colour


def test_the_windows_icon_has_every_size() -> None:
    data = icons.ico()
    reserved, kind, count = struct.unpack_from("<HHH", data)
    assert (reserved, kind, count) == (0, 1, len(icons.WINDOWS))
    for n, size in enumerate(icons.WINDOWS):
        entry = struct.unpack_from("<BBBBHHII", data, 6 + 16 * n)
        assert (entry[0] or 256, entry[1] or 256) == (size, size)
        assert _image(data[entry[7] : entry[7] + entry[6]]).width() == size


def test_the_mac_icon_has_every_size() -> None:
    data = icons.icns()
    assert data[:4] == b"icns"
    assert struct.unpack(">I", data[4:8])[0] == len(data)
    place, found = 8, {}
    while place < len(data):
        length = struct.unpack(">I", data[place + 4 : place + 8])[0]
        found[data[place : place + 4]] = _image(data[place + 8 : place + length]).width()
        place += length
    assert found == icons.MAC


def test_the_linux_theme_has_programs_and_files(tmp_path: Path) -> None:
    icons.write_all(tmp_path)
    for size in icons.LINUX:
        for name in ("apps/guiyin.png", "mimetypes/application-x-guiyin.png"):
            assert _image((tmp_path / "hicolor" / f"{size}x{size}" / name).read_bytes()).height() == size
    assert (
        (tmp_path / "hicolor" / "scalable" / "apps" / "guiyin.svg")
        .read_text(encoding="utf-8")
        .startswith("<svg")
    )
