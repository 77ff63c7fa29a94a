"""The rows of an audit in words, made only when they are seen or searched, and kept."""

from __future__ import annotations

from typing import NamedTuple

from desktop.core.audit_rows import AuditRow, check_of, said_of, title_of, words_of
from desktop.core.dossier import Dossier
from desktop.core.finding import Finding
from desktop.core.found import ruling_of
from desktop.core.named import named
from desktop.core.text import Language, Text
from desktop.core.verdict import Verdict
from desktop.models.tree_nodes import fold

STATUSES: dict[str, Text] = {
    "accepted": Text("已接受", "accepted"),
    "disputed": Text("不同意", "disputed"),
}


class AuditLine(NamedTuple):
    """What a delegate paints, in one language; ``series`` is the number of the factor's colour, -1 for none."""

    verdict: Verdict | None
    title: str
    said: str
    factor: str
    check: str
    series: int
    status: str
    reason: str


class AuditWords:
    """Words of the rows of one dossier."""

    def __init__(self) -> None:
        """Start with no dossier, in Chinese."""
        self.language: Language = "zh"
        self._dossier: Dossier | None = None
        self._lines: dict[str, AuditLine] = {}
        self._searched: dict[str, str] = {}

    def take(self, dossier: Dossier | None) -> None:
        """Word the rows of another dossier, or of this one after an edit."""
        self._dossier = dossier
        self._lines.clear()
        self._searched.clear()

    def speak(self, language: Language) -> None:
        """Word the rows in another language."""
        self.language = language
        self._lines.clear()

    def line(self, row: AuditRow) -> AuditLine:
        """Return a row in words."""
        known = self._lines.get(row.id)
        if known is None:
            known = self._lines[row.id] = self._worded(row)
        return known

    def spoken(self, row: AuditRow) -> list[str]:
        """Return the parts that a screen reader says of a row."""
        line = self.line(row)
        verdict = line.verdict.name(self.language) if line.verdict is not None else ""
        status = STATUSES[line.status](self.language) if line.status else ""
        parts = (verdict, line.title, line.said, line.check, line.factor, status, line.reason)
        return [part for part in parts if part]

    def has(self, row: AuditRow, words: str) -> bool:
        """Whether folded words stand in a row, in either language."""
        known = self._searched.get(row.id)
        if known is None:
            assert self._dossier is not None
            known = self._searched[row.id] = fold(words_of(self._dossier, row))
        return words in known

    def _worded(self, row: AuditRow) -> AuditLine:
        dossier, language = self._dossier, self.language
        assert dossier is not None
        factor = dossier.factor_of(row.item)
        series = dossier.reasons.index(factor) if factor is not None and factor.is_reason else -1
        ruling = ruling_of(dossier, row.told) if row.status and isinstance(row.told, Finding) else None
        return AuditLine(
            row.verdict,
            title_of(dossier, row)(language),
            said_of(row)(language),
            named(factor)(language) if factor is not None else "",
            check_of(dossier, row)(language),
            series,
            row.status,
            ruling.reason if ruling is not None else "",
        )
