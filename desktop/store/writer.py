"""A Dossier becomes a folder that is a valid Data Package: written beside, then put in place at once."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from itertools import repeat
from pathlib import Path

from desktop.core.dossier import Dossier
from desktop.core.errors import UserError
from desktop.core.text import Text
from desktop.store import schema, to_rows, to_rows_review
from desktop.store.aside import ASIDE, restore
from desktop.store.descriptor import DIGEST_NAME, DIGEST_PATH, PROFILE, columns, csv_resource, text_resource
from desktop.store.schema import Resource
from desktop.store.to_rows import Fields


def write(dossier: Dossier, folder: Path) -> None:
    """Write a dossier; what stood in the folder before is replaced as a whole or stays as it was.

    Raises UserError when the folder cannot be written.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        restore(folder.parent)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-") as beside:
            fresh = Path(beside) / "new"
            _put(fresh, files_of(dossier))
            _swap(fresh, folder)
        _settle(folder.parent)
    except OSError as problem:
        raise UserError(
            Text(
                f"无法写入 {folder}（{problem.strerror}）。", f"Cannot write {folder} ({problem.strerror})."
            ),
            Text("请检查权限和磁盘空间。", "Check permissions and free space."),
        ) from None


def files_of(dossier: Dossier) -> dict[str, bytes]:
    """Return the files of a dossier's folder by their path; the descriptor is the last."""
    made: dict[str, bytes] = {}
    described: list[object] = []
    for resource, rows, extra in _resources(dossier):
        if rows or not resource.optional:
            data = _csv(resource, rows, extra)
            made[f"{resource.name}.csv"] = data
            described.append(csv_resource(resource, data, extra=extra))
    for source in dossier.sources:
        data = source.text.encode("utf-8")
        made[source.path] = data
        name = DIGEST_NAME if source.path == DIGEST_PATH else _resource_name(source.path)
        described.append(text_resource(data, name, source.path))
    descriptor = {
        "$schema": PROFILE,
        "name": dossier.id,
        "title": dossier.title.zh,
        "guiyin:formatVersion": schema.FORMAT_VERSION,
        **{f"guiyin:{key}": {"zh": text.zh, "en": text.en} for key, text in _texts(dossier).items()},
        "resources": described,
    }
    made["datapackage.json"] = (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    return made


def _texts(dossier: Dossier) -> dict[str, Text]:
    return {"title": dossier.title, "product": dossier.product, "summary": dossier.summary}


def _resource_name(path: str) -> str:
    stem = path.rpartition("/")[2].rpartition(".")[0].lower()
    return "".join(c if (c.isascii() and c.isalnum()) or c in "-_." else "-" for c in stem) or "source"


def _resources(dossier: Dossier) -> Iterable[tuple[Resource, list[Fields], bool]]:
    """Every resource with its rows, and whether its file has the extra fields."""
    tables = dossier.tables
    matched = any(p.register_id or p.match or p.match_score or p.match_why.zh for p in dossier.policies)
    yield schema.SOURCES, [to_rows.source_row(s) for s in dossier.sources], False
    yield schema.FACTORS, list(map(to_rows.row_of, dossier.factors)), False
    yield schema.TABLES, list(map(to_rows.row_of, tables)), False
    yield schema.COLUMNS, [to_rows.column_row(c, t.id) for t in tables for c in t.columns], False
    yield schema.CELLS, [to_rows.row_of(c) for t in tables for r in (t.header, *t.rows) for c in r], False
    yield schema.FIGURES, list(map(to_rows.row_of, dossier.figures)), False
    yield schema.POLICIES, list(map(to_rows.row_of, dossier.policies)), matched
    yield schema.EVENTS, list(map(to_rows.row_of, dossier.events)), False
    yield schema.POINTS, list(map(to_rows.row_of, dossier.points)), False
    yield schema.VERDICT_ROWS, [to_rows.assessment_row(a) for a in dossier.assessments], False
    yield schema.DOUBTS, [to_rows_review.doubt_row(d, n) for n, d in enumerate(dossier.doubts)], False
    yield (
        schema.LEFTOVERS,
        [to_rows_review.leftover_row(x, n) for n, x in enumerate(dossier.leftovers)],
        False,
    )
    yield schema.REVIEWS, [to_rows_review.review_row(r, n) for n, r in enumerate(dossier.reviews)], False
    yield schema.DELETED, [{"id": i} for i in dossier.deleted], False
    yield schema.RULINGS, list(map(to_rows_review.ruling_row, dossier.rulings)), False


def _csv(resource: Resource, rows: list[Fields], extra: bool) -> bytes:
    names = [f.name for f in columns(resource, extra=extra)]
    lines = [names, *(list(map(row.get, names, repeat(""))) for row in rows)]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(lines)
    text = out.getvalue()
    if "\r" in text:  # the writer leaves a lone CR bare, which the reader would take for the end of the line
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(lines)
        text = out.getvalue()
    return text.encode("utf-8")


def _put(folder: Path, files: dict[str, bytes]) -> None:
    """Write files, and ask for them to reach the disk once all are written, which is cheaper than one by one."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    for path in files:
        with (folder / path).open("rb+") as file:
            os.fsync(file.fileno())
    for each in (folder, *(p for p in folder.iterdir() if p.is_dir())):
        _settle(each)


def _settle(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk, where the system can be asked to."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _swap(fresh: Path, folder: Path) -> None:
    aside = folder.with_name(ASIDE + folder.name)
    shutil.rmtree(aside, ignore_errors=True)
    if folder.exists():
        folder.rename(aside)
    try:
        fresh.rename(folder)
    except OSError:
        restore(folder.parent)
        raise
    shutil.rmtree(aside, ignore_errors=True)
