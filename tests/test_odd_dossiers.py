"""Dossiers that are odd in every way we could think of: opened or refused with a sentence, never fatal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odd_dossiers import write_odd, write_random
from odd_draft import NASTY, ODD, draft, write
from PySide6.QtWidgets import QApplication

from desktop.app.tour import settle
from desktop.core.errors import UserError
from desktop.store.codec import load
from desktop.store.schema import DOSSIER
from desktop.widgets.main_window import MainWindow
from desktop.widgets.pages.base import PAGES

ITEMS = 12  # looked at a dossier


def _walk(window: MainWindow, folder: Path) -> None:
    """Open a dossier and look at every page, some factors and some items, in both languages."""
    before = window.ctx.workspace.dossier
    window.open_path(folder)
    dossier = window.ctx.workspace.dossier
    assert dossier is not None
    if dossier is before:
        assert window.notices.messages, "it was refused without a word"
        assert len(window.notices.messages[-1].en) < 600
        return
    place = replace(window.ctx.selection.focus, factor="", item="")
    for language in ("en", "zh"):
        window.ctx.preferences.set_language("en" if language == "en" else "zh")
        for page in PAGES:
            window.ctx.selection.show(replace(place, page=page))
            settle(window.ctx.jobs)
        for item in list(dossier.items)[:: max(1, len(dossier.items) // ITEMS)]:
            window.ctx.selection.show(replace(place.on(dossier, item), page="factor"))
            QApplication.processEvents()
        settle(window.ctx.jobs)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(ODD))
def test_an_odd_dossier_is_shown_or_refused(
    name: str, window: MainWindow, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _walk(window, write_odd(name, tmp_path / name))
    assert not capfd.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_a_dossier_with_random_faults_is_shown_or_refused(
    seed: int, window: MainWindow, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _walk(window, write_random(seed, tmp_path / f"random-{seed}"))
    assert not capfd.readouterr().err


FIELDS = [
    (resource.name, field.name) for resource in DOSSIER if not resource.optional for field in resource.fields
]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    where=st.sampled_from(FIELDS),
    value=st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"]), max_size=40)),
)
def test_any_value_anywhere_is_read_or_refused_with_a_sentence(
    where: tuple[str, str], value: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = draft()
    made.every(*where, value)
    folder = write(made, tmp_path_factory.mktemp("odd") / "x")
    refused = None
    try:
        load(folder)
    except UserError as problem:
        refused = problem
    if refused is not None:
        assert refused.text.zh
        assert len(str(refused)) < 600


@pytest.mark.parametrize("number", ["1e301", "-1E+999999", "1e-301", "NaN", "sNaN", "-Infinity"])
def test_a_number_that_nothing_can_hold_is_refused(number: str, tmp_path: Path) -> None:
    made = draft()
    made.every("figures", "value_high", number)
    with pytest.raises(UserError, match="value_high"):
        load(write(made, tmp_path / "x"))


def test_cells_must_stand_where_they_say(tmp_path: Path) -> None:
    made = draft()
    made.rows["cells"].remove(
        next(row for row in made.rows["cells"] if (row["row"], row["col"]) == ("1", "0"))
    )
    with pytest.raises(UserError, match="row 1"):
        load(write(made, tmp_path / "x"))


def test_a_row_may_end_early(tmp_path: Path) -> None:
    table = load(write_odd("ragged-tables", tmp_path / "x")).dossier.tables[0]
    assert {len(row) for row in table.rows} == {1, 2, 3}
    assert table.cell(1, 2) is None
    assert table.cell(1, -1) is table.cell(-1, 0) is table.cell(99, 0) is None
