"""The command line: what it answers by itself, and that wrong usage is one sentence and exit status 2."""

from __future__ import annotations

import pytest

from desktop import __version__
from desktop.__main__ import main
from desktop.app.commands import run_command


def test_version_and_help_need_no_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    ours, others = capsys.readouterr().out.splitlines()
    assert ours == f"guiyin {__version__} (from source)"
    assert [part.split()[0] for part in others.split(", ")] == ["Qt", "pandas", "pyqtgraph"]
    assert "missing" not in others
    assert main(["--help"]) == 0
    assert "guiyin snapshot DIR" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--nonsense"], "'--nonsense'"),
        (["a", "b", "c"], "'a b c'"),
        (["no/such/dossier.guiyin"], "no/such/dossier.guiyin does not exist"),
        (["--exit-when", "later"], "'later'"),
        (["--exit-when"], "--exit-when"),
    ],
)
def test_wrong_usage_is_one_sentence(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["snapshot"],
        ["snapshot", "x", "--size", "large"],
        ["snapshot", "x", "--size", "99x99"],
        ["validate", "--what"],
        ["import", "x", "--workers", "-3"],
        ["import", "x", "--workers", "many"],
    ],
)
def test_commands_refuse_wrong_options(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run_command(arguments)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1
