"""View: columns, theme, language, size of text."""

from __future__ import annotations

from desktop.actions.base import Window, action
from desktop.core.text import Language, Text
from desktop.services.preferences import ZOOM_STEPS


def _column(key: str, text: Text, keys: str) -> None:
    @action(f"column-{key}", text, keys, menu="view", checked=lambda w: w.column_shown(key))
    def toggle(window: Window) -> None:
        window.show_column(key, not window.column_shown(key))


_column("tree", Text("因素树", "Reason Tree"), "Ctrl+Shift+L")
_column("inspector", Text("详情栏", "Inspector"), "Ctrl+Shift+R")


def _theme(key: str, text: Text) -> None:
    @action(f"theme-{key}", text, menu="view", group=1, checked=lambda w: w.ctx.preferences.theme == key)
    def choose(window: Window) -> None:
        window.ctx.preferences.set_theme(key)


_theme("light", Text("浅色", "Light"))
_theme("dark", Text("深色", "Dark"))
_theme("system", Text("跟随系统", "Like the System"))


def _language(key: Language, text: Text) -> None:
    @action(f"language-{key}", text, menu="view", group=2, checked=lambda w: w.ctx.language == key)
    def choose(window: Window) -> None:
        window.ctx.preferences.set_language(key)


_language("zh", Text("中文", "中文"))
_language("en", Text("English", "English"))


def _step(window: Window, step: int) -> int:
    """Return the zoom ``step`` places on; the present one at either end."""
    place = ZOOM_STEPS.index(window.ctx.preferences.zoom) + step
    return ZOOM_STEPS[min(max(place, 0), len(ZOOM_STEPS) - 1)]


@action("zoom-in", Text("放大", "Zoom In"), "Ctrl++", "Ctrl+=", menu="view", group=3,
        enabled=lambda w: w.ctx.preferences.zoom < ZOOM_STEPS[-1])  # fmt: skip
def zoom_in(window: Window) -> None:
    """Make everything larger."""
    window.ctx.preferences.set_zoom(_step(window, 1))


@action("zoom-out", Text("缩小", "Zoom Out"), "Ctrl+-", menu="view", group=3,
        enabled=lambda w: w.ctx.preferences.zoom > ZOOM_STEPS[0])  # fmt: skip
def zoom_out(window: Window) -> None:
    """Make everything smaller."""
    window.ctx.preferences.set_zoom(_step(window, -1))


@action("zoom-reset", Text("实际大小", "Actual Size"), "Ctrl+0", menu="view", group=3,
        enabled=lambda w: w.ctx.preferences.zoom != ZOOM_STEPS[0])  # fmt: skip
def zoom_reset(window: Window) -> None:
    """Return to 100 %."""
    window.ctx.preferences.set_zoom(ZOOM_STEPS[0])


@action("reset-layout", Text("恢复默认布局", "Reset Layout"), menu="view", group=4)
def reset_layout(window: Window) -> None:
    """Put sizes and columns back to how they came."""
    window.reset_layout()
