"""The record: what is known independently of any text, which is the policy register and the reference series."""

from __future__ import annotations

from desktop.core.evidence import Observation
from desktop.core.policy import RegisterEntry
from desktop.core.register.layer import Layer
from desktop.core.text import Text
from desktop.core.value import kept, value

NO_LAYER = Layer()


@value
class Record:
    """``register`` has a person's ``layer`` on it: their own entries and corrections."""

    register: tuple[RegisterEntry, ...]
    series: tuple[Observation, ...]
    as_of: str = ""
    layer: Layer = NO_LAYER

    @kept
    def entities(self) -> tuple[Text, ...]:
        """Whom the reference series are of."""
        return tuple(dict.fromkeys(p.entity for p in self.series))

    def entry(self, register_id: str) -> RegisterEntry | None:
        """Return the register entry with this id."""
        return next((e for e in self.register if e.id == register_id), None)
