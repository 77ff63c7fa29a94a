"""In these tests a check that ends in an error fails the test, as if the engine did not leave it out."""

from __future__ import annotations

from typing import Any, NoReturn

import pytest

from desktop.audit import engine
from desktop.core.finding import Failure


class Raising(Failure):
    """Made while an error is handled, it raises that error again."""

    def __new__(cls, *_: Any) -> NoReturn:  # type: ignore[misc]
        raise


@pytest.fixture(autouse=True)
def _no_check_fails(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.node.get_closest_marker("faulty_check") is None:
        monkeypatch.setattr(engine, "Failure", Raising)
