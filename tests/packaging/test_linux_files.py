"""Desktop entry, file type, software-centre text and manual say the same, and what the tools of a desktop accept."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import linux_tree
import pytest
import stamp

from desktop.app.cli import USAGE

TYPE = "application/x-guiyin"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_the_desktop_entry_opens_our_type() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(linux_tree.HERE / "guiyin.desktop", encoding="utf-8")
    main = entry["Desktop Entry"]
    assert (main["Exec"], main["Icon"], main["Terminal"]) == ("guiyin %f", "guiyin", "false")
    assert main["MimeType"].split(";")[0] == TYPE
    assert main["Name[zh_CN]"] == "归因"


def test_the_type_is_that_of_the_suffix() -> None:
    one = ET.parse(linux_tree.HERE / "guiyin.xml").getroot().find(f"{MIME}mime-type")
    assert one is not None
    assert one.get("type") == TYPE
    assert [glob.get("pattern") for glob in one.iter(f"{MIME}glob")] == ["*.guiyin"]


def test_the_text_for_software_centres_has_version_and_type() -> None:
    root = ET.fromstring(linux_tree.filled(f"{linux_tree.METAINFO}.in"))
    assert root.findtext("launchable") == "guiyin.desktop"
    assert root.findtext("provides/mediatype") == TYPE
    release = root.find("releases/release")
    assert release is not None
    assert release.get("version") == stamp.VERSION
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", release.get("date", ""))


def test_the_manual_has_every_command() -> None:
    manual = linux_tree.filled("guiyin.1.in").replace("\\-", "-")
    commands = set(re.findall(r"^  guiyin (?:\[?)([a-z]+|--[a-z-]+)", USAGE, re.MULTILINE))
    assert len(commands) > 5
    assert [command for command in sorted(commands) if command not in manual] == []
    assert "@" not in manual


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("desktop-file-validate", ["guiyin.desktop"]),
        ("xmllint", ["--noout", "guiyin.xml"]),
        ("mandoc", ["-Tlint", "-Wwarning", "guiyin.1"]),
        ("appstreamcli", ["validate", "--no-net", linux_tree.METAINFO]),
    ],
)
def test_the_tools_of_a_desktop_accept_them(tool: str, arguments: list[str], tmp_path: Path) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    for name in ("guiyin.desktop", "guiyin.xml"):
        shutil.copy(linux_tree.HERE / name, tmp_path)
    for name in ("guiyin.1", linux_tree.METAINFO):
        (tmp_path / name).write_text(linux_tree.filled(f"{name}.in"), encoding="utf-8")
    done = subprocess.run([tool, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
