"""Ruling on a finding of the audit: accepting it, disputing it, and taking either back."""

from __future__ import annotations

from desktop.core.changes.base import CHANGES, Stale, name_of
from desktop.core.changes.sheet import Sheet
from desktop.core.dossier import Dossier
from desktop.core.finding import Finding
from desktop.core.found import about, ruling_of
from desktop.core.review import Ruling
from desktop.core.text import Text
from desktop.core.value import value

DONE = {
    "accepted": Text("接受对{}的发现", "accept the finding on {}"),
    "disputed": Text("不同意对{}的发现", "dispute the finding on {}"),
    "": Text("撤回对{}的发现的判断", "take back the ruling on {}"),
}


@CHANGES.register("rule")
@value
class Rule:
    """``items`` are those of the finding; an empty ``status`` takes back ``before``, the ruling until then."""

    finding: str
    items: tuple[str, ...]
    status: str = ""
    about: str = ""
    reason: str = ""
    before: Ruling | None = None
    at: str = ""
    by: str = ""

    def apply(self, sheet: Sheet) -> None:
        """Rule; raises Stale when no item of the finding is there."""
        if all(sheet.item(item) is None for item in self.items):
            raise Stale(*self.items)
        made = Ruling(self.finding, self.status, self.about, self.at, self.by, self.reason)
        _put(sheet, made, made if self.status else None)

    def revert(self, sheet: Sheet) -> None:
        """Give back the ruling that stood before, or none."""
        _put(sheet, Ruling(self.finding, self.status), self.before)

    def described(self, dossier: Dossier) -> Text:
        """Say what is ruled."""
        return DONE[self.status].format(name_of(dossier.item(self.items[0])))

    def touched(self) -> frozenset[str]:
        """Return nothing: a ruling leaves the items as they are."""
        return frozenset()


def _put(sheet: Sheet, known: Ruling, wanted: Ruling | None) -> None:
    if wanted is not None:
        sheet.put(wanted)
    else:
        sheet.take(known)


def rule(dossier: Dossier, finding: Finding, status: str, reason: str = "") -> Rule | None:
    """Return the change that makes a finding "accepted" or "disputed", or "" as it was; None when it is so already."""
    before = ruling_of(dossier, finding)
    known = (before.status, before.reason) if before is not None else ("", "")
    if (status, reason) == known:
        return None
    standing = next((r for r in dossier.rulings if r.finding == finding.id), None)
    return Rule(finding.id, finding.items, status, about(finding) if status else "", reason, standing)
