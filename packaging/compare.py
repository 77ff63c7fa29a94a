"""Whether two builds are the same: ``python packaging/compare.py ONE OTHER`` (folders, or files)."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path


def listing(path: Path) -> dict[str, str]:
    """Return a hash for every file below ``path``, whether it can be run, and where each link points."""
    if path.is_file():
        return {path.name: _told(path)}
    found = {}
    for one in sorted(path.rglob("*")):
        name = str(one.relative_to(path))
        if one.is_symlink():
            found[name] = f"link to {one.readlink()}"
        elif one.is_file():
            found[name] = _told(one)
    return found


def _told(file: Path) -> str:
    return f"{hashlib.sha256(file.read_bytes()).hexdigest()} {file.stat().st_mode & 0o111:o}"


def differences(one: Path, other: Path) -> list[str]:
    """Return a line for every file that only one has, or that differs."""
    left, right = listing(one), listing(other)
    if one.is_file() and other.is_file():
        return [] if set(left.values()) == set(right.values()) else [f"differs: {one.name}"]
    alone = [f"only in {one}: {name}" for name in sorted(left.keys() - right.keys())]
    alone += [f"only in {other}: {name}" for name in sorted(right.keys() - left.keys())]
    return alone + [
        f"differs: {name}" for name in sorted(left.keys() & right.keys()) if left[name] != right[name]
    ]


def main(arguments: list[str]) -> int:
    """Print the differences; 1 when there are any, 2 for wrong arguments."""
    if len(arguments) != 2 or not all(Path(path).exists() for path in arguments):
        print(f"{__doc__}", file=sys.stderr)
        return 2
    found = differences(*map(Path, arguments))
    print("\n".join(found) or f"the same: {len(listing(Path(arguments[0])))} files")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
