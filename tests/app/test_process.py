"""Whole processes: the start that is timed, the smoke run, pictures without a screen, no screen at all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        cwd=ROOT, env=kept | environment, capture_output=True, text=True, check=False, timeout=110,
    )  # fmt: skip


def test_tells_how_long_the_start_took() -> None:
    done = _run("--exit-when", "shown", QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stderr) == (0, "")
    assert 0.05 < json.loads(done.stdout)["shown"] < 60


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_it_says_so_and_does_not_abort() -> None:
    done = _run()
    assert done.returncode == 2
    assert done.stderr.startswith("guiyin: ")
    assert done.stderr.count("\n") == 1


def test_a_reader_that_has_seen_enough_is_no_fault() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "desktop", "check", "data/weilidai"],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 141


def test_a_timed_start_ends_when_nobody_reads_it() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", "--exit-when", "shown"],
            cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, stdout=writing,
            stderr=subprocess.PIPE, check=False, timeout=110,
        )  # fmt: skip
    finally:
        os.close(writing)
    assert done.stderr == b""


@pytest.mark.slow
def test_smoke_is_silent() -> None:
    done = _run("--smoke")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.slow
def test_snapshot_needs_no_display(tmp_path: Path) -> None:
    done = _run("snapshot", str(tmp_path), "--dossier", "weilidai", "--size", "900x600", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "weilidai-overview.png").stat().st_size > 10_000


def test_snapshot_of_no_dossier_says_which_there_are(tmp_path: Path) -> None:
    done = _run("snapshot", str(tmp_path), "--dossier", "nobody")
    assert done.returncode == 2
    assert "no dossier is called nobody; there are weilidai, lilidai" in done.stderr
