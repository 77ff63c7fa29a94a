"""The bill of materials (CycloneDX 1.5, JSON): what is in the bundle, in which version, under which licence.

Made from PyInstaller's own lists, so that what is left out is not listed; a distribution without a row in
``resources/licenses/index.csv`` fails the build, because its licence would not ship.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import platform
import re
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from carried import system_libraries, system_package
from contents import Entry
from stamp import ROOT, VERSION, commit, epoch

INDEX: Final = ROOT / "resources" / "licenses" / "index.csv"
FILE: Final = "sbom.cdx.json"
_TOGETHER: Final = {"shiboken6": "pyside6-essentials"}  # under one row
_OURS: Final = ("guiyin", "pyinstaller", "pyinstaller-hooks-contrib")


def distributions(entries: Iterable[Entry]) -> dict[str, str]:
    """Return name and version of each Python distribution that has a module or library among the entries."""
    owners = _owners()
    sources = {os.path.realpath(source) for place, source, _ in entries if ".dist-info" not in place}
    found = {one[0]: one[1] for source in sources if (one := owners.get(source))}
    return dict(sorted(found.items(), key=lambda item: item[0].lower()))


def _row_of(name: str) -> str:
    return _TOGETHER.get(_plain(name), _plain(name))


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def _owners() -> dict[str, tuple[str, str]]:
    """Return name and version of the distribution that each installed file is of."""
    found = {}
    for one in metadata.distributions():
        if _plain(one.name) not in _OURS:
            folder = os.path.realpath(str(one.locate_file("")))
            told = one.name, one.version
            found |= {os.path.normpath(f"{folder}/{file}"): told for file in one.files or ()}
    return found


def shipped(found: Iterable[str]) -> list[dict[str, str]]:
    """Return the rows of the index of licences for what is there: the distributions found, fonts, icons, Python."""
    names = {_plain(name) for name in found}
    with INDEX.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if _plain(row["version_source"]) in ("", *names)]


def only_shipped(datas: Iterable[Entry], found: Iterable[str], work: Path) -> list[Entry]:
    """Return the data files without the licences and metadata of what was left out; About lists what is there."""
    rows = shipped(found)
    index = work / INDEX.name
    with index.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    texts = {row["file"] for row in rows} | {"LICENSE"}
    names = {_plain(name) for name in found}
    kept: list[Entry] = []
    for place, source, kind in datas:
        path = PurePosixPath(place.replace("\\", "/"))
        if path.parent.name == "licenses" and path.name == INDEX.name:
            kept.append((place, str(index), kind))
        elif path.parent.name == "licenses":
            kept += [(place, source, kind)] if path.name in texts else []
        elif not path.parts[0].endswith(".dist-info") or _plain(path.parts[0].rsplit("-", 2)[0]) in names:
            kept.append((place, source, kind))
    return kept


def document(entries: Iterable[Entry], python: str = platform.python_version()) -> dict[str, Any]:
    """Return the bill of materials; raises ValueError when a licence is missing."""
    listed = list(entries)
    found = distributions(listed)
    rows = shipped(found)
    licences = {_plain(row["version_source"]): row["licence"] for row in rows if row["version_source"]}
    missing = [name for name in found if _row_of(name) not in licences]
    if missing:
        raise ValueError(f"no licence in {INDEX} for {', '.join(missing)}, which would ship")
    components = [_library(name, version, licences[_row_of(name)]) for name, version in found.items()]
    components += [
        _component(row["component"], "", row["licence"], row["url_free_note"], "data")
        for row in rows
        if not row["version_source"] and row["component"] not in ("Python", "GNU GPL 3 (text)")
    ]
    components.append(
        _component("Python", python, "PSF-2.0", "Interpreter and standard library", "framework")
    )
    components += [
        {**_named(place, source), "hashes": [{"alg": "SHA-256", "content": _digest(source)}]}
        for place, source in system_libraries(listed)
    ]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, f'guiyin {VERSION} {commit()}')}",
        "version": 1,
        "metadata": {
            "timestamp": _moment(),
            "component": {
                "type": "application", "bom-ref": "guiyin", "name": "guiyin", "version": VERSION,
                "licenses": [{"license": {"id": "MIT"}}],
                "properties": [{"name": "commit", "value": commit()}],
            },
        },
        "components": sorted(components, key=lambda one: one["bom-ref"].lower()),
    }  # fmt: skip


def write(entries: Iterable[Entry], path: Path) -> None:
    """Write the bill of materials."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document(entries), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _moment() -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(epoch(), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _library(name: str, version: str, licence: str) -> dict[str, Any]:
    purl = f"pkg:pypi/{_plain(name)}@{version}"
    return {**_component(name, version, licence, "", "library"), "bom-ref": purl, "purl": purl}


def _component(name: str, version: str, licence: str, note: str, kind: str) -> dict[str, Any]:
    one: dict[str, Any] = {"type": kind, "bom-ref": f"{name}@{version}" if version else name, "name": name}
    if version:
        one["version"] = version
    if note:
        one["description"] = note
    return {**one, "licenses": [{"expression": licence}]}


def _named(place: str, source: str) -> dict[str, Any]:
    """Name a library of the machine that built: by its Debian package where there is one, else by its file."""
    one = {"type": "library", "bom-ref": f"file:{place}", "name": place}
    package = system_package(source)
    if package is None:
        return one
    return {
        **one,
        "version": package.version,
        "purl": f"pkg:deb/{package.name}@{package.version}?arch={package.arch}",
    }


def _digest(source: str) -> str:
    return hashlib.sha256(Path(source).read_bytes()).hexdigest()
