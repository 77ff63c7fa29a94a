"""Validate data packages with the field's own tools: frictionless, and JSON Schema for our profile.

The shipped ones, and the folders that are named. Run by CI in an environment of its own, because frictionless is
large and no part of the application.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import frictionless
import jsonschema

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    profile = json.loads((ROOT / "resources" / "profile" / "dossier-1.json").read_text(encoding="utf-8"))
    descriptors = sorted(ROOT.glob("data/*/datapackage.json"))
    assert len(descriptors) >= 4, f"only {len(descriptors)} packages found"
    descriptors += [Path(folder) / "datapackage.json" for folder in sys.argv[1:]]
    bad = 0
    for path in descriptors:
        report = frictionless.validate(str(path))
        for error in report.flatten(["title", "rowNumber", "fieldName", "message"]):
            print(path.parent.name, *error, file=sys.stderr)
            bad += 1
        bad += not report.valid
        if path.parent.name not in ("register", "series"):
            for error in jsonschema.Draft202012Validator(profile).iter_errors(
                json.loads(path.read_text(encoding="utf-8"))
            ):
                print(path.parent.name, error.message[:200], file=sys.stderr)
                bad += 1
        print(path.parent.name, "ok" if report.valid else "invalid", f"({report.stats['tasks']} resources)")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
