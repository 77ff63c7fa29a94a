"""Whether an amount of a sentence is a change."""

from __future__ import annotations

import re
from typing import Final

from desktop.audit.move_words import EN_CHANGE
from desktop.audit.sentence import Sentence
from desktop.core.figure import Figure

_MADE_UP: Final = re.compile(r"\bma(?:de|kes?|king) up (?:about |nearly |some )?$")


def is_change(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure is a change, by its role or by the English words before it."""
    if figure.role == "change":
        return True
    if figure.role not in ("level", "ratio") or figure.unit not in ("%", "pp", "times", "bp"):
        return False
    lead = sentence.lead(figure)[-40:]
    if not lead.rstrip()[-1:].isascii():
        return False
    near = [] if _MADE_UP.search(lead) else list(EN_CHANGE.finditer(lead))
    return bool(near) and (
        lead[near[-1].end() :].strip().lower() in ("", "of", "by", "of about", "by about", "about", "nearly")
    )
