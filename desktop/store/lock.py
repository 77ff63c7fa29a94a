"""Holding a file against other processes, and against other threads of this one, for as long as it is open."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

FAR = 1 << 30  # a byte that no file of ours reaches: a lock on it bars nobody from reading
QUEUES = 64


@contextmanager
def held(file: BinaryIO, *, wait: bool) -> Iterator[None]:
    """Hold a file; without ``wait`` raises BlockingIOError when somebody else holds it."""
    if sys.platform == "win32":
        import msvcrt

        while True:
            file.seek(FAR)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
                break
            except OSError:  # the system gives up waiting after ten seconds
                if not wait:
                    raise BlockingIOError from None
        try:
            yield
        finally:
            file.seek(FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
        return
    import fcntl

    fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)


@contextmanager
def turn(folder: Path, key: str) -> Iterator[None]:
    """Wait until nobody else works on the same key in a folder; a folder that cannot be written is not waited for."""
    queues = folder / ".turns"
    with suppress(OSError):
        queues.mkdir(parents=True, exist_ok=True)
    try:
        file = (queues / f"{crc32(key.encode('utf-8', 'replace')) % QUEUES}").open("ab")
    except OSError:  # what is to be done there will say so
        yield
        return
    with file, held(file, wait=True):
        yield
