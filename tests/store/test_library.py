"""Opening folders and .guiyin files: the good ones, and every kind of bad one with a sentence."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from desktop.core.errors import UserError
from desktop.store.adopt import adopt
from desktop.store.codec import load
from desktop.store.library import entries
from desktop.store.paths import bundled_data


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIYIN_HOME", str(tmp_path / "home"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "档案 一"
    shutil.copytree(bundled_data("weilidai"), copy)
    return copy


def _zip(folder: Path, path: Path, top: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for file in folder.rglob("*"):
            archive.write(file, Path(top) / file.relative_to(folder))
    return path


def _named(folder: Path, name: str, product: str = "我的产品") -> Path:
    """Give a dossier another id and product."""
    path = folder / "datapackage.json"
    content = json.loads(path.read_text("utf-8"))
    content |= {"name": name, "guiyin:product": {"zh": product, "en": product}}
    path.write_text(json.dumps(content), "utf-8")
    return folder


def _edited(folder: Path) -> None:
    """Change a dossier so that it reads otherwise, and stays readable."""
    path = folder / "datapackage.json"
    content = json.loads(path.read_text("utf-8"))
    content["guiyin:summary"] = {"zh": "另一个摘要。", "en": "Another summary."}
    path.write_text(json.dumps(content), "utf-8")


@pytest.mark.parametrize("top", ["", "inner"])
def test_a_zip_is_unpacked_into_the_library(folder: Path, tmp_path: Path, top: str) -> None:
    path = _zip(_named(folder, "mine"), tmp_path / "a.guiyin", top)
    opened = adopt(path).folder
    assert load(opened).dossier.id == "mine"
    assert [e.id for e in entries()] == ["weilidai", "lilidai", "mine"]
    assert not [p for p in opened.parent.iterdir() if p.name.startswith(".new-")]


def test_what_the_library_has_is_only_opened(folder: Path, tmp_path: Path) -> None:
    shipped = adopt(_zip(folder, tmp_path / "shipped.guiyin"))
    assert shipped.folder == bundled_data("weilidai")
    path = _zip(_named(folder, "mine"), tmp_path / "a.guiyin")
    first = adopt(path)
    (first.folder / "note.txt").write_text("not ours", "utf-8")
    assert adopt(path) == first
    assert (first.folder / "note.txt").exists(), "nothing was replaced"
    assert not shipped.notices + first.notices


@pytest.mark.parametrize("name", ["mine", "weilidai"])
def test_another_dossier_of_the_same_name_is_kept_beside_the_first(
    folder: Path, tmp_path: Path, name: str
) -> None:
    first = adopt(_zip(_named(folder, name) if name == "mine" else folder, tmp_path / "a.guiyin")).folder
    before = load(first).dossier
    _edited(folder)
    path = _zip(folder, tmp_path / "b.guiyin")
    second = adopt(path)
    there = load(second.folder).dossier
    assert load(first).dossier == before
    assert there.id == f"{before.id}-2", "else it would get the edits of the first"
    assert there.product == (f"{before.product.zh}（2）", f"{before.product.en} (2)")
    assert there.summary.en == "Another summary."
    assert there.product.zh in second.notices[0].zh
    again = adopt(path)
    assert again.folder == second.folder
    assert not again.notices, "told once"
    folder.joinpath("datapackage.json").write_text(
        folder.joinpath("datapackage.json").read_text("utf-8").replace("Another", "A third"), "utf-8"
    )
    assert load(adopt(_zip(folder, tmp_path / "c.guiyin")).folder).dossier.id == f"{before.id}-3"


def test_a_good_copy_takes_the_place_and_the_edits_of_a_broken_one(folder: Path, tmp_path: Path) -> None:
    path = _zip(_named(folder, "mine"), tmp_path / "a.guiyin")
    broken = adopt(path).folder
    (broken / "figures.csv").unlink()
    mended = adopt(path)
    assert mended.folder == broken
    assert load(mended.folder).dossier.id == "mine"
    assert "mine-2" in mended.notices[0].en
    kept = broken.with_name("mine-2")
    assert (kept / "datapackage.json").exists()
    assert not (kept / "figures.csv").exists()


def test_a_folder_and_its_descriptor_open_the_same(folder: Path) -> None:
    assert adopt(folder).folder == adopt(folder / "datapackage.json").folder == folder


def _break(folder: Path, how: str) -> str:
    """Damage a dossier; returns what the sentence must name."""
    figures, descriptor = folder / "figures.csv", folder / "datapackage.json"
    if how == "missing":
        figures.unlink()
        return "figures.csv"
    if how == "truncated":
        raw = figures.read_bytes()
        figures.write_bytes(raw[: len(raw) // 2])
        return "figures.csv"
    if how == "encoding":
        figures.write_bytes(figures.read_bytes().decode("utf-8").encode("gb18030"))
        return "UTF-8"
    if how == "number":
        figures.write_text(figures.read_text("utf-8").replace(",35,35,", ",3x5,35,"), "utf-8")
        return "3x5"
    if how == "infinite":
        figures.write_text(figures.read_text("utf-8").replace(",35,35,", ",Infinity,35,"), "utf-8")
        return "value_low"
    if how == "header":
        figures.write_text(figures.read_text("utf-8").replace("value_low", "value_lo", 1), "utf-8")
        return "value_low"
    if how == "json":
        descriptor.write_text("{", "utf-8")
        return "JSON"
    if how == "not ours":
        descriptor.write_text("{}", "utf-8")
        return "datapackage.json"
    content = json.loads(descriptor.read_text("utf-8"))
    if how == "newer":
        content["guiyin:formatVersion"] = 99
        expected = "99"
    else:
        content["resources"][1]["path"] = "../../../etc/passwd"
        expected = "passwd"
    descriptor.write_text(json.dumps(content), "utf-8")
    return expected


@pytest.mark.parametrize(
    "how",
    [
        "missing",
        "truncated",
        "encoding",
        "number",
        "infinite",
        "header",
        "json",
        "not ours",
        "newer",
        "outside",
    ],
)
def test_a_broken_dossier_gets_a_sentence_that_says_what_and_where(folder: Path, how: str) -> None:
    expected = _break(folder, how)
    with pytest.raises(UserError) as caught:
        load(folder)
    for text in caught.value.text:
        assert expected in text
    assert "Traceback" not in str(caught.value)


def test_a_hand_edited_dossier_opens_with_a_notice(folder: Path) -> None:
    digest = folder / "sources" / "digest.txt"
    digest.write_text("序 " + digest.read_text("utf-8"), "utf-8")
    loaded = load(folder)
    assert len(loaded.notices) == 3, "resource hash, source hash, lost quotes"
    assert not any(i.anchor.holds(loaded.dossier.sources[0].text) for i in loaded.dossier.figures)


@pytest.mark.parametrize(
    ("name", "content"), [("a.guiyin", b"no zip"), ("a.pdf", b"%PDF"), ("a.guiyin", b"PK\x03\x04half")]
)
def test_a_file_that_is_no_dossier(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError, match=r"a\.(guiyin|pdf)"):
        adopt(tmp_path / name)


def test_a_truncated_zip(folder: Path, tmp_path: Path) -> None:
    path = _zip(folder, tmp_path / "a.guiyin")
    raw = path.read_bytes()
    path.write_bytes(raw[:100] + b"\0" * 50 + raw[150:])
    with pytest.raises(UserError, match="damaged"):
        adopt(path)


def test_a_broken_dossier_stays_listed_with_its_problem(tmp_path: Path) -> None:
    broken = tmp_path / "home" / "data" / "library" / "broken"
    broken.mkdir(parents=True)
    (broken / "datapackage.json").write_text("{", "utf-8")
    listed = {e.folder.name: e for e in entries()}
    assert listed["broken"].problem is not None
    assert listed["weilidai"].problem is None
