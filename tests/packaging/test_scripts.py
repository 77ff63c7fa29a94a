"""What the scripts say when something is missing or on the way: one sentence, and a status that stops CI."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import linux_tree
import packed_dossier
import pytest
import stamp

from desktop.store.adopt import adopt

PACKAGING = linux_tree.HERE.parent
pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


def _tools(tmp_path: Path, **scripts: str) -> dict[str, str]:
    """Make a PATH with the tools of every system, and with those named here."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("bash", "cat", "env", "mktemp", "rm", "id"):
        (folder / name).symlink_to(shutil.which(name) or name)
    for name, text in scripts.items():
        path = folder / name.replace("_", "-")
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(0o755)
    return {"PATH": str(folder)}


def _run(script: str, *arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [shutil.which("bash") or "bash", str(PACKAGING / script), *arguments]
    return subprocess.run(
        command, env=env, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


def test_packages_that_are_there_are_left_alone(tmp_path: Path) -> None:
    env = _tools(tmp_path, dpkg_query="printf installed", apt_get="exit 9")
    done = _run("install_tools.sh", "strace", "nsis", env=env)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_without_apt_one_sentence_names_what_is_missing(tmp_path: Path) -> None:
    env = _tools(tmp_path, dpkg_query='[ "$3" = nsis ] && printf installed || exit 1')
    done = _run("install_tools.sh", "strace", "nsis", "mmdebstrap", env=env)
    assert done.returncode == 1
    assert done.stderr == (
        "install_tools: this system has no apt-get; install by hand, then try again: strace mmdebstrap\n"
    )


@pytest.mark.parametrize("failing", ["update", "install"])
def test_what_apt_says_is_passed_on(tmp_path: Path, failing: str) -> None:
    apt = f'case "$*" in *{failing}*) echo "no route to the mirror"; exit 100;; esac'
    env = _tools(tmp_path, dpkg_query="exit 1", apt_get=apt, sudo='[ "$2" = true ] || { shift; exec "$@"; }')
    done = _run("install_tools.sh", "strace", env=env)
    assert done.returncode == 1
    assert "no route to the mirror\ninstall_tools: apt-get cannot" in done.stderr


def test_without_root_it_says_so(tmp_path: Path) -> None:
    env = _tools(tmp_path, dpkg_query="exit 1", apt_get="exit 9", sudo="exit 1")
    (tmp_path / "bin" / "id").unlink()
    (tmp_path / "bin" / "id").write_text("#!/bin/sh\necho 1000\n", encoding="utf-8")
    (tmp_path / "bin" / "id").chmod(0o755)
    done = _run("install_tools.sh", "strace", env=env)
    assert done.returncode == 1
    assert "takes root" in done.stderr


def test_the_proof_says_how_it_is_called() -> None:
    for arguments in ((), ("/nowhere/guiyin.deb",)):
        done = _run("prove_linux.sh", *arguments, env={**os.environ})
        assert done.returncode == 2
        assert done.stderr.startswith("usage: prove_linux.sh DEB RUN")


def test_the_dossier_of_the_proof_is_one_that_nobody_has(tmp_path: Path) -> None:
    source = stamp.ROOT / "data" / "lilidai"
    packed_dossier.pack(source, "第一份", tmp_path / "a b.guiyin")
    folder = adopt(tmp_path / "a b.guiyin").folder
    assert (folder / "figures.csv").read_bytes() == (source / "figures.csv").read_bytes()
    told = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert told["guiyin:product"]["zh"] == "第一份"
    assert told["name"] != "lilidai"


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="dpkg is not installed")
@pytest.mark.parametrize(
    ("old", "new", "said"), [("0.2", "0.1~rc1", "replaced by the older 0.1~rc1"), ("0.1", "0.2", "")]
)
def test_the_package_says_a_downgrade(old: str, new: str, said: str) -> None:
    done = _run("linux/preinst", "upgrade", old, new)
    assert done.returncode == 0, done.stderr
    assert (said in done.stdout) if said else (done.stdout == "")


def test_the_package_tells_where_the_readers_files_are() -> None:
    told = _run("linux/postrm", "remove").stdout
    assert all(
        place in told for place in ("~/.local/share/Guiyin", "~/.config/Guiyin", "~/.local/state/Guiyin")
    )
    assert _run("linux/postrm", "upgrade", "0.2").stdout == ""


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize(("does", "status"), [(":", 0), ("echo x 2>/dev/null >/dev/tcp/127.0.0.1/9", 1)])
def test_a_program_that_reaches_for_the_network_is_caught(tmp_path: Path, does: str, status: int) -> None:
    program = tmp_path / "guiyin"
    program.write_text(f"#!{shutil.which('bash')}\n{does}\nexit 0\n", encoding="utf-8")
    program.chmod(0o755)
    done = _run("prove_offline.sh", str(tmp_path))
    assert done.returncode == status, done.stderr
    assert ("AF_INET" in done.stdout) == bool(status)
