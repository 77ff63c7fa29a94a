"""Every item that the annotators found in the two articles is in the bundled dossiers, with the same content."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.core.dossier import Dossier
from desktop.core.figure import Figure
from desktop.core.policy import PolicyMention
from desktop.core.table import Cell, Table
from desktop.store.codec import load
from desktop.store.paths import bundled_data

SHARED = Path(__file__).resolve().parents[3] / "shared"
NAMES = ("weilidai", "lilidai")
pytestmark = pytest.mark.shared


def _gold(name: str) -> list[dict[str, Any]]:
    return json.loads((SHARED / "gold" / f"{name}.json").read_text(encoding="utf-8"))["items"]


@pytest.fixture(scope="module", params=NAMES)
def case(request: pytest.FixtureRequest) -> tuple[str, Dossier, str]:
    name = request.param
    article = (SHARED / "articles" / f"{name}.txt").read_text(encoding="utf-8")
    return name, load(bundled_data(name)).dossier, article


def _by_ref(dossier: Dossier) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for item in dossier.items.values():
        if item.original:
            found.setdefault(item.original.ref, []).append(item)
    return found


def test_every_gold_item_is_there_with_its_place_in_the_article(case: tuple[str, Dossier, str]) -> None:
    name, dossier, article = case
    refs, missing, wrong = _by_ref(dossier), [], []
    for gold in _gold(name):
        found = [i for i in refs.get(f"{name}:{gold['id']}", []) if not isinstance(i, Cell)]
        if not found:
            missing.append(gold["id"])
            continue
        place = found[0].original
        passage = article[gold["start"] : gold["end"]]
        if (place.start, place.end) != (gold["start"], gold["end"]):
            wrong.append((gold["id"], "offsets"))
        if place.sha256 != hashlib.sha256(passage.encode()).hexdigest():
            wrong.append((gold["id"], "hash"))
    assert not missing
    assert not wrong


def test_quantities_say_what_gold_says(case: tuple[str, Dossier, str]) -> None:
    name, dossier, _ = case
    refs, wrong, seen = _by_ref(dossier), [], 0
    for gold in _gold(name):
        if gold["kind"] != "quantity":
            continue
        figures = [i for i in refs[f"{name}:{gold['id']}"] if isinstance(i, Figure)]
        assert len(figures) == 1, gold["id"]
        figure = figures[0]
        seen += 1
        for end, value in (("value_low", figure.low), ("value_high", figure.high)):
            expected = None if gold[end] is None else Decimal(str(gold[end]))
            wrong += [(gold["id"], end, value)] * (value != expected)
        if gold["role"] != "date" and figure.unit not in {gold["unit"] or "", *gold.get("unit_alt", [])}:
            wrong.append((gold["id"], "unit", figure.unit))
        for field in ("comparator", "role"):
            if getattr(figure, field) != gold[field]:
                wrong.append((gold["id"], field, getattr(figure, field)))
        if figure.direction != (gold["direction"] or ""):
            wrong.append((gold["id"], "direction", figure.direction))
        if (figure.period.text if figure.period else None) != gold["period"]:
            wrong.append((gold["id"], "period", figure.period))
        if figure.negated != gold.get("negated", False):
            wrong.append((gold["id"], "negated", figure.negated))
        if gold.get("change_from"):
            source = dossier.item(figure.change_from)
            if source is None or source.original.ref != f"{name}:{gold['change_from']}":
                wrong.append((gold["id"], "change_from", figure.change_from))
        if gold.get("table") and (figure.row, figure.col) != (gold["row"], gold["col"]):
            wrong.append((gold["id"], "cell", (figure.row, figure.col)))
    assert seen > 50
    assert not wrong


def test_tables_have_every_cell(case: tuple[str, Dossier, str]) -> None:
    name, dossier, article = case
    refs, wrong = _by_ref(dossier), []
    for gold in _gold(name):
        if gold["kind"] != "table":
            continue
        table = next(i for i in refs[f"{name}:{gold['id']}"] if isinstance(i, Table))
        for r, line in enumerate([gold["header"], *gold["rows"]]):
            for c, expected in enumerate(line):
                cell = table.cell(r, c)
                if cell is None or cell.original is None:
                    wrong.append((gold["id"], r, c, "missing"))
                elif article[cell.original.start : cell.original.end] != expected["text"]:
                    wrong.append((gold["id"], r, c, "place"))
                elif r and any(ch.isdigit() for ch in expected["text"]) and len(expected["text"]) < 14:
                    digits = "".join(ch for ch in expected["text"] if ch.isdigit())
                    if digits != "".join(ch for ch in cell.text or "" if ch.isdigit()):
                        wrong.append((gold["id"], r, c, cell.text))
    assert not wrong


def test_policies_have_title_and_date(case: tuple[str, Dossier, str]) -> None:
    name, dossier, _ = case
    refs = _by_ref(dossier)
    for gold in _gold(name):
        if gold["kind"] == "policy":
            mention = next(i for i in refs[f"{name}:{gold['id']}"] if isinstance(i, PolicyMention))
            assert mention.title.zh.replace('"', "”").replace("“", "”") == gold["title"].replace('"', "”")
            assert (mention.date.text if mention.date else None) == gold["date"]


def test_every_required_date_has_an_event(case: tuple[str, Dossier, str]) -> None:
    name, dossier, _ = case
    dated = {i for event in dossier.events for i in event.items}
    refs = _by_ref(dossier)
    missing = [
        g["id"]
        for g in _gold(name)
        if g["kind"] == "quantity"
        and g["role"] == "date"
        and not g.get("optional")
        and (g["period"] or "").startswith(("1", "2"))
        and not any(i.id in dated for i in refs[f"{name}:{g['id']}"] if isinstance(i, Figure))
    ]
    assert not missing


def test_every_researched_claim_has_its_verdict(case: tuple[str, Dossier, str]) -> None:
    import csv

    codes = {
        "confirmed": "consistent",
        "internally inconsistent": "inconsistent",
        "not found": "not_found",
        "not checkable": "not_checkable",
        "differs": "differs",
        "partly": "partly",
    }
    name, dossier, _ = case
    seen = 0
    by_ref = {a.original.ref: a for a in dossier.assessments if a.original}
    for file, key in (("policy_claims.csv", "claim_id"), ("fact_check.csv", "fact_id")):
        with (SHARED / "policies" / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["article"] != name:
                    continue
                seen += 1
                one = by_ref[f"{name}:{row[key]}"]
                assert one.verdict.code == codes[row["verdict"]], row[key]
                assert one.confidence == row["confidence"], row[key]
                assert one.register_id == row.get("register_id", ""), row[key]
                assert one.items, f"{row[key]} is placed on nothing"
                assert all(i in dossier.items for i in one.items), row[key]
    assert seen == sum(1 for a in dossier.assessments)
