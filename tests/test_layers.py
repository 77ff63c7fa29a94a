"""The import direction, read from the source: core <- ... <- app, and what each layer may know."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "desktop"
LAYERS = (
    {"core"},
    {"importers", "audit", "search", "reports", "store"},
    {"services"},
    {"models"},
    {"charts", "actions"},
    {"widgets"},
    {"app"},
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
PURE = {"core", "importers", "audit", "search", "reports"}
ONLY_IN = {  # library -> layers that may import it
    "pandas": {"store", "models"},
    "numpy": {"store", "models", "charts"},
    "pyqtgraph": {"charts"},
    "PySide6": {"services", "models", "charts", "actions", "widgets", "app"},
}
ONLY_IN |= {name: {"importers"} for name in ("lxml", "trafilatura", "pdfplumber", "pdfminer", "markdown_it")}
IN_MEMORY = {"BytesIO", "StringIO"}  # of io: no files
NO_FILES = {"pathlib", "os", "io", "shutil", "tempfile", "sqlite3", "subprocess"}


def _imports(path: Path) -> list[tuple[int, str, bool]]:
    """Return (line, module, at module level) of every import of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = {id(n) for n in tree.body}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name, id(node) in top) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}:{node.lineno}: use an absolute import"
            if node.module == "io" and {alias.name for alias in node.names} <= IN_MEMORY:
                continue
            found.append((node.lineno, node.module, id(node) in top))
    return found


def _files() -> list[tuple[str, Path]]:
    files = [
        (p.relative_to(ROOT).parts[0], p) for p in sorted(ROOT.rglob("*.py")) if "_bundle" not in p.parts
    ]
    return [(layer, p) for layer, p in files if layer in RANK]


def test_every_folder_has_a_place_in_the_order() -> None:
    folders = {p.name for p in ROOT.iterdir() if p.is_dir() and p.name not in ("__pycache__", "_bundle")}
    assert folders <= set(RANK), f"give these a rank in LAYERS: {sorted(folders - set(RANK))}"


def test_dependencies_run_one_way() -> None:
    wrong, edges = [], 0
    for layer, path in _files():
        for line, module, _ in _imports(path):
            parts = module.split(".")
            if parts[0] != "desktop" or len(parts) < 2 or parts[1] not in RANK:
                continue
            edges += 1
            other = parts[1]
            if other != layer and RANK[other] >= RANK[layer]:
                wrong.append(
                    f"{path.relative_to(ROOT.parent)}:{line}: {layer} must not import {other}; "
                    f"move what both need down to {' or '.join(sorted(LAYERS[min(RANK[other], RANK[layer]) - 1]))}, "
                    "or pass it in from above"
                )
    assert edges > 100, "the scan saw too few imports to mean anything"
    assert not wrong, "\n".join(wrong)


def test_pages_do_not_import_each_other() -> None:
    """What two pages share has a place of its own, such as ``widgets/forms`` or ``widgets/cards``."""
    pages = ("review", "register", "check")
    wrong, files = [], 0
    for page in pages:
        others = tuple(f"desktop.widgets.{other}." for other in pages if other != page)
        for path in sorted((ROOT / "widgets" / page).glob("*.py")):
            files += 1
            wrong += [
                f"{path}:{line}: {module}" for line, module, _ in _imports(path) if module.startswith(others)
            ]
    assert files > 30, "the scan saw too few files to mean anything"
    assert not wrong, "\n".join(wrong)


def test_libraries_stay_in_their_layers() -> None:
    wrong = []
    for layer, path in _files():
        for line, module, _ in _imports(path):
            library = module.split(".")[0]
            if library in ONLY_IN and layer not in ONLY_IN[library]:
                wrong.append(
                    f"{path.relative_to(ROOT.parent)}:{line}: {library} belongs to {sorted(ONLY_IN[library])}"
                )
            if layer in PURE and library in NO_FILES:
                wrong.append(
                    f"{path.relative_to(ROOT.parent)}:{line}: {layer} is pure; files belong to store"
                )
            if layer == "services" and module.startswith(("PySide6.QtWidgets", "PySide6.QtGui")):
                wrong.append(f"{path.relative_to(ROOT.parent)}:{line}: services know QtCore only")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "library",
    [
        "pandas", "pyqtgraph", "numpy", "frictionless", "jsonschema", "lxml", "trafilatura", "docx", "pdfplumber",
        "charset_normalizer", "markdown_it",
    ],
)  # fmt: skip
def test_slow_libraries_load_after_the_first_paint(library: str) -> None:
    """Starting up imports none of them: they load when the first chart or table is wanted."""
    import subprocess
    import sys

    code = (
        "import sys, desktop.__main__, desktop.app.main, desktop.widgets.main_window, desktop.widgets.tree_panel;"
        f"sys.exit({library!r} in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT.parent, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr or f"{library} is imported at start"


def test_no_import_cycles() -> None:
    graph: dict[str, set[str]] = {}
    for _, path in _files():
        name = ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__")
        graph[name] = {m for _, m, top in _imports(path) if top and m.startswith("desktop.")}
    state: dict[str, int] = {}

    def visit(module: str, trail: tuple[str, ...]) -> None:
        if state.get(module) == 2 or module not in graph:
            return
        assert state.get(module) != 1, "import cycle: " + " -> ".join((*trail[trail.index(module) :], module))
        state[module] = 1
        for other in graph[module]:
            visit(other, (*trail, module))
        state[module] = 2

    for module in graph:
        visit(module, ())
