from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.app.cli import run
from desktop.store.paths import bundled_data


def test_json_has_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(bundled_data("weilidai")), "--json"], 0) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["coverage"]["checked"] + len(told["uncheckable"]) == told["coverage"]["total"]
    period = next(f for f in told["findings"] if f["check"] == "period_basis")
    assert period["verdict"] == "inconsistent"
    assert period["spans"][0]["quote"] == "70%"
    assert set(period) >= {"id", "items", "inputs", "formula", "said", "severity"}


def test_an_article_can_be_checked_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("某公司\n\n销量由12.3万辆增至15.1万辆，增长25%。\n", encoding="utf-8")
    assert run(["check", str(path), "--lang", "en"], 0) == 0
    told = capsys.readouterr().out
    assert "does not hold" in told
    assert "Checked 3 of 3." in told


def test_what_cannot_be_opened_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(tmp_path / "nothing")], 0) == 2
    assert "does not exist" in capsys.readouterr().err
