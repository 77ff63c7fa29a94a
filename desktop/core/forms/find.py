"""Which form corrects an item."""

from __future__ import annotations

from desktop.core.dossier import Item
from desktop.core.evidence import Event, Point
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.forms import figure, others
from desktop.core.forms.base import Form
from desktop.core.forms.policy import policy_form
from desktop.core.policy import PolicyMention
from desktop.core.record import Record
from desktop.core.table import Cell, Table

_FORMS: dict[type, Form] = {
    Figure: figure.FORM,
    Factor: others.FACTOR,
    Table: others.TABLE,
    Point: others.POINT,
    Event: others.EVENT,
}


def form_of(item: Item, record: Record) -> Form:
    """Return the form of an item; a cell has none, for it is what the text prints."""
    if isinstance(item, PolicyMention):
        return policy_form(record.register)
    assert not isinstance(item, Cell)
    return _FORMS[type(item)]
