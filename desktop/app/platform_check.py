"""Whether Qt can start here at all: Qt itself would abort, so we look first and say what to install."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# The system libraries that PySide6-Essentials needs and does not bring: Debian/Ubuntu and Fedora packages.
PACKAGES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libGLX.so.0": ("libglx0", "libglvnd-glx"),
    "libOpenGL.so.0": ("libopengl0", "libglvnd-opengl"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libz.so.1": ("zlib1g", "zlib"),
    "libX11.so.6": ("libx11-6", "libX11"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
}
WITHOUT = "Without a screen, use `guiyin snapshot DIR` or set QT_QPA_PLATFORM=offscreen"


def problem() -> str:
    """Return a sentence that says why the window cannot start, or an empty string."""
    try:
        from PySide6 import QtGui, QtWidgets  # noqa: F401 - whether they load is the question
    except ImportError as failure:
        return (
            _library(str(failure)) or f"Qt could not be loaded ({failure}). Install PySide6-Essentials again"
        )
    if (
        not sys.platform.startswith("linux")
        or os.environ.get("QT_QPA_PLATFORM", "xcb").split(":")[0] != "xcb"
    ):
        return ""
    if "QT_QPA_PLATFORM" not in os.environ and _wayland():
        return ""
    if not os.environ.get("DISPLAY"):
        return f"there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set). {WITHOUT}"
    return _xcb()


def _wayland() -> bool:
    """Whether a Wayland compositor listens where the environment says."""
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and (Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name).exists()


def _xcb() -> str:
    """Load Qt's X11 plugin and connect to the X server, as Qt will."""
    import ctypes

    import PySide6

    plugin = Path(PySide6.__path__[0]) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    try:
        if plugin.exists():
            ctypes.CDLL(str(plugin))
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as failure:
        return _library(str(failure)) or f"Qt's X11 plugin could not be loaded ({failure}). {WITHOUT}"
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return f"the display {os.environ['DISPLAY']!r} cannot be reached. {WITHOUT}" if failed else ""


def _library(message: str) -> str:
    """Return what to install for a message of the dynamic linker, or "" when it names no library."""
    import re

    found = re.search(r"(lib[\w.+-]+\.so[.\d]*): cannot open shared object file", message)
    if found is None:
        return ""
    name = found.group(1)
    if name not in PACKAGES:
        return f"the system library {name} is missing. Install the package that contains it"
    debian, fedora = PACKAGES[name]
    return (
        f"the system library {name} is missing. Install it with `sudo apt install {debian}` (Debian, Ubuntu) "
        f"or `sudo dnf install {fedora}` (Fedora)"
    )
