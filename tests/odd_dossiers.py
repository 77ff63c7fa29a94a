"""Dossiers nobody should write but somebody will: the shipped one, bent in one way each; and random bends."""

from __future__ import annotations

import random
from pathlib import Path

import odd_structures  # noqa: F401 - registers its bends
import odd_values  # noqa: F401
from odd_draft import NASTY, ODD, RESOURCES, draft, write


def write_odd(name: str, folder: Path) -> Path:
    """Write the dossier that is odd in the way of ODD."""
    made = draft()
    ODD[name](made)
    return write(made, folder)


def write_random(seed: int, folder: Path) -> Path:
    """Write a dossier with a few random fields replaced by nasty values."""
    made, chance = draft(), random.Random(seed)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        resource = chance.choice(RESOURCES)
        field = chance.choice(resource.fields).name
        rows = made.rows[resource.name]
        value = chance.choice(NASTY)
        for row in rows if chance.random() < 0.3 else chance.sample(rows, min(len(rows), 3)):
            row[field] = value
    return write(made, folder)
