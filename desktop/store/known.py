"""Under which ids the articles of a library stand: by text, by title, by file name. Only a help, never the truth."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from desktop.core.dossier import Dossier
from desktop.core.hashes import sha256_of


class Known:
    """One small file a key, so that many processes can note articles at once, and finding one costs no search."""

    def __init__(self, library: Path) -> None:
        """Look at nothing yet."""
        self._folder = library / ".known"

    def ids(self, dossier: Dossier, name: str) -> list[str]:
        """Return the ids that an article was noted under: its text first, then the file's name, then its title."""
        found = []
        for path in self._paths(dossier, name):
            with suppress(OSError, UnicodeDecodeError):
                found.append(path.read_text("utf-8"))
        return list(dict.fromkeys(i for i in found if i))

    def note(self, dossier: Dossier, name: str) -> None:
        """Remember the id of an article; where nothing can be written it is found by its id alone."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            for path in self._paths(dossier, name):
                path.write_text(dossier.id, "utf-8")

    def _paths(self, dossier: Dossier, name: str) -> list[Path]:
        keys = [f"text|{source.sha256}" for source in dossier.sources]
        keys += [f"name|{name}"] if name else []
        keys.append(f"title|{dossier.title.zh}")
        return [self._folder / sha256_of(key.encode("utf-8", "surrogatepass"))[:32] for key in keys]
