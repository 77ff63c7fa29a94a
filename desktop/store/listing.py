"""What the dossiers of the library hold, without loading them: a line each for the library page."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from pathlib import Path

from desktop.core.errors import UserError
from desktop.core.progress import Progress
from desktop.core.text import Text
from desktop.core.value import value
from desktop.store.library import folders
from desktop.store.package import Package, open_package
from desktop.store.paths import bundled_data

FILES = ("factors", "figures", "tables", "policies")


@value
class Listed:
    """A dossier: what it is called, from when its source and its files are, and how much it holds.

    ``problem`` says why it cannot be opened; then there is nothing but its folder.
    """

    folder: Path
    product: Text
    title: Text
    dated: str  # of the first source: ISO or ""
    changed: datetime
    shipped: bool
    counts: dict[str, int]
    problem: Text | None = None


def listing(progress: Progress) -> tuple[Listed, ...]:
    """List the whole library: the shipped dossiers, the reader's own from the latest on, the broken ones."""
    found = folders()
    listed = []
    for n, folder in enumerate(found):
        progress.step(n, len(found))
        listed.append(_listed(folder))
    return tuple(sorted(listed, key=_place))


def _place(one: Listed) -> tuple[int, float]:
    if one.shipped or one.problem is not None:
        return (0 if one.shipped else 2), 0.0
    return 1, -one.changed.timestamp()


def _listed(folder: Path) -> Listed:
    shipped = folder.is_relative_to(bundled_data())
    name = Text(folder.name, folder.name)
    try:
        changed = datetime.fromtimestamp((folder / "datapackage.json").stat().st_mtime, UTC)
        package = open_package(folder)
        product, title, rows = package.text("product"), package.text("title"), _rows(package)
    except UserError as problem:
        return Listed(folder, name, name, "", datetime.now(UTC), shipped, {}, problem.text)
    except (OSError, csv.Error, UnicodeDecodeError) as problem:
        why = Text(f"无法读取 {folder}（{problem}）。", f"Cannot read {folder} ({problem}).")
        return Listed(folder, name, name, "", datetime.now(UTC), shipped, {}, why)
    dated = next((row.get("date") or "" for row in rows["sources"]), "")
    counts = {
        "reasons": sum(row.get("kind") == "factor" for row in rows["factors"]),
        "figures": sum(row.get("role") != "date" for row in rows["figures"]),
        "tables": len(rows["tables"]),
        "policies": len(rows["policies"]),
    }
    return Listed(folder, product, title, dated, changed, shipped, counts)


def _rows(package: Package) -> dict[str, list[dict[str, str]]]:
    found = {}
    for name in ("sources", *FILES):
        with (package.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            found[name] = list(csv.DictReader(file))
    return found
