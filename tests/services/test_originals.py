"""Attaching the original: only the very text is taken, and a file that is gone is said once and forgotten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from invented import ORIGINAL, dossier, open_in

from desktop.core.source import Original, digest_of
from desktop.services.context import Context
from desktop.services.originals import Originals

SOURCE = dossier().sources[0]


@pytest.fixture
def told(ctx: Context) -> list[str]:
    open_in(ctx, dossier())
    heard: list[str] = []
    ctx.workspace.noticed.connect(lambda text: heard.append(text.zh + text.en))
    return heard


@pytest.mark.parametrize(
    "raw",
    [
        ORIGINAL.encode(),
        ORIGINAL.encode("utf-8-sig"),
        ORIGINAL.encode("gb18030"),
    ],
    ids=["utf-8", "with BOM", "GB18030"],
)
def test_the_same_text_in_any_encoding_is_attached_and_remembered(
    ctx: Context, told: list[str], tmp_path: Path, raw: bytes
) -> None:
    path = tmp_path / "原文.txt"
    path.write_bytes(raw)
    assert not ctx.originals.is_attached(SOURCE)
    assert ctx.originals.attach(path)
    assert ctx.originals.text(SOURCE) == ORIGINAL
    again = Originals(ctx.workspace, ctx.preferences)
    assert again.is_attached(SOURCE)
    assert again.text(SOURCE) == ORIGINAL
    assert told == []


@pytest.mark.parametrize(("raw", "words"), [(b"another", "sha256"), (b"\xff\xfe\x00\xd8", "UTF-8")])
def test_another_file_is_refused_in_a_sentence(
    ctx: Context, told: list[str], tmp_path: Path, raw: bytes, words: str
) -> None:
    path = tmp_path / "other.txt"
    path.write_bytes(raw)
    assert not ctx.originals.attach(path)
    assert len(told) == 1
    assert "other.txt" in told[0]
    assert words in told[0]
    assert not ctx.originals.is_attached(SOURCE)


def test_a_file_that_is_gone_is_said_once_and_forgotten(
    ctx: Context, told: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ORIGINAL, encoding="utf-8", newline="")
    ctx.originals.attach(path)
    path.unlink()
    later = Originals(ctx.workspace, ctx.preferences)
    changes: list[None] = []
    later.changed.connect(lambda: changes.append(None))
    assert later.text(SOURCE) is None
    assert later.text(SOURCE) is None
    assert (len(told), len(changes)) == (1, 1)
    assert "a.txt" in told[0]
    assert not later.is_attached(SOURCE)


def test_a_dossier_without_an_original_says_so(ctx: Context, told: list[str], tmp_path: Path) -> None:
    open_in(ctx, dossier(sources=(replace(SOURCE, original=None),)))
    assert not ctx.originals.attach(tmp_path / "a.txt")
    assert len(told) == 1


def test_settings_written_by_hand_do_no_harm(ctx: Context, told: list[str]) -> None:
    for value in ([1], {"x": 3, SOURCE.sha256: None}, "text"):
        ctx.preferences.set_value("originals", value)
        assert not ctx.originals.is_attached(SOURCE)
    crlf = replace(SOURCE, original=Original("case", digest_of("a\nb"), 3))
    assert ctx.originals.text(crlf) is None
