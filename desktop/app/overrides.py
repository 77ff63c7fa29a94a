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
    for name, function in list(vars(cls).items()):
        if type(function) is FunctionType and _is_of_qt(name, cls):
            setattr(cls, name, _raising_again(function))


def _is_of_qt(name: str, cls: type) -> bool:
    """Whether a method of this name is written in C++ in a class above."""
    return any(type(vars(above).get(name, _raising_again)) is not FunctionType for above in cls.__mro__[1:])


def _raising_again(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def call(*args: Any, **more: Any) -> Any:
        try:
            return function(*args, **more)
        except BaseException:
            raise

    return call
