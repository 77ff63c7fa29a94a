"""A change of every kind, made to the invented dossier."""

from __future__ import annotations

from dataclasses import replace

from invented import dossier, factor

from desktop.core.changes import Change, Several, accept, add, apply, correct, delete, reopen
from desktop.core.text import Text, same

CASE = dossier()
ACCEPT = accept(CASE, ["g1", "p1"])
assert ACCEPT is not None
FIXED = correct(CASE, replace(CASE.items["g1"], entity=same("他人 & 甲")), "原文写“他人”")
assert FIXED is not None
DELETED = delete(CASE, ["t1", "p1", "f2"])
assert DELETED is not None
ACCEPTED = apply(CASE, ACCEPT)
OPENED = reopen(ACCEPTED, ["p1"])
assert OPENED is not None
ADDED = add(CASE, factor("new", 0, "新", "New", "- 渠道"))
EVERY: list[Change] = [
    ACCEPT,
    FIXED,
    DELETED,
    OPENED,
    ADDED,
    Several((ACCEPT, FIXED), Text("两步", "two steps")),
]
