"""Descriptors of resources for ``datapackage.json`` (Data Package v2), derived from the schema alone.

A descriptor states what a file must contain (names, types, enums, keys) and what it did contain when
it was written (size and hash). Lists inside a cell are plain strings to the standard, so they carry
no foreign key.
"""

from __future__ import annotations

from desktop.core.hashes import sha256_of
from desktop.store.schema import MISSING, Field, Resource

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
DIGEST_NAME = "digest"
DIGEST_PATH = "sources/digest.txt"

Descriptor = dict[str, object]


def field_descriptor(field: Field) -> Descriptor:
    """Describe one column: name, type, constraints and, where it has one, its unit."""
    described: Descriptor = {"name": field.name, "type": field.type}
    if field.type == "boolean":
        described |= {"trueValues": ["true"], "falseValues": ["false"]}
    constraints: Descriptor = {}
    if field.required:
        constraints["required"] = True
    if field.name == "id":
        constraints["unique"] = True
    if field.enum:
        constraints["enum"] = list(field.enum)
    if constraints:
        described["constraints"] = constraints
    if field.unit:
        described["guiyin:unit"] = field.unit
    return described


def columns(resource: Resource, *, extra: bool = False) -> tuple[Field, ...]:
    """Return the fields of a file, with those that an import adds if it has them."""
    return (*resource.fields, *resource.extra) if extra else resource.fields


def foreign_keys(resource: Resource) -> list[Descriptor]:
    """List the single-valued references; a reference to the resource itself is written as ``""``."""
    return [
        {
            "fields": [field.name],
            "reference": {
                "resource": "" if field.refers == resource.name else field.refers,
                "fields": ["id"],
            },
        }
        for field in resource.fields
        if field.refers
    ]


def table_schema(resource: Resource, *, extra: bool = False) -> Descriptor:
    """Return the Table Schema of a resource, with the labelled missing values."""
    schema: Descriptor = {
        "fields": [field_descriptor(field) for field in columns(resource, extra=extra)],
        "primaryKey": ["id"],
    }
    if keys := foreign_keys(resource):
        schema["foreignKeys"] = keys
    schema["missingValues"] = [dict(missing) for missing in MISSING]
    return schema


def _content(data: bytes) -> Descriptor:
    return {"encoding": "utf-8", "hash": f"sha256:{sha256_of(data)}", "bytes": len(data)}


def csv_resource(resource: Resource, data: bytes, *, extra: bool = False) -> Descriptor:
    """Describe the CSV file of a resource whose content is ``data``; ``extra`` if it has those fields."""
    return {
        "name": resource.name,
        "path": f"{resource.name}.csv",
        "type": "table",
        "mediatype": "text/csv",
        **_content(data),
        "schema": table_schema(resource, extra=extra),
    }


def text_resource(data: bytes, name: str = DIGEST_NAME, path: str = DIGEST_PATH) -> Descriptor:
    """Describe a text file, by default the digest, whose content is ``data``."""
    return {"name": name, "path": path, "mediatype": "text/plain", **_content(data)}
