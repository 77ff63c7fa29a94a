"""A dossier folder becomes a Dossier: the one boundary where data from files is checked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from desktop.core.dossier import Dossier
from desktop.core.errors import UserError
from desktop.core.evidence import Event, Point
from desktop.core.factor import Factor
from desktop.core.figure import COMPARATORS, ROLES, Figure
from desktop.core.period import Period
from desktop.core.policy import PolicyMention
from desktop.core.source import Original, Source, canonical, digest_of
from desktop.core.span import Anchor, OriginalRef
from desktop.core.table import Cell, Column, Table
from desktop.core.text import Text
from desktop.core.verdict import CHECK_NAMES, VERDICTS, Assessment, PartCheck
from desktop.store import schema
from desktop.store.csvfile import FIX, Row, decode
from desktop.store.package import Package, open_package


@dataclass(frozen=True, slots=True)
class Loaded:
    """A dossier and what was odd about its files."""

    dossier: Dossier
    notices: tuple[Text, ...]


def load(folder: Path) -> Loaded:
    """Read a dossier folder; raises UserError with file, line and field when it cannot be read."""
    package = open_package(folder)
    sources = tuple(_source(package, row) for row in package.rows(schema.SOURCES))
    dossier = Dossier(
        id=str(package.descriptor.get("name") or folder.name),
        title=package.text("title"),
        product=package.text("product"),
        summary=package.text("summary"),
        sources=sources,
        factors=tuple(sorted(map(_factor, package.rows(schema.FACTORS)), key=lambda f: f.order)),
        tables=_tables(package),
        figures=tuple(map(_figure, package.rows(schema.FIGURES))),
        policies=tuple(map(_policy, package.rows(schema.POLICIES))),
        events=tuple(map(_event, package.rows(schema.EVENTS))),
        points=tuple(map(_point, package.rows(schema.POINTS))),
        assessments=tuple(map(_assessment, package.rows(schema.VERDICT_ROWS))),
        location=str(folder),
    )
    _check_ids(dossier, folder)
    return Loaded(dossier, (*package.notices, *_orphans(dossier, folder)))


def _anchor(row: Row) -> Anchor:
    return Anchor(row.text("source"), row.integer("start"), row.integer("end"), row.text("quote"),
                  row.text("prefix"), row.text("suffix"))  # fmt: skip


def _original(row: Row) -> OriginalRef | None:
    ref = row.text("original_ref")
    if not ref:
        return None
    start, end = row.optional_integer("original_start"), row.optional_integer("original_end")
    return OriginalRef(ref, start, end, row.text("original_sha256"))


def _period(row: Row, name: str = "period") -> Period | None:
    text = row.text(name)
    return Period(text, row.day(f"{name}_start"), row.day(f"{name}_end")) if text else None


def _source(package: Package, row: Row) -> Source:
    path = row.text("path")
    text = canonical(decode(package.folder / path, package.read(path)))
    if digest_of(text) != row.text("sha256"):
        package.notices.append(
            Text(f"{package.folder / path} 的文字已变（sha256 不符），部分出处可能失效。",
                 f"The text of {package.folder / path} has changed (sha256); some passages may be lost.")
        )  # fmt: skip
    article = row.text("original_article")
    original = Original(article, row.text("original_sha256"), row.integer("original_chars")) if article else None
    return Source(row.text("id"), row.text("kind"), row.pair("title"), path, row.text("sha256"), text,
                  row.text("date"), original)  # fmt: skip


def _factor(row: Row) -> Factor:
    return Factor(
        id=row.text("id"), kind=row.text("kind"), order=row.integer("order"),
        number=row.optional_integer("number"), theme=row.one_of("theme", schema.THEMES), title=row.pair("title"),
        short=row.pair("short"), summary=row.pair("summary"), anchor=_anchor(row),
        section=(row.integer("section_start"), row.integer("section_end")), headline=row.many("headline"),
        parent=row.text("parent"), original=_original(row),
    )  # fmt: skip


def _tables(package: Package) -> tuple[Table, ...]:
    columns: defaultdict[str, list[Column]] = defaultdict(list)
    for row in package.rows(schema.COLUMNS):
        columns[row.text("table")].append(
            Column(row.text("id"), row.integer("col"), row.pair("name"), row.text("kind"), row.text("unit"))
        )
    cells: defaultdict[str, defaultdict[int, list[Cell]]] = defaultdict(lambda: defaultdict(list))
    for row in package.rows(schema.CELLS):
        cell = Cell(row.text("id"), row.text("table"), row.integer("row"), row.integer("col"),
                    row.text("text") or None, row.text("text_en"), _anchor(row), _original(row))  # fmt: skip
        cells[cell.table][cell.row].append(cell)
    found = []
    for row in package.rows(schema.TABLES):
        lines = {r: tuple(sorted(line, key=lambda c: c.col)) for r, line in cells[row.text("id")].items()}
        found.append(
            Table(
                id=row.text("id"), factor=row.text("factor"), order=row.integer("order"), title=row.pair("title"),
                columns=tuple(sorted(columns[row.text("id")], key=lambda c: c.col)), header=lines.pop(0, ()),
                rows=tuple(lines[r] for r in sorted(lines)), anchor=_anchor(row), original=_original(row),
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda t: t.order))


def _figure(row: Row) -> Figure:
    low, high = row.decimal("value_low"), row.decimal("value_high")
    role = row.one_of("role", tuple(ROLES))
    if role != "date" and low is None and high is None:
        raise row.error("value_low", Text("没有数值", "there is no value"))
    for name, value in (("value_low", low), ("value_high", high)):
        if value is not None and not value.is_finite():
            raise row.error(name, Text("数值不是有限数", "the value is not finite"))
    return Figure(
        id=row.text("id"), factor=row.text("factor"), entity=row.pair("entity"), indicator=row.pair("indicator"),
        role=role, period=_period(row), comparator=row.one_of("comparator", tuple(COMPARATORS)) or "=",
        low=low, high=high, unit=row.text("unit"), direction=row.one_of("direction", ("up", "down")),
        hedge=row.text("hedge"), as_printed=row.text("as_printed"), anchor=_anchor(row), table=row.text("table"),
        row=row.optional_integer("row"), col=row.optional_integer("col"), change_from=row.text("change_from"),
        negated=row.flag("negated"), original=_original(row),
    )  # fmt: skip


def _policy(row: Row) -> PolicyMention:
    return PolicyMention(
        id=row.text("id"), factor=row.text("factor"), kind=row.text("kind"), title=row.pair("title"),
        number=row.text("number"), date=_period(row, "date"), date_kind=row.text("date_kind"),
        requirement=row.pair("requirement"), impact=row.pair("impact"), anchor=_anchor(row), original=_original(row),
    )  # fmt: skip


def _event(row: Row) -> Event:
    period = _period(row)
    if period is None or period.start is None or period.end is None:
        raise row.error("period", Text("事件没有日期", "an event needs dates"))
    return Event(row.text("id"), row.text("factor"), row.text("kind"), row.pair("title"), period, row.many("items"),
                 _anchor(row), _original(row))  # fmt: skip


def _point(row: Row) -> Point:
    return Point(row.text("id"), row.text("factor"), row.integer("order"), row.text("style"), row.pair("label"),
                 row.text("text_en"), _anchor(row), _original(row))  # fmt: skip


def _assessment(row: Row) -> Assessment:
    parts = tuple(
        PartCheck(part, result, row.pair(f"{part}_note"))
        for part in CHECK_NAMES
        if (result := row.one_of(f"{part}_check", schema.CHECKS))
    )
    return Assessment(
        id=row.text("id"), kind=row.text("kind"), factor=row.text("factor"),
        verdict=VERDICTS[row.one_of("verdict", schema.VERDICTS)], claim=row.pair("claim"),
        difference=row.pair("difference"), items=row.many("items"), source=row.pair("source"),
        confidence=row.one_of("confidence", schema.CONFIDENCE), policy=row.text("policy"),
        premise=row.flag("premise"), register_id=row.text("register_id"), nearest=row.many("nearest_register_ids"),
        parts=parts, series=row.many("series"), original=_original(row),
    )  # fmt: skip


def _check_ids(dossier: Dossier, folder: Path) -> None:
    everything = [i.id for group in (dossier.factors, dossier.tables, dossier.figures, dossier.policies,
                                     dossier.events, dossier.points) for i in group]  # fmt: skip
    everything += [c.id for t in dossier.tables for line in (t.header, *t.rows) for c in line]
    twice = next((i for i in everything if everything.count(i) > 1), "") if len(set(everything)) < len(everything) else ""
    if twice:
        raise UserError(Text(f"{folder}：编号 {twice} 出现两次。", f"{folder}: the id {twice} occurs twice."), FIX)
    if not dossier.factors:
        raise UserError(Text(f"{folder} 里没有任何因素。", f"{folder} holds no factors."), FIX)


def _orphans(dossier: Dossier, folder: Path) -> list[Text]:
    texts = {s.id: s.text for s in dossier.sources}
    lost = sum(not i.anchor.holds(texts.get(i.anchor.source, "")) for i in dossier.items.values())
    if not lost:
        return []
    return [Text(f"{folder}：{lost} 处引文在原文里对不上，已标为失效。",
                 f"{folder}: {lost} quotes do not stand where they should; they are marked as lost.")]  # fmt: skip
