from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.app.cli import run
from desktop.audit import engine
from desktop.audit.engine import audit
from desktop.core.changes import correct, rule
from desktop.core.figure import Figure
from desktop.store.codec import load
from desktop.store.edits import open_edits
from desktop.store.paths import bundled_data
from desktop.store.record import load_record


def test_json_has_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(bundled_data("weilidai")), "--json"], 0) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["coverage"]["checked"] + len(told["uncheckable"]) == told["coverage"]["total"]
    label = next(f for f in told["findings"] if f["check"] == "labels" and f["verdict"] == "inconsistent")
    assert label["spans"][0]["quote"] == "1.2PB"
    assert set(label) >= {"id", "items", "inputs", "formula", "said", "severity", "factor"}
    assert label["ruling"] is None
    assert label["corrections"] == []
    texts = {s.id: s.text for s in load(bundled_data("weilidai")).dossier.sources}
    assert {s["id"] for s in told["sources"]} == set(texts)
    for span in (s for f in told["findings"] for s in f["spans"]):
        assert texts[span["source"]][span["start"] : span["end"]] == span["quote"]
    by_factor = told["coverage"]["by_factor"].values()
    assert sum(c["total"] for c in by_factor) == told["coverage"]["total"]
    reported = {i for group in ("findings", "passed", "derived") for one in told[group] for i in one["items"]}
    assert reported.isdisjoint(d["id"] for d in told["derived"])


def test_an_article_can_be_checked_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("某公司\n\n销量由12.3万辆增至15.1万辆，增长25%。\n", encoding="utf-8")
    assert run(["check", str(path), "--lang", "en"], 0) == 0
    told = capsys.readouterr().out
    assert "does not hold" in told
    assert "Checked 3 of 3." in told
    assert "arithmetic: (151,000 vehicles − 123,000 vehicles) ÷ 123,000 vehicles = 22.8%" in told
    assert "where: Whole text, “25%”" in told


def test_the_same_dossier_gives_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    given = []
    for _ in range(2):
        assert run(["check", str(bundled_data("lilidai")), "--json"], 0) == 0
        given.append(capsys.readouterr().out)
    assert given[0] == given[1]


def test_what_a_person_ruled_and_corrected_stands_beside_the_findings(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = str(bundled_data("weilidai"))
    record = load_record(bundled_data())[0]
    edits, _ = open_edits(load(bundled_data("weilidai")).dossier)
    labels = [f for f in audit(edits.dossier, record).findings if f.check == "labels"]
    one = next(f for f in labels if f.verdict.code == "inconsistent")
    ruling = rule(edits.dossier, one, "disputed", "标题另有所指")
    assert ruling is not None
    edits.do(ruling, by="李")
    other = next(f for f in labels if f.id != one.id)
    figure = edits.dossier.items[other.items[0]]
    assert isinstance(figure, Figure)
    correction = correct(edits.dossier, replace(figure, hedge="约"), "漏了约字")
    assert correction is not None
    edits.do(correction, by="王")

    assert run(["check", path, "--json"], 0) == 0
    findings = {f["id"]: f for f in json.loads(capsys.readouterr().out)["findings"]}
    told = findings[one.id]["ruling"]
    assert (told["status"], told["reason"], told["by"]) == ("disputed", "标题另有所指", "李")
    assert told["at"]
    (corrected,) = findings[other.id]["corrections"]
    assert (corrected["item"], corrected["reason"], corrected["by"]) == (figure.id, "漏了约字", "王")
    assert [f["id"] for f in findings.values() if f["ruling"]] == [one.id]

    assert run(["check", path, "--lang", "en"], 0) == 0
    lines = capsys.readouterr().out.splitlines()
    at = next(n for n, line in enumerate(lines) if one.said.en in line)
    below = lines[at + 1 : at + 4]
    assert any(
        line.strip().startswith("disputed (李, ") and line.endswith(": 标题另有所指") for line in below
    )
    assert any(f"corrected “{figure.anchor.quote}” (王, " in line for line in lines)


def test_derived_values_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "某银行\n\n截至2020年末，逾期率升到4.2%，比2018年同期高出1.8个百分点。\n", encoding="utf-8"
    )
    assert run(["check", str(path)], 0) == 0
    lines = capsys.readouterr().out.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("推算值 1"))
    assert lines[at + 1].endswith("（此前的值）：2.4%（4.2% − 1.8个百分点 = 2.4%）")


def test_a_check_that_ends_in_an_error_is_named_and_left_out(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("broken")

    real = engine.concerned
    monkeypatch.setattr(engine, "concerned", lambda s, p: [replace(c, run=broken) for c in real(s, p)][:1])
    assert run(["check", str(bundled_data("lilidai"))], 0) == 1
    printed = capsys.readouterr()
    assert "已核查" in printed.out
    assert "ended in an error and was left out.\nTraceback" in printed.err
    assert "ValueError: broken" in printed.err


def test_the_help_names_every_field(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run(["check", "--help"], 0)
    assert end.value.code == 0
    words = capsys.readouterr().out
    assert run(["check", str(bundled_data("lilidai")), "--json"], 0) == 0
    told = json.loads(capsys.readouterr().out)
    fields = {*told, *told["findings"][0], *told["uncheckable"][0], *told["passed"][0], *told["derived"][0]}
    assert [name for name in fields if name not in words] == []
    assert "exit status" in words


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("nothing", None, "does not exist"),
        ("folder", "", "datapackage.json is missing"),
        ("a.bin", b"\0\1\2z", "does not look like a text file"),
        ("a.txt", b"", "is empty"),
        ("a.pdf", b"%PDF-1.4\n", "a.pdf"),
        ("a.guiyin", b"PK\3\4", "a.guiyin"),
    ],
)
def test_what_cannot_be_opened_is_a_sentence(
    name: str, content: bytes | str | None, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content is not None:
        path.mkdir()
    assert run(["check", str(path)], 0) == 2
    told = capsys.readouterr()
    assert words in told.err
    assert told.err.startswith("guiyin: ")
    assert told.err.count("\n") == 1
    assert told.out == ""
