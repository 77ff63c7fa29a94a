"""How long work reports where it stands, and learns that nobody waits for it any more."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Given to every job; call ``step`` often (at least every 20 ms of work)."""

    def step(self, done: int, total: int) -> None:
        """Report ``done`` of ``total``; raises ``Cancelled`` when the job is no longer wanted."""


class NoProgress:
    """For work that runs where nobody watches: tests, command line."""

    def step(self, done: int, total: int) -> None:
        """Ignore the report."""
