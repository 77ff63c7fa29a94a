"""PySide's support modules are compiled once, and nothing that is wrong with what was kept stops a start."""

from __future__ import annotations

import atexit
import builtins
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from desktop.app import compiled
from desktop.store.paths import user_folder

NAME, SOURCE = "shibokensupport/made.py", b"answer = 42\n"


@pytest.fixture
def at_exit(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Path]]:
    """The end of the process comes at once; where code was written."""
    written: list[Path] = []

    def now(function: object, path: Path, code: dict[tuple[str, bytes], object]) -> None:
        assert function is compiled.save
        compiled.save(path, code)  # type: ignore[arg-type]
        written.append(path)

    monkeypatch.setattr(atexit, "register", now)
    yield written
    assert builtins.compile is compiled._compile


def _start(source: bytes = SOURCE, name: str = NAME) -> int:
    """What a module is worth whose code a start compiled, or took from the start before."""
    with compiled.kept_compiled():
        code = compile(source, name, "exec")
    space: dict[str, int] = {}
    exec(code, space)
    return space["answer"]


@pytest.fixture
def compiles(monkeypatch: pytest.MonkeyPatch, at_exit: list[Path]) -> list[str]:
    """The names of what was really compiled."""
    names: list[str] = []
    real = compiled._compile

    def noted(source: bytes, name: str, *more: object, **flags: object) -> object:
        names.append(name)
        return real(source, name, *more, **flags)

    monkeypatch.setattr(compiled, "_compile", noted)
    return names


def test_the_second_start_compiles_nothing(compiles: list[str], at_exit: list[Path]) -> None:
    assert (_start(), _start()) == (42, 42)
    assert compiles == [NAME]
    assert at_exit == [user_folder("cache") / "pyside.bin"]


def test_another_version_of_pyside_is_compiled_anew(compiles: list[str]) -> None:
    assert (_start(), _start(b"answer = 43\n"), _start()) == (42, 43, 42)
    assert compiles == [NAME] * 3, "only the newest version is kept"


def test_other_code_is_left_alone(compiles: list[str], at_exit: list[Path]) -> None:
    assert (_start(name="elsewhere.py"), _start(name="elsewhere.py")) == (42, 42)
    assert compiles == ["elsewhere.py"] * 2
    assert at_exit == []


@pytest.mark.parametrize("damage", [b"", b"no code", None], ids=["empty", "something else", "cut off"])
def test_a_damaged_cache_is_written_anew(damage: bytes | None, compiles: list[str]) -> None:
    _start()
    path = user_folder("cache") / "pyside.bin"
    whole = path.read_bytes()
    path.write_bytes(whole[:-5] if damage is None else damage)
    assert _start() == 42
    assert compiles == [NAME] * 2
    assert path.read_bytes() == whole


def test_a_folder_that_cannot_be_written_costs_nothing(compiles: list[str]) -> None:
    user_folder("cache").parent.mkdir(parents=True, exist_ok=True)
    user_folder("cache").write_text("a file where the folder should be", encoding="utf-8")
    assert (_start(), _start()) == (42, 42)
    assert compiles == [NAME] * 2


PYSIDE = """
from desktop.app.compiled import kept_compiled
with kept_compiled():
    from PySide6 import QtCore
from shibokensupport.signature import layout
assert "create_signature" not in vars(layout), "it is not needed before a function is described"
try:
    QtCore.QPoint("wrong")
except TypeError as error:
    print(error)
assert "create_signature" in vars(layout)
"""


def test_what_describes_functions_runs_when_a_message_needs_it() -> None:
    made = subprocess.run([sys.executable, "-c", PYSIDE], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    assert "(xpos: int, ypos: int, /)" in made.stdout


def _late(source: bytes) -> ModuleType:
    """A module of those that run late, as PySide's loader makes it."""
    name = min(compiled.LATE)
    module = ModuleType("made")
    module.__file__ = name
    with compiled.kept_compiled():
        exec(compile(source, name, "exec"), vars(module))
    return module


def test_a_late_module_runs_once_and_only_for_a_name_of_its_own(at_exit: list[Path]) -> None:
    made = _late(b"answer = object()\n")
    assert not hasattr(made, "__path__")
    assert "answer" not in vars(made)
    assert made.answer is made.answer
    with pytest.raises(AttributeError, match="module 'made' has no attribute 'question'"):
        _ = made.question


def test_a_late_module_that_fails_says_why(at_exit: list[Path]) -> None:
    with pytest.raises(ZeroDivisionError):
        _ = _late(b"answer = 1 / 0\n").answer
