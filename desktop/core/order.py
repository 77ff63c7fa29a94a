"""Things in an order, by a key: to take one out, or put one in after another, costs the same however many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
FIRST = ""


class Order(Generic[T]):
    """A linked list with a dictionary. Of two things with one key the later takes the place of the earlier."""

    def __init__(self, things: Iterable[T], key: Callable[[T], str]) -> None:
        """Keep the order of ``things``; keys are never empty."""
        self._key = key
        self._things: dict[str, T] = {}
        self._next: dict[str, str] = {}
        self._before: dict[str, str] = {}
        last = FIRST
        for thing in things:
            name = key(thing)
            if name not in self._things:
                self._next[last], self._before[name] = name, last
                last = name
            self._things[name] = thing
        self._next[last], self._before[FIRST] = FIRST, last

    def __iter__(self) -> Iterator[T]:
        name = self._next[FIRST]
        while name != FIRST:
            yield self._things[name]
            name = self._next[name]

    def __contains__(self, key: str) -> bool:
        return key in self._things

    def get(self, key: str) -> T | None:
        """Return the thing of a key."""
        return self._things.get(key)

    @property
    def last(self) -> str:
        """The key of the last thing, ``FIRST`` when there is none."""
        return self._before[FIRST]

    def before(self, key: str) -> str:
        """Return the key of the thing before one, ``FIRST`` when there is none."""
        return self._before[key]

    def put(self, thing: T) -> None:
        """Replace the thing of the same key, or put a new one at the end."""
        name = self._key(thing)
        if name in self._things:
            self._things[name] = thing
        else:
            self.insert(thing, self.last)

    def insert(self, thing: T, after: str) -> None:
        """Put in a new thing after the one of a key, ``FIRST`` for the beginning; at the end if that is not there."""
        name = self._key(thing)
        if after != FIRST and after not in self._things:
            after = self.last
        below = self._next[after]
        self._next[after], self._before[name] = name, after
        self._next[name], self._before[below] = below, name
        self._things[name] = thing

    def take(self, key: str) -> T:
        """Take out the thing of a key; KeyError when it is not there."""
        thing = self._things.pop(key)
        above, below = self._before.pop(key), self._next.pop(key)
        self._next[above], self._before[below] = below, above
        return thing
