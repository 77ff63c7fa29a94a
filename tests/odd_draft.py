"""The files of a shipped dossier, to be bent before they are written; and the ways to bend them, by name."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.core.source import canonical, digest_of
from desktop.store.descriptor import csv_resource, text_resource
from desktop.store.paths import bundled_data
from desktop.store.schema import DOSSIER

RESOURCES = [resource for resource in DOSSIER if not resource.optional]
Rows = list[dict[str, str]]
NASTY = (
    "", " ", "0", "-1", "1e300", "1e-300", "-0.0", "99999999999999999999", "nan", "inf", "1E+999999", "3x5",
    "0001-01-01", "9999-12-31", "2021-13-40", "2021-00", "→", ";", ";;", "n/a", "illegible", "true",
    "\u202eRTL \u05d0\u05d1\u0627\u0644\u0639", "👩‍👩‍👧‍👦 𠮷 🇨🇳", "a\tb\x01\x1b[31m\x7f",
    "<b>&amp;<img src=x>", "%s {} {0} %(x)s",
    "e\u0301\u0301\u0301", "长" * 3000, "W" * 3000, "a b " * 800, "\u2028\u2029", "'\"`", "&x &y", "../x", "=",
)  # fmt: skip


@dataclass
class Draft:
    """The files of a dossier before they are written."""

    descriptor: dict[str, object]
    rows: dict[str, Rows]
    digest: str
    more: tuple[object, ...] = ()

    def every(self, resource: str, field: str, value: str) -> None:
        """Give all rows of a resource the same value."""
        for row in self.rows[resource]:
            row[field] = value


def draft() -> Draft:
    """Return the files of the first shipped dossier."""
    folder = bundled_data("weilidai")
    rows: dict[str, Rows] = {}
    for resource in RESOURCES:
        with (folder / f"{resource.name}.csv").open(encoding="utf-8", newline="") as file:
            rows[resource.name] = list(csv.DictReader(file))
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return Draft(descriptor, rows, (folder / "sources" / "digest.txt").read_text("utf-8"))


def write(made: Draft, folder: Path) -> Path:
    """Write a draft as a dossier folder with hashes that hold."""
    (folder / "sources").mkdir(parents=True)
    digest = made.digest.encode()
    for row in made.rows["sources"]:
        row["sha256"] = digest_of(canonical(made.digest))
    listed: list[object] = [text_resource(digest)]
    for resource in RESOURCES:
        file = io.StringIO(newline="")
        lines = csv.DictWriter(file, [f.name for f in resource.fields], extrasaction="ignore")
        lines.writeheader()
        lines.writerows(made.rows[resource.name])
        (folder / f"{resource.name}.csv").write_bytes(file.getvalue().encode())
        listed.append(csv_resource(resource, file.getvalue().encode()))
    made.descriptor |= {"name": folder.name, "resources": [*listed, *made.more]}
    (folder / "datapackage.json").write_text(json.dumps(made.descriptor, ensure_ascii=False), "utf-8")
    (folder / "sources" / "digest.txt").write_bytes(digest)
    return folder


Bend = Callable[[Draft], None]
ODD: dict[str, Bend] = {}


def odd(bend: Bend) -> Bend:
    """Register a way to be odd."""
    ODD[bend.__name__.strip("_").replace("_", "-")] = bend
    return bend
