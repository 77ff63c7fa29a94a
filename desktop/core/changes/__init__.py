"""Typed changes of a dossier: each can be applied, reverted and told, and is kept in its journal.

A person's edit is made by ``accept``, ``reopen``, ``correct``, ``delete`` or ``add`` from the dossier as it stands
and done by ``services/editing.py``. Another kind of change is one more file like ``accept.py``, imported here.
"""

from __future__ import annotations

from desktop.core.changes.accept import Accept, Reopen, accept, reopen
from desktop.core.changes.add import Add, add
from desktop.core.changes.base import CHANGES, Change, Stale, Swap
from desktop.core.changes.correct import Correct, correct
from desktop.core.changes.delete import Delete, delete
from desktop.core.changes.rule import Rule, rule
from desktop.core.changes.run import Replayed, apply, replay, revert, settled_down
from desktop.core.changes.settle import Settle, settle
from desktop.core.changes.several import Several
from desktop.core.changes.sheet import Sheet, Taken

__all__ = [
    "CHANGES", "Accept", "Add", "Change", "Correct", "Delete", "Reopen", "Replayed", "Rule", "Settle", "Several",
    "Sheet", "Stale", "Swap", "Taken", "accept", "add", "apply", "correct", "delete", "reopen", "replay", "revert",
    "rule", "settle", "settled_down",
]  # fmt: skip
