"""Qt would abort where it cannot start; we say what is missing instead."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.app import platform_check

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and Wayland are Linux's")


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def test_offscreen_needs_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert platform_check.problem() == ""


@linux
def test_no_display_is_said() -> None:
    assert "no display" in platform_check.problem()
    assert "guiyin snapshot" in platform_check.problem()


@linux
def test_an_unreachable_display_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":9871")
    said = platform_check.problem()  # where X libraries are missing, those come first
    assert "':9871' cannot be reached" in said or "sudo apt install" in said


@linux
def test_a_wayland_display_must_exist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert "no display" in platform_check.problem()
    (tmp_path / "wayland-0").touch()
    assert platform_check.problem() == ""


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("libEGL.so.1: cannot open shared object file: No such file or directory", "apt install libegl1"),
        ("libxcb-cursor.so.0: cannot open shared object file: No", "dnf install xcb-util-cursor"),
        ("libodd-thing.so.7: cannot open shared object file: No", "libodd-thing.so.7 is missing"),
        ("DLL load failed", ""),
    ],
)
def test_a_missing_library_names_its_package(message: str, said: str) -> None:
    found = platform_check._library(message)
    assert said in found
    assert bool(found) == bool(said)
