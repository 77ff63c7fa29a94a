"""The shipped packages are valid by our profile, and readable whole."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from desktop.store.codec import load
from desktop.store.library import bundled
from desktop.store.paths import bundled_data, resource
from desktop.store.profile import profile
from desktop.store.record import load_record
from desktop.store.validate import validate

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.mark.parametrize("name", ["register", "series", *bundled()])
def test_package_is_valid(name: str) -> None:
    assert validate(bundled_data(name), bundled_data("register")) == []


@pytest.mark.parametrize("name", bundled())
def test_dossier_loads_without_notices(name: str) -> None:
    loaded = load(bundled_data(name))
    assert loaded.notices == ()
    assert len(loaded.dossier.figures) > 50
    assert loaded.dossier.premise is not None


def test_bundled_reasons() -> None:
    counts = {name: len(load(bundled_data(name)).dossier.reasons) for name in bundled()}
    assert counts == {"weilidai": 8, "lilidai": 7}
    assert [f.kind for f in load(bundled_data("lilidai")).dossier.factors].count("outlook") == 1


def test_record_loads_without_notices() -> None:
    record, notices = load_record(bundled_data())
    assert notices == ()
    assert len(record.register) == 400
    assert all(o.frequency == "half-year" for o in record.series if "H1" in o.period.text)
    assert any(e.unverified for e in record.register)


def test_the_register_speaks_both_languages() -> None:
    """Names of sources stay as they are; sentences do not."""
    record, _ = load_record(bundled_data())
    sentence, chinese = re.compile(r"[a-z]+ [a-z]+ [a-z]+ [a-z]+"), re.compile(r"[一-鿿]{12}")
    for entry in record.register:
        for text in (entry.citation, entry.provisions, entry.status_note, entry.unverified_note):
            assert not sentence.search(text.zh), entry.id
            assert not chinese.search(text.en), entry.id


def test_profile_file_is_the_generated_one() -> None:
    shipped = json.loads(resource("profile", "dossier-1.json").read_text(encoding="utf-8"))
    assert shipped == json.loads(json.dumps(profile()))


@pytest.mark.shared
def test_register_has_all_rows_of_the_research() -> None:
    record, _ = load_record(bundled_data())
    with (SHARED / "policies" / "policies.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            entry = record.entry(row["register_id"])
            assert entry is not None, row["register_id"]
            assert (entry.published.isoformat() if entry.published else "") == row["published"]
            assert (entry.effective.isoformat() if entry.effective else "") == row["effective"]
            assert entry.number == row["doc_number"]
            assert entry.confidence == row["confidence"]
            assert bool(entry.unverified or entry.unverified_note.zh) == bool(row["unverified_fields"])


@pytest.mark.shared
def test_series_has_all_rows_of_the_research() -> None:
    record, _ = load_record(bundled_data())
    with (SHARED / "policies" / "webank_series.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(r["indicator"], r["period"], float(r["value"]), r["source"]) for r in csv.DictReader(lines)]
    assert sorted((o.indicator, o.period.text, float(o.value), o.source) for o in record.series) == sorted(
        rows
    )
