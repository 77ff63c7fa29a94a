"""Odd in what single fields hold: numbers, units, days, texts."""

from __future__ import annotations

from odd_draft import RESOURCES, Draft, odd


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
