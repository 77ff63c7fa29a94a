"""The list of a review: order, filters, steps, and that nothing jumps when something is decided."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import entry
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from review_cases import imported, many

from desktop.core.changes import accept, add, apply, delete, revert
from desktop.core.dossier import Dossier
from desktop.core.record import Record
from desktop.core.review import Review
from desktop.models.review_list import ReviewList
from desktop.models.review_order import Step, Wanted
from desktop.models.roles import Role

RECORD = Record((entry(),), ())


@pytest.fixture
def model(qapp: object) -> ReviewList:
    made = ReviewList()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show(imported(), RECORD)
    return made


def _edited(model: ReviewList, dossier: Dossier) -> Dossier:
    model.edit(dossier)
    return dossier


def test_doubts_come_first_then_the_text(model: ReviewList) -> None:
    assert model.order.ids[:2] == ["p1", "g1"]
    rest = [imported().items[i].anchor.start for i in model.order.ids[2:]]
    assert rest == sorted(rest)


def test_other_orders(model: ReviewList) -> None:
    model.order_by("text")
    starts = [imported().items[i].anchor.start for i in model.order.ids]
    assert starts == sorted(starts)
    model.order_by("kind")
    assert {i[0] for i in model.order.ids[:7]} == {"g", "h"}
    assert model.order.sort == "kind"


def test_a_row_stays_where_it_is_when_it_is_decided(model: ReviewList) -> None:
    before = list(model.order.ids)
    change = accept(imported(), ["p1"])
    assert change is not None
    model.edit(apply(imported(), change))
    assert model.order.ids == before
    assert model.line("p1").status == "accepted"
    assert model.line("p1").doubt == ""
    model.order_by("doubt")
    assert model.order.ids[0] == "g1"


def test_what_is_deleted_goes_and_comes_back_to_its_place(model: ReviewList) -> None:
    before = list(model.order.ids)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    change = delete(imported(), ["g2", "g3"])
    assert change is not None
    gone = _edited(model, apply(imported(), change))
    assert model.order.ids == [i for i in before if i not in ("g2", "g3")]
    model.edit(revert(gone, change))
    assert model.order.ids == before
    assert resets == []  # so that the list neither flickers nor forgets what is selected


def test_what_is_added_appears(model: ReviewList) -> None:
    case = imported()
    new = replace(case.figures[2], id="new")
    model.edit(apply(case, add(case, new)))
    assert "new" in model.order.ids
    assert model.line("new").status == "added"


def test_many_at_once(qapp: object) -> None:
    model, case = ReviewList(), many(300)
    model.show(case, RECORD)
    change = delete(case, [f"m{n}" for n in range(100)])
    assert change is not None
    model.edit(apply(case, change))
    assert model.rowCount() == 200
    assert model.index_of("m0").row() == -1
    assert model.order.ids[model.index_of("m150").row()] == "m150"


@pytest.mark.parametrize(
    ("wanted", "items"),
    [
        (Wanted(kinds=frozenset({"policy", "point"})), {"p1", "n1"}),
        (Wanted(statuses=frozenset({"open"})), {"p1", "g1"}),
        (Wanted(text="出资比例"), {"g1"}),
        (Wanted(text="ＳＨＡＲＥ of funding"), {"g1"}),
        (Wanted(text="38%"), {"g2"}),
        (Wanted(kinds=frozenset({"figure"}), text="850"), {"h12"}),
        (Wanted(text="没有这样的"), set()),
    ],
)
def test_filters(model: ReviewList, wanted: Wanted, items: set[str]) -> None:
    model.narrow(wanted)
    assert set(model.order.ids) == items
    model.narrow(Wanted())
    assert len(model.order.ids) == len(model.order.rows)


def test_a_decided_row_stays_in_a_filter_of_open_ones(model: ReviewList) -> None:
    model.narrow(Wanted(statuses=frozenset({"open"})))
    change = accept(imported(), ["p1"])
    assert change is not None
    model.edit(apply(imported(), change))
    assert model.order.ids == ["p1", "g1"]


def test_steps_go_round(model: ReviewList) -> None:
    assert model.order.neighbour("p1", 1, Step.OPEN) == "g1"
    assert model.order.neighbour("g1", 1, Step.OPEN) == "p1"
    assert model.order.neighbour("p1", -1, Step.OPEN) == "g1"
    assert model.order.neighbour("", 1) == model.order.ids[0]
    assert model.order.neighbour(model.order.ids[-1], 1) == model.order.ids[0]
    model.edit(replace(imported(), doubts=()))
    assert model.order.neighbour("p1", 1, Step.OPEN) == ""


def test_what_a_row_says(model: ReviewList) -> None:
    index = model.index_of("g1")
    assert index.data(Role.ITEM) == "g1"
    assert index.data() == "不得低于30%"
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(part in spoken for part in ("数字", "存疑", "出资比例", "请确认"))
    model.set_language("en")
    assert "please confirm" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(999, 0).data() is None


def test_counts(model: ReviewList) -> None:
    assert model.order.undecided() == 15
    assert model.order.with_status("open") == ["p1", "g1"]
    model.edit(replace(imported(), reviews=(Review("g2", "accepted"),)))
    assert model.order.undecided() == 14
    model.show(None, RECORD)
    assert model.rowCount() == 0
