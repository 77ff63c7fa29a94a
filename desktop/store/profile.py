"""Our profile as JSON Schema: the Data Package properties that a dossier has beyond the standard.

Regenerate the shipped file with ``guiyin validate --profile > resources/profile/dossier-1.json``.
"""

from __future__ import annotations

from typing import Any

from desktop.store.descriptor import table_schema
from desktop.store.schema import DOSSIER, FORMAT_VERSION, Resource

_TEXT: dict[str, Any] = {
    "type": "object",
    "required": ["zh", "en"],
    "properties": {"zh": {"type": "string", "minLength": 1}, "en": {"type": "string", "minLength": 1}},
}


def profile() -> dict[str, Any]:
    """Return the JSON Schema of a dossier's ``datapackage.json``."""
    resources = [_contains(r) for r in DOSSIER]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Guiyin dossier, a Data Package",
        "type": "object",
        "required": [
            "name",
            "resources",
            "guiyin:formatVersion",
            "guiyin:title",
            "guiyin:product",
            "guiyin:summary",
        ],
        "properties": {
            "name": {"type": "string", "pattern": "^[a-z0-9._-]+$"},
            "guiyin:formatVersion": {"const": FORMAT_VERSION},
            "guiyin:title": _TEXT,
            "guiyin:product": _TEXT,
            "guiyin:summary": _TEXT,
            "resources": {"type": "array", "allOf": resources},
        },
    }


def _contains(resource: Resource) -> dict[str, Any]:
    known: dict[str, Any] = {"const": table_schema(resource)}
    if resource.extra:
        known = {"enum": [table_schema(resource), table_schema(resource, extra=True)]}
    described = {
        "type": "object",
        "required": ["path", "hash", "bytes", "schema"],
        "properties": {"name": {"const": resource.name}, "schema": known},
    }
    if not resource.optional:
        return {"contains": described}
    named = {"type": "object", "required": ["name"], "properties": {"name": {"const": resource.name}}}
    return {"items": {"if": named, "then": described}}
