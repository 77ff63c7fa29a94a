"""The version stands in one place; everything else takes it from there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import stamp
import windows_version
from debian import debian_version

from desktop import __version__

PACKAGING = Path(stamp.__file__).parent


def test_it_is_that_of_the_code(tmp_path: Path) -> None:
    assert __version__ == stamp.VERSION
    stamp.write(tmp_path / stamp.FILE)
    assert json.loads((tmp_path / stamp.FILE).read_text(encoding="utf-8"))["version"] == __version__
    assert windows_version.SAID["ProductVersion"] == __version__
    assert ".".join(map(str, windows_version.NUMBERS)) == f"{re.match(r'[0-9.]+', __version__)[0]}.0"  # type: ignore[index]


def test_nobody_repeats_it() -> None:
    files = [path for path in PACKAGING.rglob("*") if path.is_file() and path.suffix not in (".pyc", ".svg")]
    assert len(files) > 10
    number = re.compile(rf"\b{re.escape(__version__)}\b")
    assert [path.name for path in files if number.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("ours", "debian"),
    [("1.2.3", "1.2.3"), ("1.0rc1", "1.0~rc1"), ("1.0.dev3", "1.0~dev3"), ("1.0b2", "1.0~b2")],
)
def test_an_early_version_comes_first(ours: str, debian: str) -> None:
    assert debian_version(ours) == debian
