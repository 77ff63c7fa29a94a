"""What a check is, and the registry that finds them: one file each in ``checks/``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from desktop.audit.marks import any_of
from desktop.core.dossier import Dossier
from desktop.core.finding import Derived, Finding, Passed, Uncheckable
from desktop.core.record import Record
from desktop.core.registry import Registry, discover
from desktop.core.text import Text
from desktop.core.value import value

Result = Finding | Passed | Uncheckable | Derived


class World:
    """What every check may look up: the record, which product belongs to whom (part, whole), and the other dossiers.

    ``asked`` turns true with the first look, so that a result made without one outlives a change of the record.
    """

    def __init__(
        self,
        record: Record,
        owners: tuple[tuple[str, str], ...] = (),
        library: tuple[Dossier, ...] = (),
    ) -> None:
        """Nobody has looked yet."""
        self._record, self._owners, self._library = record, owners, library
        self.asked = False

    @property
    def record(self) -> Record:
        """The register and the reference series."""
        self.asked = True
        return self._record

    @property
    def owners(self) -> tuple[tuple[str, str], ...]:
        """Pairs of a product and whom it belongs to."""
        self.asked = True
        return self._owners

    @property
    def library(self) -> tuple[Dossier, ...]:
        """The other dossiers."""
        self.asked = True
        return self._library

    def same_as(self, other: World) -> bool:
        """Whether a look would see the same."""
        return (self._record, self._owners, self._library) == (other._record, other._owners, other._library)


Needs = tuple[frozenset[str], ...]


@value
class Check:
    """``scopes`` names the kinds of work it wants (``scope.py``); ``run`` gets one piece of it and the world.

    It has nothing to say of a piece of some scope that lacks all marks (``marks.py``) of one of the sets in ``needs``.
    """

    key: str
    name: Text
    scopes: tuple[str, ...]
    run: Callable[[Any, World], Iterable[Result]]
    needs: dict[str, Needs]

    def concerns(self, scope: str, piece: Any) -> bool:
        """Whether a piece has what the check needs to say anything."""
        needs = self.needs.get(scope)
        return not needs or not any(map(piece.marks.isdisjoint, needs))


CHECKS: Final[Registry[Check]] = Registry("check")
Run = Callable[[Any, World], Iterable[Result]]


def check(
    key: str, zh: str, en: str, *scopes: str, needs: Mapping[str, tuple[str, ...]] | None = None
) -> Callable[[Run], Run]:
    """Register a function as the check ``key`` over some scopes; ``needs`` as ``marks.any_of`` reads them."""
    wanted = {scope: tuple(map(any_of, groups)) for scope, groups in (needs or {}).items()}

    def register(run: Run) -> Run:
        CHECKS.add(key, Check(key, Text(zh, en), scopes, run, wanted))
        return run

    return register


@cache
def load_checks() -> tuple[Check, ...]:
    """Return all checks in the order of their files."""
    from desktop.audit import checks

    discover(checks)
    return tuple(CHECKS.values())


class _Asked(NamedTuple):
    """What the checks of a scope need: each set of marks of which one is enough is a bit, each check a sum of bits.

    A check at a time would ask for two hundred sets, of which most have the same few hundred marks.
    """

    marks: frozenset[str]
    bits: dict[str, int]
    checks: tuple[tuple[int, Check], ...]


@cache
def _asked(scope: str) -> _Asked:
    own = [one for one in load_checks() if scope in one.scopes]
    sets = dict.fromkeys(need for one in own for need in one.needs.get(scope, ()))
    bit = {need: 1 << n for n, need in enumerate(sets)}
    bits: dict[str, int] = {}
    for need in sets:
        for mark in need:
            bits[mark] = bits.get(mark, 0) | bit[need]
    wanted = tuple((sum(bit[need] for need in set(one.needs.get(scope, ()))), one) for one in own)
    return _Asked(frozenset(bits), bits, wanted)


def concerned(scope: str, piece: Any) -> list[Check]:
    """The checks that a piece of some scope concerns, in their order."""
    asked, have = _asked(scope), 0
    bits = asked.bits
    for mark in asked.marks & piece.marks if bits else ():
        have |= bits[mark]
    return [one for wanted, one in asked.checks if have & wanted == wanted]
