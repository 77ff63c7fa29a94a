"""Processes of work: every task is answered, whatever becomes of its process."""

from __future__ import annotations

import pytest
from worker_jobs import work

from desktop.core.errors import Cancelled
from desktop.services.workers import Lost, each

Task = tuple[str, int]


def _run(tasks: list[Task], workers: int = 2, seconds: float = 60.0) -> dict[Task, int | Lost]:
    return dict(each(work, tasks, workers=workers, seconds=lambda _: seconds, tick=lambda: None))


def test_answers_every_task_once() -> None:
    tasks = [("double", n) for n in range(20)]
    assert _run(tasks) == {("double", n): 2 * n for n in range(20)}
    assert _run([]) == {}


def test_a_process_that_dies_or_fills_the_memory_costs_its_own_task() -> None:
    found = _run(
        [("die", 0), ("double", 1), ("fill", 2), ("double", 3), ("fail", 4), ("double", 5)], workers=1
    )
    assert found["double", 1] == 2
    assert found["double", 3] == 6
    assert found["double", 5] == 10
    assert found["die", 0] == Lost("died")
    assert found["fill", 2] == Lost("died")
    fault = found["fail", 4]
    assert isinstance(fault, Lost)
    assert fault.why == "fault"
    assert "ValueError: of ours" in fault.details


def test_a_task_that_takes_too_long_is_ended() -> None:
    assert _run([("hang", 0), ("double", 1)], seconds=1.5)["hang", 0] == Lost("slow")


def test_a_tick_that_raises_ends_all_processes() -> None:
    def tick() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(each(work, [("hang", 0), ("hang", 1)], workers=2, seconds=lambda _: 600.0, tick=tick))
