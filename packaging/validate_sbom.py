"""``python packaging/validate_sbom.py FILE``: whether a bill of materials is valid CycloneDX (cyclonedx-python-lib)."""

from __future__ import annotations

import sys
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

if __name__ == "__main__":
    found = JsonStrictValidator(SchemaVersion.V1_5).validate_str(
        Path(sys.argv[1]).read_text(encoding="utf-8")
    )
    if found:
        sys.exit(f"{sys.argv[1]}: {str(found).splitlines()[0]}")  # the rest is the schema
    print(f"{sys.argv[1]}: valid CycloneDX {SchemaVersion.V1_5.to_version()}")
