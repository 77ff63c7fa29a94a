"""Odd in what refers to what, in how much there is of it, and in where it stands."""

from __future__ import annotations

from odd_draft import Draft, odd


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
