"""What the worker processes of the tests do; a process imports it by name."""

from __future__ import annotations

import os
import time


def work(task: tuple[str, int]) -> int:
    """Double a number, or hang, die, fail or take all memory."""
    what, number = task
    if what == "hang":
        time.sleep(600)
    if what == "die":
        os._exit(1)
    if what == "fail":
        raise ValueError("of ours")
    if what == "fill":
        return len(bytearray(1 << 62))
    return number * 2
