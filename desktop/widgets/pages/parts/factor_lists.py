"""Policies, statements, events and checked claims of a factor, and which widget stands for which item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.core.dossier import Dossier
from desktop.core.evidence import Event, Point
from desktop.core.factor import Factor
from desktop.core.policy import PolicyMention
from desktop.core.policy_check import policy_check
from desktop.core.record import Record
from desktop.core.text import Text
from desktop.widgets.cards.policy_card import PolicyCard
from desktop.widgets.cards.rows import claim_row, event_row, statement_row
from desktop.widgets.cards.section import Section
from desktop.widgets.cards.sheet import ItemSheet

if TYPE_CHECKING:
    from desktop.widgets.cards.card import Card
    from desktop.widgets.cards.sheet import Sheet

POLICIES = Text("政策：所称与所载", "Policies: claimed and on record")
POINTS = Text("要点", "Statements")
EVENTS = Text("事件", "Events")
CLAIMS = Text("逐条核查", "Claims that were checked")
ROWS = 4  # made in one step


class FactorLists(QWidget):
    """Made anew for each factor."""

    def __init__(
        self,
        choose: Callable[[str], None],
        consult: Callable[[str], None],
        places: defaultdict[str, list[Card | Sheet]],
        parent: QWidget | None = None,
    ) -> None:
        """``choose`` gets the id of an item that was clicked; ``places`` the widgets of each item.

        The widget that shows an item best comes first. ``consult`` gets the entry to see in the register.
        """
        super().__init__(parent)
        self._choose, self._consult, self._places = choose, consult, places
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def fill(self, dossier: Dossier, factor: Factor, record: Record) -> Iterator[tuple[QWidget, ...]]:
        """Make the lists in small steps; each yields what is new and wants to be dressed."""
        items = dossier.of_factor(factor.id)
        policies = [i for i in items if isinstance(i, PolicyMention)]
        told = {policy.id for policy in policies}  # by a card already
        claims = [a for a in dossier.assessments_of(factor.id) if a.policy not in told]
        cards = [partial(PolicyCard, policy_check(dossier, policy, record)) for policy in policies]
        points = [partial(statement_row, i, dossier.verdict_of(i.id)) for i in items if isinstance(i, Point)]
        events = [partial(event_row, i, dossier.verdict_of(i.id)) for i in items if isinstance(i, Event)]
        yield from self._list(POLICIES, cards, 1)
        yield from self._list(POINTS, points, ROWS)
        yield from self._list(EVENTS, events, ROWS)
        rows = yield from self._list(CLAIMS, [partial(claim_row, claim) for claim in claims], ROWS)
        for claim, row in zip(claims, rows, strict=True):
            for item_id in claim.items[1:]:
                self._places[item_id].append(row)

    def _list(
        self, heading: Text, makers: Sequence[Callable[[], ItemSheet]], at_once: int
    ) -> Generator[tuple[QWidget, ...], None, list[ItemSheet]]:
        made: list[ItemSheet] = []
        if not makers:
            return made
        section = Section(heading, len(makers))
        for start in range(0, len(makers), at_once):
            new = [make() for make in makers[start : start + at_once]]
            for sheet in new:
                sheet.chosen.connect(self._choose)
                if isinstance(sheet, PolicyCard):
                    sheet.consulted.connect(self._consult)
                self._places[sheet.item_id].append(sheet)
                section.add(sheet)
            if not made:
                self._column.addWidget(section)
            yield tuple(new) if made else (section,)
            made += new
        return made
