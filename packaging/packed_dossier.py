"""``python packaging/packed_dossier.py FOLDER TITLE FILE``: a ``.guiyin`` that nobody has yet, for prove_linux.sh."""

from __future__ import annotations

import hashlib
import json
import sys
import zipfile
from pathlib import Path


def pack(folder: Path, title: str, file: Path) -> None:
    """Zip a dossier under a name of its own and with ``title`` in the window."""
    told = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    told["name"] = f"proof-{hashlib.sha256(title.encode()).hexdigest()[:8]}"
    told["guiyin:product"] = {"zh": title, "en": title}
    with zipfile.ZipFile(file, "w") as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name != "datapackage.json":
                packed.write(path, path.relative_to(folder))
        packed.writestr("datapackage.json", json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    pack(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
