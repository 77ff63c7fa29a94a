"""A start after a newer version says so, once; an upgrade needs no words."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop import __version__
from desktop.app.downgrade import note_version, order
from desktop.services.preferences import Preferences


def test_a_first_start_and_an_upgrade_are_silent(home: Path) -> None:
    assert note_version(Preferences(), "0.9") is None
    assert note_version(Preferences(), "0.9") is None
    assert note_version(Preferences(), "0.10") is None


def test_a_downgrade_is_said_once(home: Path) -> None:
    note_version(Preferences(), "2.0")
    said = note_version(Preferences(), "1.9.3")
    assert said is not None
    assert "2.0" in said.zh
    assert "1.9.3" in said.en
    assert note_version(Preferences(), "1.9.3") is None


def test_settings_by_hand_are_no_version(home: Path) -> None:
    for odd in (7, "latest", ["9"]):
        Preferences().set_value("version", odd)
        assert note_version(Preferences()) is None


def test_our_own_version_has_an_order() -> None:
    assert order(__version__) > order("0.0.1")


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("0.9", "0.10"),
        ("1.0rc1", "1.0"),
        ("1.0.dev2", "1.0a1"),
        ("1.0b2", "1.0rc1"),
        ("1.0", "1.0.1"),
        ("?", "0.0.1"),
    ],
)
def test_versions_sort(older: str, newer: str) -> None:
    assert order(older) < order(newer)


def test_zeros_at_the_end_say_nothing() -> None:
    assert order("1.0.0") == order("1")
