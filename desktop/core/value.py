"""Values: frozen, slotted dataclasses that are made in a tenth of the time.

``dataclass(frozen=True, slots=True)`` compiles six methods for every class, about a millisecond each time, and
some thirty kinds of values are made before the window shows. Here all kinds share their methods, and what
``dataclasses.fields`` and ``replace`` need is made when they first ask.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import Field, FrozenInstanceError, dataclass
from functools import cached_property, wraps
from operator import attrgetter
from typing import Any, Self, TypeVar, dataclass_transform, overload

T = TypeVar("T")
V = TypeVar("V")


@dataclass_transform(frozen_default=True)
def value(cls: type[T]) -> type[T]:
    """Make a class what ``dataclass(frozen=True, slots=True)`` makes it; fields may have plain defaults only.

    A class with a ``cached_property`` keeps a dictionary for it.
    """
    names = tuple(cls.__annotations__)
    body = {key: own for key, own in cls.__dict__.items() if key not in ("__dict__", "__weakref__")}
    defaults = {name: body.pop(name) for name in names if name in body}
    caches = any(isinstance(own, cached_property) for own in body.values())
    metaclass: Any = type(cls)
    made: Any = metaclass(
        cls.__name__,
        cls.__bases__,
        {
            "__repr__": _repr,
            "__eq__": _eq,
            "__hash__": _hash,
            "__reduce__": _reduce,
            **body,
            "__setattr__": _refuse,
            "__delattr__": _refuse,
            "__slots__": (*names, "__dict__") if caches else names,
            "__match_args__": names,
            "__dataclass_fields__": _Fields(),
            "_defaults": defaults,
            "_values": attrgetter(*(names or ("__class__",))),
        },
    )
    made.__qualname__ = cls.__qualname__
    made.__init__ = _init(*(made.__dict__[name].__set__ for name in names))
    return made  # type: ignore[no-any-return]


class kept(cached_property[T]):  # noqa: N801 - a decorator
    """A ``cached_property`` without the lock that Python 3.11 takes at the first look."""

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> T: ...
    def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
        """Work it out; from the next look on, the value's own dictionary answers."""
        if instance is None:
            return self
        found = instance.__dict__[self.attrname] = self.func(instance)
        return found


def once(work: Callable[[V], T]) -> Callable[[V], T]:
    """Keep what a function makes of a value with that value, which must have a dictionary (a ``kept`` property)."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def known(of: V) -> T:
        try:
            return of.__dict__[name]  # type: ignore[no-any-return]
        except KeyError:
            pass  # so that an error of the work is not told as one of this look
        found = of.__dict__[name] = work(of)
        return found

    return known


class _Fields:
    """Stands for ``__dataclass_fields__`` until it is wanted."""

    def __get__(self, instance: object, owner: Any) -> dict[str, Field[Any]]:
        same = {name: getattr(owner, name) for name in ("__annotations__", "__module__", "__doc__")}
        plain: Any = dataclass(init=False, repr=False, eq=False)(type("", (), {**same, **owner._defaults}))
        owner.__dataclass_fields__ = plain.__dataclass_fields__
        return owner.__dataclass_fields__  # type: ignore[no-any-return]


def _init(*setters: Callable[[Any, object], None]) -> Callable[..., None]:
    """Make the constructor of a class from the setters of its fields; texts have thousands of values."""
    count = len(setters)

    def __init__(self: Any, *args: object, **named: object) -> None:  # noqa: N807 - as Python shows it
        if named or len(args) != count:
            args = _all(type(self), args, named)
        for put, arg in zip(setters, args):  # noqa: B905 - as many as there are, and a check costs as much as a field
            put(self, arg)

    return __init__


def _all(cls: Any, args: tuple[object, ...], named: dict[str, object]) -> tuple[object, ...]:
    """Return every field in its order, from what was given and the defaults."""
    names, defaults = cls.__match_args__, cls._defaults
    try:
        rest = [named.pop(name) if name in named else defaults[name] for name in names[len(args) :]]
    except KeyError as missing:
        raise TypeError(f"{cls.__name__} needs {missing}") from None
    if named or len(args) > len(names):
        raise TypeError(f"{cls.__name__} takes {', '.join(names)}; {args[len(names) :]} and {named} are left")
    return (*args, *rest)


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({shown})"


def _eq(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    first = self.__match_args__[:1]  # mostly an id: two that differ are told apart at once
    if first and getattr(self, first[0]) != getattr(other, first[0]):
        return False
    return self._values(self) == self._values(other)


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _reduce(self: Any) -> tuple[type, tuple[object, ...]]:
    return type(self), tuple(getattr(self, name) for name in self.__match_args__)


def _refuse(self: object, name: str, *_value: object) -> None:
    raise FrozenInstanceError(f"cannot change {name!r}: {type(self).__name__} is a value")
