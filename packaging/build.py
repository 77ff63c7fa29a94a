"""Everything that is handed out, by one command: ``uv run packaging/build.py``.

Builds the bundle with PyInstaller (``build.spec``), holds it against its limits, and makes the installers of this
platform: on Linux a ``.deb`` and an archive that installs itself; on Windows an NSIS installer; on macOS a disk image.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]

import contents  # noqa: E402 - needs the path above
import network  # noqa: E402
import sizes  # noqa: E402
import stamp  # noqa: E402

MB = 1_000_000


def bundle(work: Path) -> Path:
    """Build the one-folder bundle; the same commit gives the same bytes, as far as the tools allow."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(stamp.epoch()), "PYTHONHASHSEED": "0"}
    env.setdefault("QT_QPA_PLATFORM", "offscreen")  # the icons are drawn by Qt
    command = [
        sys.executable,
        "-m",
        "PyInstaller",
        str(stamp.ROOT / "build.spec"),
        "--noconfirm",
        "--clean",  # what an earlier build left would change this one
        "--log-level=ERROR",
    ]
    command += ["--distpath", str(work / "dist"), "--workpath", str(work / "work")]
    subprocess.run(command, check=True, cwd=stamp.ROOT, env=env)
    return work / "dist" / "guiyin"


def installers(folder: Path, work: Path, out: Path) -> list[Path]:
    """Make what this platform hands out."""
    icons = stamp.ROOT / "build" / "icons"
    if sys.platform == "win32":
        import windows_installer

        return [windows_installer.build(folder, icons, out)]
    if sys.platform == "darwin":
        image = out / f"Guiyin-{stamp.VERSION}.dmg"
        app = work / "dist" / "Guiyin.app"
        subprocess.run(["bash", str(HERE / "macos" / "dmg.sh"), str(app), str(image)], check=True)
        return [image]
    import debian
    import self_extract

    deb = debian.build(folder, icons, work, out)
    return [deb, self_extract.build(deb, out)]


def too_large(folder: Path, made: list[Path]) -> list[str]:
    """Return a sentence for each limit that is broken (contents.py has them)."""
    installed = sizes.of(folder)
    found = []
    if installed > contents.INSTALLED_MB * MB:
        found.append(f"{folder} takes {installed / MB:.1f} MB, more than {contents.INSTALLED_MB}")
    return found + [
        f"{path} takes {path.stat().st_size / MB:.1f} MB, more than {contents.COMPRESSED_MB}"
        for path in made
        if path.stat().st_size > contents.COMPRESSED_MB * MB
    ]


def main() -> int:
    """Build, measure, write checksums; 1 when something is larger than it may be, or speaks to networks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundle", type=Path, help="use this bundle instead of building one")
    parser.add_argument(
        "--out", type=Path, default=stamp.ROOT / "dist", help="where the installers go (dist)"
    )
    parser.add_argument("--work", type=Path, default=stamp.ROOT / "build", help="where the parts go (build)")
    parser.add_argument(
        "--sizes", action="store_true", help="compress each part by itself, to tell what it costs"
    )
    parser.add_argument("--only-bundle", action="store_true", help="make no installers")
    options = parser.parse_args()
    if find_spec("PyInstaller") is None:  # only building needs it
        again = [os.environ.get("UV", "uv"), "run", "--group", "build", __file__, *sys.argv[1:]]
        return subprocess.run(again, check=False).returncode
    if network.python_speaks():
        print(
            "this Python has OpenSSL inside, as uv's own do; uv run --no-managed-python takes another",
            file=sys.stderr,
        )
        return 1
    folder = options.bundle or bundle(options.work)
    out = options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    made = [] if options.only_bundle else installers(folder.resolve(), options.work.resolve(), out)
    print(sizes.table(folder, options.sizes))
    for path in made:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        path.with_name(f"{path.name}.sha256").write_text(f"{digest}  {path.name}\n", encoding="utf-8")
        print(f"{path.stat().st_size / MB:8.1f} MB  {path}")
    broken = [f"too large: {sentence}" for sentence in too_large(folder, made)]
    broken += [f"speaks to networks: {reason}" for reason in network.reasons(folder)]
    for sentence in broken:
        print(sentence, file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
