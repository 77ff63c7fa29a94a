"""Shares of the row that a sentence names: 试验组6人失访，占5%, of the 120 of its row; 初一考45人，初二到考率80%."""

from __future__ import annotations

from desktop.audit.interval import as_claim
from desktop.audit.passages import Passage, Told
from desktop.audit.scope import Section

_NAME, _ALL = 2, 101  # characters; percent


def is_share_of_row(piece: Section, passage: Passage, told: Told, part: Told) -> bool:
    """Whether a part is the share that is told of a bare number in the row that its sentence names."""
    claim, own = as_claim(told.figure), as_claim(part.figure)
    if not piece.has_tables or claim is None or own is None:
        return False
    words = passage.text[passage.text.rfind("。", 0, part.start) + 1 : told.start]
    for sheet in piece.around(told.figure.anchor.start):
        for row in sheet.rows:
            label = sheet.label(row).strip()
            if len(label) < _NAME or label not in words:
                continue
            for col in sheet.cols:
                cell = sheet.at(row, col)
                whole = as_claim(cell) if cell is not None and not cell.unit else None
                share = own.scaled(100).over(whole) if whole is not None and whole.low > 0 else None
                if share is not None and share.high <= _ALL and share.meets(claim):
                    return True
    return False


def is_of_another_row(piece: Section, passage: Passage, told: Told, part: Told) -> bool:
    """Whether the clause of a share names a row that no word before a part does: 初一考45人，初二到考率80%."""
    if not piece.has_tables:
        return False
    own = passage.clause(told)
    words = passage.text[passage.text.rfind("。", 0, part.start) + 1 : part.start]
    labels = {
        sheet.label(row).strip()
        for sheet in piece.around(told.figure.anchor.start)
        for row in sheet.rows
        if len(sheet.rows) > 1
    }
    return any(len(n) >= _NAME and n in own and n not in words for n in labels)
