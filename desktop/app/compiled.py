"""Keeps PySide's own Python modules compiled from one start to the next, and runs late what a start does not need.

PySide carries them as source inside its library, and compiles and runs them in every process, which takes a third of
the time of importing it. Their code is kept as Python keeps any module's: in a cache, by the hash of the source.
Those that only describe functions, for a message about a wrong argument or a stub file, run when first asked.
"""

from __future__ import annotations

import atexit
import builtins
import marshal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from threading import RLock
from types import CodeType
from typing import Any

from desktop.store.paths import user_folder

OURS = "shibokensupport/"  # how the names of PySide's modules begin
# "mapping" is not here: PySide's library looks into what it defines without asking it.
LATE = frozenset(
    f"{OURS}signature/{name}.py"
    for name in ("errorhandler", "layout", "lib/enum_sig", "lib/pyi_generator", "lib/tool", "parser")
)
_VERSION = MAGIC_NUMBER + bytes([sys.flags.optimize])
_compile: Any = builtins.compile
_waiting: dict[str, bytes] = {}  # by file name, the source of what has not run yet
_asking = RLock()  # a second thread waits until a module is whole

_Code = dict[tuple[str, bytes], CodeType]


@contextmanager
def kept_compiled() -> Iterator[None]:
    """While PySide is imported, take its modules' code from the last start; what is new is kept at the end."""
    path = user_folder("cache") / "pyside.bin"
    known = load(path)
    used: _Code = {}

    def compile_once(source: Any, filename: Any, mode: str, *more: Any, **flags: Any) -> Any:
        name = str(filename)
        if more or flags or not isinstance(source, bytes) or not name.startswith(OURS):
            return _compile(source, filename, mode, *more, **flags)
        if name in LATE:
            _waiting[name] = source
            return _compile(f"from {__name__} import late\n__getattr__ = late(globals())", filename, mode)
        key = name, source_hash(source)
        used[key] = known.get(key) or _compile(source, filename, mode, dont_inherit=True)
        return used[key]

    builtins.compile = compile_once
    try:
        yield
    finally:
        builtins.compile = _compile
    if used.keys() - known.keys():
        atexit.register(save, path, used)


def late(space: dict[str, Any]) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of a module that runs when it is first asked for a name of its own (PEP 562)."""

    def ask(name: str) -> Any:
        if not name.startswith("__"):  # such names are asked of every module, by whoever lists them
            with _asking:
                source = _waiting.pop(space["__file__"], None)
                if source is not None:
                    exec(_compile(source, space["__file__"], "exec", dont_inherit=True), space)  # noqa: S102
            if name in space:
                return space[name]
        raise AttributeError(f"module {space['__name__']!r} has no attribute {name!r}")

    return ask


def load(path: Path) -> _Code:
    """Return the code that is kept; none when it is damaged, or another Python's."""
    try:
        content = path.read_bytes()
    except OSError:
        return {}
    start = len(_VERSION) + 8
    if content[:start] != _VERSION + source_hash(content[start:]):
        return {}
    kept: _Code = marshal.loads(content[start:])  # noqa: S302 - the user's own, as __pycache__ is
    return kept


def save(path: Path, code: _Code) -> None:
    """Write the code, whole or not at all."""
    content = marshal.dumps(code)
    beside = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_VERSION + source_hash(content) + content)
        beside.replace(path)
    except OSError:
        return  # a folder that cannot be written costs the next start some time and nothing else
