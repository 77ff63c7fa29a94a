"""A typed table of named things that each live in a file of their own."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Generic, TypeVar

T = TypeVar("T")


class Registry(Generic[T]):
    """Maps a key to one thing; a key that is registered twice is a programming error."""

    def __init__(self, what: str) -> None:
        """``what`` names the kind of thing in messages."""
        self._what = what
        self._items: dict[str, T] = {}

    def add(self, key: str, item: T) -> T:
        """Register ``item`` under ``key`` and return it."""
        if key in self._items:
            raise ValueError(f"{self._what} {key!r} is registered twice")
        self._items[key] = item
        return item

    def register(self, key: str) -> Callable[[T], T]:
        """Use as a decorator: register what it decorates under ``key``."""
        return lambda item: self.add(key, item)

    def __getitem__(self, key: str) -> T:
        try:
            return self._items[key]
        except KeyError:
            raise KeyError(
                f"no {self._what} {key!r}; there are: {', '.join(self._items) or 'none'}"
            ) from None

    def __contains__(self, key: str) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def items(self) -> list[tuple[str, T]]:
        """Return keys and things in the order of registration."""
        return list(self._items.items())

    def values(self) -> list[T]:
        """Return the things in the order of registration."""
        return list(self._items.values())


def discover(package: ModuleType) -> None:
    """Import every module of ``package`` in the order of their names, so that they register themselves."""
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda m: m.name):
        importlib.import_module(f"{package.__name__}.{info.name}")
