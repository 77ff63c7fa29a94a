"""Dossiers nobody should write but somebody will: the shipped one, bent in one way each; and random bends."""

from __future__ import annotations

import csv
import io
import json
import random
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


def write_odd(name: str, folder: Path) -> Path:
    """Write the dossier that is odd in the way of ODD."""
    made = draft()
    ODD[name](made)
    return write(made, folder)


def write_random(seed: int, folder: Path) -> Path:
    """Write a dossier with a few random fields replaced by nasty values."""
    made, chance = draft(), random.Random(seed)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        resource = chance.choice(RESOURCES)
        field = chance.choice(resource.fields).name
        rows = made.rows[resource.name]
        value = chance.choice(NASTY)
        for row in rows if chance.random() < 0.3 else chance.sample(rows, min(len(rows), 3)):
            row[field] = value
    return write(made, folder)


def odd(bend: Bend) -> Bend:
    """Register a way to be odd."""
    ODD[bend.__name__.strip("_").replace("_", "-")] = bend
    return bend


@odd
def _dangling_references(made: Draft) -> None:
    for n, row in enumerate(made.rows["verdicts"]):
        row |= {"items": f"no-item-{n}; no-other", "policy": "no-policy", "register_id": "no-entry"}
        row |= {"nearest_register_ids": "no-entry; none", "series": "no-series"}
    made.every("figures", "change_from", "no-figure")
    made.every("factors", "headline", "no-figure; none")
    made.every("events", "items", "no-item")


@odd
def _factors_that_are_not_there(made: Draft) -> None:
    for resource in ("tables", "figures", "policies", "events", "points", "verdicts"):
        made.every(resource, "factor", "no-factor")


@odd
def _tables_that_are_not_there(made: Draft) -> None:
    for resource in ("columns", "cells", "figures"):
        made.every(resource, "table", "no-table")


@odd
def _figures_outside_their_table(made: Draft) -> None:
    for n, row in enumerate(made.rows["figures"]):
        if row["table"]:
            row |= {"row": str((-1, 999, 0)[n % 3]), "col": str((-1, 0, 999)[n % 3])}


@odd
def _a_change_from_itself(made: Draft) -> None:
    for row in made.rows["figures"]:
        row["change_from"] = row["id"]
    for row in made.rows["factors"]:
        row["parent"] = row["id"]
    for row in made.rows["events"]:
        row["items"] = row["id"]


@odd
def _the_same_order_twice(made: Draft) -> None:
    for resource in ("factors", "tables", "points"):
        made.every(resource, "order", "1")
    made.every("factors", "number", "1")


@odd
def _no_numbers_of_factors(made: Draft) -> None:
    made.every("factors", "number", "")
    made.every("factors", "theme", "")


@odd
def _ragged_tables(made: Draft) -> None:
    made.rows["cells"] = [row for row in made.rows["cells"] if int(row["col"]) <= int(row["row"]) % 3]


@odd
def _columns_in_the_same_place(made: Draft) -> None:
    made.every("columns", "col", "0")


@odd
def _columns_without_cells(made: Draft) -> None:
    made.rows["cells"] = []


@odd
def _cells_without_columns(made: Draft) -> None:
    made.rows["columns"] = []


@odd
def _empty_cells(made: Draft) -> None:
    made.every("cells", "text", "")


@odd
def _no_figures(made: Draft) -> None:
    made.rows["figures"] = []


@odd
def _no_tables(made: Draft) -> None:
    for resource in ("tables", "columns", "cells"):
        made.rows[resource] = []


@odd
def _nothing_but_factors(made: Draft) -> None:
    for resource in ("tables", "columns", "cells", "figures", "policies", "events", "points", "verdicts"):
        made.rows[resource] = []


@odd
def _no_reasons(made: Draft) -> None:
    made.every("factors", "kind", "introduction")


@odd
def _no_sources(made: Draft) -> None:
    made.rows["sources"] = []


@odd
def _an_empty_digest(made: Draft) -> None:
    made.digest = ""


@odd
def _a_long_digest(made: Draft) -> None:
    made.digest += "\n".join("这一行是为了凑长度。" * 20 for _ in range(3400))


@odd
def _one_long_line(made: Draft) -> None:
    made.digest = made.digest.replace("\n", " ") + "长" * 500_000


@odd
def _another_digest(made: Draft) -> None:
    made.digest = "\ufeff𠮷\r\n\x00\x01\u202e\u2028" + made.digest[::-1].replace("\n", "\r")


@odd
def _spans_out_of_range(made: Draft) -> None:
    places = (("-5", "3"), ("5", "2"), ("999999999", "9999999999"), ("0", "0"), ("-9", "-3"), ("7", "7"))
    for resource in ("factors", "tables", "cells", "figures", "policies", "events", "points"):
        for n, row in enumerate(made.rows[resource]):
            row["start"], row["end"] = places[n % len(places)]
            if "section_start" in row:
                row["section_start"], row["section_end"] = places[(n + 1) % len(places)]


@odd
def _empty_quotes_that_hold(made: Draft) -> None:
    for resource in ("figures", "policies", "events", "points", "cells"):
        for row in made.rows[resource]:
            row |= {"end": row["start"], "quote": ""}


@odd
def _everything_is_the_whole_text(made: Draft) -> None:
    for resource in ("figures", "policies", "events", "points", "cells"):
        for row in made.rows[resource]:
            row |= {"start": "0", "end": str(len(made.digest)), "quote": "x"}


@odd
def _five_thousand_figures(made: Draft) -> None:
    first = [row for row in made.rows["figures"] if not row["table"]]
    made.rows["figures"] += [dict(first[n % len(first)], id=f"more-{n}") for n in range(5000)]


@odd
def _many_factors(made: Draft) -> None:
    rows = made.rows["factors"]
    made.rows["factors"] = rows + [dict(rows[1], id=f"more-{n}", order=str(50 + n)) for n in range(200)]


@odd
def _huge_and_tiny_numbers(made: Draft) -> None:
    values = ("1e300", "1e-300", "-1e300", "123456789012345678901234567890.123456789", "0", "-0.0")
    for n, row in enumerate(made.rows["figures"]):
        if row["role"] != "date":
            row["value_low"] = row["value_high"] = values[n % len(values)]


@odd
def _ranges_upside_down(made: Draft) -> None:
    for row in made.rows["figures"]:
        if row["role"] != "date":
            row |= {
                "value_low": "9",
                "value_high": "-9",
                "role": ("rank", "change", "level")[len(row["id"]) % 3],
            }


@odd
def _no_units(made: Draft) -> None:
    made.every("figures", "unit", "")
    made.every("columns", "unit", "no-such-unit")


@odd
def _unknown_units(made: Draft) -> None:
    made.every("figures", "unit", "furlong")
    made.every("columns", "unit", "")


@odd
def _the_first_and_the_last_year(made: Draft) -> None:
    for resource, prefix in (("figures", "period"), ("events", "period"), ("policies", "date")):
        for n, row in enumerate(made.rows[resource]):
            if n % 2:
                row |= {prefix: "0001", f"{prefix}_start": "0001-01-01", f"{prefix}_end": "0001-12-31"}
            else:
                row |= {prefix: "9999-12-31", f"{prefix}_start": "9999-12-31", f"{prefix}_end": "9999-12-31"}


@odd
def _dates_that_run_backwards(made: Draft) -> None:
    for row in made.rows["events"]:
        row |= {"period": "2021→2019", "period_start": "2021-01-01", "period_end": "2019-01-01"}
    for row in made.rows["figures"]:
        row |= {"period": "2021-13-99→x", "period_start": "", "period_end": ""}


@odd
def _only_ends_of_periods(made: Draft) -> None:
    made.every("figures", "period_start", "")
    made.every("policies", "date_start", "")


@odd
def _strange_characters(made: Draft) -> None:
    strange = "\u202eabc \u05d0\u05d1 👩‍👩‍👧‍👦 𠮷 \x01\x1b[31m & <b>x</b> {0} %s \u2028 e\u0301"
    for resource in RESOURCES:
        for field in resource.fields:
            if field.name.endswith(("_zh", "_en")) or field.name in ("text", "as_printed", "hedge", "quote"):
                made.every(resource.name, field.name, strange)
    made.descriptor["guiyin:title"] = made.descriptor["guiyin:product"] = {"zh": strange, "en": strange}


@odd
def _very_long_texts(made: Draft) -> None:
    for resource in RESOURCES:
        for field in resource.fields:
            if field.name.endswith("_zh"):
                made.every(resource.name, field.name, "很长的标题" * 400)
            elif field.name.endswith("_en"):
                made.every(resource.name, field.name, "Unbroken" * 300)
    made.descriptor["guiyin:title"] = {"zh": "长" * 5000, "en": "long " * 1000}
    made.descriptor["guiyin:product"] = {"zh": "长" * 500, "en": "W" * 500}


@odd
def _no_texts(made: Draft) -> None:
    for resource in RESOURCES:
        for field in resource.fields:
            if field.name.endswith(("_zh", "_en")):
                made.every(resource.name, field.name, "")
    made.descriptor["guiyin:title"] = made.descriptor["guiyin:product"] = {"zh": "", "en": ""}


@odd
def _texts_of_another_kind(made: Draft) -> None:
    made.descriptor |= {"guiyin:title": ["a", 1], "guiyin:product": 7, "title": None, "guiyin:summary": None}
    made.more = (None, 7, {})


@odd
def _no_premise(made: Draft) -> None:
    made.every("verdicts", "premise", "")


@odd
def _only_premises(made: Draft) -> None:
    made.every("verdicts", "premise", "true")


@odd
def _loops_of_parents(made: Draft) -> None:
    rows = made.rows["factors"]
    for row, other in zip(rows, [*rows[1:], rows[0]], strict=True):
        row["parent"] = other["id"]
