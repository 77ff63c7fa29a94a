"""Jobs run by hand: the latest of a key wins, outcomes arrive once."""

from __future__ import annotations

import pytest
from by_hand import ByHand
from pytestqt.qtbot import QtBot

from desktop.core.progress import Progress
from desktop.services.jobs import Failed, JobRunner, Ok, Stopped


@pytest.fixture
def hand() -> ByHand:
    return ByHand()


def test_value_arrives(qtbot: QtBot, hand: ByHand) -> None:
    jobs, heard = JobRunner(hand), []
    jobs.submit("sort", lambda progress: 42, heard.append)
    hand.run_all()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [Ok(42)]
    assert not jobs.is_running("sort")


def test_the_latest_of_a_key_wins(qtbot: QtBot, hand: ByHand) -> None:
    jobs, first, second = JobRunner(hand), [], []

    def slow(progress: Progress) -> int:
        progress.step(0, 1)
        return 1

    jobs.submit("sort", slow, first.append)
    jobs.submit("sort", lambda progress: 2, second.append)
    assert first == [Stopped()]
    hand.run_all()
    qtbot.waitUntil(lambda: bool(second))
    assert (first, second) == ([Stopped()], [Ok(2)])


def test_progress_is_heard_a_hundred_times_at_most_and_cancelling_noticed_at_every_step(
    qtbot: QtBot, hand: ByHand
) -> None:
    jobs, heard, done = JobRunner(hand), [], []
    jobs.progressed.connect(lambda *told: heard.append(told))

    def work(progress: Progress) -> int:
        for step in range(100_000):
            done.append(step)
            if step == 50_000:
                jobs._running["audit"][0].cancelled.set()
            progress.step(step, 100_000)
        return 1

    jobs.submit("audit", work, lambda outcome: None)
    hand.run_all()
    assert len(done) == 50_001
    assert len(heard) == 50
    jobs.cancel("audit")


def test_cancel_is_heard_at_once(qtbot: QtBot, hand: ByHand) -> None:
    jobs, heard = JobRunner(hand), []
    jobs.submit("sort", lambda progress: 1, heard.append)
    jobs.cancel("sort")
    assert heard == [Stopped()]
    hand.run_all()
    qtbot.wait(1)
    assert heard == [Stopped()]


def test_an_error_is_delivered(qtbot: QtBot, hand: ByHand) -> None:
    jobs, heard = JobRunner(hand), []
    jobs.submit("sort", lambda progress: 1 / 0, heard.append)
    hand.run_all()
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], Failed)
    assert isinstance(heard[0].error, ZeroDivisionError)


def test_nothing_starts_after_the_end(hand: ByHand) -> None:
    jobs, heard = JobRunner(hand), []
    jobs.close()
    jobs.submit("sort", lambda progress: 42, heard.append)
    assert heard == [Stopped()]
    assert not hand.waiting
    assert not jobs.busy
