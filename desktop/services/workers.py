"""Worker processes: one task at a time each, with limits; what hangs or dies costs its own task and no other.

A reader of a foreign format may need minutes or all memory, or end the process. In a process of its own that is
one sentence about one file, cancelling takes effect at once, and the window's interpreter stays free.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any, Generic, Literal, TypeVar

from desktop.core.value import value

T = TypeVar("T")
R = TypeVar("R")
LOOK = 0.05  # s between two looks at the clock
MEMORY = 4 << 30  # bytes of address space, where the system can limit it


@value
class Lost:
    """A task without an answer: it took too long, its worker died, or our code has a fault (its traceback)."""

    why: Literal["slow", "died", "fault"]
    details: str = ""


class _Worker(Generic[T, R]):
    """A process, the pipe to it, and what it is busy with."""

    def __init__(self, context: SpawnContext, work: Callable[[T], R]) -> None:
        self.pipe, far = context.Pipe()
        self._process: SpawnProcess = context.Process(target=_serve, args=(far, work), daemon=True)
        self._process.start()
        far.close()  # so that the pipe ends when the process does
        self.task: T | None = None
        self.until = 0.0

    def give(self, task: T, seconds: float) -> None:
        self.task, self.until = task, time.monotonic() + seconds
        try:
            self.pipe.send(task)
        except OSError:
            return  # it died while idle: its pipe is at its end, which the next look finds

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self._process.close()
        self.pipe.close()


def each(
    work: Callable[[T], R],
    tasks: Iterable[T],
    *,
    workers: int,
    seconds: Callable[[T], float],
    tick: Callable[[], None],
) -> Iterator[tuple[T, R | Lost]]:
    """Yield every task with its result, in the order in which they end.

    ``work`` is a function of a module; ``seconds`` limits one task; ``tick`` is called at least every 50 ms and
    may raise to stop everything. Leaving the iterator ends all processes.
    """
    context, rest = get_context("spawn"), iter(tasks)
    idle: list[_Worker[T, R]] = []
    busy: dict[Any, _Worker[T, R]] = {}
    try:
        while True:
            while len(busy) < workers and (task := next(rest, None)) is not None:
                worker = idle.pop() if idle else _Worker(context, work)
                worker.give(task, seconds(task))
                busy[worker.pipe] = worker
            if not busy:
                return
            for pipe in wait(list(busy), LOOK):
                worker = busy.pop(pipe)
                answer = _answer(worker)
                if answer == Lost("died"):
                    worker.end()
                else:
                    idle.append(worker)
                yield worker.task, answer  # type: ignore[misc]
            for worker in [w for w in busy.values() if time.monotonic() > w.until]:
                del busy[worker.pipe]
                worker.end()
                yield worker.task, Lost("slow")  # type: ignore[misc]
            tick()
    finally:
        for worker in (*idle, *busy.values()):
            worker.end()


def _answer(worker: _Worker[Any, R]) -> R | Lost:
    try:
        answer: R | Lost = worker.pipe.recv()
    except (EOFError, OSError):
        answer = Lost("died")
    return answer


def _serve(pipe: Connection[Any, Any], work: Callable[[T], R]) -> None:
    """Answer tasks until the other side hangs up."""
    _limit_memory()
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            pipe.send(work(task))
        except MemoryError:
            return  # the window says so
        except Exception as fault:
            pipe.send(Lost("fault", "".join(traceback.format_exception(fault))))


def _limit_memory() -> None:
    if sys.platform != "linux":
        return  # others do not keep such a limit
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if hard < 0 else min(MEMORY, hard), hard))
