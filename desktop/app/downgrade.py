"""Whether a newer version was used here before; the settings remember which was."""

from __future__ import annotations

import re

from desktop import __version__
from desktop.core.text import Text
from desktop.services.preferences import Preferences

KEY = "version"
NEWER_BEFORE = Text(
    "这里之前用的是较新的版本 {}，现在是 {}。只有新版本认识的内容会原样保留，但不会显示。",
    "The newer version {} was used here before; this is {}. What only the newer one knows is kept, but not shown.",
)
_VERSION = re.compile(r"(\d+(?:\.\d+)*)(?:\.?(dev|a|b|rc)(\d+))?")
_STAGES = ("dev", "a", "b", "rc", None)


def note_version(preferences: Preferences, version: str = __version__) -> Text | None:
    """Remember that ``version`` is used; return what to say where a newer one was used last."""
    before = preferences.value(KEY)
    if before != version:
        preferences.set_value(KEY, version)
    if isinstance(before, str) and order(before) > order(version):
        return NEWER_BEFORE.format(before, version)
    return None


def order(version: str) -> tuple[tuple[int, ...], int, int]:
    """Return what sorts versions, early ones ("1.0rc1") before the one they lead to; what is none sorts first."""
    found = _VERSION.fullmatch(version)
    if found is None:
        return (), 0, 0
    numbers = [int(number) for number in found[1].split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()  # 1.0 is 1.0.0
    return tuple(numbers), _STAGES.index(found[2]), int(found[3] or 0)
