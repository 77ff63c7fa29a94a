"""Every change can be undone exactly, and a journal of them gives what the single steps gave."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import TEXT, anchor, dossier, factor, figure

from desktop.core.changes import (
    Change,
    Correct,
    Several,
    Stale,
    accept,
    add,
    apply,
    correct,
    delete,
    reopen,
    replay,
    revert,
)
from desktop.core.dossier import Dossier
from desktop.core.errors import UserError
from desktop.core.factor import Factor
from desktop.core.figure import Figure
from desktop.core.text import same

CASE = dossier()
DELETABLE = ["g1", "g2", "g3", "d1", "h11", "h22", "t1", "p1", "e1", "n1", "f0", "f1", "f2", "f9"]
ITEMS = [*DELETABLE, "c11", "c20", "missing"]


def plan(now: Dossier, kind: str, items: list[str], number: int) -> Change | None:
    """Make one change of a dossier as it stands, if it can be made."""
    try:
        match kind:
            case "accept":
                return accept(now, items)
            case "reopen":
                return reopen(now, items)
            case "delete":
                return delete(now, [i for i in items if i in DELETABLE])
            case "add":
                new = figure(f"new{number}", "f1", str(number), anchor("30%"))
                return add(now, new)
            case "divide":
                return add(now, factor(f"sec{number}", 0, "新", "New", "- 渠道"))
    except UserError:  # the last section
        return None
    item = now.item(items[0])
    if item is None:
        return None
    changes = {"role": "level", "low": Decimal(number)} if isinstance(item, Figure) else {}
    if not isinstance(item, Factor):
        changes["anchor"] = replace(item.anchor, prefix=f"{number}")
    return correct(now, replace(item, **changes), f"因为 {number}")


KINDS = st.sampled_from(["accept", "reopen", "correct", "delete", "add", "divide"])
STEPS = st.lists(st.tuples(KINDS, st.lists(st.sampled_from(ITEMS), min_size=1, max_size=4)), max_size=12)


@settings(max_examples=300, deadline=None)
@given(STEPS)
def test_every_step_can_be_undone_exactly_and_replayed(steps: list[tuple[str, list[str]]]) -> None:
    states, done = [CASE], list[Change]()
    for number, (kind, items) in enumerate(steps):
        change = plan(states[-1], kind, items, number)
        if change is not None:
            done.append(change)
            states.append(apply(states[-1], change))
    assert replay(CASE, done) == (states[-1], ())
    for change, before in zip(reversed(done), reversed(states[:-1]), strict=True):
        after = states.pop()
        assert change.described(after).zh
        assert change.described(after).en
        assert revert(after, change) == before


def test_accept_leaves_what_somebody_has_decided_and_reopen_takes_it_back() -> None:
    fixed = correct(CASE, replace(CASE.items["g1"], entity=same("他人")), "主体写错")
    assert fixed is not None
    now = apply(CASE, replace(fixed, at="2025-01-01T00:00:00+00:00", by="me"))
    assert now.status_of("g1") == "corrected"
    review = now.review_of("g1")
    assert review is not None
    assert (review.by, review.reason) == ("me", "主体写错")
    both = accept(now, ["g1", "g2", "missing"])
    assert both is not None
    assert both.items == ("g2",)
    assert accept(apply(now, both), ["g1", "g2"]) is None
    again = reopen(apply(now, both), ["g1"])
    assert again is not None
    opened = apply(apply(now, both), again)
    assert opened.review_of("g1") is None
    assert opened.items["g1"].entity == same("他人")


def test_a_deleted_table_takes_its_figures_along_and_nothing_refers_to_it() -> None:
    gone = delete(CASE, ["t1", "g2", "p1"])
    assert gone is not None
    now = apply(CASE, gone)
    assert not {"t1", "c00", "c22", "h11", "h22", "g2", "p1"} & set(now.items)
    assert now.deleted == ("t1", "g2", "p1")
    left = now.items["g3"]
    assert isinstance(left, Figure)
    assert left.change_from == ""
    assert now.factors[2].headline == ("g3",)
    assert [a.id for a in now.assessments] == ["a2", "a3"]  # a1 was of the regulation
    assert now.events[0].items == ("d1",)


def test_a_deleted_heading_makes_its_section_part_of_the_one_before() -> None:
    gone = delete(CASE, ["f2"])
    assert gone is not None
    now = apply(CASE, gone)
    assert [f.id for f in now.factors] == ["f0", "f1", "f9"]
    assert {i.factor for i in (*now.figures, *now.tables)} == {"f1"}
    assert now.factors[1].section == (CASE.factors[1].section[0], CASE.factors[2].section[1])
    assert "f1" in {a.factor for a in now.assessments if a.id == "a3"}
    first = delete(now, ["f0"])
    assert first is not None
    assert apply(now, first).factors[0].section[0] == CASE.factors[0].section[0]


def test_the_last_section_and_a_cell_stay() -> None:
    with pytest.raises(UserError, match="last section"):
        delete(CASE, ["f0", "f1", "f2", "f9"])
    with pytest.raises(UserError, match="whole table"):
        delete(CASE, ["c11"])
    with pytest.raises(UserError, match="table"):
        add(CASE, replace(CASE.items["c11"], id="new"))
    assert delete(CASE, ["missing"]) is None


def test_an_added_heading_takes_what_stands_below_it() -> None:
    sections = (replace(CASE.factors[1], section=(CASE.factors[1].anchor.start, TEXT.index("二、"))),)
    case = replace(CASE, factors=(CASE.factors[0], *sections, *CASE.factors[2:]))
    now = apply(case, add(case, factor("new", 9, "渠道", "Channel", "- 渠道")))
    assert [f.id for f in now.factors] == ["f0", "f1", "new", "f2", "f9"]
    assert [f.order for f in now.factors] == [0, 1, 2, 3, 4]
    assert now.items["n1"].factor == "new"  # type: ignore[union-attr]
    assert now.items["g1"].factor == "f1"  # type: ignore[union-attr]
    assert now.factors[1].section[1] == now.factors[2].section[0] == TEXT.index("- 渠道")


def test_an_added_item_stands_in_the_order_of_the_text_and_an_id_is_used_once() -> None:
    new = figure("new", "f2", "19", anchor("降到2023年的19%"))
    now = apply(CASE, add(CASE, new))
    assert [f.id for f in now.figures][:5] == ["d1", "g1", "g2", "new", "g3"]
    with pytest.raises(ValueError, match="in use"):
        add(now, new)


def test_a_correction_of_one_field_leaves_what_a_newer_reading_says_of_the_others() -> None:
    change = correct(CASE, replace(CASE.items["g1"], entity=same("他人")))
    assert change is not None
    newer = replace(CASE, figures=tuple(replace(f, hedge="新") for f in CASE.figures))
    fixed = apply(newer, change).items["g1"]
    assert isinstance(fixed, Figure)
    assert (fixed.entity, fixed.hedge) == (same("他人"), "新")


def test_what_was_added_is_found_again_in_a_text_that_has_moved() -> None:
    change = add(CASE, figure("new", "f2", "19", anchor("19%")))
    source = replace(CASE.sources[0], text="前言一段。\n" + TEXT)
    moved = apply(replace(CASE, sources=(source,)), change).items["new"]
    assert moved.anchor.start == anchor("19%").start + 6
    assert moved.anchor.holds(source.text)


def test_a_change_of_what_is_gone_is_stale_and_the_others_are_done() -> None:
    lost = Correct(replace(CASE.items["g1"], id="gone"), replace(CASE.items["g1"], id="gone", hedge="x"))
    good = accept(CASE, ["g2"])
    assert good is not None
    with pytest.raises(Stale):
        apply(CASE, lost)
    done = replay(CASE, [lost, good])
    assert done.stale == (lost,)
    assert done.dossier.status_of("g2") == "accepted"
    assert apply(CASE, Several((lost, good))).status_of("g2") == "accepted"
    with pytest.raises(Stale):
        apply(CASE, Several((lost,)))


def test_a_change_says_what_it_does_in_both_languages() -> None:
    one, many = accept(CASE, ["g1"]), accept(CASE, ["g1", "g2", "p1"])
    assert one is not None
    assert many is not None
    assert one.described(CASE) == ("接受“不得低于30%”", "accept “不得低于30%”")
    assert many.described(CASE) == ("接受 3 项", "accept 3 items")
    gone = delete(CASE, ["t1"])
    assert gone is not None
    assert gone.described(CASE) == ("删除“投入与人数”", "delete “Spending and pe…”")
    assert Several((one, gone)).described(CASE).zh == "接受“不得低于30%”，删除“投入与人数”"
    assert Several((one, gone), same("名")).described(CASE) == same("名")
