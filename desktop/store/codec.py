"""A dossier folder becomes a Dossier: the one boundary where data from files is checked."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from desktop.core.dossier import Dossier
from desktop.core.errors import UserError
from desktop.core.source import Original, Source, canonical, digest_of
from desktop.core.table import Cell, Column, Table
from desktop.core.text import Text
from desktop.core.value import value
from desktop.store import from_rows, schema
from desktop.store.csvfile import FIX, Row, brief, decode
from desktop.store.package import Package, open_package


@value
class Loaded:
    """A dossier and what was odd about its files."""

    dossier: Dossier
    notices: tuple[Text, ...]


def load(folder: Path) -> Loaded:
    """Read a dossier folder; raises UserError with file, line and field when it cannot be read."""
    package = open_package(folder)
    sources = tuple(_source(package, row) for row in package.rows(schema.SOURCES))
    dossier = Dossier(
        id=package.name,
        title=package.text("title"),
        product=package.text("product"),
        summary=package.text("summary"),
        sources=sources,
        factors=tuple(sorted(map(from_rows.factor, package.rows(schema.FACTORS)), key=lambda f: f.order)),
        tables=_tables(package),
        figures=tuple(map(from_rows.figure, package.rows(schema.FIGURES))),
        policies=tuple(map(from_rows.policy, package.rows(schema.POLICIES))),
        events=tuple(map(from_rows.event, package.rows(schema.EVENTS))),
        points=tuple(map(from_rows.point, package.rows(schema.POINTS))),
        assessments=tuple(map(from_rows.assessment, package.rows(schema.VERDICT_ROWS))),
        location=str(folder),
        doubts=tuple(map(from_rows.doubt, package.rows(schema.DOUBTS))),
        leftovers=tuple(map(from_rows.leftover, package.rows(schema.LEFTOVERS))),
        reviews=tuple(map(from_rows.review, package.rows(schema.REVIEWS))),
        deleted=tuple(row.text("id") for row in package.rows(schema.DELETED)),
        rulings=tuple(map(from_rows.ruling, package.rows(schema.RULINGS))),
    )
    _check_ids(dossier, folder)
    return Loaded(dossier, (*package.odd(), *_orphans(dossier, folder)))


def _source(package: Package, row: Row) -> Source:
    path = row.text("path")
    text = canonical(decode(package.folder / path, package.read(path)))
    if digest_of(text) != row.text("sha256"):
        package.notices.append(
            Text(
                f"{package.folder / path} 的文字已变（sha256 不符），部分出处可能失效。",
                f"The text of {package.folder / path} has changed (sha256); some passages may be lost.",
            )
        )
    article = row.text("original_article")
    original = (
        Original(article, row.text("original_sha256"), row.integer("original_chars")) if article else None
    )
    return Source(
        row.text("id"),
        row.text("kind"),
        row.pair("title"),
        path,
        row.text("sha256"),
        text,
        row.text("date"),
        original,
    )


def _tables(package: Package) -> tuple[Table, ...]:
    columns: defaultdict[str, list[Column]] = defaultdict(list)
    for row in package.rows(schema.COLUMNS):
        columns[row.text("table")].append(from_rows.column(row))
    cells: defaultdict[str, defaultdict[int, list[Cell]]] = defaultdict(lambda: defaultdict(list))
    for row in package.rows(schema.CELLS):
        cell = from_rows.cell(row)
        cells[cell.table][cell.row].append(cell)
    found = []
    for row in package.rows(schema.TABLES):
        lines = {r: tuple(sorted(line, key=lambda c: c.col)) for r, line in cells[row.text("id")].items()}
        _check_places(row.text("id"), lines, package.folder)
        head = lines.pop(0, ())
        sides = tuple(sorted(columns[row.text("id")], key=lambda c: c.col))
        found.append(from_rows.table(row, sides, head, tuple(lines[r] for r in sorted(lines))))
    return tuple(sorted(found, key=lambda t: t.order))


def _check_places(table: str, lines: dict[int, tuple[Cell, ...]], folder: Path) -> None:
    """A row may end early, but rows and cells are counted without gaps, or cells would be taken for others."""
    for number, row in enumerate(sorted({0, *lines})):
        places = [c.col for c in lines.get(row, ())]
        if row != number or places != list(range(len(places))):
            raise UserError(
                Text(
                    f"{folder}：表格 {brief(table)} 第 {number} 行的单元格有缺漏或重复。",
                    f"{folder}: cells are missing or doubled in row {number} of the table {brief(table)}.",
                ),
                FIX,
            )


def _check_ids(dossier: Dossier, folder: Path) -> None:
    everything = [
        i.id
        for group in (
            dossier.factors,
            dossier.tables,
            dossier.figures,
            dossier.policies,
            dossier.events,
            dossier.points,
        )
        for i in group
    ]
    everything += [c.id for t in dossier.tables for line in (t.header, *t.rows) for c in line]
    twice = (
        next((i for i in everything if everything.count(i) > 1), "")
        if len(set(everything)) < len(everything)
        else ""
    )
    if twice:
        raise UserError(
            Text(
                f"{folder}：编号 {brief(twice)} 出现两次。", f"{folder}: the id {brief(twice)} occurs twice."
            ),
            FIX,
        )
    if not dossier.factors:
        raise UserError(Text(f"{folder} 里没有任何因素。", f"{folder} holds no factors."), FIX)


def _orphans(dossier: Dossier, folder: Path) -> list[Text]:
    texts = {s.id: s.text for s in dossier.sources}
    lost = sum(not i.anchor.holds(texts.get(i.anchor.source, "")) for i in dossier.items.values())
    if not lost:
        return []
    return [
        Text(
            f"{folder}：{lost} 处引文在原文里对不上，已标为失效。",
            f"{folder}: {lost} quotes do not stand where they should; they are marked as lost.",
        )
    ]
