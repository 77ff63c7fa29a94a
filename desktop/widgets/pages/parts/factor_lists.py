"""Policies, statements, events and checked claims of a factor, and which widget stands for which item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.dossier import Dossier, Record
from desktop.core.evidence import Event, Point
from desktop.core.factor import Factor
from desktop.core.policy import PolicyMention
from desktop.core.policy_check import policy_check
from desktop.core.text import Text
from desktop.core.verdict import Assessment
from desktop.widgets.cards.policy_card import PolicyCard
from desktop.widgets.cards.rows import claim_row, event_row, statement_row
from desktop.widgets.cards.section import Section
from desktop.widgets.cards.sheet import ItemSheet

POLICIES = Text("政策：所称与所载", "Policies: claimed and on record")
POINTS = Text("要点", "Statements")
EVENTS = Text("事件", "Events")
CLAIMS = Text("逐条核查", "Claims that were checked")


class FactorLists(QWidget):
    """Made anew for each factor; ``places`` are the widgets of an item, the one that shows it best first."""

    def __init__(
        self,
        dossier: Dossier,
        factor: Factor,
        record: Record,
        choose: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        """``choose`` is called with the id of an item that was clicked."""
        super().__init__(parent)
        self.places: defaultdict[str, list[ItemSheet]] = defaultdict(list)
        self._choose = choose
        items = dossier.of_factor(factor.id)
        policies = [i for i in items if isinstance(i, PolicyMention)]
        cards = [PolicyCard(policy_check(dossier, policy, record)) for policy in policies]
        points = [statement_row(i, dossier.verdict_of(i.id)) for i in items if isinstance(i, Point)]
        events = [event_row(i, dossier.verdict_of(i.id)) for i in items if isinstance(i, Event)]
        claims = [a for a in dossier.assessments_of(factor.id) if _is_claim(a, {p.id for p in policies})]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for heading, sheets in ((POLICIES, cards), (POINTS, points), (EVENTS, events)):
            self._add(heading, list[ItemSheet](sheets))
        rows = [claim_row(claim) for claim in claims]
        self._add(CLAIMS, list[ItemSheet](rows))
        for claim, row in zip(claims, rows, strict=True):
            for item_id in claim.items[1:]:
                self.places[item_id].append(row)

    def _add(self, heading: Text, sheets: list[ItemSheet]) -> None:
        if not sheets:
            return
        for sheet in sheets:
            sheet.chosen.connect(self._choose)
            self.places[sheet.item_id].append(sheet)
        self._column.addWidget(Section(heading, list[QWidget](sheets)))


def _is_claim(assessment: Assessment, policies: set[str]) -> bool:
    """Whether a claim is not told by a policy card already."""
    return assessment.policy not in policies
