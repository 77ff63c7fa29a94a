"""The bill of materials: what is in the bundle is on it, what is not is not, and nothing ships without a licence."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyqtgraph
import pytest
import sbom
import stamp

PANDAS = ("pandas", pd.__file__, "PYMODULE")
PYQTGRAPH = ("pyqtgraph", pyqtgraph.__file__, "PYMODULE")


def test_it_names_what_is_there_and_nothing_else() -> None:
    ours = ("desktop.core", str(stamp.ROOT / "desktop" / "core" / "__init__.py"), "PYMODULE")
    bill = sbom.document([PANDAS, PYQTGRAPH, ours])
    names = {one["name"] for one in bill["components"]}
    assert {"pandas", "pyqtgraph", "Python", "Lucide icons"} <= names
    assert "PySide6-Essentials" not in names
    assert bill["metadata"]["component"]["version"] == stamp.VERSION
    one = next(one for one in bill["components"] if one["name"] == "pandas")
    assert one["purl"] == f"pkg:pypi/pandas@{pd.__version__}"
    assert one["licenses"] == [{"expression": "BSD-3-Clause"}]
    references = [one["bom-ref"] for one in bill["components"]]
    assert len(references) == len(set(references))


def test_the_same_build_has_the_same_bill(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    one = sbom.document([PANDAS, PYQTGRAPH])
    assert one == sbom.document([PYQTGRAPH, PANDAS])
    assert one["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"


def test_without_a_licence_nothing_is_built() -> None:
    with pytest.raises(ValueError, match="pytest"):
        sbom.document([("pytest", pytest.__file__, "PYMODULE")])


def test_licences_and_metadata_of_what_is_left_out_stay_out(tmp_path: Path) -> None:
    licences = stamp.ROOT / "resources" / "licenses"
    datas = [
        *((f"resources/licenses/{path.name}", str(path), "DATA") for path in licences.iterdir()),
        ("resources/licenses/LICENSE", str(stamp.ROOT / "LICENSE"), "DATA"),
        ("pandas-3.0.1.dist-info/METADATA", "/v/METADATA", "DATA"),
        ("pdfminer_six-2025.dist-info/METADATA", "/v/METADATA", "DATA"),
        ("data/register/register.csv", "/d/register.csv", "DATA"),
    ]
    kept = {place: source for place, source, _ in sbom.only_shipped(datas, ["pandas"], tmp_path)}
    assert "pandas-3.0.1.dist-info/METADATA" in kept
    assert "pdfminer_six-2025.dist-info/METADATA" not in kept
    assert "resources/licenses/LICENSE" in kept
    assert "resources/licenses/pandas-BSD-3-Clause.txt" in kept
    assert "resources/licenses/pdfminer.six-MIT.txt" not in kept
    assert "data/register/register.csv" in kept
    index = Path(kept["resources/licenses/index.csv"]).read_text(encoding="utf-8")
    assert "pandas" in index
    assert "pdfminer" not in index
