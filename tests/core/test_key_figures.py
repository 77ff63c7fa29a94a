from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from invented import anchor, dossier, figure

from desktop.core.dossier import Dossier
from desktop.core.factor import Factor
from desktop.core.headline import headline
from desktop.core.key_figures import KeyFigure, key_figures
from desktop.core.period import Period
from desktop.core.text import Text


def of(case: Dossier, factor_id: str, most: int = 8) -> tuple[KeyFigure, ...]:
    factor = case.item(factor_id)
    assert isinstance(factor, Factor)
    return key_figures(case, factor, most)


def test_a_change_shows_its_size_and_says_from_what_it_is_computed() -> None:
    first = of(dossier(), "f2")[0]
    assert (first.value.zh, first.value.en) == ("−19 个百分点", "−19 pp")
    assert first.note.zh == "由 38% → 19% 计算"
    assert first.derived
    assert first.items == ("g2", "g3")


def test_a_table_of_two_years_gives_its_changes_each_figure_once() -> None:
    found = of(dossier(), "f2")
    assert [k.value.zh for k in found] == ["−19 个百分点", "−13 个百分点", "−50.6%"]
    assert found[2].note.zh == "由 850 → 420 人计算"
    assert len({i for k in found for i in k.items}) == 6
    assert len(of(dossier(), "f2", most=2)) == 2


def test_a_single_figure_stands_with_whose_it_is_and_is_not_called_computed() -> None:
    (found,) = of(dossier(), "f1")
    assert (found.value.zh, found.note.zh, found.derived) == ("≥ 30%", "测贷", False)


def test_a_figure_without_a_name_is_called_by_its_words() -> None:
    bare = replace(
        figure("q", "f1", "40", anchor("30%")),
        entity=Text("", ""),
        indicator=Text("", ""),
        as_printed="四十个",
    )
    assert bare.label.zh == "“四十个”"
    assert replace(bare, entity=Text("甲", "A")).label.en == "A"


def test_what_cannot_be_computed_is_shown_as_it_stands() -> None:
    case = dossier()
    open_end = tuple(replace(f, comparator=">", high=None) if f.id == "g3" else f for f in case.figures)
    first = of(replace(case, figures=open_end), "f2")[0]
    assert (first.value.zh, first.note.zh, first.derived) == ("38% → > 19%", "2020 年 → 2023 年", False)
    spread = tuple(replace(f, high=Decimal(25)) if f.id == "g3" else f for f in case.figures)
    assert not of(replace(case, figures=spread), "f2")[0].derived


def test_a_section_without_numbers_has_none() -> None:
    assert of(dossier(), "f9") == ()


def test_a_headline_says_a_shared_unit_once() -> None:
    made = [
        figure(f"x{n}", "f2", n, anchor("38%"), unit="person", indicator=Text("人数", "staff"))
        for n in ("850", "420")
    ]
    case = dossier(figures=tuple(made))
    factor = replace(case.reasons[1], headline=("x850", "x420"))
    assert headline(case, factor)[0] == Text("850 → 420 人", "850 → 420 people")
    assert headline(case, replace(factor, headline=())) == (Text("", ""), Text("", ""))
    assert headline(dossier(), dossier().reasons[1])[0].zh == "38% → 19%"


def test_counts_of_different_windows_are_not_subtracted() -> None:
    case = dossier()
    windows = {"g2": Period("last 6 months"), "g3": Period("last 3 months")}
    changed = replace(
        case, figures=tuple(replace(f, period=windows.get(f.id, f.period)) for f in case.figures)
    )
    first = of(changed, "f2")[0]
    assert not first.derived
    assert (first.value.zh, first.note.zh) == ("38% → 19%", "近 6 个月 → 近 3 个月")
    one = dict.fromkeys(windows, windows["g2"])
    alike = replace(case, figures=tuple(replace(f, period=one.get(f.id, f.period)) for f in case.figures))
    assert of(alike, "f2")[0].derived
