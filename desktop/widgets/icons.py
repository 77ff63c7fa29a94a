"""Line icons in the colours of the theme, drawn when first asked for; and the icon of the application."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QGuiApplication, QIcon, QPixmap

from desktop.services.theme import Theme
from desktop.store.paths import resource

PIXELS = 16
SIDE = '="24"'  # width and height in the files
WINDOW_SIDES = (16, 24, 32, 48, 64, 128)


def icon(name: str, theme: Theme, colour: str = "muted") -> QIcon:
    """Return an icon of resources/icons; disabled it is faint. A missing file gives an empty icon."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _icon(name, theme[colour], theme["faint"], theme.px(PIXELS), ratio)


def window_icon() -> QIcon:
    """Return the icon of the windows, in the sizes that title bars and task bars use; empty without its file."""
    try:
        drawing = resource("guiyin.svg").read_text(encoding="utf-8")
    except OSError:
        return QIcon()
    made = QIcon()
    for side in WINDOW_SIDES:
        picture = QPixmap()
        picture.loadFromData(
            drawing.replace("<svg ", f'<svg width="{side}" height="{side}" ', 1).encode(), "svg"
        )
        made.addPixmap(picture)
    return made


@cache
def _icon(name: str, colour: str, disabled: str, pixels: int, ratio: float) -> QIcon:
    try:
        drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    except OSError:
        return QIcon()
    made = QIcon()
    made.addPixmap(_pixmap(drawing, colour, pixels, ratio), QIcon.Mode.Normal)
    made.addPixmap(_pixmap(drawing, disabled, pixels, ratio), QIcon.Mode.Disabled)
    return made


def _pixmap(drawing: str, colour: str, pixels: int, ratio: float) -> QPixmap:
    scaled = drawing.replace(SIDE, f'="{round(pixels * ratio)}"', 2).replace("currentColor", colour)
    made = QPixmap()
    made.loadFromData(scaled.encode(), "svg")
    made.setDevicePixelRatio(ratio)
    return made
