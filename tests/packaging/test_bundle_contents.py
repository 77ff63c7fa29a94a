"""What stays out of the bundle: that nothing needs it, and that the rules take what they should and no more."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from contents import is_kept, pruned, unused_modules

ROOT = Path(__file__).resolve().parents[2]
HOOK = ROOT / "packaging" / "stand_ins.py"

# Runs with every module that stays out missing, and with the bundle's stand-ins: reads an article in each format,
# draws a chart, makes a table.
WITHOUT = """
import sys, tempfile
from pathlib import Path
out = set(sys.argv[1].split())
class Missing:
    def find_spec(self, name, path=None, target=None):
        parts = name.split(".")
        if any(".".join(parts[:n]) in out for n in range(1, len(parts) + 1)):
            raise ModuleNotFoundError(name)
for name in [name for name in sys.modules if name.split(".")[0] in out]:
    del sys.modules[name]
sys.meta_path.insert(0, Missing())
sys.path.append(str(Path(sys.argv[2]).parent))
exec(Path(sys.argv[2]).read_text(encoding="utf-8"))
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
from desktop.app.fonts import load_fonts
from desktop.app.smoke_import import WRITERS
from desktop.core.progress import NoProgress
from desktop.importers.reading import read
assert load_fonts() is None  # else the PDF has Chinese only where the machine has a font for it
import desktop.charts.view
import pandas
import pdfminer.pdfdocument
print(pdfminer.pdfdocument.Cipher.__module__)
pandas.DataFrame({"a": [2, 1]}).sort_values("a").to_csv()
with tempfile.TemporaryDirectory() as folder:
    for suffix, write in WRITERS.items():
        path = Path(folder, "a" + suffix)
        write(path)
        print(suffix, len(read(path.name, path.read_bytes(), NoProgress()).text) > 50)
"""


def test_every_reader_works_without_what_stays_out() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, " ".join(unused_modules()), str(HOOK)],
        cwd=ROOT, capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    suffixes = (".txt", ".md", ".html", ".docx", ".pdf")
    assert done.stdout.splitlines() == ["ciphers", *(f"{suffix} True" for suffix in suffixes)]


def test_nothing_of_ours_imports_what_stays_out() -> None:
    out = set(unused_modules())
    found = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / "desktop").rglob("*.py")
        for name in _imports(path)
        if name in out or name.split(".")[0] in out
    ]
    assert found == []


@pytest.mark.parametrize(
    ("place", "source", "kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/v/site-packages/x.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", "/v/site-packages/x.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", "/v/site-packages/x.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", "/v/site-packages/x.so", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "C:\\v\\qwindows.dll", True),
        ("PySide6\\plugins\\styles\\qmodernwindowsstyle.dll", "C:\\v\\q.dll", True),
        ("PySide6\\plugins\\tls\\qschannelbackend.dll", "C:\\v\\q.dll", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/v/x.so", False),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", "/v/x.so", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "/v/x.so", False),
        ("PySide6/Qt/plugins/imageformats/libqjpeg.so", "/v/x.so", True),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", "/v/x.so", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", "/v/x.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", "/v/x.qm", False),
        ("libgtk-3.so.0", "/usr/lib/x86_64-linux-gnu/libgtk-3.so.0", False),
        ("libstdc++.so.6", "/lib/x86_64-linux-gnu/libstdc++.so.6", False),
        ("libxcb-cursor.so.0", "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0", True),
        ("libpython3.11.so.1.0", "/opt/python/lib/libpython3.11.so.1.0", True),
        ("numpy.libs/libscipy_openblas64_.so", "/v/site-packages/numpy.libs/x.so", True),
        ("pandas-3.0.dist-info/METADATA", "/v/METADATA", True),
        ("pandas-3.0.dist-info/RECORD", "/v/RECORD", False),
        ("babel/locale-data/de.dat", "/v/de.dat", False),
        ("babel/global.dat", "/v/global.dat", True),
        ("pdfminer/cmap/to-unicode-Adobe-GB1.json.gz", "/v/x.gz", True),
        ("resources/fonts/GuiyinSansSC-Regular.otf", "/r/x.otf", True),
    ],
)
def test_what_goes_along(place: str, source: str, kept: bool) -> None:
    assert is_kept(place, source) is kept


def test_a_link_to_what_is_left_out_goes_too() -> None:
    entries = [
        ("libgtk-3.so.0", "/usr/lib/x86_64-linux-gnu/libgtk-3.so.0", "BINARY"),
        ("libgtk.so", "libgtk-3.so.0", "SYMLINK"),
        ("PySide6/libshiboken.so.6", "/v/libshiboken.so.6", "BINARY"),
        ("libshiboken.so", "PySide6/libshiboken.so.6", "SYMLINK"),
    ]
    assert [place for place, _, _ in pruned(entries)] == ["PySide6/libshiboken.so.6", "libshiboken.so"]


def _imports(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = [a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names]
    return plain + [
        node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
    ]
