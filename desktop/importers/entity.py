"""Whose figure it is and what it measures."""

from __future__ import annotations

from desktop.importers.blocks import Block
from desktop.importers.clause import Clauses
from desktop.importers.quantity import Found
from desktop.importers.topic import Topic


def in_prose(clauses: Clauses, found: list[Found], topic: Topic) -> None:
    return


def in_table(text: str, table: Block, found: list[Found], topic: Topic) -> None:
    return
