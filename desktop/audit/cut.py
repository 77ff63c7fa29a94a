"""A dossier is cut into pieces of work, each in one pass over its figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict

from desktop.audit.bullet_tables import bullet_sheets
from desktop.audit.keys import group_key
from desktop.audit.lines import lines
from desktop.audit.origins import Other, origins
from desktop.audit.prose_tables import told_tables
from desktop.audit.rule_pieces import rules_of
from desktop.audit.scope import Group, Piece, Prose, Section, Whole
from desktop.audit.sheet import Sheet
from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.record import Record

_BESIDE = 2  # tables


def pieces(dossier: Dossier, record: Record, library: tuple[Dossier, ...]) -> list[tuple[str, Piece]]:
    """Return (scope, piece) of everything there is to check, in the order of the text."""
    loose = [f for f in dossier.figures if not f.table]
    in_source: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in loose:
        in_source[figure.anchor.source].append(figure)
    found: list[tuple[str, Piece]] = []
    listed: list[Sheet] = []
    prose: dict[str, list[Prose]] = {}
    for source in dossier.sources:
        own = sorted(in_source.get(source.id, ()), key=lambda f: (f.anchor.start, f.anchor.end))
        prose[source.id] = prose_of(source.id, source.text, own)
        found += [("prose", p) for p in prose[source.id]]
        listed += bullet_sheets(source.id, source.text, own)
    told = [sheet for own in prose.values() for line in own for sheet in told_tables(line)]
    in_table: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in dossier.figures:
        if figure.table:
            in_table[figure.table].append(figure)
    sheets = [Sheet(f"table:{t.id}", t, tuple(in_table.get(t.id, ()))) for t in dossier.tables]
    found += [("table", s) for s in (*sheets, *listed)]
    found += [("group", g) for g in _groups(dossier, library)]
    found += [("policy", r) for r in rules_of(dossier, record)]
    found += [("section", s) for s in _sections(dossier, sheets, listed, told, prose)]
    found.append(("dossier", Whole("dossier", dossier)))
    return found


def prose_of(source: str, text: str, figures: list[Figure]) -> list[Prose]:
    """The lines of a text that have figures of their own, which are given in their order."""
    made, at = [], 0
    for start, end in lines(text):
        own = []
        while at < len(figures) and figures[at].anchor.start < end:
            if figures[at].anchor.holds(text):
                own.append(figures[at])
            at += 1
        if own:
            made.append(Prose(f"prose:{source}:{start}", source, start, text[start:end], tuple(own)))
    return made


def _groups(dossier: Dossier, library: tuple[Dossier, ...]) -> list[Group]:
    own: dict[str, list[Figure]] = {}
    for figure in sorted(dossier.figures, key=lambda f: (f.anchor.source, f.anchor.start, f.anchor.end)):
        if key := group_key(figure, dossier):
            own.setdefault(key, []).append(figure)
    shared: dict[str, list[tuple[str, Figure]]] = {}
    known = {d.id: d for d in library if d.id != dossier.id}
    for other in known.values():
        for figure in other.figures:
            if (key := group_key(figure, other)) in own:
                shared.setdefault(key, []).append((other.id, figure))
    met = {i for statements in shared.values() for i, _ in statements}
    origin = origins(dossier, [d for d in known.values() if d.id in met])
    others = {
        key: tuple(Other(known[i].title, origin[i], figure) for i, figure in statements)
        for key, statements in shared.items()
    }
    return [
        Group(f"group:{key}", tuple(figures), others.get(key, ()))
        for key, figures in own.items()
        if len(figures) > 1 or key in others
    ]


def _by_end(sheets: list[Sheet]) -> dict[str, tuple[list[int], list[Sheet]]]:
    """The tables of each source and where they end, in order."""
    found: dict[str, tuple[list[int], list[Sheet]]] = {}
    for sheet in sorted(sheets, key=lambda s: s.table.anchor.end):
        ends, own = found.setdefault(sheet.table.anchor.source, ([], []))
        ends.append(sheet.table.anchor.end)
        own.append(sheet)
    return found


def _earlier(tables: dict[str, tuple[list[int], list[Sheet]]], source: str, start: int) -> tuple[Sheet, ...]:
    """The first tables of a text, which mostly give its main numbers, and the last ones, before an offset."""
    ends, sheets = tables.get(source, ([], []))
    many = bisect_right(ends, start)
    if many <= 2 * _BESIDE:
        return tuple(sheets[:many])
    return (*sheets[:_BESIDE], *sheets[many - _BESIDE : many])


def _sections(
    dossier: Dossier,
    sheets: list[Sheet],
    listed: list[Sheet],
    told: list[Sheet],
    prose: dict[str, list[Prose]],
) -> list[Section]:
    by_factor: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in dossier.figures:
        by_factor[figure.factor].append(figure)
    own: defaultdict[str, list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        own[sheet.table.factor].append(sheet)
    in_prose: defaultdict[str, list[Sheet]] = defaultdict(list)
    for sheet in told:
        in_prose[sheet.table.factor].append(sheet)
    tables, lists = _by_end(sheets), _by_end(listed)
    starts = {source: [p.start for p in own] for source, own in prose.items()}
    made = []
    for factor in dossier.factors:
        source = dossier.source(factor.anchor.source)
        start, end = factor.section
        text = source.text[start:end] if source else ""
        begins = starts.get(factor.anchor.source, [])
        first, last = bisect_left(begins, start), bisect_left(begins, end)
        made.append(
            Section(
                f"section:{factor.id}",
                factor,
                factor.anchor.source,
                start,
                text,
                tuple(sorted(by_factor.get(factor.id, ()), key=lambda f: f.anchor.start)),
                tuple(own.get(factor.id, ())),
                (
                    *_earlier(tables, factor.anchor.source, start),
                    *_earlier(lists, factor.anchor.source, end),
                ),
                tuple(p for p in prose[factor.anchor.source][first:last] if p.figures[0].factor == factor.id)
                if first < last
                else (),
                tuple(in_prose.get(factor.id, ())),
            )
        )
    return made
