"""Which resources and fields a dossier, the register and the reference series consist of.

One description serves everything that touches the files: the codec, the ``datapackage.json``
descriptors, the validator and the JSON-Schema profile. Field types are those of Table Schema
(Data Package v2). Lists inside a cell are separated by ``;``.
"""

from __future__ import annotations

from typing import NamedTuple

FORMAT_VERSION = 1

THEMES = (
    "regulation", "eligibility", "operations", "competition", "technology", "experience",
    "data", "strategy", "complaints", "cost", "outlook",
)  # fmt: skip
VERDICTS = (
    "changes_conclusion", "inconsistent", "differs", "conflict", "partly", "ambiguous",
    "not_found", "not_checkable", "by_rounding", "consistent",
)  # fmt: skip
CONFIDENCE = ("high", "medium", "low")
REVIEW_STATUSES = ("automatic", "accepted", "corrected", "added")
RULING_STATUSES = ("accepted", "disputed")
CHECKS = ("match", "partly", "differs", "not_found", "not_checkable", "not_applicable")
MISSING = (
    {"value": "", "label": "未披露"},
    {"value": "n/a", "label": "不适用"},
    {"value": "illegible", "label": "无法辨认"},
)


class Field(NamedTuple):
    """One column of a resource; ``enum`` is enforced, ``list_of`` names the resource that a list points to."""

    name: str
    type: str = "string"
    required: bool = False
    enum: tuple[str, ...] = ()
    refers: str = ""
    list_of: str = ""
    unit: str = ""

    @property
    def is_words(self) -> bool:
        """Whether the field holds any text, so that nothing in it marks a missing value; a cell may be missing."""
        return self.type == "string" and not self.enum and not self.refers and self.name != "text"


class Resource(NamedTuple):
    """One CSV file of a package; its primary key is always ``id``.

    A file has all or none of the ``extra`` fields, which an import adds; an ``optional`` file may be absent.
    Fields and files that are absent read as empty.
    """

    name: str
    fields: tuple[Field, ...]
    extra: tuple[Field, ...] = ()
    optional: bool = False


def _need(name: str, type_: str = "string", **more: str) -> Field:
    return Field(name, type_, required=True, **more)  # type: ignore[arg-type]


ID = Field("id", required=True)
FACTOR = Field("factor", refers="factors")

# Where an item stands in the digest: code points of the canonical text, with quote and context.
ANCHOR = (
    Field("source", required=True, refers="sources"),
    Field("start", "integer", required=True, unit="code point"),
    Field("end", "integer", required=True, unit="code point"),
    Field("quote", required=True),
    Field("prefix"),
    Field("suffix"),
)
# Where it stands in the article that we do not ship: place and hash, never text.
ORIGINAL = (
    Field("original_ref"),
    Field("original_start", "integer", unit="code point"),
    Field("original_end", "integer", unit="code point"),
    Field("original_sha256"),
)


def _pair(name: str, *, required: bool = True) -> tuple[Field, Field]:
    return Field(f"{name}_zh", required=required), Field(f"{name}_en", required=required)


PERIOD = (Field("period"), Field("period_start", "date"), Field("period_end", "date"))

SOURCES = Resource("sources", (
    ID, Field("kind", required=True, enum=("digest", "article")), *_pair("title"), Field("date", "date"),
    _need("path"), _need("sha256"),
    Field("original_article"), Field("original_sha256"), Field("original_chars", "integer", unit="code point"),
))  # fmt: skip
FACTORS = Resource("factors", (
    ID, Field("parent", refers="factors"), _need("order", "integer"), Field("number", "integer"),
    Field("kind", required=True, enum=("factor", "outlook", "introduction", "conclusion", "section")),
    Field("theme", enum=THEMES), *_pair("title"), *_pair("short"), *_pair("summary"),
    Field("headline", list_of="figures"),
    *ANCHOR, Field("section_start", "integer", required=True, unit="code point"),
    Field("section_end", "integer", required=True, unit="code point"),
    *ORIGINAL,
))  # fmt: skip
TABLES = Resource("tables", (
    ID, FACTOR, _need("order", "integer"), *_pair("title"), *ANCHOR, *ORIGINAL,
))  # fmt: skip
COLUMNS = Resource("columns", (
    ID, Field("table", required=True, refers="tables"), _need("col", "integer"), *_pair("name"),
    Field("kind", required=True, enum=("label", "quantity", "date", "text")), Field("unit"),
))  # fmt: skip
CELLS = Resource("cells", (
    ID, Field("table", required=True, refers="tables"), _need("row", "integer"), _need("col", "integer"),
    Field("text"), Field("text_en"), *ANCHOR, *ORIGINAL,
))  # fmt: skip
FIGURES = Resource("figures", (
    ID, FACTOR, Field("table", refers="tables"), Field("row", "integer"), Field("col", "integer"),
    *_pair("entity", required=False), *_pair("indicator", required=False),
    Field("role", required=True, enum=("level", "change", "ratio", "rank", "threshold", "date")),
    *PERIOD, Field("comparator", required=True, enum=("=", ">=", "<=", ">", "<", "~")),
    Field("value_low", "number"), Field("value_high", "number"), Field("unit"),
    Field("direction", enum=("up", "down")), Field("hedge"), _need("as_printed"),
    Field("change_from", refers="figures"), Field("negated", "boolean"), *ANCHOR, *ORIGINAL,
))  # fmt: skip
POLICIES = Resource("policies", (
    ID, FACTOR, Field("kind", required=True, enum=("specific", "general")), *_pair("title", required=False),
    Field("number"), Field("date"), Field("date_start", "date"), Field("date_end", "date"),
    Field("date_kind", enum=("published", "effective")),
    *_pair("requirement", required=False), *_pair("impact", required=False), *ANCHOR, *ORIGINAL,
), extra=(
    Field("register_id"), Field("match", enum=("number", "exact", "near")), Field("match_score", "number"),
    *_pair("match_why", required=False),
))  # fmt: skip
EVENTS = Resource("events", (
    ID, FACTOR, Field("kind", required=True, enum=("policy", "change", "measure", "context")), *_pair("title"),
    Field("period", required=True), Field("period_start", "date", required=True),
    Field("period_end", "date", required=True),
    Field("items"), *ANCHOR, *ORIGINAL,
))  # fmt: skip
POINTS = Resource("points", (
    ID, FACTOR, _need("order", "integer"), Field("style", required=True, enum=("bullet", "inline", "statement")),
    *_pair("label", required=False), _need("text_en"), *ANCHOR, *ORIGINAL,
))  # fmt: skip
VERDICT_ROWS = Resource("verdicts", (
    ID, Field("kind", required=True, enum=("policy", "claim")), FACTOR, Field("policy", refers="policies"),
    Field("items"), Field("verdict", required=True, enum=VERDICTS), Field("premise", "boolean"),
    *_pair("claim"), *_pair("difference"),
    Field("register_id"), Field("nearest_register_ids"),
    *(f for name in ("title", "date", "requirement", "impact")
      for f in (Field(f"{name}_check", enum=CHECKS), *_pair(f"{name}_note", required=False))),
    Field("series"), *_pair("source"), Field("confidence", required=True, enum=CONFIDENCE), *ORIGINAL,
))  # fmt: skip

# What only an imported dossier has: doubts and leftovers of the import, and what a person decided.
DOUBTS = Resource("doubts", (
    ID, _need("item"), _need("code"), _need("weight", "number"), *_pair("why"),
), optional=True)  # fmt: skip
LEFTOVERS = Resource("leftovers", (ID, *ANCHOR, *_pair("why", required=False)), optional=True)
REVIEWS = Resource("reviews", (
    ID, _need("item"), Field("status", required=True, enum=REVIEW_STATUSES),
    Field("at"), Field("by"), Field("reason"),
), optional=True)  # fmt: skip
DELETED = Resource("deleted", (ID,), optional=True)
# What a person said of findings of the audit, by the id of the finding; findings themselves are made anew.
RULINGS = Resource("rulings", (
    ID, Field("status", required=True, enum=RULING_STATUSES), Field("about"), Field("at"), Field("by"), Field("reason"),
), optional=True)  # fmt: skip

DOSSIER = (
    SOURCES, FACTORS, TABLES, COLUMNS, CELLS, FIGURES, POLICIES, EVENTS, POINTS, VERDICT_ROWS,
    DOUBTS, LEFTOVERS, REVIEWS, DELETED, RULINGS,
)  # fmt: skip

STATUSES = ("in_force", "amended", "superseded", "expired", "draft", "event", "guiding")
REGISTER = Resource("register", (
    ID, *_pair("title"), Field("number"), *_pair("issuer"), *_pair("instrument"),
    Field("kind", required=True, enum=("rule", "standard", "event")),
    Field("document_date", "date"), Field("published", "date"), Field("effective", "date"), Field("ended", "date"),
    Field("status", required=True, enum=STATUSES), *_pair("status_note", required=False), *_pair("provisions"),
    *_pair("key_numbers", required=False), Field("supersedes", list_of="register"),
    Field("superseded_by", list_of="register"),
    *_pair("applies"), *_pair("citation"), Field("urls"), Field("grade", required=True),
    Field("confidence", required=True, enum=CONFIDENCE), Field("unverified_fields"),
    *_pair("unverified_note", required=False),
))  # fmt: skip
SERIES = Resource("series", (
    ID, *_pair("entity"), _need("indicator"), *_pair("indicator_name"), *PERIOD,
    Field("frequency", required=True, enum=("year", "half-year")), _need("value", "number"), _need("unit"),
    Field("status", required=True, enum=("reported", "derived")), Field("derivation"), _need("source"),
    Field("confidence", required=True, enum=CONFIDENCE), *_pair("note", required=False),
))  # fmt: skip
