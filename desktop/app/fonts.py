"""The Chinese font that ships with the application, so that no machine shows boxes."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from desktop.core.text import Text
from desktop.store.paths import resource

FILES = (
    "GuiyinSansSC-Regular.otf",
    "GuiyinSansSC-Bold.otf",
    "GuiyinSansQuotes-Regular.otf",
    "GuiyinSansQuotes-Bold.otf",
)


def load_fonts() -> Text | None:
    """Register the shipped fonts; returns a sentence when one is missing (the system's font is used then)."""
    missing = [name for name in FILES if QFontDatabase.addApplicationFont(str(resource("fonts", name))) < 0]
    if not missing:
        return None
    names = "、".join(missing), ", ".join(missing)
    return Text(
        "缺少随附的字体 {}，改用系统字体。", "A shipped font is missing ({}); the system's is used."
    ).format(Text(*names))
