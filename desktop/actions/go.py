"""Go: back, forward, next factor."""

from __future__ import annotations

from dataclasses import replace

from desktop.actions.base import Window, action
from desktop.core.text import Text


@action("back", Text("后退", "Back"), "Alt+Left", menu="go", enabled=lambda w: w.ctx.selection.can_go_back)
def back(window: Window) -> None:
    """Return to the place before."""
    window.ctx.selection.back()


@action(
    "forward",
    Text("前进", "Forward"),
    "Alt+Right",
    menu="go",
    enabled=lambda w: w.ctx.selection.can_go_forward,
)
def forward(window: Window) -> None:
    """Undo a step back."""
    window.ctx.selection.forward()


def _neighbour(window: Window, step: int) -> str:
    """Return the id of the factor ``step`` places on, or "" at either end."""
    dossier = window.ctx.workspace.dossier
    if dossier is None:
        return ""
    ids = [f.id for f in dossier.factors]
    current = window.ctx.selection.focus.factor
    if current not in ids:
        return ids[0 if step > 0 else -1] if ids else ""
    place = ids.index(current) + step
    return ids[place] if 0 <= place < len(ids) else ""


def _show_factor(window: Window, factor: str) -> None:
    focus = window.ctx.selection.focus
    window.ctx.selection.show(replace(focus, page="factor", factor=factor, item=factor))


@action("next-factor", Text("下一个因素", "Next Reason"), "Ctrl+Down", menu="go", group=2,
        enabled=lambda w: bool(_neighbour(w, 1)))  # fmt: skip
def next_factor(window: Window) -> None:
    """Show the factor below."""
    if factor := _neighbour(window, 1):
        _show_factor(window, factor)


@action("previous-factor", Text("上一个因素", "Previous Reason"), "Ctrl+Up", menu="go", group=2,
        enabled=lambda w: bool(_neighbour(w, -1)))  # fmt: skip
def previous_factor(window: Window) -> None:
    """Show the factor above."""
    if factor := _neighbour(window, -1):
        _show_factor(window, factor)


@action("next-finding", Text("下一个发现或存疑", "Next Finding or Doubt"), "F8", menu="go", group=3,
        enabled=lambda w: w.ctx.workspace.dossier is not None)  # fmt: skip
def next_finding(window: Window) -> None:
    """Go to the next finding of the check, or in a review to the next doubt."""
    window.step_in_page(1)


@action("previous-finding", Text("上一个发现或存疑", "Previous Finding or Doubt"), "Shift+F8", menu="go", group=3,
        enabled=lambda w: w.ctx.workspace.dossier is not None)  # fmt: skip
def previous_finding(window: Window) -> None:
    """Go to the finding or doubt before."""
    window.step_in_page(-1)


@action("next-area", Text("下一栏", "Next Column"), "F6", menu="go", group=4)
def next_area(window: Window) -> None:
    """Move the keyboard to the next column."""
    window.focus_area(1)


@action("previous-area", Text("上一栏", "Previous Column"), "Shift+F6", menu="go", group=4)
def previous_area(window: Window) -> None:
    """Move the keyboard to the previous column."""
    window.focus_area(-1)
