"""Which item stands where: under a click, and next to step to."""

from __future__ import annotations

from dataclasses import replace

from invented import ORIGINAL, TEXT, dossier

from desktop.core.span import Anchor
from desktop.core.stretches import Stretch, digest_stretches, items_at, neighbour, original_stretches

CASE = dossier()
HERE = digest_stretches(CASE, CASE.sources[0])


def at(words: str) -> tuple[str, ...]:
    return items_at(HERE, TEXT.index(words))


def test_the_shortest_item_comes_first_and_a_figure_before_its_cell() -> None:
    assert at("9% | 420")[:2] == ("h21", "c21")
    assert at("9% | 420")[-1] == "t1"
    assert at("2021年3月发布")[:2] == ("d1", "e1")
    assert at("开头一段") == ()


def test_a_lost_quote_stands_nowhere() -> None:
    figures = (replace(CASE.figures[0], anchor=Anchor("src", 30, 33, "错了的")), *CASE.figures[1:])
    lost = replace(CASE, figures=figures)
    stretches = digest_stretches(lost, lost.sources[0])
    assert "d1" not in {s.item for s in stretches}
    assert len(stretches) == len(HERE) - 1


def test_steps_go_through_figures_policies_events_and_points_and_around() -> None:
    order = ["p1"]
    while (item := neighbour(HERE, order[-1], 0, 1)) != "p1":
        order.append(item)
    assert order == ["p1", "e1", "d1", "g1", "n1", "g2", "g3", "h11", "h12", "h21", "h22"]
    assert neighbour(HERE, "p1", 0, -1) == "h22"


def test_without_a_selected_item_steps_start_from_what_is_in_view() -> None:
    middle = TEXT.index("二、投入减少")
    assert neighbour(HERE, "", middle, 1) == "g2"
    assert neighbour(HERE, "", middle, -1) == "n1"
    assert neighbour(HERE, "t1", 0, 1) == "h11"
    assert neighbour((), "", 0, 1) == ""
    assert neighbour((Stretch(0, 2, "cell", "c"),), "", 0, 1) == ""


def test_the_original_has_only_what_names_a_place_that_fits() -> None:
    assert original_stretches(CASE, CASE.sources[0], ORIGINAL) == (Stretch(8, 11, "figure", "g3"),)
    assert original_stretches(CASE, CASE.sources[0], "别的" + ORIGINAL) == ()
