"""The installers, made of a small stand-in for the bundle: install, upgrade, refuse a downgrade, remove."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import compare
import debian
import icons
import pytest
import self_extract
import stamp

needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not installed")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    folder = tmp_path / "bundle"
    resources = folder / "_internal" / "resources"
    resources.mkdir(parents=True)
    stamp.write(resources / stamp.FILE)
    (folder / "guiyin").write_text("#!/bin/sh\necho started with $#\n", encoding="utf-8")
    (folder / "guiyin").chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icons")
    icons.write_all(folder)
    return folder


@pytest.fixture
def archive(bundle: Path, drawn: Path, tmp_path: Path) -> Path:
    out = tmp_path / "out"
    out.mkdir()
    return self_extract.build(debian.build(bundle, drawn, tmp_path, out), out)


def _run(script: Path, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    env = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        ["sh", str(script), *arguments], env=env, cwd=home, capture_output=True, text=True, check=False
    )


@needs_dpkg
def test_two_packages_of_one_bundle_are_the_same(bundle: Path, drawn: Path, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made.append(debian.build(bundle, drawn, tmp_path / "work" / name, tmp_path / name))
        (bundle / "guiyin").touch()
    assert compare.differences(*made) == []
    fields = subprocess.run(
        ["dpkg-deb", "-f", str(made[0])], capture_output=True, text=True, check=True
    ).stdout
    assert f"Version: {debian.debian_version(stamp.VERSION)}\n" in fields
    listed = subprocess.run(
        ["dpkg-deb", "-c", str(made[0])], capture_output=True, text=True, check=True
    ).stdout
    assert all(line.split()[1] == "root/root" for line in listed.splitlines())


@needs_dpkg
def test_installed_for_one_user_and_removed(archive: Path, tmp_path: Path) -> None:
    home = tmp_path / "家 home"
    library = home / ".local" / "share" / "Guiyin" / "library"
    library.mkdir(parents=True)
    (library / "mine.csv").write_text("kept", encoding="utf-8")
    for _ in range(2):  # the second is an upgrade
        done = _run(archive, home=home)
        assert done.returncode == 0, done.stderr
    local = home / ".local"
    entry = (local / "share" / "applications" / "guiyin.desktop").read_text(encoding="utf-8")
    assert f'Exec="{local}/lib/guiyin/guiyin" %f\n' in entry
    started = subprocess.run([str(local / "bin" / "guiyin"), "a"], capture_output=True, text=True, check=True)
    assert started.stdout == "started with 1\n"
    done = _run(local / "lib" / "guiyin" / "uninstall.sh", home=home)
    assert done.returncode == 0, done.stderr
    assert str(local / "share" / "Guiyin") in done.stdout
    left = [str(path) for path in local.rglob("*") if path.is_file() and "/share/mime/" not in str(path)]
    assert left == [str(library / "mine.csv")] or {Path(p).name for p in left} == {
        "mine.csv",
        "mimeinfo.cache",
    }


@needs_dpkg
def test_a_downgrade_is_refused_and_changes_nothing(archive: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    assert _run(archive, home=home).returncode == 0
    told = home / ".local" / "lib" / "guiyin" / "_internal" / "resources" / stamp.FILE
    told.write_text(json.dumps({"version": "99.0"}), encoding="utf-8")
    done = _run(archive, home=home)
    assert done.returncode == 2
    assert "99.0" in done.stderr
    assert "99.0" in told.read_text(encoding="utf-8")
    assert _run(archive, "--downgrade", home=home).returncode == 0
    assert stamp.VERSION in told.read_text(encoding="utf-8")


@needs_dpkg
def test_a_damaged_archive_says_so(archive: Path, tmp_path: Path) -> None:
    data = bytearray(archive.read_bytes())
    data[-100] ^= 255
    archive.write_bytes(data)
    done = _run(archive, home=tmp_path)
    assert done.returncode == 2
    assert "damaged" in done.stderr
    assert not (tmp_path / ".local").exists()


@needs_dpkg
def test_it_can_be_unpacked_only(archive: Path, tmp_path: Path) -> None:
    done = _run(archive, "--extract", str(tmp_path / "there"), home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["guiyin"]
    assert not (tmp_path / ".local").exists()


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed")
def test_the_windows_script_compiles(tmp_path: Path) -> None:
    script = stamp.ROOT / "packaging" / "windows_installer.py"
    subprocess.run(
        [sys.executable, str(script), "--stand-in", str(tmp_path)], check=True, capture_output=True
    )
    assert (tmp_path / f"Guiyin-{stamp.VERSION}-setup.exe").read_bytes()[:2] == b"MZ"


def test_builds_are_compared_file_by_file(tmp_path: Path) -> None:
    for name, content in (("one", "a"), ("two", "b")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "same").write_text("x", encoding="utf-8")
        (tmp_path / name / "other").write_text(content, encoding="utf-8")
        (tmp_path / name / name).write_text("", encoding="utf-8")
    found = compare.differences(tmp_path / "one", tmp_path / "two")
    assert [line.rsplit(" ", 1)[1] for line in found] == ["one", "two", "other"]
