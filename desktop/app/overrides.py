"""Keeps a fault in an override of Qt's methods from ending the process on Python 3.11.

There PySide (6.8 to 6.12) looks into an exception that left an override inside a call from Python before it
is an object, and crashes. Python makes it one when it is caught, so each override catches and raises again.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject

NEEDED = sys.version_info < (3, 12)
BASE: Any = QObject.__mro__[1]  # Shiboken.Object, which Qt's classes that are no QObjects share


def guard_overrides() -> None:
    """Guard every class that is derived from Qt's after this call."""
    if NEEDED:
        BASE.__init_subclass__ = classmethod(_guard)


def _guard(cls: type, /, **more: Any) -> None:
    super(QObject.__mro__[1], cls).__init_subclass__(**more)  # type: ignore[arg-type]
    above = super(cls, cls)
    for name, function in list(vars(cls).items()):
        if type(function) is FunctionType and _is_of_qt(getattr(above, name, None)):
            setattr(cls, name, _raising_again(function))


def _is_of_qt(overridden: object) -> bool:
    """Whether a method is written in C++, or overrides one that is."""
    return overridden is not None and (
        type(overridden) is not FunctionType or hasattr(overridden, "__wrapped__")
    )


def _raising_again(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def call(*args: Any, **more: Any) -> Any:
        try:
            return function(*args, **more)
        except BaseException:
            raise

    return call
