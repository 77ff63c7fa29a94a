"""One row of a CSV resource becomes one value of the core."""

from __future__ import annotations

from desktop.core.evidence import Event, Point
from desktop.core.factor import Factor
from desktop.core.figure import COMPARATORS, ROLES, Figure
from desktop.core.period import Period
from desktop.core.policy import MATCHES, PolicyMention
from desktop.core.review import Doubt, Leftover, Review, Ruling
from desktop.core.span import Anchor, OriginalRef
from desktop.core.table import Cell, Column, Table
from desktop.core.text import Text
from desktop.core.verdict import CHECK_NAMES, VERDICTS, Assessment, PartCheck
from desktop.store import schema
from desktop.store.csvfile import Row


def anchor(row: Row) -> Anchor:
    """Return the place in the digest."""
    return Anchor(
        row.text("source"),
        row.integer("start"),
        row.integer("end"),
        row.text("quote"),
        row.text("prefix"),
        row.text("suffix"),
    )


def original(row: Row) -> OriginalRef | None:
    """Return the place in the article that does not ship."""
    ref = row.text("original_ref")
    if not ref:
        return None
    start, end = row.optional_integer("original_start"), row.optional_integer("original_end")
    return OriginalRef(ref, start, end, row.text("original_sha256"))


def period(row: Row, name: str = "period") -> Period | None:
    """Return a period with its dates from ``name``, ``name_start`` and ``name_end``."""
    text = row.text(name)
    return Period(text, row.day(f"{name}_start"), row.day(f"{name}_end")) if text else None


def factor(row: Row) -> Factor:
    """Return a factor."""
    return Factor(
        id=row.text("id"),
        kind=row.text("kind"),
        order=row.integer("order"),
        number=row.optional_integer("number"),
        theme=row.one_of("theme", schema.THEMES),
        title=row.pair("title"),
        short=row.pair("short"),
        summary=row.pair("summary"),
        anchor=anchor(row),
        section=(row.integer("section_start"), row.integer("section_end")),
        headline=row.many("headline"),
        parent=row.text("parent"),
        original=original(row),
    )


def column(row: Row) -> Column:
    """Return a column of a table."""
    return Column(row.text("id"), row.integer("col"), row.pair("name"), row.text("kind"), row.text("unit"))


def cell(row: Row) -> Cell:
    """Return a cell of a table."""
    return Cell(
        row.text("id"),
        row.text("table"),
        row.integer("row"),
        row.integer("col"),
        row.text("text") or None,
        row.text("text_en"),
        anchor(row),
        original(row),
    )


def table(
    row: Row, columns: tuple[Column, ...], header: tuple[Cell, ...], lines: tuple[tuple[Cell, ...], ...]
) -> Table:
    """Return a table of its columns and cells."""
    return Table(
        id=row.text("id"),
        factor=row.text("factor"),
        order=row.integer("order"),
        title=row.pair("title"),
        columns=columns,
        header=header,
        rows=lines,
        anchor=anchor(row),
        original=original(row),
    )


def figure(row: Row) -> Figure:
    """Return a figure; one without a value is an error."""
    low, high = row.decimal("value_low"), row.decimal("value_high")
    role = row.one_of("role", tuple(ROLES), needed=True)
    if role != "date" and low is None and high is None:
        raise row.error("value_low", Text("没有数值", "there is no value"))
    return Figure(
        id=row.text("id"),
        factor=row.text("factor"),
        entity=row.pair("entity"),
        indicator=row.pair("indicator"),
        role=role,
        period=period(row),
        comparator=row.one_of("comparator", tuple(COMPARATORS)) or "=",
        low=low,
        high=high,
        unit=row.text("unit"),
        direction=row.one_of("direction", ("up", "down")),
        hedge=row.text("hedge"),
        as_printed=row.text("as_printed"),
        anchor=anchor(row),
        table=row.text("table"),
        row=row.optional_integer("row"),
        col=row.optional_integer("col"),
        change_from=row.text("change_from"),
        negated=row.flag("negated"),
        original=original(row),
    )


def policy(row: Row) -> PolicyMention:
    """Return a policy mention."""
    return PolicyMention(
        id=row.text("id"),
        factor=row.text("factor"),
        kind=row.text("kind"),
        title=row.pair("title"),
        number=row.text("number"),
        date=period(row, "date"),
        date_kind=row.text("date_kind"),
        requirement=row.pair("requirement"),
        impact=row.pair("impact"),
        anchor=anchor(row),
        original=original(row),
        register_id=row.text("register_id"),
        match=row.one_of("match", tuple(MATCHES)),
        match_score=float(row.decimal("match_score") or 0),
        match_why=row.pair("match_why"),
    )


def event(row: Row) -> Event:
    """Return an event; one without dates is an error."""
    when = period(row)
    if when is None or when.start is None or when.end is None:
        raise row.error("period", Text("事件没有日期", "an event needs dates"))
    return Event(
        row.text("id"),
        row.text("factor"),
        row.text("kind"),
        row.pair("title"),
        when,
        row.many("items"),
        anchor(row),
        original(row),
    )


def point(row: Row) -> Point:
    """Return a point."""
    return Point(
        row.text("id"),
        row.text("factor"),
        row.integer("order"),
        row.text("style"),
        row.pair("label"),
        row.text("text_en"),
        anchor(row),
        original(row),
    )


def assessment(row: Row) -> Assessment:
    """Return what the record says of a claim."""
    parts = tuple(
        PartCheck(part, result, row.pair(f"{part}_note"))
        for part in CHECK_NAMES
        if (result := row.one_of(f"{part}_check", schema.CHECKS))
    )
    return Assessment(
        id=row.text("id"),
        kind=row.text("kind"),
        factor=row.text("factor"),
        verdict=VERDICTS[row.one_of("verdict", schema.VERDICTS, needed=True)],
        claim=row.pair("claim"),
        difference=row.pair("difference"),
        items=row.many("items"),
        source=row.pair("source"),
        confidence=row.one_of("confidence", schema.CONFIDENCE, needed=True),
        policy=row.text("policy"),
        premise=row.flag("premise"),
        register_id=row.text("register_id"),
        nearest=row.many("nearest_register_ids"),
        parts=parts,
        series=row.many("series"),
        original=original(row),
    )


def doubt(row: Row) -> Doubt:
    """Return a doubt."""
    return Doubt(row.text("item"), row.text("code"), float(row.decimal("weight") or 0), row.pair("why"))


def leftover(row: Row) -> Leftover:
    """Return a number that was seen and not understood."""
    return Leftover(anchor(row), row.pair("why"))


def review(row: Row) -> Review:
    """Return what was decided on an item."""
    status = row.one_of("status", schema.REVIEW_STATUSES, needed=True)
    return Review(row.text("item"), status, row.text("at"), row.text("by"), row.text("reason"))


def ruling(row: Row) -> Ruling:
    """Return what was said of a finding."""
    status = row.one_of("status", schema.RULING_STATUSES, needed=True)
    return Ruling(
        row.text("id"), status, row.text("about"), row.text("at"), row.text("by"), row.text("reason")
    )
